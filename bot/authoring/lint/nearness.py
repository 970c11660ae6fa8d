"""How near phrasings are to each other: the matcher guesses between those that are.

Phrasings are compared by their words and the groups of four letters in them, rare ones counting for more (TF-IDF and
cosine). Learning the matcher anew without each phrasing would say it better, but takes far too long for a check.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.adapters.content.entries import LocatedEntry
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH
from bot.text.folding import fold

_GRAM = 4
WORD = re.compile(r"\w+")

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The Dutch phrasings of one audience."""

    entries: Sequence[LocatedEntry]
    rows: Sequence[tuple[int, str]]
    """Each phrasing, with the place of its question in ``entries``."""
    nearness: Matrix
    """From 0 to 1, of each phrasing to each other."""


def neighbours(entries: Sequence[LocatedEntry]) -> Iterator[tuple[Audience, Neighbours]]:
    """Those of each audience that has at least two."""
    for audience in Audience:
        group = [located for located in entries if audience in located.entry.audiences]
        rows = [(place, text) for place, located in enumerate(group) for text in located.entry.questions.get(DUTCH, ())]
        if len(rows) >= 2:
            yield audience, Neighbours(entries=group, rows=rows, nearness=_nearness([text for _, text in rows]))


def _nearness(texts: Sequence[str]) -> Matrix:
    """Cosines of all pairs; a text is not near itself."""
    counted = [Counter(_features(text)) for text in texts]
    spread = Counter(feature for features in counted for feature in features)
    shared = {feature: column for column, feature in enumerate(name for name in spread if spread[name] > 1)}
    matrix = np.zeros((len(texts), len(shared)), dtype=np.float32)
    for row, features in enumerate(counted):
        length = 0.0
        for feature, count in features.items():
            weight = (1 + math.log(count)) * math.log(1 + len(texts) / spread[feature])
            length += weight * weight
            # What occurs in one text only says that it differs; it needs no column for that.
            if feature in shared:
                matrix[row, shared[feature]] = weight
        matrix[row] /= math.sqrt(length) or 1.0
    nearness: Matrix = matrix @ matrix.T
    np.fill_diagonal(nearness, 0.0)
    return nearness


def _features(text: str) -> Iterator[str]:
    for word in WORD.findall(fold(text)):
        yield word
        framed = f"<{word}>"
        yield from (framed[start : start + _GRAM] for start in range(len(framed) - _GRAM + 1))
