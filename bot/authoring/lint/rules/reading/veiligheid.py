"""What counts as danger is the same everywhere."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="veiligheid",
    means="een eigen bestand met signalen van gevaar; wat gevaar is, staat alleen landelijk",
    mend="haal het weg",
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
            "faq/veiligheid/eigen.yaml": """
                patterns: []
                """,
        },
    ),
    check=None,
)
