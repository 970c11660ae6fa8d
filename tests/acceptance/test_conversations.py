"""Whole conversations: real process, real HTTP, strict server."""

import asyncio

import pytest

from bot.playground.faults import Fault, FaultKind
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.running import Running
from tests.waiting import until

pytestmark = pytest.mark.asyncio


async def test_a_parent_finds_her_answer(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    welcome = await parent.asks("/start")
    assert "Ik ben een computer" in welcome["text"]
    menu = await parent.chooses("Ik ben ouder of verzorger")
    assert "Regels" in parent.buttons()
    assert menu["reply_markup"]
    answer = await parent.asks("hoe vraag ik een tlv aan?")
    assert "De school vraagt de TLV aan" in answer["text"]
    assert "De Lijn (0800-1234)" in answer["text"]
    assert {"type": "text_link", "url": "https://bron.example/tlv"}.items() <= answer["entities"][-1].items()
    related = await parent.chooses("Mijn kind zit thuis")
    assert "Praat eerst met school" in related["text"]
    assert [request.error for request in server.requests if request.error] == []
    assert all(press.answered for press in server.world.presses.values())


async def test_typing_instead_of_tapping_and_another_language(bot: Running, parent: Visitor) -> None:
    await parent.asks("/start")
    assert "Good" in (await parent.asks("English"))["text"]
    await parent.asks("parent")
    assert "Rules" in parent.buttons()
    assert "Talk to school first" in (await parent.asks("my child does not go to school any more"))["text"]
    await parent.asks("/taal")
    assert "verder in het Nederlands" in (await parent.chooses("Nederlands"))["text"]


async def test_a_deep_link_opens_its_answer(bot: Running, parent: Visitor) -> None:
    assert "De school vraagt de TLV" in (await parent.asks("/start faq_tlv_aanvragen"))["text"]


async def test_danger_is_answered_first_and_staff_are_warned_without_a_name(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    answer = await parent.asks("ik wil dood")
    assert answer["text"].startswith("Bel 113")
    group = server.world.chats[server.staff_chat]
    await until(lambda: group.messages)
    alert = next(iter(group.messages.values()))
    assert "niet meer willen leven" in alert["text"]
    assert alert["has_protected_content"]
    for secret in ("Fatima", "fatima_t", str(parent.person.id), "ik wil dood"):
        assert secret not in str(alert)
        assert secret not in bot.log()


async def test_edits_photos_reactions_and_stickers(bot: Running, parent: Visitor) -> None:
    await parent.asks("/start")
    number = parent.says("xqzt wrbl")
    assert "Dit weet ik niet" in (await parent.next_message())["text"]
    parent.edits(number, "hoe vraag ik een tlv aan")
    assert "De school vraagt de TLV" in (await parent.next_message())["text"]
    parent.reacts(number, "👍")
    parent.sends("photo")
    assert "foto kan ik niet bekijken" in (await parent.next_message())["text"]
    parent.sends("photo", caption="mijn zoon zit al weken thuis")
    assert "Praat eerst met school" in (await parent.next_message())["text"]
    parent.sends("sticker")
    assert "Kun je je vraag typen" in (await parent.next_message())["text"]


async def test_a_person_who_blocks_the_bot_is_left_alone_and_welcome_back(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start")
    parent.blocks()
    other = Visitor(server.world, Person(id=6_100_000_099, first_name="Ali"))
    assert await other.asks("/start")
    assert "De school vraagt de TLV" in (await parent.asks("hoe vraag ik een tlv aan"))["text"]


async def test_an_outage_is_survived(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start")
    for kind in (FaultKind.STATUS, FaultKind.NONSENSE, FaultKind.DROP_BEFORE):
        server.faults.add(Fault(kind=kind, value=502, times=2))
    parent.says("hoe vraag ik een tlv aan")
    assert "De school vraagt de TLV" in (await parent.next_message())["text"]
    log = bot.log()
    assert log.count("fetching updates fails") <= 4
    assert "hoe vraag ik" not in log


async def test_too_many_requests_is_obeyed(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start")
    server.faults.add(Fault(kind=FaultKind.FLOOD, method="sendMessage", value=2, times=1))
    started = asyncio.get_running_loop().time()
    await parent.asks("hoe vraag ik een tlv aan")
    assert asyncio.get_running_loop().time() - started >= 2
    assert len(parent.heard()) == 2


async def test_an_answer_whose_fate_is_unknown_is_sent_again(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start")
    server.faults.add(Fault(kind=FaultKind.DROP_AFTER, method="sendMessage", times=1))
    parent.says("hoe vraag ik een tlv aan")
    await parent.next_message()
    assert "De school vraagt de TLV" in (await parent.next_message())["text"]


async def test_an_update_nobody_can_read_blocks_nobody(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start")
    broken = {"message_id": 5, "date": "gisteren", "chat": parent.chat.short(), "from": parent.person.user(), "text": 7}
    server.world.queue({"message": broken})
    server.world.queue({"iets_nieuws": {"van": "morgen"}})
    server.world.queue({"message": "geen object"})
    sorry = await parent.next_message()
    assert "Er ging iets mis bij ons" in sorry["text"]
    assert "000-1112223" in sorry["text"]
    assert "De school vraagt de TLV" in (await parent.asks("hoe vraag ik een tlv aan"))["text"]
    assert "gisteren" not in bot.log()


async def test_what_staff_write_in_the_group_is_no_question(bot: Running, server: PlaygroundServer) -> None:
    anouk = StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))
    anouk.says("hoe vraag ik een tlv aan")
    visitor = Visitor(server.world, Person(id=6_100_000_201, first_name="Ali"))
    await visitor.asks("/start")
    group = server.world.chats[server.staff_chat]
    assert [message for message in group.messages.values() if message["from"]["is_bot"]] == []


async def test_a_stop_is_quick_and_a_start_goes_on_where_it_was(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start")
    await parent.chooses("Ik ben ouder of verzorger")
    assert await bot.stop() == 0
    parent.says("hoe vraag ik een tlv aan")
    await bot.start()
    assert "De school vraagt de TLV" in (await parent.next_message())["text"]
    await parent.asks("/menu")
    assert "Regels" in parent.buttons()
