"""When all else fails the lifeline still goes out."""

import asyncio
import resource
import sqlite3
from pathlib import Path

import pytest

from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from tests.acceptance.running import Running
from tests.waiting import until

pytestmark = pytest.mark.asyncio


async def test_a_locked_database_does_not_silence_the_lifeline(bot: Running, parent: Visitor, tmp_path: Path) -> None:
    await parent.asks("/start")
    before = len(parent.heard())
    lock = sqlite3.connect(tmp_path / "bot.sqlite", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        parent.says("hoe vraag ik een tlv aan")
        parent.says("ik wil dood")
        message = await parent.next_message()
        assert message["text"].startswith("Is er nu gevaar? Bel 112.")
        assert len(parent.heard()) == before + 1
    finally:
        lock.execute("ROLLBACK")
        lock.close()
    # Nothing was confirmed, so nothing is lost: both messages are answered once the database is back.
    answers = [(await parent.next_message())["text"] for _ in range(2)]
    assert any("De school vraagt de TLV" in text for text in answers)
    assert any("112" in text for text in answers)


async def test_danger_that_comes_while_the_database_is_already_locked_is_heard(
    bot: Running, parent: Visitor, tmp_path: Path
) -> None:
    await parent.asks("/start")
    lock = sqlite3.connect(tmp_path / "bot.sqlite", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        parent.says("hoe vraag ik een tlv aan")
        # Long enough for every task of the process to find the door shut at least once.
        await asyncio.sleep(8)
        parent.says("ik wil dood")
        message = await parent.next_message()
        assert message["text"].startswith("Is er nu gevaar? Bel 112.")
    finally:
        lock.execute("ROLLBACK")
        lock.close()


async def test_a_staff_group_that_is_gone_does_not_hold_up_the_answer(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start")
    server.world.chats[server.staff_chat].removed = True
    assert "De school vraagt de TLV" in (await parent.asks("hoe vraag ik een tlv aan"))["text"]
    assert "Bel 112" in (await parent.asks("ik wil dood"))["text"]
    # In the hour after it they come first; the question is kept.
    assert "ben je veilig" in (await parent.asks("mijn zoon zit al weken thuis"))["text"]


async def test_a_crisis_answer_overtakes_what_waits(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start")
    server.faults.add(Fault(kind=FaultKind.DELAY_AFTER, method="sendMessage", value=1.5, times=1))
    for _ in range(8):
        parent.says("hoe vraag ik een tlv aan")
    parent.says("ik wil dood")
    heard = [(await parent.next_message())["text"] for _ in range(9)]
    assert next(n for n, text in enumerate(heard) if "Bel 112" in text) < 6


async def test_a_full_disk_does_not_silence_the_lifeline(bot: Running, parent: Visitor) -> None:
    await parent.asks("/start")
    assert bot.process is not None
    pid = bot.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    # No file of the process may grow any more: SQLite hears "disk full" as on a real one.
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        parent.says("hoe vraag ik een tlv aan")
        parent.says("ik wil dood")
        message = await parent.next_message()
        assert message["text"].startswith("Is er nu gevaar? Bel 112.")
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)
    answers = [(await parent.next_message())["text"] for _ in range(2)]
    assert any("De school vraagt de TLV" in text for text in answers)
    assert any("112" in text for text in answers)


async def test_words_that_look_like_markup_reach_staff_as_words(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/mens")
    await parent.chooses("Ja, doorgeven")
    nasty = '<b>baas</b> <a href="https://kwaad.example">klik</a> [link](https://kwaad.example) & {contact:113}'
    parent.says(nasty)
    group = server.world.chats[server.staff_chat]
    await until(lambda: any(nasty in str(m.get("text")) for m in group.messages.values()))
    shown = next(m for m in group.messages.values() if nasty in str(m.get("text")))
    assert [entity["type"] for entity in shown.get("entities", [])] == ["bold"]


async def test_strangers_cannot_act_as_staff_and_other_groups_are_ignored(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start")
    for command in ("/wachtrij", "/dienst", "/afsluiten", "/blokkeer ik"):
        assert "commando ken ik niet" in (await parent.asks(command))["text"]
    before = len(server.requests)
    other = {"id": -100_999, "type": "supergroup", "title": "Andere groep"}
    message = {"message_id": 5, "date": 1, "chat": other, "from": parent.person.user(), "text": "/wachtrij ik wil dood"}
    server.world.update("message", message)
    assert "Menu" in str((await parent.asks("/menu"))["reply_markup"]) or parent.buttons()
    sent = [r for r in server.requests[before:] if str(r.parameters.get("chat_id")) == str(other["id"])]
    assert sent == []
