"""No choice is called as a way out of the flow."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow
from bot.text.folding import fold

_WAY_OUT = frozenset(
    {
        "stop", "menu", "terug", "opnieuw", "mens", "sos", "herhaal", "waarom", "wijzig", "overslaan", "sla over",
        "back", "restart", "human", "why", "skip", "change",
    }
)  # fmt: skip


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for slot in flow.slots.values():
        line = first_line_of(flow, slot.name)
        for option in slot.options:
            for form in {fold(form) for form in (*option.label.values(), *option.also)} & _WAY_OUT:
                yield in_flow(flow, line, f"'{form}' is ook een woord om eruit te gaan", "kies een ander woord")


RULE = Rule(
    id="E407",
    means="een keuze heet net als een woord om eruit te gaan, zoals *stop* of *terug*",
    mend="kies een ander woord",
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
                      nl: Stop
                      en: Weeks
            """,
    ),
    check=each_flow(_check),
)
