"""The national text did not change since it was replaced."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="landelijk_veranderd",
    means="de landelijke versie is veranderd sinds jullie aanpassing",
    mend="vergelijk, neem over wat nodig is, en zet het nieuwe merkteken neer",
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
            id: ziek_kind
            landelijk: "0123456789ab"
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
