"""The chat page over the wire: what it shows at the start, what it does, and what it refuses."""

import base64
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.playground import Options, PlaygroundServer
from bot.playground.people import STAFF_GROUP_ID

pytestmark = pytest.mark.asyncio
PARENT = 6_100_000_017
ANOUK = 5_120_001_337
PNG = b"\x89PNG\r\n\x1a\n"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer(Options(page=True)) as running:
        yield running


@pytest_asyncio.fixture
async def browser(server: PlaygroundServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=server.url) as session:
        yield session


async def act(browser: aiohttp.ClientSession, **action: Any) -> tuple[int, dict[str, Any]]:
    async with browser.post("/playground/api/act", json=action) as answer:
        return answer.status, await answer.json()


async def heard(live: aiohttp.ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    while True:
        event = await live.receive_json(timeout=5)
        if event["kind"] == kind:
            return dict(event)


async def test_the_page_and_its_files_are_served(browser: aiohttp.ClientSession) -> None:
    for path, kind in (("/", "text/html"), ("/page/style.css", "text/css"), ("/page/page.js", "text/javascript")):
        async with browser.get(path) as answer:
            assert (answer.status, answer.content_type) == (200, kind)
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for path in ("/page/missing.js", "/page/..%2Fserver.py", "/page/..%2Fpage%2Fpage.js"):
        async with browser.get(path) as answer:
            assert answer.status == 404


async def test_a_snapshot_first_and_then_every_change(server: PlaygroundServer, browser: aiohttp.ClientSession) -> None:
    async with browser.ws_connect("/playground/live") as live:
        snapshot = await live.receive_json(timeout=5)
        assert snapshot["kind"] == "snapshot"
        assert {role: one["name"] for role, one in snapshot["visitors"].items()} == {
            "parent": "Fatima",
            "youth": "Daan",
        }
        assert [one["name"] for one in snapshot["group"]["members"]] == ["Anouk", "Bram"]
        assert await act(browser, who="parent", do="say", text=" hallo ") == (200, {"ok": True, "press": None})
        event = await heard(live, "message")
        assert (event["chat"], event["message"]["text"]) == (PARENT, "hallo")
        assert server.world.updates[-1]["message"]["text"] == "hallo"


async def test_a_press_carries_its_id(server: PlaygroundServer, browser: aiohttp.ClientSession) -> None:
    chat = server.world.chats[PARENT]
    keyboard = {"inline_keyboard": [[{"text": "Menu", "callback_data": "menu"}]]}
    message = server.world.post(chat, {"from": server.world.bot, "text": "Kies", "reply_markup": keyboard})
    press: dict[str, Any] = {"who": "parent", "do": "press", "message_id": message["message_id"]}
    status, answer = await act(browser, **press, data="menu")
    assert status == 200
    assert server.world.updates[-1]["callback_query"]["id"] == answer["press"]
    assert (await act(browser, **press, data="zelf verzonnen"))[0] == 400


async def test_an_edit_forgets_the_old_entities(server: PlaygroundServer, browser: aiohttp.ClientSession) -> None:
    await act(browser, who="parent", do="say", text="/start nu")
    number = max(server.world.chats[PARENT].messages)
    assert (await act(browser, who="parent", do="edit", message_id=number, text="toch niet"))[0] == 200
    changed = server.world.chats[PARENT].messages[number]
    assert changed["text"] == "toch niet"
    assert "entities" not in changed


async def test_a_new_person_has_an_empty_chat(browser: aiohttp.ClientSession) -> None:
    async with browser.ws_connect("/playground/live") as live:
        await act(browser, who="youth", do="say", text="hoi")
        await act(browser, who="youth", do="reset")
        await heard(live, "snapshot")
        snapshot = await heard(live, "snapshot")
        assert snapshot["visitors"]["youth"]["messages"] == []
        assert snapshot["visitors"]["youth"]["chat"] != 6_100_000_934


async def test_staff_write_in_a_topic_and_delete_it(server: PlaygroundServer, browser: aiohttp.ClientSession) -> None:
    who = f"staff:{ANOUK}"
    body = {"chat_id": STAFF_GROUP_ID, "name": "Vraag 12"}
    async with browser.post(f"/bot{server.token}/createForumTopic", json=body) as answer:
        topic = (await answer.json())["result"]["message_thread_id"]
    assert (await act(browser, who=who, do="say", text="Ik pak hem op", topic=topic))[0] == 200
    assert server.world.updates[-1]["message"]["message_thread_id"] == topic
    assert (await act(browser, who=who, do="delete_topic", topic=topic))[0] == 200
    assert (await act(browser, who=who, do="say", text="Nog iets", topic=topic))[0] == 400


async def test_a_photo_can_be_seen_and_a_reaction_is_kept(
    server: PlaygroundServer, browser: aiohttp.ClientSession
) -> None:
    await act(browser, who="parent", do="photo", file=base64.b64encode(PNG).decode())
    message = list(server.world.chats[PARENT].messages.values())[-1]
    async with browser.get(f"/playground/picture/{message['photo'][0]['file_id']}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", PNG)
    await act(browser, who="parent", do="react", message_id=message["message_id"], emoji="👍")
    async with browser.ws_connect("/playground/live") as live:
        snapshot = await live.receive_json(timeout=5)
        assert snapshot["visitors"]["parent"]["reactions"] == {str(message["message_id"]): "👍"}


@pytest.mark.parametrize(
    "action",
    [
        {},
        {"who": "parent", "do": "vliegen"},
        {"who": "niemand", "do": "say", "text": "hoi"},
        {"who": "staff:12", "do": "say", "text": "hoi"},
        {"who": f"staff:{ANOUK}", "do": "delete_topic"},
        {"who": "parent", "do": "say", "text": "  "},
        {"who": "parent", "do": "say", "text": "a" * 4097},
        {"who": "parent", "do": "edit", "message_id": 999_999, "text": "hoi"},
        {"who": "parent", "do": "edit", "message_id": [], "text": "hoi"},
        {"who": "parent", "do": "edit", "message_id": float("inf"), "text": "hoi"},
        {"who": "parent", "do": "react", "message_id": 999_999, "emoji": "👍"},
        {"who": "parent", "do": "photo", "file": "geen base64!"},
        {"who": "parent", "do": "unblock"},
    ],
)
async def test_what_cannot_be_done_is_refused_in_plain_words(
    server: PlaygroundServer, browser: aiohttp.ClientSession, action: dict[str, Any]
) -> None:
    status, answer = await act(browser, **action)
    assert status == 400
    assert answer["words"].endswith(".")
    assert server.world.updates == []


@pytest.mark.parametrize("body", ["", "geen json", "[]", "null", "7"])
async def test_an_unreadable_action_is_refused(browser: aiohttp.ClientSession, body: str) -> None:
    async with browser.post("/playground/api/act", data=body) as answer:
        assert answer.status == 400
        assert (await answer.json())["words"]
