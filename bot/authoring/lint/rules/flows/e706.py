"""A reminder comes only to who said yes to it."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="E706",
    means="een herinnering zonder toestemming",
    mend="zet achter `remind` de ja/nee-vraag die het goed vindt",
    good=Example(
        flow="""
            slots:
              - name: duur
                type: yes_no
                label:
                  nl: Mag
                  en: May
            steps:
              - ask: duur
                text:
                  nl: Mag ik je herinneren?
                  en: May I remind you?
              - remind: duur
                days: 2
                text:
                  nl: Hoe gaat het?
                  en: How is it?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    bad=Example(
        flow="""
            slots:
              - name: duur
                type: yes_no
                label:
                  nl: Mag
                  en: May
            steps:
              - ask: duur
                text:
                  nl: Mag ik je herinneren?
                  en: May I remind you?
              - remind: ""
                days: 2
                text:
                  nl: Hoe gaat het?
                  en: How is it?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=None,
)
