"""From a raw update to names that say nothing about anybody: lane, visitor key, sealed address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.ids import LaneKey, SealedAddress, StaffKey, VisitorKey
from bot.service.ports import Vault

_MESSAGES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_message",
    "edited_business_message",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
    "chat_join_request",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an update happened: a chat, and in a forum the topic."""

    chat: int
    thread: int | None
    private: bool


class Identity:
    """Makes the names; the same chat gives the same names for as long as the vault keeps its key."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def lane(self, place: Place | None) -> LaneKey:
        """A private chat is one lane, each topic of a group another; updates without a place share one."""
        if place is None:
            return LaneKey(self._vault.name("lane", "nowhere"))
        if place.private or place.thread is None:
            return self.destination(place.chat)
        return LaneKey(self._vault.name("lane", f"{place.chat}:{place.thread}"))

    def destination(self, chat: int) -> LaneKey:
        """The name of a chat in the outbox."""
        return LaneKey(self._vault.name("lane", str(chat)))

    def visitor(self, chat: int) -> VisitorKey:
        """The name of a person."""
        return VisitorKey(self._vault.name("visitor", str(chat)))

    def staff(self, user: int) -> StaffKey:
        """The name of a member of the staff group."""
        return StaffKey(self._vault.name("staff", str(user)))

    def seal(self, chat: int) -> SealedAddress:
        """The address to answer to, readable for this adapter only."""
        return SealedAddress(self._vault.seal(str(chat)))

    def open(self, address: SealedAddress) -> int:
        """The chat behind an address."""
        return int(self._vault.unseal(address))


def place_of(update: object) -> Place | None:
    """Find the chat in a raw update without trusting its shape; None when there is none."""
    for body in _bodies(update):
        chat = body.get("chat")
        if isinstance(chat, Mapping) and isinstance(chat.get("id"), int):
            thread = body.get("message_thread_id")
            in_topic = isinstance(thread, int) and bool(body.get("is_topic_message"))
            return Place(chat=chat["id"], thread=thread if in_topic else None, private=chat.get("type") == "private")
    return None


def _bodies(update: object) -> Iterator[Mapping[str, Any]]:
    if not isinstance(update, Mapping):
        return
    for name in _MESSAGES:
        body = update.get(name)
        if isinstance(body, Mapping):
            yield body
    press = update.get("callback_query")
    if isinstance(press, Mapping):
        message = press.get("message")
        if isinstance(message, Mapping):
            yield message
        person = press.get("from")
        if isinstance(person, Mapping):
            # Without its message a press has no chat; in a private chat that is the person's own id.
            yield {"chat": {"id": person.get("id"), "type": "private"}}
