"""What people do: write, tap, edit, react, send a photo, block the bot; and what staff do in their group."""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.playground.formatting import parse
from bot.playground.messages import file_object, keep_file
from bot.playground.topics import remove, topic_of
from bot.playground.world import Chat, Person, World

STAFF_GROUP_ID = -1_002_004_816_310
ALL_RIGHTS = frozenset({"can_manage_topics", "can_delete_messages", "can_pin_messages", "can_change_info"})


def staff_group() -> Chat:
    """The staff group: a forum in which the bot is administrator, with two members."""
    group = Chat(id=STAFF_GROUP_ID, title="Medewerkers steunpunt", forum=True, rights=set(ALL_RIGHTS), next_message=41)
    for person in (
        Person(id=5_120_001_337, first_name="Anouk", last_name="de Wit", username="anouk_dw"),
        Person(id=5_120_002_674, first_name="Bram", last_name="Jansen", username="bramjansen"),
    ):
        group.members[person.id] = person
    return group


class Visitor:
    """A person in a private chat with the bot."""

    def __init__(self, world: World, person: Person) -> None:
        self.world = world
        self.person = person
        self.chat = world.chats.get(person.id) or world.add_person(person)
        self._seen = 0

    def says(self, text: str, reply_to: int | None = None) -> int:
        """Send a text; returns its message id."""
        plain, entities = parse(text, None)
        content: dict[str, Any] = {"text": plain, "entities": entities} if entities else {"text": plain}
        return self._send(content, reply_to)

    def sends(self, kind: str, content: bytes = b"voorbeeld", caption: str = "") -> int:
        """Send a photo, voice, video, document or sticker."""
        message: dict[str, Any] = {kind: file_object(kind, keep_file(self.world, content), self.world)}
        if caption:
            message["caption"] = caption
        return self._send(message)

    def sends_raw(self, content: dict[str, Any]) -> int:
        """Send a message with any content (location, contact, …)."""
        return self._send(content)

    def sends_album(self, captions: Sequence[str]) -> list[int]:
        """Send photos as one album; every part is an update of its own."""
        group = str(self.world.new_press().id)
        return [
            self._send(_photo(self.world, f"foto {number}".encode(), caption, media_group_id=group))
            for number, caption in enumerate(captions)
        ]

    def edits(self, number: int, text: str) -> None:
        """Change an own message, or the words under a picture."""
        message = _edited(self.chat.messages[number], text, self.world)
        self.chat.messages[number] = message
        self.world.tell({"kind": "edited", "chat": self.chat.id, "message": message})
        self.world.update("edited_message", message)

    def taps(self, label: str) -> str:
        """Press the newest button with this label; returns the id of the press."""
        for message in reversed(list(self.chat.messages.values())):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label and "callback_data" in button:
                        return self.presses(message, button["callback_data"])
        raise LookupError(label)

    def presses(self, message: dict[str, Any], data: str) -> str:
        """Press a button that carries ``data``, also one that was never there."""
        return press(self.world, self.chat, self.person, message, data)

    def reacts(self, number: int, emoji: str) -> None:
        """Put an emoji under a message; empty takes it away."""
        self.world.tell({"kind": "reaction", "chat": self.chat.id, "message_id": number, "emoji": emoji})
        self.world.update(
            "message_reaction",
            {
                "chat": self.chat.short(),
                "message_id": number,
                "user": self.person.user(),
                "date": int(self.world.now()),
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
            },
        )

    def blocks(self) -> None:
        """Block the bot."""
        self.chat.blocked = True
        self._membership("member", "kicked")

    def unblocks(self) -> None:
        """Unblock the bot."""
        self.chat.blocked = False
        self._membership("kicked", "member")

    def heard(self) -> list[dict[str, Any]]:
        """All messages of the bot in this chat."""
        bot = self.world.bot["id"]
        return [message for message in self.chat.messages.values() if message.get("from", {}).get("id") == bot]

    def buttons(self) -> list[str]:
        """Labels under the newest message of the bot."""
        markup = self.heard()[-1].get("reply_markup", {}) if self.heard() else {}
        return [button["text"] for row in markup.get("inline_keyboard", []) for button in row]

    async def next_message(self, timeout: float = 240.0) -> dict[str, Any]:
        """The next message of the bot that was not asked for before."""
        async with asyncio.timeout(timeout):
            while len(self.heard()) <= self._seen:  # noqa: ASYNC110 - the world is plain data, also for load tests
                await asyncio.sleep(0.005)
        self._seen += 1
        return self.heard()[self._seen - 1]

    async def asks(self, text: str, timeout: float = 240.0) -> dict[str, Any]:
        """Say something and wait for the answer."""
        self._seen = len(self.heard())
        self.says(text)
        return await self.next_message(timeout)

    async def chooses(self, label: str, timeout: float = 240.0) -> dict[str, Any]:
        """Tap a button and wait for the answer."""
        self._seen = len(self.heard())
        self.taps(label)
        return await self.next_message(timeout)

    def _send(self, content: dict[str, Any], reply_to: int | None = None) -> int:
        self.chat.started = True
        if self.chat.blocked:
            self.unblocks()
        message: dict[str, Any] = {"from": self.person.user(), **content}
        if reply_to in self.chat.messages:
            message["reply_to_message"] = self.chat.messages[reply_to]
        message = self.world.post(self.chat, message)
        self.world.update("message", message)
        return int(message["message_id"])

    def _membership(self, before: str, after: str) -> None:
        def member(status: str) -> dict[str, Any]:
            return {"user": self.world.bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}

        self.world.tell({"kind": "blocked", "chat": self.chat.id, "blocked": self.chat.blocked})
        self.world.update(
            "my_chat_member",
            {
                "chat": self.chat.short(),
                "from": self.person.user(),
                "date": int(self.world.now()),
                "old_chat_member": member(before),
                "new_chat_member": member(after),
            },
        )


class StaffMember:
    """A member of the staff group."""

    def __init__(self, world: World, person: Person, group: int = STAFF_GROUP_ID) -> None:
        self.world = world
        self.person = person
        self.group = world.chats[group]

    def says(self, text: str, topic: int | None = None, reply_to: int | None = None) -> int:
        """Write in the group or in a topic."""
        plain, entities = parse(text, None)
        message: dict[str, Any] = {"from": self.person.user(), "text": plain}
        if entities:
            message["entities"] = entities
        if topic is not None:
            topic_of(self.group, topic)
            message |= {"message_thread_id": topic, "is_topic_message": True}
        if reply_to in self.group.messages:
            message["reply_to_message"] = self.group.messages[reply_to]
        message = self.world.post(self.group, message)
        self.world.update("message", message)
        return int(message["message_id"])

    def sends(self, kind: str, topic: int | None = None, content: bytes = b"voorbeeld", caption: str = "") -> int:
        """Send a photo, voice, video, document or sticker."""
        message: dict[str, Any] = {
            "from": self.person.user(),
            kind: file_object(kind, keep_file(self.world, content), self.world),
        }
        if caption:
            message["caption"] = caption
        if topic is not None:
            message |= {"message_thread_id": topic, "is_topic_message": True}
        message = self.world.post(self.group, message)
        self.world.update("message", message)
        return int(message["message_id"])

    def sends_album(self, captions: Sequence[str], topic: int | None = None) -> list[int]:
        """Send photos as one album; every part is an update of its own."""
        group = str(self.world.new_press().id)
        place = {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}
        numbers = []
        for number, caption in enumerate(captions):
            photo = _photo(self.world, f"werk {number}".encode(), caption, media_group_id=group)
            message = self.world.post(self.group, {"from": self.person.user(), **photo, **place})
            self.world.update("message", message)
            numbers.append(int(message["message_id"]))
        return numbers

    def says_anonymously(self, text: str, topic: int | None = None) -> int:
        """Write as an anonymous administrator: in the name of the group."""
        place: dict[str, Any] = {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}
        sender = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        message: dict[str, Any] = {"from": sender, "sender_chat": self.group.short(), "text": text, **place}
        message = self.world.post(self.group, message)
        self.world.update("message", message)
        return int(message["message_id"])

    def reacts(self, number: int, emoji: str) -> None:
        """Put an emoji under a message of the group."""
        self.world.update(
            "message_reaction",
            {
                "chat": self.group.short(),
                "message_id": number,
                "user": self.person.user(),
                "date": int(self.world.now()),
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": emoji}],
            },
        )

    def leaves(self) -> None:
        """Leave the staff group."""
        del self.group.members[self.person.id]
        self.world.update(
            "chat_member",
            {
                "chat": self.group.short(),
                "from": self.person.user(),
                "date": int(self.world.now()),
                "old_chat_member": {"user": self.person.user(), "status": "member"},
                "new_chat_member": {"user": self.person.user(), "status": "left"},
            },
        )

    def edits(self, number: int, text: str) -> None:
        """Change an own message, or the words under a picture."""
        message = _edited(self.group.messages[number], text, self.world)
        self.group.messages[number] = message
        self.world.tell({"kind": "edited", "chat": self.group.id, "message": message})
        self.world.update("edited_message", message)

    def taps(self, label: str, topic: int | None = None) -> str:
        """Press the newest button whose label holds ``label``, in this topic."""
        for message in reversed(list(self.group.messages.values())):
            if topic is not None and message.get("message_thread_id") != topic:
                continue
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"] and "callback_data" in button:
                        return self.presses(message, button["callback_data"])
        raise LookupError(label)

    def sees(self, topic: int | None = None) -> list[str]:
        """Texts of the bot in a topic, or in the whole group."""
        bot = self.world.bot["id"]
        return [
            str(message.get("text") or message.get("caption") or "")
            for message in self.group.messages.values()
            if message.get("from", {}).get("id") == bot and (topic is None or message.get("message_thread_id") == topic)
        ]

    def presses(self, message: dict[str, Any], data: str) -> str:
        """Press a button under a message of the group."""
        return press(self.world, self.group, self.person, message, data)

    def deletes_topic(self, topic: int) -> None:
        """Delete a topic by hand; the bot is not told (Telegram sends no update)."""
        remove(self.world, self.group, topic_of(self.group, topic))


def migrate(world: World, group: Chat, number: int) -> Chat:
    """A group becomes a supergroup: another number, and nothing of before can be reached by its old one."""
    fresh = Chat(id=number, title=group.title, forum=group.forum, rights=set(group.rights), members=dict(group.members))
    world.add_group(fresh)
    group.moved_to = number
    before = world.post(group, {"migrate_to_chat_id": number})
    world.update("message", before)
    after = world.post(fresh, {"migrate_from_chat_id": group.id})
    world.update("message", after)
    return fresh


def put_out(world: World, group: Chat, *, present: bool) -> None:
    """The bot is put out of the group, or let in again."""
    group.removed = not present
    by = next(iter(group.members.values())).user()
    was, now = ("member", "kicked") if not present else ("kicked", "administrator")
    rights: dict[str, Any] = {"can_be_edited": False, "is_anonymous": False}
    rights |= dict.fromkeys(
        (
            "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
            "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
            "can_delete_stories", "can_pin_messages", "can_manage_topics",
        ),
        True,
    )  # fmt: skip
    extra: dict[str, dict[str, Any]] = {"kicked": {"until_date": 0}, "member": {}, "administrator": rights}
    world.update(
        "my_chat_member",
        {
            "chat": group.short(),
            "from": by,
            "date": int(world.now()),
            "old_chat_member": {"user": world.bot, "status": was, **extra[was]},
            "new_chat_member": {"user": world.bot, "status": now, **extra[now]},
        },
    )


def _photo(world: World, content: bytes, caption: str, **more: str) -> dict[str, Any]:
    message: dict[str, Any] = {"photo": file_object("photo", keep_file(world, content), world), **more}
    return {**message, "caption": caption} if caption else message


def _edited(message: dict[str, Any], text: str, world: World) -> dict[str, Any]:
    name = "text" if "text" in message else "caption"
    return {**message, name: text, "edit_date": int(world.now())}


def press(world: World, chat: Chat, person: Person, message: dict[str, Any], data: str) -> str:
    """A button press with everything Telegram sends along."""
    pressed = world.new_press()
    world.update(
        "callback_query",
        {
            "id": pressed.id,
            "from": person.user(),
            "chat_instance": str(abs(chat.id) * 31 + 7),
            "message": {name: value for name, value in message.items() if name != "reply_to_message"},
            "data": data,
        },
    )
    return pressed.id
