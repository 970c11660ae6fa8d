"""A field is there once."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="dubbel",
    means="een veld staat er twee keer",
    mend="laat er één staan",
    good=Example(
        question="""
            review_by: "2027-05-01"
            """,
    ),
    bad=Example(
        question="""
            title:
              nl: Wat doet de schoolarts?
              nl: Wat doet de jeugdarts?
              en: What does the school doctor do?
            """,
    ),
    check=None,
)
