"""Every brace in a text belongs to something that is filled in."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import forms_of, without_placeholders
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step, _, form in forms_of(flow):
        rest = without_placeholders(form)
        if "{" in rest or "}" in rest:
            what = "er staat een { of } die nergens bij hoort"
            yield in_flow(flow, step.line, what, "schrijf {naam} of {contact:…}")


RULE = Rule(
    id="E412",
    means="er staat een `{` of `}` die nergens bij hoort",
    mend="schrijf `{naam}` of `{contact:…}`",
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
                  en: How long has it been?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag }
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
