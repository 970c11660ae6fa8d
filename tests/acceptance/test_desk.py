"""From bot to a human and back: real process, real HTTP, strict server, staff in their group."""

from pathlib import Path

import pytest

from bot.playground.limits import FloodLimits
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import Running
from tests.waiting import until

pytestmark = pytest.mark.asyncio


def staff(server: PlaygroundServer) -> tuple[StaffMember, StaffMember]:
    """The two members of the group."""
    group = server.world.chats[server.staff_chat]
    first, second = group.members.values()
    return StaffMember(server.world, first), StaffMember(server.world, second)


def topics(server: PlaygroundServer) -> list[int]:
    """Topics that are there."""
    return [topic.id for topic in server.world.chats[server.staff_chat].topics.values() if not topic.deleted]


async def asks_for_a_human(person: Visitor, server: PlaygroundServer) -> int:
    """From question to a topic in the group; returns the topic."""
    before = set(topics(server))
    await person.asks("/mens")
    label = next(label for label in person.buttons() if label.startswith("Ja"))
    await person.chooses(label)
    await until(lambda: set(topics(server)) - before)
    (topic,) = set(topics(server)) - before
    anouk, _ = staff(server)
    await until(lambda: any("Wacht" in text for text in anouk.sees(topic)))
    return topic


async def test_a_talk_from_question_to_goodbye(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    await parent.asks("/start ouder")
    await parent.asks("hoe vraag ik een tlv aan")
    preview = await parent.asks("/mens")
    assert "Dit ziet de medewerker" in preview["text"]
    assert "je laatste vraag" in preview["text"]
    waiting = await parent.chooses("Ja, doorgeven")
    assert "nummer 1 in de rij" in waiting["text"]
    anouk, bram = staff(server)
    await until(lambda: topics(server))
    (topic,) = topics(server)
    await until(lambda: "hoe vraag ik een tlv aan" in anouk.sees(topic))
    card = next(text for text in anouk.sees(topic) if "Onderwerp" in text)
    assert "Hoe vraag je een TLV aan?" in card
    assert "Ouder of verzorger" in card

    receipt = await parent.asks("de school wil niet **meewerken**")
    assert "Bewaard voor het team" in receipt["text"]
    await until(lambda: any("de school wil niet" in text for text in anouk.sees(topic)))
    anouk.taps("Oppakken", topic)
    assert "Er is een medewerker" in (await parent.next_message())["text"]
    bram.taps("Oppakken", topic)
    await until(
        lambda: any(
            "Anouk heeft dit" in str(r.parameters.get("text"))
            for r in server.requests
            if r.method == "answerCallbackQuery"
        )
    )

    bram.says("ik denk even mee", topic)
    anouk.says("// intern overleg", topic)
    number = anouk.says("Dag, ik lees het nu.", topic)
    line = await parent.next_message()
    assert "Dag, ik lees het nu." in line["text"]
    assert "Anouk" not in line["text"]
    heard = " ".join(message.get("text", "") for message in parent.heard())
    assert "denk even mee" not in heard
    assert "intern" not in heard
    group = server.world.chats[server.staff_chat]
    await until(lambda: any(request.method == "setMessageReaction" for request in server.requests))

    anouk.edits(number, "Dag, ik heb het gelezen.")
    await until(lambda: any("ik heb het gelezen" in message.get("text", "") for message in parent.heard()))
    anouk.taps("Afsluiten", topic)
    goodbye = await parent.next_message()
    assert "afgerond" in goodbye["text"]
    assert "😀" in parent.buttons()
    await until(lambda: group.topics[topic].closed)
    assert "leren we van" in (await parent.chooses("😀"))["text"]

    await parent.chooses("Verder praten")
    await until(lambda: not group.topics[topic].closed)
    assert topics(server) == [topic]
    # Bringing a name up to date that is up to date already is harmless.
    assert {request.error for request in server.requests if request.error} <= {"Bad Request: TOPIC_NOT_MODIFIED"}
    for secret in ("Fatima", "fatima_t", "Test", str(parent.person.id)):
        for request in server.requests:
            if request.parameters.get("chat_id") == server.staff_chat and request.method != "copyMessage":
                assert secret not in str(request.parameters)
        assert secret not in bot.log()


async def test_media_personal_data_and_what_is_never_passed_on(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    topic = await asks_for_a_human(parent, server)
    anouk, _ = staff(server)
    answer = await parent.asks("bel me op 06-12345678")
    assert "verborgen" in answer["text"]
    await until(lambda: any("▒▒▒" in text for text in anouk.sees(topic)))
    assert not any("12345678" in text for text in anouk.sees())
    await parent.chooses("Toch laten zien")
    await until(lambda: any("06-12345678" in text for text in anouk.sees(topic)))

    parent._seen = len(parent.heard())
    parent.sends("voice")
    assert "stem" in (await parent.next_message())["text"]
    group = server.world.chats[server.staff_chat]
    assert not any("voice" in message for message in group.messages.values())
    await parent.chooses("Ja, stuur maar door")
    await until(lambda: any("voice" in message for message in group.messages.values()))
    parent._seen = len(parent.heard())
    parent.sends("document")
    assert "bestand" in (await parent.next_message())["text"]
    parent.sends_raw({"contact": {"phone_number": "0612345678", "first_name": "Fatima"}})
    assert "contactkaart" in (await parent.next_message())["text"]
    assert not any("contact" in message or "document" in message for message in group.messages.values())


async def test_two_talks_stay_apart_and_survive_a_crash(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    other = Visitor(server.world, Person(id=6_100_000_333, first_name="Sem", username="semmie"))
    first = await asks_for_a_human(parent, server)
    second = await asks_for_a_human(other, server)
    anouk, bram = staff(server)
    anouk.taps("Oppakken", first)
    bram.taps("Oppakken", second)
    await until(lambda: any("Er is een medewerker" in message["text"] for message in other.heard()))
    await until(lambda: any("Er is een medewerker" in message["text"] for message in parent.heard()))
    await bot.kill()
    for number in range(6):
        anouk.says(f"voor de ouder {number}", first)
        bram.says(f"voor sem {number}", second)
        other.says(f"van sem {number}")
    await bot.start()
    await until(lambda: sum("voor sem" in m.get("text", "") for m in other.heard()) >= 6)
    await until(lambda: sum("voor de ouder" in m.get("text", "") for m in parent.heard()) >= 6)
    await until(lambda: "van sem 5" in " ".join(bram.sees(second)))
    lines = [m["text"][-1] for m in other.heard() if "voor sem" in m.get("text", "")]
    assert lines == list("012345")
    assert not any("voor sem" in m.get("text", "") for m in parent.heard())
    assert not any("van sem" in text for text in anouk.sees(first))


async def test_transfer_queue_duty_and_the_limit_of_talks(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    topic = await asks_for_a_human(parent, server)
    anouk, bram = staff(server)
    bram.says("/dienst")
    anouk.says("/dienst aan")
    await until(lambda: any("In dienst: " in text and "Anouk" in text and "Bram" in text for text in anouk.sees()))
    anouk.says("/wachtrij")
    await until(lambda: any("wacht 0 min" in text for text in anouk.sees()))
    anouk.taps("Oppakken", topic)
    await until(lambda: any("Opgepakt" in text for text in anouk.sees(topic)))
    anouk.says("/overdragen Bram, jij weet hier meer van", topic)
    await until(lambda: any("jij weet hier meer van" in text for text in anouk.sees(topic)))
    anouk.says("dit komt niet meer aan", topic)
    bram.says("Hallo, ik ben de collega.", topic)
    await until(lambda: any("ik ben de collega" in m.get("text", "") for m in parent.heard()))
    assert not any("komt niet meer aan" in m.get("text", "") for m in parent.heard())
    bram.says("/faq speciaal onderwijs", topic)
    await until(lambda: any("Welk antwoord" in text for text in bram.sees(topic)))
    bram.taps("TLV", topic)
    await until(lambda: any("De school vraagt de TLV" in m.get("text", "") for m in parent.heard()))
    bram.says("/dienst uit")
    await until(lambda: any("niet meer in dienst" in text for text in bram.sees(topic)))
    await until(lambda: any("weer naar de rij" in m.get("text", "") for m in parent.heard()))


async def test_wiping_erases_the_talk_on_both_sides(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    topic = await asks_for_a_human(parent, server)
    anouk, _ = staff(server)
    assert "Bewaard voor het team" in (await parent.asks("mijn grote geheim"))["text"]
    await until(lambda: any("mijn grote geheim" in text for text in anouk.sees(topic)))
    await parent.asks("/inzage")
    assert any("document" in message for message in parent.heard())
    await until(lambda: any("Klopt er iets niet" in message.get("caption", "") for message in parent.heard()))
    await parent.asks("/wis")
    assert "Alles is gewist" in (await parent.chooses("Ja, wis alles"))["text"]
    await until(lambda: topic not in topics(server))


async def test_a_quick_exit_leaves_one_neutral_line(bot: Running, parent: Visitor) -> None:
    await parent.asks("/start")
    await parent.asks("ik word gepest")
    number = parent.says("/weg")
    await until(lambda: len(parent.heard()) == 1)
    assert parent.heard()[0]["text"].startswith("Hallo.")
    assert parent.buttons() == []
    assert number not in parent.chat.messages


async def test_a_deleted_topic_loses_no_line(bot: Running, parent: Visitor, server: PlaygroundServer) -> None:
    topic = await asks_for_a_human(parent, server)
    anouk, _ = staff(server)
    anouk.deletes_topic(topic)
    parent.says("is daar nog iemand")
    await until(lambda: any("is daar nog iemand" in text for text in anouk.sees()))
    await until(lambda: len(topics(server)) == 1)
    (again,) = topics(server)
    parent.says("ik typ verder")
    await until(lambda: any("ik typ verder" in text for text in anouk.sees(again)))


async def test_a_group_without_topics_works_through_replies(server: PlaygroundServer, tmp_path: Path) -> None:
    group = server.world.chats[server.staff_chat]
    group.forum = False
    running = Running(server, tmp_path, write_content(tmp_path / "content"))
    await running.start()
    try:
        person = Visitor(server.world, Person(id=6_100_000_777, first_name="Yara"))
        await person.asks("/mens")
        await person.chooses("Ja, doorgeven")
        anouk, _ = staff(server)
        await until(lambda: any("Wacht" in text for text in anouk.sees()))
        anouk.taps("Oppakken")
        await until(lambda: any("Er is een medewerker" in m.get("text", "") for m in person.heard()))
        person.says("hallo, is daar iemand")
        await until(lambda: any("is daar iemand" in text for text in anouk.sees()))
        line = next(n for n, m in group.messages.items() if "is daar iemand" in str(m.get("text")))
        anouk.says("gewoon praat in de groep")
        anouk.says("Ja hoor, ik ben er.", reply_to=line)
        await until(lambda: any("ik ben er" in m.get("text", "") for m in person.heard()))
        assert not any("gewoon praat" in m.get("text", "") for m in person.heard())
    finally:
        await running.stop()


async def test_three_people_two_staff_and_a_tight_group(tmp_path: Path) -> None:
    """Telegram's own limit of twenty a minute for a group; the bot stays below it and loses nothing."""
    async with PlaygroundServer(Options(limits=FloodLimits())) as server:
        running = Running(server, tmp_path, write_content(tmp_path / "content"))
        await running.start()
        try:
            people = [Visitor(server.world, Person(id=6_100_001_000 + n, first_name=f"P{n}")) for n in range(3)]
            topics_of = [await asks_for_a_human(person, server) for person in people]
            anouk, bram = staff(server)
            for number, topic in enumerate(topics_of):
                (anouk, bram)[number % 2].taps("Oppakken", topic)
            for person in people:
                await until(lambda p=person: any("Er is een medewerker" in m.get("text", "") for m in p.heard()))  # type: ignore[misc]
            for number in range(4):
                for person in people:
                    person.says(f"regel {number}")
            people[2].says("ik wil dood")
            await until(lambda: any("Bel 112" in m.get("text", "") for m in people[2].heard()))
            for topic in topics_of:
                await until(lambda t=topic: "regel 3" in " ".join(anouk.sees(t)))  # type: ignore[misc]
                shown = " ".join(anouk.sees(topic))
                places = [shown.index(f"regel {number}") for number in range(4)]
                assert places == sorted(places)
            refused = [request for request in server.requests if request.error and "Too Many" in request.error]
            assert refused == []
        finally:
            await running.stop()
