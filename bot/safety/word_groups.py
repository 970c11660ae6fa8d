"""Words that belong together: "pa", "vadr" and "stiefvader" are somebody at home, "klapt" and "stokslagen" are hitting.

A group alone is no sign of danger. Which groups together are is learned from the examples (``learning.py``), so that a
sentence in other words than any example is still understood.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.safety.reading import read

_SHORTEST_BY_SOUND, _SHORTEST_BY_SLIP, _TWO_SLIPS = 4, 7, 9
_REMEMBERED = 20_000
_SOUNDS = tuple(
    (re.compile(written), said)
    for written, said in (
        # How Dutch sounds, roughly: two spellings that are said alike become the same.
        ("sch", "sg"), ("ij|y|ey", "ei"), ("ch", "g"), ("ck", "k"), ("c(?=[ei])", "s"), ("c|q", "k"), ("x", "ks"),
        ("ph", "f"), (r"(?:th|dt)\b", "t"), (r"d\b", "t"), (r"b\b", "p"), ("z", "s"), ("v", "f"), ("ou", "au"),
        ("uw", "u"), (r"(?<=e)n\b", ""), (r"(ei|au|oe)[dj]e", r"\1e"), (r"([a-z])\1+", r"\1"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGroup:
    """One group as it is written in content."""

    name: str
    words: tuple[str, ...]
    """Words, beginnings of words (``klap*``) and several words in a row."""
    context: bool = False
    """Whether a heavy word beside such words is mostly no danger: schoolwork, games, questions about rules."""


@dataclass(slots=True)
class _Index:
    """Where to look a word up."""

    whole: dict[str, set[str]] = field(default_factory=dict)
    beginnings: list[tuple[str, str]] = field(default_factory=list)
    in_a_row: list[tuple[str, str]] = field(default_factory=list)
    by_sound: dict[str, set[str]] = field(default_factory=dict)


class WordGroups:
    """Finds the groups of a read text; thread-safe once made."""

    def __init__(self, groups: Iterable[WordGroup], known: Collection[str] = ()) -> None:
        """``known`` are ordinary words that are never taken for a slip of another."""
        groups = tuple(groups)
        self._index = _index({group.name: group.words for group in groups})
        self._known = frozenset(known)
        self._long_sounds = [sound for sound in self._index.by_sound if len(sound) >= _SHORTEST_BY_SLIP]
        self.context = frozenset(group.name for group in groups if group.context)
        self._of_word = lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def of(self, text: str) -> frozenset[str]:
        """Names of the groups in ``text``, which ``read`` made."""
        found: set[str] = set()
        for word in text.split():
            found |= self._of_word(word)
        padded = f" {text} "
        found.update(name for words, name in self._index.in_a_row if words in padded)
        return frozenset(found)

    def marks(self, text: str) -> list[str]:
        """The groups of a text and every two of them, as the classifier reads them."""
        names = sorted(self.of(text))
        return [*names, *(f"{first}+{second}" for first, second in combinations(names, 2))]

    def _look_up(self, word: str) -> frozenset[str]:
        found = set(self._index.whole.get(word, ()))
        found.update(name for beginning, name in self._index.beginnings if word.startswith(beginning))
        if not found and len(word) >= _SHORTEST_BY_SOUND and word not in self._known:
            found = self._by_sound(sound_of(word))
        return frozenset(found)

    def _by_sound(self, sound: str) -> set[str]:
        if sound in self._index.by_sound or len(sound) < _SHORTEST_BY_SLIP:
            return self._index.by_sound.get(sound, set())
        slips = 1 if len(sound) < _TWO_SLIPS else 2
        near = process.extractOne(sound, self._long_sounds, scorer=OSA.distance, score_cutoff=slips)
        # As in reading.py: a slip seldom hits the first letter.
        return self._index.by_sound[near[0]] if near and near[0][0] == sound[0] else set()


def sound_of(word: str) -> str:
    """How a word sounds, roughly: "geslage" and "geslagen" are alike, "sneije" and "snijden" too."""
    for written, said in _SOUNDS:
        word = written.sub(said, word)
    return word


def _index(groups: Mapping[str, Iterable[str]]) -> _Index:
    index = _Index()
    for name, words in groups.items():
        for written in words:
            # Both as it is written and as `read` would make it, which replaces some words itself.
            for word in {written.removesuffix("*").lower(), read(written.removesuffix("*"))} - {""}:
                if " " in word:
                    index.in_a_row.append((f" {word} ", name))
                    continue
                index.whole.setdefault(word, set()).add(name)
                if written.endswith("*"):
                    index.beginnings.append((word, name))
                if len(word) >= _SHORTEST_BY_SOUND:
                    index.by_sound.setdefault(sound_of(word), set()).add(name)
    return index
