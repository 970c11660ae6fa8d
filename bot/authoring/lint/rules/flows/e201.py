"""Every step leads to a step that is there."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import OUTSIDE, steps_led_to
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    known = {step.id for step in flow.steps} | OUTSIDE
    for step, target in steps_led_to(flow):
        if target not in known:
            yield in_flow(flow, step.line, f"de stap '{target}' bestaat niet", "verbeter de naam of maak de stap")


RULE = Rule(
    id="E201",
    means="een stap leidt naar een stap die er niet is",
    mend="verbeter de naam, of maak de stap",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
                then: klaar
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
                then: klaer
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
