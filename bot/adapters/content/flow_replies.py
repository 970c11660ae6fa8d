"""What makes natural replies readable in a flow: fields with a closed list of words, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Finding, Severity
from bot.adapters.content.flow_shape import SPAN
from bot.flow.definition import Ask, Flow, Slot, SlotType, Takes


def one_of(fields: Fields, name: str, known: Mapping[str, str]) -> str:
    """One of a closed list of words, or nothing."""
    value = fields.text(name)
    if value and value not in known:
        fields.findings.error(
            fields.file,
            fields.line_of(name),
            "E507",
            f"'{value}' past niet bij '{name}'",
            f"kies uit {', '.join(known)}",
        )
        return ""
    return value


def some_of(fields: Fields, name: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Words of a closed list."""
    wrong = [value for value in fields.names(name) if value not in known]
    if wrong:
        fields.findings.error(
            fields.file,
            fields.line_of(name),
            "E507",
            f"'{wrong[0]}' past niet bij '{name}'",
            f"kies uit {', '.join(known)}",
        )
    return tuple(value for value in fields.names(name) if value in known)


def span(fields: Fields) -> tuple[int, int | None] | None:
    """A span of days; None when there is none."""
    written = fields.text("days")
    if not written:
        return None
    first, _, last = written.partition("-")
    if not re.fullmatch(SPAN, written) or (last and int(last) < int(first)):
        fields.findings.error(
            fields.file, fields.line_of("days"), "E507", f"'{written}' is geen aantal dagen", 'schrijf "7-28", of "29-"'
        )
        return None
    return int(first), int(last) if last else None


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
