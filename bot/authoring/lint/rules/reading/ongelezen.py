"""Every file does something."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="ongelezen",
    means="er ligt een bestand dat de bot niet leest",
    mend="zet het in `faq/` of `flows/`, geef het een naam die op `.yaml` eindigt, of bewaar het ergens anders",
    good=Example(
        files={
            "faq/meer.yaml": """
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
            "meer.yaml": """
                - id: ziek_kind
                """,
        },
    ),
    check=None,
)
