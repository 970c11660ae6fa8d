"""A translation names nothing that the Dutch does not."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="bijgekomen",
    means="een vertaling noemt een contact of feit dat in het Nederlands niet staat",
    mend="haal het weg",
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
                  answer: Bizi arayın, {contact:113}.
                  made:
                    by: "Vertaalbureau"
                    on: "2026-11-01"
                    of: "2591f85be037"
                """,
        },
    ),
    check=None,
)
