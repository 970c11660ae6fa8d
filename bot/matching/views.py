"""Three views on a phrasing (its words, its letters, the families its words are of) as one sparse row.

The inner product of two rows is a likeness between 0 and 1.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.matching.reading import Reading
from bot.matching.sparse import Floats, SparseRows, Whole

SHARES = (0.28, 0.55, 0.17)
"""Weight of words, letters and families in a likeness. Chosen by rehearsal on the content, checked on public sets."""

VIEWS = len(SHARES)

LEAST_FAMILIES = 0.7
"""Weight, in features nobody uses, added to the length of a text's families: one family alone says little."""

_WORDS, _FAMILIES = 0, 2
_LONGEST_GRAM = 4
_SHORTEST_GRAM = 2

Stem = Callable[[Sequence[str]], list[str]]
Table = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One text in the views: column numbers and values, and the stems with how much each tells (see :class:`Views`).

    ``stems`` are the word-view columns of single words with their ``stem_weights``; ``total`` is the weight of all
    words, those that no phrasing uses included.
    """

    columns: tuple[int, ...]
    values: tuple[float, ...]
    stems: tuple[int, ...]
    stem_weights: tuple[float, ...]
    total: float


def features(reading: Reading, stem: Stem) -> tuple[tuple[Counter[str], ...], list[str]]:
    """Return the counted features of each view, and the single stems once each (appended words count as words).

    Words: stems and pairs of neighbouring stems. Letters: runs of two to four within a word, its edges being a letter
    too.
    """
    plain = stem(reading.words)
    singles = [*plain, *stem(reading.appended)]
    words = Counter([*singles, *(f"{first} {second}" for first, second in pairwise(plain))])
    letters: Counter[str] = Counter()
    for word in (*reading.words, *reading.appended):
        edged = f" {word} "
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
            letters.update(edged[start : start + size] for start in range(len(edged) - size + 1))
    return (words, letters, Counter(reading.families)), list(dict.fromkeys(singles))


class Views:
    """The columns of the views and their weights, learned from phrasings with their owners.

    A feature's weight falls with the number of entries that share it (inverse entry frequency, an entry counting by the
    share it has): what many entries say tells nothing about which one is meant. A feature nobody uses still counts in
    the length of a row, so a text full of foreign words is unlike everything.
    """

    def __init__(self, tables: Sequence[Table], weights: Floats, owners: int, stem: Stem) -> None:
        """``tables`` give the column of each feature, one a view; ``weights`` the weight of each column."""
        self.tables = tuple(dict(table) for table in tables)
        self.weights = weights
        self.owners = owners
        self._stem = stem
        self._weights: list[float] = weights.tolist()
        self._unseen = float(np.log(1 + owners) + 1)
        used = sum(share for share, table in zip(SHARES, self.tables, strict=True) if table) or 1.0
        self._shares = tuple(share / used for share in SHARES)

    @classmethod
    def learn(cls, readings: Sequence[Reading], owners: Sequence[int], stem: Stem) -> "Views":
        """Return the views for these phrasings; ``owners`` numbers the entry each belongs to."""
        count = len(set(owners))
        counted = [features(reading, stem)[0] for reading in readings]
        tables: list[Table] = []
        weights: list[float] = []
        for view in range(VIEWS):
            learned = _entry_weights((counts[view] for counts in counted), owners, count)
            tables.append(dict(zip(learned, range(len(weights), len(weights) + len(learned)), strict=True)))
            weights.extend(learned.values())
        return cls(tables, np.array(weights, dtype=np.float32), count, stem)

    def extended(self, readings: Sequence[Reading]) -> "Views":
        """Return views that also have a column for each new feature of ``readings``, as telling as a feature can be."""
        tables = [dict(table) for table in self.tables]
        column = self.columns
        for reading in readings:
            for table, counts in zip(tables, features(reading, self._stem)[0], strict=True):
                for feature in counts:
                    if feature not in table:
                        table[feature] = column
                        column += 1
        added = np.full(column - self.columns, self._unseen, dtype=np.float32)
        return Views(tables, np.concatenate([self.weights, added]), self.owners, self._stem)

    @property
    def columns(self) -> int:
        """Number of columns of all views together."""
        return len(self._weights)

    @property
    def words(self) -> NDArray[np.intp]:
        """The columns of the word view."""
        return np.fromiter(self.tables[_WORDS].values(), dtype=np.intp)

    def row(self, reading: Reading) -> Row:
        """Return ``reading`` in the views."""
        counted, singles = features(reading, self._stem)
        columns: list[int] = []
        values: list[float] = []
        for view, (counts, table, share) in enumerate(zip(counted, self.tables, self._shares, strict=True)):
            least = LEAST_FAMILIES * self._unseen**2 if view == _FAMILIES else 0.0
            self._add(counts, table, share, least, columns, values)
        places = [self.tables[_WORDS].get(single, -1) for single in singles]
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
        self, counts: Counter[str], places: Table, share: float, least: float, columns: list[int], values: list[float]
    ) -> None:
        length = least
        found: list[tuple[int, float]] = []
        for feature, count in counts.items():
            place = places.get(feature)
            weight = self._weights[place] if place is not None else self._unseen
            value = weight * float(1 + np.log(count)) if count > 1 else weight
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
