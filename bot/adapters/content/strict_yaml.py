"""YAML without its traps, and with the line of everything.

Ordinary YAML reads ``no`` as False, ``8:30`` as 510 and lets the last of two equal keys win. Here only ``null``,
``true``, ``false`` and plain whole numbers are special; everything else is text. Two equal keys and an inline ``{…}``
are refused: a comma inside such a map silently cuts a sentence in two. So are aliases (``*name``): a few lines of them
can stand for millions of values, or for themselves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.adapters.content.findings import Findings

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_CONSTANTS: Mapping[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_MOST_BYTES = 2_000_000
_DEEPEST = 80
"""Levels of things inside things; content has about eight."""
_TOO_DEEP = ("dit zit te diep in elkaar", "kijk naar de haken en de inspringing")
_BEGINNINGS = re.compile(r"^[ \t?:-]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the line (from 1) it starts on; ``data`` holds text, int, bool, None, a list or a dict of values."""

    data: Any
    line: int


def read_file(path: Path, name: str, findings: Findings) -> Value | None:
    """The content of a file, or None when it cannot be read; ``name`` is how findings call the file."""
    findings.read.add(path.resolve())
    try:
        if path.stat().st_size > _MOST_BYTES:
            findings.error(name, 1, "yaml", "het bestand is te groot", "verdeel het over meer bestanden (hooguit 2 MB)")
            return None
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        findings.error(
            name, 1, "yaml", "het bestand is geen UTF-8", "sla het op als UTF-8 (in Excel of Kladblok: codering kiezen)"
        )
        return None
    except OSError:
        findings.error(name, 1, "yaml", "het bestand is niet te lezen", "kijk of het bestaat en of je het mag openen")
        return None
    return read_text(text, name, findings)


def read_text(text: str, name: str, findings: Findings) -> Value | None:
    """The content of a YAML text, or None when it is no YAML."""
    try:
        line = _too_deep(text)
        if line is not None:
            findings.error(name, line, "yaml", *_TOO_DEEP)
            return None
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        findings.error(
            name,
            line,
            "yaml",
            "dit is geen goede YAML",
            "kijk naar inspringing en aanhalingstekens; zet een zin met een dubbele punt tussen aanhalingstekens",
        )
        return None
    except yaml.YAMLError:
        findings.error(name, 1, "yaml", "er staat een teken in dat YAML niet kent", "verwijder het vreemde teken")
        return None
    return Value(None, 1) if node is None else _Reader(name, findings).value(node)


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _too_deep(text: str) -> int | None:
    """The line where something lies too deep inside other things; the C library would fall through its stack there."""
    widest = max((len(found[0]) for found in _BEGINNINGS.finditer(text)), default=0)
    if text.count("[") + text.count("{") + widest <= _DEEPEST:
        # A level takes a bracket or a column: this is shallow enough.
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                return event.start_mark.line + 1 if event.start_mark else 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


class _Reader:
    """Turns the nodes of one file into values; every node is met once, so it takes no longer than the file is long."""

    def __init__(self, name: str, findings: Findings) -> None:
        self._name = name
        self._findings = findings
        self._met: set[int] = set()

    def value(self, node: yaml.Node) -> Value:
        """The value of a node; None for what is refused."""
        line = node.start_mark.line + 1
        if id(node) in self._met:
            self._findings.error(
                self._name,
                line,
                "yaml",
                "hier wordt met een * naar een ander stuk verwezen",
                "schrijf de tekst hier zelf uit",
            )
            return Value(None, line)
        self._met.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return Value(_scalar(node), line)
        if isinstance(node, yaml.SequenceNode):
            return Value([self.value(item) for item in node.value], line)
        assert isinstance(node, yaml.MappingNode)
        if node.flow_style and node.value:
            self._findings.error(
                self._name,
                line,
                "inline",
                "hier staat een lijst tussen accolades { }",
                "schrijf elke taal op een eigen regel eronder",
            )
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            key_line = key_node.start_mark.line + 1
            if key in result:
                self._findings.error(
                    self._name,
                    key_line,
                    "dubbel",
                    f"'{key}' staat hier twee keer",
                    "voeg de twee samen; anders telt alleen de laatste",
                )
            result[key] = Value(self.value(value_node).data, key_line)
        return Value(result, line)


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    text = str(node.value)
    if node.style not in (None, ""):
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _INTEGER.fullmatch(text) else text
