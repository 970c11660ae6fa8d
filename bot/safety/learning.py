"""A small classifier over the examples: what patterns miss, likeness may still catch.

Ridge regression of each class on hashed words, pairs of words and character n-grams, solved in one step in the space of
the examples (kernel form), so it is learned anew at every start in a fraction of a second and the same examples always
give the same weights. Leaving one example out costs nothing extra (Golub, Heath and Wahba 1979), which is how ``check``
and the tests see what the classifier makes of a sentence it does not know.
"""

import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

BUCKETS = 1 << 13
_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
_RIDGE = 0.6
_CONSTANT = 0.25


class Likeness:
    """How much a read text looks like the examples of each class: about 0 for not at all, about 1 for very much."""

    def __init__(self, texts: Sequence[str], labels: Sequence[int], classes: int) -> None:
        """``texts`` as ``read`` gives them; ``labels`` from 0 up to ``classes``."""
        rows = np.stack([features(text) for text in texts])
        wanted = np.zeros((len(labels), classes), dtype=np.float32)
        wanted[np.arange(len(labels)), labels] = 1.0
        kernel = rows @ rows.T
        kernel[np.diag_indices_from(kernel)] += _RIDGE
        inverse = np.linalg.inv(kernel.astype(np.float64))
        solved = inverse @ wanted
        self._weights: Floats = (rows.T @ solved.astype(np.float32)).astype(np.float32)
        self.left_out: Floats = (wanted - solved / np.diag(inverse)[:, None]).astype(np.float32)
        """What each example would get if it were not among the examples; one row an example."""

    def scores(self, texts: Sequence[str]) -> Floats:
        """One row a text, one column a class."""
        result: Floats = np.stack([features(text) for text in texts]) @ self._weights
        return result


def features(text: str) -> Floats:
    """A vector of unit length, and a constant."""
    vector = np.zeros(BUCKETS + 1, dtype=np.float32)
    for bucket, value in _grams(text):
        vector[bucket] += value
    norm = float(np.linalg.norm(vector))
    if norm > 0:
        vector /= norm
    vector[BUCKETS] = _CONSTANT
    return vector


def _grams(text: str) -> list[tuple[int, float]]:
    words = text.split()
    found: list[tuple[int, float]] = []
    for word in words:
        padded = f" {word} "
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
            found += [(_bucket(padded[start : start + size]), 0.4) for start in range(max(0, len(padded) - size + 1))]
        found.append((_bucket(f"w:{word}"), 1.0))
    found += [(_bucket(f"p:{first} {second}"), 1.0) for first, second in pairwise(words)]
    return found


def _bucket(gram: str) -> int:
    return zlib.crc32(gram.encode()) % BUCKETS
