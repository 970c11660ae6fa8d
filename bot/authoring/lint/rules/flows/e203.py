"""Somebody can come at every step."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import reached_from, ways_in
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    # Saying yes to a handoff ends the flow; what follows it is for those who say no.
    reached = reached_from(flow.steps[0].id, ways_in(flow))
    for step in flow.steps:
        if step.id not in reached:
            yield in_flow(flow, step.line, f"niemand komt bij de stap '{step.id}'", "verwijs ernaar of haal hem weg")


RULE = Rule(
    id="E203",
    means="niemand komt bij een stap",
    mend="verwijs ernaar, of haal hem weg",
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
                then: klaar
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
    check=each_flow(_check, whole=True),
)
