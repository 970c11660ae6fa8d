"""A rehearsal says what people and the bot do."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="E955",
    means="een proefgesprek heeft een regel die we niet kennen",
    mend="kies uit `start`, `user`, `tap`, `bot`, `buttons`, …; zie docs/flows.md, Proefgesprekken",
    good=Example(
        flow="""
            owner: redactie
            """,
        files={
            "flows/voorbeeld.test.yaml": """
                tests:
                  - name: een paar dagen
                    chat:
                      - start: voorbeeld
                      - tap: Een paar dagen
                """,
        },
    ),
    bad=Example(
        flow="""
            owner: redactie
            """,
        files={
            "flows/voorbeeld.test.yaml": """
                tests:
                  - name: een paar dagen
                    chat:
                      - start: voorbeeld
                      - druk: Een paar dagen
                """,
        },
    ),
    check=None,
)
