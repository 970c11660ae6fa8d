"""Lines both ways: long ones, notes, albums, edits, media, and who hears what (F1 F3 F12 F13 F16-F19 F22)."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.app.house import House
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import PlaygroundServer
from tests.acceptance.test_desk import asks_for_a_human, staff
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


async def talking(parent: Visitor, server: PlaygroundServer) -> tuple[int, StaffMember, StaffMember]:
    """A talk that Anouk has."""
    topic = await asks_for_a_human(parent, server)
    anouk, bram = staff(server)
    anouk.taps("Oppakken", topic)
    await until(lambda: any("Er is een medewerker" in m.get("text", "") for m in parent.heard()))
    return topic, anouk, bram


def texts(person: Visitor) -> str:
    return "\n".join(str(m.get("text") or m.get("caption") or "") for m in person.heard())


def shown(server: PlaygroundServer, wanted: Callable[[dict[str, Any]], object]) -> list[dict[str, Any]]:
    """Messages of the bot in the group that fit."""
    bot = server.world.bot["id"]
    group = server.world.chats[server.staff_chat]
    return [m for m in group.messages.values() if m.get("from", {}).get("id") == bot and wanted(m)]


async def settle(parent: Visitor, server: PlaygroundServer, topic: int, anouk: StaffMember) -> None:
    """Everything of before has been handled once these two lines have arrived."""
    anouk.says("klaar-teken", topic)
    await until(lambda: "klaar-teken" in texts(parent))
    parent.says("antwoord-teken")
    await until(lambda: any("antwoord-teken" in text for text in anouk.sees(topic)))


async def test_f01_long_lines_arrive_whole_both_ways(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    topic, anouk, _ = await talking(parent, server)
    words = " ".join(f"woord{number}" for number in range(100, 500)) + " slotwoord"
    words = "x " * ((4090 - len(words)) // 2) + words
    assert 4080 < len(words) < 4096
    parent.says(words)
    await until(lambda: "slotwoord" in " ".join(anouk.sees(topic)))
    assert set(words.split()) <= set(" ".join(anouk.sees(topic)).split())
    anouk.says(words, topic)
    await until(lambda: "slotwoord" in texts(parent))
    assert set(words.split()) <= set(texts(parent).split())
    anouk.sends("photo", topic, caption="uitleg " * 200)
    await until(lambda: any("photo" in m for m in parent.heard()))
    await until(lambda: texts(parent).count("uitleg") == 200)
    assert not [r for r in server.requests if r.error and "too long" in r.error]


async def test_f01_the_person_hears_of_their_own_line_and_staff_of_theirs(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, _ = await talking(parent, server)
    group = server.staff_chat
    odd = "Bad Request: MESSAGE_ODD"
    refusal = Fault(kind=FaultKind.REFUSAL, method="sendMessage", chat=group, body=odd, times=2)
    server.faults.add(refusal)
    parent.says("dit komt niet aan")
    await until(lambda: "kon ik niet doorgeven" in texts(parent))
    assert not any("niet aangekomen" in text for text in anouk.sees(topic))
    server.faults.add(Fault(kind=FaultKind.REFUSAL, method="sendMessage", chat=parent.chat.id, body=odd, times=2))
    anouk.says("dit ook niet", topic)
    await until(lambda: any("niet aangekomen bij de vrager" in text for text in anouk.sees(topic)))
    assert "niet aangekomen" not in texts(parent)


async def test_f01_a_closed_topic_keeps_the_line(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    topic, anouk, _ = await talking(parent, server)
    group = server.world.chats[server.staff_chat]
    group.topics[topic].closed = True
    group.rights.discard("can_manage_topics")
    parent.says("hoort iemand dit")
    await until(lambda: any("hoort iemand dit" in text for text in anouk.sees()))
    await until(lambda: any("is dicht en ik mag er niet in schrijven" in text for text in anouk.sees()))


async def test_f03_nothing_internal_leaves_the_group(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    topic, anouk, _ = await talking(parent, server)
    anouk.sends_album(["// geheim bij de foto", "", ""], topic)
    anouk.sends_album(["", "", "  // geheim achteraan"], topic)
    anouk.says("Hallo\n// geheim midden\ngroet", topic)
    await until(lambda: any("een stuk met // ervoor" in text for text in anouk.sees(topic)))
    line = anouk.says("dit zag de vrager", topic)
    await until(lambda: "dit zag de vrager" in texts(parent))
    anouk.edits(line, "// geheim geworden")
    await until(lambda: "dit zag de vrager" not in texts(parent))
    await until(lambda: any("Weggehaald bij de vrager" in text for text in anouk.sees(topic)))
    note = anouk.says("// geheim begin", topic)
    anouk.edits(note, "toch geen geheim")
    await until(lambda: any("Deze aanpassing ziet de vrager niet" in text for text in anouk.sees(topic)))
    await asyncio.sleep(2.5)  # Longer than an album is waited for: what must not come gets its chance.
    await settle(parent, server, topic, anouk)
    assert "geheim" not in texts(parent)
    assert not any("photo" in m for m in parent.heard())


async def test_f17_albums_travel_as_one_and_are_answered_once(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start ouder", timeout=20)
    before = len(parent.heard())
    parent.sends_album(["", "", "", ""])
    await parent.asks("hoe vraag ik een tlv aan")
    await until(lambda: "De school vraagt de TLV" in texts(parent))
    assert len(parent.heard()) == before + 2
    topic, anouk, _ = await talking(parent, server)
    parent.sends_album(["kijk, mail me op a.b@voorbeeld.nl", "", ""])
    await until(lambda: any(label.startswith("Ja, stuur") for label in parent.buttons()))
    await until(lambda: any("kijk, mail me op ▒▒▒" in text for text in anouk.sees(topic)))
    parent.taps("Ja, stuur maar door")
    await until(lambda: len(shown(server, lambda m: "photo" in m)) == 3)
    photos = shown(server, lambda m: "photo" in m)
    assert len({photo.get("media_group_id") for photo in photos}) == 1
    assert not any("voorbeeld.nl" in text for text in anouk.sees())
    anouk.sends_album(["voor jou", ""], topic)
    await until(lambda: sum("photo" in m for m in parent.heard()) == 2)
    assert [r.method for r in server.requests if r.method == "copyMessages"] == ["copyMessages"] * 2


async def test_f13_edited_captions_arrive_both_ways(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    topic, anouk, _ = await talking(parent, server)
    photo = anouk.sends("photo", topic, caption="het formulier")
    await until(lambda: "het formulier" in texts(parent))
    anouk.edits(photo, "het goede formulier")
    await until(lambda: "het goede formulier" in texts(parent))
    own = parent.sends("photo", caption="mijn brief")
    await until(lambda: any(label.startswith("Ja, stuur") for label in parent.buttons()))
    parent.taps("Ja, stuur maar door")
    await until(lambda: shown(server, lambda m: "photo" in m))
    parent.edits(own, "mijn nieuwe brief")
    await until(lambda: any("mijn nieuwe brief" in text for text in anouk.sees(topic)))


async def test_f16_a_place_that_moves_is_answered_once(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start ouder", timeout=20)
    before = len(parent.heard())
    number = parent.sends_raw({"location": {"latitude": 52.1, "longitude": 5.1, "live_period": 900}})
    for step in range(4):
        moved = {**parent.chat.messages[number], "location": {"latitude": 52.1 + step, "longitude": 5.1}}
        server.world.update("edited_message", {**moved, "edit_date": 1_790_000_000})
    await parent.asks("hoe vraag ik een tlv aan")
    await until(lambda: "De school vraagt de TLV" in texts(parent))
    assert len(parent.heard()) == before + 2


async def test_f12_f18_f19_f22_who_is_there_and_what_is_whose(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, bram = await talking(parent, server)
    parent.blocks()
    await until(lambda: any("geblokkeerd of verwijderd" in text for text in anouk.sees(topic)))
    parent.unblocks()
    parent.says("/start")
    await until(lambda: any("De vrager is terug" in text for text in anouk.sees(topic)))
    anouk.says("welkom terug", topic)
    await until(lambda: "welkom terug" in texts(parent))
    anouk.says_anonymously("wie ben ik", topic)
    await until(lambda: any("je schrijft anoniem" in text for text in anouk.sees(topic)))
    anouk.says("/dienst@AndereBot", topic)
    parent.says("mijn eigen regel")
    await until(lambda: any("mijn eigen regel" in text for text in anouk.sees(topic)))
    line = next(m["message_id"] for m in shown(server, lambda m: "mijn eigen regel" in m.get("text", "")))
    anouk.says("/verwijder", topic, reply_to=line)
    await until(lambda: any("Weghalen kan alleen bij wat jij zelf" in text for text in anouk.sees(topic)))
    assert any("mijn eigen regel" in m.get("text", "") for m in parent.chat.messages.values())
    bram.says("ik typ maar wat", topic)
    await until(lambda: any("gaat niet naar de vrager" in text for text in anouk.sees(topic)))
    await settle(parent, server, topic, anouk)
    assert "wie ben ik" not in texts(parent)
    assert not any("is in dienst" in text for text in anouk.sees(topic))
