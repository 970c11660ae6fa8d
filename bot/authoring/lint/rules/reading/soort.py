"""Danger is of a kind we know."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="soort",
    means="een soort gevaar bestaat niet",
    mend="kies uit de soorten die `check` noemt",
    good=Example(
        files={
            "faq/veiligheid/woorden.yaml": """
                category: suicide
                patterns:
                  - id: van_de_brug
                    level: crisis
                    match: "van de brug"
                """,
        },
    ),
    bad=Example(
        files={
            "faq/veiligheid/woorden.yaml": """
                category: verdriet
                patterns:
                  - id: van_de_brug
                    level: crisis
                    match: "van de brug"
                """,
        },
    ),
    check=None,
)
