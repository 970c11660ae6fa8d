"""Edits in the YAML files of the FAQ that replace only the characters of values that differ.

Comments, order and layout stay; a YAML writer would lay out whole files anew.
"""

import json
import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import yaml

from bot.authoring.editing.editable import (
    LANGUAGES,
    LISTS,
    ORDER,
    TEXTS,
    EditableEntry,
    EditableFile,
    Located,
    by_hand,
    by_language,
    fields_of,
    is_empty,
    load_located,
    text_of,
    write_files,
)
from bot.authoring.editing.yaml_writing import flow_list, indented, inline, replace_scalar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Change:
    """What an import did to one entry."""

    id: str
    file: str
    what: tuple[str, ...]


def edit_entry(located: Located, wanted: EditableEntry) -> Iterator[str]:
    """Note the replacements that make the entry what the workbook says; the names of what changes."""
    now = located.record
    for name in ORDER:
        if name in TEXTS and now.texts(name) != wanted.texts(name):
            _edit_texts(located, name, wanted.texts(name))
            yield from (
                f"{TEXTS[name]} {key}" for key, text in wanted.texts(name).items() if text != now.texts(name)[key]
            )
        elif name == "questions" and sorted(now.phrasings) != sorted(wanted.phrasings):
            _edit_phrasings(located, wanted.phrasings)
            yield _counted("vraag", "vragen", now.phrasings, wanted.phrasings)
        elif name == "sources" and sorted(now.sources) != sorted(wanted.sources):
            _edit_sources(located, wanted.sources)
            yield _counted("bron", "bronnen", now.sources, wanted.sources)
        elif (column := LISTS.get(name)) and now.cells[column] != wanted.cells[column]:
            _edit_list(located, name, split_names(wanted.cells[column]))
            yield column
        elif name == "review_by" and now.cells[name] != wanted.cells[name]:
            _edit_date(located, wanted.cells[name])
            yield name


def _counted(one: str, many: str, old: Sequence[object], new: Sequence[object]) -> str:
    more, less = (Counter(new) - Counter(old)).total(), (Counter(old) - Counter(new)).total()
    both = min(more, less)
    parts = [(both, "veranderd"), (more - both, "erbij"), (less - both, "weg")]
    return ", ".join(f"{count} {one if count == 1 else many} {what}" for count, what in parts if count)


def _edit_texts(located: Located, name: str, wanted: dict[str, str]) -> None:
    file, column = located.file, located.column
    node = fields_of(located.node).get(name, (None, None))[1]
    texts = by_language(node)
    if not any(wanted.values()) and not set(texts) - set(LANGUAGES):
        _remove(file, located.node, name)
    elif not texts:
        _add(located, name, [f"{' ' * column}{name}:", *texts_lines(name, wanted, column + 2)])
    elif isinstance(node, yaml.MappingNode):
        inner = int(node.value[0][0].start_mark.column)
        for language, text in wanted.items():
            old = texts.get(language)
            if old is None and text:
                file.insert_below(file.end(node), texts_lines(name, {language: text}, inner))
            elif old is not None and not text:
                _remove(file, node, language)
            elif old is not None and text_of(old, lines=name != "title") != text:
                replace_scalar(file, old, text, inner)
    elif node is not None and not wanted["en"]:
        replace_scalar(file, node, wanted["nl"], column)
    else:
        raise by_hand(file.name)


def texts_lines(name: str, texts: dict[str, str], column: int) -> list[str]:
    """The lines of a field with a text per language."""
    lines: list[str] = []
    for language, text in texts.items():
        if text and name == "title":
            lines.append(f"{' ' * column}{language}: {inline(text)}")
        elif text:
            lines += [f"{' ' * column}{language}: |", *indented(text, column + 2)]
    return lines


def _remove(file: EditableFile, node: yaml.MappingNode, name: str) -> None:
    """Take a field away; one behind a dash gives its place to the next."""
    names = [key.value for key, _ in node.value]
    place = names.index(name)
    key, value = node.value[place]
    if not file.text[file.line_start(key.start_mark.index) : key.start_mark.index].strip():
        file.delete_lines(key.start_mark.index, file.end(value))
    elif place + 1 < len(names):
        file.replace(key.start_mark.index, node.value[place + 1][0].start_mark.index, "")
    else:
        raise by_hand(file.name)


def _add(located: Located, name: str, lines: list[str]) -> None:
    """A new field, under the field that comes before it in the usual order."""
    fields = fields_of(located.node)
    if name in fields:
        # It stands there without a value.
        _remove(located.file, located.node, name)
    earlier = [
        fields[other][1] for other in ORDER[: ORDER.index(name)] if other in fields and not is_empty(fields[other][1])
    ]
    last = max(earlier, key=located.file.end)
    located.file.insert_below(located.file.end(last), lines)


def _edit_list(located: Located, name: str, wanted: list[str]) -> None:
    node = fields_of(located.node).get(name, (None, None))[1]
    if node is None or is_empty(node):
        _add(located, name, [f"{' ' * located.column}{name}: {flow_list(wanted)}"])
    elif not wanted:
        _remove(located.file, located.node, name)
    else:
        _edit_items(located.file, node, wanted, in_order=True)


def _edit_date(located: Located, wanted: str) -> None:
    node = fields_of(located.node).get("review_by", (None, None))[1]
    if node is None or is_empty(node):
        _add(located, "review_by", [f"{' ' * located.column}review_by: {json.dumps(wanted)}"])
    elif not wanted:
        _remove(located.file, located.node, "review_by")
    else:
        replace_scalar(located.file, node, wanted, located.column)


def _edit_phrasings(located: Located, wanted: list[tuple[str, str]]) -> None:
    file = located.file
    node = fields_of(located.node)["questions"][1]
    listed = by_language(node)
    for language in dict.fromkeys((*listed, *(language for language, _ in wanted))):
        new = [text for key, text in wanted if key == language]
        old = listed.get(language)
        if old is not None and sorted(map(text_of, old.value)) == sorted(new):
            continue
        if old is not None and new:
            _edit_items(file, old, new)
        elif not isinstance(node, yaml.MappingNode):
            raise by_hand(file.name)
        elif old is not None:
            _remove(file, node, language)
        else:
            margin = " " * int(node.value[0][0].start_mark.column)
            lines = [f"{margin}{language}:", *(f"{margin}  - {inline(text)}" for text in new)]
            file.insert_below(file.end(node), lines)


def _edit_items(file: EditableFile, node: yaml.Node, wanted: list[str], *, in_order: bool = False) -> None:
    """Other texts in a list: on one line all anew, below each other only what differs."""
    assert isinstance(node, yaml.SequenceNode)
    if node.flow_style:
        file.replace(node.start_mark.index, node.end_mark.index, flow_list(wanted))
        return
    old = [text_of(item) for item in node.value]
    kept, fresh = _aligned(old, wanted, (str,), in_order=in_order)
    margin = int(node.start_mark.column)
    for place, text in kept.items():
        if old[place] != text:
            replace_scalar(file, node.value[place], text, margin)
    _rows(file, node, kept, [(after, [f"{' ' * margin}- {inline(text)}"]) for after, text in fresh])


def _edit_sources(located: Located, wanted: list[tuple[str, str, str]]) -> None:
    file, column = located.file, located.column
    node = fields_of(located.node).get("sources", (None, None))[1]
    if node is None or is_empty(node) or not node.value:
        lines = [f"{' ' * column}sources:"]
        _add(located, "sources", lines + [line for row in wanted for line in source_lines(row, column + 2)])
        return
    if not wanted:
        _remove(file, located.node, "sources")
        return
    assert isinstance(node, yaml.SequenceNode)
    kept, fresh = _aligned(located.record.sources, wanted, (_whole, _url, _title))
    for place, row in kept.items():
        _edit_source(file, node.value[place], located.record.sources[place], row)
    margin = int(node.start_mark.column)
    _rows(file, node, kept, [(after, source_lines(row, margin)) for after, row in fresh])


def _whole(row: tuple[str, str, str]) -> object:
    return row


def _url(row: tuple[str, str, str]) -> object:
    return row[1]


def _title(row: tuple[str, str, str]) -> object:
    return row[0]


def _edit_source(file: EditableFile, node: yaml.MappingNode, old: Sequence[str], new: Sequence[str]) -> None:
    fields = fields_of(node)
    margin = int(node.value[0][0].start_mark.column)
    for name, before, text in zip(("title", "url", "checked"), old, new, strict=True):
        if before == text:
            continue
        if name not in fields:
            file.insert_below(file.end(node), [f"{' ' * margin}{name}: {json.dumps(text)}"])
        elif not text:
            _remove(file, node, name)
        else:
            replace_scalar(file, fields[name][1], text, margin)


def source_lines(row: Sequence[str], column: int) -> list[str]:
    """The lines of one source."""
    margin = " " * column
    lines = [f"{margin}- title: {inline(row[0])}", f"{margin}  url: {inline(row[1])}"]
    return [*lines, f"{margin}  checked: {json.dumps(row[2])}"] if row[2] else lines


def _rows(
    file: EditableFile, node: yaml.SequenceNode, kept: Iterable[int], fresh: Iterable[tuple[int, list[str]]]
) -> None:
    """Take the items that are not kept out of a list below each other, and put the fresh ones in."""
    for after, lines in fresh:
        if after < 0:
            top = file.line_start(node.start_mark.index)
            file.replace(top, top, "".join(f"{line}\n" for line in lines))
        else:
            file.insert_below(file.end(node.value[after]), lines)
    for place in sorted(set(range(len(node.value))) - set(kept)):
        item = node.value[place]
        dash = file.text.rfind("-", 0, item.start_mark.index)
        file.delete_lines(dash, file.end(item))


def _aligned(
    old: Sequence[_T], new: Sequence[_T], keys: Sequence[Callable[[_T], object]], *, in_order: bool = False
) -> tuple[dict[int, _T], list[tuple[int, _T]]]:
    """Which old item becomes which new one, and the fresh ones with the old item they follow (-1: none).

    Equal items belong together, wherever the rows went; what is left over is paired by its place.
    """
    paired: dict[int, int] = {place: place for place in range(min(len(old), len(new)))} if in_order else {}
    for key in () if in_order else keys:
        free: dict[object, list[int]] = {}
        for place in sorted(set(range(len(old))) - set(paired.values())):
            free.setdefault(key(old[place]), []).append(place)
        for number, item in enumerate(new):
            if number not in paired and free.get(key(item)):
                paired[number] = free[key(item)].pop(0)
    numbers, places = sorted(paired), [paired[number] for number in sorted(paired)]
    sorted_rows = places != sorted(places)
    gaps: dict[int, list[int]] = {}
    for place in sorted(set(range(len(old))) - set(places)):
        gaps.setdefault(0 if sorted_rows else bisect(places, place), []).append(place)
    fresh: list[tuple[int, _T]] = []
    for number in sorted(set(range(len(new))) - set(numbers)):
        gap = gaps.get(0 if sorted_rows else bisect(numbers, number))
        if gap:
            paired[number] = gap.pop(0)
            continue
        before = paired.values() if sorted_rows else [paired[other] for other in paired if other < number]
        fresh.append((max(before, default=-1), new[number]))
    return {place: new[number] for number, place in paired.items()}, fresh


def split_names(names: str) -> list[str]:
    """Names written behind each other."""
    return [name for name in re.split(r"[,;\s]+", names) if name]


def add_phrasings(root: Path, wanted: Mapping[str, Mapping[str, Sequence[str]]]) -> list[Change]:
    """Put phrasings (per entry, per language) into the files under ``root``, behind those that are there.

    Entries of another folder and phrasings that are there already are left out; raises ``ContentError`` when a file
    cannot be changed, and then nothing is written.
    """
    entries, files = load_located(root)
    after = {name: located.record for name, located in entries.items()}
    changes = []
    for name, in_languages in wanted.items():
        located = entries.get(name)
        if located is None:
            continue
        known = located.record.phrasings
        fresh = [(language, text) for language, texts in in_languages.items() for text in texts]
        fresh = [pair for pair in dict.fromkeys(fresh) if pair not in known]
        if not fresh:
            continue
        after[name] = replace(located.record, phrasings=[*known, *fresh])
        changes.append(Change(name, located.file.name, tuple(edit_entry(located, after[name]))))
    write_files([file for file in files.values() if file.edits], after, entries)
    return changes
