"""The classifier in one of two forms: weights per phrasing, or, for a very large FAQ, per dimension of a sketch."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.sparse import Floats, SparseRows, Whole

DIMENSIONS = 1024
"""Length of a sketch: enough to keep likenesses within a few hundredths (Johnson and Lindenstrauss)."""

_COPIES = 8
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifier:
    """Exactly one of: ``dual`` (rows learned from × labels), ``direct`` (sketch dimensions and constant × labels)."""

    dual: Floats | None = None
    direct: Floats | None = None

    def scores(self, likeness: Floats, sketches: Floats | None) -> Floats:
        """Return logits (questions × labels) of questions, by their likenesses (× rows) or sketches (× dimensions).

        A dual classifier needs the former, a direct one the latter.
        """
        if self.direct is not None and sketches is not None:
            return np.asarray(sketches @ self.direct, dtype=np.float32)
        assert self.dual is not None
        return np.asarray((likeness + 1) @ self.dual, dtype=np.float32)

    def columns(self, labels: NDArray[np.intp]) -> "Classifier":
        """Return the classifier for these labels only."""
        if self.direct is not None:
            return Classifier(direct=self.direct[:, labels])
        assert self.dual is not None
        return Classifier(dual=self.dual[:, labels])

    def nudged(self, steps: Floats, order: NDArray[np.intp]) -> "Classifier":
        """Return the classifier with new rows (``steps``), all put in ``order``; a direct one stays as it is."""
        if self.dual is None:
            return self
        return Classifier(dual=np.concatenate([self.dual, steps.astype(np.float32)])[order])


def sketch(columns: Whole, values: Floats) -> Floats:
    """Return one sparse row in DIMENSIONS + 1 dimensions, the last being 1; inner products are nearly kept.

    Each column is spread over a few dimensions with a sign, all from a fixed hash of its number (a sparse
    Johnson-Lindenstrauss transform; Kane and Nelson 2014).
    """
    return np.asarray(_spread(np.zeros(len(columns), dtype=np.int64), columns, values, 1)[0], dtype=np.float32)


def sketch_rows(rows: SparseRows) -> Floats:
    """Return the sketches of all ``rows`` (rows × DIMENSIONS + 1)."""
    data, columns, bounds = rows.arrays()
    count = rows.shape[0]
    owners = np.repeat(np.arange(count), np.diff(bounds))
    pieces = []
    for start in range(0, count, _ROWS_AT_ONCE):
        stop = min(start + _ROWS_AT_ONCE, count)
        part = slice(int(bounds[start]), int(bounds[stop]))
        pieces.append(_spread(owners[part] - start, columns[part], data[part], stop - start))
    return np.concatenate(pieces)


def _spread(rows: NDArray[np.int64], columns: Whole, values: Floats, count: int) -> Floats:
    mixed = columns.astype(np.uint64)[:, None] * np.uint64(0x9E3779B97F4A7C15)
    mixed = mixed + np.arange(1, _COPIES + 1, dtype=np.uint64) * np.uint64(0xD1B54A32D192ED03)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    places = (mixed % np.uint64(DIMENSIONS)).astype(np.int64) + rows[:, None] * (DIMENSIONS + 1)
    signs = np.where((mixed >> np.uint64(50)) & np.uint64(1), 1.0, -1.0)
    amounts = signs * values[:, None] / np.sqrt(_COPIES)
    flat = np.bincount(places.ravel(), weights=amounts.ravel(), minlength=count * (DIMENSIONS + 1))
    sketches = flat.reshape(count, DIMENSIONS + 1).astype(np.float32)
    sketches[:, -1] = 1.0
    return sketches
