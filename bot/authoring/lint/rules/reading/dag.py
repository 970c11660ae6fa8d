"""Days of the week are days."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="dag",
    means="een dag van de week bestaat niet",
    mend="kies uit `ma`, `di`, `wo`, `do`, `vr`, `za`, `zo`",
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
                  - days: [ma, dinsdag]
                    from: "9:00"
                    to: "17:00"
                """,
        },
    ),
    check=None,
)
