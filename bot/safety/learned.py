"""What the screen learned from its examples, so that it need not be learned at every start."""

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.safety.learning import Meanings
from bot.safety.signals import Signals
from bot.text import folding


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The outcome of learning; belongs to one version of the signals, of this code and of the encoder."""

    weights: NDArray[np.float32]
    """One row a feature, one column a class; empty when there was nothing to tell apart."""
    ordinary: frozenset[str]
    """Words of the calm examples."""
    meanings: Meanings | None = None
    """What was learned of meaning; None without an encoder."""
    left_out: NDArray[np.float32] | None = None
    """What each example got while its voice was left out (examples × classes): for the thresholds and ``evaluate``."""

    def to_bytes(self) -> bytes:
        """For ``from_bytes``; nothing in it can run."""
        whole = io.BytesIO()
        words = np.frombuffer(" ".join(sorted(self.ordinary)).encode(), dtype=np.uint8)
        parts = {"weights": self.weights, "words": words}
        if self.meanings is not None:
            parts |= {
                "centre": self.meanings.centre,
                "vectors": self.meanings.vectors.astype(np.float16),
                "pulls": self.meanings.pulls,
            }
        if self.left_out is not None:
            parts["left_out"] = self.left_out.astype(np.float16)
        np.savez_compressed(whole, **parts)  # type: ignore[arg-type]  # numpy's stub takes only arrays by position
        return whole.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Learned":
        """Raises ``ValueError`` when it is something else."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as whole:
                words = whole["words"].tobytes().decode()
                weights = np.asarray(whole["weights"], dtype=np.float32)
                meanings = None
                if "vectors" in whole:
                    centre, vectors, pulls = (
                        np.asarray(whole[name], dtype=np.float32) for name in ("centre", "vectors", "pulls")
                    )
                    meanings = Meanings(centre=centre, vectors=vectors, pulls=pulls)
                left_out = np.asarray(whole["left_out"], dtype=np.float32) if "left_out" in whole else None
        except Exception as error:
            # A file of the cache that is damaged or of somebody else may fail in any way.
            raise ValueError(str(error)) from error
        ordinary = frozenset(words.split())
        return cls(
            weights=weights,
            ordinary=ordinary,
            meanings=meanings,
            left_out=left_out,
        )


def signals_version(signals: Signals, encoder: str = "") -> str:
    """Changes with any signal, with the ``encoder`` (its name) and with any line of the code that reads or learns."""
    # The text of an expression: what Python shows of a long one is cut off.
    patterns = [(p.id, p.category, p.level, p.topic, p.always, p.expression.pattern) for p in signals.patterns]
    masks = [(mask.id, mask.expression.pattern) for mask in signals.masks]
    parts = repr((patterns, masks, signals.examples, signals.groups, encoder))
    return hashlib.sha256(_code() + parts.encode()).hexdigest()


@cache
def _code() -> bytes:
    # What only judges with what was learned may change without learning anew.
    own = Path(__file__).parent
    files = [
        *(own / name for name in ("reading.py", "word_groups.py", "learning.py", "packed.py", "stories.py")),
        Path(folding.__file__),
    ]
    return b"".join(file.read_bytes() for file in files)
