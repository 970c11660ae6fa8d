"""What is taken out was there."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="verwijderd_onbekend",
    means="jullie halen iets weg dat er landelijk niet is",
    mend="verbeter de naam, of haal de regels weg",
    good=Example(
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
            "faq/weg.yaml": """
                - id: ziek_kind
                  verwijderd: true
                  landelijk: "966177974483"
                  reden: "dat regelt de GGD hier zelf"
                """,
        },
    ),
    bad=Example(
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
            "faq/weg.yaml": """
                - id: zieke_kind
                  verwijderd: true
                  landelijk: "966177974483"
                  reden: "dat regelt de GGD hier zelf"
                """,
        },
    ),
    check=None,
)
