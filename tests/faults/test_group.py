"""The staff group refuses, moves, slows down, loses members: all waits and is told (F7 F9-11 F14 F20 F23 F24 O4 O6)."""

import asyncio
from pathlib import Path

import pytest

from bot.app.house import House
from bot.dialogue.library import Library
from bot.playground.faults import Fault, FaultKind
from bot.playground.limits import FloodLimits
from bot.playground.people import StaffMember, Visitor, migrate, put_out
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.test_desk import staff
from tests.faults.conftest import Home
from tests.faults.test_relaying import talking, texts
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


async def test_f10_put_out_of_the_group_nothing_is_lost_and_the_person_hears_the_truth(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, _ = await talking(parent, server)
    group = server.world.chats[server.staff_chat]
    put_out(server.world, group, present=False)
    await until(lambda: "kan nu even niet bij deze chat" in texts(parent))
    parent.says("regel tijdens de stilte")
    parent.says("ik wil dood")
    other = Visitor(server.world, Person(id=6_100_000_091, first_name="Sem"))
    await other.asks("/mens", timeout=20)
    other.taps(next(label for label in other.buttons() if label.startswith("Ja")))
    await until(lambda: "Ik heb je vraag bewaard" in texts(other))
    assert "nummer 1" not in texts(other)
    assert "112" in texts(parent)
    put_out(server.world, group, present=True)
    await until(lambda: any("Ik ben terug in deze groep" in text for text in anouk.sees()))
    await until(lambda: any("regel tijdens de stilte" in text for text in anouk.sees(topic)))
    await until(lambda: any("Signaal van gevaar" in text for text in anouk.sees()))
    await until(lambda: any("Wacht" in text and "plek 1" in text for text in anouk.sees()))
    await until(lambda: "kan je berichten weer lezen" in texts(parent))
    await until(lambda: "kan je berichten weer lezen" in texts(other))


async def test_o04_a_group_that_refuses_with_400_is_a_pause(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, _ = await talking(parent, server)
    refusal = Fault(
        kind=FaultKind.REFUSAL,
        method="sendMessage",
        chat=server.staff_chat,
        body="Bad Request: not enough rights to send text messages to the chat",
    )
    server.faults.add(refusal)
    parent.says("hoort iemand dit")
    await until(lambda: "kan nu even niet bij deze chat" in texts(parent))
    await until(lambda: any("hoort iemand dit" in text for text in anouk.sees(topic)))


async def test_f11_a_supergroup_is_followed_both_ways_and_after_a_restart(
    home: Home, parent: Visitor, server: PlaygroundServer
) -> None:
    async with home.running():
        _, anouk, _ = await talking(parent, server)
        fresh = migrate(server.world, server.world.chats[server.staff_chat], -1_002_999_000_111)
        there = StaffMember(server.world, anouk.person, fresh.id)
        await until(lambda: any("supergroep geworden" in text for text in there.sees()))
        await until(lambda: fresh.topics)
        (topic,) = fresh.topics
        parent.says("vind je mij nog")
        await until(lambda: any("vind je mij nog" in text for text in there.sees(topic)))
        there.says("ja hoor, hier", topic)
        await until(lambda: "ja hoor, hier" in texts(parent))
    async with home.running():
        there.says("en na een herstart", topic)
        await until(lambda: "en na een herstart" in texts(parent))


async def test_o06_a_group_tells_its_number(bot: House, server: PlaygroundServer) -> None:
    anouk, _ = staff(server)
    anouk.says("/id")
    await until(lambda: any(str(server.staff_chat) in text for text in anouk.sees()))


async def test_f09_a_pause_belongs_to_what_was_asked(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    topic, anouk, _ = await talking(parent, server)
    for method in ("editForumTopic", "createForumTopic", "editMessageText"):
        server.faults.add(Fault(kind=FaultKind.FLOOD, method=method, value=3_000, times=None))
    other = Visitor(server.world, Person(id=6_100_000_092, first_name="Sem"))
    await other.asks("/mens", timeout=20)
    other.taps(next(label for label in other.buttons() if label.startswith("Ja")))
    await until(lambda: "nummer 1" in texts(other))
    parent.says("mijn gesprek loopt door")
    await until(lambda: any("mijn gesprek loopt door" in text for text in anouk.sees(topic)))
    parent.says("ik wil dood")
    await until(lambda: any("Signaal van gevaar" in text for text in anouk.sees()))


@pytest.mark.parametrize("body", ["[]", "null", "{}", '{"ok": true}', '{"ok": true, "result": null}', '"x"', "7"])
async def test_f07_an_odd_answer_stops_nothing_and_loses_nothing(
    bot: House, parent: Visitor, server: PlaygroundServer, body: str
) -> None:
    await parent.asks("/start ouder", timeout=20)
    server.faults.add(Fault(kind=FaultKind.ODD, method="getUpdates", body=body, times=2))
    server.faults.add(Fault(kind=FaultKind.ODD, method="sendMessage", body=body, times=2))
    parent.says("ik wil dood")
    await until(lambda: "Bel 112" in texts(parent) or "113" in texts(parent))


async def test_f14_changing_one_of_several_lines_in_a_message_keeps_the_others(
    library: Library, tmp_path: Path
) -> None:
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as server:
        home = Home(server, library, tmp_path)
        parent = Visitor(server.world, Person(id=6_100_000_018, first_name="Fatima"))
        async with home.running():
            topic, anouk, _ = await talking(parent, server)
            # Our own limit for a group is what makes lines travel together.
            server.faults.add(Fault(kind=FaultKind.DELAY_BEFORE, method="sendMessage", chat=server.staff_chat, value=1))
            for number in range(12):
                anouk.says(f"/wachtrij {number}")
            await until(lambda: sum("gesprek met" in text for text in anouk.sees()) >= 8)
            numbers = [parent.says(f"regel {number}") for number in range(6)]
            await until(lambda: any("regel 5" in text for text in anouk.sees(topic)))
            merged = next((text for text in anouk.sees(topic) if text.count("regel") > 1), None)
            assert merged is not None, "lines travelled together"
            inside = [number for number in range(6) if f"regel {number}" in merged]
            parent.edits(numbers[inside[0]], "nieuwe woorden")
            await until(lambda: any("nieuwe woorden" in text for text in anouk.sees(topic)))
            whole = next(text for text in anouk.sees(topic) if "nieuwe woorden" in text)
            assert all(f"regel {number}" in whole for number in inside[1:])


async def test_f20_the_talks_of_who_leaves_go_back_to_the_queue(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, bram = await talking(parent, server)
    anouk.says("/dienst aan")
    await until(lambda: any("is in dienst" in text for text in bram.sees()))
    anouk.leaves()
    await until(lambda: any("is uit de groep" in text for text in bram.sees(topic)))
    await until(lambda: "weer naar de rij" in texts(parent))
    bram.says("/dienst wie")
    await until(lambda: any("In dienst: -" in text.replace("\\", "") for text in bram.sees()))


async def test_f23_a_reply_to_the_card_is_a_line(home: Home, parent: Visitor, server: PlaygroundServer) -> None:
    group = server.world.chats[server.staff_chat]
    group.forum = False
    async with home.running():
        await parent.asks("/mens", timeout=20)
        await parent.chooses(next(label for label in parent.buttons() if label.startswith("Ja")))
        anouk, _ = staff(server)
        await until(lambda: any("Wacht" in text for text in anouk.sees()))
        anouk.taps("Oppakken")
        await until(lambda: "Er is een medewerker" in texts(parent))
        card = next(n for n, m in group.messages.items() if "Opgepakt" in str(m.get("text")) or "Wacht" in str(m))
        anouk.says("antwoord op de kaart", reply_to=card)
        await until(lambda: "antwoord op de kaart" in texts(parent))


async def test_f24_an_update_that_comes_again_after_wiping_is_not_answered_again(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start ouder", timeout=20)
    question = parent.says("hoe vraag ik een tlv aan")
    update = {"update_id": server.world.updates[-1]["update_id"], "message": parent.chat.messages[question]}
    await until(lambda: "De school vraagt de TLV" in texts(parent))
    await parent.asks("/wis")
    await parent.chooses("Ja, wis alles")
    answers = texts(parent).count("De school vraagt de TLV")
    server.world.updates.append(update)
    server.world.arrived.set()
    await parent.asks("/privacy")
    await asyncio.sleep(0.5)
    assert texts(parent).count("De school vraagt de TLV") == answers


async def test_a_failing_topic_has_one_card(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    server.world.chats[server.staff_chat].rights.discard("can_manage_topics")
    await parent.asks("/mens", timeout=20)
    await parent.chooses(next(label for label in parent.buttons() if label.startswith("Ja")))
    anouk, _ = staff(server)
    await until(lambda: any("geen onderwerp maken" in text for text in anouk.sees()))
    await until(lambda: any("Wacht" in text for text in anouk.sees()))
    await asyncio.sleep(1)
    assert sum("Wacht" in text for text in anouk.sees()) == 1
