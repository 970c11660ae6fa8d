"""Writes into a new or renewed translation which Dutch it was made from; the rest of the file stays as it is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import Layer
from bot.adapters.content.strict_yaml import read_text
from bot.adapters.content.translations import mark_of, translation_files
from bot.domain.ids import EntryId
from bot.matching.entry import Entry

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAKER = "steunpuntbot"
"""Who made a translation that names nobody."""


def stamp(layer: Layer, entries: Mapping[EntryId, Entry], today: date, language: str | None = None) -> int:
    """Stamp what has no ``of`` yet, in all files or those of one language; how many were stamped."""
    count = 0
    for name, path in translation_files(layer):
        if language in (None, name):
            count += _stamp_file(path, entries, today)
    return count


def _stamp_file(path: Path, entries: Mapping[EntryId, Entry], today: date) -> int:
    text = path.read_text(encoding="utf-8-sig")
    findings = Findings()
    content = read_text(text, path.name, findings)
    if findings.errors or content is None or not isinstance(content.data, list):
        # `check` names what is wrong; a file that cannot be read whole is left alone.
        return 0
    root = yaml.compose(text, Loader=_LOADER)
    nodes = root.value if root is not None else []
    lines = text.splitlines(keepends=True)
    added: list[tuple[int, list[str]]] = []
    for value, node in zip(content.data, nodes, strict=True):
        fields = Fields(value, path.name, findings, what="deze vertaling")
        entry = entries.get(EntryId(fields.text("id")))
        if entry is None:
            continue
        space = " " * node.start_mark.column
        of = f'{space}  of: "{mark_of(entry)}"\n'
        made = fields.map("made", "wie dit vertaalde")
        if made is None:
            new = [f"{space}made:\n", f"{space}  by: {MAKER}\n", f'{space}  on: "{today.isoformat()}"\n', of]
            added.append((fields.line_of("id"), new))
        elif not made.text("of"):
            added.append((fields.line_of("made"), [of]))
    for line, new in sorted(added, reverse=True):
        lines[line:line] = new
    if added:
        path.write_text("".join(lines), encoding="utf-8")
    return len(added)
