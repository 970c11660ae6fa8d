"""A part that breaks while it runs must not take the lifeline with it."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.encryption import KeyRing, new_name_key, new_secret_key
from bot.adapters.telegram.composer import TelegramComposer
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import TelegramTranslator, raw_update
from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.service.desk import Desk
from bot.testing.memory_store import MemoryStore
from tests.acceptance.content import write_content

pytestmark = pytest.mark.asyncio
GROUP = -1_001_234_567_890


class Broken:
    """Stands where a part should be, and fails whatever is asked of it."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError("stuk")


class House:
    """The real desk over a store in memory."""

    def __init__(self, library: Library) -> None:
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.identity = Identity(KeyRing([new_secret_key()], bytes.fromhex(new_name_key())))
        self.store = MemoryStore(lambda: self.now, state_lifetime=timedelta(hours=24))
        self.desk = Desk(
            self.store,
            TelegramTranslator(self.identity, StaffChat(GROUP)),
            TelegramComposer(self.identity, StaffChat(GROUP)),
            Conversing(library),
            lambda: self.now,
            stored=lambda: None,
            signal=asyncio.Event(),
        )

    async def hears(self, number: int, text: str) -> list[str]:
        """What somebody is told, once every retry is over."""
        person = {"id": 7_000_000_001, "is_bot": False, "first_name": "P"}
        chat = {"id": 7_000_000_001, "type": "private"}
        message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
        await self.store.receive([raw_update({"update_id": number, "message": message}, self.identity)])
        for _ in range(6):
            await self.desk.handle_batch()
            self.now += timedelta(seconds=10)
        async with self.store.deliveries() as unit:
            found = await unit.heads(50, without=())
            return [str(w.message.parameters.get("text", "")) for w in found if not w.message.group]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_library(write_content(tmp_path / "content"), always_screen=True)


def broken(library: Library, part: str) -> Library:
    changed = object.__new__(Library)
    for name in Library.__dataclass_fields__:
        object.__setattr__(changed, name, Broken() if name == part else getattr(library, name))
    return changed


@pytest.mark.parametrize("part", ["matcher", "flows", "smalltalk", "contacts", "themes"])
async def test_danger_is_answered_without_this_part(library: Library, part: str) -> None:
    said = await House(broken(library, part)).hears(1, "ik wil dood")
    assert any("112" in text and "113" in text for text in said), said


@pytest.mark.parametrize("part", ["matcher", "flows"])
async def test_a_question_gets_an_apology_with_a_way_to_help(library: Library, part: str) -> None:
    said = await House(broken(library, part)).hears(1, "hoe vraag ik een tlv aan")
    assert any("112" in text for text in said), said


async def test_a_broken_screen_is_no_silence_either(library: Library) -> None:
    said = await House(broken(library, "screen")).hears(1, "ik wil dood")
    assert any("112" in text for text in said), said
