"""What used to end in a line of the log while somebody waited: deleted cards, words and files refused (F14)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.adapters.telegram.rendering import MESSAGE_UNITS, messages
from bot.app.house import House
from bot.app.library import load_library
from bot.dialogue.cards import card, shared_apart
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.effects import EditStaff, SendStaff
from bot.domain.ids import Language, SealedAddress, StaffKey
from bot.domain.inbound import MessageSettled
from bot.handoff.record import StaffMember as Colleague
from bot.handoff.record import Status, Weight
from bot.handoff.room import Room
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import PlaygroundServer
from bot.testing.team import ANOUK, TOPIC, Team
from tests.acceptance.content import write_content
from tests.acceptance.test_desk import asks_for_a_human, staff
from tests.faults.test_relaying import shown, texts
from tests.waiting import until

HERE = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]
ODD = "Bad Request: MESSAGE_ODD"


def refuse(server: PlaygroundServer, chat: int, method: str = "sendMessage", times: int = 2) -> None:
    """With all that is around it, and bare: both are refused."""
    server.faults.add(Fault(kind=FaultKind.REFUSAL, method=method, chat=chat, body=ODD, times=times))


def deletes_card(server: PlaygroundServer, topic: int) -> None:
    """Staff delete the card by hand; Telegram tells nobody."""
    group = server.world.chats[server.staff_chat]
    (gone,) = shown(server, lambda m: m.get("message_thread_id") == topic and "Wacht" in m.get("text", ""))
    del group.messages[gone["message_id"]]


def claimed(parent: Visitor) -> bool:
    return "Er is een medewerker" in texts(parent)


def offers(anouk: StaffMember, label: str, topic: int | None = None) -> bool:
    return any(
        label in button["text"]
        for message in anouk.group.messages.values()
        if message.get("message_thread_id") == topic
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    )


class TestADeletedCard:
    """Whatever staff delete, the person who waits can be taken."""

    pytestmark = HERE

    async def test_comes_back_as_soon_as_anything_changes_on_it(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        topic = await asks_for_a_human(parent, server)
        anouk, _ = staff(server)
        deletes_card(server, topic)
        assert not offers(anouk, "Oppakken", topic)
        anouk.says("/prioriteit hoog", topic)
        await until(lambda: any("Wacht" in text for text in anouk.sees(topic)))
        anouk.taps("Oppakken", topic)
        await until(lambda: claimed(parent))
        await until(lambda: any("Opgepakt" in text for text in anouk.sees(topic)))

    async def test_is_not_needed_to_take_the_talk_from_the_queue(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        topic = await asks_for_a_human(parent, server)
        anouk, _ = staff(server)
        deletes_card(server, topic)
        anouk.says("/wachtrij")
        await until(lambda: offers(anouk, "Oppakken: "))
        anouk.taps("Oppakken: ")
        await until(lambda: claimed(parent))


class TestRefusedForGood:
    """Who waits for it hears so, in their own words."""

    pytestmark = HERE

    async def test_a_file_for_a_person(self, bot: House, parent: Visitor, server: PlaygroundServer) -> None:
        await parent.asks("/start ouder")
        refuse(server, parent.chat.id, "sendDocument")
        parent.says("/inzage")
        await until(lambda: "Het bestand kon ik niet sturen" in texts(parent))
        assert not any("document" in message for message in parent.heard())
        parent.says("/inzage")
        await until(lambda: any("document" in message for message in parent.heard()))

    async def test_a_caption_that_is_refused_leaves_the_file(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        refuse(server, parent.chat.id, "sendDocument", times=1)
        parent.says("/inzage")
        await until(lambda: any("document" in message for message in parent.heard()))
        assert "kon ik niet sturen" not in texts(parent)

    async def test_an_answer(self, bot: House, parent: Visitor, server: PlaygroundServer) -> None:
        await parent.asks("/start ouder")
        refuse(server, parent.chat.id)
        parent.says("hoe vraag ik een tlv aan")
        await until(lambda: "Mijn antwoord kwam niet aan" in texts(parent))
        assert "113" not in texts(parent).split("Mijn antwoord")[1]

    async def test_a_lifeline_is_said_once_more_in_its_shortest_form(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        await parent.asks("/start ouder")
        refuse(server, parent.chat.id)
        parent.says("ik wil dood")
        await until(lambda: "Mijn antwoord kwam niet aan" in texts(parent))
        said = texts(parent).split("Mijn antwoord")[1]
        assert "112" in said
        assert "113" in said

    async def test_what_says_so_is_not_reported_again(
        self, bot: House, parent: Visitor, server: PlaygroundServer
    ) -> None:
        await parent.asks("/start ouder")
        refuse(server, parent.chat.id, times=4)
        parent.says("hoe vraag ik een tlv aan")
        await until(lambda: not server.faults.waiting)
        parent.says("/sos")
        await until(lambda: "112" in texts(parent))
        assert "Mijn antwoord kwam niet aan" not in texts(parent)

    async def test_words_for_colleagues(self, bot: House, parent: Visitor, server: PlaygroundServer) -> None:
        anouk, _ = staff(server)
        refuse(server, server.staff_chat)
        anouk.says("/wachtrij")
        await until(lambda: any("kwam hier niet aan" in text for text in anouk.sees()))

    async def test_a_card(self, bot: House, parent: Visitor, server: PlaygroundServer) -> None:
        anouk, _ = staff(server)
        refuse(server, server.staff_chat)
        await parent.asks("/mens")
        parent.taps(next(label for label in parent.buttons() if label.startswith("Ja")))
        await until(lambda: any("kon ik niet plaatsen" in text for text in anouk.sees()))
        anouk.taps("Oppakken")
        await until(lambda: claimed(parent))

    async def test_a_warning_of_danger(self, bot: House, parent: Visitor, server: PlaygroundServer) -> None:
        anouk, _ = staff(server)
        refuse(server, server.staff_chat)
        parent.says("ik wil dood")
        await until(lambda: any("Kort nog eens" in text and "Signaal van gevaar" in text for text in anouk.sees()))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


def test_f14_a_card_is_one_message_whatever_was_shared_and_changes_on_it(small: Library) -> None:
    team = Team(small)
    long = tuple((f"Vraag {number}", "🙂 tekst met (tekens). " * 20) for number in range(12))
    handoff = replace(
        team.asks(),
        summary=long,
        urgent=True,
        theme="Een onderwerp met een lange naam " * 4,
        labels=("een label dat lang is" * 2,) * 5,
        weight=Weight.HIGH,
        call_back="06-12345678",
        language=Language("tr"),
    )
    there = [
        Colleague(
            key=StaffKey(f"{number:032}"), name=f"Collega nummer {number}", address=SealedAddress("x"),
            languages=(Language("tr"),),
        )
        for number in range(30)
    ]  # fmt: skip
    room = Room(staff={member.key: member for member in there}, handoffs={handoff.id: handoff})
    for status in Status:
        changed = replace(handoff, status=status, claimer=there[0].key if status is Status.CLAIMED else None)
        text, _ = card(small, room, changed, datetime(2026, 11, 23, 10, tzinfo=UTC))
        assert len(messages(text)) == 1
        assert "tekst met" not in text
    apart = messages(shared_apart(small, handoff))
    assert len(apart) > 1
    assert sum(piece.count("tekst met") for piece in apart) == 12 * 20
    assert MESSAGE_UNITS == 4096


def test_f14_what_is_short_stands_on_the_card(small: Library) -> None:
    team = Team(small)
    handoff = replace(team.asks(), summary=(("Leeftijd", "9"),))
    assert shared_apart(small, handoff) == ""
    assert "Leeftijd: 9" in card(small, team.room, handoff, team.now)[0]


def test_a_new_card_for_each_deleted_one_and_only_while_it_is_open(small: Library) -> None:
    team = Team(small)
    handoff = team.asks()
    team.happens(MessageSettled(handoff=handoff.id, what="card", result=70))
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    (edit,) = [effect for effect in team.effects if isinstance(effect, EditStaff)]
    assert edit.card == (handoff.id, handoff.lane)
    gone = MessageSettled(handoff=handoff.id, what="card-gone", reason="message-gone", message=edit.message)
    team.happens(gone)
    (fresh,) = [effect for effect in team.effects if isinstance(effect, SendStaff)]
    assert fresh.card == (handoff.id, handoff.lane)
    assert fresh.place.topic == TOPIC
    # Told twice of the same deletion: there is one new card.
    team.happens(gone)
    assert not team.effects
    team.happens(MessageSettled(handoff=handoff.id, what="card", result=71))
    team.presses(ANOUK, StaffKind.CLOSE, handoff.id)
    team.happens(replace(gone, message=team.handoff.card))
    assert not team.effects


def test_reminders_carry_the_button(small: Library) -> None:
    team = Team(small)
    handoff = team.asks()
    team.later(minutes=16)
    (reminder,) = [effect for effect in team.effects if isinstance(effect, SendStaff)]
    assert [button.choice for row in reminder.buttons for button in row] == [staff_choice(StaffKind.CLAIM, handoff.id)]
