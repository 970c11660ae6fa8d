"""What steunpunten take over from each other: a pack of own questions and flows, and who made what was taken.

In a content folder ``gedeeld/`` holds the newest pack of each other steunpunt and ``overgenomen.yaml``, the record of
what was taken or left. Nothing about people is in a pack: only files that editors wrote, and words that an editor read.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.adapters.content.entries import entry_files
from bot.adapters.content.fields import Fields, is_identifier
from bot.adapters.content.findings import Finding, Findings, Severity
from bot.adapters.content.flows import flow_files
from bot.adapters.content.layers import Layer
from bot.adapters.content.overlay import REMOVED
from bot.adapters.content.strict_yaml import read_file, read_text
from bot.authoring.editing.editable import EditableFile
from bot.authoring.editing.rewriting import add_phrasings
from bot.authoring.sharing_words import MISSED, SENTENCES, Words, pieces_of, sentences_in
from bot.domain.errors import ContentError

FOLDER, RECORD = "gedeeld", "overgenomen.yaml"
ENTRY, FLOW = "vraag", "stappenplan"
_KINDS = (ENTRY, FLOW, SENTENCES, MISSED)
_VERSION = 1
_MARK_LENGTH, _LARGEST = 12, 5_000_000
_HEAD = "# Wat we van andere steunpunten overnamen of lieten liggen. Gemaakt met `faq adopt`; zie docs/editor.md.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One question or flow as its maker wrote it."""

    kind: str
    id: str
    text: str

    @property
    def mark(self) -> str:
        """Changes with its words; layout does not count."""
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()[:_MARK_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What one steunpunt shares, on one day."""

    by: str
    made: date
    pieces: tuple[Piece, ...]

    def piece(self, identifier: str) -> Piece | None:
        """The piece of this name."""
        return next((one for one in self.pieces if one.id == identifier), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was done with a piece of another steunpunt."""

    id: str
    by: str
    """Who wrote it."""
    on: date
    of: str
    """The mark of the piece that was looked at."""
    left: bool
    """It was left where it was, or compared and kept as ours."""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Shared:
    """The packs that came, and what was done with them."""

    packs: Mapping[str, Pack]
    """The newest of each steunpunt, by its name."""
    taken: tuple[Taken, ...]

    def done(self, by: str, identifier: str) -> Taken | None:
        """The last thing that was done with it."""
        return next((one for one in reversed(self.taken) if (one.by, one.id) == (by, identifier)), None)


def own_pieces(layer: Layer) -> Iterator[tuple[Piece, EditableFile, int, int]]:
    """The questions and flows of a folder itself, each with where it stands."""
    for path in entry_files(layer.faq):
        file = EditableFile(path, layer.name(path))
        for node in file.root.value if file.root is not None and isinstance(file.root.value, list) else ():
            fields = {key.value: value for key, value in node.value}
            if "id" not in fields or REMOVED in fields:
                continue
            start, end = node.start_mark.index, file.end(node)
            margin = " " * int(node.start_mark.column)
            lines = file.text[start:end].splitlines()
            text = "\n".join([lines[0], *(line.removeprefix(margin) for line in lines[1:])])
            yield Piece(kind=ENTRY, id=str(fields["id"].value), text=text), file, start, end
    for path in flow_files(layer.root):
        file = EditableFile(path, layer.name(path))
        yield Piece(kind=FLOW, id=path.stem, text=file.text), file, 0, len(file.text)


def write_pack(by: str, layer: Layer, today: date, output: Path, words: Words | None = None) -> Pack:
    """Put everything of the folder itself in a file, with the words that an editor read."""
    said = [Piece(kind=kind, id=name, text=text) for kind, name, text in (pieces_of(words) if words else ())]
    pack = Pack(by=by, made=today, pieces=(*(piece for piece, *_ in own_pieces(layer)), *said))
    output.write_text(_as_json(pack), encoding="utf-8")
    return pack


def _as_json(pack: Pack) -> str:
    pieces = [{"kind": one.kind, "id": one.id, "mark": one.mark, "text": one.text} for one in pack.pieces]
    whole = {"steunpuntbot": _VERSION, "by": pack.by, "made": pack.made.isoformat(), "pieces": pieces}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_pack(path: Path) -> Pack:
    """A pack as it came; raises ``ContentError`` when it is none, or was changed on the way."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ContentError(f"{path.name} is te groot voor een pakket.")
        held: Any = json.loads(path.read_text(encoding="utf-8"))
        pieces = tuple(Piece(kind=one["kind"], id=one["id"], text=one["text"]) for one in held["pieces"])
        marks = [one["mark"] for one in held["pieces"]]
        pack = Pack(by=str(held["by"]).strip(), made=date.fromisoformat(held["made"]), pieces=pieces)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path.name} is geen pakket van faq share.") from error
    for piece, mark in zip(pieces, marks, strict=True):
        if piece.kind not in _KINDS or not is_identifier(piece.id) or piece.mark != mark or not _reads(piece):
            raise ContentError(f"{path.name} is onderweg veranderd of beschadigd ('{piece.id}'). Vraag het opnieuw.")
    if not pack.by or len({one.id for one in pieces}) < len(pieces):
        raise ContentError(f"{path.name} is geen pakket van faq share.")
    return pack


def _reads(piece: Piece) -> bool:
    """It is what it says it is: one question of that name, or one flow."""
    findings = Findings()
    value = read_text(f"- {_indented(piece.text)}" if piece.kind == ENTRY else piece.text, "", findings)
    if findings.errors or value is None:
        return False
    item = value.data[0] if piece.kind == ENTRY and isinstance(value.data, list) and len(value.data) == 1 else value
    fields = Fields(item, "", findings, what="dit stuk")
    return fields.text("flow" if piece.kind == FLOW else "id") == piece.id


def _indented(text: str) -> str:
    first, *rest = text.splitlines()
    return "\n".join([first, *(f"  {line}" if line else "" for line in rest)])


def load_shared(layer: Layer, findings: Findings) -> Shared:
    """What lies in ``gedeeld/``; a pack that cannot be read is told."""
    folder = layer.root / FOLDER
    packs: dict[str, Pack] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            pack = read_pack(path)
        except ContentError as error:
            findings.warn(layer.name(path), 1, "pakket", str(error), "haal het weg, of vraag het pakket opnieuw")
            continue
        packs[pack.by] = pack
    path = folder / RECORD
    value = read_file(path, layer.name(path), findings) if path.is_file() else None
    items = value.data if value is not None and isinstance(value.data, list) else []
    taken = [_taken(Fields(item, layer.name(path), findings, what="dit stuk")) for item in items]
    return Shared(packs, tuple(one for one in taken if one is not None))


def _taken(fields: Fields) -> Taken | None:
    fields.only(("id", "by", "on", "of", "left"))
    fields.need("id", "by", "on", "of")
    day = fields.day("on")
    if day is None:
        return None
    return Taken(
        id=fields.text("id"), by=fields.text("by"), on=day, of=fields.text("of"), left=fields.flag("left"),
        line=fields.line,
    )  # fmt: skip


def keep_pack(layer: Layer, pack: Pack) -> Path:
    """Lay the newest pack of this steunpunt in the folder, so that ``check`` can compare later."""
    name = re.sub(r"[^a-z0-9]+", "_", pack.by.lower()).strip("_") or "steunpunt"
    path = layer.root / FOLDER / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_as_json(pack), encoding="utf-8")
    return path


def note(layer: Layer, taken: Sequence[Taken]) -> None:
    """Write behind what was done before."""
    path = layer.root / FOLDER / RECORD
    before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    lines = []
    for one in taken:
        lines += [f"- id: {one.id}", f"  by: {json.dumps(one.by, ensure_ascii=False)}", f'  on: "{one.on}"']
        lines += [f'  of: "{one.of}"', *(["  left: true"] if one.left else [])]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def take(layer: Layer, shared: Shared, pack: Pack, piece: Piece, today: date) -> Taken:
    """Put a piece in our own folder; raises ``ContentError`` when our own words would be lost."""
    if piece.kind in (SENTENCES, MISSED):
        _take_words(layer, piece)
        return Taken(id=piece.id, by=pack.by, on=today, of=piece.mark, left=False)
    there = {one.id: (one, file, start, end) for one, file, start, end in own_pieces(layer)}
    before = shared.done(pack.by, piece.id)
    if piece.id in there:
        ours, file, start, end = there[piece.id]
        if ours.mark != piece.mark and (before is None or before.left or before.of != ours.mark):
            raise ContentError(
                f"'{piece.id}' staat al in {file.name}, in jullie eigen woorden. Pas het daar aan wat jullie willen "
                f"overnemen, en leg vast dat het bekeken is met --leave {piece.id}."
            )
        column = start - file.line_start(start)
        first, *rest = piece.text.splitlines()
        text = "\n".join([first, *(" " * column + line if line else "" for line in rest)])
        file.replace(start, end, text if piece.kind == ENTRY else piece.text)
        file.path.write_bytes(file.result().encode("utf-8"))
    elif piece.kind == ENTRY:
        path = layer.faq / "overgenomen.yaml"
        lead = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if path.is_file() else ""
        said = f"# Gemaakt door {pack.by}, overgenomen op {today}.\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{lead}{said}- {_indented(piece.text)}\n", encoding="utf-8")
    else:
        path = layer.root / "flows" / f"{piece.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(piece.text, encoding="utf-8")
    return Taken(id=piece.id, by=pack.by, on=today, of=piece.mark, left=False)


def _take_words(layer: Layer, piece: Piece) -> None:
    """Sentences go behind those of the question in our own folder."""
    if piece.kind == MISSED:
        raise ContentError(f"Bij '{piece.id}' is niets over te nemen: schrijf er zelf een vraag voor, of typ --leave.")
    entry, sentences = sentences_in(piece.text)
    if entry not in {one.id for one, *_ in own_pieces(layer)}:
        raise ContentError(f"De vraag '{entry}' staat niet in deze map. Neem de zinnen over waar die vraag staat.")
    add_phrasings(layer.root, {entry: sentences})


def leave(pack: Pack, piece: Piece, today: date) -> Taken:
    """Looked at, and ours stays as it is."""
    return Taken(id=piece.id, by=pack.by, on=today, of=piece.mark, left=True)


def inspect_shared(shared: Shared, layer: Layer) -> Iterator[Finding]:
    """What was taken over and changed at its maker since."""
    last = {(one.by, one.id): one for one in shared.taken}
    for one in last.values():
        pack = shared.packs.get(one.by)
        if pack is None or one.left:
            continue
        piece = pack.piece(one.id)
        if piece is not None and piece.mark == one.of:
            continue
        happened = "is daar weg" if piece is None else "is daar veranderd"
        yield Finding(
            file=f"{layer.prefix}{FOLDER}/{RECORD}",
            line=one.line,
            code="origineel_veranderd",
            what=f"'{one.id}' is van {one.by} en {happened} sinds jullie het op {one.on} overnamen",
            advice=f"vergelijk: faq adopt met hun pakket van {pack.made}; dan --take of --leave {one.id}",
            severity=Severity.WARNING,
        )
