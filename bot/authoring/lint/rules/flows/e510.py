"""What a choice was called earlier is no choice of now."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for slot in flow.slots.values():
        line = first_line_of(flow, slot.name)
        for option in slot.options:
            for old in option.was:
                if any(other.id == old for other in slot.options):
                    what = f"'{old}' staat bij 'was' maar bestaat nog"
                    yield in_flow(flow, line, what, "haal een van de twee weg")


RULE = Rule(
    id="E510",
    means="bij `was` staat een keuze die er nog is",
    mend="haal een van de twee weg",
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
                    was: [lang]
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
                    was: [dagen]
                    label:
                      nl: Weken
                      en: Weeks
            """,
    ),
    check=each_flow(_check),
)
