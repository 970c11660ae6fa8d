"""The report on paper tells what the report tells, and nothing that it hides."""

import csv
import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.adapters.papers.report import add_reports, read_csv, report_csv, report_pdf, report_picture, report_xlsx
from bot.adapters.papers.report.board import BLUE, CROSSES, STRIPES, Box, Drawing, width_of, wrapped
from bot.adapters.papers.report.board import _lines as pattern_lines
from bot.adapters.papers.report.column import SMALLEST, Column
from bot.adapters.papers.report.parts import themes, weeks
from bot.domain.errors import ContentError
from bot.domain.tally import Measure, QuestionOutcome, Tally, minute_step
from bot.insight.names import ReportNames
from bot.insight.report import WEEK, Figure, Figures, Report, block_of, make_report

BLOCK = block_of(date(2026, 11, 23))
LATER = BLOCK + WEEK * 60
NAMES = ReportNames(
    organisation="Steunpunt De Brug",
    titles={
        ("audiences", "", "ouder"): "Ouders",
        ("audiences", "", "jongere"): "Jongeren",
        ("themes", "ouder", "thuis"): "Thuis zitten",
        ("entries", "ouder", "e0"): "=SOM(A1:A9)",
    },
)
THEMES = {("ouder", f"e{number}"): f"t{number % 3}" for number in range(6)} | {("jongere", "e0"): "t0"}
FLAT = ("outcomes", "audiences", "languages", "channels", "danger", "human", "feedback")
NESTED = ("themes", "entries", "flows", "steps", "marks", "moments", "surveys")

_names: dict[Measure, st.SearchStrategy[str]] = {
    Measure.QUESTION: st.sampled_from([str(outcome) for outcome in QuestionOutcome]),
    Measure.CHANNEL: st.sampled_from(["telegram", "web"]),
    Measure.ENTRY: st.sampled_from([f"e{number}" for number in range(7)]),
    Measure.DANGER: st.sampled_from(["acute", "crisis", "concern"]),
    Measure.HUMAN: st.sampled_from(["asked", "claimed"]),
    Measure.WAITING: st.integers(0, 6000).map(minute_step),
    Measure.HANDLING: st.integers(0, 6000).map(minute_step),
    Measure.RATING: st.sampled_from([f"{what}:{mark}" for what in ("talk", "flow") for mark in range(1, 6)]),
    Measure.FEEDBACK: st.sampled_from(["yes", "no"]),
    Measure.FLOW: st.sampled_from(["a:started", "a:ended"]),
    Measure.STEP: st.sampled_from(["a/b:reached", "a/b:left"]),
    Measure.MARK: st.sampled_from(["a/geholpen", "b/doorverwezen"]),
    Measure.MOMENT: st.sampled_from(["question/day/0", "question/day/4", "human/hour/09", "human/hour/16"]),
    Measure.SURVEY: st.sampled_from(["a/vraag/ja", "a/vraag/nee"]),
}


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    measure = draw(st.sampled_from(list(Measure)))
    return Tally(
        week=BLOCK + WEEK * draw(st.integers(0, 8)),
        measure=measure,
        name=draw(_names[measure]),
        audience=draw(st.sampled_from(["ouder", "jongere", ""])),
        language=draw(st.sampled_from(["nl", "en"])),
        count=draw(st.integers(1, 40)),
    )


reports = st.builds(
    lambda found, length: make_report(found, BLOCK, BLOCK + WEEK * length, THEMES, LATER),
    st.lists(tallies(), max_size=60),
    st.integers(0, 9),
)


def figures(report: Report) -> Iterator[tuple[tuple[str, str, str], Figure]]:
    for week, count in report.weeks:
        yield ("weeks", "", week.isoformat()), count
    for table in FLAT:
        for name, count in getattr(report, table).items():
            yield (table, "", name), count
    for table in NESTED:
        for group, found in getattr(report, table).items():
            for name, count in found.items():
                yield (table, group, name), count


def cells_of(report: Report) -> dict[tuple[str, str, str], dict[str, str]]:
    """What a reader that knows nothing of us finds in the CSV."""
    text = report_csv(report, NAMES).decode("utf-8-sig")
    return {(row["table"], row["group"], row["name"]): row for row in csv.DictReader(StringIO(text), delimiter=";")}


@settings(max_examples=120, deadline=None)
@given(reports)
def test_the_csv_tells_exact_figures_and_hides_the_others(report: Report) -> None:
    cells = cells_of(report)
    expected = dict(figures(report))
    found = {key for key in cells if key[0] in {"weeks", *FLAT, *NESTED}}
    assert found == set(expected)
    for key, count in expected.items():
        if count.exact:
            assert (cells[key]["value"], cells[key]["hidden"]) == (str(count.value), "")
        else:
            assert cells[key]["value"] == (str(count.value) if count.value else "")
            assert cells[key]["hidden"]


@settings(max_examples=40, deadline=None)
@given(reports)
def test_the_workbook_tells_the_same_as_the_csv(report: Report) -> None:
    book = load_workbook(BytesIO(report_xlsx(report, NAMES)))
    assert book.sheetnames[0] == "Uitleg"
    numbers = []
    for sheet in book.worksheets[1:]:
        heads = [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes == "A2"
        for row in sheet.iter_rows(min_row=2):
            cells = dict(zip(heads, row, strict=True))
            assert cells["Aantal"].data_type == "n"
            assert cells["Titel"].data_type == "s"
            numbers.append((cells["Aantal"].value, cells["Verborgen"].value or ""))
    rows = [row for row in read_csv(report_csv(report, NAMES)) if row.table != "about"]
    in_csv = [(row.value, row.hidden) for row in rows]
    assert sorted(numbers, key=str) == sorted(in_csv, key=str)


@settings(max_examples=120, deadline=None)
@given(reports)
def test_an_export_reads_back_as_the_report_it_was(report: Report) -> None:
    export = add_reports([read_csv(report_csv(report, NAMES, [("Iets", 7)]))])
    assert dict(figures(export.report)) == dict(figures(report))
    assert (export.report.since, export.report.until, export.report.blocks) == (
        report.since,
        report.until,
        report.blocks,
    )
    assert (export.report.waiting, export.report.talk_rating) == (report.waiting, report.talk_rating)
    assert export.report.answered_share == report.answered_share
    assert export.names.organisation == NAMES.organisation
    assert export.unanswered == (("Iets", 7),)


@settings(max_examples=60, deadline=None)
@given(st.lists(tallies(), max_size=40), st.lists(tallies(), max_size=40))
def test_two_exports_add_up(ours: list[Tally], theirs: list[Tally]) -> None:
    mine = make_report(ours, BLOCK, BLOCK + WEEK * 8, THEMES, LATER)
    yours = make_report(theirs, BLOCK, BLOCK + WEEK * 8, THEMES, LATER)
    other = replace(NAMES, organisation="Steunpunt Elders")
    both = add_reports([read_csv(report_csv(mine, NAMES)), read_csv(report_csv(yours, other))])
    expected: dict[tuple[str, str, str], Figure] = dict(figures(mine))
    for key, count in figures(yours):
        expected[key] = expected.get(key, Figure()) + count
    assert dict(figures(both.report)) == expected
    assert both.names.members == ("Steunpunt De Brug", "Steunpunt Elders")
    # The sum is an export itself, and hidden numbers stay hidden in it.
    again = add_reports([read_csv(report_csv(both.report, both.names))])
    assert dict(figures(again.report)) == expected


def test_what_was_hidden_in_one_export_stays_or_more_in_the_sum() -> None:
    def one(count: int) -> Report:
        tally = Tally(week=BLOCK, measure=Measure.FEEDBACK, name="yes", count=count)
        return make_report([tally], BLOCK, BLOCK + WEEK * 4, THEMES, LATER)

    exports = [
        read_csv(report_csv(one(count), replace(NAMES, organisation=name))) for count, name in ((12, "A"), (3, "B"))
    ]
    both = add_reports(exports).report
    assert both.feedback["yes"] == Figure(12, small=True)
    assert "3" not in [str(row.value) for row in exports[1] if row.table == "feedback"]


def test_exports_that_do_not_fit_are_refused() -> None:
    month = make_report([], BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    week = make_report([], BLOCK, BLOCK + WEEK, THEMES, LATER)
    export = read_csv(report_csv(month, NAMES))
    with pytest.raises(ContentError, match="hetzelfde steunpunt"):
        add_reports([export, export])
    with pytest.raises(ContentError, match="dezelfde weken"):
        add_reports([export, read_csv(report_csv(week, replace(NAMES, organisation="Elders")))])
    both = add_reports([export, read_csv(report_csv(month, replace(NAMES, organisation="Elders")))])
    with pytest.raises(ContentError, match="hetzelfde steunpunt"):
        add_reports([export, read_csv(report_csv(both.report, both.names))])


@pytest.mark.parametrize(
    "data", [b"", b"a;b\r\n1;2\r\n", b"\x89PNG\r\n\x1a\n\x00\xff", b"table;group;name;title;value;hidden\r\n"]
)
def test_another_file_is_no_export(data: bytes) -> None:
    with pytest.raises(ContentError, match="geen CSV-export"):
        read_csv(data)


def test_a_broken_line_is_named() -> None:
    whole = report_csv(make_report([], BLOCK, BLOCK + WEEK, THEMES, LATER), NAMES)
    with pytest.raises(ContentError, match="Regel"):
        read_csv(whole + b"weeks;;2026-11-02\r\n")
    with pytest.raises(ContentError, match="ken ik niet"):
        read_csv(whole + b"outcomes;;none;Geen antwoord;3;misschien\r\n")


def test_an_export_that_excel_saved_again_still_reads() -> None:
    report = make_report(busy(), BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    text = report_csv(report, NAMES).decode("utf-8-sig")
    dutch = re.sub(r"(\d{4})-(\d\d)-(\d\d)", lambda m: f"{int(m[3])}-{int(m[2])}-{m[1]}", text)
    export = add_reports([read_csv(dutch.encode("cp1252"))])
    assert dict(figures(export.report)) == dict(figures(report))


def test_a_title_is_never_a_formula() -> None:
    tally = Tally(week=BLOCK, measure=Measure.ENTRY, name="e0", audience="ouder", count=9)
    report = make_report([tally], BLOCK, BLOCK + WEEK * 4, THEMES, LATER)
    assert cells_of(report)["entries", "ouder", "e0"]["title"] == "'=SOM(A1:A9)"
    sheet = load_workbook(BytesIO(report_xlsx(report, NAMES)))["Antwoorden"]
    title: Any = sheet["C2"]
    assert (title.value, title.data_type) == ("=SOM(A1:A9)", "s")
    assert add_reports([read_csv(report_csv(report, NAMES))]).names.title("entries", "e0", "ouder") == "=SOM(A1:A9)"


def test_numbers_are_written_as_dutch_excel_reads_them() -> None:
    data = report_csv(make_report(busy(), BLOCK, BLOCK + WEEK * 4, THEMES, LATER), NAMES)
    assert data.startswith(b"\xef\xbb\xbftable;group;name;title;value;hidden\r\n")
    assert b";4,2;" in data


def busy() -> list[Tally]:
    """A month in which everything happened."""
    found = []
    for number in range(4):
        week = BLOCK + WEEK * number
        found += [
            Tally(week=week, measure=Measure.QUESTION, name=outcome, audience=audience, language="nl", count=count)
            for outcome, count in (("answered", 90), ("suggested", 30), ("none", 20), ("smalltalk", 15))
            for audience in ("ouder", "jongere", "")
        ]
        found += [
            Tally(week=week, measure=Measure.ENTRY, name=f"e{e}", audience="ouder", count=5 + e * 9) for e in range(6)
        ]
        found += [Tally(week=week, measure=Measure.ENTRY, name="e0", audience="jongere", count=9)]
        found += [Tally(week=week, measure=Measure.WAITING, name=str(step), count=3) for step in (2, 7, 15, 60)]
        found += [Tally(week=week, measure=Measure.RATING, name=f"talk:{mark}", count=2) for mark in (3, 4, 5, 5, 4)]
        found += [
            Tally(week=week, measure=Measure.FLOW, name=f"stap{f}:{end}", count=8)
            for f in range(20)
            for end in ("started", "ended")
        ]
        found += [Tally(week=week, measure=Measure.SURVEY, name=f"stap/vraag{f}/ja", count=8) for f in range(5)]
    return found


CASES = {
    "busy": make_report(busy(), BLOCK, BLOCK + WEEK * 4, THEMES, LATER),
    "empty": make_report([], BLOCK, BLOCK + WEEK * 4, THEMES, LATER),
    "no week": make_report([], BLOCK, BLOCK + WEEK * 4, THEMES, BLOCK),
    "no block": make_report(busy(), BLOCK, BLOCK + WEEK * 2, THEMES, LATER),
    "a year": make_report(busy(), BLOCK - WEEK * 48, BLOCK + WEEK * 4, THEMES, LATER),
}
LONG = ReportNames(organisation="Samenwerkingsverband " * 20, titles={("themes", "ouder", "t0"): "Heellangwoord" * 20})


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("names", [NAMES, LONG], ids=["names", "long names"])
def test_the_picture_is_for_a_phone(case: str, names: ReportNames) -> None:
    picture = report_picture(CASES[case], names, [("Leerlingenvervoer", 8)])
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    assert width == 1080
    assert 600 < height < 4000
    assert len(picture) <= 400_000
    assert picture == report_picture(CASES[case], names, [("Leerlingenvervoer", 8)])


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("names", [NAMES, LONG], ids=["names", "long names"])
def test_the_pages_are_a4_with_their_fonts_inside(case: str, names: ReportNames) -> None:
    pages = report_pdf(CASES[case], names, [("Leerlingenvervoer", 8)])
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pages)
    assert 1 <= len(boxes) <= 2
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(595, 842)}
    fonts = re.findall(rb"/BaseFont /(\S+)", pages)
    assert fonts
    assert all(b"DejaVu" in font for font in fonts)
    assert len(re.findall(rb"/FontFile2 \d", pages)) == len(re.findall(rb"/Type /FontDescriptor", pages)) > 0


def drawn(report: Report, names: ReportNames, width: float = 984) -> Drawing:
    drawing = Drawing()
    column = Column(drawing, 0, width)
    weeks(column, report, names)
    themes(column, report, names, "ouder")
    return drawing


@settings(max_examples=60, deadline=None)
@given(reports, st.sampled_from([984, 660]))
def test_nothing_drawn_is_small_or_runs_off_its_column(report: Report, width: int) -> None:
    drawing = drawn(report, LONG, width)
    assert all(words.size >= SMALLEST for words in drawing.words)
    for words in drawing.words:
        wide = width_of(words.text, words.size, bold=words.bold)
        left = words.left - {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * wide
        assert left >= -0.5
        assert left + wide <= width + 0.5
    assert all(box.left >= -0.5 and box.left + box.width <= width + 0.5 for box in drawing.boxes)


def test_a_hidden_number_has_no_bar_of_its_length() -> None:
    def bars(figures: Figures) -> list[Box]:
        report = Report(since=BLOCK, until=BLOCK + WEEK * 4, blocks=(BLOCK,), themes={"ouder": figures})
        return [box for box in drawn(report, NAMES).boxes if box.colour == BLUE]

    assert len(bars({"t0": Figure(40), "t1": Figure(0, small=True), "t2": Figure(0, guarded=True)})) == 1
    known, more = bars({"t0": Figure(40, small=True)})
    assert (known.hollow, more.hollow) == (False, True)


@given(st.floats(1, 900), st.floats(1, 300), st.sampled_from([STRIPES, CROSSES]))
def test_a_pattern_stays_inside_its_box(width: float, height: float, pattern: str) -> None:
    box = Box(left=10, top=20, width=width, height=height, colour=BLUE, pattern=pattern)
    for line in pattern_lines(box):
        for x, y in line:
            assert 9.9 <= x <= 10.1 + width
            assert 19.9 <= y <= 20.1 + height


@given(st.text(max_size=200), st.floats(60, 900), st.integers(1, 4))
def test_lines_fit(text: str, width: float, most: int) -> None:
    lines = wrapped(text, 31, width, most=most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, 31) <= width for line in lines)
