"""The seam for meaning: a sentence encoder an operator may supply; without one nothing changes."""

from collections.abc import Sequence
from typing import Protocol

from bot.matching.sparse import Floats


class Encoder(Protocol):
    """Turns sentences into vectors whose inner product is a likeness of meaning."""

    name: str
    """Identifies the model; a matcher prepared with another encoder is stale."""

    def encode(self, sentences: Sequence[str]) -> Floats:
        """Return one vector of length 1 per sentence (sentences × dimensions)."""
        ...
