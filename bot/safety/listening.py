"""Several messages heard at once: their pieces are compared with the examples together, at little more than the cost of
one.

A screen that has heard messages beforehand says the same of them as one that hears them for the first time.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np

from bot.safety.assessment import Level
from bot.safety.learning import Floats, Piece


class Said(NamedTuple):
    """A message, and what changes how it is heard."""

    text: str
    earlier: Level = Level.NONE
    """Of an alarm a short while ago."""
    recent: tuple[str, ...] = ()
    """Messages of the same person just before, oldest first."""


class Scorer(Protocol):
    """Says how much pieces are like the examples."""

    def scores(self, pieces: Sequence[Piece]) -> Floats:
        """One row a piece, one column a class."""
        ...


class Listened:
    """A ``Scorer`` that has compared some pieces already."""

    def __init__(self, scorer: Scorer, pieces: Sequence[Piece]) -> None:
        self._scorer = scorer
        each = list(dict.fromkeys(pieces))
        self._known = dict(zip(each, scorer.scores(each), strict=True)) if each else {}

    def scores(self, pieces: Sequence[Piece]) -> Floats:
        """One row a piece, one column a class."""
        known = [self._known[piece] for piece in pieces if piece in self._known]
        return np.stack(known) if len(known) == len(pieces) else self._scorer.scores(pieces)
