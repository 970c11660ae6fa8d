"""A name holds small letters, digits and underscores."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="id",
    means="een naam heeft hoofdletters, spaties of andere tekens",
    mend="gebruik kleine letters, cijfers en `_`",
    good=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: gezond_zijn
                    title:
                      nl: Gezond
                      en: Health
                    entries: [voorbeeld]
                """,
        },
    ),
    bad=Example(
        files={
            "faq/menu.yaml": """
                ouder:
                  - id: Gezond zijn
                    title:
                      nl: Gezond
                      en: Health
                    entries: [voorbeeld]
                """,
        },
    ),
    check=None,
)
