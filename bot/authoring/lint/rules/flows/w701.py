"""Telephone numbers stand in one place."""

import re
from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import forms_of, without_placeholders
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow

_PHONE = re.compile(r"(?<!\d)(?:0\d{1,3}[- ]?\d{6,8}|0800[- ]?\d{4,7}|14 ?0\d{2})(?!\d)")


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for step, _, form in forms_of(flow):
        if _PHONE.search(without_placeholders(form)):
            yield in_flow(flow, step.line, "er staat een telefoonnummer in de tekst", "gebruik {contact:…}")


RULE = Rule(
    id="W701",
    means="er staat een telefoonnummer in de tekst; verandert het, dan blijft het hier staan",
    mend="gebruik `{contact:…}`",
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
                  nl: Je zei {duur}. Bel {contact:steunpunt}.
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
                  nl: Je zei {duur}. Bel 0318-000000.
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
