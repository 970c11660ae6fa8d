"""The dispatcher over the in-memory store, with a channel that answers as it is told."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.papers import DrawingProcess
from bot.domain.effects import Priority
from bot.domain.ids import LaneKey
from bot.service.limits import Limits
from bot.service.outbox import PARALLEL, Dispatcher
from bot.service.records import Delivered, DeliveryResult, Outgoing, RawUpdate, TurnRecord, WaitingMessage
from bot.testing.memory_store import MemoryStore
from tests.factories import message

pytestmark = pytest.mark.asyncio

Answer = Callable[[WaitingMessage], DeliveryResult]


class Channel:
    """Keeps what it was asked to send."""

    def __init__(self, answer: Answer | None = None, seconds: float = 0.0) -> None:
        self.sent: list[str] = []
        self.most_at_once = 0
        self._at_once = 0
        self._answer = answer or (lambda waiting: DeliveryResult(waiting=waiting, outcome=Delivered.SENT))
        self._seconds = seconds

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        await asyncio.sleep(self._seconds)
        self._at_once -= 1
        self.sent.append(str(waiting.message.parameters["text"]))
        return self._answer(waiting)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        text = "+".join(str(message.parameters["text"]) for message in messages)
        return replace(messages[0], parameters={"text": text})


def now() -> datetime:
    return datetime.now(UTC)


async def stored(*messages: Outgoing) -> MemoryStore:
    store = MemoryStore(now, state_lifetime=timedelta(hours=1))
    await store.receive([RawUpdate(source="telegram:1", lane=LaneKey("x"), payload="{}")])
    async with store.turns(1) as unit:
        unit.finish(TurnRecord(update=unit.updates[0], outgoing=messages))
    return store


async def dispatch(store: MemoryStore, channel: Channel, limits: Limits | None = None) -> None:
    """Run until nothing is open, or nothing can go for the moment."""
    fast = limits or Limits(overall_per_second=10_000, private_burst=1_000)
    dispatcher = Dispatcher(store, channel, now, fast, DrawingProcess(), fed_back=asyncio.Event())
    await dispatcher.prepare()
    task = asyncio.create_task(dispatcher.run())
    quiet = 0
    while quiet < 5:
        before = len(channel.sent)
        await asyncio.sleep(0.02)
        open_messages = (await store.backlog()).open_messages
        quiet = 5 if open_messages == 0 else quiet + 1 if len(channel.sent) == before else 0
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await dispatcher.drain()


async def test_each_chat_in_order_and_at_most_eight_at_once() -> None:
    texts = [(f"{chat}{number}", chat) for number in range(3) for chat in "abcdefghijkl"]
    store = await stored(*(message(text, to=chat) for text, chat in texts))
    channel = Channel(seconds=0.005)
    await dispatch(store, channel)
    assert sorted(channel.sent) == sorted(text for text, _ in texts)
    for chat in "abcdefghijkl":
        assert [text for text in channel.sent if text.startswith(chat)] == [f"{chat}{n}" for n in range(3)]
    assert 1 < channel.most_at_once <= PARALLEL


async def test_a_crisis_answer_overtakes() -> None:
    store = await stored(message("1"), message("2"), message("crisis", priority=Priority.CRISIS))
    channel = Channel()
    await dispatch(store, channel)
    assert channel.sent == ["crisis", "1", "2"]


async def test_nothing_is_lost_in_an_outage() -> None:
    failures = iter([Delivered.LATER, Delivered.LATER, Delivered.UNCERTAIN])

    def answer(waiting: WaitingMessage) -> DeliveryResult:
        return DeliveryResult(waiting=waiting, outcome=next(failures, Delivered.SENT))

    store = await stored(message("1"), message("2"))
    channel = Channel(answer)
    await dispatch(store, channel)
    assert channel.sent == ["1", "1", "1", "1", "2"]
    assert (await store.backlog()).open_messages == 0


async def test_waiting_notices_to_a_busy_group_travel_together() -> None:
    notices = [message(str(n), group=True, priority=Priority.HANDOFF, coalesce="notice") for n in range(9)]
    store = await stored(*notices)
    channel = Channel()
    limits = Limits(overall_per_second=1_000, group_per_minute=6, group_reserved=2)
    await dispatch(store, channel, limits)
    assert "+".join(channel.sent) == "0+1+2+3+4+5+6+7+8"
    assert len(channel.sent) <= 4
    assert (await store.backlog()).open_messages == 0


async def test_an_alert_does_not_wait_behind_a_full_group() -> None:
    notices = [message(str(n), group=True, priority=Priority.STATUS) for n in range(10)]
    store = await stored(*notices, message("alert", group=True, priority=Priority.CRISIS))
    channel = Channel()
    await dispatch(store, channel, Limits(overall_per_second=1_000, group_per_minute=5, group_reserved=2))
    assert channel.sent == ["alert", "0", "1"]


async def test_what_the_channel_tells_enters_the_inbox() -> None:
    left = RawUpdate(source="left:1", lane=LaneKey("a"), payload="{}")

    def answer(waiting: WaitingMessage) -> DeliveryResult:
        return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, feedback=left)

    store = await stored(message("1"))
    await dispatch(store, Channel(answer))
    async with store.turns(5) as unit:
        assert [taken.source for taken in unit.updates] == ["left:1"]
