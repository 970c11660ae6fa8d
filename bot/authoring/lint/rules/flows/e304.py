"""A flow is for people we know."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="E304",
    means="een doelgroep bestaat niet",
    mend="kies `ouder`, `jongere`, of allebei",
    good=Example(
        flow="""
            audience: [ouder]
            """,
    ),
    bad=Example(
        flow="""
            audience: [ouder, leraar]
            """,
    ),
    check=None,
)
