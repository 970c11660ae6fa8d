"""Every way comes to an end."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import OUTSIDE, reached_from, ways_in
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import End, Flow, Goto, Handoff


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    if look.rehearsals is not None:
        for name in look.rehearsals.walks[flow.id].dead_ends:
            yield in_flow(flow, 1, f"vanaf '{name}' loopt het vast", "zie docs/flows.md, Proefgesprekken")
        return
    ways = ways_in(flow)
    reached = reached_from(flow.steps[0].id, ways)
    ends = {step.id for step in flow.steps if isinstance(step, End | Handoff | Goto) or OUTSIDE & set(ways[step.id])}
    for step in flow.steps:
        if step.id in reached and not reached_from(step.id, ways) & (ends | OUTSIDE):
            yield in_flow(flow, step.line, f"vanaf '{step.id}' komt er geen einde", "laat een stap naar end gaan")


RULE = Rule(
    id="E206",
    means="vanaf een stap komt er geen einde",
    mend="laat een stap naar `end` gaan",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - branch:
                  - if: duur is weken
                    goto: nog_eens
                  - else: klaar
              - id: nog_eens
                ask: duur
                text:
                  nl: Hoe lang precies?
                  en: How long exactly?
                then: klaar
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
                    goto: nog_eens
                  - else: klaar
              - id: nog_eens
                ask: duur
                text:
                  nl: Hoe lang precies?
                  en: How long exactly?
                then: nog_eens
              - id: klaar
                end: goed
                text:
                  nl: Dag!
                  en: Bye!
            """,
    ),
    check=each_flow(_check, whole=True),
)
