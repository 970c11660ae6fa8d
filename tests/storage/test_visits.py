"""Visits and mailboxes, on both databases: once is once, in order, sealed, and forgotten in time."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.rotation import reseal_all
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.storage.visits import SqlVisits
from bot.domain.ids import LaneKey, VisitorKey
from bot.service.records import Kept, RawUpdate, TurnRecord
from bot.service.visits import NUMBER_MARK, Happening, KeyKind, Visit
from tests.storage.postgresql import fresh_database

pytestmark = pytest.mark.asyncio
LIFETIME = timedelta(hours=24)


@dataclass
class Place:
    visits: SqlVisits
    store: SqlStore
    database: Database
    now: datetime
    key: str


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    if request.param == "postgresql":
        database = await fresh_database(request.getfixturevalue("postgresql"))
    else:
        database = Database(f"sqlite:///{tmp_path}/visits.sqlite")
        await database.migrate()
    key = new_secret_key()
    vault = await open_key_ring(database, [key])
    made: list[Place] = []

    def clock() -> datetime:
        return made[0].now

    visits, store = SqlVisits(database, vault, clock), SqlStore(database, vault, clock, state_lifetime=LIFETIME)
    made.append(Place(visits, store, database, datetime(2026, 11, 28, 12, 10, tzinfo=UTC), key))
    yield made[0]
    await database.close()


def visit(name: str = "a") -> Visit:
    return Visit(name=f"naam-{name}", lane=LaneKey(f"lane-{name}"), visitor=VisitorKey(f"visitor-{name}"))


def update(name: str, lane: str = "lane-a") -> RawUpdate:
    return RawUpdate(source=f"web:{name}", lane=LaneKey(lane), payload=f'{{"web": {{{NUMBER_MARK}}}}}')


async def test_a_key_opens_one_visit_and_a_new_code_replaces_the_old(place: Place) -> None:
    one, other = visit(), visit("b")
    assert await place.visits.find("t1") is None
    assert await place.visits.admit(one, "t1", KeyKind.TOKEN) == one
    assert await place.visits.admit(other, "t1", KeyKind.TOKEN) == one
    await place.visits.admit(one, "c1", KeyKind.CODE)
    await place.visits.admit(one, "c2", KeyKind.CODE)
    await place.visits.admit(one, "t2", KeyKind.TOKEN)
    found = [await place.visits.find(key) for key in ("t1", "t2", "c1", "c2")]
    assert found == [one, one, None, one]


async def test_what_arrives_twice_is_stored_once_with_its_number(place: Place) -> None:
    numbers = [await place.visits.arrive(visit(), "m1", {"from": "me"}, update("1")) for _ in range(3)]
    assert len(set(numbers)) == 1
    second = await place.visits.arrive(visit(), "m2", {"from": "me"}, update("2"))
    assert second > numbers[0]
    async with place.store.turns(10) as unit:
        assert [u.payload for u in unit.updates] == [f'{{"web": {{"message": {numbers[0]}}}}}']


async def test_lines_come_in_order_and_change_for_who_comes_late(place: Place) -> None:
    await place.visits.admit(visit(), "t", KeyKind.TOKEN)
    lane = visit().lane
    first = await place.visits.say(lane, "s1", {"from": "bot", "nodes": ["een"]})
    assert await place.visits.say(lane, "s1", {"from": "bot", "nodes": ["anders"]}) == first
    second = await place.visits.say(lane, "s2", {"from": "staff", "nodes": ["twee"]})
    assert first is not None
    assert second is not None
    await place.visits.change(lane, "e1", second, {"nodes": ["twee!"], "edited": True})
    await place.visits.change(lane, "d1", first, None)
    await place.visits.change(LaneKey("lane-b"), "e2", second, {"nodes": ["vreemd"]})
    late, newest = await place.visits.lines(lane, 0)
    assert [(line.number, line.content["nodes"]) for line in late] == [(second, ["twee!"])]
    rest, same = await place.visits.lines(lane, second)
    assert [line.what for line in rest] == [Happening.CHANGED, Happening.DELETED]
    assert same == newest
    assert await place.visits.message(lane, first) is None
    assert await place.visits.say(LaneKey("nobody"), "s3", {}) is None


async def test_a_wipe_leaves_only_the_word_that_it_was_done(place: Place) -> None:
    await place.visits.admit(visit(), "t", KeyKind.TOKEN)
    lane = visit().lane
    number = await place.visits.say(lane, "s1", {"from": "bot"})
    await place.visits.keep_file(lane, "f1", b"inhoud")
    assert await place.visits.file(lane, "f1") == b"inhoud"
    assert await place.visits.file(LaneKey("lane-b"), "f1") is None
    await place.visits.wipe(lane, "w1")
    after = await place.visits.say(lane, "s2", {"from": "bot"})
    await place.visits.wipe(lane, "w1")
    lines, _ = await place.visits.lines(lane, number or 0)
    assert [(line.what, line.number) for line in lines][1:] == [(Happening.SAID, after)]
    assert lines[0].what is Happening.WIPED
    assert await place.visits.file(lane, "f1") is None


async def test_silent_visits_are_forgotten_but_not_while_staff_are_there(place: Place) -> None:
    silent, talking = visit("a"), visit("b")
    for one in (silent, talking):
        await place.visits.admit(one, f"t-{one.name}", KeyKind.TOKEN)
        await place.visits.say(one.lane, f"s-{one.name}", {"from": "bot"})
        await place.visits.keep_file(one.lane, f"f-{one.name}", b"x")
    await place.store.receive([RawUpdate(source="web:x", lane=talking.lane, payload="{}")])
    async with place.store.turns(1) as unit:
        handoff = Kept(kind="handoff", key="h", content="{}", open=True, visitor=talking.visitor, version=1)
        unit.finish(TurnRecord(update=unit.updates[0], kept=(handoff,)))
    place.now += LIFETIME - timedelta(minutes=1)
    await place.store.purge(place.now)
    assert await place.visits.open_visits() == 2
    place.now += timedelta(hours=2)
    await place.store.purge(place.now)
    assert await place.visits.forgotten(silent.lane)
    assert not await place.visits.forgotten(talking.lane)
    assert await place.visits.find(f"t-{silent.name}") is None
    assert await place.visits.file(silent.lane, f"f-{silent.name}") is None
    assert await place.visits.file(talking.lane, f"f-{talking.name}") == b"x"


async def test_erasing_a_person_leaves_the_tab_and_nothing_that_was_said(place: Place) -> None:
    one = visit()
    await place.visits.admit(one, "t", KeyKind.TOKEN)
    await place.visits.admit(one, "c", KeyKind.CODE)
    await place.visits.arrive(one, "m", {"from": "me", "text": "geheim"}, update("1"))
    async with place.store.turns(1) as unit:
        unit.finish(TurnRecord(update=unit.updates[0], forget=one.visitor, forget_lane=one.lane))
    assert (await place.visits.lines(one.lane, 0))[0] == []
    assert await place.visits.find("t") == one
    assert await place.visits.find("c") is None


async def test_nothing_readable_is_written_and_time_only_to_the_hour(place: Place) -> None:
    await place.visits.arrive(visit(), "m", {"from": "me", "text": "geheime woorden"}, update("1"))
    await place.visits.keep_file(visit().lane, "f", b"geheime inhoud")
    async with place.database.transaction() as connection:
        rows = [
            str(tuple(row))
            for table in ("visit", "visit_key", "mailbox", "visit_file")
            for row in await connection.execute(text(f"SELECT * FROM {table}"))
        ]
        seen = await connection.scalar(text("SELECT seen_at FROM visit"))
    assert len(rows) == 3
    assert not any("geheim" in row or "naam-a" in row for row in rows)
    assert seen % 3_600_000_000 == 0
    fresh = new_secret_key()
    assert await reseal_all(place.database, [fresh, place.key]) >= 4
    vault = await open_key_ring(place.database, [fresh])
    again = SqlVisits(place.database, vault, lambda: place.now)
    assert (await again.lines(visit().lane, 0))[0][0].content["text"] == "geheime woorden"


async def test_writers_at_once_get_numbers_in_the_order_of_their_commits(place: Place) -> None:
    await place.visits.admit(visit(), "t", KeyKind.TOKEN)
    lane = visit().lane
    seen: list[int] = []
    done = asyncio.Event()

    async def reads() -> None:
        after = 0
        while not (done.is_set() and (await place.visits.lines(lane, after))[1] == after):
            lines, after = await place.visits.lines(lane, after)
            seen.extend(line.number for line in lines)

    reading = asyncio.create_task(reads())
    numbers = await asyncio.gather(*(place.visits.say(lane, f"s{n}", {"n": n}) for n in range(60)))
    done.set()
    await reading
    assert seen == sorted(number or 0 for number in numbers)
    lanes, newest = await place.visits.stirred(0)
    assert (lanes, newest) == ({lane}, max(seen))
