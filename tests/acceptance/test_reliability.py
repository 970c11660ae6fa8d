"""When all else fails the lifeline still goes out."""

import sqlite3
from pathlib import Path

import pytest

from bot.adapters.playground.faults import Fault, FaultKind
from bot.adapters.playground.people import Visitor
from bot.adapters.playground.server import PlaygroundServer
from tests.acceptance.running import Running

pytestmark = pytest.mark.asyncio


async def test_a_locked_database_does_not_silence_the_lifeline(bot: Running, parent: Visitor, tmp_path: Path) -> None:
    await parent.asks("/start", timeout=20)
    before = len(parent.heard())
    lock = sqlite3.connect(tmp_path / "bot.sqlite", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        parent.says("hoe vraag ik een tlv aan")
        parent.says("ik wil dood")
        message = await parent.next_message(timeout=30)
        assert message["text"].startswith("Is er nu gevaar? Bel 112.")
        assert len(parent.heard()) == before + 1
    finally:
        lock.execute("ROLLBACK")
        lock.close()
    # Nothing was confirmed, so nothing is lost: both messages are answered once the database is back.
    answers = [(await parent.next_message(timeout=60))["text"] for _ in range(2)]
    assert any("De school vraagt de TLV" in text for text in answers)
    assert any("112" in text for text in answers)


async def test_a_staff_group_that_is_gone_does_not_hold_up_the_answer(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start", timeout=20)
    server.world.chats[server.staff_chat].removed = True
    assert "Bel 112" in (await parent.asks("ik wil dood"))["text"]
    assert "De school vraagt de TLV" in (await parent.asks("hoe vraag ik een tlv aan"))["text"]


async def test_a_crisis_answer_overtakes_what_waits(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start", timeout=20)
    server.faults.add(Fault(kind=FaultKind.DELAY_AFTER, method="sendMessage", value=1.5, times=1))
    for _ in range(8):
        parent.says("hoe vraag ik een tlv aan")
    parent.says("ik wil dood")
    heard = [(await parent.next_message(timeout=30))["text"] for _ in range(9)]
    assert next(n for n, text in enumerate(heard) if "Bel 112" in text) < 6
