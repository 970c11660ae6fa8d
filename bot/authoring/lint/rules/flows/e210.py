"""A document is of a kind that can be made."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="E210",
    means="er staat een soort document die de bot niet kan maken",
    mend="kies uit `sheet`, `picture`, `card`, `calendar`",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - document: sheet
                slots: [duur]
                title:
                  nl: Mijn blad
                  en: My sheet
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    bad=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - document: boek
                slots: [duur]
                title:
                  nl: Mijn blad
                  en: My sheet
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=None,
)
