"""Every answer that is named is a slot of the flow."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import forms_of, slots_named, tests_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.conditions import ENVIRONMENT
from bot.flow.definition import Flow
from bot.text.placeholders import SLOT


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        for name in slots_named(step):
            if name not in flow.slots:
                yield _missing(flow, step.line, f"'{name}'")
    for line, test in tests_of(flow):
        if test.name not in ENVIRONMENT and test.name not in flow.slots:
            yield _missing(flow, line, f"'{test.name}'")
    for step, _, form in forms_of(flow):
        for name in SLOT.findall(form):
            if name not in flow.slots and name != "steunpunt":
                yield _missing(flow, step.line, f"'{{{name}}}'")


def _missing(flow: Flow, line: int, name: str) -> Problem:
    return in_flow(flow, line, f"{name} staat niet bij slots", "verbeter de naam of voeg het toe")


RULE = Rule(
    id="E501",
    means="een stap, een voorwaarde of een tekst noemt een antwoord dat niet bij `slots` staat",
    mend="verbeter de naam, of voeg het toe",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - branch:
                  - if: duur is dagen
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
                  - if: duurt is dagen
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
