"""The YAML files of the FAQ as an editor's tools see them: texts with replacements, entries with where they stand.

A file is written only when its new text reads back as what was meant, and all that was not touched is as it was.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.adapters.content.entries import entry_files, load_entries
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of
from bot.adapters.content.overlay import REMOVED
from bot.adapters.content.strict_yaml import read_text
from bot.domain.errors import ContentError

TEXTS = {"title": "titel", "answer": "antwoord", "more": "meer"}
"""Fields with a text per language, and what a workbook calls them."""
LANGUAGES = ("nl", "en")
LISTS = {"audience": "doelgroep", "related": "related"}
ORDER = ("id", "audience", "title", "questions", "keywords", "answer", "more", "sources", "review_by", "related")
"""The usual order of the fields."""
_MANAGED = frozenset(ORDER) - {"keywords"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        return {language: self.cells[f"{TEXTS[name]} {language}"] for language in LANGUAGES}


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
    return [node for node in nodes if _plain(fields_of(node).get(REMOVED, (None, None))[1]) != "true"]


def faq_folder(root: Path) -> Path:
    """Where the organisation's own questions are."""
    return layers_of(root, Findings())[-1].faq


def fields_of(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The fields of a map, each with its key."""
    return {key.value: (key, value) for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def is_empty(node: yaml.Node | None) -> bool:
    """There is nothing, or a field without a value."""
    if isinstance(node, yaml.ScalarNode):
        return not node.style and node.value in ("", "~", "null")
    return node is None


def by_language(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """The value per language; a value without languages counts as Dutch."""
    if node is None or is_empty(node):
        return {}
    if isinstance(node, yaml.MappingNode):
        return {name: value for name, (_, value) in fields_of(node).items()}
    return {"nl": node}


def text_of(node: yaml.Node | None, *, lines: bool = False) -> str:
    """The text of a value, tidied."""
    return "" if node is None or is_empty(node) else tidy(str(node.value), lines=lines)


def tidy(text: str, *, lines: bool = False) -> str:
    """Without what Excel or a keyboard adds unseen; a text of one line stays one line."""
    text = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    text = _CONTROL.sub("", text)
    return re.sub(r"[ \t]+(?=\n)", "", text).strip() if lines else re.sub(r"\s*\n\s*", " ", text).strip()


def _record(node: yaml.Node, file: str) -> EditableEntry:
    values = {name: value for name, (_, value) in fields_of(node).items()}
    cells = {"id": text_of(values["id"]), "bestand": file, "review_by": text_of(values.get("review_by"))}
    for name, column in LISTS.items():
        listed = values.get(name)
        cells[column] = ", ".join(text_of(item) for item in listed.value) if listed and not is_empty(listed) else ""
    for name, column in TEXTS.items():
        texts = by_language(values.get(name))
        for language in LANGUAGES:
            cells[f"{column} {language}"] = text_of(texts.get(language), lines=name != "title")
    record = EditableEntry(cells)
    for language, listed in by_language(values.get("questions")).items():
        record.phrasings += [(language, text_of(item)) for item in listed.value]
    sources = values.get("sources")
    for item in sources.value if isinstance(sources, yaml.SequenceNode) else ():
        parts = {name: value for name, (_, value) in fields_of(item).items()}
        record.sources.append((text_of(parts.get("title")), text_of(parts.get("url")), text_of(parts.get("checked"))))
    return record


def _rest(node: yaml.Node) -> dict[str, object]:
    """What an import may not touch."""
    kept: dict[str, object] = {}
    for name, (_, value) in fields_of(node).items():
        if name not in _MANAGED:
            kept[name] = _plain(value)
        elif name in TEXTS:
            kept[name] = {key: _plain(item) for key, item in by_language(value).items() if key not in LANGUAGES}
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
        found = {text_of(fields_of(node)["id"][1]): node for node in nodes}
        expected = [name for name, record in wanted.items() if record.cells["bestand"] == file.name]
        good = sorted(found) == sorted(expected) and len(nodes) == len(found)
        good = good and all(_record(found[name], file.name).stand() == wanted[name].stand() for name in expected)
        good = good and all(_rest(found[name]) == _rest(before[name].node) for name in expected if name in before)
    if not good:
        raise by_hand(file.name)


def by_hand(name: str) -> ContentError:
    """What to say of a file that has an unusual form."""
    return ContentError(
        f"{name} heeft een vorm die wij niet vanzelf kunnen aanpassen. Er is niets veranderd. Pas dit bestand zelf aan."
    )
