"""Buttons of a theme fit on a phone."""

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="menu_lang",
    means="onder een knop van het menu staan meer dan acht vragen",
    mend="verdeel ze in `menu.yaml` met `groups`",
    severity=Severity.WARNING,
    good=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: gezond
                    title:
                      nl: Gezondheid
                      en: Health
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
                    entries:
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                      - voorbeeld
                """,
        },
    ),
    check=None,
)
