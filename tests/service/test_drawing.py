"""Documents are drawn after the commit, beside everything else, and again when something died in between."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.domain.effects import Priority
from bot.domain.errors import DrawingFailed
from bot.domain.ids import LaneKey
from bot.service.limits import Limits
from bot.service.outbox import Dispatcher
from bot.service.records import Delivered, DeliveryResult, Drawing, Outgoing, RawUpdate, TurnRecord, WaitingMessage
from tests.factories import message
from tests.waiting import until, until_answer

pytestmark = pytest.mark.asyncio
KEY = new_secret_key()


class Gate:
    """Draws what it is asked once the gate is open; ``bad`` documents fail."""

    def __init__(self, *, is_open: bool = True) -> None:
        self.asked: list[str] = []
        self.open = asyncio.Event()
        if is_open:
            self.open.set()

    async def draw(self, document: Mapping[str, Any]) -> bytes:
        self.asked.append(document["words"])
        await self.open.wait()
        if document["words"] == "bad":
            raise DrawingFailed("ValueError")
        if document["words"] == "worse":
            raise RuntimeError("geheim")
        return f"drawn {document['words']}".encode()


class Channel:
    """Keeps what left; the first sends end as ``endings`` say."""

    def __init__(self, *endings: Delivered) -> None:
        self.sent: list[str] = []
        self._endings = list(endings)

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        said = waiting.drawn.decode() if waiting.drawn is not None else str(waiting.message.parameters["text"])
        self.sent.append(f"{waiting.message.method}: {said}")
        ending = self._endings.pop(0) if self._endings else Delivered.SENT
        return DeliveryResult(waiting=waiting, outcome=ending)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        return None


def document(words: str, **changes: Any) -> Outgoing:
    """A message for which a document is drawn."""
    drawing = Drawing(document={"kind": "proof", "words": words}, method="send_message", parameters={"text": "helaas"})
    given: dict[str, Any] = {"method": "send_document", "parameters": {"document": {}}, "drawing": drawing, **changes}
    return replace(message(words), **given)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[SqlStore]:
    """The store in a file, opened by a process that has just started."""
    database = Database(f"sqlite:///{folder}/bot.sqlite")
    await database.migrate()
    vault = await open_key_ring(database, [KEY])
    try:
        yield SqlStore(database, vault, lambda: datetime.now(UTC), state_lifetime=timedelta(hours=1))
    finally:
        await database.close()


async def put(store: SqlStore, *messages: Outgoing, forget: str | None = None, number: int = 1) -> None:
    await store.receive([RawUpdate(source=f"telegram:{number}", lane=LaneKey(f"l{number}"), payload="{}")])
    async with store.turns(1) as unit:
        lane = None if forget is None else LaneKey("a")
        unit.finish(TurnRecord(update=unit.updates[0], outgoing=messages, forget=forget, forget_lane=lane))


@asynccontextmanager
async def working(store: SqlStore, channel: Channel, drawer: Gate, *, dies: bool = False) -> AsyncIterator[Dispatcher]:
    """A dispatcher at work; one that dies writes nothing more down."""
    limits = Limits(overall_per_second=10_000, private_burst=1_000)
    dispatcher = Dispatcher(store, channel, lambda: datetime.now(UTC), limits, drawer, fed_back=asyncio.Event())
    await dispatcher.prepare()
    task = asyncio.create_task(dispatcher.run())
    try:
        yield dispatcher
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if not dies:
            await dispatcher.drain()


async def is_empty(store: SqlStore) -> bool:
    return (await store.backlog()).open_messages == 0


async def test_only_what_stands_behind_a_document_waits_for_it(tmp_path: Path) -> None:
    drawer, channel = Gate(is_open=False), Channel()
    async with opened(tmp_path) as store:
        crisis = message("bel 112", priority=Priority.CRISIS)
        await put(
            store,
            document("sheet"),
            message("behind"),
            message("other", to="b"),
            document("second", destination=LaneKey("c")),
        )
        async with working(store, channel, drawer) as dispatcher:
            await until(lambda: len(drawer.asked) == 2)
            await until(lambda: channel.sent == ["send_message: other"])
            await put(store, crisis, number=2)
            dispatcher.wake()
            # To the very person whose document is drawn.
            await until(lambda: "send_message: bel 112" in channel.sent)
            assert not any("behind" in sent or "drawn" in sent for sent in channel.sent)
            drawer.open.set()
            await until_answer(lambda: is_empty(store))
    own = [sent for sent in channel.sent if "sheet" in sent or "behind" in sent]
    assert own == ["send_document: drawn sheet", "send_message: behind"]
    assert sorted(drawer.asked) == ["second", "sheet"]


async def test_a_crowd_of_documents_keeps_nobody_from_an_answer(tmp_path: Path) -> None:
    drawer, channel = Gate(is_open=False), Channel()
    async with opened(tmp_path) as store:
        crowd = [document(f"d{number}", destination=LaneKey(f"p{number}")) for number in range(60)]
        await put(store, *crowd, message("answer", to="z"))
        async with working(store, channel, drawer):
            await until(lambda: channel.sent == ["send_message: answer"])
            drawer.open.set()
            await until_answer(lambda: is_empty(store))
    assert len(channel.sent) == 61


@pytest.mark.parametrize(("words", "kind"), [("bad", "proof: ValueError"), ("worse", "proof: RuntimeError")])
async def test_a_drawing_that_fails_is_said_in_plain_words_and_logged_by_kind(
    words: str, kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    channel = Channel()
    with caplog.at_level(logging.WARNING):
        async with opened(tmp_path) as store:
            await put(store, document(words), message("behind"))
            async with working(store, channel, Gate()):
                await until_answer(lambda: is_empty(store))
    assert channel.sent == ["send_message: helaas", "send_message: behind"]
    (noted,) = [record for record in caplog.records if record.msg == "a document could not be drawn"]
    assert noted.__dict__["reason"] == kind
    assert "geheim" not in str(noted.__dict__)


async def test_whoever_dies_between_commit_and_drawing_is_followed_by_one_who_draws(tmp_path: Path) -> None:
    stuck, channel = Gate(is_open=False), Channel()
    async with opened(tmp_path) as store:
        await put(store, document("sheet"))
        async with working(store, channel, stuck, dies=True):
            await until(lambda: stuck.asked == ["sheet"])
    assert channel.sent == []
    drawer = Gate()
    async with opened(tmp_path) as store:
        async with store.deliveries() as unit:
            (waiting,) = await unit.heads(5, without=())
        # Nothing was under way, so nothing is of unknown outcome.
        assert (waiting.tries, waiting.uncertain) == (0, 0)
        async with working(store, channel, drawer):
            await until_answer(lambda: is_empty(store))
    assert channel.sent == ["send_document: drawn sheet"]
    assert drawer.asked == ["sheet"]


async def test_what_has_to_go_again_is_drawn_again(tmp_path: Path) -> None:
    drawer, channel = Gate(), Channel(Delivered.LATER, Delivered.UNCERTAIN)
    async with opened(tmp_path) as store:
        await put(store, document("sheet"))
        async with working(store, channel, drawer):
            await until_answer(lambda: is_empty(store))
    assert channel.sent == ["send_document: drawn sheet"] * 3
    assert drawer.asked == ["sheet"] * 3


async def test_nothing_is_given_to_somebody_who_wiped_everything_meanwhile(tmp_path: Path) -> None:
    drawer, channel = Gate(is_open=False), Channel()
    async with opened(tmp_path) as store:
        await put(store, document("sheet"))
        async with working(store, channel, drawer) as dispatcher:
            await until(lambda: drawer.asked == ["sheet"])
            await put(store, message("gewist", to="b"), forget="v", number=2)
            drawer.open.set()
            dispatcher.wake()
            await until_answer(lambda: is_empty(store))
    assert channel.sent == ["send_message: gewist"]


async def test_the_words_of_a_document_are_not_readable_in_the_file(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await put(store, document("dat ik naast Sam wil", key="blad"))
    assert not any(b"naast Sam" in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
