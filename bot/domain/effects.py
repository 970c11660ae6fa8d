"""What a turn asks for, in the imperative; the service carries it out after the commit.

Texts are Markdown from content files; the channel's adapter turns them into what it can show.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.domain.ids import MessageId, PressId


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: it carries a choice (at most 64 bytes) or opens a web address."""

    label: str
    choice: str | None = None
    url: str | None = None
    danger: bool = False


Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendText:
    """Say something to the person of this turn."""

    text: str
    buttons: Buttons = ()
    priority: Priority = Priority.ANSWER
    on_unknown: UnknownOutcome = UnknownOutcome.RESEND_FEW


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveButtons:
    """Take the buttons away under an earlier message of the bot, so that an old choice cannot be pressed twice."""

    message: MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPress:
    """Stop the waiting circle on a pressed button; best effort, because a press expires after seconds."""

    press: PressId
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTimer:
    """Let ``WaitExpired(timer=name)`` arrive at ``due``; a second one with the same name replaces the first."""

    name: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTimer:
    """Forget a timer; no timer of that name is no error."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertStaff:
    """Warn the staff group; ``text`` says what kind of danger, never who or which words."""

    text: str


Effect = SendText | AlertStaff | RemoveButtons | AnswerPress | SetTimer | CancelTimer
