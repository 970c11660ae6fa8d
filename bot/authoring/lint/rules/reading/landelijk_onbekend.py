"""What says that it replaces something does."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="landelijk_onbekend",
    means="er staat een merkteken, maar er is niets (meer) dat jullie vervangen",
    mend="kijk of de naam klopt, of haal de regel weg",
    severity=Severity.WARNING,
    good=Example(
        question="""
            id: ziek_kind
            landelijk: "966177974483"
            """,
        files={
            "steunpunt.yaml": """
                basis: landelijk_voorbeeld
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                """,
            "landelijk_voorbeeld/faq/vragen.yaml": """
                - id: ziek_kind
                  audience: [ouder]
                  title:
                    nl: Mijn kind is ziek
                    en: My child is ill
                  questions:
                    nl:
                      - mijn kind is vandaag ziek
                    en:
                      - my child is ill today
                  answer:
                    nl: Bel de school voor negen uur.
                    en: Call the school before nine.
                  sources:
                    - title: GGD
                      url: https://www.ggd.nl/
                      checked: "2026-11-01"
                """,
        },
    ),
    bad=Example(
        question="""
            id: zieke_kind
            landelijk: "966177974483"
            """,
        files={
            "steunpunt.yaml": """
                basis: landelijk_voorbeeld
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                """,
            "landelijk_voorbeeld/faq/vragen.yaml": """
                - id: ziek_kind
                  audience: [ouder]
                  title:
                    nl: Mijn kind is ziek
                    en: My child is ill
                  questions:
                    nl:
                      - mijn kind is vandaag ziek
                    en:
                      - my child is ill today
                  answer:
                    nl: Bel de school voor negen uur.
                    en: Call the school before nine.
                  sources:
                    - title: GGD
                      url: https://www.ggd.nl/
                      checked: "2026-11-01"
                """,
        },
    ),
    check=None,
)
