"""What the rooms that think know of the encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Sentences × dimensions; every row has length 1, so that an inner product is a likeness of meaning (-1 to 1)."""


DEPTHS = 3
"""How many depths of the network ``encode_depths`` looks at."""


class Encoder(Protocol):
    """Turns sentences into vectors; threads may share one."""

    name: str
    """Identifies the model; whatever was learned with another encoder is stale."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one row per sentence, in their order."""
        ...

    def encode_depths(self, sentences: Sequence[str]) -> Vectors:
        """Return one row per sentence: what the network makes of it at ``DEPTHS`` depths, side by side, each length 1.

        The first is what ``encode`` gives. The others, half-way and at three quarters, know more of how a thing is said
        and less of what it is about.
        """
        ...
