"""Natural replies can be read: where a question about a day looks, and one choice for each reply."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import first_line_of
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Ask, Flow, Slot, SlotType, Takes


def _check(flow: Flow, _look: Look) -> Iterator[Problem]:
    for slot in flow.slots.values():
        yield from _directions(flow, slot)
        yield from _kinds(flow, slot, first_line_of(flow, slot.name))


def _directions(flow: Flow, slot: Slot) -> Iterator[Problem]:
    day = slot.type is SlotType.DATE
    for step in flow.steps:
        if not isinstance(step, Ask) or step.slot != slot.name or (step.direction is not None) is day:
            continue
        if day:
            what = f"'{slot.name}' zegt niet of de dag geweest is of nog komt"
            yield in_flow(flow, step.line, what, "zet 'direction: past' of 'direction: future' bij deze vraag")
        else:
            yield in_flow(flow, step.line, f"'{slot.name}' is geen datum", "haal 'direction' weg")


def _kinds(flow: Flow, slot: Slot, line: int) -> Iterator[Problem]:
    if slot.unit and slot.type is not SlotType.NUMBER:
        yield in_flow(flow, line, f"'{slot.name}' is geen getal", "haal 'unit' weg")
    if slot.doubt and slot.type is not SlotType.YES_NO:
        yield in_flow(flow, line, f"'{slot.name}' is geen ja-of-nee-vraag", "haal 'doubt' weg")
    for takes in Takes:
        having = [option.id for option in slot.options if takes in option.takes]
        if len(having) > 1:
            what = f"'{takes}' staat bij {' en '.join(having)} van '{slot.name}'"
            yield in_flow(flow, line, what, "laat er één staan")


RULE = Rule(
    id="E508",
    means="bij een vraag naar een dag staat niet of die geweest is of nog komt, of er staat iets dat niet past",
    mend="zet `direction: past` of `direction: future` bij de vraag, of haal weg wat niet past",
    good=Example(
        flow="""
            slots:
              - name: duur
                type: date
                label:
                  nl: Sinds wanneer
                  en: Since when
            steps:
              - ask: duur
                direction: past
                text:
                  nl: Sinds wanneer is het zo?
                  en: Since when?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    bad=Example(
        flow="""
            slots:
              - name: duur
                type: date
                label:
                  nl: Sinds wanneer
                  en: Since when
            steps:
              - ask: duur
                text:
                  nl: Sinds wanneer is het zo?
                  en: Since when?
              - id: klaar
                end: goed
                text:
                  nl: Je zei {duur}. Dag!
                  en: You said {duur}. Bye!
            """,
    ),
    check=each_flow(_check),
)
