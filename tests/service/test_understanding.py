"""What people write is thought about together, away from the loop and outside any transaction; nothing is lost."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.telegram.composer import TelegramComposer
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import TelegramTranslator, raw_update
from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.dialogue.understanding import Moment, Understood
from bot.domain.conversation import Conversation
from bot.domain.inbound import Arrival, TextReceived
from bot.handoff.room import Room
from bot.service.desk import Desk
from bot.service.records import RawUpdate
from tests.acceptance.content import write_content
from tests.storage.postgresql import fresh_database
from tests.waiting import PATIENCE, until

pytestmark = pytest.mark.asyncio
GROUP = -1_001_234_567_890
QUESTION = "hoe vraag ik een tlv aan"
DANGER = "ik wil dood"
Thinks = Callable[[Sequence[Moment]], None]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


def nothing(_: Sequence[Moment]) -> None:
    """Thinks as fast as it can."""


class Listener(Conversing):
    """The real dialogue; notes who thought where, and lets a test hold up or break the thinking."""

    def __init__(self, library: Library, *, hearing: Thinks = nothing, thinking: Thinks = nothing) -> None:
        super().__init__(library)
        self.hearing, self.thinking = hearing, thinking
        self.steps: list[tuple[str, list[str]]] = []
        """What was done with which texts, in order."""
        self.threads: set[threading.Thread] = set()
        self.unprepared: list[str] = []
        """Texts that had to be thought about in their own turn."""

    def hear(self, moments: Sequence[Moment]) -> Understood:
        self._note("hear", moments)
        self.hearing(moments)
        return super().hear(moments)

    def think(self, heard: Understood, moments: Sequence[Moment]) -> Understood:
        self._note("think", moments)
        self.thinking(moments)
        return super().think(heard, moments)

    def take_turn(
        self, conversation: Conversation, arrival: Arrival, room: Room, understood: Understood | None = None
    ) -> Turn:
        if threading.current_thread() is threading.main_thread():
            self.steps.append(("turn", [said(arrival)]))
            if understood is None:
                self.unprepared.append(said(arrival))
        return super().take_turn(conversation, arrival, room, understood)

    def _note(self, step: str, moments: Sequence[Moment]) -> None:
        self.steps.append((step, [said(moment.arrival) for moment in moments]))
        self.threads.add(threading.current_thread())


def said(arrival: Arrival) -> str:
    return arrival.inbound.text if isinstance(arrival.inbound, TextReceived) else ""


class Place:
    """A desk over a real database."""

    def __init__(self, database: Database, store: SqlStore, identity: Identity) -> None:
        self.database, self.store, self.identity = database, store, identity

    def desk(self, dialogue: Conversing) -> Desk:
        return Desk(
            self.store,
            TelegramTranslator(self.identity, StaffChat(GROUP)),
            TelegramComposer(self.identity, StaffChat(GROUP)),
            dialogue,
            lambda: datetime.now(UTC),
            stored=lambda: None,
            signal=asyncio.Event(),
        )

    async def write(self, *texts: str, first: int = 1) -> None:
        """Each text from somebody else."""
        await self.store.receive([self.raw(number, text) for number, text in enumerate(texts, start=first)])

    def raw(self, number: int, text: str) -> RawUpdate:
        person = 7_000_000_000 + number
        message = {
            "message_id": number, "date": 1, "text": text,
            "chat": {"id": person, "type": "private"}, "from": {"id": person, "is_bot": False, "first_name": "P"},
        }  # fmt: skip
        return raw_update({"update_id": number, "message": message}, self.identity)

    async def answers(self) -> list[str]:
        """What waits to be sent to people, one a message."""
        async with self.store.deliveries() as unit:
            found = await unit.heads(200, without=())
            return [str(w.message.parameters.get("text", "")) for w in found if not w.message.group]

    async def open_updates(self) -> int:
        return (await self.store.backlog()).open_updates


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    if request.param == "postgresql":
        database = await fresh_database(request.getfixturevalue("postgresql"))
    else:
        database = Database(f"sqlite:///{tmp_path}/desk.sqlite")
        await database.migrate()
    vault = await open_key_ring(database, [new_secret_key()])
    store = SqlStore(database, vault, lambda: datetime.now(UTC), state_lifetime=timedelta(hours=24))
    yield Place(database, store, Identity(vault))
    await database.close()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds up a thought until it is opened; open at the end, so that no thread outlives its test."""
    event = threading.Event()
    yield event
    event.set()


async def test_a_batch_is_thought_about_together_and_in_another_thread(place: Place, library: Library) -> None:
    dialogue = Listener(library)
    texts = [QUESTION, "mijn zoon zit al weken thuis", "ik word gepest"]
    await place.write(*texts)
    assert await place.desk(dialogue).handle_batch() == 3
    assert dialogue.steps[:2] == [("hear", texts), ("think", texts)]
    assert [step for step, _ in dialogue.steps[2:]] == ["turn"] * 3
    assert threading.main_thread() not in dialogue.threads
    assert not dialogue.unprepared
    assert await place.open_updates() == 0


async def test_danger_is_answered_before_anybody_thinks_about_the_others(place: Place, library: Library) -> None:
    dialogue = Listener(library)
    await place.write(QUESTION, "ik word gepest", DANGER)
    answered: list[list[str]] = []
    loop = asyncio.get_running_loop()

    def look(_: Sequence[Moment]) -> None:
        answered.append(asyncio.run_coroutine_threadsafe(place.answers(), loop).result(60))

    dialogue.thinking = look
    await place.desk(dialogue).handle_batch()
    assert dialogue.steps[1] == ("turn", [DANGER])
    assert len(answered) == 1
    assert any("113" in text for text in answered[0]), "what is stored while the questions are thought about"
    assert DANGER not in dialogue.steps[2][1]
    assert await place.open_updates() == 0


async def test_while_somebody_thinks_the_database_is_free_and_the_loop_goes_on(
    place: Place, library: Library, gate: threading.Event
) -> None:
    dialogue = Listener(library, thinking=lambda _: assert_(gate.wait(240)))
    await place.write(QUESTION)
    desk = place.desk(dialogue)
    handling = asyncio.create_task(desk.handle_batch())
    await until(lambda: any(step == "think" for step, _ in dialogue.steps))
    # Reading and writing, of the same lane too, while the thought hangs.
    assert await place.store.receive([place.raw(2, "en nog iets")]) == 1
    assert await place.open_updates() == 2
    async with place.database.transaction() as connection:
        if connection.dialect.name == "postgresql":
            held = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in %'"
            assert (await connection.exec_driver_sql(held)).scalar() == 0
    assert not handling.done()
    gate.set()
    assert await handling == 1
    assert await desk.handle_batch() == 1


def assert_(held: object) -> None:
    assert held


async def test_what_cannot_be_thought_about_beforehand_harms_only_itself(place: Place, library: Library) -> None:
    def stumbles(moments: Sequence[Moment]) -> None:
        if any("struikel" in said(moment.arrival) for moment in moments):
            raise RuntimeError("stuk")

    texts = [QUESTION, "struikel hier maar over", DANGER]
    for name in ("hearing", "thinking"):
        dialogue = Listener(library)
        setattr(dialogue, name, stumbles)
        await place.write(*texts, first=10 if name == "hearing" else 20)
        assert await place.desk(dialogue).handle_batch() == 3
        assert dialogue.unprepared == (["struikel hier maar over"] if name == "hearing" else [])
        assert await place.open_updates() == 0
    said_in_danger = [text for text in await place.answers() if "113" in text]
    assert len(said_in_danger) == 2


async def test_a_desk_that_is_cancelled_while_it_thinks_leaves_everything_for_the_next(
    place: Place, library: Library, gate: threading.Event
) -> None:
    dialogue = Listener(library, thinking=lambda _: assert_(gate.wait(240)))
    await place.write(QUESTION, "ik word gepest")
    handling = asyncio.create_task(place.desk(dialogue).handle_batch())
    await until(lambda: any(step == "think" for step, _ in dialogue.steps))
    handling.cancel()
    with suppress(asyncio.CancelledError):
        await handling
    assert handling.cancelled()
    assert await place.open_updates() == 2
    assert await place.answers() == []
    gate.set()
    assert await place.desk(Conversing(library)).handle_batch() == 2, "no claim is left behind"
    assert await place.open_updates() == 0
    assert len(await place.answers()) == 2


async def test_two_desks_never_think_about_the_same(place: Place, library: Library, gate: threading.Event) -> None:
    if place.database.is_sqlite:
        pytest.skip("one process works on a SQLite file")
    slow = Listener(library, hearing=lambda _: assert_(gate.wait(240)))
    await place.write(QUESTION, "ik word gepest")
    handling = asyncio.create_task(place.desk(slow).handle_batch())
    await until(lambda: slow.steps)
    assert slow.steps == [("hear", [QUESTION, "ik word gepest"])]
    async with place.store.waiting(5) as left:
        assert not left
    await place.write("mijn zoon zit al weken thuis", first=9)
    async with place.store.waiting(5) as left:
        assert [update.source for update in left] == ["telegram:9"]
    gate.set()
    assert await handling == 2


async def test_the_loop_beats_on_while_somebody_thinks(place: Place, library: Library) -> None:
    beats = 0

    def until_thirty_beats(_: Sequence[Moment]) -> None:
        seen = beats
        while beats < seen + 30:
            time.sleep(0.002)

    dialogue = Listener(library, thinking=until_thirty_beats)
    await place.write(*[QUESTION] * 8)
    handling = asyncio.create_task(place.desk(dialogue).handle_batch())
    async with asyncio.timeout(PATIENCE):
        while not handling.done():
            beats += 1
            await asyncio.sleep(0.001)
    assert await handling == 8
