"""A classifier over the examples, in words and in meaning: what rules miss, likeness may still catch.

Ridge regression of each class in the space of the examples (kernel form). The kernel adds two likenesses: of hashed
words, pairs of words, parts of words and groups of words; and of meaning, a Gaussian of the distance between the
vectors of a sentence encoder (Schölkopf and Smola 2002), which carries danger into words and languages that have no
example. The encoder is read at several depths: what a sentence is about stands in its last layer, how it is said in
the middle ones. Leaving out a whole voice costs little extra (block form of Golub, Heath and Wahba 1979), and that is
how the thresholds are fitted: on people the classifier does not know. The same examples always give the same weights.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bot.encoder.port import DEPTHS, Encoder
from bot.safety.packed import Packed
from bot.safety.word_groups import WordGroups

Floats = NDArray[np.float32]

BUCKETS = 1 << 14
_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
_GRAM, _WORD, _GROUP, _TWO_GROUPS = 0.25, 0.6, 2.0, 1.5
"""Weights of a character n-gram, of a word or two, of a group and of two groups together."""
_RIDGE = 0.3
_BAND = 512
_CONSTANT = 0.25
_WORDS = 0.5
"""How much the likeness of words counts beside that of meaning."""
_NARROW = 1.0
"""How fast likeness of meaning falls with distance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text twice: as it was written, for its meaning, and as ``read`` made it, for its words."""

    written: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """What was learned of meaning: the vectors of the examples and how each pulls towards each class."""

    centre: Floats
    """The mean vector of the examples, taken off each."""
    vectors: Floats
    """Examples × (depths × dimensions), each of length 1."""
    pulls: Floats
    """Examples × classes."""


class Likeness:
    """How much a text looks like the examples of each class: about 0 for not at all, about 1 for very much."""

    def __init__(
        self, weights: Floats, groups: WordGroups, meanings: Meanings | None = None, encoder: Encoder | None = None
    ) -> None:
        self.weights = weights
        """One row a feature, one column a class."""
        self.meanings = meanings
        self._groups = groups
        self._encoder = encoder

    def scores(self, pieces: Sequence[Piece]) -> Floats:
        """One row a text, one column a class."""
        words = np.asarray(_rows([piece.read for piece in pieces], self._groups) @ self.weights, dtype=np.float32)
        if self.meanings is None or self._encoder is None:
            return words
        vectors = _centred(self._encoder.encode_depths([piece.written for piece in pieces]), self.meanings.centre)
        alike = _narrowed(vectors @ self.meanings.vectors.T)
        return np.asarray(words + alike @ self.meanings.pulls, dtype=np.float32)


def learn(
    pieces: Sequence[Piece],
    labels: Sequence[int],
    voices: Sequence[str],
    classes: int,
    groups: WordGroups,
    encoder: Encoder | None,
) -> tuple[Likeness, Floats]:
    """The classifier, and what each example would get if its voice were not among the examples; one row an example.

    ``labels`` from 0 up to ``classes``; ``voices`` names who is speaking in each example.
    """
    rows = _rows([piece.read for piece in pieces], groups)
    wanted = np.zeros((len(labels), classes), dtype=np.float32)
    wanted[np.arange(len(labels)), labels] = 1.0
    vectors = centre = None
    if encoder is not None:
        plain = encoder.encode_depths([piece.written for piece in pieces])
        centre = np.asarray(plain.mean(axis=0), dtype=np.float32)
        vectors = _centred(plain, centre)
    kernel = _kernel(rows, vectors)
    kernel.factor()
    solved = kernel.solve(wanted)
    kernel.invert()
    left_out = _left_out(kernel, solved, wanted, voices)
    # The largest thing there is is no longer needed.
    del kernel
    weights = np.asarray(rows.T @ solved, dtype=np.float32)
    if vectors is None or centre is None:
        return Likeness(weights, groups), left_out
    meanings = Meanings(centre=centre, vectors=vectors, pulls=solved)
    return Likeness(np.asarray(weights * _WORDS, dtype=np.float32), groups, meanings, encoder), left_out


def _kernel(rows: csr_array, vectors: Floats | None) -> Packed:
    """How alike the examples are, two by two; made a band at a time, and only the half that differs."""
    kernel = Packed(rows.shape[0])
    for start in range(0, rows.shape[0], _BAND):
        band = slice(start, start + _BAND)
        # Against a full table: what comes out is full too.
        alike: Floats = np.asarray(rows[start:] @ np.ascontiguousarray(rows[band].toarray().T), dtype=np.float32)
        if vectors is not None:
            alike *= _WORDS
            alike += _narrowed(vectors[start:] @ vectors[band].T)
        alike[np.diag_indices(alike.shape[1])] += _RIDGE
        kernel.fill(start, alike)
    return kernel


def _left_out(inverse: Packed, solved: Floats, wanted: Floats, voices: Sequence[str]) -> Floats:
    """Each example judged without its voice: y - (K⁻¹ of the block)⁻¹ (K⁻¹ y)."""
    left_out = np.zeros_like(wanted)
    names = np.array(voices)
    for voice in dict.fromkeys(voices):
        own = np.flatnonzero(names == voice)
        left_out[own] = wanted[own] - np.linalg.solve(inverse.block(own), solved[own])
    return left_out


def _centred(vectors: Floats, centre: Floats) -> Floats:
    """Rows of length 1 to which each depth contributes as much."""
    moved = (vectors - centre).reshape(len(vectors), DEPTHS, -1)
    moved /= np.maximum(np.linalg.norm(moved, axis=2, keepdims=True), 1e-6) * np.float32(DEPTHS**0.5)
    return np.asarray(moved.reshape(len(vectors), -1), dtype=np.float32)


def _narrowed(cosines: Floats) -> Floats:
    return np.asarray(np.exp(2 * _NARROW * (cosines - 1)), dtype=np.float32)


def _rows(texts: Sequence[str], groups: WordGroups) -> csr_array:
    """Vectors of unit length and a constant, one row a text."""
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for text in texts:
        row = _counted(text.split(), groups.marks(text))
        length = sum(value * value for value in row.values()) ** 0.5
        columns += [*row, BUCKETS]
        values += [*(value / length for value in row.values()), _CONSTANT]
        ends.append(len(values))
    return csr_array((np.array(values, dtype=np.float32), columns, ends), shape=(len(texts), BUCKETS + 1))


def _counted(words: Sequence[str], marks: Iterable[str]) -> dict[int, float]:
    row: dict[int, float] = {}
    for word in words:
        for bucket, value in _of_a_word(word):
            row[bucket] = row.get(bucket, 0.0) + value
    for first, second in pairwise(words):
        bucket = _bucket(f"p:{first} {second}")
        row[bucket] = row.get(bucket, 0.0) + _WORD
    for mark in marks:
        bucket = _bucket(f"g:{mark}")
        row[bucket] = row.get(bucket, 0.0) + (_TWO_GROUPS if "+" in mark else _GROUP)
    return row


@lru_cache(maxsize=8192)
def _of_a_word(word: str) -> tuple[tuple[int, float], ...]:
    """A word and its parts; most words come again and again."""
    padded = f" {word} "
    parts = [
        padded[start : start + size]
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1)
        for start in range(max(0, len(padded) - size + 1))
    ]
    return (*((_bucket(part), _GRAM) for part in parts), (_bucket(f"w:{word}"), _WORD))


def _bucket(feature: str) -> int:
    return zlib.crc32(feature.encode()) % BUCKETS
