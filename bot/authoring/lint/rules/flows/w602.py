"""One question at a time."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import forms_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Ask, Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step, _, form in forms_of(flow):
        if isinstance(step, Ask) and form.count("?") > 2:
            what = "er staan meer dan twee vragen in één bericht"
            yield in_flow(flow, step.line, what, "vraag één ding tegelijk")


RULE = Rule(
    id="W602",
    means="er staan meer dan twee vragen in één bericht",
    mend="vraag één ding tegelijk",
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
                  nl: Wat is er? Hoe lang al? En bij wie?
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
