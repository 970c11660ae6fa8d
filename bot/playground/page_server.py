"""The chat page: two phones and the staff group, live over a websocket."""

import asyncio
import base64
import binascii
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground.errors import BotApiError
from bot.playground.formatting import parse
from bot.playground.messages import file_object, keep_file
from bot.playground.people import STAFF_GROUP_ID, StaffMember, Visitor
from bot.playground.topics import topic_of
from bot.playground.world import Chat, Person, World

_PAGE = Path(__file__).parent / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_MOST_CHARACTERS = 4096
_FIRST = {"parent": (6_100_000_017, "Fatima"), "youth": (6_100_000_934, "Daan")}


class Refused(Exception):  # noqa: N818 - it is an answer to the page, not a fault
    """What somebody asked cannot be done; the words say why."""


class Page:
    """Serves the page and carries out what people do on it."""

    def __init__(self, world: World, web_port: int = 0) -> None:
        self._world = world
        self._web_port = web_port
        self._visitors = {
            role: Visitor(world, Person(id=number, first_name=name)) for role, (number, name) in _FIRST.items()
        }
        self._queues: set[asyncio.Queue[dict[str, Any]]] = set()
        self._sockets: set[web.WebSocketResponse] = set()
        self._reactions: dict[int, dict[int, str]] = {}
        self._next_person = 6_100_001_000
        world.listeners.append(self._heard)

    def add_to(self, application: web.Application) -> None:
        """Register the routes."""
        application.router.add_get("/", self._index)
        application.router.add_get("/page/{name}", self._file)
        application.router.add_get("/playground/picture/{name}", self._picture)
        application.router.add_get("/playground/live", self._live)
        application.router.add_post("/playground/api/act", self._act)
        application.on_shutdown.append(self._close)

    async def _close(self, _application: web.Application) -> None:
        for socket in list(self._sockets):
            await socket.close()

    async def _index(self, request: web.Request) -> web.StreamResponse:
        answer = _static(_PAGE / "index.html")
        answer.text = (answer.text or "").replace("{web_port}", str(self._web_port or ""))
        if self._web_port:
            chat = f"http://{request.url.host or '127.0.0.1'}:{self._web_port}"
            policy = _HEADERS["Content-Security-Policy"].replace("connect-src 'self'", f"connect-src 'self' {chat}")
            answer.headers["Content-Security-Policy"] = f"{policy}; frame-src {chat}"
        return answer

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = _PAGE / request.match_info["name"]
        if path.suffix not in _TYPES or path.parent != _PAGE or not path.is_file():
            raise web.HTTPNotFound
        return _static(path)

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        content = self._world.files.get(request.match_info["name"], b"")
        kind = next((kind for start, kind in _PICTURES.items() if content.startswith(start)), None)
        if kind is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type=kind, headers=_HEADERS)

    async def _live(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        queue.put_nowait(self._snapshot())
        self._queues.add(queue)
        self._sockets.add(socket)
        writing = asyncio.create_task(_write(socket, queue))
        try:
            async for _message in socket:
                pass
        finally:
            self._queues.discard(queue)
            self._sockets.discard(socket)
            writing.cancel()
        return socket

    def _heard(self, event: dict[str, Any]) -> None:
        if event["kind"] == "reaction":
            self._reactions.setdefault(event["chat"], {})[event["message_id"]] = event["emoji"]
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
                    "reactions": self._reactions.get(visitor.chat.id, {}),
                }
                for role, visitor in self._visitors.items()
            },
            "group": {
                "chat": group.id,
                "title": group.title,
                "topics": topics,
                "messages": list(group.messages.values()),
                "reactions": self._reactions.get(group.id, {}),
                "members": [{"id": member.id, "name": member.first_name} for member in group.members.values()],
            },
            "commands": self._world.commands.get("", []),
        }

    async def _act(self, request: web.Request) -> web.StreamResponse:
        try:
            press = self._carry_out(await request.json())
        except Refused as refused:
            return web.json_response({"ok": False, "words": str(refused)}, status=400)
        except BotApiError:
            return web.json_response({"ok": False, "words": "Dat bestaat niet meer. Ververs de pagina."}, status=400)
        except (LookupError, TypeError, ValueError, OverflowError, RecursionError):
            return web.json_response({"ok": False, "words": "Dit kan niet. Ververs de pagina."}, status=400)
        return web.json_response({"ok": True, "press": press})

    def _carry_out(self, action: Any) -> str | None:
        """Do it; returns the id of the press if a button was pressed."""
        if not isinstance(action, dict):
            raise Refused("Dit verzoek is niet te lezen. Ververs de pagina.")
        who, verb = str(action.get("who", "")), str(action.get("do", ""))
        if who.startswith("staff:"):
            group = self._world.chats[STAFF_GROUP_ID]
            number = who.removeprefix("staff:")
            member = group.members.get(int(number)) if number.isdecimal() else None
            if member is None:
                raise Refused("Deze medewerker bestaat niet.")
            does = self._by_staff(StaffMember(self._world, member), action)
        elif who in self._visitors:
            does = self._by_visitor(who, action)
        else:
            raise Refused("Kies eerst wie dit doet.")
        if verb not in does:
            raise Refused("Deze handeling bestaat niet.")
        result = does[verb]()
        return result if verb == "press" and isinstance(result, str) else None

    def _by_visitor(self, role: str, action: dict[str, Any]) -> dict[str, Callable[[], object]]:
        visitor = self._visitors[role]
        chat = visitor.chat
        return {
            "say": lambda: visitor.says(_words(action), _reply(action)),
            "edit": lambda: self._edit(chat, visitor.person, action),
            "press": lambda: visitor.presses(_pressed(chat, action), str(action["data"])),
            "react": lambda: visitor.reacts(_message(chat, action)["message_id"], _emoji(action)),
            "photo": lambda: visitor.sends("photo", _bytes(action), str(action.get("text") or "")),
            "voice": lambda: visitor.sends("voice"),
            "sticker": lambda: visitor.sends("sticker"),
            "block": lambda: _once(not chat.blocked, visitor.blocks),
            "unblock": lambda: _once(chat.blocked, visitor.unblocks),
            "reset": lambda: self._reset(role),
        }

    def _by_staff(self, member: StaffMember, action: dict[str, Any]) -> dict[str, Callable[[], object]]:
        group = member.group
        return {
            "say": lambda: member.says(_words(action), _topic(group, action), _reply(action)),
            "edit": lambda: self._edit(group, member.person, action),
            "press": lambda: member.presses(_pressed(group, action), str(action["data"])),
            "react": lambda: self._react(group, member.person, action),
            "photo": lambda: self._post_photo(group, member.person, action),
            "delete_topic": lambda: member.deletes_topic(_topic(group, action) or 0),
        }

    def _reset(self, role: str) -> None:
        """A new person takes the phone; the old chat is gone from the page."""
        self._next_person += 61
        name = self._visitors[role].person.first_name
        self._visitors[role] = Visitor(self._world, Person(id=self._next_person, first_name=name))
        self._heard(self._snapshot())

    def _edit(self, chat: Chat, person: Person, action: dict[str, Any]) -> None:
        """Change an own text; its old entities no longer fit."""
        old = _message(chat, action)
        if old.get("from", {}).get("id") != person.id or "text" not in old:
            raise Refused("Je kunt alleen je eigen tekst aanpassen.")
        text, entities = parse(_words(action), None)
        message = {name: value for name, value in old.items() if name != "entities"}
        message |= {"text": text, "edit_date": int(self._world.now()), **({"entities": entities} if entities else {})}
        chat.messages[message["message_id"]] = message
        self._world.tell({"kind": "edited", "chat": chat.id, "message": message})
        self._world.update("edited_message", message)

    def _react(self, chat: Chat, person: Person, action: dict[str, Any]) -> None:
        number, emoji = _message(chat, action)["message_id"], _emoji(action)
        self._world.tell({"kind": "reaction", "chat": chat.id, "message_id": number, "emoji": emoji})
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        body = {"chat": chat.short(), "message_id": number, "user": person.user(), "date": int(self._world.now())}
        self._world.update("message_reaction", {**body, "old_reaction": [], "new_reaction": new})

    def _post_photo(self, group: Chat, person: Person, action: dict[str, Any]) -> None:
        photo = file_object("photo", keep_file(self._world, _bytes(action)), self._world)
        message: dict[str, Any] = {"from": person.user(), "photo": photo}
        topic = _topic(group, action)
        if topic is not None:
            message |= {"message_thread_id": topic, "is_topic_message": True}
        self._world.update("message", self._world.post(group, message))


def _static(path: Path) -> web.Response:
    return web.Response(
        text=path.read_text(encoding="utf-8"), content_type=_TYPES[path.suffix], charset="utf-8", headers=_HEADERS
    )


def _message(chat: Chat, action: dict[str, Any]) -> dict[str, Any]:
    found = chat.messages.get(int(action.get("message_id") or 0))
    if found is None:
        raise Refused("Dit bericht bestaat niet meer.")
    return found


def _pressed(chat: Chat, action: dict[str, Any]) -> dict[str, Any]:
    """The message whose button was pressed."""
    message = _message(chat, action)
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if all(button.get("callback_data") != action.get("data") for row in rows for button in row):
        raise Refused("Deze knop bestaat niet meer.")
    return message


def _topic(group: Chat, action: dict[str, Any]) -> int | None:
    number = int(action.get("topic") or 0)
    return topic_of(group, number).id if number or action.get("do") == "delete_topic" else None


def _reply(action: dict[str, Any]) -> int | None:
    return int(action["reply_to"]) if action.get("reply_to") else None


def _words(action: dict[str, Any]) -> str:
    text = str(action.get("text") or "").strip()
    if not text:
        raise Refused("Typ eerst een bericht.")
    if len(text) > _MOST_CHARACTERS:
        raise Refused(f"Dit bericht is te lang. Telegram neemt hoogstens {_MOST_CHARACTERS} tekens aan.")
    return text


def _emoji(action: dict[str, Any]) -> str:
    emoji = str(action.get("emoji") or "")
    if len(emoji) > 8:
        raise Refused("Kies één emoji.")
    return emoji


def _bytes(action: dict[str, Any]) -> bytes:
    try:
        content = base64.b64decode(str(action.get("file") or ""), validate=True)
    except binascii.Error:
        content = b""
    if not content:
        raise Refused("Deze foto is niet te lezen.")
    return content


def _once(possible: bool, deed: Callable[[], None]) -> None:
    if not possible:
        raise Refused("Dat was al zo.")
    deed()


async def _write(socket: web.WebSocketResponse, queue: asyncio.Queue[dict[str, Any]]) -> None:
    try:
        while True:
            await socket.send_json(await queue.get())
    except ConnectionError:
        return


def add_page(application: web.Application, world: World, web_port: int = 0) -> None:
    """Serve the page from this application."""
    Page(world, web_port).add_to(application)
