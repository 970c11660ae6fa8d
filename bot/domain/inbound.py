"""What can happen to a conversation, in the past tense; Telegram is no longer visible here.

A staff reply, a timeout or a blocked bot enters by the same door as a message, so there is one road through the house.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.alarms import Alarm
from bot.domain.channel import Channel
from bot.domain.ids import (
    HandoffId,
    LaneKey,
    Language,
    MessageId,
    PressId,
    SealedAddress,
    StaffKey,
    TopicId,
    VisitorKey,
)


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
    styled: str = ""
    """The same words as safe HTML (bold, italics, web links; nothing that points at an account)."""
    reply_to: MessageId | None = None
    names_account: bool = False
    """The text points at a Telegram account (a mention)."""


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
    reply_to: MessageId | None = None
    names_account: bool = False
    """The caption points at an account, openly or behind a link."""
    album: str = ""
    """Name of the album it is part of; every part arrives on its own."""
    inside: str = ""
    """Words in the thing itself (a poll, the name of a file): only listened to for danger, and passed on to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited:
    """A person changed an earlier message into ``text``."""

    text: str
    message: MessageId
    media: bool = False
    """The text stands under a picture or recording."""


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

    alarm: Alarm


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffer:
    """A member of the staff group, as far as colleagues see them."""

    key: StaffKey
    name: str
    address: SealedAddress
    surname: str = ""
    """First letter of the last name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWrote:
    """Staff wrote or sent something in their group; ``kind`` is set for anything that is not text."""

    staff: Staffer
    topic: TopicId | None
    message: MessageId
    text: str
    styled: str = ""
    kind: MediaKind | None = None
    file: str = ""
    """What the channel needs to fetch the content again; it says nothing about anybody."""
    reply_to: MessageId | None = None
    reply_to_bot: bool = False
    """The message that is answered is one of the bot: a card, a note, or a line of a person."""
    album: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousWrote:
    """An anonymous administrator wrote something: nobody knows who, so it cannot be carried out."""

    topic: TopicId | None
    text: str
    reply_to: MessageId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMoved:
    """A colleague left the staff group, or came (back) into it."""

    staff: Staffer
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMoved:
    """The staff group became another one (a supergroup): numbers of messages and topics of before mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAsked:
    """Somebody asked in a group what its number is."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCommanded:
    """Staff sent a command in their group."""

    staff: Staffer
    topic: TopicId | None
    message: MessageId
    name: str
    argument: str
    reply_to: MessageId | None = None
    reply_to_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPressed:
    """Staff pressed a button in their group; ``choice`` may be forged."""

    staff: Staffer
    topic: TopicId | None
    message: MessageId | None
    choice: str
    press: PressId


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffEdited:
    """Staff changed an earlier message into ``text``."""

    staff: Staffer
    topic: TopicId | None
    message: MessageId
    text: str
    styled: str = ""
    media: bool = False
    """The text stands under a picture or recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffReacted:
    """Staff put an emoji under a message, or took it away (``emoji`` empty)."""

    staff: Staffer
    message: MessageId
    emoji: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChanged:
    """Staff closed or reopened a topic by hand."""

    topic: TopicId
    closed: bool
    staff: Staffer | None = None
    """Who did it, when that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChanged:
    """What the bot may do in the staff group; ``missing`` names rights it needs and lacks. None: not known."""

    present: bool
    forum: bool | None = None
    missing: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSettled:
    """A message of a handoff arrived (``result`` is its number) or never will (``reason``)."""

    handoff: HandoffId
    what: str
    result: int | None = None
    reason: str = ""
    message: MessageId | None = None
    """The message it was made from, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotArrived:
    """Something the bot said to this person was refused for good."""

    file: bool
    """A file; otherwise words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShown:
    """Something the bot said in the group was refused for good."""

    file: bool
    topic: TopicId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRefused:
    """New content was read and is not used; ``findings`` says in Dutch what is wrong with it."""

    findings: str


StaffInbound = (
    StaffWrote
    | AnonymousWrote
    | StaffMoved
    | GroupMoved
    | NumberAsked
    | StaffCommanded
    | StaffPressed
    | StaffEdited
    | StaffReacted
    | TopicChanged
    | GroupChanged
    | MessageSettled
    | NotShown
    | ContentRefused
)
"""What happens on the side of staff."""

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
    | NotArrived
    | StaffInbound
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an inbound comes from, without saying who it is."""

    visitor: VisitorKey
    address: SealedAddress
    lane: LaneKey
    language: Language | None = None
    """The language of the person's Telegram app or browser: a hint, never shown to staff."""
    channel: Channel = Channel.TELEGRAM
    """What they use; words may depend on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One inbound with its origin and the moment it was received (aware, UTC)."""

    origin: Origin
    inbound: Inbound
    at: datetime
    cause: str = ""
    """Unique name of the update it came from; new things get their name from it, so that a repeat makes no second."""
