"""The little world behind the server: people, chats, topics, messages, and updates that wait for the bot."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import BotApiError, bad_request, forbidden

BOT_ID = 7_000_000_001
DEFAULT_UPDATES = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})
"""What Telegram sends when a bot does not say which kinds it wants."""
PRESS_LIVES = 150.0
"""Seconds a button press can be answered and is kept for the bot (tdlib, Client.cpp)."""
DELETE_WITHIN = 48 * 3600
FIRST_UPDATE = 480_000_001


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "nl"

    def user(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if getattr(self, name):
                user[name] = getattr(self, name)
        return user


@dataclass(slots=True, kw_only=True)
class Topic:
    """A topic of a forum."""

    id: int
    name: str
    icon_color: int = 7_322_096
    icon: str = ""
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True, kw_only=True)
class Chat:
    """A private chat or the staff group."""

    id: int
    person: Person | None = None
    title: str = ""
    forum: bool = False
    rights: set[str] = field(default_factory=set)
    """Administrator rights of the bot; empty when it is an ordinary member."""
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, Person] = field(default_factory=dict)
    next_message: int = 1
    started: bool = False
    blocked: bool = False
    removed: bool = False
    moved_to: int | None = None

    @property
    def private(self) -> bool:
        """Whether this is a chat with one person."""
        return self.person is not None

    def short(self) -> dict[str, Any]:
        """The Chat object inside messages."""
        if self.person is not None:
            chat: dict[str, Any] = {"id": self.id, "type": "private", "first_name": self.person.first_name}
            for name in ("last_name", "username"):
                if getattr(self.person, name):
                    chat[name] = getattr(self.person, name)
            return chat
        chat = {"id": self.id, "type": "supergroup", "title": self.title}
        return {**chat, "is_forum": True} if self.forum else chat


@dataclass(slots=True, kw_only=True)
class Press:
    """A button press that can still be answered."""

    id: str
    at: float
    answered: bool = False
    answer: str = ""


Listener = Callable[[dict[str, Any]], None]


class World:
    """Everything that exists; listeners hear every change."""

    def __init__(self, bot_name: str = "Steunpunt") -> None:
        self.bot = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": bot_name,
            "username": "steunpunt_demo_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }
        self.chats: dict[int, Chat] = {}
        self.updates: list[dict[str, Any]] = []
        self.arrived = asyncio.Event()
        self.allowed = DEFAULT_UPDATES
        self.presses: dict[str, Press] = {}
        self.files: dict[str, bytes] = {}
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.listeners: list[Listener] = []
        self.clock_ahead = 0.0
        self._next_update = FIRST_UPDATE
        self._next_press = 4_820_000_000_000_001
        self._expires: dict[int, float] = {}

    def now(self) -> float:
        """Seconds since 1970 on the server's own clock, which tests may move."""
        return time.time() + self.clock_ahead

    def add_person(self, person: Person) -> Chat:
        """A person and the (not yet started) chat with the bot."""
        chat = Chat(id=person.id, person=person, next_message=person.id % 700 + 11)
        self.chats[chat.id] = chat
        return chat

    def add_group(self, chat: Chat) -> Chat:
        """A group the bot is in."""
        self.chats[chat.id] = chat
        return chat

    def chat(self, chat_id: int | str) -> Chat:
        """The chat a request names, if the bot may speak there."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to is not None:
            raise BotApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": chat.moved_to},
            )
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.removed:
            raise forbidden("bot was kicked from the supergroup chat")
        if chat.private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(self, chat: Chat, message: dict[str, Any]) -> dict[str, Any]:
        """Put a message in a chat and tell the listeners; gives it its number and time."""
        message = {"message_id": chat.next_message, "date": int(self.now()), "chat": chat.short(), **message}
        chat.next_message += 1
        chat.messages[message["message_id"]] = message
        self.tell({"kind": "message", "chat": chat.id, "message": message})
        return message

    def message(self, chat: Chat, number: int, verb: str) -> dict[str, Any]:
        """A message of a chat, or Telegram's error for what was wanted of it."""
        found = chat.messages.get(number)
        if found is None:
            raise bad_request(f"message to {verb} not found")
        return found

    def update(self, kind: str, body: dict[str, Any]) -> dict[str, Any] | None:
        """Queue an update for the bot, unless it does not want this kind."""
        if kind not in self.allowed:
            return None
        return self.queue({kind: body})

    def queue(self, body: dict[str, Any]) -> dict[str, Any]:
        """Queue any update, also a broken one."""
        update = {"update_id": self._next_update, **body}
        self._next_update += 1
        if "callback_query" in body:
            self._expires[update["update_id"]] = self.now() + PRESS_LIVES
        self.updates.append(update)
        self.arrived.set()
        return update

    def open_updates(self, offset: int | None, limit: int) -> list[dict[str, Any]]:
        """Updates from ``offset`` on; everything before it counts as received and is gone."""
        now = self.now()
        if offset is not None and offset < 0:
            self.updates = self.updates[offset:]
        elif offset is not None:
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
        self.updates = [update for update in self.updates if self._expires.get(update["update_id"], now) >= now]
        if not self.updates:
            self.arrived.clear()
        return self.updates[:limit]

    def new_press(self) -> Press:
        """A fresh press id."""
        press = Press(id=str(self._next_press), at=self.now())
        self._next_press += 7
        self.presses[press.id] = press
        return press

    def tell(self, event: dict[str, Any]) -> None:
        """Tell whoever watches."""
        for listener in list(self.listeners):
            listener(event)
