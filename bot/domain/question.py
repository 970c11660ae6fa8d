"""Questions that got no good answer, as far as their askers wanted to pass them on; and what staff made of them."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import DUTCH, EntryId, Language, StaffKey, VisitorKey


class Missed(StrEnum):
    """Why a question was passed on."""

    NONE = "none"
    """The bot had no answer."""
    REJECTED = "rejected"
    """None of the choices was right."""
    WRONG = "wrong"
    """There was an answer, and the asker said it was not what they were looking for."""


class Decision(StrEnum):
    """What staff made of a question."""

    ENTRY = "entry"
    NEW_TOPIC = "new"
    NOT_FOR_US = "not"
    SKIPPED = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredQuestion:
    """One question, personal data already hidden; goes with its asker's ``/wis``."""

    id: str
    text: str
    at: datetime
    missed: Missed
    visitor: VisitorKey
    """Whose it is, so that they can see and erase it; never shown."""
    audience: str = ""
    language: Language = DUTCH
    decision: Decision | None = None
    entry: EntryId | None = None
    decided_by: StaffKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedPhrasing:
    """Words that staff found to belong to an entry; they count at once, and later go into its file."""

    id: str
    entry: EntryId
    language: Language
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who filled in a survey and asked to hear what came out of it."""

    id: str
    flow: str
    visitor: VisitorKey
    address: str
    lane: str
    language: Language
    audience: str
    at: datetime
    heard: bool = False
    """The outcome was sent."""

    def told(self) -> "Participant":
        """The same person, who heard it now."""
        return replace(self, heard=True)
