"""Rows as the service sees them: updates that came in, messages that must go out, timers that must ring."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.effects import Linked, Priority, UnknownOutcome
from bot.domain.ids import HandoffId, LaneKey, MessageId, SealedAddress, VisitorKey
from bot.domain.tally import Tally

WIPE = "delete_messages"
"""The method whose list of messages the store fills in: what was sent to that destination lately."""

BUSY = "send_chat_action"
"""Shows for a few seconds that somebody is at work; no message, so it has no number and waits for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawUpdate:
    """Something that came in, not yet understood."""

    source: str
    """Unique name, e.g. ``telegram:81023``; a second arrival of the same name is a duplicate."""
    lane: LaneKey
    payload: str
    """JSON as it came; sealed by the store and forgotten once handled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenUpdate:
    """An update that waits to be handled; the oldest of its lane."""

    sequence: int
    source: str
    lane: LaneKey
    payload: str
    received_at: datetime
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Who must hear how a send ended: the lane of the person of a handoff."""

    lane: LaneKey
    handoff: HandoffId
    what: str
    """``topic``, ``card``, ``alert`` and ``deletion`` are also heard of when they went well; ``relay`` and ``edit`` (of
    staff), ``relay-in`` and ``edit-in`` (of the person) only when they did not.
    """
    message: MessageId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A document that is drawn when its message leaves, and the request that goes instead when that fails."""

    document: Mapping[str, Any]
    """As ``bot.service.documents`` writes it."""
    method: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One request to the channel, stored before it is sent and forgotten after."""

    key: str
    """Unique and derived from what caused it; the same key is stored once."""
    destination: LaneKey
    """The chat it goes to, hashed: order and limits are kept per destination."""
    address: SealedAddress
    group: bool
    """True for a staff group, which has a tighter limit than a private chat."""
    priority: Priority
    on_unknown: UnknownOutcome
    method: str
    """Bot API method in the channel's own words, e.g. ``send_message``."""
    parameters: Mapping[str, Any]
    depends_on: str | None = None
    """Key of a message that must have been sent before."""
    loose: bool = False
    """When that message can never be sent, this one goes anyway (without what it would have given)."""
    coalesce: str | None = None
    """Waiting group messages with the same name may be merged into one."""
    replaces: bool = False
    """Of waiting messages with the same ``coalesce`` name only the newest counts (edits of one message)."""
    metered: bool = True
    """Counts for the limit of its chat; topics and reactions do not."""
    not_before: datetime | None = None
    report: Report | None = None
    link: Linked | None = None
    """The message this one passes on: once sent, each is the other's counterpart."""
    counterpart: Linked | None = None
    """A message whose counterpart is needed to carry this out."""
    album: tuple[MessageId, ...] = ()
    """For several messages that travel as one: all of them, in order; ``link`` is the first."""
    drawing: Drawing | None = None
    """What must be drawn before it can leave."""

    @property
    def bucket(self) -> str:
        """What a pause is about: Telegram counts new messages together, and every other method on its own."""
        sends = self.method.startswith(("send_", "copy_")) and self.method != BUSY
        return "send" if sends else self.method


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMessage:
    """The next message of a destination, as the dispatcher sees it."""

    sequence: int
    message: Outgoing
    tries: int
    created_at: datetime
    uncertain: int = 0
    """How often a try ended without anybody knowing whether it arrived."""
    dependency_result: int | None = None
    """Message or topic id that the message it depends on got from the channel."""
    counterparts: tuple[MessageId, ...] = ()
    """Numbers of the counterparts that were asked for; several when a line was split or shown again."""
    companions: tuple[tuple[MessageId, str | None], ...] = ()
    """For a changed line that travels in one message with others: all of them in order, with their words if known."""
    recent: tuple[MessageId, ...] = ()
    """For a wipe: what was sent to this destination in the last 48 hours."""
    drawn: bytes | None = None
    """The document that was drawn for it."""


class Delivered(StrEnum):
    """How a send ended, as far as the store must know."""

    SENT = "sent"
    REFUSED = "refused"
    """Telegram will never take it (bad request, person blocked the bot)."""
    UNCERTAIN = "uncertain"
    """Nobody knows; the message's own rule decides."""
    LATER = "later"
    """Certainly not sent: outage or limit; try again at ``again_at``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryResult:
    """What became of one waiting message."""

    waiting: WaitingMessage
    outcome: Delivered
    message_id: int | None = None
    album: tuple[int, ...] = ()
    """Numbers of several messages that were sent as one."""
    again_at: datetime | None = None
    pause_until: datetime | None = None
    """Nothing of the same bucket to this destination before then; kept in the store so that a restart obeys."""
    pause_all: bool = False
    """The pause is about everything to this destination: it cannot be reached."""
    reason: str = ""
    """Error class or Telegram's fixed error text; never words of a message."""
    feedback: RawUpdate | None = None
    """What the house must hear of it (e.g. the person blocked the bot); enters by the inbox."""
    merged: tuple[int, ...] = ()
    """Sequences of the messages that travelled inside this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """A wake-up for one lane."""

    lane: LaneKey
    name: str
    due: datetime
    payload: str
    """JSON that comes back as the payload of the update when the timer rings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One record of the staff room as the store sees it."""

    kind: str
    key: str
    content: str
    """JSON; sealed by the store."""
    open: bool
    """Always loaded; the others only when their visitor or topic comes along."""
    visitor: str = ""
    topic: int = 0
    version: int = 0
    """How often it was written; a stale one is refused, so that two processes cannot both claim."""
    forget_at: datetime | None = None
    """When it goes; None for what belongs to the organisation itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How much waits and how old it is: for ``/healthz``."""

    open_updates: int
    oldest_update: datetime | None
    set_aside: int
    open_messages: int
    oldest_message: datetime | None
    refused_messages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How it stands with some visitors before anybody thinks about what they say."""

    states: Mapping[VisitorKey, str]
    """Serialised conversations; a visitor without one is left out."""
    talking: frozenset[VisitorKey]
    """Those with an open talk with staff, or one that waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRecord:
    """All that one handled update leaves behind; stored whole or not at all."""

    update: OpenUpdate
    conversation: str | None = None
    """Serialised state, or None when it did not change."""
    visitor: str | None = None
    outgoing: tuple[Outgoing, ...] = ()
    timers: tuple[Timer, ...] = ()
    kept: tuple[Kept, ...] = ()
    """Records of the staff room that changed."""
    counts: tuple[Tally, ...] = ()
    forget: str | None = None
    """A visitor of whom nothing may stay but what this record itself holds."""
    forget_lane: LaneKey | None = None
