"""An hour ends after it began."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="tijden",
    means="de eindtijd ligt niet na de begintijd",
    mend="draai ze om, of splits om middernacht",
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
                    from: "17:00"
                    to: "9:00"
                """,
        },
    ),
    check=None,
)
