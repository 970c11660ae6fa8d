"""Answers are compared as their kind can be."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import tests_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow, SlotType


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for line, test in tests_of(flow):
        slot = flow.slots.get(test.name)
        if slot is None:
            continue
        if test.operator in ("<", "<=", ">", ">=") and slot.type not in (SlotType.NUMBER, SlotType.SCALE):
            yield in_flow(flow, line, f"'{test.name}' is geen getal", "vergelijk met 'is'")
        if test.operator == "has" and slot.type is not SlotType.MULTI:
            yield in_flow(flow, line, f"'{test.name}' is één keuze", "gebruik 'is' in plaats van 'has'")


RULE = Rule(
    id="E504",
    means="een voorwaarde vergelijkt een antwoord op een manier die niet past: groter dan bij iets dat geen getal is",
    mend="vergelijk met `is`",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - branch:
                  - if: duur is weken
                    goto: klaar
                  - else: klaar
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
              - branch:
                  - if: duur has weken
                    goto: klaar
                  - else: klaar
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
