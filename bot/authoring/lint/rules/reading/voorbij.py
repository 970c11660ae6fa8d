"""Days on which nobody is there are still to come."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="voorbij",
    means="een dag of vakantie in het profiel is al voorbij, of nog ver weg",
    mend="kijk of het jaartal klopt, of haal de dag weg",
    severity=Severity.WARNING,
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                closed_on: []
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
                closed_on: ["2020-05-05"]
                """,
        },
    ),
    check=None,
)
