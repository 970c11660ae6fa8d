"""The classifier as weights per phrasing and label: dense for a FAQ of ordinary size, sparse for a very large one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.sparse import Floats, SparseRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Dual:
    """Weights (rows × labels); exactly one of the two forms is there. ``turned`` is the transpose of ``sparse``."""

    dense: Floats | None = None
    sparse: SparseRows | None = None
    turned: SparseRows | None = None

    @classmethod
    def of_sparse(cls, sparse: SparseRows) -> "Dual":
        """Return sparse weights."""
        return cls(sparse=sparse, turned=sparse.turned())

    def scores(self, likeness: Floats) -> Floats:
        """Return the logits (questions × labels) for likenesses (questions × rows)."""
        if self.turned is not None:
            return self.turned.times((likeness + 1).T).T
        assert self.dense is not None
        return (likeness + 1) @ self.dense

    def columns(self, labels: NDArray[np.intp]) -> "Dual":
        """Return the weights of these labels only."""
        if self.turned is not None:
            return Dual.of_sparse(self.turned.take(labels).turned())
        assert self.dense is not None
        return Dual(dense=self.dense[:, labels])

    def stacked(self, below: Floats) -> "Dual":
        """Return the weights with more rows ``below``."""
        if self.sparse is not None:
            rows = [(np.arange(below.shape[1]).tolist(), row.tolist()) for row in below]
            return Dual.of_sparse(self.sparse.stacked(SparseRows.from_rows(rows, below.shape[1])))
        assert self.dense is not None
        return Dual(dense=np.concatenate([self.dense, below.astype(np.float32)]))

    def take(self, rows: NDArray[np.intp]) -> "Dual":
        """Return the weights of these rows, in this order."""
        if self.sparse is not None:
            return Dual.of_sparse(self.sparse.take(rows))
        assert self.dense is not None
        return Dual(dense=self.dense[rows])
