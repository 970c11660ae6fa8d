"""The chat page: two phones and the staff group, live over a websocket."""

import asyncio
import base64
import binascii
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from bot.adapters.playground.errors import BotApiError
from bot.adapters.playground.people import STAFF_GROUP_ID, StaffMember, Visitor
from bot.adapters.playground.topics import topic_of
from bot.adapters.playground.world import Person, World

_PAGE = Path(__file__).parent / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_MOST_CHARACTERS = 4096
_FIRST = {"parent": Person(id=6_100_000_017, first_name="Fatima"), "youth": Person(id=6_100_000_934, first_name="Daan")}


class Page:
    """Serves the page and carries out what people do on it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._visitors = {role: Visitor(world, person) for role, person in _FIRST.items()}
        self._queues: set[asyncio.Queue[dict[str, Any]]] = set()
        self._next_person = 6_100_001_000
        world.listeners.append(self._heard)

    def add_to(self, application: web.Application) -> None:
        """Register the routes."""
        application.router.add_get("/", self._index)
        application.router.add_get("/page/{name}", self._file)
        application.router.add_get("/playground/live", self._live)
        application.router.add_post("/playground/api/act", self._act)

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        return web.Response(text=(_PAGE / "index.html").read_text(encoding="utf-8"), content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = _PAGE / request.match_info["name"]
        if path.suffix not in _TYPES or path.parent != _PAGE or not path.is_file():
            raise web.HTTPNotFound
        return web.Response(text=path.read_text(encoding="utf-8"), content_type=_TYPES[path.suffix])

    async def _live(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._queues.add(queue)
        try:
            await socket.send_json(self._snapshot())
            reader = asyncio.create_task(_until_closed(socket))
            while not reader.done():
                waiting = asyncio.create_task(queue.get())
                done, _ = await asyncio.wait({reader, waiting}, return_when=asyncio.FIRST_COMPLETED)
                if waiting not in done:
                    waiting.cancel()
                    break
                await socket.send_json(waiting.result())
        except ConnectionError:
            pass
        finally:
            self._queues.discard(queue)
        return socket

    def _heard(self, event: dict[str, Any]) -> None:
        for queue in self._queues:
            queue.put_nowait(event)

    def _snapshot(self) -> dict[str, Any]:
        group = self._world.chats[STAFF_GROUP_ID]
        topics = [
            {"id": topic.id, "name": topic.name, "closed": topic.closed, "deleted": topic.deleted}
            for topic in group.topics.values()
        ]
        return {
            "kind": "snapshot",
            "bot": self._world.bot["id"],
            "visitors": {
                role: {
                    "chat": visitor.chat.id,
                    "name": visitor.person.first_name,
                    "blocked": visitor.chat.blocked,
                    "messages": list(visitor.chat.messages.values()),
                }
                for role, visitor in self._visitors.items()
            },
            "group": {
                "chat": group.id,
                "title": group.title,
                "topics": topics,
                "messages": list(group.messages.values()),
                "members": [{"id": member.id, "name": member.first_name} for member in group.members.values()],
            },
            "commands": self._world.commands.get("", []),
        }

    async def _act(self, request: web.Request) -> web.StreamResponse:
        try:
            action = await request.json()
            if not isinstance(action, dict):
                raise TypeError  # noqa: TRY301 - answered below like every other wrong action
            self._carry_out(action)
        except (KeyError, LookupError, TypeError, ValueError, BotApiError) as error:
            words = error.description if isinstance(error, BotApiError) else "Dit kan niet. Ververs de pagina."
            return web.json_response({"ok": False, "words": words}, status=400)
        return web.json_response({"ok": True})

    def _carry_out(self, action: dict[str, Any]) -> None:
        who = str(action["who"])
        if who.startswith("staff:"):
            self._staff(int(who.removeprefix("staff:")), action)
        elif action["do"] == "reset":
            self._reset(who)
        else:
            _visitor(self._visitors[who], action)

    def _reset(self, role: str) -> None:
        """A new person takes the phone; the old chat is gone from the page."""
        self._next_person += 61
        name = self._visitors[role].person.first_name
        self._visitors[role] = Visitor(self._world, Person(id=self._next_person, first_name=name))
        self._heard(self._snapshot())

    def _staff(self, number: int, action: dict[str, Any]) -> None:
        group = self._world.chats[STAFF_GROUP_ID]
        member = StaffMember(self._world, group.members[number])
        match action["do"]:
            case "say":
                topic = action.get("topic")
                member.says(_words(action), int(topic) if topic else None, action.get("reply_to"))
            case "press":
                member.presses(group.messages[int(action["message_id"])], str(action["data"]))
            case "delete_topic":
                topic_of(group, int(action["topic"]))
                member.deletes_topic(int(action["topic"]))
            case _:
                raise ValueError


def _visitor(visitor: Visitor, action: dict[str, Any]) -> None:
    number = int(action.get("message_id") or 0)
    does: dict[str, Callable[[], object]] = {
        "say": lambda: visitor.says(_words(action), action.get("reply_to")),
        "edit": lambda: visitor.edits(number, _words(action)),
        "press": lambda: visitor.presses(visitor.chat.messages[number], str(action["data"])),
        "react": lambda: visitor.reacts(number, str(action.get("emoji", ""))),
        "photo": lambda: visitor.sends("photo", _bytes(action), str(action.get("text", ""))),
        "voice": lambda: visitor.sends("voice"),
        "sticker": lambda: visitor.sends("sticker"),
        "block": visitor.blocks,
        "unblock": visitor.unblocks,
    }
    does[str(action["do"])]()


def _words(action: dict[str, Any]) -> str:
    text = str(action["text"]).strip()
    if not 1 <= len(text) <= _MOST_CHARACTERS:
        raise ValueError
    return text


def _bytes(action: dict[str, Any]) -> bytes:
    try:
        return base64.b64decode(str(action.get("file", "")), validate=True) or b"foto"
    except binascii.Error as error:
        raise ValueError from error


async def _until_closed(socket: web.WebSocketResponse) -> None:
    async for message in socket:
        if message.type in (WSMsgType.CLOSE, WSMsgType.ERROR):
            return


def add_page(application: web.Application, world: World) -> None:
    """Serve the page from this application."""
    Page(world).add_to(application)
