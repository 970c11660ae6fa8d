"""Texts stand on lines of their own."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="inline",
    means="een tekst staat tussen `{` en `}`; een komma zou hem afbreken",
    mend="zet elke taal op een eigen regel",
    good=Example(
        question="""
            title:
              nl: Wat doet de schoolarts?
              en: What does the school doctor do?
            """,
    ),
    bad=Example(
        question="""
            title: {nl: Wat doet de schoolarts, en: What does the school doctor do}
            """,
    ),
    check=None,
)
