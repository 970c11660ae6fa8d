"""Exports of several steunpunten read back and added up, for a picture of a region or the country."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from bot.adapters.papers.report.rows import COLUMNS, FLAT, FORMAT, GUARDED, NESTED, SCORES, SMALL, TIMES, Row, plain
from bot.domain.errors import ContentError
from bot.domain.program import typed
from bot.insight.names import ReportNames
from bot.insight.report import NOUGHT, Figure, Report, Score, Times

_NUMBER = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_UNREADABLE = f"Dit is geen CSV-export van steunpuntbot. Maak hem met: {typed('report --format csv')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What an export holds: all that the papers need."""

    report: Report
    names: ReportNames
    unanswered: tuple[tuple[str, int], ...] = ()


def read_csv(data: bytes) -> tuple[Row, ...]:
    """The rows of an export; also when Excel saved it again. Raises ``ContentError`` for anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel saves "CSV" in the Windows code page, "CSV UTF-8" in the other.
        text = data.decode("cp1252", errors="replace")
    separator = ";" if ";" in text.partition("\n")[0] else ","
    lines = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    if not lines or tuple(lines[0]) != COLUMNS:
        raise ContentError(_UNREADABLE)
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(line):
            continue
        if len(line) != len(COLUMNS):
            raise ContentError(f"Regel {number} van de export heeft geen {len(COLUMNS)} kolommen.")
        table, group, name, title = (plain(cell) for cell in line[:4])
        value, hidden = _number(line[4]), line[5]
        if hidden.strip(SMALL + GUARDED):
            raise ContentError(f"Regel {number} van de export: '{hidden}' onder 'hidden' ken ik niet.")
        rows.append(Row(table=table, group=group, name=name, title=title, value=value, hidden=hidden))
    if not any(row.table == "about" and row.name == "format" and row.value == FORMAT for row in rows):
        raise ContentError(_UNREADABLE)
    return tuple(rows)


def add_reports(exports: Sequence[Iterable[Row]]) -> Export:
    """Exports as one; a figure that was hidden in one of them stays "or more" in the sum.

    Raises ``ContentError`` when they are about different weeks, or when one steunpunt is there twice. A median cannot
    be added up, so with more than one export there are no times.
    """
    parts = [_export(rows) for rows in exports]
    if not parts:
        raise ContentError(_UNREADABLE)
    if len(parts) == 1:
        return parts[0]
    members = [member for part in parts for member in part.names.members or (part.names.organisation,)]
    twice = [name for name, count in Counter(members).items() if count > 1]
    if twice:
        raise ContentError(f"Twee exports zijn van hetzelfde steunpunt: {twice[0]}. Geef van elk steunpunt één export.")
    periods = {(part.report.since, part.report.until, part.report.blocks) for part in parts}
    if len(periods) > 1:
        raise ContentError("De exports gaan niet over dezelfde weken. Maak ze met dezelfde --from en --to.")
    reports = [part.report for part in parts]
    titles = {key: title for part in reversed(parts) for key, title in part.names.titles.items()}
    unanswered: Counter[str] = Counter()
    for part in parts:
        for title, count in part.unanswered:
            unanswered[title] += count
    return Export(
        report=_sum(reports),
        names=ReportNames(organisation=f"{len(members)} steunpunten samen", titles=titles, members=tuple(members)),
        unanswered=tuple(unanswered.most_common()),
    )


def _sum(reports: Sequence[Report]) -> Report:
    weeks: dict[date, Figure] = {}
    fields: dict[str, Any] = {}
    for report in reports:
        for week, count in report.weeks:
            weeks[week] = weeks.get(week, NOUGHT) + count
    for table in FLAT:
        fields[table] = _added([getattr(report, table) for report in reports])
    for table in NESTED:
        groups = dict.fromkeys(group for report in reports for group in getattr(report, table))
        fields[table] = {group: _added([getattr(r, table).get(group, {}) for r in reports]) for group in groups}
    for table in SCORES:
        fields[table] = _mean([score for report in reports if (score := getattr(report, table)) is not None])
    first = reports[0]
    return Report(
        since=first.since, until=first.until, blocks=first.blocks, weeks=tuple(sorted(weeks.items())), **fields
    )


def _added(tables: Sequence[dict[str, Figure]]) -> dict[str, Figure]:
    total: dict[str, Figure] = {}
    for table in tables:
        for name, count in table.items():
            total[name] = total.get(name, NOUGHT) + count
    return dict(sorted(total.items(), key=lambda item: (-item[1].value, item[1].exact, item[0])))


def _mean(scores: Sequence[Score]) -> Score | None:
    """Weighed by how often marks were given; how often each was given is only known when every export tells it."""
    count = sum(score.count for score in scores)
    if count == 0:
        return None
    mean = sum(score.mean * score.count for score in scores) / count
    told = all(score.figures for score in scores)
    return Score(count, round(mean, 1), _added([dict(score.figures) for score in scores]) if told else {})


def _export(rows: Iterable[Row]) -> Export:
    about: dict[str, Row] = {}
    titles: dict[tuple[str, str, str], str] = {}
    flat: dict[str, dict[str, Figure]] = defaultdict(dict)
    nested: dict[str, dict[str, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    numbers: dict[str, dict[str, float]] = defaultdict(dict)
    blocks: list[date] = []
    members: list[str] = []
    unanswered: list[tuple[str, int]] = []
    for row in rows:
        titles[row.table, row.group, row.name] = row.title
        match row.table, row.group:
            case "about", "block":
                blocks.append(_day(row.name))
            case "about", "member":
                members.append(row.name)
            case "about", "audience":
                titles["audiences", "", row.name] = row.title
            case "about", _:
                about[row.name] = row
            case "unanswered", _:
                unanswered.append((row.name, _figure(row).value))
            case (table, "mark") if table in SCORES:
                nested[table]["mark"][row.name] = _figure(row)
            case (table, "") if table in TIMES or table in SCORES:
                numbers[table][row.name] = float(row.value) if isinstance(row.value, int | float) else 0.0
            case (table, group) if table in NESTED:
                nested[table][group][row.name] = _figure(row)
            case (table, "") if table in FLAT or table == "weeks":
                flat[table][row.name] = _figure(row)
    if not {"organisation", "since", "until"} <= set(about):
        raise ContentError(_UNREADABLE)
    fields: dict[str, Any] = {
        **{table: flat[table] for table in FLAT},
        **{table: {group: dict(found) for group, found in nested[table].items()} for table in NESTED},
        **{table: _times(numbers[table]) for table in TIMES},
        **{table: _score(numbers[table], nested[table]["mark"]) for table in SCORES},
    }
    report = Report(
        since=_day(about["since"].value),
        until=_day(about["until"].value),
        blocks=tuple(blocks),
        weeks=tuple((_day(week), count) for week, count in flat["weeks"].items()),
        **fields,
    )
    names = ReportNames(organisation=about["organisation"].title, titles=titles, members=tuple(members))
    return Export(report=report, names=names, unanswered=tuple(unanswered))


def _times(numbers: dict[str, float]) -> Times | None:
    if not numbers.get("count"):
        return None
    return Times(int(numbers["count"]), numbers.get("median", 0.0), numbers.get("ninetieth", 0.0))


def _score(numbers: dict[str, float], marks: dict[str, Figure]) -> Score | None:
    return Score(int(numbers["count"]), numbers.get("mean", 0.0), marks) if numbers.get("count") else None


def _figure(row: Row) -> Figure:
    value = row.value if isinstance(row.value, int) else 0
    return Figure(value, small=SMALL in row.hidden, guarded=GUARDED in row.hidden)


def _number(cell: str) -> int | float | str | None:
    """A whole number, a number with a comma or point, or the text itself."""
    if not cell:
        return None
    if not _NUMBER.fullmatch(cell):
        return cell
    return int(cell) if cell.isdigit() else float(cell.replace(",", "."))


def _day(value: object) -> date:
    """An ISO date; Excel with Dutch settings writes ``2-11-2026`` when it saves the file again."""
    text = str(value)
    try:
        if text[:4].isdigit():
            return date.fromisoformat(text)
        numbers = [int(part) for part in text.replace("/", "-").split("-")]
        return date(numbers[2], numbers[1], numbers[0])
    except (ValueError, IndexError):
        raise ContentError(f"De export heeft een datum die ik niet kan lezen: {text}") from None
