"""Every slot is asked."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of, slots_set
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    asked = slots_set(flow)
    for name in flow.slots:
        if name not in asked:
            line = first_line_of(flow, name)
            yield in_flow(flow, line, f"'{name}' wordt nergens gevraagd", "haal het weg bij slots")


RULE = Rule(
    id="W508",
    means="een antwoord bij `slots` wordt nergens gevraagd",
    mend="haal het weg, of vraag het",
    severity=Severity.WARNING,
    good=Example(
        flow="""
            slots:
              - name: duur
                type: choice
                label:
                  nl: Hoe lang
                  en: How long
                options:
                  - id: dagen
                    label:
                      nl: Een paar dagen
                      en: A few days
                  - id: weken
                    label:
                      nl: Weken
                      en: Weeks
            """,
    ),
    bad=Example(
        flow="""
            slots:
              - name: duur
                type: choice
                label:
                  nl: Hoe lang
                  en: How long
                options:
                  - id: dagen
                    label:
                      nl: Een paar dagen
                      en: A few days
                  - id: weken
                    label:
                      nl: Weken
                      en: Weeks
              - name: los
                type: text
                label:
                  nl: Los
                  en: Loose
            """,
    ),
    check=each_flow(_check),
)
