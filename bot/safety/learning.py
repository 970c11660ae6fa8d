"""A small classifier over the examples: what patterns miss, likeness may still catch.

Ridge regression of each class on hashed words, pairs of words, parts of words and groups of words, solved in one step
in the space of the examples (kernel form), in about a second; the same examples always give the same weights. Leaving
one example out costs nothing extra (Golub, Heath and Wahba 1979), which is how the thresholds are fitted on sentences
the classifier does not know.
"""

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_solve, cholesky
from scipy.linalg.lapack import strtri
from scipy.sparse import csr_array

from bot.safety.word_groups import WordGroups

Floats = NDArray[np.float32]

BUCKETS = 1 << 14
_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
_GRAM, _WORD, _GROUP, _TWO_GROUPS = 0.25, 0.6, 2.0, 1.5
"""Weights of a character n-gram, of a word or two, of a group and of two groups together."""
_RIDGE = 0.6
_CONSTANT = 0.25


class Likeness:
    """How much a read text looks like the examples of each class: about 0 for not at all, about 1 for very much."""

    def __init__(self, weights: Floats, groups: WordGroups) -> None:
        self.weights = weights
        """One row a feature, one column a class."""
        self._groups = groups

    @classmethod
    def learn(
        cls, texts: Sequence[str], labels: Sequence[int], classes: int, groups: WordGroups
    ) -> tuple[Self, Floats]:
        """The classifier, and what each example would get if it were not among the examples; one row an example.

        ``texts`` as ``read`` gives them; ``labels`` from 0 up to ``classes``.
        """
        rows = _rows(texts, groups)
        wanted = np.zeros((len(labels), classes), dtype=np.float32)
        wanted[np.arange(len(labels)), labels] = 1.0
        kernel = (rows @ rows.T).toarray()
        kernel[np.diag_indices_from(kernel)] += _RIDGE
        triangle = cholesky(kernel, lower=True, overwrite_a=True, check_finite=False)
        solved = cho_solve((triangle, True), wanted, check_finite=False)
        inverse_triangle, _ = strtri(triangle, lower=1)
        diagonal = (inverse_triangle**2).sum(axis=0)
        left_out: Floats = (wanted - solved / diagonal[:, None]).astype(np.float32)
        return cls(np.asarray(rows.T @ solved, dtype=np.float32), groups), left_out

    def scores(self, texts: Sequence[str]) -> Floats:
        """One row a text, one column a class."""
        return np.asarray(_rows(texts, self._groups) @ self.weights, dtype=np.float32)


def _rows(texts: Sequence[str], groups: WordGroups) -> csr_array:
    """Vectors of unit length and a constant, one row a text."""
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for text in texts:
        row = _counted(_grams(text, groups.marks(text)))
        length = sum(value * value for value in row.values()) ** 0.5
        columns += [*row, BUCKETS]
        values += [*(value / length for value in row.values()), _CONSTANT]
        ends.append(len(values))
    return csr_array((np.array(values, dtype=np.float32), columns, ends), shape=(len(texts), BUCKETS + 1))


def _counted(grams: Iterable[tuple[str, float]]) -> dict[int, float]:
    row: dict[int, float] = {}
    for gram, value in grams:
        bucket = zlib.crc32(gram.encode()) % BUCKETS
        row[bucket] = row.get(bucket, 0.0) + value
    return row


def _grams(text: str, marks: Sequence[str]) -> Iterable[tuple[str, float]]:
    words = text.split()
    for word in words:
        padded = f" {word} "
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
            yield from ((padded[start : start + size], _GRAM) for start in range(max(0, len(padded) - size + 1)))
        yield f"w:{word}", _WORD
    yield from ((f"p:{first} {second}", _WORD) for first, second in pairwise(words))
    yield from ((f"g:{mark}", _TWO_GROUPS if "+" in mark else _GROUP) for mark in marks)
