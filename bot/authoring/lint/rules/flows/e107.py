"""A file is called as its flow."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="E107",
    means="het bestand heet anders dan het stappenplan",
    mend="geef het bestand de naam die achter `flow:` staat",
    good=Example(
        flow="""
            flow: voorbeeld
            """,
    ),
    bad=Example(
        flow="""
            flow: ander
            """,
    ),
    check=None,
)
