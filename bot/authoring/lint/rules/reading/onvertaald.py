"""A translation of a flow has all its texts."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="onvertaald",
    means="van een vertaald stappenplan zijn teksten nog niet vertaald; ze staan er in het Engels of Nederlands",
    mend="zet ze erbij, onder de Nederlandse woorden",
    severity=Severity.WARNING,
    good=Example(
        flow="""
            owner: redactie
            """,
        files={
            "flows/vertalingen/tr/voorbeeld.yaml": """
                flow: voorbeeld
                made:
                  by: Vertaalbureau
                  on: "2026-11-01"
                texts:
                  - nl: "Voorbeeld"
                    text: "Örnek"
                  - nl: "Hoe lang"
                    text: "Ne kadar"
                  - nl: "Een paar dagen"
                    text: "Birkaç gün"
                  - nl: "Weken"
                    text: "Haftalar"
                  - nl: "Hoe lang duurt het al?"
                    text: "Ne kadar sürüyor?"
                  - nl: "Je zei {duur}. Dag!"
                    text: "{duur} dediniz. Hoşça kalın!"
                """,
        },
    ),
    bad=Example(
        flow="""
            owner: redactie
            """,
        files={
            "flows/vertalingen/tr/voorbeeld.yaml": """
                flow: voorbeeld
                made:
                  by: Vertaalbureau
                  on: "2026-11-01"
                texts:
                  - nl: "Voorbeeld"
                    text: "Örnek"
                  - nl: "Hoe lang"
                    text: "Ne kadar"
                  - nl: "Een paar dagen"
                    text: "Birkaç gün"
                  - nl: "Weken"
                    text: "Haftalar"
                  - nl: "Hoe lang duurt het al?"
                    text: "Ne kadar sürüyor?"
                """,
        },
    ),
    check=None,
)
