"""No circle without a question in it."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import reached_from, ways_in
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Ask, Flow, Handoff, Review


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    ways = ways_in(flow)
    quiet = {
        step.id: [target for target in ways[step.id] if not isinstance(flow.step(target), Ask | Review | Handoff)]
        for step in flow.steps
        if not isinstance(step, Ask | Review | Handoff)
    }
    for step in flow.steps:
        targets = quiet.get(step.id, ())
        if any(step.id in reached_from(target, quiet) for target in targets):
            what = f"'{step.id}' draait rond zonder vraag"
            yield in_flow(flow, step.line, what, "zet er een vraag in, of ga naar end")
            return


RULE = Rule(
    id="E207",
    means="stappen draaien rond zonder vraag; de bot zou niet meer ophouden",
    mend="zet er een vraag in, of ga naar `end`",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
              - branch:
                  - if: duur is dagen
                    goto: duur
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
              - id: kijk
                branch:
                  - if: duur is dagen
                    goto: kijk
                  - else: klaar
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check, whole=True),
)
