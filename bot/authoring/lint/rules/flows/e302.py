"""Every text of a step is there in Dutch."""

from collections.abc import Iterator

from bot.adapters.content.flow_texts import step_texts
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        for text in step_texts(step):
            if text and not any(key.partition("@")[0] == "nl" for key in text):
                yield in_flow(flow, step.line, "er is geen Nederlandse tekst", "zet er 'nl:' bij")


RULE = Rule(
    id="E302",
    means="een tekst van een stap heeft geen Nederlands",
    mend="zet er `nl:` bij",
    good=Example(
        flow="""
            steps:
              - ask: duur
                text:
                  nl: Hoe lang duurt het al?
                  en: How long has it been?
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
                  en: How long has it been?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
