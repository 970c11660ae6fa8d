"""Reading a message the way the FAQ writes: pleasantries off, typos repaired, abbreviations and compounds spelled out.

Words are only ever added, never replaced, except a word that no part of the content knows and that is a slip away
from a word it does know.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.ids import Language
from bot.matching.corpus import Term
from bot.matching.families import families
from bot.matching.pleasantries import without_pleasantries
from bot.matching.shorthand import written_out
from bot.text.folding import words

MOST_WORDS = 120
"""Words of a message that are read; a longer story is judged by its sentences as well."""

_STEMMERS = {
    "nl": "dutch_porter",
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "tr": "turkish",
    "ar": "arabic",
}
_LONGEST_FORM = 5
_SHORTEST_REPAIR = 5
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 9
_LINKS = ("", "s", "en", "e", "n")
_MOST_REPAIRS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message as the matcher reads it; ``unknown`` are the words that nothing in the content uses."""

    words: tuple[str, ...]
    appended: tuple[str, ...] = ()
    repaired: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    families: tuple[str, ...] = ()


class Reader:
    """Reads messages in one language with the vocabulary of one corpus; safe to share between threads."""

    def __init__(self, language: Language, vocabulary: Iterable[tuple[str, int]], glossary: Sequence[Term]) -> None:
        self.language = language
        self.vocabulary = dict(vocabulary)
        self.glossary = tuple(glossary)
        self._families = families(language)
        self._forms: dict[tuple[str, ...], tuple[str, ...]] = {}
        for term in glossary:
            forms = [tuple(words(form)) for form in term.forms]
            parts = tuple(word for part in term.parts for word in words(part))
            for form in forms:
                others = tuple(word for other in forms if other != form for word in other)
                extra = tuple(word for word in dict.fromkeys((*others, *parts)) if word not in form)
                if form and extra:
                    self._forms[form] = tuple(dict.fromkeys((*self._forms.get(form, ()), *extra)))
                for word in form:
                    self.vocabulary.setdefault(word, 1)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self.vocabulary):
            if word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)
        self.parts: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=20_000)(self._parts)
        self._repair: Callable[[str], str | None] = lru_cache(maxsize=5_000)(self._find_repair)

    def with_words(self, texts: Iterable[str]) -> "Reader":
        """Return a reader that also knows the words of ``texts``."""
        known = Counter(self.vocabulary)
        known.update(count_words(texts))
        return Reader(self.language, known.items(), self.glossary)

    def read(self, text: str, *, repair: bool = True) -> Reading:
        """Return how ``text`` is read; ``repair`` is off for phrasings, whose words are the vocabulary themselves."""
        typed = written_out(without_pleasantries(" ".join(words(text))).split()[:MOST_WORDS])
        repaired: list[tuple[str, str]] = []
        unknown: list[str] = []
        read: list[str] = []
        for word in typed:
            better: str | None = None
            if word not in self.vocabulary:
                if repair and len(repaired) + len(unknown) < _MOST_REPAIRS:
                    better = self._repair(word)
                if better is not None:
                    repaired.append((word, better))
                elif not self.parts(word):
                    unknown.append(word)
            read.append(better or word)
        return Reading(
            words=tuple(read),
            appended=self._extra(read),
            repaired=tuple(repaired),
            unknown=tuple(dict.fromkeys(unknown)),
            families=self._families.of(read),
        )

    def _extra(self, read: Sequence[str]) -> tuple[str, ...]:
        extra: dict[str, None] = {}
        for start in range(len(read)):
            for stop in range(start + 1, min(start + _LONGEST_FORM, len(read)) + 1):
                extra.update(dict.fromkeys(self._forms.get(tuple(read[start:stop]), ())))
        for word in read:
            extra.update(dict.fromkeys(self.parts(word)))
        for first, second in pairwise(read):
            if len(first) >= _SHORTEST_PART and len(second) >= _SHORTEST_PART and first + second in self.vocabulary:
                extra[first + second] = None
        present = set(read)
        return tuple(word for word in extra if word not in present)

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the two known words ``word`` is a compound of (the commonest pair), or nothing."""
        best: tuple[int, tuple[str, ...]] = (0, ())
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
            return ()
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            tail = word[cut:]
            if tail not in self.vocabulary:
                continue
            for link in _LINKS:
                head = word[: cut - len(link)] if word[:cut].endswith(link) else ""
                if len(head) >= _SHORTEST_PART and head in self.vocabulary:
                    weight = min(self.vocabulary[head], self.vocabulary[tail])
                    if weight > best[0]:
                        best = (weight, (head, tail))
        return best[1]

    def _find_repair(self, word: str) -> str | None:
        """Return the known word that ``word`` was most likely meant to be, or None when nothing is near enough."""
        if len(word) < _SHORTEST_REPAIR or not word.isalpha() or self.parts(word):
            return None
        slips = 1 if len(word) < 9 else 2
        found: list[tuple[float, int, str]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            choices = self._by_length.get(length, [])
            for known, distance, _ in process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=5):
                found.append((distance + (0.5 if known[0] != word[0] else 0.0), -self.vocabulary[known], known))
        return min(found)[2] if found else None


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each folded word occurs in ``texts``."""
    return Counter(word for text in texts for word in written_out(words(text)))


def stemmer(language: Language) -> Callable[[Sequence[str]], list[str]]:
    """Return a function from words to stems; words of a language without a stemmer stay as they are.

    The old Porter stemmer is pinned for Dutch: since Snowball 3.0 the name ``dutch`` means another one.
    """
    name = _STEMMERS.get(language)
    if name is None:
        return list
    tool = import_module("Stemmer").Stemmer(name, 0)  # no cache: one more lock for nothing

    def stem(plain: Sequence[str]) -> list[str]:
        return [str(word) for word in tool.stemWords(list(plain))]

    return stem
