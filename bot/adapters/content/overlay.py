"""Lays the files of an organisation over the national ones: item by item, and remembers what was replaced."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import NATIONAL, Layer, is_below, layers_of
from bot.adapters.content.strict_yaml import Value

REMOVED, REASON = "verwijderd", "reden"
OVERLAY_FIELDS = (NATIONAL, REMOVED, REASON)
"""Fields that any item of an overlay may have: the fingerprint of what it replaces, or that it takes it out and why."""
_UNSEEN = frozenset({*OVERLAY_FIELDS, "review_by", "checked", "note", "allow", "doubts"})
"""Fields that nobody who uses the bot sees; a new date of review is no reason to compare again."""
_FINGERPRINT_LENGTH = 12


class Kind(StrEnum):
    """What can be replaced; the value is its name in findings."""

    ENTRY = "vraag"
    FLOW = "stappenplan"
    CONTACT = "contact"
    FACT = "feit"
    TERM = "begrip"
    THEME = "thema"
    SMALLTALK = "praatje"
    SAFETY = "teksten bij gevaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One item of an overlay that replaces an item below it, or takes it out."""

    kind: Kind
    id: str
    file: str
    line: int
    below: str
    """File and line of the item that is replaced."""
    recorded: str
    """The fingerprint the editor noted; empty when there is none."""
    fingerprint: str
    """The fingerprint of the item below as it is now."""
    reason: str | None = None
    """Why it was taken out; None for an item that was replaced."""

    def __str__(self) -> str:
        """One line for people: place · what it does · whether the national one changed since."""
        if self.reason is None:
            what = f"{self.kind} '{self.id}' komt in plaats van {self.below}"
        else:
            what = f"{self.kind} '{self.id}' is weggehaald ({self.below}), want: {self.reason}"
        if not self.recorded:
            since = "niet te zien of de landelijke versie veranderde"
        elif self.recorded == self.fingerprint:
            since = "de landelijke versie is niet veranderd"
        else:
            since = "de landelijke versie is intussen veranderd"
        return f"{self.file}:{self.line} · {what} · {since}"


def fingerprint(fields: Fields) -> str:
    """Twelve hexadecimal digits that change when somebody could read the difference; layout and order do not count."""
    held = {name: value for name in fields.names_of_fields() if (value := fields.raw(name)) is not None}
    letters = json.dumps(_plain(held), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(letters.encode()).hexdigest()[:_FINGERPRINT_LENGTH]


def _plain(data: object) -> object:
    if isinstance(data, Value):
        return _plain(data.data)
    if isinstance(data, dict):
        return {name: _plain(value) for name, value in data.items() if name not in _UNSEEN}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return " ".join(str(data).split())


def removes(fields: Fields) -> bool:
    """The item takes out the one below it and says nothing itself."""
    value = fields.raw(REMOVED)
    return value is not None and value.data is True


def _name(fields: Fields, key: str) -> str:
    """The name as it stands; whoever reads the item complains when it is no good name."""
    value = fields.raw(key)
    return str(value.data) if value is not None and isinstance(value.data, str | int) else ""


class Stack:
    """The layers of a content folder, the lowest first, and what the upper ones change."""

    def __init__(self, root: Path, findings: Findings) -> None:
        """``root`` is the organisation's own folder; what is wrong goes to ``findings``."""
        self.layers: tuple[Layer, ...] = layers_of(root, findings)
        self.findings = findings
        self.overrides: list[Override] = []
        self._removed: dict[Kind, dict[str, Fields]] = {kind: {} for kind in Kind}

    @property
    def own(self) -> Layer:
        """The organisation's own folder."""
        return self.layers[-1]

    def is_below(self, file: str) -> bool:
        """The file is not the organisation's own."""
        return is_below(self.layers, file)

    def removed(self, kind: Kind) -> dict[str, Fields]:
        """What was taken out, with the item that says so."""
        return self._removed[kind]

    def kept(self, kind: Kind, names: Sequence[str], file: str) -> tuple[str, ...]:
        """References of a file, without those to what an upper layer took out: that layer cannot mend the file."""
        if not self.is_below(file):
            return tuple(names)
        return tuple(name for name in names if name not in self._removed[kind])

    def merge(self, kind: Kind, layers: Sequence[Sequence[Fields]], key: str = "id") -> list[Fields]:
        """The items of all layers: an equal name replaces, in its place; a new name comes at the end."""
        merged: list[Fields] = []
        for number, items in enumerate(layers):
            places = {_name(item, key): place for place, item in enumerate(merged)}
            taken_out: set[int] = set()
            for item in items:
                name = _name(item, key)
                place = places.pop(name, None) if name else None
                if removes(item):
                    self._take_out(kind, name, key, item, merged[place] if place is not None else None)
                    taken_out |= {place} if place is not None else set()
                elif place is None:
                    self._removed[kind].pop(name, None)
                    merged.append(item)
                    self._no_longer_needed(kind, name, item, lowest=number == 0)
                else:
                    self.replace(kind, name, item, merged[place])
                    merged[place] = item
            merged = [item for place, item in enumerate(merged) if place not in taken_out]
        return merged

    def replace(self, kind: Kind, name: str, own: Fields, below: Fields, reason: str | None = None) -> None:
        """Note that ``own`` comes instead of ``below``, and warn when nobody compared the two since a change."""
        override = Override(
            kind=kind,
            id=name,
            file=own.file,
            line=own.line,
            below=f"{below.file}:{below.line}",
            recorded=own.text(NATIONAL),
            fingerprint=fingerprint(below),
            reason=reason,
        )
        self.overrides.append(override)
        note = f'{NATIONAL}: "{override.fingerprint}"'
        if not override.recorded:
            self.findings.warn(
                own.file,
                own.line,
                "landelijk_ontbreekt",
                f"bij {kind} '{name}' staat niet van welke landelijke versie jullie uitgingen",
                f"zet erbij: {note}",
            )
        elif override.recorded != override.fingerprint:
            self.findings.warn(
                own.file,
                own.line_of(NATIONAL),
                "landelijk_veranderd",
                f"de landelijke versie van {kind} '{name}' is veranderd sinds jullie aanpassing",
                f"vergelijk met {override.below}, neem over wat nodig is, en schrijf dan: {note}",
            )

    def _take_out(self, kind: Kind, name: str, key: str, own: Fields, below: Fields | None) -> None:
        own.only((key, *OVERLAY_FIELDS, "note"))
        own.need(key, REASON)
        if below is None:
            self.findings.error(
                own.file,
                own.line,
                "verwijderd_onbekend",
                f"er is geen landelijk {kind} '{name}' om weg te halen",
                "verbeter de naam, of haal deze regels weg",
            )
            return
        self._removed[kind][name] = own
        self.replace(kind, name, own, below, own.text(REASON))

    def _no_longer_needed(self, kind: Kind, name: str, own: Fields, *, lowest: bool) -> None:
        if NATIONAL in own:
            why = "deze map heeft geen basis" if lowest else f"er is geen landelijk {kind} '{name}' (meer)"
            self.findings.warn(
                own.file,
                own.line_of(NATIONAL),
                "landelijk_onbekend",
                f"{kind} '{name}' vervangt niets: {why}",
                f"kijk of de naam klopt, of haal de regel '{NATIONAL}' weg",
            )
