"""A text fits on the screen of a phone."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import forms_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow

_LONGEST = 900


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step, language, form in forms_of(flow):
        if len(form) > _LONGEST:
            yield in_flow(flow, step.line, f"de tekst in {language} heeft {len(form)} tekens", f"hooguit {_LONGEST}")


RULE = Rule(
    id="W402",
    means="een tekst heeft meer dan 900 tekens",
    mend="maak hem korter, of zet er een vraag tussen",
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
                  nl: >-
                    Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en
                    dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn.
                    Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en
                    dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn.
                    Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en
                    dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn.
                    Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en
                    dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn.
                    Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en
                    dat is niet fijn. Dit duurt lang en dat is niet fijn. Dit duurt lang en dat is niet fijn.
                    Dit duurt lang en dat is niet fijn. Hoe lang duurt het al?
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
