"""What makes natural replies readable in a flow: fields with a closed list of words."""

import re
from collections.abc import Mapping

from bot.adapters.content.fields import Fields
from bot.adapters.content.flow_shape import SPAN


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
