"""``faq share`` and ``faq adopt``: steunpunten give each other what they made, and choose what they take."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import Layer, layers_of, packaged_content
from bot.adapters.content.organisation import load_profile
from bot.adapters.content.strict_yaml import read_text
from bot.app.commands.reviewing import kept_records
from bot.app.settings import Settings, load_settings
from bot.authoring.sharing import (
    Pack,
    Piece,
    Shared,
    keep_pack,
    leave,
    load_shared,
    note,
    own_pieces,
    read_pack,
    take,
    write_pack,
)
from bot.authoring.sharing_words import MISSED, SENTENCES, Words, collected, read_words, write_words
from bot.domain.errors import SettingsError
from bot.domain.program import typed
from bot.domain.question import AcceptedPhrasing, UnansweredQuestion


def share_command(root: Path | None, output: Path, words: Path | None = None) -> int:
    """Pack what is ours, with the words of a file that an editor read."""
    root = root or packaged_content()
    by = load_profile(root, Findings()).name
    said = read_words(words) if words is not None else None
    pack = write_pack(by, _own(root), datetime.now(UTC).date(), output, said)
    if not pack.pieces:
        output.unlink()
        print("Er staan geen eigen vragen of stappenplannen in deze map, en geen zinnen. Er is niets om te delen.")
        return 0
    print(
        f"{output} staat klaar, van {by}: {len(pack.pieces)} vragen en stappenplannen. Er staat niets over mensen in."
    )
    print(f"Een ander steunpunt bekijkt het met: {typed('faq adopt')} {output.name}")
    return 0


def collect_command(output: Path) -> int:
    """Write what people said, as far as it can leave the house, in a file for an editor to read first."""
    words = asyncio.run(_said(load_settings()))
    if not words.sentences and not words.missed:
        print("Er zijn geen geaccepteerde zinnen, en geen vragen zonder antwoord van vijf of meer mensen.")
        return 0
    write_words(words, output)
    count = sum(len(texts) for of in words.sentences.values() for texts in of.values())
    print(f"{output} staat klaar: {count} zinnen, en {len(words.missed)} keer woorden zonder antwoord.")
    print("Lees elke regel en haal weg wat naar een mens wijst.")
    print(f"Daarna: {typed('faq share')} --words {output.name}")
    return 0


async def _said(settings: Settings) -> Words:
    accepted = await kept_records(settings, "phrasing", AcceptedPhrasing)
    return collected(accepted, await kept_records(settings, "question", UnansweredQuestion))


def adopt_command(
    file: Path, takes: Sequence[str], leaves: Sequence[str], root: Path | None, today: date | None = None
) -> int:
    """Show each piece beside ours, or do with some what was asked."""
    root, today = root or packaged_content(), today or datetime.now(UTC).date()
    pack, layer = read_pack(file), _own(root)
    if pack.by == load_profile(root, Findings()).name:
        raise SettingsError("Dit pakket is van jullie zelf.")
    for name in (*takes, *leaves):
        if pack.piece(name) is None:
            raise SettingsError(f"'{name}' zit niet in dit pakket. Er is niets veranderd.")
    keep_pack(layer, pack)
    shared = load_shared(layer, Findings())
    if not takes and not leaves:
        _show(pack, shared, layer)
        return 0
    for name in dict.fromkeys(takes):
        piece = pack.piece(name)
        assert piece is not None
        note(layer, [take(layer, shared, pack, piece, today)])
        print(f"Overgenomen: {name}, gemaakt door {pack.by}.")
    for name in dict.fromkeys(leaves):
        piece = pack.piece(name)
        assert piece is not None
        note(layer, [leave(pack, piece, today)])
        print(f"Bekeken en gelaten: {name}.")
    print(f"Kijk het na: {typed('check')}")
    return 0


def _own(root: Path) -> Layer:
    return layers_of(root, Findings())[-1]


def _show(pack: Pack, shared: Shared, layer: Layer) -> None:
    ours: dict[str, Piece] = {}
    for below in layers_of(layer.root, Findings()):
        ours.update({piece.id: piece for piece, *_ in own_pieces(below)})
    print(f"Van {pack.by}, gemaakt op {pack.made}: {len(pack.pieces)} vragen en stappenplannen.")
    for piece in pack.pieces:
        own, done = ours.get(piece.id), shared.done(pack.by, piece.id)
        if own is not None and own.mark == piece.mark:
            state = "hetzelfde als bij jullie"
        elif done is not None and done.of == piece.mark:
            state = "al bekeken, en gelaten" if done.left else "al overgenomen; jullie veranderden het daarna"
        elif done is not None:
            state = "veranderd sinds jullie het bekeken"
        else:
            state = "anders dan bij jullie" if own is not None else "nieuw"
        print(f"\n── {piece.kind} {piece.id}: {state}")
        if own is None or own.mark != piece.mark:
            print(f"   bij {pack.by}:\n{_words(piece)}")
            print(f"   bij jullie:\n{_words(own)}" if own is not None else "   bij jullie: niets")
    print(f"\nOvernemen of laten: {typed('faq adopt')} BESTAND --take ID --leave ID")


def _words(piece: Piece) -> str:
    """What people would read of it; of a flow only how long it is."""
    if piece.kind in (SENTENCES, MISSED):
        return "\n".join(f"      {line}" for line in piece.text.splitlines()[1:])
    if piece.kind != "vraag":
        return f"      {len(piece.text.splitlines())} regels"
    first, *rest = piece.text.splitlines()
    value = read_text("\n".join([f"- {first}", *(f"  {line}" for line in rest)]), "", Findings())
    fields = value.data[0].data if value is not None and isinstance(value.data, list) else {}
    lines = []
    for name in ("title", "answer"):
        held = fields.get(name)
        text = (
            held.data.get("nl", held).data if held is not None and isinstance(held.data, dict) else held and held.data
        )
        lines += str(text or "").strip().splitlines()
    return "\n".join(f"      {line}" for line in lines)
