"""The two thresholds between answering, offering a choice and saying honestly that it is not known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.rehearsal import Rehearsal
from bot.matching.sparse import Floats

MOST_WRONG = 0.05
"""Of the rehearsed questions in scope at most this share may be answered wrongly.

Rehearsed questions are harder than real ones, since each is asked of a model that lacks its phrasing. A threshold with
which this share of them was answered wrongly, did so for 2.8 in 100 questions written by others (half of the
development set, November 2026).
"""

LEAST_RIGHT = 0.8
"""Of the direct answers to rehearsed questions in scope at least this share must be right."""

MOST_NEIGHBOURS, MOST_AFAR = 0.5, 0.06
"""Of the questions out of scope at most these shares may be answered: of entries left out, and of those not for us."""

CHOICE_KEPT = 0.994
"""Of the rehearsed questions whose entry is among the best three at least this share must be answered or offered."""

USUAL_ANSWER, USUAL_SUGGEST = 0.6, 0.1
"""Thresholds of a folder with too few phrasings to rehearse."""

_LEAST_ANSWER, _MOST_ANSWER = 0.38, 0.85
_LEAST_SUGGEST, _MOST_SUGGEST = 0.06, 0.3
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
    answer = _answer_threshold(best, found & (rank == 0), rehearsal)
    kept = np.sort(best[found & (rank < 3)])
    suggest = float(kept[int((1 - CHOICE_KEPT) * len(kept))]) if len(kept) else USUAL_SUGGEST
    trust = count / (count + _FULL_TRUST)
    return Bands(
        answer=trust * min(max(answer, _LEAST_ANSWER), _MOST_ANSWER) + (1 - trust) * USUAL_ANSWER,
        suggest=trust * min(max(suggest, _LEAST_SUGGEST), _MOST_SUGGEST) + (1 - trust) * USUAL_SUGGEST,
    )


def _answer_threshold(best: Floats, right: NDArray[np.bool_], rehearsal: Rehearsal) -> float:
    """Return the lowest threshold from which every promise about direct answers is kept."""
    sequence = np.argsort(-best, kind="stable")
    inside = rehearsal.in_scope[sequence]
    afar = rehearsal.afar[sequence]
    wrong = np.cumsum(inside & ~right[sequence])
    answered = np.cumsum(inside)
    good = wrong <= MOST_WRONG * max(int(inside.sum()), 1)
    good &= answered - wrong >= LEAST_RIGHT * answered
    good &= np.cumsum(afar) <= MOST_AFAR * max(int(afar.sum()), 1)
    neighbours = ~inside & ~afar
    good &= np.cumsum(neighbours) <= MOST_NEIGHBOURS * max(int(neighbours.sum()), 1)
    kept = np.flatnonzero(good)
    return float(best[sequence][kept[-1]]) if len(kept) else _MOST_ANSWER
