"""There is something in it."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="leeg",
    means="er is geen enkele vraag gevonden, of een macro doet niets",
    mend="zet vragen in `faq/*.yaml`; geef een macro `text`, `sentence`, `label` of `later`",
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                macros:
                  - name: later
                    text: We kijken er morgen naar.
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
                macros:
                  - name: later
                """,
        },
    ),
    check=None,
)
