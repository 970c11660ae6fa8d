"""Everything a matcher learns from, gathered by the content adapter into one immutable value."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.ids import DUTCH, Language
from bot.matching.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One concept of the glossary: ways to write it that mean exactly the same, e.g. ``tlv`` and
    ``toelaatbaarheidsverklaring``.

    Where one form occurs the others are appended to what the matcher reads, never put in its place. ``parts`` are the
    words a compound consists of ("leerplicht", "ambtenaar") when a dictionary splitter would cut it wrongly.
    """

    forms: tuple[str, ...]
    parts: tuple[str, ...] = ()
    language: Language = DUTCH


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    """Something people say that is no question (thanks, a greeting, anger); ``id`` names the reply in the content."""

    id: str
    phrasings: Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Entries with their phrasings, and what helps to keep them apart from everything else.

    ``not_for_us`` holds typical messages per language that no entry should answer (homework, weather, neighbouring
    topics).
    """

    entries: tuple[Entry, ...]
    smalltalk: tuple[SmallTalk, ...] = ()
    not_for_us: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()


LEARNING_VERSION = 16
"""Raised whenever the learning itself changes, so that a matcher prepared by older code counts as stale."""


def corpus_version(corpus: Corpus) -> str:
    """Return a digest (32 hexadecimal digits) of all that a matcher prepared from ``corpus`` depends on, in the
    order given.
    """
    entries = [
        [
            str(entry.id),
            sorted(entry.audiences),
            sorted(entry.title.items()),
            sorted(entry.questions.items()),
            sorted(entry.translated_questions.items()),
            sorted(entry.keywords.items()),
            sorted(entry.answer.items()),
            entry.delicate,
        ]
        for entry in corpus.entries
    ]
    smalltalk = [[talk.id, sorted(talk.phrasings.items())] for talk in corpus.smalltalk]
    glossary = [[term.forms, term.parts, term.language] for term in corpus.glossary]
    whole = [LEARNING_VERSION, entries, smalltalk, sorted(corpus.not_for_us.items()), glossary]
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()[:32]
