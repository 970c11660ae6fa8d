"""Danger is heard at every door, and ahead of the queue of whoever is in it (F2 F17 O3)."""

import pytest

from bot.app.house import House
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.test_desk import staff
from tests.faults.test_relaying import texts
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


def alerts(server: PlaygroundServer) -> int:
    """Warnings in the group."""
    return sum("Signaal van gevaar" in text for text in staff(server)[0].sees())


@pytest.mark.parametrize(
    "words",
    [
        "/start ik wil dood",
        "/start@steunpunt_bot ik wil dood",
        "/zelfmoord",
        "/ik_wil_dood",
        "/hallo ik wil dood",
        "/menu ik wil dood",
        "/taal ik wil dood",
        "/wis ik wil dood",
        "/inzage ik wil dood",
        "/stop ik wil dood",
        "/mens ik wil dood",
        "/privacy ik wil dood",
    ],
)
async def test_f02_danger_behind_a_command_is_heard(
    bot: House, parent: Visitor, server: PlaygroundServer, words: str
) -> None:
    parent.says(words)
    await until(lambda: "113" in texts(parent))
    await until(lambda: alerts(server) == 1)


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "A", "file_unique_id": "a", "width": 9, "height": 9}], "caption": "ik wil dood"},
        {"voice": {"file_id": "A", "file_unique_id": "a", "duration": 3}, "caption": "ik wil dood"},
        {"video": {"file_id": "A", "file_unique_id": "a", "duration": 3, "width": 9, "height": 9},
         "caption": "ik wil dood"},
        {"audio": {"file_id": "A", "file_unique_id": "a", "duration": 3, "title": "ik wil dood"}},
        {"document": {"file_id": "A", "file_unique_id": "a", "file_name": "ik_wil_dood.pdf"}},
        {"poll": {
            "id": "1", "question": "ik wil dood", "total_voter_count": 0, "members_only": False,
            "allows_revoting": False,
            "options": [{"text": "ja", "voter_count": 0, "persistent_id": "a"}],
            "is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
        }},
        {"contact": {"phone_number": "0612345678", "first_name": "ik wil dood"}},
        {"venue": {"location": {"latitude": 52.1, "longitude": 5.1}, "title": "ik wil dood", "address": "hier"}},
        {"photo": [{"of_next_year": True}], "caption": "ik wil dood"},
        {"text": "ik wil dood", "entities": [{"type": "bold", "begin": 0}], "reply_to_message": {"message_id": 4}},
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}, "text": "ik wil dood"},
    ],
)  # fmt: skip
async def test_f02_danger_in_whatever_kind_of_message_is_heard(
    bot: House, parent: Visitor, server: PlaygroundServer, content: dict[str, object]
) -> None:
    parent.sends_raw(content)
    await until(lambda: "113" in texts(parent))
    await until(lambda: alerts(server) == 1)


async def test_f02_a_turn_that_fails_and_an_update_nobody_can_read_get_112_and_113_and_staff_hear(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start ouder", timeout=60)
    broken = {"message_id": 5, "date": "gisteren", "chat": parent.chat.short(), "from": parent.person.user(), "text": 7}
    server.world.queue({"message": broken})
    await until(lambda: "112" in texts(parent) and "113" in texts(parent))
    await until(lambda: any("kon ik niet verwerken" in text for text in staff(server)[0].sees()))


async def test_danger_of_somebody_who_sent_hundreds_of_messages_does_not_wait_behind_them(
    bot: House, parent: Visitor, server: PlaygroundServer
) -> None:
    """Their ordinary questions are still waiting when the answer to their danger is there."""
    server.faults.add(Fault(kind=FaultKind.DELAY_BEFORE, method="getUpdates", value=0.5))
    for number in range(400):
        parent.says(f"vraag {number}: hoe vraag ik een tlv aan")
    parent.says("ik wil dood")
    other = Visitor(server.world, Person(id=6_100_000_312, first_name="Sem"))
    other.says("hoe vraag ik een tlv aan")
    await until(lambda: "113" in texts(parent))
    assert len(parent.heard()) < 100
    await until(lambda: "De school vraagt de TLV" in texts(other))
    await until(lambda: alerts(server) == 1)
