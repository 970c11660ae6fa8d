"""A small classifier over the examples: what patterns miss, likeness may still catch.

Softmax regression on hashed character n-grams and words, a few thousand weights per class; it is learned anew at every
start in a fraction of a second, and the same examples always give the same weights.
"""

import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]

BUCKETS = 1 << 14
_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
_PENALTY = 1.5e-4
_ITERATIONS = 60


class Likeness:
    """Probability per class for a read text; class 0 is whatever the first label is."""

    def __init__(self, texts: Sequence[str], labels: Sequence[int], classes: int) -> None:
        """``texts`` as ``read`` gives them; ``labels`` from 0 up to ``classes``."""
        self._weights = _fit(features(texts), np.asarray(labels), classes)

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """One row a text, one column a class; rows add up to one."""
        return _softmax(features(texts) @ self._weights)


def features(texts: Sequence[str]) -> csr_matrix:
    """Rows of unit length: character n-grams inside words, words, pairs of words, and a constant."""
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for text in texts:
        counts = _grams(text)
        norm = max(1e-9, sum(value * value for value in counts.values())) ** 0.5
        indices.extend(counts)
        values.extend(value / norm for value in counts.values())
        indices.append(BUCKETS)
        values.append(0.3)
        starts.append(len(indices))
    return csr_matrix((values, indices, starts), shape=(len(texts), BUCKETS + 1))


def _grams(text: str) -> dict[int, float]:
    counts: dict[int, float] = {}
    words = text.split()

    def add(gram: str, value: float) -> None:
        bucket = zlib.crc32(gram.encode()) % BUCKETS
        counts[bucket] = counts.get(bucket, 0.0) + value

    for word in words:
        padded = f" {word} "
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
            for start in range(len(padded) - size + 1):
                add(padded[start : start + size], 0.5)
        add(f"w:{word}", 1.0)
    for first, second in pairwise(words):
        add(f"p:{first} {second}", 1.2)
    return counts


def _fit(rows: csr_matrix, labels: NDArray[np.int64], classes: int) -> Floats:
    wanted = np.zeros((rows.shape[0], classes))
    wanted[np.arange(len(labels)), labels] = 1.0
    transposed = rows.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(BUCKETS + 1, classes)
        chances = _softmax(rows @ weights)
        value = -float(np.log(np.maximum(chances[np.arange(len(labels)), labels], 1e-12)).mean())
        slope = transposed @ (chances - wanted) / len(labels) + 2 * _PENALTY * weights
        return value + _PENALTY * float((weights * weights).sum()), slope.ravel()

    start = np.zeros((BUCKETS + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    weights: Floats = found.x.reshape(BUCKETS + 1, classes)
    return weights


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return result
