"""Phrasings that fit another entry better, and entries that say almost the same: both make the matcher guess.

Phrasings are compared by their words and the groups of four letters in them, rare ones counting for more (TF-IDF and
cosine). Learning the matcher anew without each phrasing would say it better, but takes far too long for a check.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Finding, Severity
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH
from bot.text.folding import fold

NEAR, NEARER_BY = 0.85, 0.5
"""From 0 to 1: how near another entry's phrasing is, and how much nearer than the nearest of its own entry."""
ALIKE_PHRASINGS, ALIKE_ANSWERS = 0.5, 0.5
"""From 0 to 1: mean nearness of two entries' phrasings, and the share of words their answers have in common."""
_GRAM = 4
_WORD = re.compile(r"\w+")

Matrix = npt.NDArray[np.float32]


def overlapping(entries: Sequence[LocatedEntry]) -> list[Finding]:
    """Hints; ``allow`` with the code and a reason excuses an entry."""
    found: set[Finding] = set()
    for audience in Audience:
        group = [located for located in entries if audience in located.entry.audiences]
        rows = [(place, text) for place, located in enumerate(group) for text in located.entry.questions.get(DUTCH, ())]
        if len(rows) < 2:
            continue
        nearness = _nearness([text for _, text in rows])
        owners = np.array([place for place, _ in rows])
        found.update(_misplaced(group, rows, owners, nearness))
        found.update(_alike(group, owners, nearness))
    return sorted(found)


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
    for word in _WORD.findall(fold(text)):
        yield word
        framed = f"<{word}>"
        yield from (framed[start : start + _GRAM] for start in range(len(framed) - _GRAM + 1))


def _misplaced(
    group: Sequence[LocatedEntry], rows: Sequence[tuple[int, str]], owners: npt.NDArray[np.int_], nearness: Matrix
) -> Iterator[Finding]:
    for row, (place, text) in enumerate(rows):
        located = group[place]
        own = owners == place
        other = int(np.argmax(np.where(own, 0.0, nearness[row])))
        near, nearest_own = float(nearness[row, other]), float(np.max(np.where(own, nearness[row], 0.0)))
        theirs, said = rows[other]
        if near < NEAR or near - nearest_own < NEARER_BY or fold(said) == fold(text) or theirs == place:
            continue
        if "past_beter_bij" not in located.allow:
            yield _hint(
                located,
                "questions",
                "past_beter_bij",
                f"'{text}' lijkt meer op '{said}' van {group[theirs].entry.id}",
                "zet de zin daar, maak hem duidelijker, of schrijf bij allow: past_beter_bij: waarom hij hier hoort",
            )


def _alike(group: Sequence[LocatedEntry], owners: npt.NDArray[np.int_], nearness: Matrix) -> Iterator[Finding]:
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    counts = np.diff(np.r_[starts, len(owners)])
    best = np.maximum.reduceat(nearness, starts, axis=1)
    means = np.add.reduceat(best, starts, axis=0) / counts[:, None]
    places = owners[starts]
    words = {place: set(_WORD.findall(fold(group[place].entry.answer.get(DUTCH, "")))) for place in places}
    for first in range(len(places)):
        for second in range(first + 1, len(places)):
            if min(means[first, second], means[second, first]) < ALIKE_PHRASINGS:
                continue
            one, two = words[places[first]], words[places[second]]
            if len(one & two) < ALIKE_ANSWERS * max(1, len(one | two)):
                continue
            earlier, later = group[places[first]], group[places[second]]
            if "lijkt_op" not in later.allow:
                yield _hint(
                    later,
                    "id",
                    "lijkt_op",
                    f"vragen en antwoord lijken sterk op {earlier.entry.id}",
                    "maak er één van, of schrijf bij allow: lijkt_op: waarom het er twee zijn",
                )


def _hint(located: LocatedEntry, field: str, code: str, what: str, advice: str) -> Finding:
    return Finding(
        file=located.file,
        line=located.fields.line_of(field),
        code=code,
        what=f"{located.entry.id}: {what}",
        advice=advice,
        severity=Severity.HINT,
    )
