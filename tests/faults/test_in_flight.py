"""A database of an earlier version, stopped in the middle of its work: whatever was waiting is finished by this one."""

import base64
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.adapters.storage.database import Database
from bot.adapters.storage.store import open_key_ring
from bot.adapters.telegram.identity import Identity, Place
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.faults.conftest import Home
from tests.storage.test_migrations import VERSIONS, to_version
from tests.waiting import until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]
SHEET = b"%PDF-1.4 gemaakt door een eerdere versie"


class Earlier:
    """Writes rows as a version before wrote them; the words stand here as they stood in its rows."""

    def __init__(self, home: Home, folder: Path) -> None:
        self.home = home
        self.database = Database(f"sqlite:///{folder}/bot.sqlite")
        self.now = int(home.now().timestamp() * 1_000_000)

    async def write(self, version: str, parent: Visitor, other: Visitor, guests: list[dict[str, Any]]) -> None:
        """A message, a document and an answer that were waiting, alarms that were set, and a talk in the middle."""
        async with self.database.transaction() as connection:
            await connection.run_sync(to_version, version)
        vault = await open_key_ring(self.database, [self.home.key])
        identity = Identity(vault)
        place = Place(chat=parent.person.id, thread=None, private=True)
        staff = self.home.server.staff_chat
        nobody = {"visitor": "", "address": "", "lane": identity.destination(staff), "language": None}
        origin = {
            "visitor": identity.visitor(parent.person.id),
            "address": identity.seal(parent.person.id),
            "lane": identity.lane(place),
            "language": "nl",
        }
        menu = {"inline_keyboard": [[{"text": "Wat kan ik vragen?", "callback_data": "menu"}]]}
        waiting = [
            ("send_message", {"text": "Dit stond klaar.", "parse_mode": "HTML", "reply_markup": menu}),
            ("send_document", {"document": {"name": "gespreksblad.pdf", "@file": base64.b64encode(SHEET).decode()}}),
        ]
        async with self.database.transaction() as connection:
            for number, (method, parameters) in enumerate(waiting):
                await connection.execute(
                    text(
                        "INSERT INTO outbox (key, destination, is_group, priority, on_unknown, method, sealed_address, "
                        "sealed, status, tries, uncertain, not_before, created_at, reason) VALUES (:key, :lane, 0, 2, "
                        "'resend_few', :method, :address, :sealed, :status, 0, 0, :now, :now, '')"
                    ),
                    {
                        "key": f"telegram:1/{number}",
                        "lane": origin["lane"],
                        "method": method,
                        "address": origin["address"],
                        "sealed": vault.seal(json.dumps(parameters)),
                        # The first of them was under way when the process died.
                        "status": "waiting" if number else "sending",
                        "now": self.now,
                    },
                )
            for source, lane, payload in (
                ("telegram:900001", identity.lane(Place(chat=other.person.id, thread=None, private=True)), guests[0]),
                ("left:x", origin["lane"], {"left": True, "origin": origin}),
                ("settled:y", origin["lane"], {"settled": LOST_CARD, "lane": origin["lane"]}),
            ):
                await connection.execute(
                    text(
                        "INSERT INTO inbox (source, lane, status, sealed, received_at, next_at, tries, reason) "
                        "VALUES (:source, :lane, 'new', :sealed, :now, :now, 0, '')"
                    ),
                    {"source": source, "lane": lane, "sealed": vault.seal(json.dumps(payload)), "now": self.now},
                )
            for name, of in (("rapport", nobody), ("herinner:weg:stap", origin), ("wachten:h1", origin)):
                await connection.execute(
                    text("INSERT INTO timer (lane, name, due, sealed) VALUES (:lane, :name, :due, :sealed)"),
                    {
                        "lane": of["lane"],
                        "name": name,
                        "due": self.now,
                        "sealed": vault.seal(json.dumps({"timer": name, "origin": of})),
                    },
                )
            if version >= "002":
                talk = {"id": "h1", "alias": "Blauwe Vos", "visitor": origin["visitor"], "address": origin["address"],
                        "lane": origin["lane"], "status": "waiting", "language": "nl", "topic": None,
                        "topic_key": "topic/h1", "audience": "ouder", "asked_at": asked(self.home)}  # fmt: skip
                await connection.execute(
                    text(
                        "INSERT INTO record (kind, key, is_open, visitor, topic, version, sealed) "
                        "VALUES ('handoff', 'h1', 1, :visitor, 0, 1, :sealed)"
                    ),
                    {"visitor": origin["visitor"], "sealed": vault.seal(json.dumps(talk))},
                )
        await self.database.close()


LOST_CARD = {"handoff": "weg", "what": "card", "result": 5, "reason": "", "message": None}


def asked(home: Home) -> str:
    return (home.now() - timedelta(minutes=20)).isoformat()


@pytest.mark.parametrize("version", VERSIONS)
async def test_what_an_earlier_version_left_waiting_is_finished(
    version: str, home: Home, parent: Visitor, server: PlaygroundServer, tmp_path: Path
) -> None:
    other = Visitor(server.world, Person(id=6_100_000_501, first_name="Sem", last_name="", username="sem501"))
    for person in (parent, other):
        person.says("eerder")
    question = {
        "update_id": 900_001,
        "message": {
            "message_id": 77,
            "date": 1,
            "chat": {"id": other.person.id, "type": "private"},
            "from": {"id": other.person.id, "is_bot": False, "first_name": "Sem"},
            "text": "hoe vraag ik een tlv aan",
        },
    }
    server.world.updates.clear()
    await Earlier(home, tmp_path).write(version, parent, other, [{"update": question}])
    anouk = StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))
    async with home.running():
        # The message and the document that were waiting, and what somebody asked.
        await until(lambda: any("Dit stond klaar." in message.get("text", "") for message in parent.heard()))
        await until(lambda: any("document" in message for message in parent.heard()))
        await until(lambda: any("De school vraagt" in message.get("text", "") for message in other.heard()))
        (name,) = [message["document"]["file_id"] for message in parent.heard() if "document" in message]
        assert server.world.files[name] == SHEET
        # The alarms: the figures of Monday, made by this version from what the earlier one asked for.
        group = server.world.chats[server.staff_chat]
        await until(lambda: any("document" in message for message in group.messages.values()))
        if version >= "002":
            await until(lambda: any("niemand" in said for said in anouk.sees()))
        # A button under what an earlier version said.
        before = len(parent.heard())
        parent.taps("Wat kan ik vragen?")
        await until(lambda: len(parent.heard()) > before)
    with closing(sqlite3.connect(tmp_path / "bot.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM inbox WHERE status = 'aside'").fetchone() == (0,)
        assert database.execute("SELECT method, reason FROM outbox WHERE status = 'refused'").fetchall() == []
