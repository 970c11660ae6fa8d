"""A number is within its limits."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="getal",
    means="een getal kan niet: het is te klein, te groot of niet heel",
    mend="kies een getal tussen de grenzen die `check` noemt",
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                retention:
                  conversation_state_hours: 24
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
                retention:
                  conversation_state_hours: 100000
                """,
        },
    ),
    check=None,
)
