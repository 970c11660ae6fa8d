"""Every text of a step is there in English."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.adapters.content.flow_texts import step_texts
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step in flow.steps:
        for text in step_texts(step):
            if text and not any(key.partition("@")[0] == "en" for key in text):
                yield in_flow(flow, step.line, "er is geen Engelse tekst", "zet er 'en:' bij")
    for slot in flow.slots.values():
        for option in slot.options:
            if "en" not in option.label:
                line = first_line_of(flow, slot.name)
                yield in_flow(flow, line, f"'{option.id}' heeft geen Engels", "zet er 'en:' bij")


RULE = Rule(
    id="W302",
    means="een tekst of een keuze heeft geen Engels; wie Engels koos, leest daar Nederlands",
    mend="zet er `en:` bij",
    severity=Severity.WARNING,
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
                  nl: Hoe lang duurt het al?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
