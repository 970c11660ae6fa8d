"""A pattern is quick on every text."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="patroon",
    means="een patroon is geen goede reguliere expressie, of het kan heel traag worden",
    mend="schrijf hooguit `(?: \\w+){0,8}` in plaats van `(?: \\w+)*`",
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
                    level: crisis
                    match: "(van )+(de )+(brug+)+"
                """,
        },
    ),
    check=None,
)
