"""What a turn asks for, in the imperative; the service carries it out after the commit.

Texts are Markdown from content files; the channel's adapter turns them into what it can show.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.domain.alarms import Alarm
from bot.domain.documents import Document
from bot.domain.ids import HandoffId, LaneKey, MessageId, PressId, TopicId
from bot.domain.inbound import Origin
from bot.domain.tally import Measure


class Priority(IntEnum):
    """Order of delivery; a lower number overtakes."""

    CRISIS = 0
    RELAY = 1
    ANSWER = 2
    HANDOFF = 3
    STATUS = 5
    BULK = 9


class UnknownOutcome(StrEnum):
    """What to do with a send of which nobody knows whether it arrived (Telegram has no idempotency key)."""

    RESEND = "resend"
    """Rather twice than never: crisis answers, relayed lines, handoffs."""
    RESEND_FEW = "resend_few"
    """Ordinary answers: a few more tries, because a lost answer is worse than a double one, then leave it."""
    DROP = "drop"
    """Status and digests: the next one repairs it."""
    REPEAT = "repeat"
    """Doing it twice changes nothing (edits, deletions, reactions): try until it is certain."""


class Side(StrEnum):
    """The two sides of a handoff."""

    PERSON = "person"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: it carries a choice (at most 64 bytes) or opens a web address."""

    label: str
    choice: str | None = None
    url: str | None = None
    danger: bool = False


Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One message of a handoff that has a counterpart on the other side."""

    handoff: HandoffId
    side: Side
    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendText:
    """Say something to the person of this turn, or to ``to``."""

    text: str
    buttons: Buttons = ()
    priority: Priority = Priority.ANSWER
    on_unknown: UnknownOutcome = UnknownOutcome.RESEND_FEW
    to: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFile:
    """Give the person of this turn a file; it is made when the message leaves."""

    name: str
    document: Document
    caption: str = ""
    buttons: Buttons = ()
    picture: bool = False
    """Show it as a picture instead of a file."""
    otherwise: str = ""
    """What is said when it could not be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPress:
    """Stop the waiting circle on a pressed button; best effort, because a press expires after seconds."""

    press: PressId
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTimer:
    """Let ``WaitExpired(alarm=alarm)`` arrive at ``due``; a second one of an equal alarm replaces the first."""

    alarm: Alarm
    due: datetime
    of: Origin | None = None
    """Whose timer; the person of this turn when not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPlace:
    """Where in the staff group: nowhere special, a topic that is there, or one that is being made."""

    topic: TopicId | None = None
    opened_by: str = ""
    """Name of the ``OpenTopic`` whose topic is not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTopic:
    """Make a topic for a handoff."""

    name: str
    handoff: HandoffId
    key: str
    lane: LaneKey
    """Lane in which the house hears which number the topic got."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTopic:
    """Rename, close, reopen or delete a topic; each only when said."""

    topic: TopicId
    name: str = ""
    closed: bool | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStaff:
    """Say something in the staff group; ``text`` never says who a person is.

    A link to ``staff:<sealed address>`` becomes a mention of that colleague.
    """

    text: str
    place: TopicPlace = field(default_factory=TopicPlace)
    buttons: Buttons = ()
    priority: Priority = Priority.HANDOFF
    card: tuple[HandoffId, LaneKey] | None = None
    """This is the card of a handoff, or with the priority of a crisis that of a warning: its number is reported in
    that lane.
    """
    reply_to: MessageId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditStaff:
    """Change an earlier message of the bot in the staff group."""

    message: MessageId
    text: str
    buttons: Buttons = ()
    card: tuple[HandoffId, LaneKey] | None = None
    """It is the card of this talk or warning: when somebody deleted it, that is reported in this lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Pass a message on to the other side: as text (``html``), or by copy when there is none. Never by forward."""

    source: Linked
    """The message that is passed on; its side says from where."""
    person: Origin
    place: TopicPlace
    html: str = ""
    caption: str | None = None
    """For copies: words that replace the ones under the picture."""
    reply_to: MessageId | None = None
    """Message on the sender's side that this one answers."""
    urgent: bool = False
    file: str = ""
    """For copies: what the channel it came from needs to fetch the content, for a channel that cannot copy."""
    beside: str = ""
    """For copies to such a channel: the words under the picture, as HTML."""
    part: str = ""
    """Set when the same message is passed on once more in another way: its words apart, or anew after a change."""
    album: tuple[MessageId, ...] = ()
    """All parts of an album, in order: they travel as one."""
    without_captions: bool = False
    """The words under an album stay behind."""
    files: tuple[str, ...] = ()
    """For an album to a channel that cannot copy: what ``file`` is for each of its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayEdit:
    """Change the counterpart of a message; whoever changed it hears when that was not possible."""

    source: Linked
    person: Origin
    html: str
    media: bool = False
    """The words stand under a picture or recording."""
    place: TopicPlace = field(default_factory=TopicPlace)
    """Where a longer version goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayReaction:
    """Put the same emoji under the counterpart of a message."""

    source: Linked
    person: Origin
    emoji: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayDeletion:
    """Delete the counterpart of a message; staff hear afterwards whether it is gone."""

    source: Linked
    person: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactToStaff:
    """Put an emoji under a message of staff: the receipt."""

    message: MessageId
    emoji: str
    after: Linked | None = None
    """Only once this message was passed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBusy:
    """Let the person see for a few seconds that somebody is at work for them, where the channel can show that."""

    person: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WipeChat:
    """Delete what the bot said to the person of this turn in the last 48 hours (Bot API, deleteMessages)."""

    also: tuple[MessageId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetPerson:
    """Erase everything that is kept about the person of this turn, except what this turn says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Add one to a tally of this week; says what happened, never to whom."""

    measure: Measure
    name: str
    audience: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStaffFile:
    """Show a file in the staff group; it is made when the message leaves."""

    name: str
    document: Document
    caption: str = ""
    picture: bool = False
    otherwise: str = ""
    """What is said when it could not be made."""


Effect = (
    SendText
    | SendFile
    | AnswerPress
    | SetTimer
    | OpenTopic
    | ChangeTopic
    | SendStaff
    | EditStaff
    | Relay
    | RelayEdit
    | RelayReaction
    | RelayDeletion
    | ReactToStaff
    | ShowBusy
    | WipeChat
    | ForgetPerson
    | Count
    | SendStaffFile
)
