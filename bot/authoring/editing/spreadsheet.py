"""The FAQ as an Excel workbook for editors, and back.

The YAML files stay the source. An import compares the workbook with the files and replaces only the characters of
values that differ, so comments, order and layout stay. A YAML writer would lay out whole files anew.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from bot.adapters.content.entries import SPECIAL_FILES, SPECIAL_FOLDERS
from bot.adapters.content.fields import is_identifier
from bot.authoring.editing.editable import (
    LISTS,
    EditableEntry,
    EditableFile,
    Located,
    faq_folder,
    load_located,
    tidy,
    write_files,
)
from bot.authoring.editing.rewriting import Change, edit_entry, source_lines, split_names, texts_lines
from bot.authoring.editing.workbook_explanation import explain
from bot.authoring.editing.workbook_limits import open_workbook
from bot.authoring.editing.yaml_writing import flow_list, inline
from bot.domain.audience import Audience
from bot.domain.errors import ContentError

ANSWERS, PHRASINGS, SOURCES, BASIS = "Antwoorden", "Vragen", "Bronnen", "basis"
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
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_LONGEST_CELL = 32_767


def export_workbook(root: Path, output: Path) -> int:
    """Write all entries under ``root`` to a new workbook; how many there are."""
    if output.suffix.lower() != ".xlsx":
        raise ContentError(f"{output} eindigt niet op .xlsx. Kies bijvoorbeeld: --output vragen.xlsx")
    if output.exists():
        raise ContentError(f"{output} bestaat al. Haal het eerst weg of kies een andere naam met --output.")
    records = [located.record for located in load_located(root)[0].values()]
    book = Workbook()
    book.remove(book.worksheets[0])
    explain(book)
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
    entries, files = load_located(root)
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
        changes.append(Change(name, located.file.name, tuple(edit_entry(located, record))))
        wanted[name] = record
    for name, located in entries.items():
        if name not in records and (name in basis or not basis):
            what = f"de rij van '{name}' is weg; zet hem terug (een vraag weghalen doe je in {located.file.name})"
            book.wrong(ANSWERS, 1, what)
    book.stop_when_wrong()
    write_files([file for file in files.values() if file.edits or file.added], wanted, entries)
    return changes


# --- a new entry -----------------------------------------------------------------------------------------------------


def _file_for(record: EditableEntry, root: Path, files: dict[str, EditableFile], book: "_Book") -> EditableFile | None:
    """The file where a new entry belongs; None when there can be no such file."""
    path = PurePosixPath(record.cells["bestand"].replace("\\", "/"))
    top = "faq" if faq_folder(root) != root else ""
    inside = path.parts[1:] if top else path.parts
    good = path.suffix == ".yaml" and all(re.fullmatch(r"\w[\w.-]*", part) for part in path.parts)
    special = len(inside) == 1 and inside[0] in SPECIAL_FILES
    if not good or not inside or (top and path.parts[0] != top) or special or inside[0] in SPECIAL_FOLDERS:
        example = f"{top}/ouders/school.yaml".lstrip("/")
        book.wrong(ANSWERS, record.row, f"hier kan geen vraag staan: '{path}'; vul iets in als {example}")
        return None
    record.cells["bestand"] = path.as_posix()
    if path.as_posix() not in files:
        files[path.as_posix()] = EditableFile(root / path, path.as_posix())
    return files[path.as_posix()]


def _new_entry(record: EditableEntry) -> list[str]:
    lines = [f"- id: {inline(record.cells['id'])}"]
    if record.cells["doelgroep"]:
        lines.append(f"  audience: {flow_list(split_names(record.cells['doelgroep']))}")
    lines += ["  title:", *texts_lines("title", record.texts("title"), 4), "  questions:"]
    for language in dict.fromkeys(language for language, _ in record.phrasings):
        lines.append(f"    {language}:")
        lines += [f"      - {inline(text)}" for key, text in record.phrasings if key == language]
    for name in ("answer", "more"):
        if any(record.texts(name).values()):
            lines += [f"  {name}:", *texts_lines(name, record.texts(name), 4)]
    if record.sources:
        lines += ["  sources:", *(line for row in record.sources for line in source_lines(row, 4))]
    if record.cells["review_by"]:
        lines.append(f"  review_by: {json.dumps(record.cells['review_by'])}")
    if record.cells["related"]:
        lines.append(f"  related: {flow_list(split_names(record.cells['related']))}")
    return lines


# --- the workbook ----------------------------------------------------------------------------------------------------


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
        self._book = open_workbook(path)
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

    def records(self, entries: dict[str, Located]) -> dict[str, EditableEntry]:
        """Every row of the sheet with answers, with its phrasings and sources."""
        records: dict[str, EditableEntry] = {}
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
            for other in split_names(record.cells["related"]) if record.cells["related"] != old else ():
                if other not in records and other not in entries:
                    self.wrong(ANSWERS, record.row, f"'{other}' in kolom related bestaat niet")
        return records

    def _answer(self, number: int, row: dict[str, str], old: Located | None) -> EditableEntry:
        cells = {name: tidy(row[name], lines=name.startswith(("antwoord", "meer"))) for name in _COLUMNS[ANSWERS]}
        if old is None and not is_identifier(cells["id"]):
            self.wrong(ANSWERS, number, f"'{cells['id']}' is geen goede id; gebruik kleine letters, cijfers en _")
        if old is not None and cells["bestand"] != old.file.name:
            self.wrong(ANSWERS, number, f"'{cells['id']}' staat in {old.file.name}; verhuizen kan hier niet")
        for column in ("titel nl", "titel en", "antwoord nl", "antwoord en"):
            if not cells[column] and (old.record.cells[column] if old else column.endswith("nl")):
                self.wrong(ANSWERS, number, f"de cel '{column}' is leeg; vul hem in")
        for column in LISTS.values():
            cells[column] = ", ".join(split_names(cells[column]))
        for audience in split_names(cells["doelgroep"]):
            if audience not in tuple(Audience):
                self.wrong(ANSWERS, number, f"'{audience}' is geen doelgroep; kies ouder of jongere")
        cells["review_by"] = self._day(ANSWERS, number, "review_by", cells["review_by"])
        return EditableEntry(cells, row=number)

    def _phrasings(self, records: dict[str, EditableEntry], languages: set[str]) -> None:
        for number, row in self._rows(PHRASINGS):
            language, text = row["taal"].strip().lower(), tidy(row["vraag"])
            if not self._known(PHRASINGS, number, row["id"], records):
                continue
            if language not in languages:
                self.wrong(PHRASINGS, number, f"'{language}' is geen taal; kies nl of en")
            if not text:
                self.wrong(PHRASINGS, number, "de vraag is leeg; vul hem in of verwijder de hele rij")
            records[row["id"]].phrasings.append((language, text))

    def _source(self, number: int, row: dict[str, str], records: dict[str, EditableEntry]) -> None:
        if not self._known(SOURCES, number, row["id"], records):
            return
        for column in ("titel", "url"):
            if not tidy(row[column]):
                self.wrong(SOURCES, number, f"de cel '{column}' is leeg; vul hem in of verwijder de hele rij")
        checked = self._day(SOURCES, number, "checked", tidy(row["checked"]))
        records[row["id"]].sources.append((tidy(row["titel"]), tidy(row["url"]), checked))

    def _known(self, sheet: str, number: int, name: str, records: dict[str, EditableEntry]) -> bool:
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
