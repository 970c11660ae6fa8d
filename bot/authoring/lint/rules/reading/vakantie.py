"""A break can be meant."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="vakantie",
    means="een vakantie eindigt voordat hij begint, of duurt langer dan een jaar",
    mend="kijk of de jaartallen kloppen",
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                breaks: []
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
                breaks:
                  - from: "2027-01-04"
                    to: "2026-12-21"
                """,
        },
    ),
    check=None,
)
