"""What waits too long is said to people, once an hour."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey
from bot.service.records import Backlog, RawUpdate
from bot.service.watching import Watch
from bot.testing.memory_store import MemoryStore

pytestmark = pytest.mark.asyncio


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Away(MemoryStore):
    async def backlog(self) -> Backlog:
        raise StoreUnavailable("weg")


async def test_an_update_that_waits_is_said_once_an_hour() -> None:
    clock, said = Clock(), list[tuple[str, int]]()
    store = MemoryStore(clock, state_lifetime=timedelta(hours=24))

    async def cry(sentence: str, minutes: int) -> None:
        said.append((sentence, minutes))

    watch = Watch(store, clock, cry)
    await store.receive([RawUpdate(source="u", lane=LaneKey("a"), payload="{}")])
    await watch.look()
    assert said == []
    clock.now += timedelta(minutes=4)
    await watch.look()
    await watch.look()
    assert said == [("house-updates-old", 4)]
    clock.now += timedelta(minutes=61)
    await watch.look()
    assert len(said) == 2


async def test_a_database_that_is_away_is_said_too() -> None:
    clock, said = Clock(), list[tuple[str, int]]()

    async def cry(sentence: str, minutes: int) -> None:
        said.append((sentence, minutes))

    await Watch(Away(clock, state_lifetime=timedelta(hours=24)), clock, cry).look()
    assert said == [("house-database-away", 0)]
