"""Two views on a phrasing, its words and its letters, as one sparse row whose inner product is a likeness between
0 and 1.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.matching.reading import Reading
from bot.matching.sparse import Floats, SparseRows, Whole

WORD_SHARE = 0.2
"""Weight of the word view in a likeness; the letter view has the rest. Chosen on BANKING77's validation part and
two Dutch draws.
"""

_LONGEST_GRAM = 4
_SHORTEST_GRAM = 2

Stem = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One text in the two views: column numbers and values, and the stems with how much each tells (see
    :class:`Views`).

    ``stems`` are the word-view columns of single words with their ``stem_weights``; ``total`` is the weight of all
    words, those that no phrasing uses included.
    """

    columns: tuple[int, ...]
    values: tuple[float, ...]
    stems: tuple[int, ...]
    stem_weights: tuple[float, ...]
    total: float


def word_features(reading: Reading, stem: Stem) -> tuple[Counter[str], list[str]]:
    """Return the counted stems and pairs of stems, and the single stems once each (appended words count as words)."""
    plain = stem(reading.words)
    singles = [*plain, *stem(reading.appended)]
    pairs = [f"{first} {second}" for first, second in pairwise(plain)]
    return Counter([*singles, *pairs]), list(dict.fromkeys(singles))


def letter_features(reading: Reading) -> Counter[str]:
    """Return the counted runs of two to four letters within each word, the word's edges being a letter too."""
    grams: Counter[str] = Counter()
    for word in (*reading.words, *reading.appended):
        edged = f" {word} "
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
            grams.update(edged[start : start + size] for start in range(len(edged) - size + 1))
    return grams


class Views:
    """The columns of the two views and their weights, learned from phrasings with their owners.

    A feature's weight falls with the number of entries that share it (inverse entry frequency, an entry counting by
    the share it has): what many entries say tells nothing about which one is meant. A feature nobody uses still
    counts in the length of a row, so a text full of foreign words is unlike everything.
    """

    def __init__(
        self, words: Mapping[str, int], letters: Mapping[str, int], weights: Floats, owners: int, stem: Stem
    ) -> None:
        """``words`` and ``letters`` give the column of each feature, ``weights`` the weight of each column."""
        self.words = dict(words)
        self.letters = dict(letters)
        self.weights = weights
        self.owners = owners
        self._stem = stem
        self._weights: list[float] = weights.tolist()
        self._unseen = float(np.log(1 + owners) + 1)

    @classmethod
    def learn(cls, readings: Sequence[Reading], owners: Sequence[int], stem: Stem) -> "Views":
        """Return the views for these phrasings; ``owners`` numbers the entry each belongs to."""
        count = len(set(owners))
        words = _entry_weights((word_features(reading, stem)[0] for reading in readings), owners, count)
        letters = _entry_weights((letter_features(reading) for reading in readings), owners, count)
        weights = np.array([*words.values(), *letters.values()], dtype=np.float32)
        places = range(len(words), len(words) + len(letters))
        return cls(
            dict(zip(words, range(len(words)), strict=True)),
            dict(zip(letters, places, strict=True)),
            weights,
            count,
            stem,
        )

    def extended(self, readings: Sequence[Reading]) -> "Views":
        """Return views that also have a column for each new feature of ``readings``, as telling as a feature can be."""
        words, letters = dict(self.words), dict(self.letters)
        column = self.columns
        for reading in readings:
            for known, features in (
                (words, word_features(reading, self._stem)[0]),
                (letters, letter_features(reading)),
            ):
                for feature in features:
                    if feature not in known:
                        known[feature] = column
                        column += 1
        added = np.full(column - self.columns, self._unseen, dtype=np.float32)
        return Views(words, letters, np.concatenate([self.weights, added]), self.owners, self._stem)

    @property
    def columns(self) -> int:
        """Number of columns of both views together."""
        return len(self._weights)

    def row(self, reading: Reading) -> Row:
        """Return ``reading`` in the two views."""
        features, singles = word_features(reading, self._stem)
        columns: list[int] = []
        values: list[float] = []
        self._add(features, self.words, WORD_SHARE, columns, values)
        self._add(letter_features(reading), self.letters, 1 - WORD_SHARE, columns, values)
        places = [self.words.get(single, -1) for single in singles]
        weights = [self._weights[place] if place >= 0 else self._unseen for place in places]
        return Row(
            columns=tuple(columns),
            values=tuple(values),
            stems=tuple(place for place in places if place >= 0),
            stem_weights=tuple(weight for place, weight in zip(places, weights, strict=True) if place >= 0),
            total=sum(weights),
        )

    def matrix(self, rows: Sequence[Row]) -> SparseRows:
        """Return ``rows`` as one sparse matrix."""
        return SparseRows.from_rows([(row.columns, row.values) for row in rows], self.columns)

    def stem_matrix(self, rows: Sequence[Row]) -> SparseRows:
        """Return which words (columns of the word view) each row holds, each with its weight."""
        return SparseRows.from_rows([(row.stems, row.stem_weights) for row in rows], self.columns)

    def _add(
        self,
        counts: Counter[str],
        places: dict[str, int],
        share: float,
        columns: list[int],
        values: list[float],
    ) -> None:
        length = 0.0
        found: list[tuple[int, float]] = []
        for feature, count in counts.items():
            place = places.get(feature)
            value = (self._weights[place] if place is not None else self._unseen) * (
                1 + np.log(count) if count > 1 else 1.0
            )
            length += value * value
            if place is not None:
                found.append((place, value))
        if found:
            scale = float(np.sqrt(share / length))
            columns.extend(place for place, _ in found)
            values.extend(value * scale for _, value in found)


def _entry_weights(documents: Iterable[Counter[str]], owners: Sequence[int], count: int) -> dict[str, float]:
    spread: dict[str, Counter[int]] = defaultdict(Counter)
    for document, owner in zip(documents, owners, strict=True):
        for feature in document:
            spread[feature][owner] += 1
    weights: dict[str, float] = {}
    for feature in sorted(spread):
        shares = np.array(list(spread[feature].values()), dtype=np.float64)
        shares /= shares.sum()
        effective = float(np.exp(-(shares * np.log(shares)).sum()))
        weights[feature] = float(np.log((1 + count) / (1 + effective)) + 1)
    return weights


def as_vectors(row: Row) -> tuple[Whole, Floats]:
    """Return the columns and values of ``row`` as arrays."""
    return np.array(row.columns, dtype=np.int32), np.array(row.values, dtype=np.float32)
