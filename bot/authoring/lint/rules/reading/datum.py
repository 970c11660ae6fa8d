"""A day is a day."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="datum",
    means="er staat geen goede dag",
    mend='schrijf hem als `"2026-11-23"`',
    good=Example(
        question="""
            review_by: "2027-05-01"
            """,
    ),
    bad=Example(
        question="""
            review_by: "mei 2027"
            """,
    ),
    check=None,
)
