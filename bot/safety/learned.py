"""What the screen learned from its examples, so that it need not be learned at every start."""

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.safety.signals import Signals
from bot.text import folding


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The outcome of learning; belongs to one version of the signals and of this code."""

    weights: NDArray[np.float32]
    """One row a feature, one column a class; empty when there was nothing to tell apart."""
    alarm_at: float
    worry_at: float
    """Likeness from which a text alarms, or worries."""
    ordinary: frozenset[str]
    """Words of the calm examples."""

    def to_bytes(self) -> bytes:
        """For ``from_bytes``; nothing in it can run."""
        whole = io.BytesIO()
        thresholds = np.array([self.alarm_at, self.worry_at])
        words = np.frombuffer(" ".join(sorted(self.ordinary)).encode(), dtype=np.uint8)
        np.savez_compressed(whole, weights=self.weights, thresholds=thresholds, words=words)
        return whole.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Learned":
        """Raises ``ValueError`` when it is something else."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as whole:
                alarm_at, worry_at = (float(value) for value in whole["thresholds"])
                words = whole["words"].tobytes().decode()
                weights = np.asarray(whole["weights"], dtype=np.float32)
        except Exception as error:
            # A file of the cache that is damaged or of somebody else may fail in any way.
            raise ValueError(str(error)) from error
        return cls(weights=weights, alarm_at=alarm_at, worry_at=worry_at, ordinary=frozenset(words.split()))


def signals_version(signals: Signals) -> str:
    """Changes with any signal, and with any line of the code that reads or learns."""
    # The text of an expression: what Python shows of a long one is cut off.
    patterns = [(p.id, p.category, p.level, p.topic, p.expression.pattern) for p in signals.patterns]
    masks = [(mask.id, mask.expression.pattern) for mask in signals.masks]
    parts = repr((patterns, masks, signals.examples, signals.groups))
    return hashlib.sha256(_code() + parts.encode()).hexdigest()


@cache
def _code() -> bytes:
    files = [*sorted(Path(__file__).parent.glob("*.py")), Path(folding.__file__)]
    return b"".join(file.read_bytes() for file in files)
