"""Conditions compare with choices that are there."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import tests_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow, SlotType


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for line, test in tests_of(flow):
        slot = flow.slots.get(test.name)
        if slot is None or test.operator not in ("is", "is not", "in", "has"):
            continue
        allowed = {"ja", "nee"} if slot.type is SlotType.YES_NO else {option.id for option in slot.options}
        for value in test.values:
            if allowed and value not in allowed:
                what = f"'{value}' is geen keuze van {test.name}"
                yield in_flow(flow, line, what, f"kies uit {', '.join(sorted(allowed))}")


RULE = Rule(
    id="E505",
    means="een voorwaarde noemt een keuze die er niet is",
    mend="kies uit de keuzes die `check` noemt",
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
                  - if: duur is maanden
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
