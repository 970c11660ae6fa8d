"""What a busy desk does, through the whole bot and the strict server: cards, names in notes, weights, signs of work."""

import pytest

from bot.app.house import House
from bot.playground import topics
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from tests.faults.test_relaying import talking, texts
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


def requests(server: PlaygroundServer, method: str) -> list[dict[str, object]]:
    """What was asked of the server with this method, as far as it was granted."""
    return [one.parameters for one in server.requests if one.method == method and not one.error]


async def test_a_closed_talk_becomes_a_card_in_the_topic_of_the_team(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, bram = await talking(parent, server)
    group = server.world.chats[server.staff_chat]
    made = topics.create(server.world, {"chat_id": server.staff_chat, "name": "Intervisie"})
    meeting = int(made["message_thread_id"])
    anouk.says("/hier intervisie", meeting)
    await until(lambda: any("de plek voor" in text for text in anouk.sees(meeting)))
    anouk.taps("Afsluiten", topic)
    await until(lambda: group.topics[topic].closed)
    await until(lambda: any("Afgesloten door" in text for text in anouk.sees(topic)))
    await until(lambda: "afgerond" in texts(parent))
    before = len(parent.heard())
    anouk.taps("Maak er een intervisiekaart van", topic)
    await until(lambda: not group.topics[topic].closed)
    for number, words in enumerate(("Overstappen.", "Regels gelezen.", "Luisteren.", "Hoe doen jullie dit?"), 1):
        await until(lambda number=number: any(f"{number} van 4" in text for text in anouk.sees(topic)))  # type: ignore[misc]
        anouk.says(words, topic)
    await until(lambda: any("Zo komt het erbij te staan" in text for text in anouk.sees(topic)))
    anouk.taps("Zet bij intervisie", topic)
    await until(lambda: any("Casus 1" in text for text in bram.sees(meeting)))
    await until(lambda: group.topics[topic].closed)
    bram.taps("Begin de ronde", meeting)
    await until(lambda: any("stap 1 van 5" in text for text in bram.sees(meeting)))
    bram.says("/intervisie weg 1", meeting)
    await until(lambda: not any("Hoe doen jullie dit" in text for text in bram.sees(meeting)))
    assert len(parent.heard()) == before
    assert not {one.error for one in server.requests if one.error} - {"Bad Request: TOPIC_NOT_MODIFIED"}


async def test_a_name_in_a_note_rings_at_that_colleague_under_the_note(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, bram = await talking(parent, server)
    bram.says("/dienst wie")
    await until(lambda: any("In dienst" in text for text in bram.sees()))
    note = anouk.says(f"// @{bram.person.first_name} kijk jij mee?", topic)
    await until(lambda: any("vraagt of je meekijkt" in text for text in bram.sees(topic)))
    rung = next(one for one in requests(server, "sendMessage") if "vraagt of je meekijkt" in str(one["text"]))
    assert f"tg://user?id={bram.person.id}" in str(rung["text"])
    assert f'"message_id": {note}' in str(rung["reply_parameters"]).replace("'", '"')
    assert "kijk jij mee" not in texts(parent)


async def test_a_weight_stands_in_the_name_of_the_topic(bot: House, parent: Visitor, server: PlaygroundServer) -> None:
    topic, anouk, _ = await talking(parent, server)
    group = server.world.chats[server.staff_chat]
    anouk.says("/prioriteit hoog", topic)
    await until(lambda: group.topics[topic].name.startswith("🟢 🔺 "))
    anouk.says("/prioriteit gewoon", topic)
    await until(lambda: "🔺" not in group.topics[topic].name)


async def test_the_person_sees_that_somebody_is_at_work_now_or_not_at_all(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    topic, anouk, bram = await talking(parent, server)
    await until(lambda: requests(server, "sendChatAction"))
    signs = len(requests(server, "sendChatAction"))
    assert all(str(one["chat_id"]) == str(parent.person.id) for one in requests(server, "sendChatAction"))
    bram.says("// ik kijk even mee", topic)
    anouk.says("antwoord een", topic)
    await until(lambda: "antwoord een" in texts(parent))
    assert len(requests(server, "sendChatAction")) == signs
    anouk.says("// even zoeken", topic)
    await until(lambda: len(requests(server, "sendChatAction")) == signs + 1)
    server.faults.add(Fault(kind=FaultKind.FLOOD, method="sendChatAction", value=1))
    anouk.says("// nog even", topic)
    await until(lambda: not server.faults.waiting)
    anouk.says("antwoord twee", topic)
    await until(lambda: "antwoord twee" in texts(parent))
    anouk.says("// klaar", topic)
    await until(lambda: len(requests(server, "sendChatAction")) == signs + 2)
