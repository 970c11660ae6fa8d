"""A file has the shape it should have."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="vorm",
    means="een bestand of veld heeft een andere vorm: een lijst waar één tekst hoort, of andersom",
    mend="doe het zoals in een vraag die goed is",
    good=Example(
        question="""
            related: []
            """,
    ),
    bad=Example(
        question="""
            related: voorbeeld
            """,
    ),
    check=None,
)
