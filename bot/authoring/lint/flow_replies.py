"""Whether natural replies can be read in a flow."""

from collections.abc import Iterator

from bot.adapters.content.findings import Finding, Severity
from bot.flow.definition import Ask, Flow, Slot, SlotType, Takes


def replies(flow: Flow, slot: Slot, line: int) -> Iterator[Finding]:
    """What makes natural replies readable: where a question about a day looks, and one option for each reply."""
    day = slot.type is SlotType.DATE
    for step in flow.steps:
        if not isinstance(step, Ask) or step.slot != slot.name or (step.direction is not None) is day:
            continue
        if day:
            advice = "zet 'direction: past' of 'direction: future' bij deze vraag"
            yield _wrong(flow, step.line, f"'{slot.name}' zegt niet of de dag geweest is of nog komt", advice)
        else:
            yield _wrong(flow, step.line, f"'{slot.name}' is geen datum", "haal 'direction' weg")
    if slot.unit and slot.type is not SlotType.NUMBER:
        yield _wrong(flow, line, f"'{slot.name}' is geen getal", "haal 'unit' weg")
    if slot.doubt and slot.type is not SlotType.YES_NO:
        yield _wrong(flow, line, f"'{slot.name}' is geen ja-of-nee-vraag", "haal 'doubt' weg")
    for takes in Takes:
        having = [option.id for option in slot.options if takes in option.takes]
        if len(having) > 1:
            yield _wrong(
                flow, line, f"'{takes}' staat bij {' en '.join(having)} van '{slot.name}'", "laat er één staan"
            )


def _wrong(flow: Flow, line: int, what: str, advice: str) -> Finding:
    return Finding(file=flow.file, line=line, code="E508", what=what, advice=advice, severity=Severity.ERROR)
