"""Nobody exposed: whatever people send, nothing that could say who they are reaches the group, the log or the disk."""

import asyncio
import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.telegram.composer import TelegramComposer
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import TelegramTranslator, raw_update
from bot.app.library import load_library
from bot.app.logging import RedactingFormatter
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.service.desk import Desk
from bot.service.records import Delivered, DeliveryResult
from tests.acceptance.content import write_content

STAFF_CHAT = -1_001_234_567_890
PERSON = {
    "id": 6_123_456_789,
    "is_bot": False,
    "first_name": "Zwanhilde",
    "last_name": "Querelius",
    "username": "zwanhilde_q",
    "language_code": "nl",
}
SECRETS = (
    "6123456789",
    "Zwanhilde",
    "Querelius",
    "zwanhilde_q",
    "0612345678",
    "06-12345678",
    "w.querelius@voorbeeld.nl",
)
ANOUK = {"id": 5_120_001_337, "is_bot": False, "first_name": "Anouk", "username": "anouk_dw"}
FORWARD = {"type": "user", "sender_user": PERSON, "date": 1}
WORDS = ("mijn", "zoon", "school", "thuis", "bel", "0612345678", "06-12345678", "w.querelius@voorbeeld.nl",
         "@zwanhilde_q", "help", "tlv", "?", "gesprek")  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
commands = st.sampled_from(
    ["/start", "/mens", "/menu", "/inzage", "/sos", "/stop", "/start jongere", "/privacy", "/weg"]
)
media = st.sampled_from(["photo", "voice", "video", "document", "sticker", "location", "contact"])
choices = st.sampled_from(
    ["deel:all", "deel:bare", "human", "einde", "menu", "wis:ja", "toon:5", "stuur:6", "faq:kind_thuis"]
)
actions = st.one_of(
    st.tuples(st.just("text"), texts),
    st.tuples(st.just("forward"), texts),
    st.tuples(st.just("command"), commands),
    st.tuples(st.just("media"), media),
    st.tuples(st.just("press"), choices),
    st.tuples(st.just("edit"), texts),
    st.tuples(st.just("staff"), texts),
    st.tuples(st.just("claim"), st.just("")),
    st.tuples(st.just("react"), st.sampled_from(["👍", ""])),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small library."""
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


def _content(kind: str) -> dict[str, Any]:
    file = {"file_id": "f", "file_unique_id": "u"}
    media: dict[str, dict[str, Any]] = {
        "photo": {"photo": [{**file, "width": 1, "height": 1}]},
        "voice": {"voice": {**file, "duration": 1}},
        "video": {"video": {**file, "width": 1, "height": 1, "duration": 1}},
        "document": {"document": {**file, "file_name": "Zwanhilde Querelius.pdf"}},
        "sticker": {
            "sticker": {**file, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
        },
        "location": {"location": {"latitude": 52.0, "longitude": 5.0}},
        "contact": {"contact": {"phone_number": "0612345678", "first_name": "Zwanhilde", "user_id": PERSON["id"]}},
    }
    return media[kind]


def updates(story: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """Raw Telegram updates, with everything Telegram sends along."""
    private = {"id": PERSON["id"], "type": "private", "first_name": "Zwanhilde", "username": "zwanhilde_q"}
    group = {"id": STAFF_CHAT, "type": "supergroup", "title": "Team", "is_forum": True}
    for number, (kind, value) in enumerate(story, start=1):
        message: dict[str, Any] = {"message_id": number, "date": 1, "chat": private, "from": PERSON}
        match kind:
            case "text" | "command":
                yield {"update_id": number, "message": {**message, "text": value}}
            case "forward":
                yield {"update_id": number, "message": {**message, "text": value, "forward_origin": FORWARD}}
            case "media":
                yield {"update_id": number, "message": {**message, **_content(value)}}
            case "edit":
                yield {"update_id": number, "edited_message": {**message, "text": value, "edit_date": 2}}
            case "press":
                yield {
                    "update_id": number,
                    "callback_query": {
                        "id": str(number),
                        "from": PERSON,
                        "chat_instance": "1",
                        "data": value,
                        "message": message,
                    },
                }
            case "react":
                new = [{"type": "emoji", "emoji": value}] if value else []
                reaction = {
                    "chat": private,
                    "message_id": 1,
                    "user": PERSON,
                    "date": 1,
                    "old_reaction": [],
                    "new_reaction": new,
                }
                yield {"update_id": number, "message_reaction": reaction}
            case "staff":
                topic = {"message_thread_id": 7, "is_topic_message": True}
                yield {
                    "update_id": number,
                    "message": {"message_id": number, "date": 1, "chat": group, "from": ANOUK, "text": value, **topic},
                }
            case "claim":
                yield {"update_id": number, "claim": True}


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(RedactingFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


async def play(story: list[tuple[str, str]], folder: Path, library: Library) -> tuple[list[str], bytes, str]:
    """Requests to the group, every byte on disk, and the log."""
    path = folder / "proof.sqlite"
    for old in folder.glob("proof.sqlite*"):
        old.unlink()
    database = Database(f"sqlite:///{path}")
    await database.migrate()
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)

    def clock() -> datetime:
        return now

    log = _Log()
    logging.getLogger("bot").addHandler(log)
    try:
        vault = await open_key_ring(database, [new_secret_key()])
        identity = Identity(vault)
        store = SqlStore(database, vault, clock, state_lifetime=timedelta(hours=24))
        desk = Desk(
            store,
            TelegramTranslator(identity, StaffChat(STAFF_CHAT)),
            TelegramComposer(identity, StaffChat(STAFF_CHAT)),
            Conversing(library),
            clock,
            stored=lambda: None,
            signal=asyncio.Event(),
        )
        sent: list[str] = []
        claim = ""
        offered: list[str] = []
        for number, update in enumerate(updates(story), start=1):
            if update.pop("claim", False):
                if not claim:
                    continue
                group = {"id": STAFF_CHAT, "type": "supergroup", "is_forum": True}
                update["callback_query"] = {
                    "id": str(number), "from": ANOUK, "chat_instance": "1", "data": claim,
                    "message": {"message_id": 900, "date": 1, "chat": group},
                }  # fmt: skip
            press = update.get("callback_query", {})
            if press.get("data") == "deel:all" and offered:
                press["data"] = offered[-1]
            await store.receive([raw_update(update, identity)])
            while await desk.handle_batch():
                pass
            for message in await _send_all(store, number, offered):
                sent.append(message)
                if "s-pak:" in message:
                    claim = "s-pak:" + message.split("s-pak:")[1][:10]
        await database.close()
        disk = b"".join(file.read_bytes() for file in sorted(folder.glob("proof.sqlite*")))
        return sent, disk, "\n".join(log.lines)
    finally:
        logging.getLogger("bot").removeHandler(log)
        await database.close()


async def _send_all(store: SqlStore, number: int, offered: list[str]) -> list[str]:
    """Everything that waits for the group, as its parameters; each is marked as sent. ``offered`` gets the yeses."""
    found: list[str] = []
    while True:
        async with store.deliveries() as unit:
            heads = await unit.heads(50, without=())
            for order, head in enumerate(heads):
                result = 7 if head.message.method == "create_forum_topic" else 1000 * number + len(found) + order
                offered += re.findall(r"deel:all_[0-9a-f]{8}", json.dumps(head.message.parameters))
                if head.message.group:
                    # Where a copy comes from is told to Telegram only; the group never sees it.
                    shown = {k: v for k, v in head.message.parameters.items() if k != "from_chat_id"}
                    found.append(json.dumps(shown, ensure_ascii=False))
                unit.record(DeliveryResult(waiting=head, outcome=Delivered.SENT, message_id=result))
            if not heads:
                return found


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(actions, max_size=12).map(
        lambda story: [("command", "/start"), ("command", "/mens"), ("press", "deel:all"), ("claim", ""), *story]
    )
)
def test_no_name_number_or_word_leaks(library: Library, tmp_path: Path, story: list[tuple[str, str]]) -> None:
    sent, disk, log = asyncio.run(play(story, tmp_path, library))
    shown_after_yes = any(kind == "press" and value.startswith("toon:") for kind, value in story)
    for secret in SECRETS:
        for request in sent:
            # A message copied after the person said "show it" holds their words; a copy names only its number here.
            assert secret not in request or shown_after_yes
        assert secret not in log
        assert secret.encode() not in disk
    for word in ("mijn zoon", "gesprek help"):
        assert word.encode() not in disk
        assert word not in log


def test_the_proof_would_notice_a_leak(library: Library, tmp_path: Path) -> None:
    """What the person writes without personal data does reach the group: the search looks at real requests."""
    story = [("command", "/start"), ("command", "/mens"), ("press", "deel:all"), ("text", "mijn zoon zit thuis")]
    sent, _, _ = asyncio.run(play(story, tmp_path, library))
    assert any("mijn zoon zit thuis" in request for request in sent)
