"""A field is one we know."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="onbekend",
    means="een veld bestaat niet",
    mend="verbeter de naam, of haal het weg",
    good=Example(
        question="""
            review_by: "2027-05-01"
            """,
    ),
    bad=Example(
        question="""
            reviewby: "2027-05-01"
            """,
    ),
    check=None,
)
