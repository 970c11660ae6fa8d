"""A translation names what must be there."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="weggevallen",
    means="een vertaling mist iets dat erin moet: een nummer, een contact, een feit, de naam van het steunpunt",
    mend="zet het er weer in",
    good=Example(
        files={
            "faq/andere_talen.yaml": """
                - id: fa
                  name: فارسی
                  text: "{steunpunt}: 112"
                  made:
                    by: "Vertaalbureau"
                    on: "2026-11-01"
                """,
        },
    ),
    bad=Example(
        files={
            "faq/andere_talen.yaml": """
                - id: fa
                  name: فارسی
                  text: "{steunpunt}"
                  made:
                    by: "Vertaalbureau"
                    on: "2026-11-01"
                """,
        },
    ),
    check=None,
)
