"""A question is for people we know."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="doelgroep",
    means="een doelgroep bestaat niet",
    mend="kies `ouder`, `jongere`, of allebei",
    good=Example(
        question="""
            audience: [ouder]
            """,
    ),
    bad=Example(
        question="""
            audience: [ouder, leraar]
            """,
    ),
    check=None,
)
