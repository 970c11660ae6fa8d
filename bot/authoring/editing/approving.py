"""Writes into ``faq/akkoord.yaml`` who approved which version."""

import json
from collections.abc import Iterable
from pathlib import Path

from bot.adapters.content.approvals import FILE, Approved
from bot.adapters.content.layers import Layer

_HEAD = "# Wie welke versie van een antwoord goedkeurde. Gemaakt met `faq approve`; zie docs/editor.md.\n"


def record(layer: Layer, approved: Iterable[Approved]) -> Path:
    """Write them behind what is there; nothing that stands there changes."""
    path = layer.faq / FILE
    before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    lines = []
    for one in approved:
        lines += [f"- id: {one.id}", f"  by: {json.dumps(one.by, ensure_ascii=False)}", f'  on: "{one.on}"']
        lines.append(f'  of: "{one.of}"')
        lines += [f"  remark: {json.dumps(one.remark, ensure_ascii=False)}"] if one.remark else []
        lines += ["  shown: true"] if one.shown else []
    path.write_text(before.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
