"""A translation is of the Dutch as it is."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="vertaling_oud",
    means="een vertaling is ouder dan het Nederlands en wordt niet getoond",
    mend="werk de vertaling bij, haal dan `of` onder `made` weg, en typ `faq translated`",
    severity=Severity.WARNING,
    good=Example(
        files={
            "faq/vertalingen/tr/antwoorden.yaml": """
                - id: voorbeeld
                  title: Okul doktoru ne yapar?
                  answer: Okul doktoru çocuğunuza bakar.
                  made:
                    by: "Vertaalbureau"
                    on: "2026-11-01"
                    of: "2591f85be037"
                """,
        },
    ),
    bad=Example(
        files={
            "faq/vertalingen/tr/antwoorden.yaml": """
                - id: voorbeeld
                  title: Okul doktoru ne yapar?
                  answer: Okul doktoru çocuğunuza bakar.
                  made:
                    by: "Vertaalbureau"
                    on: "2026-11-01"
                    of: "0123456789ab"
                """,
        },
    ),
    check=None,
)
