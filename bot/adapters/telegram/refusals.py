"""What Telegram means when it refuses a request (400), by the fixed part of its sentence."""

import re
from dataclasses import replace
from enum import StrEnum
from html import unescape

from bot.service.records import Outgoing


class Refused(StrEnum):
    """Kinds of refusals that ask for different things."""

    DONE_ALREADY = "done-already"
    MESSAGE_GONE = "message-gone"
    """What was to be changed is no longer there."""
    MARKUP = "markup"
    OTHER_KIND = "other-kind"
    """Words of a text message were meant for a caption, or the other way round."""
    NO_CHAT = "no-chat"
    NO_PERSON = "no-person"
    """Whoever it was for blocked us or left Telegram."""
    MAY_NOT_WRITE = "may-not-write"
    NO_TOPIC = "topic-gone"
    TOPIC_CLOSED = "topic-closed"
    FOR_GOOD = "for-good"


_SENTENCES: tuple[tuple[str, Refused], ...] = (
    ("message is not modified", Refused.DONE_ALREADY),
    ("query is too old", Refused.DONE_ALREADY),
    ("query id is invalid", Refused.DONE_ALREADY),
    ("message to delete not found", Refused.DONE_ALREADY),
    ("topic_not_modified", Refused.DONE_ALREADY),
    ("message to edit not found", Refused.MESSAGE_GONE),
    ("message_id_invalid", Refused.MESSAGE_GONE),
    ("message can't be edited", Refused.MESSAGE_GONE),
    ("can't parse entities", Refused.MARKUP),
    ("there is no caption in the message", Refused.OTHER_KIND),
    ("there is no text in the message", Refused.OTHER_KIND),
    ("chat not found", Refused.NO_CHAT),
    ("group chat was deactivated", Refused.NO_CHAT),
    ("group chat was upgraded", Refused.NO_CHAT),
    ("channel_private", Refused.NO_CHAT),
    ("chat_id_invalid", Refused.NO_CHAT),
    ("peer_id_invalid", Refused.NO_CHAT),
    ("user not found", Refused.NO_PERSON),
    ("user is deactivated", Refused.NO_PERSON),
    ("user_deactivated", Refused.NO_PERSON),
    ("user_is_blocked", Refused.NO_PERSON),
    ("chat_write_forbidden", Refused.MAY_NOT_WRITE),
    ("chat_send_", Refused.MAY_NOT_WRITE),
    ("chat_admin_required", Refused.MAY_NOT_WRITE),
    ("user_banned_in_channel", Refused.MAY_NOT_WRITE),
    ("chat_restricted", Refused.MAY_NOT_WRITE),
    ("user_restricted", Refused.MAY_NOT_WRITE),
    ("have no rights to send", Refused.MAY_NOT_WRITE),
    ("not enough rights to send", Refused.MAY_NOT_WRITE),
    ("need administrator rights", Refused.MAY_NOT_WRITE),
    ("is not a member", Refused.MAY_NOT_WRITE),
    ("message thread not found", Refused.NO_TOPIC),
    ("topic_deleted", Refused.NO_TOPIC),
    ("topic_id_invalid", Refused.NO_TOPIC),
    ("topic_closed", Refused.TOPIC_CLOSED),
)
_TAG = re.compile(r"<[^>]+>")
_WAIT = re.compile(r"(?:flood|slowmode)_wait_(\d{1,9})|retry after (\d{1,9})")
_EXTRAS = ("parse_mode", "reply_markup", "reply_parameters", "link_preview_options")


def refusal_of(sentence: str) -> Refused:
    """The kind of a refusal; what is not known is for good."""
    words = sentence.lower()
    return next((kind for part, kind in _SENTENCES if part in words), Refused.FOR_GOOD)


def wait_of(sentence: str) -> int | None:
    """Seconds that a refusal asks to wait, also when it says so in words alone."""
    found = _WAIT.search(sentence.lower())
    return None if found is None else int(found[1] or found[2])


def has_extras(message: Outgoing) -> bool:
    """Whether there is more to words, or a file, than just that."""
    return message.method in ("send_message", "send_document") and any(name in message.parameters for name in _EXTRAS)


def bare_words(message: Outgoing) -> Outgoing:
    """The same words without anything Telegram could stumble over."""
    given = {name: value for name, value in message.parameters.items() if name not in _EXTRAS}
    for name in ("text", "caption"):
        if name in given:
            given[name] = unescape(_TAG.sub("", str(given[name])))
    return replace(message, parameters=given)


def as_document(message: Outgoing) -> Outgoing:
    """A picture of ours that Telegram will not show as one (its size, its shape), as a file."""
    given = {("document" if name == "photo" else name): value for name, value in message.parameters.items()}
    return replace(message, method="send_document", parameters=given)
