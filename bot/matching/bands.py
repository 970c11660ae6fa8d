"""The two thresholds between answering, offering a choice and saying honestly that it is not known."""

from dataclasses import dataclass

import numpy as np

from bot.matching.rehearsal import Rehearsal
from bot.matching.sparse import Floats

ANSWER_PRECISION = 0.93
"""Of the direct answers in the rehearsal at least this share must be right; the promise is nine in ten."""

CHOICE_KEPT = 0.985
"""Of the rehearsed questions whose entry is among the best three at least this share must be answered or offered."""

USUAL_ANSWER, USUAL_SUGGEST = 0.6, 0.12
"""Thresholds of a folder with too few phrasings to rehearse."""

_LEAST_ANSWER, _MOST_ANSWER = 0.45, 0.9
_LEAST_SUGGEST, _MOST_SUGGEST = 0.05, 0.3
_FULL_TRUST = 200.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Least confidence (0–1) for a direct answer and for showing a choice."""

    answer: float
    suggest: float


def find_bands(confidences: Floats, rehearsal: Rehearsal) -> Bands:
    """Return the bands that keep both promises on the rehearsed questions; with few of them the usual thresholds
    weigh in.

    ``confidences``: questions × SHORTLIST, as weighed.
    """
    count = len(confidences)
    if count == 0:
        return Bands(answer=USUAL_ANSWER, suggest=USUAL_SUGGEST)
    order = np.argsort(-confidences, axis=1, kind="stable")
    best = confidences.max(axis=1)
    rank = np.argmax(order == rehearsal.wanted[:, None], axis=1)
    found = rehearsal.wanted >= 0
    sequence = np.argsort(-best)
    weight = rehearsal.importance[sequence]
    right = (found & (rank == 0))[sequence]
    precision = np.cumsum(weight * right) / np.maximum(np.cumsum(weight), 1e-9)
    good = np.flatnonzero(precision >= ANSWER_PRECISION)
    answer = float(best[sequence][good[-1]]) if len(good) else _MOST_ANSWER
    kept = np.sort(best[found & (rank < 3)])
    suggest = float(kept[int((1 - CHOICE_KEPT) * len(kept))]) if len(kept) else USUAL_SUGGEST
    trust = count / (count + _FULL_TRUST)
    return Bands(
        answer=trust * min(max(answer, _LEAST_ANSWER), _MOST_ANSWER) + (1 - trust) * USUAL_ANSWER,
        suggest=trust * min(max(suggest, _LEAST_SUGGEST), _MOST_SUGGEST) + (1 - trust) * USUAL_SUGGEST,
    )
