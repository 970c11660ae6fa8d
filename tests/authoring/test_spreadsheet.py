"""Editing in Excel: what comes back is what an editor changed, and nothing else."""

import random
import shutil
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from bot.adapters.content.entries import load_entries
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.app.cli import main
from bot.authoring.editing import spreadsheet, yaml_writing
from bot.authoring.editing.spreadsheet import ANSWERS, PHRASINGS, SOURCES, export_workbook, import_workbook
from bot.authoring.editing.workbook_explanation import READ_ME
from bot.domain.errors import ContentError
from tests.acceptance.content import write_content

SCHOOL = """\
# Over school
- id: schoolarts  # blijft
  audience: [ouder]
  title:
    nl: Wat doet de schoolarts?   # kort
    en: "What does the school doctor do?"
  questions:
    nl:
      # gewone zinnen
      - wat doet de schoolarts
      - moet mijn kind naar de ggd  # wijk
      - 'er ligt een brief'

      - is het verplicht
    en:
      - what does the school doctor do
  keywords:
    nl: [ggd]
  answer:
    nl: |  # kort houden
      De schoolarts kijkt of je kind gezond is.

      Bel {contact:jouwggd}.
    en: >-
      The school doctor
      checks.
  sources:
    # bekeken
    - title: GGD
      url: https://www.ggd.nl/
      checked: "2026-11-23"
    - title: "NJi: school"
      url: https://www.nji.nl/
  review_by: "2027-11-01"
  related: [ziek]

- id: ziek
  title:
    nl: Mijn kind is ziek
  questions:
    nl: [ziek, koorts]
  answer:
    nl: Meld het bij school.
  delicate: true
"""
Sheets = Workbook


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "faq" / "ouders").mkdir(parents=True)
    (tmp_path / "faq" / "ouders" / "school.yaml").write_text(SCHOOL, encoding="utf-8")
    return tmp_path


def edit(root: Path, change: Callable[[Sheets], None]) -> tuple[str, list[str]]:
    """The YAML after an edit in the workbook, and what the import tells."""
    book = root / "vragen.xlsx"
    book.unlink(missing_ok=True)
    export_workbook(root, book)
    sheets = load_workbook(book)
    change(sheets)
    sheets.save(book)
    told = [f"{item.id}: {', '.join(item.what)}" for item in import_workbook(book, root)]
    text = (root / "faq" / "ouders" / "school.yaml").read_bytes().decode()
    findings = Findings()
    load_entries(root, findings)
    assert findings.items == []
    return text, told


def put(sheet: str, row: int, column: str, value: object) -> Callable[[Sheets], None]:
    def change(book: Sheets) -> None:
        heads = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(row, heads.index(column) + 1).value = value  # type: ignore[assignment]

    return change


def drop(sheet: str, row: int) -> Callable[[Sheets], None]:
    return lambda book: book[sheet].delete_rows(row)


def add(sheet: str, *rows: tuple[str | None, ...]) -> Callable[[Sheets], None]:
    def change(book: Sheets) -> None:
        for row in rows:
            book[sheet].append(row)

    return change


def nothing(_book: Sheets) -> None:
    """An editor who only looked."""


def both(*changes: Callable[[Sheets], None]) -> Callable[[Sheets], None]:
    def change(book: Sheets) -> None:
        for one in changes:
            one(book)

    return change


@pytest.mark.slow
def test_the_real_content_comes_back_byte_for_byte(tmp_path: Path) -> None:
    shutil.copytree(packaged_content() / "faq", tmp_path / "faq")
    before = {path: path.read_bytes() for path in (tmp_path / "faq").rglob("*") if path.is_file()}
    count = export_workbook(tmp_path, tmp_path / "v.xlsx")
    assert count > 100
    assert import_workbook(tmp_path / "v.xlsx", tmp_path) == []
    assert {path: path.read_bytes() for path in (tmp_path / "faq").rglob("*") if path.is_file()} == before


def test_a_small_file_comes_back_byte_for_byte(root: Path) -> None:
    assert edit(root, nothing) == (SCHOOL, [])


def test_the_workbook_is_ready_to_work_in(root: Path) -> None:
    export_workbook(root, root / "v.xlsx")
    book = load_workbook(root / "v.xlsx")
    assert book.sheetnames == [READ_ME, ANSWERS, PHRASINGS, SOURCES, spreadsheet.BASIS]
    assert book[spreadsheet.BASIS].sheet_state == "hidden"
    for name in (ANSWERS, PHRASINGS, SOURCES):
        assert book[name].freeze_panes == "A2"
        assert book[name]["A2"].alignment.wrap_text
        assert book[name].column_dimensions["A"].width == 26


@pytest.mark.parametrize(
    ("change", "old", "new", "told"),
    [
        (put(ANSWERS, 2, "titel nl", "De schoolarts"), "Wat doet de schoolarts?  ", "De schoolarts  ", "titel nl"),
        (put(ANSWERS, 2, "titel nl", "Arts: wat nu? #1"), "Wat doet de schoolarts?", '"Arts: wat nu? #1"', "titel nl"),
        (put(ANSWERS, 2, "titel en", 'A "doctor"'), 'What does the school doctor do?"', 'A \\"doctor\\""', "titel en"),
        (put(ANSWERS, 3, "titel en", "My child is ill"), "ziek\n  q", "ziek\n    en: My child is ill\n  q", "titel en"),
        (
            put(ANSWERS, 2, "antwoord nl", "Kort.\r\n\r\n- een \n  - twee\n"),
            "De schoolarts kijkt of je kind gezond is.\n\n      Bel {contact:jouwggd}.",
            "Kort.\n\n      - een\n        - twee",
            "antwoord nl",
        ),
        (
            put(ANSWERS, 2, "antwoord en", "One.\nTwo."),
            ">-\n      The school doctor\n      checks.",
            "|-\n      One.\n      Two.",
            "antwoord en",
        ),
        (
            put(ANSWERS, 3, "antwoord nl", "Een.\nTwee."),
            "Meld het bij school.",
            "|\n      Een.\n      Twee.",
            "antwoord nl",
        ),
        (
            both(put(ANSWERS, 3, "meer nl", "Meer."), put(ANSWERS, 3, "meer en", "More.")),
            "school.\n",
            "school.\n  more:\n    nl: |\n      Meer.\n    en: |\n      More.\n",
            "meer nl, meer en",
        ),
        (put(ANSWERS, 2, "review_by", datetime(2028, 1, 2)), '"2027-11-01"', '"2028-01-02"', "review_by"),  # noqa: DTZ001
        (put(ANSWERS, 2, "review_by", "2-1-2028"), '"2027-11-01"', '"2028-01-02"', "review_by"),
        (put(ANSWERS, 2, "review_by", None), '  review_by: "2027-11-01"\n', "", "review_by"),
        (put(ANSWERS, 3, "review_by", "2028-01-02"), "school.\n", 'school.\n  review_by: "2028-01-02"\n', "review_by"),
        (put(ANSWERS, 2, "related", None), "  related: [ziek]\n", "", "related"),
        (put(ANSWERS, 2, "doelgroep", "ouder; jongere"), "[ouder]", "[ouder, jongere]", "doelgroep"),
        (put(ANSWERS, 3, "doelgroep", "jongere"), "- id: ziek\n", "- id: ziek\n  audience: [jongere]\n", "doelgroep"),
        (put(PHRASINGS, 3, "vraag", "naar de ggd"), "moet mijn kind naar de ggd ", "naar de ggd ", "1 vraag veranderd"),
        (put(PHRASINGS, 4, "vraag", "zo'n brief"), "'er ligt een brief'", "'zo''n brief'", "1 vraag veranderd"),
        (put(PHRASINGS, 2, "vraag", 16), "- wat doet de schoolarts\n", '- "16"\n', "1 vraag veranderd"),
        (drop(PHRASINGS, 3), "      - moet mijn kind naar de ggd  # wijk\n", "", "1 vraag weg"),
        (drop(PHRASINGS, 6), "    en:\n      - what does the school doctor do\n", "", "1 vraag weg"),
        (drop(PHRASINGS, 7), "[ziek, koorts]", "[koorts]", "1 vraag weg"),
        (
            add(PHRASINGS, ("schoolarts", "nl", "no: wie"), ("schoolarts", "nl", "nog een")),
            "is het verplicht\n",
            'is het verplicht\n      - "no: wie"\n      - nog een\n',
            "2 vragen erbij",
        ),
        (add(PHRASINGS, ("ziek", "en", "ill")), "koorts]\n", "koorts]\n    en:\n      - ill\n", "1 vraag erbij"),
        (put(SOURCES, 2, "checked", "2027-01-01"), '"2026-11-23"', '"2027-01-01"', "1 bron veranderd"),
        (put(SOURCES, 2, "checked", None), '      checked: "2026-11-23"\n', "", "1 bron veranderd"),
        (
            put(SOURCES, 3, "checked", "2027-01-01"),
            "https://www.nji.nl/\n",
            'https://www.nji.nl/\n      checked: "2027-01-01"\n',
            "1 bron veranderd",
        ),
        (drop(SOURCES, 3), '    - title: "NJi: school"\n      url: https://www.nji.nl/\n', "", "1 bron weg"),
        (
            add(SOURCES, ("ziek", "RIVM", "https://www.rivm.nl/", "2026-11-23")),
            "school.\n",
            'school.\n  sources:\n    - title: RIVM\n      url: https://www.rivm.nl/\n      checked: "2026-11-23"\n',
            "1 bron erbij",
        ),
    ],
)
def test_an_edited_cell_changes_only_that_value(
    root: Path, change: Callable[[Sheets], None], old: str, new: str, told: str
) -> None:
    assert SCHOOL.count(old) == 1
    text, said = edit(root, change)
    assert text == SCHOOL.replace(old, new)
    assert [line.split(": ", 1)[1] for line in said] == [told]
    assert edit(root, nothing) == (text, [])


def test_line_ends_of_windows_stay(root: Path) -> None:
    file = root / "faq" / "ouders" / "school.yaml"
    windows = "\ufeff" + SCHOOL.replace("\n", "\r\n").rstrip()
    file.write_bytes(windows.encode())
    assert edit(root, nothing) == (windows, [])
    text, _ = edit(
        root, both(put(ANSWERS, 2, "antwoord nl", "Een.\nTwee."), add(PHRASINGS, ("schoolarts", "en", "nurse")))
    )
    assert text.count("\n") == text.count("\r\n")
    assert "|  # kort houden\r\n      Een.\r\n      Twee.\r\n    en: >-" in text
    assert "doctor do\r\n      - nurse\r\n  keywords" in text


def test_sorted_rows_change_nothing_and_an_edit_among_them_only_itself(root: Path) -> None:
    def turn(book: Sheets) -> None:
        for sheet in (book[ANSWERS], book[PHRASINGS], book[SOURCES]):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            for number, row in enumerate(reversed(rows), start=2):
                for column, value in enumerate(row, start=1):
                    sheet.cell(number, column).value = value

    assert edit(root, turn) == (SCHOOL, [])
    text, _ = edit(root, both(put(PHRASINGS, 4, "vraag", "is er een brief"), turn))
    assert text == SCHOOL.replace("'er ligt een brief'", "'is er een brief'")


NEW = both(
    add(ANSWERS, ("nieuw", "faq/ouders/school.yaml", "ouder", "Nieuw?", None, "Ja.\n\nEcht.", None, "Meer.", None)),
    add(PHRASINGS, ("nieuw", "nl", "iets nieuws"), ("nieuw", "en", "something new")),
    add(SOURCES, ("nieuw", "Rijk", "https://www.rijksoverheid.nl/", "2026-11-23")),
)
NEW_TEXT = """\
- id: nieuw
  audience: [ouder]
  title:
    nl: Nieuw?
  questions:
    nl:
      - iets nieuws
    en:
      - something new
  answer:
    nl: |
      Ja.

      Echt.
  more:
    nl: |
      Meer.
  sources:
    - title: Rijk
      url: https://www.rijksoverheid.nl/
      checked: "2026-11-23"
"""


def test_a_new_row_is_a_new_entry_at_the_end_of_its_file(root: Path) -> None:
    text, said = edit(root, NEW)
    assert text == SCHOOL + "\n" + NEW_TEXT
    assert said == ["nieuw: nieuw"]
    assert import_workbook(root / "vragen.xlsx", root) == []


def test_a_new_entry_may_come_in_a_new_file(root: Path) -> None:
    text, _ = edit(root, both(NEW, put(ANSWERS, 4, "bestand", "faq/jongeren/hulp.yaml")))
    assert text == SCHOOL
    assert (root / "faq" / "jongeren" / "hulp.yaml").read_text(encoding="utf-8") == NEW_TEXT


def without(sheet: str) -> Callable[[Sheets], None]:
    return lambda book: book.remove(book[sheet])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (without(PHRASINGS), "Blad Vragen, rij 1: dit blad ontbreekt"),
        (put(SOURCES, 1, "url", "link"), "Blad Bronnen, rij 1: in de bovenste rij ontbreekt: url"),
        (add(PHRASINGS, ("weg", "nl", "iets")), "Blad Vragen, rij 9: de id 'weg' staat niet op blad Antwoorden"),
        (add(PHRASINGS, (None, "nl", "iets")), "Blad Vragen, rij 9: de id is leeg"),
        (add(SOURCES, ("weg", "T", "https://x.nl", None)), "Blad Bronnen, rij 4: de id 'weg' staat niet op"),
        (put(ANSWERS, 3, "id", "schoolarts"), "Blad Antwoorden, rij 3: de id 'schoolarts' staat ook in rij 2"),
        (put(ANSWERS, 3, "id", None), "Blad Antwoorden, rij 3: de id is leeg"),
        (put(ANSWERS, 3, "titel nl", " "), "Blad Antwoorden, rij 3: de cel 'titel nl' is leeg"),
        (put(ANSWERS, 2, "titel en", None), "Blad Antwoorden, rij 2: de cel 'titel en' is leeg"),
        (put(ANSWERS, 2, "antwoord nl", None), "Blad Antwoorden, rij 2: de cel 'antwoord nl' is leeg"),
        (put(ANSWERS, 2, "review_by", "morgen"), "Blad Antwoorden, rij 2: 'morgen' in kolom review_by is geen datum"),
        (put(ANSWERS, 2, "doelgroep", "oma"), "Blad Antwoorden, rij 2: 'oma' is geen doelgroep"),
        (put(ANSWERS, 2, "related", "bestaatniet"), "Blad Antwoorden, rij 2: 'bestaatniet' in kolom related"),
        (put(ANSWERS, 2, "bestand", "faq/x.yaml"), "staat in faq/ouders/school.yaml; verhuizen kan hier niet"),
        (put(ANSWERS, 2, "titel nl", "=1+1"), "Blad Antwoorden, rij 2: in kolom titel nl staat een formule"),
        (put(PHRASINGS, 2, "vraag", None), "Blad Vragen, rij 2: de vraag is leeg"),
        (put(PHRASINGS, 2, "taal", "fr"), "Blad Vragen, rij 2: 'fr' is geen taal"),
        (put(SOURCES, 2, "url", None), "Blad Bronnen, rij 2: de cel 'url' is leeg"),
        (both(drop(PHRASINGS, 8), drop(PHRASINGS, 7)), "Blad Antwoorden, rij 3: 'ziek' heeft geen enkele zin"),
        (
            both(drop(ANSWERS, 3), drop(PHRASINGS, 8), drop(PHRASINGS, 7)),
            "de rij van 'ziek' is weg; zet hem terug (een vraag weghalen doe je in faq/ouders/school.yaml)",
        ),
        (both(NEW, put(ANSWERS, 4, "bestand", "../x.yaml")), "Blad Antwoorden, rij 4: hier kan geen vraag staan"),
        (both(NEW, put(ANSWERS, 4, "bestand", "faq/menu.yaml")), "Blad Antwoorden, rij 4: hier kan geen vraag staan"),
        (both(NEW, put(ANSWERS, 4, "bestand", "faq/veiligheid/a.yaml")), "hier kan geen vraag staan"),
        (both(NEW, put(ANSWERS, 4, "bestand", None)), "Blad Antwoorden, rij 4: hier kan geen vraag staan"),
        (add(ANSWERS, ("Fout Id", "faq/a.yaml", "", "T", "", "A")), "rij 4: 'Fout Id' is geen goede id"),
    ],
)
def test_a_mistake_names_sheet_and_row_and_nothing_is_written(
    root: Path, change: Callable[[Sheets], None], sentence: str
) -> None:
    # A good edit beside the mistake may not slip through either.
    with pytest.raises(ContentError) as caught:
        edit(root, both(put(ANSWERS, 2, "meer nl", "Goed."), change))
    assert sentence in str(caught.value)
    assert "Er is niets veranderd." in str(caught.value)
    assert [path for path in (root / "faq").rglob("*") if path.is_file()] == [root / "faq" / "ouders" / "school.yaml"]
    assert (root / "faq" / "ouders" / "school.yaml").read_text(encoding="utf-8") == SCHOOL


def test_a_colleague_who_edits_the_file_meanwhile_is_not_overwritten(root: Path) -> None:
    file = root / "faq" / "ouders" / "school.yaml"
    theirs = SCHOOL.replace("Meld het bij school.", "Bel school.")

    def meanwhile(change: Callable[[Sheets], None]) -> Callable[[Sheets], None]:
        def saved(_book: Sheets) -> None:
            file.write_text(theirs, encoding="utf-8")

        return both(change, saved)

    text, said = edit(root, meanwhile(put(ANSWERS, 2, "titel nl", "De schoolarts")))
    assert text == theirs.replace("Wat doet de schoolarts?", "De schoolarts")
    assert said == ["schoolarts: titel nl"]
    file.write_text(SCHOOL, encoding="utf-8")
    with pytest.raises(ContentError, match="Blad Antwoorden, rij 3: 'ziek' is intussen ook in het bestand veranderd"):
        edit(root, meanwhile(put(ANSWERS, 3, "titel nl", "Ziek")))
    assert file.read_text(encoding="utf-8") == theirs


def test_what_is_read_back_wrong_is_never_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_writing, "inline", lambda text, *_args, **_more: text)
    with pytest.raises(ContentError, match="Er is niets veranderd"):
        edit(root, put(ANSWERS, 2, "titel nl", "Arts: wat nu"))
    assert (root / "faq" / "ouders" / "school.yaml").read_text(encoding="utf-8") == SCHOOL


@pytest.mark.slow
def test_many_random_edits_in_the_real_content_and_back_again(tmp_path: Path) -> None:
    shutil.copytree(packaged_content() / "faq", tmp_path / "faq")
    export_workbook(tmp_path, tmp_path / "v.xlsx")
    before = {path: path.read_bytes() for path in (tmp_path / "faq").rglob("*.yaml")}
    chance = random.Random(7)
    odd = ["a: b", "# c", "- d", "=e", "[f", "no", "'g", 'h"', "é 😀", "i, j", "null", "_x000A_", "{k}", "@l", "x #y"]
    book = load_workbook(tmp_path / "v.xlsx")
    count = 0
    for sheet, columns in ((ANSWERS, (4, 5, 6, 7, 8, 9)), (PHRASINGS, (3,)), (SOURCES, (2,))):
        for row in book[sheet].iter_rows(min_row=2):
            for column in columns:
                cell = row[column - 1]
                if cell.value and chance.random() < 0.2:
                    cell.value = f"{chance.choice(odd)} {chance.randrange(10**9)}"
                    cell.data_type = "s"
                    count += 1
    book.save(tmp_path / "w.xlsx")
    assert count > 500
    assert len(import_workbook(tmp_path / "w.xlsx", tmp_path)) > 100
    assert import_workbook(tmp_path / "w.xlsx", tmp_path) == []
    # The first workbook knows an older state, so it may not bring it back by itself.
    assert import_workbook(tmp_path / "v.xlsx", tmp_path) == []
    book = load_workbook(tmp_path / "v.xlsx")
    book.remove(book[spreadsheet.BASIS])
    book.save(tmp_path / "u.xlsx")
    import_workbook(tmp_path / "u.xlsx", tmp_path)
    export_workbook(tmp_path, tmp_path / "t.xlsx")
    assert import_workbook(tmp_path / "t.xlsx", tmp_path) == []
    changed = {path.name for path, raw in before.items() if path.read_bytes() != raw}
    # Quotes that the odd texts needed may stay; the values are all back.
    for path in before:
        after = path.read_text(encoding="utf-8").replace('"', "")
        assert after == before[path].decode().replace('"', ""), changed


def test_the_commands(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = root / "vragen.xlsx"
    content = ["--content", str(root)]
    assert main(["faq", "export", "--output", str(book), *content]) == 0
    assert "met 2 vragen" in capsys.readouterr().out
    assert main(["faq", "export", "--output", str(book), *content]) == 1
    assert "bestaat al" in capsys.readouterr().err
    assert main(["faq", "import", str(book), *content]) == 0
    assert "niets veranderd" in capsys.readouterr().out
    sheets = load_workbook(book)
    put(ANSWERS, 3, "titel nl", "Ziek")(sheets)
    sheets.save(book)
    assert main(["faq", "import", str(book), *content]) == 0
    assert "ziek (faq/ouders/school.yaml): titel nl\n\n1 vraag bijgewerkt." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["weg.xlsx", "tekst.xlsx", "tekst.csv"])
def test_what_is_no_workbook_is_named(root: Path, name: str) -> None:
    (root / "tekst.xlsx").write_text("tekst")
    (root / "tekst.csv").write_text("tekst")
    with pytest.raises(ContentError, match=name):
        import_workbook(root / name, root)


def test_an_export_must_be_a_workbook_of_good_content(root: Path) -> None:
    with pytest.raises(ContentError, match="eindigt niet op"):
        export_workbook(root, root / "v.csv")
    (root / "faq" / "fout.yaml").write_text("- id: x\n")
    with pytest.raises(ContentError, match="Los eerst de fouten"):
        export_workbook(root, root / "v.xlsx")


def bomb(path: Path, part: str, text: Iterable[bytes]) -> Path:
    """A workbook of which one part was replaced."""
    export_workbook(write_content(path.parent / "bron"), path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as stream:
                for piece in text if name == part else (content,):
                    stream.write(piece)
    return path


SHEET = "xl/worksheets/sheet2.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize(
    "text",
    [
        [b"<x>", *([b" " * 1_000_000] * 60)],
        [ENTITIES, b"]><worksheet>&j;</worksheet>"],
        [b'<?xml version="1.0"?><!-- ', b" " * 70_000, b" -->", ENTITIES, b"]><worksheet>&j;</worksheet>"],
        [b"geen xml"],
        [
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
        ],
    ],
    ids=["zip", "entities", "entities later", "damaged", "far away"],
)
def test_a_workbook_bomb_ends_at_once_with_a_sentence(tmp_path: Path, text: list[bytes]) -> None:
    path = bomb(tmp_path / "bom.xlsx", SHEET, text)
    started = time.process_time()
    with pytest.raises(ContentError, match=r"te groot|niet te lezen als Excel"):
        import_workbook(path, tmp_path / "bron")
    assert time.process_time() - started < 1
