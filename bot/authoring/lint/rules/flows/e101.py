"""A step does one thing."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="E101",
    means="een stap doet niets, of twee dingen tegelijk",
    mend="geef elke stap precies één werkwoord: `say`, `ask`, `branch`, `end`, …",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - id: uitleg
                say:
                  nl: Dat is lang.
                  en: That is long.
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
              - id: uitleg
                zeg:
                  nl: Dat is lang.
                  en: That is long.
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=None,
)
