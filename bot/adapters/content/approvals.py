"""``faq/akkoord.yaml``: which expert approved which version of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.fields import Fields
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.adapters.content.translations import mark_of
from bot.domain.ids import EntryId
from bot.matching.entry import Approval

FILE = "akkoord.yaml"
_FIELDS = ("id", "by", "on", "of", "remark", "shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """One approval, with its place in the files."""

    id: EntryId
    by: str
    on: date
    of: str
    """The mark of the version: it changes with the Dutch title, answer or more."""
    remark: str
    shown: bool
    """The answer may say who looked at it."""
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Approvals:
    """The last approval of each answer, of the version as it is and of older ones."""

    current: Mapping[EntryId, Approved]
    older: Mapping[EntryId, Approved]

    def of(self, entry: EntryId) -> Approval | None:
        """What the answer may say about it."""
        found = self.current.get(entry)
        return Approval(by=found.by, on=found.on) if found is not None and found.shown else None


NO_APPROVALS = Approvals({}, {})


def load_approvals(stack: Stack, entries: Mapping[EntryId, LocatedEntry]) -> Approvals:
    """``akkoord.yaml`` of every layer; the last one of an answer counts."""
    found: dict[EntryId, Approved] = {}
    for layer in stack.layers:
        path = layer.faq / FILE
        if not path.is_file():
            continue
        name = layer.name(path)
        value = read_file(path, name, stack.findings)
        if value is None or value.data is None:
            continue
        if not isinstance(value.data, list):
            what, advice = "dit bestand is geen lijst", "maak het met: faq approve"
            stack.findings.error(name, value.line, "vorm", what, advice)
            continue
        for item in value.data:
            approved = _approved(Fields(item, name, stack.findings, what="dit akkoord"))
            if approved is None:
                continue
            if approved.id in entries:
                found[approved.id] = approved
            elif approved.id not in stack.removed(Kind.ENTRY):
                what = f"er is geen vraag '{approved.id}'"
                stack.findings.error(name, approved.line, "verwijzing", what, "haal dit akkoord weg")
    marks = {name: mark_of(entries[name].entry) for name in found}
    return Approvals(
        current={name: one for name, one in found.items() if one.of == marks[name]},
        older={name: one for name, one in found.items() if one.of != marks[name]},
    )


def _approved(fields: Fields) -> Approved | None:
    fields.only(_FIELDS)
    fields.need("id", "by", "on", "of")
    day, identifier = fields.day("on"), fields.identifier("id")
    if day is None or not identifier:
        return None
    return Approved(
        id=EntryId(identifier),
        by=fields.text("by"),
        on=day,
        of=fields.text("of"),
        remark=fields.text("remark"),
        shown=fields.flag("shown"),
        file=fields.file,
        line=fields.line,
    )
