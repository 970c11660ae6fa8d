"""What a Telegram message is: a command, a kind of media, or a service message that says nothing."""

import re

from telegram import Message

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


def file_of(message: Message) -> str:
    """What ``getFile`` needs to fetch the content; empty when there is nothing to fetch."""
    found = message.effective_attachment
    # Of a photo there are several sizes, the largest last.
    largest = found[-1] if isinstance(found, list | tuple) and found else found
    return str(getattr(largest, "file_id", ""))


def is_service(message: Message) -> bool:
    """Telegram itself says something: no words of anybody."""
    return any(getattr(message, field, None) for field in _SERVICE)
