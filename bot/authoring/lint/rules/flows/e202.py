"""Every flow that is named is there."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import flows_led_to
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    for step, name in flows_led_to(flow):
        if name not in look.content.flows:
            yield in_flow(flow, step.line, f"het stappenplan '{name}' bestaat niet", "verbeter de naam")


RULE = Rule(
    id="E202",
    means="een stap leidt naar een stappenplan dat er niet is",
    mend="verbeter de naam, of maak het stappenplan",
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
                  nl: Dag!
                  en: Bye!
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
                  - if: duur is weken
                    goto: flow:weg
                  - else: klaar
              - id: klaar
                end: goed
                text:
                  nl: Dag!
                  en: Bye!
            """,
    ),
    check=each_flow(_check),
)
