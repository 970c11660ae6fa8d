"""``report``: the figures of some weeks as picture, pages, CSV or Excel; or exports of several steunpunten added up."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import inspect

from bot.adapters.content.texts import packaged_texts
from bot.adapters.papers.report import (
    Export,
    Row,
    add_reports,
    read_csv,
    report_csv,
    report_pdf,
    report_picture,
    report_xlsx,
)
from bot.adapters.storage.database import Database, sqlite_file
from bot.adapters.storage.inbox import read_tallies
from bot.app.library import load_library
from bot.app.settings import Settings, load_settings
from bot.dialogue.reporting import day, describe, names_of, themes_of
from bot.domain.errors import ContentError, SettingsError
from bot.domain.program import typed
from bot.domain.tally import Tally, week_of
from bot.insight.report import WEEK, make_report

_KINDS = {"png": report_picture, "pdf": report_pdf, "csv": report_csv, "xlsx": report_xlsx}
_EARLIEST, _LATEST = date(2024, 1, 1), date(2100, 1, 1)


def report_command(
    since: str | None,
    until: str | None,
    kind: str | None,
    output: Path | None,
    content: Path | None,
    add: Sequence[Path],
) -> int:
    """Write one file and say which weeks it is about; days are snapped to whole weeks. No key is needed."""
    kind, output = _target(kind, output)
    export = add_reports([_read(path) for path in add]) if add else _own(since, until, content)
    # The same in words, for whoever cannot see the picture.
    print(
        "", describe(export.report, export.names, packaged_texts(), export.unanswered).replace("**", ""), "", sep="\n"
    )
    if export.names.members:
        print(f"Opgeteld: {', '.join(export.names.members)}.")
    made = _KINDS[kind](export.report, export.names, export.unanswered)
    try:
        output.write_bytes(made)
    except OSError as error:
        raise SettingsError(
            f"{output} is niet te schrijven. Bestaat de map, en staat het bestand niet open?"
        ) from error
    print(f"{output} staat klaar.")
    return 0


def stored_tallies(settings: Settings, since: date, until: date) -> list[Tally]:
    """The counts of the weeks from ``since`` until ``until``; nothing when there is no database yet."""
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        return []
    return asyncio.run(_tallies(settings.database_url, since, until))


async def _tallies(url: str, since: date, until: date) -> list[Tally]:
    database = Database(url)
    try:
        async with database.transaction() as connection:
            if not await connection.run_sync(lambda found: inspect(found).has_table("tally")):
                return []
            return list(await read_tallies(connection, since, until))
    finally:
        await database.close()


def _own(first: str | None, last: str | None, content: Path | None) -> Export:
    """The report from our own database."""
    if not first or not last:
        raise SettingsError(f"Geef twee dagen, bijvoorbeeld: {typed('report --from 2026-10-05 --to 2026-11-01')}")
    begin, end = _day("--from", first), _day("--to", last)
    if end < begin:
        raise SettingsError(f"De laatste dag ({last}) ligt voor de eerste ({first}). Draai --from en --to om.")
    settings = load_settings()
    since, until = week_of(begin), week_of(end) + WEEK
    tallies = stored_tallies(settings, since, until)
    if not tallies and not stored_tallies(settings, _EARLIEST, _LATEST):
        print(
            "Er zijn nog geen cijfers. De bot begint te tellen zodra iemand iets vraagt. "
            "Dat komt vanzelf; het rapport is nu nog leeg.\n"
            "Draait de bot al een tijd? Kijk dan naar STEUNPUNT_DATABASE_URL."
        )
    library = load_library(content or settings.content_dir)
    today = datetime.now(ZoneInfo(library.profile.timezone)).date()
    report = make_report(tallies, since, until, themes_of(library), today)
    print(f"Hele weken: maandag {day(since, year=True)} t/m zondag {day(until - timedelta(days=1), year=True)}.")
    if report.until < until:
        print("Weken die nog niet om zijn, tellen niet mee.")
    return Export(report=report, names=names_of(library))


def _target(kind: str | None, output: Path | None) -> tuple[str, Path]:
    """Format and file; each may follow from the other."""
    chosen = (kind or (output.suffix.removeprefix(".") if output else "png")).lower()
    if chosen not in _KINDS:
        raise SettingsError(
            "Kies wat je wilt maken: --format png, pdf, csv of xlsx. Of laat de naam van het bestand daarop eindigen."
        )
    return chosen, output or Path(f"rapport.{chosen}")


def _day(option: str, text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option} {text}: schrijf een dag als jaar-maand-dag, zoals 2026-10-05.") from None
    if not _EARLIEST <= found < _LATEST:
        raise SettingsError(f"{option} {text}: kies een dag vanaf {_EARLIEST.year} en voor {_LATEST.year}.")
    return found


def _read(path: Path) -> tuple[Row, ...]:
    try:
        return read_csv(path.read_bytes())
    except OSError as error:
        raise SettingsError(f"{path} is niet te lezen. Bestaat het bestand?") from error
    except ContentError as error:
        raise ContentError(f"{path}: {error}") from error
