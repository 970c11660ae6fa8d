"""Danger is of a level we know."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="niveau",
    means="een niveau van gevaar bestaat niet",
    mend="kies uit `concern`, `crisis`, `acute`",
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
                category: suicide
                patterns:
                  - id: van_de_brug
                    level: erg
                    match: "van de brug"
                """,
        },
    ),
    check=None,
)
