"""Weighing: from signals to calibrated probabilities, with "none of these" as a choice of its own.

A conditional logit (McFadden 1974): each shortlisted entry has a score, "none of these" has one too, and the
probabilities are their softmax. The dozen weights are fitted on rehearsed questions, pulled towards weights that did
well on public sets, so a folder with a handful of phrasings gets sensible confidences and a large one its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.signals import CANDIDATE_SIGNALS, MESSAGE_SIGNALS, Signals
from bot.matching.sparse import Floats

_ABSENT = -1e9
_ROUNDS = 40
_NEAREST, _COVERED = CANDIDATE_SIGNALS.index("nearest"), CANDIDATE_SIGNALS.index("words covered")
_LEAST_LIKENESS, _LEAST_COVERED, _STRANGE = 0.2, 0.08, 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One weight per candidate signal and per message signal (the latter add up to the score of "none of these")."""

    candidate: NDArray[np.float64]
    message: NDArray[np.float64]


USUAL = Weights(
    candidate=np.array([1.1, 0.3, 1.4, 1.2, 1.5, -0.5, 1.5]),
    message=np.array([1.0, 0.5, -0.4, 0.3]),
)
"""Where the fit starts and what too small a folder keeps."""


def probabilities(signals: Signals, weights: Weights) -> Floats:
    """Return m × SHORTLIST probabilities that each candidate is the one wanted; a row sums to at most 1, the rest
    is "none".
    """
    scores = _scores(signals, np.concatenate([weights.candidate, weights.message]))
    lifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = lifted[:, :-1] / lifted.sum(axis=1, keepdims=True)
    nearest = signals.candidates[:, :, _NEAREST]
    covered = signals.candidates[:, :, _COVERED]
    strange = (nearest < _LEAST_LIKENESS) & (covered < _LEAST_COVERED)
    return np.asarray(np.where(strange, _STRANGE * shares, shares), dtype=np.float32)


def fit_weights(
    signals: Signals, wanted: NDArray[np.intp], importance: Floats, *, prior: Weights = USUAL, strength: float = 2.0
) -> Weights:
    """Return the weights that explain rehearsed choices best.

    ``wanted``: m, position in the shortlist of the right entry, or -1 for none of these; ``importance``: m, how much
    each counts; ``strength``: precision of the Gaussian pull towards ``prior``. Newton's method; the problem is
    convex.
    """
    centre = np.concatenate([prior.candidate, prior.message])
    designs = _designs(signals)
    present = np.concatenate([signals.shortlist >= 0, np.ones((len(wanted), 1), dtype=bool)], axis=1)
    target = np.where(wanted < 0, designs.shape[1] - 1, wanted)
    chosen = designs[np.arange(len(wanted)), target]
    beta = centre.copy()
    for _ in range(_ROUNDS):
        scores = np.where(present, designs @ beta, _ABSENT)
        lifted = np.exp(scores - scores.max(axis=1, keepdims=True))
        share = lifted / lifted.sum(axis=1, keepdims=True)
        mean = np.einsum("mr,mrd->md", share, designs)
        gradient = importance @ (mean - chosen) + strength * (beta - centre)
        spread = np.einsum("m,mr,mrd,mre->de", importance, share, designs, designs, optimize=True)
        curvature = spread - (mean * importance[:, None]).T @ mean + strength * np.eye(len(beta))
        step = np.linalg.solve(curvature, gradient)
        step *= min(1.0, 2.0 / max(float(np.abs(step).max()), 1e-12))
        beta = beta - step
        if float(np.abs(step).max()) < 1e-4:
            break
    return Weights(candidate=beta[: len(CANDIDATE_SIGNALS)], message=beta[len(CANDIDATE_SIGNALS) :])


def _designs(signals: Signals) -> NDArray[np.float64]:
    count, places = signals.shortlist.shape
    designs = np.zeros((count, places + 1, len(CANDIDATE_SIGNALS) + len(MESSAGE_SIGNALS)))
    designs[:, :places, : len(CANDIDATE_SIGNALS)] = signals.candidates
    designs[:, places, len(CANDIDATE_SIGNALS) :] = signals.message
    return designs


def _scores(signals: Signals, beta: NDArray[np.float64]) -> NDArray[np.float64]:
    present = np.concatenate([signals.shortlist >= 0, np.ones((len(signals.shortlist), 1), dtype=bool)], axis=1)
    return np.where(present, _designs(signals) @ beta, _ABSENT)
