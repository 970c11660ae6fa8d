"""The signals: what is measured between a message and each entry, before anything is decided."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.softmax import softmax
from bot.matching.sparse import Floats
from bot.matching.topics import length_scale

SHORTLIST = 8
"""Entries per message that are weighed against each other; the right one is among them in over 98 of 100 rehearsed
questions.
"""

CANDIDATE_SIGNALS = ("log probability", "log odds", "nearest", "density", "words covered", "other audience", "meaning")
MESSAGE_SIGNALS = ("one", "unknown words", "length", "not for us")

OTHER_AUDIENCE_LOGIT = 3.0
"""Taken off the logit of entries for the other audience only, so that a person's own words come first and nothing
is hidden.
"""

_SHARPNESS = 20.0
_LEAST = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """Measurements for m messages.

    ``shortlist``: entry numbers (m × SHORTLIST, -1 where there are fewer), most probable first; ``candidates``: m ×
    SHORTLIST × len(CANDIDATE_SIGNALS); ``message``: m × len(MESSAGE_SIGNALS).
    """

    shortlist: NDArray[np.intp]
    candidates: Floats
    message: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Measurements for m messages that are the same whoever wrote them; ``unknown`` and ``lengths``: m, the rest m ×
    classes.
    """

    logits: Floats
    nearest: Floats
    density: Floats
    coverage: Floats
    sense: Floats
    unknown: Floats
    lengths: Floats

    def one(self, number: int) -> "Measured":
        """Return those of one message."""
        own = slice(number, number + 1)
        return Measured(**{name: np.copy(getattr(self, name)[own]) for name in self.__slots__})


def measure(
    likeness: Floats,
    scores: Floats,
    topics: Floats,
    owners: NDArray[np.intp],
    full_rows: int,
    coverage: Floats,
    unknown: Floats,
    lengths: Floats,
    meaning: Floats | None,
) -> Measured:
    """Return the measurements of m messages.

    ``likeness``: m × rows, inner products with everything learned from; ``scores``: m × classes, the
    classifier's logits; ``topics``: m × classes, points of BM25. The first
    ``full_rows`` rows are real phrasings, grouped by class, whose numbers are ``owners`` (ascending, every class
    present). ``coverage``: m × classes, share (0–1) of the message's information in words the class uses;
    ``unknown``: m, share in words nobody uses; ``lengths``: m, number of words; ``meaning``: m × rows cosine from a
    sentence encoder, if there is one.
    """
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    full = likeness[:, :full_rows]
    nearest = np.maximum.reduceat(full, starts, axis=1)
    density = np.log(np.add.reduceat(np.exp(_SHARPNESS * full), starts, axis=1)) / _SHARPNESS
    sense = np.zeros_like(nearest)
    if meaning is not None:
        # Nearest phrasings and the middle of the entry: one stray phrasing says less than all of them.
        alike = meaning[:, :full_rows]
        counts = np.diff(np.append(starts, full_rows))
        close = np.log(np.add.reduceat(np.exp(_SHARPNESS * alike), starts, axis=1)) / _SHARPNESS
        sense = (close + np.add.reduceat(alike, starts, axis=1) / counts).astype(np.float32)
    return Measured(
        logits=np.asarray(scores + length_scale(lengths)[:, None] * topics, dtype=np.float32),
        nearest=nearest,
        density=np.asarray(density, dtype=np.float32),
        coverage=coverage,
        sense=sense,
        unknown=unknown,
        lengths=lengths,
    )


def weigh(measured: Measured, foreign: Floats, foreign_class: int | None) -> Signals:
    """Return the signals of m messages of people of whom it is known which classes are not for them.

    ``foreign``: m × classes, 1 where the entry is for the other audience only; ``foreign_class``: the class of messages
    that are not for us, if it was learned.
    """
    probabilities = softmax(measured.logits - OTHER_AUDIENCE_LOGIT * foreign)
    count = len(probabilities)
    refused = np.zeros(count, dtype=np.float32)
    ranked = probabilities
    if foreign_class is not None:
        refused = np.log(np.maximum(probabilities[:, foreign_class], _LEAST))
        ranked = probabilities.copy()
        ranked[:, foreign_class] = -1.0
    listed = min(SHORTLIST, ranked.shape[1])
    order = np.argsort(-ranked, axis=1, kind="stable")[:, :listed]
    most_odds = 2 + np.log(ranked.shape[1])  # in a small field winning is easy and says little
    held = np.maximum(np.take_along_axis(probabilities, order, axis=1), _LEAST)
    candidates = np.stack(
        [
            np.log(held),
            np.clip(np.log(held / np.maximum(1 - held, _LEAST)), -8, most_odds),
            np.take_along_axis(measured.nearest, order, axis=1),
            np.take_along_axis(measured.density, order, axis=1),
            np.take_along_axis(measured.coverage, order, axis=1),
            np.take_along_axis(foreign, order, axis=1),
            np.take_along_axis(measured.sense, order, axis=1),
        ],
        axis=2,
    )
    shortlist = np.full((count, SHORTLIST), -1, dtype=np.intp)
    shortlist[:, :listed] = np.where(np.take_along_axis(ranked, order, axis=1) >= 0, order, -1)
    padded = np.zeros((count, SHORTLIST, len(CANDIDATE_SIGNALS)), dtype=np.float32)
    padded[:, :listed] = candidates
    unknown = measured.unknown
    message = np.stack([np.ones_like(unknown), unknown, np.log1p(measured.lengths), refused], axis=1)
    return Signals(shortlist=shortlist, candidates=padded, message=message.astype(np.float32))
