"""How fast may be sent, when things wait too long, and when timers ring: the numbers themselves."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.effects import Priority
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey
from bot.service.limits import Budget, Limits
from bot.service.records import Backlog
from bot.service.timers import Timekeeper
from bot.service.watching import Watch
from bot.testing.memory_store import MemoryStore

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
GROUP, PERSON = LaneKey("group"), LaneKey("person")
ZERO = timedelta(0)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def tick(seconds: float) -> float:
    """A moment of a clock that only goes forward."""
    return 1_000.0 + seconds


def test_telegrams_limits() -> None:
    assert Limits() == Limits(overall_per_second=25, private_burst=3, group_per_minute=18, group_reserved=3)


@pytest.mark.parametrize(
    ("sent", "wait"),
    [
        ([], 0),
        ([0], 0),
        ([0, 0], 0),
        ([0, 0, 0], 1),
        ([0, 0, 0, 0], 2),
        ([-1, 0, 0], 0),
        ([-0.5, 0, 0], 0.5),
        ([-9, -9, -9], 0),
    ],
)
def test_three_at_once_to_a_person_and_then_one_a_second(sent: list[float], wait: float) -> None:
    budget = Budget()
    for moment in sent:
        budget.spend(PERSON, group=False, now=tick(moment))
    assert budget.wait(PERSON, group=False, priority=Priority.ANSWER, now=tick(0)) == timedelta(seconds=wait)
    assert budget.wait(LaneKey("other"), group=False, priority=Priority.ANSWER, now=tick(0)) == ZERO
    assert budget.wait(PERSON, group=False, priority=Priority.CRISIS, now=tick(0)) == ZERO


@pytest.mark.parametrize(
    ("priority", "sent", "waits"),
    [
        # An alert waits for nothing but Telegram's own twenty; eighteen lines of talks are no reason.
        (Priority.CRISIS, 18, False), (Priority.CRISIS, 19, False), (Priority.CRISIS, 20, True),
        (Priority.RELAY, 17, False),
        (Priority.RELAY, 18, True), (Priority.ANSWER, 14, False), (Priority.ANSWER, 15, True),
        (Priority.STATUS, 14, False), (Priority.STATUS, 15, True),
    ],
)  # fmt: skip
def test_the_last_three_places_of_a_minute_are_for_what_is_urgent(priority: Priority, sent: int, waits: bool) -> None:
    budget = Budget()
    for number in range(sent):
        budget.spend(GROUP, group=True, now=tick(number))
    now = tick(20)
    assert budget.wait(GROUP, True, priority, now) == (timedelta(seconds=40) if waits else ZERO)
    assert budget.wait(GROUP, True, priority, tick(59.9)) == (timedelta(seconds=0.1) if waits else ZERO)
    assert budget.wait(GROUP, True, priority, tick(60)) == ZERO


@pytest.mark.parametrize(("sent", "wait"), [(24, 0), (25, 0.6), (26, 0.62)])
def test_twenty_five_a_second_over_all(sent: int, wait: float) -> None:
    budget = Budget()
    for number in range(sent):
        budget.spend(LaneKey(f"person {number}"), group=False, now=tick(number * 0.02))
    assert budget.wait(PERSON, False, Priority.ANSWER, tick(0.4 + 0.02 * 0)).total_seconds() == pytest.approx(wait)
    assert budget.wait(PERSON, False, Priority.ANSWER, tick(2)) == ZERO


@pytest.mark.parametrize(("sent", "tight"), [(0, False), (7, False), (8, True), (15, True)])
def test_a_group_is_tight_from_half_of_its_minute(sent: int, tight: bool) -> None:
    budget = Budget()
    for _ in range(sent):
        budget.spend(GROUP, group=True, now=tick(0))
    assert budget.tight(GROUP, tick(59)) is tight
    assert not budget.tight(GROUP, tick(60))


def test_what_was_sent_before_a_restart_counts() -> None:
    budget = Budget()
    budget.remember([(PERSON, False, tick(0))] * 3 + [(GROUP, True, tick(0))] * 20)
    assert budget.wait(PERSON, False, Priority.ANSWER, tick(0)) == timedelta(seconds=1)
    assert budget.wait(GROUP, True, Priority.CRISIS, tick(0)) == timedelta(seconds=60)


def test_of_thousands_of_people_only_who_wrote_lately_is_remembered() -> None:
    budget = Budget()
    for number in range(10_000):
        budget.spend(LaneKey(str(number)), group=False, now=tick(0))
    for _ in range(3):
        budget.spend(PERSON, group=False, now=tick(3.9))
    # The others are as new, and whoever is not yet is still known.
    assert budget.wait(PERSON, False, Priority.ANSWER, tick(3.9)) == timedelta(seconds=1)
    assert len(budget._people) <= 10_001
    budget.spend(LaneKey("late"), group=False, now=tick(4))
    assert len(budget._people) == 2


class Waiting(MemoryStore):
    """A store in which something waits."""

    def __init__(self, update: float | None, message: float | None) -> None:
        super().__init__(lambda: START, state_lifetime=timedelta(hours=1))
        self.update, self.message = update, message

    async def backlog(self) -> Backlog:
        old = [None if age is None else START - timedelta(seconds=age) for age in (self.update, self.message)]
        return Backlog(open_updates=1, oldest_update=old[0], set_aside=0, open_messages=1, oldest_message=old[1],
                       refused_messages=0)  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("update", "message", "said"),
    [
        (None, None, []), (180, None, []), (181, None, [("house-updates-old", 3)]), (None, 600, []),
        (None, 601, [("house-messages-old", 10)]), (359, 3600, [("house-updates-old", 5), ("house-messages-old", 60)]),
    ],
)  # fmt: skip
async def test_what_waits_too_long_is_said(
    update: float | None, message: float | None, said: list[tuple[str, int]]
) -> None:
    heard: list[tuple[str, int]] = []

    async def cry(sentence: str, minutes: int) -> None:
        heard.append((sentence, minutes))

    await Watch(Waiting(update, message), lambda: START, cry).look()
    assert heard == said


@pytest.mark.asyncio
async def test_it_is_said_again_after_an_hour_and_not_before() -> None:
    now, heard = [START], list[datetime]()

    async def cry(_sentence: str, _minutes: int) -> None:
        heard.append(now[0])

    watch = Watch(Waiting(181, None), lambda: now[0], cry)
    for minute in range(150):
        now[0] = START + timedelta(minutes=minute)
        await watch.look()
    assert heard == [START, START + timedelta(minutes=60), START + timedelta(minutes=120)]


@pytest.mark.asyncio
async def test_o02_a_clock_that_was_set_back_silences_no_warning_and_stops_no_forgetting() -> None:
    now, heard, store = [START + timedelta(days=1)], list[datetime](), Ringing(0, 0)

    async def cry(_sentence: str, _minutes: int) -> None:
        heard.append(now[0])

    watch = Watch(Waiting(100_000, None), lambda: now[0], cry)
    timekeeper = Timekeeper(store, lambda: now[0], rang=lambda: None)
    for moment in (START + timedelta(days=1), START, START + timedelta(minutes=9), START + timedelta(minutes=61)):
        now[0] = moment
        await watch.look()
        await timekeeper.look()
    assert heard == [START + timedelta(days=1), START, START + timedelta(minutes=61)]
    assert store.purged == heard


class Ringing(MemoryStore):
    """Counts how often it is asked, and is away at first."""

    def __init__(self, away: int, ringing: int) -> None:
        super().__init__(lambda: START, state_lifetime=timedelta(hours=1))
        self.asked, self.purged = 0, list[datetime]()
        self._away, self._ringing = away, ringing

    async def ring(self, now: datetime) -> int:
        self.asked += 1
        if self.asked <= self._away:
            raise StoreUnavailable("weg")
        return self._ringing

    async def purge(self, now: datetime) -> int:
        self.purged.append(now)
        return 0


@pytest.mark.asyncio
@pytest.mark.parametrize(("ringing", "heard"), [(0, 0), (1, 3), (2, 3)])
async def test_timers_ring_also_after_the_database_was_away(ringing: int, heard: int) -> None:
    store, rang, now = Ringing(2, ringing), list[int](), [START]
    timekeeper = Timekeeper(store, lambda: now[0], rang=lambda: rang.append(1))
    for second in range(5):
        now[0] = at(second)
        await timekeeper.look()
    assert len(rang) == heard
    assert store.purged == [at(2)]


@pytest.mark.asyncio
async def test_what_is_past_its_time_is_forgotten_every_ten_minutes() -> None:
    store, now = Ringing(0, 0), [START]
    timekeeper = Timekeeper(store, lambda: now[0], rang=lambda: None)
    for minute in range(25):
        now[0] = START + timedelta(minutes=minute)
        await timekeeper.look()
    assert store.purged == [START, at(600), at(1200)]


@pytest.mark.asyncio
async def test_timers_are_looked_at_for_ever() -> None:
    looked: asyncio.Queue[int] = asyncio.Queue()

    class Looked(Ringing):
        async def ring(self, now: datetime) -> int:
            looked.put_nowait(1)
            return await super().ring(now)

    task = asyncio.create_task(Timekeeper(Looked(1, 0), lambda: START, rang=lambda: None).run())
    async with asyncio.timeout(30):
        for _ in range(3):
            await looked.get()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
