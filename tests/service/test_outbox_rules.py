"""The dispatcher on clocks of its own: who rests how long, what travels together, and what a clock set back does."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.effects import Priority
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey
from bot.service.limits import Limits
from bot.service.measuring import Figures
from bot.service.outbox import PARALLEL, Dispatcher
from bot.service.records import Delivered, DeliveryResult, Outgoing, RawUpdate, TurnRecord, WaitingMessage
from bot.testing.memory_store import MemoryStore
from bot.testing.memory_units import MemoryDeliveries
from tests.factories import message

pytestmark = pytest.mark.asyncio
START = datetime(2026, 11, 23, 12, tzinfo=UTC)
GROUP = LaneKey("group")


class Post(MemoryStore):
    """A store on a clock of its own, which remembers what it was told of that clock."""

    def __init__(self) -> None:
        super().__init__(lambda: self.now, state_lifetime=timedelta(hours=1))
        self.now = START
        self.before: list[tuple[LaneKey, bool, datetime]] = []
        self.asked_since: datetime | None = None
        self.set_back: list[bool] = []
        self.away = 0
        self._number = 0

    async def put(self, *messages: Outgoing) -> None:
        self._number += 1
        await self.receive([RawUpdate(source=f"u{self._number}", lane=LaneKey("x"), payload="{}")])
        async with self.turns(1) as unit:
            unit.finish(TurnRecord(update=unit.updates[0], outgoing=messages))

    async def recent_sends(self, since: datetime) -> Sequence[tuple[LaneKey, bool, datetime]]:
        self.asked_since = since
        return self.before

    async def clock_set_back(self, now: datetime, *, pauses: bool) -> None:
        self.set_back.append(pauses)

    @asynccontextmanager
    async def deliveries(self) -> AsyncIterator[MemoryDeliveries]:
        if self.away:
            self.away -= 1
            raise StoreUnavailable("weg")
        async with super().deliveries() as unit:
            yield unit


class Line:
    """A channel: keeps what it sent; ``outcome`` tells how, ``held`` keeps requests under way."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.at_once = self.most_at_once = 0
        self.outcome = Delivered.SENT
        self.open = asyncio.Event()
        self.open.set()
        self.most_merged = 100

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.sent.append(str(waiting.message.parameters["text"]))
        await self.open.wait()
        self.at_once -= 1
        return DeliveryResult(waiting=waiting, outcome=self.outcome, message_id=1)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        if len(messages) > self.most_merged:
            return None
        text = "+".join(str(one.parameters["text"]) for one in messages)
        return message(text, to=messages[0].destination)


class Undrawn:
    """Nothing here is drawn."""

    async def draw(self, document: Mapping[str, Any]) -> bytes:
        raise AssertionError(document)


class Office:
    """A dispatcher over both."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.store, self.line = Post(), Line()
        self.steady = 1_000.0
        self.figures, self.fed_back = Figures(), asyncio.Event()
        self.dispatcher = Dispatcher(
            self.store, self.line, lambda: self.store.now, limits or Limits(), Undrawn(), fed_back=self.fed_back,
            figures=self.figures, steady=lambda: self.steady,
        )  # fmt: skip
        self._task: asyncio.Task[None] | None = None

    async def goes_on(self, seconds: float = 0.0) -> list[str]:
        """What is sent when so much time has passed, until nothing more can go."""
        self.steady += seconds
        self.store.now += timedelta(seconds=seconds)
        before = len(self.line.sent)
        if self._task is None:
            self._task = asyncio.create_task(self.dispatcher.run())
        seen = -1
        while seen != len(self.line.sent):
            seen = len(self.line.sent)
            for _ in range(3):
                self.dispatcher.wake()
                # All that can go on without time does; then the few thousandths in which requests are gathered.
                for _ in range(30):
                    await asyncio.sleep(0)
                await asyncio.sleep(0.006)
        return self.line.sent[before:]

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.dispatcher.drain()


async def test_a_person_rests_and_goes_on_at_the_second() -> None:
    office = Office()
    await office.store.put(*(message(str(number)) for number in range(6)))
    assert await office.goes_on() == ["0", "1", "2"]
    assert await office.goes_on(0.9) == []
    assert await office.goes_on(0.2) == ["3"]
    assert await office.goes_on(2.0) == ["4", "5"]
    await office.stop()


async def test_who_rests_still_gets_what_is_urgent_and_others_go_on() -> None:
    office = Office()
    await office.store.put(*(message(str(number)) for number in range(4)))
    assert await office.goes_on() == ["0", "1", "2"]
    await office.store.put(message("gevaar", priority=Priority.CRISIS), message("ander", to="b"))
    assert await office.goes_on() == ["gevaar", "ander"]
    await office.stop()


async def test_what_is_not_metered_waits_for_nothing_and_counts_for_nothing() -> None:
    office = Office()
    await office.store.put(*(message(f"k{number}", metered=False) for number in range(9)))
    await office.store.put(*(message(str(number)) for number in range(4)))
    assert await office.goes_on() == [*(f"k{number}" for number in range(9)), "0", "1", "2"]
    await office.store.put(message("k", metered=False, priority=Priority.RELAY))
    assert await office.goes_on() == ["k"]
    await office.stop()


async def test_eight_requests_are_under_way_at_once_and_one_of_each_chat() -> None:
    office = Office()
    office.line.open.clear()
    await office.store.put(*(message(f"{chat}{number}", to=chat) for number in range(2) for chat in "abcdefghijkl"))
    assert await office.goes_on() == [f"{chat}0" for chat in "abcdefgh"]
    assert (office.line.at_once, PARALLEL) == (8, 8)
    await office.store.put(message("a2", to="a", priority=Priority.CRISIS))
    assert await office.goes_on() == []
    office.line.open.set()
    assert len(await office.goes_on()) == 17
    assert office.line.most_at_once == 8
    await office.stop()


async def test_what_was_sent_in_the_minute_before_a_start_counts() -> None:
    office = Office()
    ago = [timedelta(seconds=seconds) for seconds in (30, 0, -0.5)]
    office.store.before = [(GROUP, True, START - ago[0])] * 14 + [(GROUP, True, START - ago[1])]
    # Sent "from now on" by another clock: says nothing.
    office.store.before += [(GROUP, True, START - ago[2])] * 9
    await office.dispatcher.prepare()
    assert office.store.asked_since == START - timedelta(minutes=1)
    assert office.store.set_back == [False]
    await office.store.put(*(message(str(n), to="group", group=True, priority=Priority.STATUS) for n in range(3)))
    assert await office.goes_on() == []
    assert await office.goes_on(29) == []
    assert await office.goes_on(1.1) == ["0", "1", "2"]
    await office.stop()


@pytest.mark.parametrize(
    ("passed", "clock", "set_back"),
    [
        (10, 10, False),
        (10, 8, False),
        (10, 7.9, True),
        (10, -3600, True),
        (10, 3600, False),
        (0, -2, False),
        (0, -2.1, True),
    ],
)
async def test_a_clock_that_was_set_back_is_told_once(passed: float, clock: float, set_back: bool) -> None:
    office = Office()
    await office.goes_on()
    office.steady += passed
    office.store.now += timedelta(seconds=clock)
    await office.goes_on()
    await office.goes_on(5)
    assert office.store.set_back == ([True] if set_back else [])
    await office.stop()


def notices(number: int, **changes: object) -> list[Outgoing]:
    values = {"to": "group", "group": True, "priority": Priority.STATUS, "coalesce": "n", **changes}
    return [message(str(n), **values) for n in range(number)]  # type: ignore[arg-type]  # as the factory has them


@pytest.mark.parametrize(
    ("sent_before", "changes", "sent"),
    [
        # More than half of its fifteen: what waits travels together, ten at most.
        (8, {}, ["0+1+2+3+4+5+6+7+8+9", "10+11"]),
        (0, {}, [*(str(n) for n in range(8)), "8+9+10+11"]),
        (8, {"coalesce": None}, [str(n) for n in range(7)]),
    ],
)
async def test_notices_travel_together_when_the_group_is_busy(
    sent_before: int, changes: dict[str, object], sent: list[str]
) -> None:
    office = Office()
    office.store.before = [(GROUP, True, START)] * sent_before
    await office.dispatcher.prepare()
    await office.store.put(*notices(12, **changes))
    assert await office.goes_on() == sent
    await office.stop()
    assert (await office.store.backlog()).open_messages == (5 if "coalesce" in changes else 0)


async def test_what_a_person_gets_never_travels_together() -> None:
    office = Office(Limits(group_per_minute=2, group_reserved=2))
    await office.store.put(*notices(3, to="a", group=False))
    assert await office.goes_on() == ["0", "1", "2"]
    await office.stop()


async def test_what_does_not_fit_in_one_stays_behind() -> None:
    office = Office()
    office.line.most_merged = 3
    office.store.before = [(GROUP, True, START)] * 8
    await office.dispatcher.prepare()
    await office.store.put(*notices(7))
    assert await office.goes_on() == ["0+1+2", "3+4+5", "6"]
    await office.stop()


@pytest.mark.parametrize(
    ("outcome", "counted", "warned"),
    [(Delivered.SENT, 1, 0), (Delivered.REFUSED, 0, 1), (Delivered.LATER, 0, 0), (Delivered.UNCERTAIN, 0, 1)],
)
async def test_what_arrived_is_counted_and_what_did_not_is_logged(
    outcome: Delivered, counted: int, warned: int, caplog: pytest.LogCaptureFixture
) -> None:
    office = Office()
    office.line.outcome = outcome
    office.line.open.clear()
    await office.store.put(message("x"))
    assert await office.goes_on() == ["x"]
    office.line.open.set()
    await office.stop()
    assert office.figures.sent == counted
    assert len(caplog.records) == warned
    assert not office.fed_back.is_set()


async def test_at_a_stop_what_was_under_way_is_waited_for_and_written_down() -> None:
    office = Office()
    office.line.open.clear()
    await office.store.put(message("x", to="a"), message("y", to="b"))
    assert await office.goes_on() == ["x", "y"]
    stopping = asyncio.create_task(office.stop())
    await asyncio.sleep(0.02)
    assert not stopping.done()
    office.line.open.set()
    await stopping
    assert (await office.store.backlog()).open_messages == 0
    await office.dispatcher.drain()


async def test_it_goes_on_after_the_database_was_away() -> None:
    office = Office()
    office.store.away = 1
    await office.store.put(message("x"))
    async with asyncio.timeout(30):
        while await office.goes_on() != ["x"]:
            pass
    await office.stop()
    assert (await office.store.backlog()).open_messages == 0


async def test_a_start_after_a_crash_is_told(caplog: pytest.LogCaptureFixture) -> None:
    office = Office()
    await office.dispatcher.prepare()
    assert caplog.records == []
    await office.store.put(message("x"))
    async with office.store.deliveries() as unit:
        unit.start((await unit.heads(1, without=()))[0])
    await office.dispatcher.prepare()
    assert [record.getMessage() for record in caplog.records] == ["messages were under way at the last stop"]
