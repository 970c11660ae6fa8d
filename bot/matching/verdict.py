"""What the matcher makes of a message: answer it, offer a choice, chat back, or say honestly that it does not know."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import EntryId, Language


class Outcome(StrEnum):
    """The band a message falls in; the values are those of ``ask --json``."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    SMALLTALK = "smalltalk"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry and the calibrated probability (0–1) that it is what the person wants."""

    id: EntryId
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a verdict came out as it did, for editors (``ask --explain``) and staff; never shown to a visitor.

    ``closest`` is the phrasing that looks most like the message, ``likeness`` its cosine similarity (0–1);
    ``repaired`` pairs what was typed with what it was read as; ``scores`` are named model figures of the best entry;
    ``thresholds`` the least confidence for an answer and for a choice.
    """

    read_as: str
    closest: str
    likeness: float
    words_used: tuple[str, ...]
    repaired: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    appended: tuple[str, ...]
    scores: tuple[tuple[str, float], ...]
    thresholds: tuple[float, float]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The matcher's judgement: ``candidates`` best first and at most :data:`MOST_CANDIDATES`; ``smalltalk`` is the
    id of the reply.
    """

    outcome: Outcome
    candidates: tuple[Candidate, ...]
    smalltalk: str | None
    explanation: Explanation | None
    language: Language


MOST_CANDIDATES = 5
"""A choice of more than five is a list, not a choice."""
