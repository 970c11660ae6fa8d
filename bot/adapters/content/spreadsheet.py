"""The FAQ as an Excel workbook for editors, and back.

The YAML files stay the source. An import compares the workbook with the files and replaces only the characters of
values that differ, so comments, order and layout stay. A YAML writer would lay out whole files anew.
"""

import hashlib
import json
import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from zipfile import BadZipFile

import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from bot.adapters.content.entries import SPECIAL_FILES, SPECIAL_FOLDERS, entry_files, load_entries
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of
from bot.adapters.content.overlay import REMOVED
from bot.adapters.content.strict_yaml import Value, read_text
from bot.domain.audience import Audience
from bot.domain.errors import ContentError

READ_ME, ANSWERS, PHRASINGS, SOURCES, BASIS = "Lees mij", "Antwoorden", "Vragen", "Bronnen", "basis"
_COLUMNS: dict[str, dict[str, int]] = {
    ANSWERS: {
        "id": 26,
        "bestand": 28,
        "doelgroep": 16,
        "titel nl": 36,
        "titel en": 36,
        "antwoord nl": 70,
        "antwoord en": 70,
        "meer nl": 70,
        "meer en": 70,
        "review_by": 13,
        "related": 30,
    },
    PHRASINGS: {"id": 26, "taal": 8, "vraag": 100},
    SOURCES: {"id": 26, "titel": 50, "url": 80, "checked": 13},
    BASIS: {"id": 26, "stand": 70},
}
"""The sheets with their columns and widths; the last sheet is hidden and tells what the files held at the export."""
_TEXTS = {"title": "titel", "answer": "antwoord", "more": "meer"}
_LANGUAGES = ("nl", "en")
_LISTS = {"audience": "doelgroep", "related": "related"}
_ORDER = ("id", "audience", "title", "questions", "keywords", "answer", "more", "sources", "review_by", "related")
_MANAGED = frozenset(_ORDER) - {"keywords"}
_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,54}")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LONGEST_CELL = 32_767
_T = TypeVar("_T")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EXPLANATION = """\
De vragen en antwoorden van de bot

In dit bestand kun je de teksten van de bot aanpassen.

Zo werkt het
1. Pas de tekst aan in een cel. Sla het bestand op als Excel-bestand (.xlsx).
2. Geef het bestand aan je beheerder. Of voer zelf uit: steunpuntbot faq import vragen.xlsx
3. Staat er iets fout? Dan lees je op welk blad en in welke rij. Er verandert dan nog niets.

Blad Antwoorden: één rij per vraag
• id: de naam van de vraag. Verander die niet.
• bestand: waar de vraag staat. Verander dat niet.
• doelgroep: ouder, jongere, of allebei met een komma ertussen.
• titel: zo kort als op een knop. Hooguit 60 tekens.
• antwoord: eerst het antwoord, in korte zinnen. Hooguit 600 tekens. Een nieuwe regel maak je met Alt+Enter.
• meer: de rest van de uitleg. Mag leeg zijn.
• review_by: de dag waarop iemand dit opnieuw moet bekijken. Bijvoorbeeld 2027-11-01.
• related: de id's van vragen die hierbij horen, met een komma ertussen.

Blad Vragen: één rij per zin die iemand kan typen
• Een zin toevoegen: maak een nieuwe rij met de id, de taal (nl of en) en de zin.
• Een zin weghalen: verwijder de hele rij.

Blad Bronnen: één rij per bron
• checked: de dag waarop iemand de bron heeft bekeken. Bijvoorbeeld 2026-11-23.

Een nieuwe vraag
• Maak een rij op blad Antwoorden, met een nieuwe id: kleine letters, cijfers en _.
• Vul bij bestand in waar hij moet komen. Bijvoorbeeld faq/ouders/school.yaml. Bestaat dat niet, dan maken wij het.
• Zet op blad Vragen minstens één zin met dezelfde id, en op blad Bronnen een bron.

Goed om te weten
• Laat de woorden in de bovenste rij staan.
• De volgorde van de rijen maakt niet uit. Sorteren en filteren mag.
• Typ nooit een telefoonnummer in een antwoord. Laat woorden tussen { } staan.
• Een hele vraag weghalen kan hier niet. Dat doe je in het bestand zelf.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What an import did to one entry."""

    id: str
    file: str
    what: tuple[str, ...]


@dataclass(slots=True)
class _Record:
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


class _File:
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
class _Located:
    """An entry, where it stands, and its fields."""

    record: _Record
    file: _File
    node: yaml.MappingNode

    @property
    def column(self) -> int:
        """The indentation of the fields."""
        return int(self.node.value[0][0].start_mark.column)


def export_workbook(root: Path, output: Path) -> int:
    """Write all entries under ``root`` to a new workbook; how many there are."""
    if output.suffix.lower() != ".xlsx":
        raise ContentError(f"{output} eindigt niet op .xlsx. Kies bijvoorbeeld: --output vragen.xlsx")
    if output.exists():
        raise ContentError(f"{output} bestaat al. Haal het eerst weg of kies een andere naam met --output.")
    records = [located.record for located in _load(root)[0].values()]
    book = Workbook()
    book.remove(book.worksheets[0])
    _explain(book)
    _fill(book, ANSWERS, ([record.cells[name] for name in _COLUMNS[ANSWERS]] for record in records))
    _fill(book, PHRASINGS, ([record.cells["id"], *row] for record in records for row in record.phrasings))
    _fill(book, SOURCES, ([record.cells["id"], *row] for record in records for row in record.sources))
    _fill(book, BASIS, ([record.cells["id"], record.stand()] for record in records))
    book[BASIS].sheet_state = "hidden"
    try:
        book.save(output)
    except OSError as error:
        raise ContentError(
            f"{output} is niet te schrijven. Staat het nog open in Excel, of mag je daar niet schrijven?"
        ) from error
    return len(records)


def import_workbook(source: Path, root: Path) -> list[Change]:
    """Bring the edits of a workbook into the files under ``root``; nothing is written when anything is wrong."""
    entries, files = _load(root)
    book = _Book(source)
    records = book.records(entries)
    basis = book.basis()
    changes: list[Change] = []
    wanted = {name: located.record for name, located in entries.items()}
    for name, record in records.items():
        located = entries.get(name)
        if located is None:
            if name in basis:
                book.wrong(ANSWERS, record.row, f"'{name}' bestaat niet meer in de bestanden; haal deze rij weg")
                continue
            file = _file_for(record, root, files, book)
            if file is not None:
                file.added.append(_new_entry(record))
                changes.append(Change(name, file.name, ("nieuw",)))
                wanted[name] = record
            continue
        now = located.record.stand()
        if record.stand() == now or basis.get(name, now) == record.stand():
            continue
        if basis.get(name, now) != now:
            what = f"'{name}' is intussen ook in het bestand veranderd; maak een nieuw Excel-bestand en pas dat aan"
            book.wrong(ANSWERS, record.row, what)
            continue
        changes.append(Change(name, located.file.name, tuple(_edit(located, record))))
        wanted[name] = record
    for name, located in entries.items():
        if name not in records and (name in basis or not basis):
            what = f"de rij van '{name}' is weg; zet hem terug (een vraag weghalen doe je in {located.file.name})"
            book.wrong(ANSWERS, 1, what)
    book.stop_when_wrong()
    _write([file for file in files.values() if file.edits or file.added], wanted, entries)
    return changes


# --- the files -------------------------------------------------------------------------------------------------------


def _load(root: Path) -> tuple[dict[str, _Located], dict[str, _File]]:
    findings = Findings()
    load_entries(root, findings)
    if findings.errors:
        raise ContentError(
            "Los eerst de fouten in de bestanden op:\n" + "\n".join(str(finding) for finding in findings.errors)
        )
    files: dict[str, _File] = {}
    entries: dict[str, _Located] = {}
    for path in entry_files(_faq(root)):
        file = _File(path, path.relative_to(root).as_posix())
        files[file.name] = file
        for node in _entry_nodes(file.root):
            record = _record(node, file.name)
            entries[record.cells["id"]] = _Located(record, file, node)
    return entries, files


def _entry_nodes(top: yaml.Node | None) -> list[yaml.MappingNode]:
    """The entries of a file; those that only take out a national one have no texts for Excel."""
    nodes: list[yaml.MappingNode] = top.value if isinstance(top, yaml.SequenceNode) else []
    return [node for node in nodes if _plain(_fields(node).get(REMOVED, (None, None))[1]) != "true"]


def _faq(root: Path) -> Path:
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
    return "" if node is None or _empty(node) else _tidy(str(node.value), lines=lines)


def _tidy(text: str, *, lines: bool = False) -> str:
    """Without what Excel or a keyboard adds unseen; a text of one line stays one line."""
    text = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    text = _CONTROL.sub("", text)
    return re.sub(r"[ \t]+(?=\n)", "", text).strip() if lines else re.sub(r"\s*\n\s*", " ", text).strip()


def _record(node: yaml.Node, file: str) -> _Record:
    values = {name: value for name, (_, value) in _fields(node).items()}
    cells = {"id": _text(values["id"]), "bestand": file, "review_by": _text(values.get("review_by"))}
    for name, column in _LISTS.items():
        listed = values.get(name)
        cells[column] = ", ".join(_text(item) for item in listed.value) if listed and not _empty(listed) else ""
    for name, column in _TEXTS.items():
        texts = _by_language(values.get(name))
        for language in _LANGUAGES:
            cells[f"{column} {language}"] = _text(texts.get(language), lines=name != "title")
    record = _Record(cells)
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


def _write(files: Sequence[_File], wanted: dict[str, _Record], before: dict[str, _Located]) -> None:
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


def _verify(file: _File, text: str, wanted: dict[str, _Record], before: dict[str, _Located]) -> None:
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


def _edit(located: _Located, wanted: _Record) -> Iterator[str]:
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
        elif (column := _LISTS.get(name)) and now.cells[column] != wanted.cells[column]:
            _edit_list(located, name, _split(wanted.cells[column]))
            yield column
        elif name == "review_by" and now.cells[name] != wanted.cells[name]:
            _edit_date(located, wanted.cells[name])
            yield name


def _counted(one: str, many: str, old: Sequence[object], new: Sequence[object]) -> str:
    more, less = (Counter(new) - Counter(old)).total(), (Counter(old) - Counter(new)).total()
    both = min(more, less)
    parts = [(both, "veranderd"), (more - both, "erbij"), (less - both, "weg")]
    return ", ".join(f"{count} {one if count == 1 else many} {what}" for count, what in parts if count)


def _edit_texts(located: _Located, name: str, wanted: dict[str, str]) -> None:
    file, column = located.file, located.column
    node = _fields(located.node).get(name, (None, None))[1]
    texts = _by_language(node)
    if not any(wanted.values()) and not set(texts) - set(_LANGUAGES):
        _remove(file, located.node, name)
    elif not texts:
        _add(located, name, [f"{' ' * column}{name}:", *_texts_lines(name, wanted, column + 2)])
    elif isinstance(node, yaml.MappingNode):
        inner = int(node.value[0][0].start_mark.column)
        for language, text in wanted.items():
            old = texts.get(language)
            if old is None and text:
                file.insert_below(file.end(node), _texts_lines(name, {language: text}, inner))
            elif old is not None and not text:
                _remove(file, node, language)
            elif old is not None and _text(old, lines=name != "title") != text:
                _replace_scalar(file, old, text, inner)
    elif node is not None and not wanted["en"]:
        _replace_scalar(file, node, wanted["nl"], column)
    else:
        raise _by_hand(file.name)


def _texts_lines(name: str, texts: dict[str, str], column: int) -> list[str]:
    lines: list[str] = []
    for language, text in texts.items():
        if text and name == "title":
            lines.append(f"{' ' * column}{language}: {_inline(text)}")
        elif text:
            lines += [f"{' ' * column}{language}: |", *_indented(text, column + 2)]
    return lines


def _indented(text: str, column: int) -> list[str]:
    return [" " * column + line if line else "" for line in text.split("\n")]


def _replace_scalar(file: _File, node: yaml.Node, text: str, column: int) -> None:
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
        file.replace(start, end, lead + _inline(text, style))


def _inline(text: str, style: str | None = None, *, flow: bool = False) -> str:
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


def _flow(items: Iterable[str]) -> str:
    return "[" + ", ".join(_inline(item, flow=True) for item in items) + "]"


def _remove(file: _File, node: yaml.MappingNode, name: str) -> None:
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


def _add(located: _Located, name: str, lines: list[str]) -> None:
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


def _edit_list(located: _Located, name: str, wanted: list[str]) -> None:
    node = _fields(located.node).get(name, (None, None))[1]
    if node is None or _empty(node):
        _add(located, name, [f"{' ' * located.column}{name}: {_flow(wanted)}"])
    elif not wanted:
        _remove(located.file, located.node, name)
    else:
        _edit_items(located.file, node, wanted, in_order=True)


def _edit_date(located: _Located, wanted: str) -> None:
    node = _fields(located.node).get("review_by", (None, None))[1]
    if node is None or _empty(node):
        _add(located, "review_by", [f"{' ' * located.column}review_by: {json.dumps(wanted)}"])
    elif not wanted:
        _remove(located.file, located.node, "review_by")
    else:
        _replace_scalar(located.file, node, wanted, located.column)


def _edit_phrasings(located: _Located, wanted: list[tuple[str, str]]) -> None:
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
            lines = [f"{margin}{language}:", *(f"{margin}  - {_inline(text)}" for text in new)]
            file.insert_below(file.end(node), lines)


def _edit_items(file: _File, node: yaml.Node, wanted: list[str], *, in_order: bool = False) -> None:
    """Other texts in a list: on one line all anew, below each other only what differs."""
    assert isinstance(node, yaml.SequenceNode)
    if node.flow_style:
        file.replace(node.start_mark.index, node.end_mark.index, _flow(wanted))
        return
    old = [_text(item) for item in node.value]
    kept, fresh = _aligned(old, wanted, (str,), in_order=in_order)
    margin = int(node.start_mark.column)
    for place, text in kept.items():
        if old[place] != text:
            _replace_scalar(file, node.value[place], text, margin)
    _rows(file, node, kept, [(after, [f"{' ' * margin}- {_inline(text)}"]) for after, text in fresh])


def _edit_sources(located: _Located, wanted: list[tuple[str, str, str]]) -> None:
    file, column = located.file, located.column
    node = _fields(located.node).get("sources", (None, None))[1]
    if node is None or _empty(node) or not node.value:
        lines = [f"{' ' * column}sources:"]
        _add(located, "sources", lines + [line for row in wanted for line in _source_lines(row, column + 2)])
        return
    if not wanted:
        _remove(file, located.node, "sources")
        return
    assert isinstance(node, yaml.SequenceNode)
    kept, fresh = _aligned(located.record.sources, wanted, (_whole, _url, _title))
    for place, row in kept.items():
        _edit_source(file, node.value[place], located.record.sources[place], row)
    margin = int(node.start_mark.column)
    _rows(file, node, kept, [(after, _source_lines(row, margin)) for after, row in fresh])


def _whole(row: tuple[str, str, str]) -> object:
    return row


def _url(row: tuple[str, str, str]) -> object:
    return row[1]


def _title(row: tuple[str, str, str]) -> object:
    return row[0]


def _edit_source(file: _File, node: yaml.MappingNode, old: Sequence[str], new: Sequence[str]) -> None:
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


def _source_lines(row: Sequence[str], column: int) -> list[str]:
    margin = " " * column
    lines = [f"{margin}- title: {_inline(row[0])}", f"{margin}  url: {_inline(row[1])}"]
    return [*lines, f"{margin}  checked: {json.dumps(row[2])}"] if row[2] else lines


def _rows(file: _File, node: yaml.SequenceNode, kept: Iterable[int], fresh: Iterable[tuple[int, list[str]]]) -> None:
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


# --- a new entry -----------------------------------------------------------------------------------------------------


def _file_for(record: _Record, root: Path, files: dict[str, _File], book: "_Book") -> _File | None:
    """The file where a new entry belongs; None when there can be no such file."""
    path = PurePosixPath(record.cells["bestand"].replace("\\", "/"))
    top = "faq" if _faq(root) != root else ""
    inside = path.parts[1:] if top else path.parts
    good = path.suffix == ".yaml" and all(re.fullmatch(r"\w[\w.-]*", part) for part in path.parts)
    special = len(inside) == 1 and inside[0] in SPECIAL_FILES
    if not good or not inside or (top and path.parts[0] != top) or special or inside[0] in SPECIAL_FOLDERS:
        example = f"{top}/ouders/school.yaml".lstrip("/")
        book.wrong(ANSWERS, record.row, f"hier kan geen vraag staan: '{path}'; vul iets in als {example}")
        return None
    record.cells["bestand"] = path.as_posix()
    if path.as_posix() not in files:
        files[path.as_posix()] = _File(root / path, path.as_posix())
    return files[path.as_posix()]


def _new_entry(record: _Record) -> list[str]:
    lines = [f"- id: {_inline(record.cells['id'])}"]
    if record.cells["doelgroep"]:
        lines.append(f"  audience: {_flow(_split(record.cells['doelgroep']))}")
    lines += ["  title:", *_texts_lines("title", record.texts("title"), 4), "  questions:"]
    for language in dict.fromkeys(language for language, _ in record.phrasings):
        lines.append(f"    {language}:")
        lines += [f"      - {_inline(text)}" for key, text in record.phrasings if key == language]
    for name in ("answer", "more"):
        if any(record.texts(name).values()):
            lines += [f"  {name}:", *_texts_lines(name, record.texts(name), 4)]
    if record.sources:
        lines += ["  sources:", *(line for row in record.sources for line in _source_lines(row, 4))]
    if record.cells["review_by"]:
        lines.append(f"  review_by: {json.dumps(record.cells['review_by'])}")
    if record.cells["related"]:
        lines.append(f"  related: {_flow(_split(record.cells['related']))}")
    return lines


def _split(names: str) -> list[str]:
    return [name for name in re.split(r"[,;\s]+", names) if name]


# --- the workbook ----------------------------------------------------------------------------------------------------


def _explain(book: Workbook) -> None:
    sheet = book.create_sheet(READ_ME)
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(_EXPLANATION.splitlines(), start=1):
        cell = sheet.cell(number, 1, line or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        heading = (
            number == 1 or line.startswith("Blad ") or line in ("Zo werkt het", "Een nieuwe vraag", "Goed om te weten")
        )
        cell.font = Font(bold=heading, size=14 if number == 1 else 11)


def _fill(book: Workbook, name: str, rows: Iterable[Sequence[str]]) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for column, (title, width) in enumerate(_COLUMNS[name].items(), start=1):
        head = sheet.cell(1, column, title)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DDE8F0")
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            if len(text) > _LONGEST_CELL:
                raise ContentError(f"Een tekst van '{row[0]}' is te lang voor een cel in Excel.")
            # Excel reads _x000A_ as a character; what looks like that gets the escape that Excel itself uses.
            cell = sheet.cell(number, column, re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) or None)
            if text.startswith("="):
                cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.auto_filter.ref = sheet.dimensions


class _Book:
    """A workbook that an editor hands in, and everything that is wrong with it."""

    def __init__(self, path: Path) -> None:
        try:
            self._book = load_workbook(path)
        except FileNotFoundError as error:
            raise ContentError(f"{path} bestaat niet.") from error
        except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
            raise ContentError(f"{path} is niet te lezen als Excel-bestand (.xlsx).") from error
        self._errors: list[tuple[int, int, str]] = []
        for sheet in (ANSWERS, PHRASINGS, SOURCES):
            if sheet not in self._book.sheetnames:
                self.wrong(sheet, 1, "dit blad ontbreekt; zet het terug of maak een nieuw Excel-bestand")
                continue
            missing = [name for name in _COLUMNS[sheet] if name not in self._columns(sheet)]
            if missing:
                self.wrong(sheet, 1, f"in de bovenste rij ontbreekt: {', '.join(missing)}")
        self.stop_when_wrong()

    def wrong(self, sheet: str, row: int, what: str) -> None:
        """Remember what an editor must mend."""
        self._errors.append(([*_COLUMNS].index(sheet), row, f"Blad {sheet}, rij {row}: {what}."))

    def stop_when_wrong(self) -> None:
        """Tell everything that is wrong, in reading order."""
        if self._errors:
            raise ContentError("\n".join(text for _, _, text in sorted(set(self._errors))) + "\nEr is niets veranderd.")

    def basis(self) -> dict[str, str]:
        """What the files held when the workbook was made; empty when nobody knows."""
        if BASIS not in self._book.sheetnames:
            return {}
        return {row["id"]: row["stand"] for _, row in self._rows(BASIS) if "stand" in row and "id" in row}

    def records(self, entries: dict[str, _Located]) -> dict[str, _Record]:
        """Every row of the sheet with answers, with its phrasings and sources."""
        records: dict[str, _Record] = {}
        for number, row in self._rows(ANSWERS):
            name = row["id"]
            if not name:
                self.wrong(ANSWERS, number, "de id is leeg")
            elif name in records:
                self.wrong(
                    ANSWERS, number, f"de id '{name}' staat ook in rij {records[name].row}; elke id mag één keer"
                )
            else:
                records[name] = self._answer(number, row, entries.get(name))
        self._phrasings(records, {"nl", "en"}.union(key for old in entries.values() for key, _ in old.record.phrasings))
        for number, row in self._rows(SOURCES):
            self._source(number, row, records)
        for name, record in records.items():
            if not record.phrasings:
                self.wrong(ANSWERS, record.row, f"'{name}' heeft geen enkele zin op blad {PHRASINGS}")
            old = entries[name].record.cells["related"] if name in entries else ""
            for other in _split(record.cells["related"]) if record.cells["related"] != old else ():
                if other not in records and other not in entries:
                    self.wrong(ANSWERS, record.row, f"'{other}' in kolom related bestaat niet")
        return records

    def _answer(self, number: int, row: dict[str, str], old: _Located | None) -> _Record:
        cells = {name: _tidy(row[name], lines=name.startswith(("antwoord", "meer"))) for name in _COLUMNS[ANSWERS]}
        if old is None and not _ID.fullmatch(cells["id"]):
            self.wrong(ANSWERS, number, f"'{cells['id']}' is geen goede id; gebruik kleine letters, cijfers en _")
        if old is not None and cells["bestand"] != old.file.name:
            self.wrong(ANSWERS, number, f"'{cells['id']}' staat in {old.file.name}; verhuizen kan hier niet")
        for column in ("titel nl", "titel en", "antwoord nl", "antwoord en"):
            if not cells[column] and (old.record.cells[column] if old else column.endswith("nl")):
                self.wrong(ANSWERS, number, f"de cel '{column}' is leeg; vul hem in")
        for column in _LISTS.values():
            cells[column] = ", ".join(_split(cells[column]))
        for audience in _split(cells["doelgroep"]):
            if audience not in tuple(Audience):
                self.wrong(ANSWERS, number, f"'{audience}' is geen doelgroep; kies ouder of jongere")
        cells["review_by"] = self._day(ANSWERS, number, "review_by", cells["review_by"])
        return _Record(cells, row=number)

    def _phrasings(self, records: dict[str, _Record], languages: set[str]) -> None:
        for number, row in self._rows(PHRASINGS):
            language, text = row["taal"].strip().lower(), _tidy(row["vraag"])
            if not self._known(PHRASINGS, number, row["id"], records):
                continue
            if language not in languages:
                self.wrong(PHRASINGS, number, f"'{language}' is geen taal; kies nl of en")
            if not text:
                self.wrong(PHRASINGS, number, "de vraag is leeg; vul hem in of verwijder de hele rij")
            records[row["id"]].phrasings.append((language, text))

    def _source(self, number: int, row: dict[str, str], records: dict[str, _Record]) -> None:
        if not self._known(SOURCES, number, row["id"], records):
            return
        for column in ("titel", "url"):
            if not _tidy(row[column]):
                self.wrong(SOURCES, number, f"de cel '{column}' is leeg; vul hem in of verwijder de hele rij")
        checked = self._day(SOURCES, number, "checked", _tidy(row["checked"]))
        records[row["id"]].sources.append((_tidy(row["titel"]), _tidy(row["url"]), checked))

    def _known(self, sheet: str, number: int, name: str, records: dict[str, _Record]) -> bool:
        if name not in records:
            what = f"de id '{name}' staat niet op blad {ANSWERS}" if name else "de id is leeg"
            self.wrong(sheet, number, what)
        return name in records

    def _day(self, sheet: str, number: int, column: str, text: str) -> str:
        dutch = _DUTCH_DATE.fullmatch(text)
        try:
            if dutch:
                return date(int(dutch[3]), int(dutch[2]), int(dutch[1])).isoformat()
            if text:
                date.fromisoformat(text)
        except ValueError:
            self.wrong(sheet, number, f"'{text}' in kolom {column} is geen datum; schrijf bijvoorbeeld 2026-11-23")
        return text

    def _columns(self, sheet: str) -> dict[str, int]:
        heads = next(self._book[sheet].iter_rows(min_row=1, max_row=1, values_only=True), ())
        return {str(head).strip().lower(): place for place, head in enumerate(heads) if head is not None}

    def _rows(self, sheet: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows that hold anything, with their number, as texts per column."""
        columns = {name: place for name, place in self._columns(sheet).items() if name in _COLUMNS[sheet]}
        for number, cells in enumerate(self._book[sheet].iter_rows(min_row=2), start=2):
            row = {name: self._cell(sheet, number, name, cells[place]) for name, place in columns.items()}
            if any(row.values()):
                yield number, {**row, "id": row.get("id", "").strip()}

    def _cell(self, sheet: str, number: int, column: str, cell: Any) -> str:
        value = cell.value
        if cell.data_type in ("f", "e"):
            self.wrong(sheet, number, f"in kolom {column} staat een formule of een fout van Excel; typ gewone tekst")
            return "?"
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, bool):
            return "waar" if value else "onwaar"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else str(value)
