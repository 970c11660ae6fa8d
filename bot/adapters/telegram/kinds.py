"""What a Telegram message is: a command, a kind of media, or a service message that says nothing."""

import re
from collections.abc import Mapping
from typing import Any

from telegram import Message, Update

from bot.domain.inbound import MediaKind

COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<argument>.*))?", re.DOTALL)

_MEDIA = {
    "photo": MediaKind.PHOTO,
    "voice": MediaKind.VOICE,
    "audio": MediaKind.VOICE,
    "video": MediaKind.VIDEO,
    "video_note": MediaKind.VIDEO,
    "animation": MediaKind.VIDEO,
    "document": MediaKind.DOCUMENT,
    "sticker": MediaKind.STICKER,
    "location": MediaKind.LOCATION,
    "venue": MediaKind.LOCATION,
    "contact": MediaKind.CONTACT,
}

CAPTIONED = frozenset({MediaKind.PHOTO, MediaKind.VOICE, MediaKind.VIDEO, MediaKind.DOCUMENT})
"""What may have words under it."""

_SERVICE = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "new_chat_photo",
    "group_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "chat_background_set",
    "write_access_allowed",
    "successful_payment",
    "connected_website",
)


def is_for(named: str | None, bot_name: str) -> bool:
    """Whether a command is for this bot: ``/dienst@AndereBot`` is not."""
    return not named or not bot_name or named.lower() == bot_name.lower()


def kind_of(message: Message) -> MediaKind:
    """The kind of what is not text."""
    return next((kind for field, kind in _MEDIA.items() if getattr(message, field)), MediaKind.OTHER)


def words_of(message: Message) -> str:
    """Words that somebody may have put in it beside its caption: a poll, a list, a name of a file, card or place."""
    found = (getattr(getattr(message, field, None), name, None) for field, name in _WORDED)
    checklist = getattr(message, "checklist", None)
    parts = [*(message.poll.options if message.poll else ()), *(checklist.tasks if checklist else ())]
    said = "\n".join(str(words) for words in (*found, *(part.text for part in parts)) if words)
    return _NAME.sub(" ", said).strip()


_NAME = re.compile(r"[_-]|\.[A-Za-z0-9]{1,5}$")
"""In the name of a file: what stands between words, and what kind it is."""
_WORDED = (
    ("poll", "question"),
    ("checklist", "title"),
    ("document", "file_name"),
    ("audio", "title"),
    ("contact", "first_name"),
    ("contact", "last_name"),
    ("venue", "title"),
    ("venue", "address"),
)


def understood(raw: Mapping[str, Any]) -> Update:
    """The update as python-telegram-bot reads it; when something in it is odd, what was said without all that."""
    try:
        return Update.de_json(dict(raw), None)
    except Exception:
        plain = _only_words(raw)
        if plain is None:
            raise
        return Update.de_json(plain, None)


def _only_words(raw: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same update with nothing but what a message says and where; None when it holds no message."""
    for field in ("message", "edited_message"):
        message = raw.get(field)
        if isinstance(message, Mapping):
            said = {name: value for name, value in message.items() if name in _PLAIN}
            return {"update_id": raw.get("update_id", 0), field: said}
    return None


_PLAIN = frozenset(
    {
        "message_id", "date", "edit_date", "chat", "from", "sender_chat", "message_thread_id", "is_topic_message",
        "media_group_id", "text", "caption",
    }
)  # fmt: skip


def file_of(message: Message) -> str:
    """What ``getFile`` needs to fetch the content; empty when there is nothing to fetch."""
    found = message.effective_attachment
    # Of a photo there are several sizes, the largest last.
    largest = found[-1] if isinstance(found, list | tuple) and found else found
    return str(getattr(largest, "file_id", ""))


def is_service(message: Message) -> bool:
    """Telegram itself says something: no words of anybody."""
    return any(getattr(message, field, None) for field in _SERVICE)
