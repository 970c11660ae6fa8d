"""YAML without its traps, and with the line of everything.

Ordinary YAML reads ``no`` as False, ``8:30`` as 510 and lets the last of two equal keys win. Here only ``null``,
``true``, ``false`` and plain whole numbers are special; everything else is text. Two equal keys and an inline ``{…}``
are refused: a comma inside such a map silently cuts a sentence in two.
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
_STRING_TAG = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the line (from 1) it starts on; ``data`` holds text, int, bool, None, a list or a dict of values."""

    data: Any
    line: int


def read_file(path: Path, name: str, findings: Findings) -> Value | None:
    """The content of a file, or None when it cannot be read; ``name`` is how findings call the file."""
    try:
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
    return Value(None, 1) if node is None else _value(node, name, findings)


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _value(node: yaml.Node, name: str, findings: Findings) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Value(_scalar(node), line)
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(item, name, findings) for item in node.value], line)
    assert isinstance(node, yaml.MappingNode)
    if node.flow_style and node.value:
        findings.error(
            name,
            line,
            "inline",
            "hier staat een lijst tussen accolades { }",
            "schrijf elke taal op een eigen regel eronder",
        )
    result: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in result:
            findings.error(
                name,
                key_node.start_mark.line + 1,
                "dubbel",
                f"'{key}' staat hier twee keer",
                "voeg de twee samen; anders telt alleen de laatste",
            )
        value = _value(value_node, name, findings)
        result[key] = Value(value.data, key_node.start_mark.line + 1)
    return Value(result, line)


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    text = str(node.value)
    if node.style not in (None, ""):
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _INTEGER.fullmatch(text) else text
