"""Edits in the YAML files of the FAQ that replace only the characters of values that differ.

Comments, order and layout stay; a YAML writer would lay out whole files anew.
"""

import hashlib
import json
import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import yaml

from bot.adapters.content.entries import entry_files, load_entries
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of
from bot.adapters.content.overlay import REMOVED
from bot.adapters.content.strict_yaml import Value, read_text
from bot.domain.errors import ContentError

_TEXTS = {"title": "titel", "answer": "antwoord", "more": "meer"}
_LANGUAGES = ("nl", "en")
LISTS = {"audience": "doelgroep", "related": "related"}
_ORDER = ("id", "audience", "title", "questions", "keywords", "answer", "more", "sources", "review_by", "related")
_MANAGED = frozenset(_ORDER) - {"keywords"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_T = TypeVar("_T")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Change:
    """What an import did to one entry."""

    id: str
    file: str
    what: tuple[str, ...]


@dataclass(slots=True)
class EditableEntry:
    """One entry as the workbook shows it; texts are tidied, so that equal means equal."""

    cells: dict[str, str]
    phrasings: list[tuple[str, str]] = field(default_factory=list)
    sources: list[tuple[str, str, str]] = field(default_factory=list)
    row: int = 0

    def stand(self) -> str:
        """Equal for equal content, whatever the order of the rows."""
        held = [sorted(self.cells.items()), sorted(self.phrasings), sorted(self.sources)]
        return hashlib.sha256(json.dumps(held).encode()).hexdigest()

    def texts(self, name: str) -> dict[str, str]:
        """Texts per language of title, answer or more."""
        return {language: self.cells[f"{_TEXTS[name]} {language}"] for language in _LANGUAGES}


class EditableFile:
    """A YAML text and the replacements to make in it."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.exists = path.exists()
        # Not read_text: that would turn every line end into \n.
        raw = path.read_bytes().decode("utf-8") if self.exists else ""
        self._mark = "\ufeff" if raw.startswith("\ufeff") else ""
        self.text = raw.removeprefix("\ufeff")
        self.newline = "\r\n" if "\r\n" in self.text else "\n"
        self.root = yaml.compose(self.text, Loader=_LOADER)
        self.edits: list[tuple[int, int, str]] = []
        self.added: list[list[str]] = []

    def replace(self, start: int, end: int, new: str) -> None:
        """Put ``new`` where start to end is now."""
        self.edits.append((start, end, new.replace("\n", self.newline)))

    def line_start(self, index: int) -> int:
        """Where the line begins."""
        return self.text.rfind("\n", 0, index) + 1

    def next_line(self, index: int) -> int:
        """Where the next line begins."""
        return self.text.find("\n", index) + 1 or len(self.text)

    def insert_below(self, index: int, lines: Iterable[str]) -> None:
        """New lines under the line of ``index``."""
        place = self.next_line(index)
        lead = "" if self.text[:place].endswith("\n") else "\n"
        self.replace(place, place, lead + "".join(f"{line}\n" for line in lines))

    def delete_lines(self, start: int, end: int) -> None:
        """Whole lines, from the one of ``start`` to the one of ``end``."""
        self.replace(self.line_start(start), self.next_line(end), "")

    def end(self, node: yaml.Node) -> int:
        """Where the value really ends; a parser counts the comments and blank lines below a block as well."""
        if isinstance(node, yaml.ScalarNode):
            stop = int(node.end_mark.index)
            if node.style in ("|", ">"):
                return len(self.text[:stop].rstrip())
            return stop
        assert isinstance(node, yaml.CollectionNode)
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)

    def result(self) -> str:
        """The text with everything replaced and the new entries at its end."""
        parts: list[str] = []
        done = 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += (self.text[done:start], new)
            done = end
        text = "".join(parts) + self.text[done:]
        indent = " " * self.root.start_mark.column if self.root is not None else ""
        for lines in self.added:
            if text and not text.endswith("\n"):
                text += self.newline
            if text and not text.endswith(("\n\n", "\n\r\n")):
                text += self.newline
            text += "".join((indent + line if line else "") + self.newline for line in lines)
        return self._mark + text


@dataclass(slots=True)
class Located:
    """An entry, where it stands, and its fields."""

    record: EditableEntry
    file: EditableFile
    node: yaml.MappingNode

    @property
    def column(self) -> int:
        """The indentation of the fields."""
        return int(self.node.value[0][0].start_mark.column)


# --- the files -------------------------------------------------------------------------------------------------------


def load_located(root: Path) -> tuple[dict[str, Located], dict[str, EditableFile]]:
    """All entries with where they stand, and all files; raises ``ContentError`` when the content has errors."""
    findings = Findings()
    load_entries(root, findings)
    if findings.errors:
        raise ContentError(
            "Los eerst de fouten in de bestanden op:\n" + "\n".join(str(finding) for finding in findings.errors)
        )
    files: dict[str, EditableFile] = {}
    entries: dict[str, Located] = {}
    for path in entry_files(faq_folder(root)):
        file = EditableFile(path, path.relative_to(root).as_posix())
        files[file.name] = file
        for node in _entry_nodes(file.root):
            record = _record(node, file.name)
            entries[record.cells["id"]] = Located(record, file, node)
    return entries, files


def _entry_nodes(top: yaml.Node | None) -> list[yaml.MappingNode]:
    """The entries of a file; those that only take out a national one have no texts for Excel."""
    nodes: list[yaml.MappingNode] = top.value if isinstance(top, yaml.SequenceNode) else []
    return [node for node in nodes if _plain(_fields(node).get(REMOVED, (None, None))[1]) != "true"]


def faq_folder(root: Path) -> Path:
    """Where the organisation's own questions are."""
    return layers_of(root, Findings())[-1].faq


def _fields(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {key.value: (key, value) for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _empty(node: yaml.Node | None) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return not node.style and node.value in ("", "~", "null")
    return node is None


def _by_language(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """The value per language; a value without languages counts as Dutch."""
    if node is None or _empty(node):
        return {}
    if isinstance(node, yaml.MappingNode):
        return {name: value for name, (_, value) in _fields(node).items()}
    return {"nl": node}


def _text(node: yaml.Node | None, *, lines: bool = False) -> str:
    return "" if node is None or _empty(node) else tidy(str(node.value), lines=lines)


def tidy(text: str, *, lines: bool = False) -> str:
    """Without what Excel or a keyboard adds unseen; a text of one line stays one line."""
    text = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    text = _CONTROL.sub("", text)
    return re.sub(r"[ \t]+(?=\n)", "", text).strip() if lines else re.sub(r"\s*\n\s*", " ", text).strip()


def _record(node: yaml.Node, file: str) -> EditableEntry:
    values = {name: value for name, (_, value) in _fields(node).items()}
    cells = {"id": _text(values["id"]), "bestand": file, "review_by": _text(values.get("review_by"))}
    for name, column in LISTS.items():
        listed = values.get(name)
        cells[column] = ", ".join(_text(item) for item in listed.value) if listed and not _empty(listed) else ""
    for name, column in _TEXTS.items():
        texts = _by_language(values.get(name))
        for language in _LANGUAGES:
            cells[f"{column} {language}"] = _text(texts.get(language), lines=name != "title")
    record = EditableEntry(cells)
    for language, listed in _by_language(values.get("questions")).items():
        record.phrasings += [(language, _text(item)) for item in listed.value]
    sources = values.get("sources")
    for item in sources.value if isinstance(sources, yaml.SequenceNode) else ():
        parts = {name: value for name, (_, value) in _fields(item).items()}
        record.sources.append((_text(parts.get("title")), _text(parts.get("url")), _text(parts.get("checked"))))
    return record


def _rest(node: yaml.Node) -> dict[str, object]:
    """What an import may not touch."""
    kept: dict[str, object] = {}
    for name, (_, value) in _fields(node).items():
        if name not in _MANAGED:
            kept[name] = _plain(value)
        elif name in _TEXTS:
            kept[name] = {key: _plain(item) for key, item in _by_language(value).items() if key not in _LANGUAGES}
    return {name: value for name, value in kept.items() if value != {}}


def _plain(node: yaml.Node | None) -> object:
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value).rstrip()


def write_files(files: Sequence[EditableFile], wanted: dict[str, EditableEntry], before: dict[str, Located]) -> None:
    """Read every new text back first; then write beside the files; then replace them."""
    texts = [(file, file.result()) for file in files]
    for file, text in texts:
        _verify(file, text, wanted, before)
    beside: list[tuple[Path, Path]] = []
    try:
        for file, text in texts:
            file.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = file.path.with_name(f".{file.path.name}.nieuw")
            beside.append((temporary, file.path))
            temporary.write_bytes(text.encode("utf-8"))
            if file.exists:
                temporary.chmod(file.path.stat().st_mode & 0o777)
        for temporary, path in beside:
            temporary.replace(path)
    except OSError as error:
        raise ContentError(f"De bestanden zijn niet te schrijven: {error}") from error
    finally:
        for temporary, _ in beside:
            temporary.unlink(missing_ok=True)


def _verify(file: EditableFile, text: str, wanted: dict[str, EditableEntry], before: dict[str, Located]) -> None:
    findings = Findings()
    read_text(text.removeprefix("\ufeff"), file.name, findings)
    good = not findings.errors
    if good:
        top = yaml.compose(text.removeprefix("\ufeff"), Loader=_LOADER)
        nodes = _entry_nodes(top)
        found = {_text(_fields(node)["id"][1]): node for node in nodes}
        expected = [name for name, record in wanted.items() if record.cells["bestand"] == file.name]
        good = sorted(found) == sorted(expected) and len(nodes) == len(found)
        good = good and all(_record(found[name], file.name).stand() == wanted[name].stand() for name in expected)
        good = good and all(_rest(found[name]) == _rest(before[name].node) for name in expected if name in before)
    if not good:
        raise _by_hand(file.name)


def _by_hand(name: str) -> ContentError:
    return ContentError(
        f"{name} heeft een vorm die wij niet vanzelf kunnen aanpassen. Er is niets veranderd. Pas dit bestand zelf aan."
    )


# --- an entry that changes -------------------------------------------------------------------------------------------


def edit_entry(located: Located, wanted: EditableEntry) -> Iterator[str]:
    """Note the replacements that make the entry what the workbook says; the names of what changes."""
    now = located.record
    for name in _ORDER:
        if name in _TEXTS and now.texts(name) != wanted.texts(name):
            _edit_texts(located, name, wanted.texts(name))
            yield from (
                f"{_TEXTS[name]} {key}" for key, text in wanted.texts(name).items() if text != now.texts(name)[key]
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
    node = _fields(located.node).get(name, (None, None))[1]
    texts = _by_language(node)
    if not any(wanted.values()) and not set(texts) - set(_LANGUAGES):
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
            elif old is not None and _text(old, lines=name != "title") != text:
                _replace_scalar(file, old, text, inner)
    elif node is not None and not wanted["en"]:
        _replace_scalar(file, node, wanted["nl"], column)
    else:
        raise _by_hand(file.name)


def texts_lines(name: str, texts: dict[str, str], column: int) -> list[str]:
    """The lines of a field with a text per language."""
    lines: list[str] = []
    for language, text in texts.items():
        if text and name == "title":
            lines.append(f"{' ' * column}{language}: {inline(text)}")
        elif text:
            lines += [f"{' ' * column}{language}: |", *_indented(text, column + 2)]
    return lines


def _indented(text: str, column: int) -> list[str]:
    return [" " * column + line if line else "" for line in text.split("\n")]


def _replace_scalar(file: EditableFile, node: yaml.Node, text: str, column: int) -> None:
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
            file.replace(below, end, "\n".join(_indented(text, margin)))
        else:
            file.insert_below(start, _indented(text, margin))
    elif "\n" in text:
        file.replace(start, end, "|" if file.text[:start].endswith(" ") else " |")
        file.insert_below(end, _indented(text, column + 2))
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
        raise _by_hand(file.name)


def _add(located: Located, name: str, lines: list[str]) -> None:
    """A new field, under the field that comes before it in the usual order."""
    fields = _fields(located.node)
    if name in fields:
        # It stands there without a value.
        _remove(located.file, located.node, name)
    earlier = [
        fields[other][1] for other in _ORDER[: _ORDER.index(name)] if other in fields and not _empty(fields[other][1])
    ]
    last = max(earlier, key=located.file.end)
    located.file.insert_below(located.file.end(last), lines)


def _edit_list(located: Located, name: str, wanted: list[str]) -> None:
    node = _fields(located.node).get(name, (None, None))[1]
    if node is None or _empty(node):
        _add(located, name, [f"{' ' * located.column}{name}: {flow_list(wanted)}"])
    elif not wanted:
        _remove(located.file, located.node, name)
    else:
        _edit_items(located.file, node, wanted, in_order=True)


def _edit_date(located: Located, wanted: str) -> None:
    node = _fields(located.node).get("review_by", (None, None))[1]
    if node is None or _empty(node):
        _add(located, "review_by", [f"{' ' * located.column}review_by: {json.dumps(wanted)}"])
    elif not wanted:
        _remove(located.file, located.node, "review_by")
    else:
        _replace_scalar(located.file, node, wanted, located.column)


def _edit_phrasings(located: Located, wanted: list[tuple[str, str]]) -> None:
    file = located.file
    node = _fields(located.node)["questions"][1]
    listed = _by_language(node)
    for language in dict.fromkeys((*listed, *(language for language, _ in wanted))):
        new = [text for key, text in wanted if key == language]
        old = listed.get(language)
        if old is not None and sorted(map(_text, old.value)) == sorted(new):
            continue
        if old is not None and new:
            _edit_items(file, old, new)
        elif not isinstance(node, yaml.MappingNode):
            raise _by_hand(file.name)
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
    old = [_text(item) for item in node.value]
    kept, fresh = _aligned(old, wanted, (str,), in_order=in_order)
    margin = int(node.start_mark.column)
    for place, text in kept.items():
        if old[place] != text:
            _replace_scalar(file, node.value[place], text, margin)
    _rows(file, node, kept, [(after, [f"{' ' * margin}- {inline(text)}"]) for after, text in fresh])


def _edit_sources(located: Located, wanted: list[tuple[str, str, str]]) -> None:
    file, column = located.file, located.column
    node = _fields(located.node).get("sources", (None, None))[1]
    if node is None or _empty(node) or not node.value:
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
    fields = _fields(node)
    margin = int(node.value[0][0].start_mark.column)
    for name, before, text in zip(("title", "url", "checked"), old, new, strict=True):
        if before == text:
            continue
        if name not in fields:
            file.insert_below(file.end(node), [f"{' ' * margin}{name}: {json.dumps(text)}"])
        elif not text:
            _remove(file, node, name)
        else:
            _replace_scalar(file, fields[name][1], text, margin)


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
    for name, by_language in wanted.items():
        located = entries.get(name)
        if located is None:
            continue
        known = located.record.phrasings
        fresh = [(language, text) for language, texts in by_language.items() for text in texts]
        fresh = [pair for pair in dict.fromkeys(fresh) if pair not in known]
        if not fresh:
            continue
        after[name] = replace(located.record, phrasings=[*known, *fresh])
        changes.append(Change(name, located.file.name, tuple(edit_entry(located, after[name]))))
    write_files([file for file in files.values() if file.edits], after, entries)
    return changes
