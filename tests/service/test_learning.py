"""What staff accepted is known to the dialogue: only what is new, only where it belongs, and once."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import DUTCH, EntryId, LaneKey
from bot.domain.question import AcceptedPhrasing
from bot.handoff.room import Room
from bot.matching.verdict import Outcome
from bot.service.learning import Learning
from bot.service.records import Kept, RawUpdate, TurnRecord
from bot.service.staffroom import Rooms
from bot.testing.memory_store import MemoryStore
from tests.acceptance.content import write_content

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = "blauwe fluitkat op donderdag"


async def accept(store: MemoryStore, dialogue: Conversing, *accepted: tuple[str, str]) -> None:
    """Keep these as if staff had just put them in their place."""
    rooms = Rooms((), {})
    room = Room()
    for number, (entry, text) in enumerate(accepted):
        room = room.keep(
            AcceptedPhrasing(id=f"{entry}{number}{text}", entry=EntryId(entry), language=DUTCH, text=text, at=NOW)
        )
    await store.receive([RawUpdate(source=f"u{accepted}", lane=LaneKey("x"), payload="{}")])
    async with store.turns(1) as unit:
        unit.finish(TurnRecord(update=unit.updates[0], kept=rooms.changes(room, dialogue.library.profile)))


@pytest.fixture
def dialogue(tmp_path: Path) -> Conversing:
    return Conversing(load_library(write_content(tmp_path / "content")))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(lambda: NOW, state_lifetime=timedelta(hours=1))


def best(dialogue: Conversing) -> tuple[Outcome, str]:
    verdict = dialogue.library.matcher.judge(WORDS)
    return verdict.outcome, str(verdict.candidates[0].id) if verdict.candidates else ""


async def test_new_words_are_known_at_once_and_nothing_is_learned_twice(
    store: MemoryStore, dialogue: Conversing
) -> None:
    learning = Learning(store, dialogue)
    await learning.look()
    before = dialogue.library
    assert best(dialogue)[0] is not Outcome.ANSWER
    await accept(store, dialogue, ("tlv_aanvragen", WORDS))
    await learning.look()
    assert best(dialogue) == (Outcome.ANSWER, "tlv_aanvragen")
    assert learning.library is dialogue.library is not before
    taught = dialogue.library
    await learning.look()
    assert dialogue.library is taught


async def test_what_is_in_the_content_already_or_belongs_nowhere_teaches_nothing(
    store: MemoryStore, dialogue: Conversing
) -> None:
    there = dialogue.library.entries[EntryId("tlv_aanvragen")].questions[DUTCH][0]
    version = dialogue.library.matcher.version
    await accept(store, dialogue, ("bestaat_niet", WORDS), ("tlv_aanvragen", there))
    await Learning(store, dialogue).look()
    assert dialogue.library.matcher.version == version


async def test_several_words_for_one_answer_are_all_learned(store: MemoryStore, dialogue: Conversing) -> None:
    others = "zeldzame gele pinguin"
    await accept(store, dialogue, ("tlv_aanvragen", others), ("tlv_aanvragen", WORDS))
    await Learning(store, dialogue).look()
    for text in (others, WORDS):
        verdict = dialogue.library.matcher.judge(text)
        assert (verdict.outcome, verdict.candidates[0].id) == (Outcome.ANSWER, "tlv_aanvragen")


async def test_new_content_keeps_what_was_learned(store: MemoryStore, dialogue: Conversing, tmp_path: Path) -> None:
    learning = Learning(store, dialogue)
    await accept(store, dialogue, ("tlv_aanvragen", WORDS))
    await learning.look()
    anew = load_library(write_content(tmp_path / "anew"))
    await learning.renew(anew)
    assert best(dialogue) == (Outcome.ANSWER, "tlv_aanvragen")
    assert dialogue.library.texts is anew.texts


async def test_it_looks_at_the_start_and_whenever_something_was_accepted(dialogue: Conversing) -> None:
    looked: asyncio.Queue[str] = asyncio.Queue()

    class Looked(MemoryStore):
        async def records(self, kind: str) -> Sequence[Kept]:
            looked.put_nowait(kind)
            if looked.qsize() and not self._failed:
                self._failed = True
                raise StoreUnavailable("weg")
            return await super().records(kind)

        _failed = False

    learning = Learning(Looked(lambda: NOW, state_lifetime=timedelta(hours=1)), dialogue)
    task = asyncio.create_task(learning.run())
    # Twice well within the ten seconds after which it looks by itself, the first time in vain.
    async with asyncio.timeout(9):
        assert await looked.get() == "phrasing"
        await asyncio.sleep(0)
        learning.wake()
        assert await looked.get() == "phrasing"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
