"""The report as tidy rows, one figure a row, and as a CSV file that Dutch Excel opens with a double click."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from bot.dialogue.reporting import day
from bot.domain.audience import Audience
from bot.insight.names import ReportNames
from bot.insight.report import Figure, Report, Score, Times
from bot.insight.suppression import THRESHOLD

FORMAT = 1
COLUMNS = ("table", "group", "name", "title", "value", "hidden")
SMALL, GUARDED = f"<{THRESHOLD}", "*"
FLAT = ("outcomes", "audiences", "languages", "channels", "danger", "human", "feedback")
NESTED = ("themes", "entries", "flows", "steps", "marks", "moments", "surveys")
TIMES = {"waiting": "Wachten op een mens", "handling": "Duur van een gesprek"}
SCORES = {"talk_rating": "Cijfer voor gesprekken", "flow_rating": "Cijfer voor stap voor stap"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a cell may not begin with: a spreadsheet would run it (OWASP, CSV injection)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure; ``value`` is what may be shown of it, ``hidden`` why that is not all (empty when it is)."""

    table: str
    group: str = ""
    name: str = ""
    title: str = ""
    value: int | float | str | None = None
    hidden: str = ""


def rows_of(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]] = ()) -> tuple[Row, ...]:
    """All figures of a report; ids keep the names they have in ``Report``, weeks are ISO dates of their Monday."""
    return tuple(_rows(report, names, unanswered))


def report_csv(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]] = ()) -> bytes:
    """CSV with semicolons, decimal commas, CRLF and a byte order mark: with Dutch settings Excel reads no other."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows_of(report, names, unanswered):
        texts = (row.table, row.group, row.name, row.title)
        writer.writerow((*(_guarded(text) for text in texts), _value(row.value), row.hidden))
    return buffer.getvalue().encode("utf-8-sig")


def plain(text: str) -> str:
    """What a cell held before it was made harmless."""
    return text.removeprefix("'")


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _value(value: float | str | None) -> str:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return "" if value is None else str(value)


def _about(report: Report, names: ReportNames) -> Iterator[Row]:
    yield Row(table="about", name="format", title="Rapport van steunpuntbot, versie", value=FORMAT)
    yield Row(table="about", name="organisation", title=names.organisation)
    for member in names.members:
        yield Row(table="about", group="member", name=member, title=f"Opgeteld: {member}")
    yield Row(table="about", name="since", title="Eerste dag", value=report.since.isoformat())
    yield Row(table="about", name="until", title="Maandag na de laatste dag", value=report.until.isoformat())
    for block in report.blocks:
        title = f"Vier weken vanaf {day(block, year=True)}"
        yield Row(table="about", group="block", name=block.isoformat(), title=title)
    for audience in sorted({*map(str, Audience), *report.audiences, *report.themes}):
        yield Row(table="about", group="audience", name=audience, title=names.audience(audience))


def _rows(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]) -> Iterator[Row]:
    yield from _about(report, names)
    yield _row("total", "", "questions", "Vragen in alle weken samen", report.questions)
    if report.answered_share is not None:
        share = round(report.answered_share, 4)
        yield Row(table="total", name="answered_share", title="Deel dat antwoord kreeg (0-1)", value=share)
    for week, count in report.weeks:
        yield _row("weeks", "", week.isoformat(), f"Week vanaf {day(week)}", count)
    for table in FLAT:
        for name, count in getattr(report, table).items():
            yield _row(table, "", name, names.title(table, name), count)
    for table in NESTED:
        groups: Mapping[str, Mapping[str, Figure]] = getattr(report, table)
        for group, figures in groups.items():
            for name, count in figures.items():
                yield _row(table, group, name, names.title(table, name, group), count)
    for table, title in TIMES.items():
        yield from _times(table, title, getattr(report, table))
    for table, title in SCORES.items():
        yield from _score(table, title, getattr(report, table))
    for title, number in unanswered:
        if number >= THRESHOLD:
            yield Row(table="unanswered", name=title, title=f"Geen antwoord, in de buurt van: {title}", value=number)


def _row(table: str, group: str, name: str, title: str, count: Figure) -> Row:
    value = count.value if count.exact or count.value else None
    hidden = (SMALL if count.small else "") + (GUARDED if count.guarded else "")
    return Row(table=table, group=group, name=name, title=title, value=value, hidden=hidden)


def _times(table: str, title: str, times: Times | None) -> Iterator[Row]:
    if times is not None:
        yield Row(table=table, name="count", title=f"{title}: aantal", value=times.count)
        yield Row(table=table, name="median", title=f"{title}: mediaan in minuten", value=float(times.median))
        ninetieth = float(times.ninetieth)
        yield Row(table=table, name="ninetieth", title=f"{title}: 90e percentiel in minuten", value=ninetieth)


def _score(table: str, title: str, score: Score | None) -> Iterator[Row]:
    if score is not None:
        yield Row(table=table, name="count", title=f"{title}: hoe vaak gegeven", value=score.count)
        yield Row(table=table, name="mean", title=f"{title}: gemiddelde (1-5)", value=float(score.mean))
        for mark, count in score.figures.items():
            yield _row(table, "mark", mark, f"{title}: {mark}", count)
