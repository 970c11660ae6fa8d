"""A file can be read."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="yaml",
    means="een bestand is geen goede YAML, te groot, of geen UTF-8",
    mend="kijk naar inspringing en aanhalingstekens; zet een zin met een dubbele punt tussen aanhalingstekens",
    good=Example(
        files={
            "faq/menu.yaml": """
                ouder: []
                jongere: []
                """,
        },
    ),
    bad=Example(
        files={
            "faq/menu.yaml": """
                ouder: [
                """,
        },
    ),
    check=None,
)
