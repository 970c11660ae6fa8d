"""What must be there is there."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="ontbreekt",
    means="een veld dat er moet zijn, ontbreekt of is leeg",
    mend="vul het in",
    good=Example(
        question="""
            id: voorbeeld
            """,
    ),
    bad=Example(
        without=("answer",),
    ),
    check=None,
)
