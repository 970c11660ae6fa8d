"""A theme has questions or parts."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="menu",
    means="een thema heeft zowel `entries` als `groups`, of een deel heeft zelf delen",
    mend="zet elke vraag in een van de delen, en houd het bij één laag",
    good=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: gezond
                    title:
                      nl: Gezondheid
                      en: Health
                    groups:
                      - id: dokter
                        title:
                          nl: De dokter
                          en: The doctor
                        entries: [voorbeeld]
                """,
        },
    ),
    bad=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: gezond
                    title:
                      nl: Gezondheid
                      en: Health
                    entries: [voorbeeld]
                    groups:
                      - id: dokter
                        title:
                          nl: De dokter
                          en: The doctor
                        entries: [voorbeeld]
                """,
        },
    ),
    check=None,
)
