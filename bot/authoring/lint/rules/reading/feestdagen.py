"""Holidays are those of a country we know."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="feestdagen",
    means="bij `holidays` staat iets dat we niet kennen",
    mend="schrijf `nl` (dicht op Nederlandse feestdagen) of `geen`",
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                holidays: nl
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
                holidays: belgisch
                """,
        },
    ),
    check=None,
)
