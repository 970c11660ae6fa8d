"""What can happen to a conversation, in the past tense; Telegram is no longer visible here.

A staff reply, a timeout or a blocked bot enters by the same door as a message, so there is one road through the house.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import LaneKey, Language, MessageId, PressId, SealedAddress, VisitorKey


class MediaKind(StrEnum):
    """Kinds of content that the bot cannot read."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReceived:
    """A person typed something."""

    text: str
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandReceived:
    """A person sent a command such as ``/start faq_tlv_wat``; ``name`` without slash, in lower case."""

    name: str
    argument: str
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePressed:
    """A person pressed a button; ``choice`` is what the button carried and may be forged."""

    choice: str
    press: PressId
    message: MessageId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaReceived:
    """A person sent something the bot cannot read; ``caption`` is the text beside it."""

    kind: MediaKind
    caption: str
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited:
    """A person changed an earlier message into ``text``."""

    text: str
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted:
    """A person put an emoji under a message, or took it away (``emoji`` empty)."""

    emoji: str
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A person blocked the bot or deleted the chat: nothing can be delivered any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A person unblocked the bot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitExpired:
    """A timer that an earlier turn set has run out."""

    timer: str


Inbound = (
    TextReceived
    | CommandReceived
    | ChoicePressed
    | MediaReceived
    | MessageEdited
    | Reacted
    | Left
    | Returned
    | WaitExpired
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an inbound comes from, without saying who it is."""

    visitor: VisitorKey
    address: SealedAddress
    lane: LaneKey
    language: Language | None = None
    """The language of the person's Telegram app: a hint, never shown to staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One inbound with its origin and the moment it was received (aware, UTC)."""

    origin: Origin
    inbound: Inbound
    at: datetime
