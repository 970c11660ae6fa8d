"""Not more choices than fit on a screen."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow

_MOST = 8


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for slot in flow.slots.values():
        line = first_line_of(flow, slot.name)
        if len(slot.options) > _MOST:
            what = f"'{slot.name}' heeft {len(slot.options)} keuzes"
            yield in_flow(flow, line, what, f"hooguit {_MOST} past op een scherm")


RULE = Rule(
    id="W404",
    means="een vraag heeft meer dan acht keuzes",
    mend="maak het er minder, of vraag het in twee keer",
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
                  - id: dag_1
                    label:
                      nl: 1 dagen
                      en: 1 days
                  - id: dag_2
                    label:
                      nl: 2 dagen
                      en: 2 days
                  - id: dag_3
                    label:
                      nl: 3 dagen
                      en: 3 days
                  - id: dag_4
                    label:
                      nl: 4 dagen
                      en: 4 days
                  - id: dag_5
                    label:
                      nl: 5 dagen
                      en: 5 days
                  - id: dag_6
                    label:
                      nl: 6 dagen
                      en: 6 days
                  - id: dag_7
                    label:
                      nl: 7 dagen
                      en: 7 days
                  - id: dag_8
                    label:
                      nl: 8 dagen
                      en: 8 days
                  - id: dag_9
                    label:
                      nl: 9 dagen
                      en: 9 days
            """,
    ),
    check=each_flow(_check),
)
