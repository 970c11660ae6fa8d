"""The report says what happened, counted by somebody who only looked at people's screens."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database
from bot.adapters.storage.inbox import read_tallies
from bot.app.library import load_library
from bot.dialogue.reporting import themes_of
from bot.domain.tally import Tally
from bot.insight.report import WEEK, block_of, figure, make_report
from bot.insight.suppression import release
from tests.simulation.month import Month

BEGIN = block_of(datetime(2026, 9, 14, tzinfo=UTC).date())


@pytest.mark.timeout(280)
def test_the_figures_are_what_people_saw(tmp_path: Path) -> None:
    library = load_library(None)
    month = Month(tmp_path, library, datetime.combine(BEGIN, datetime.min.time(), UTC) + timedelta(hours=1))
    seen = asyncio.run(month.play(people=220, weeks=4))
    tallies = asyncio.run(_tallies(month.database))
    report = make_report(tallies, BEGIN, BEGIN + WEEK * 4, themes_of(library), BEGIN + WEEK * 8)
    assert {week: count.value for week, count in report.weeks} == dict(seen.weeks)
    assert report.questions.value == sum(seen.outcomes.values()) > 200
    # A block hides what is small, and what would give it away; the rest is exactly what people saw.
    for table, counted in ((report.outcomes, seen.outcomes), (report.audiences, seen.audiences)):
        expected = {name: figure(cell) for name, cell in release(counted).cells.items()}
        assert {name: count for name, count in table.items() if name != "rejected"} == expected
    rejected = report.outcomes["rejected"]
    assert rejected.value == seen.rejected if rejected.exact else seen.rejected < 5
    assert sum(t.count for t in tallies if t.measure == "human" and t.name == "asked") == seen.humans > 0
    assert sum(t.count for t in tallies if t.measure == "human" and t.name == "claimed") == seen.claimed > 0
    assert sum(t.count for t in tallies if t.measure == "waiting") == seen.claimed
    assert sum(t.count for t in tallies if t.measure == "rating") == sum(seen.ratings.values())
    assert sum(t.count for t in tallies if t.measure == "danger" and t.name != "concern") == seen.danger


async def _tallies(url: str) -> list[Tally]:
    database = Database(url)
    try:
        async with database.transaction() as connection:
            return list(await read_tallies(connection, BEGIN - WEEK, BEGIN + WEEK * 6))
    finally:
        await database.close()
