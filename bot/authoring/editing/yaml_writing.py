"""Writes one value into the text of a YAML file, in the style that is there."""

import json
import re
from collections.abc import Iterable

import yaml

from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import Value, read_text
from bot.authoring.editing.editable import EditableFile


def indented(text: str, column: int) -> list[str]:
    """The lines of a text, moved to the right."""
    return [" " * column + line if line else "" for line in text.split("\n")]


def replace_scalar(file: EditableFile, node: yaml.Node, text: str, column: int) -> None:
    """Another text in the same style; a block stays a block, and several lines become one."""
    start, end = node.start_mark.index, file.end(node)
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if style in ("|", ">"):
        header = re.match(r"[|>][-+0-9]*", file.text[start:])
        assert header is not None
        file.replace(start, start + header.end(), "|-" if "-" in header.group() else "|")
        below = file.next_line(start)
        shown = [line for line in file.text[below:end].split("\n") if line.strip()]
        margin = len(shown[0]) - len(shown[0].lstrip(" ")) if shown and style == "|" else column + 2
        if below <= end:
            file.replace(below, end, "\n".join(indented(text, margin)))
        else:
            file.insert_below(start, indented(text, margin))
    elif "\n" in text:
        file.replace(start, end, "|" if file.text[:start].endswith(" ") else " |")
        file.insert_below(end, indented(text, column + 2))
    else:
        lead = "" if start == 0 or file.text[:start].endswith((" ", "[", "\n")) else " "
        file.replace(start, end, lead + inline(text, style))


def inline(text: str, style: str | None = None, *, flow: bool = False) -> str:
    """A text on one line: as it is when YAML reads it back as that, otherwise between quotes."""
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style != '"':
        findings = Findings()
        # Both where a comma means something and where a colon does.
        read = read_text(f"[{text}]" if flow else f"- {text}", "", findings)
        if not findings.items and read is not None and read.data == [Value(text, 1)]:
            return text
    return json.dumps(text, ensure_ascii=False)


def flow_list(items: Iterable[str]) -> str:
    """A list on one line."""
    return "[" + ", ".join(inline(item, flow=True) for item in items) + "]"
