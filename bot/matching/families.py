"""Families of words that belong to one subject of life at school and at home, so that a question need not share a word.

"ze lachen hem uit" and "mijn zoon wordt gepest" have no word in common; both are in the family ``pesten``, and the
classifier learns from the phrasings which families go with which entry. A family is a hint beside the words, never a
rule: nothing is answered because of a family alone. ``*`` stands for any ending, ``_`` joins words that must follow
one another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.domain.ids import DUTCH, ENGLISH, Language
from bot.matching.families_dutch import FAMILIES as DUTCH_FAMILIES
from bot.matching.families_english import FAMILIES as ENGLISH_FAMILIES

_SOURCES: Mapping[Language, str] = {DUTCH: DUTCH_FAMILIES, ENGLISH: ENGLISH_FAMILIES}
_HEAD = 3
_LONGEST = 5


class Families:
    """The families of one language, ready to look words up in."""

    def __init__(self, source: str) -> None:
        """``source`` has a family a line: name, colon, words."""
        self._whole: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._openings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in source.strip().splitlines():
            name, _, listed = line.partition(":")
            for item in listed.split():
                if item.endswith("*") and "_" not in item and len(item) > _HEAD:
                    self._openings[item[:_HEAD]].append((item[:-1], name))
                else:
                    self._whole[tuple(item.rstrip("*").split("_"))].add(name)

    def of(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the families that folded ``words`` touch, each once, in alphabetical order."""
        found: set[str] = set()
        for start, word in enumerate(words):
            found.update(name for opening, name in self._openings.get(word[:_HEAD], ()) if word.startswith(opening))
            for stop in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                found.update(self._whole.get(tuple(words[start:stop]), ()))
        return tuple(sorted(found))


@lru_cache(maxsize=8)
def families(language: Language) -> Families:
    """Return the families of ``language``; a language without any has none to find."""
    return Families(_SOURCES.get(language, ""))
