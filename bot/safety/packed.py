"""Half of a symmetric matrix, which is all there is of it: learning costs half the memory of the square.

Rectangular full packed format (Gustavson, Wasniewski, Dongarra and Langou 2010): LAPACK solves and inverts in place at
the speed of the square. The lower triangle of the first half of the columns stands as it is; the rest, turned over,
fills the corner above it.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.lapack import spftrf, spftri, spftrs

Floats = NDArray[np.float32]


class Packed:
    """A positive definite matrix of ``size``; it is filled, then factored, solved with and inverted, each once."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._half = (size + 1) // 2
        self._lower = 1 - size % 2
        """How far down the first half stands: a row when the size is even."""
        rows = size + self._lower
        self._numbers: Floats = np.zeros(rows * self._half, dtype=np.float32)
        self._whole = self._numbers.reshape((rows, self._half), order="F")

    def fill(self, start: int, columns: Floats) -> None:
        """Columns from ``start`` on, from the row ``start`` down; what stands above the diagonal is not looked at."""
        for at in range(columns.shape[1]):
            column = start + at
            if column < self._half:
                self._whole[column + self._lower :, column] = columns[at:, at]
            else:
                self._whole[column - self._half, column - self._half + 1 - self._lower :] = columns[at:, at]

    def factor(self) -> None:
        """Cholesky; raises ``ValueError`` for what is not positive definite."""
        self._put(*spftrf(self._size, self._numbers, uplo=b"L", overwrite_a=1))

    def solve(self, wanted: Floats) -> Floats:
        """After ``factor``: what the matrix must be multiplied with to give ``wanted``."""
        solved, _ = spftrs(self._size, self._numbers, wanted, uplo=b"L")
        return np.asarray(solved, dtype=np.float32)

    def invert(self) -> None:
        """After ``factor``."""
        self._put(*spftri(self._size, self._numbers, uplo=b"L", overwrite_a=1))

    def block(self, chosen: Iterable[int]) -> Floats:
        """The chosen rows of the chosen columns, square."""
        places = np.array(sorted(chosen))
        found = np.zeros((len(places), len(places)), dtype=np.float32)
        for at, column in enumerate(places):
            below = places[at:]
            if column < self._half:
                found[at:, at] = self._whole[below + self._lower, column]
            else:
                found[at:, at] = self._whole[column - self._half, below - self._half + 1 - self._lower]
            found[at, at:] = found[at:, at]
        return found

    def _put(self, numbers: Floats, failed: int) -> None:
        if failed:
            raise ValueError(f"not positive definite at {failed}")
        self._numbers = numbers
        self._whole = numbers.reshape(self._whole.shape, order="F")
