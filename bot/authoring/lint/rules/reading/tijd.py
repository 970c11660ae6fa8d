"""A time is a time."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="tijd",
    means="er staat geen goede tijd",
    mend='schrijf hem als `"9:00"`, met aanhalingstekens',
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                hours:
                  - days: [ma, di]
                    from: "9:00"
                    to: "17:00"
                """,
        },
    ),
    bad=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                hours:
                  - days: [ma, di]
                    from: "9 uur"
                    to: "17:00"
                """,
        },
    ),
    check=None,
)
