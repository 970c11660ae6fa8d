"""The words of a choice fit on a button."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow

_LONGEST = 40


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for slot in flow.slots.values():
        line = first_line_of(flow, slot.name)
        for option in slot.options:
            for label in option.label.values():
                if len(label) > _LONGEST:
                    yield in_flow(flow, line, f"de knop '{label[:20]}…' is lang", f"hooguit {_LONGEST} tekens")


RULE = Rule(
    id="W411",
    means="de tekst van een keuze is langer dan 40 tekens en past niet op een knop",
    mend="maak hem korter",
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
                      nl: Het duurt nu al een hele tijd, wel een paar weken
                      en: Weeks
            """,
    ),
    check=each_flow(_check),
)
