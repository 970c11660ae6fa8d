"""Sparse rows: the little of ``scipy.sparse`` the matcher needs, behind types."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, Self, cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int32]

_SUMS_AT_ONCE = 8
"""More together have too little in common."""


class _Csr(Protocol):
    data: Floats
    indices: Whole
    indptr: Whole
    shape: tuple[int, int]

    def transpose(self) -> "_Csr": ...

    def tocsr(self) -> "_Csr": ...

    def toarray(self) -> Floats: ...

    def __matmul__(self, other: object) -> "_Csr": ...

    def __getitem__(self, rows: object) -> "_Csr": ...


class _Build(Protocol):
    def __call__(self, parts: tuple[Floats, Whole, Whole], shape: tuple[int, int]) -> _Csr: ...


_csr_matrix = cast("_Build", import_module("scipy.sparse").csr_matrix)  # SciPy ships no types


class SparseRows:
    """A matrix of float32 rows that are mostly zero (compressed sparse rows); immutable."""

    def __init__(self, matrix: _Csr) -> None:
        self._matrix = matrix

    @classmethod
    def build(cls, data: Floats, indices: Whole, indptr: Whole, shape: tuple[int, int]) -> Self:
        """Return the matrix of ``shape`` (rows, columns) with these compressed-row arrays."""
        return cls(_csr_matrix((data.astype(np.float32), indices.astype(np.int32), indptr.astype(np.int32)), shape))

    @classmethod
    def from_rows(cls, rows: Sequence[tuple[Sequence[int], Sequence[float]]], columns: int) -> Self:
        """Return a matrix from (column numbers, values) per row."""
        lengths = np.array([0, *(len(numbers) for numbers, _ in rows)], dtype=np.int64)
        indices = np.array([number for numbers, _ in rows for number in numbers], dtype=np.int32)
        data = np.array([value for _, values in rows for value in values], dtype=np.float32)
        return cls.build(data, indices, np.cumsum(lengths).astype(np.int32), (len(rows), columns))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._matrix.shape

    def arrays(self) -> tuple[Floats, Whole, Whole]:
        """Return (data, column numbers, row bounds), as they are stored."""
        return self._matrix.data, self._matrix.indices, self._matrix.indptr

    def take(self, rows: NDArray[np.intp]) -> "SparseRows":
        """Return a matrix of these rows, in this order."""
        return SparseRows(self._matrix[rows])

    def turned(self) -> "SparseRows":
        """Return the transpose."""
        return SparseRows(self._matrix.transpose().tocsr())

    def times(self, dense: Floats) -> Floats:
        """Return this matrix times a dense one."""
        return np.asarray(self._matrix @ dense, dtype=np.float32)

    def with_rows_of(self, other: "SparseRows") -> Floats:
        """Return the inner product of each row here with each row of ``other``, dense: (rows here, rows there)."""
        return np.asarray((self._matrix @ other._matrix.transpose().tocsr()).toarray(), dtype=np.float32)

    def stacked(self, below: "SparseRows") -> "SparseRows":
        """Return the rows here followed by those ``below``, as wide as the wider of the two."""
        data, indices, indptr = self.arrays()
        more, more_indices, more_indptr = below.arrays()
        shape = (self.shape[0] + below.shape[0], max(self.shape[1], below.shape[1]))
        return SparseRows.build(
            np.concatenate([data, more]),
            np.concatenate([indices, more_indices]),
            np.concatenate([indptr, more_indptr[1:] + indptr[-1]]),
            shape,
        )

    def columns_by_group(
        self, groups: NDArray[np.intp], count: int, before: "SparseRows | None" = None
    ) -> "SparseRows":
        """Return columns × ``count`` groups: 1 where any row of the group has the column.

        ``before`` is an earlier outcome to add to; it may have fewer columns.
        """
        _, indices, indptr = self.arrays()
        keys = indices.astype(np.int64) * count + np.repeat(groups, np.diff(indptr))
        columns = self.shape[1]
        if before is not None:
            _, old_groups, old_bounds = before.arrays()
            old_columns = np.repeat(np.arange(before.shape[0], dtype=np.int64), np.diff(old_bounds))
            keys = np.concatenate([old_columns * count + old_groups, keys])
            columns = max(columns, before.shape[0])
        unique = np.unique(keys)
        bounds = np.searchsorted(unique // count, np.arange(columns + 1))
        ones = np.ones(len(unique), dtype=np.float32)
        return SparseRows.build(ones, (unique % count).astype(np.int32), bounds.astype(np.int32), (columns, count))

    def pattern(self) -> "SparseRows":
        """Return this matrix with a 1 wherever it holds anything."""
        data, indices, indptr = self.arrays()
        return SparseRows.build(np.ones_like(data), indices, indptr, self.shape)

    def any_in_row(self) -> Floats:
        """Return per row 1 where it holds anything, else 0."""
        return (np.diff(self._matrix.indptr) > 0).astype(np.float32)

    def product(self, other: "SparseRows") -> Floats:
        """Return this matrix times another sparse one, dense."""
        return np.asarray((self._matrix @ other._matrix).toarray(), dtype=np.float32)

    def weighted_sum(self, rows: Whole, weights: Floats) -> Floats:
        """Return the sum of ``weights`` times these rows as one dense vector of length columns."""
        return np.asarray(self.weighted_sums([(rows, weights)])[0], dtype=np.float32)

    def weighted_sums(self, sums: Sequence[tuple[Whole, Floats]]) -> Floats:
        """Return one dense row per pair of row numbers and weights: the sum of those rows, each times its weight.

        Numbers occur once in a pair. What several sums share is looked up once, so sums of texts that look alike cost
        little more together than one of them.
        """
        totals = np.zeros((len(sums), self.shape[1]), dtype=np.float32)
        for start in range(0, len(sums), _SUMS_AT_ONCE):
            part = sums[start : start + _SUMS_AT_ONCE]
            wanted = np.unique(np.concatenate([rows for rows, _ in part]))
            if len(wanted) == 0:
                continue
            amounts = np.zeros((len(wanted), len(part)), dtype=np.float32)
            for number, (rows, weights) in enumerate(part):
                amounts[np.searchsorted(wanted, rows), number] = weights
            totals[start : start + len(part)] = SparseRows(self._matrix[wanted].transpose()).times(amounts).T
        return totals
