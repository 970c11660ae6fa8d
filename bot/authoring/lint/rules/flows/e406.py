"""No words fit two choices."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Flow
from bot.text.folding import fold


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for slot in flow.slots.values():
        line = first_line_of(flow, slot.name)
        seen: dict[str, str] = {}
        for option in slot.options:
            for form in {fold(form) for form in (*option.label.values(), *option.also)}:
                if seen.setdefault(form, option.id) != option.id:
                    what = f"'{form}' past op twee keuzes van '{slot.name}'"
                    yield in_flow(flow, line, what, "maak ze verschillend")


RULE = Rule(
    id="E406",
    means="dezelfde woorden passen op twee keuzes; de bot kan dan niet weten welke iemand bedoelt",
    mend="maak ze verschillend",
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
                      nl: Een paar dagen!
                      en: Weeks
            """,
    ),
    check=each_flow(_check),
)
