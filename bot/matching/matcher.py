"""The matcher: prepared once from a corpus, then judging messages without any network, file or clock."""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from typing import Self

import numpy as np
from rapidfuzz import fuzz, process

from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, EntryId, Language
from bot.matching.corpus import Corpus, corpus_version
from bot.matching.verdict import MOST_CANDIDATES, Candidate, Outcome, Verdict
from bot.text.folding import fold


class StaleMatcher(ValueError):
    """The prepared matcher was made from other content, or by another version of this code."""


class Matcher:
    """Judges messages against one corpus; immutable, so any number of threads may share it."""

    def __init__(
        self, version: str, phrasings: Sequence[str], owners: Sequence[str], smalltalk: Mapping[str, str]
    ) -> None:
        self.version = version
        self._phrasings = list(phrasings)
        self._owners = list(owners)
        self._smalltalk = dict(smalltalk)

    @classmethod
    def prepare(cls, corpus: Corpus) -> Self:
        """Learn from ``corpus``; takes seconds for thousands of phrasings."""
        pairs = [
            (fold(q), str(e.id)) for e in corpus.entries for qs in (*e.questions.values(), e.title.values()) for q in qs
        ]
        smalltalk = {fold(p): s.id for s in corpus.smalltalk for ps in s.phrasings.values() for p in ps}
        return cls(corpus_version(corpus), [p for p, _ in pairs], [o for _, o in pairs], smalltalk)

    def judge(
        self, text: str, *, audience: Audience | None = None, language: Language | None = None, explain: bool = False
    ) -> Verdict:
        """Return what to do with ``text``; never raises, whatever was typed."""
        spoken = language or DUTCH
        folded = fold(text)
        if folded in self._smalltalk:
            return Verdict(
                outcome=Outcome.SMALLTALK,
                candidates=(),
                smalltalk=self._smalltalk[folded],
                explanation=None,
                language=spoken,
            )
        candidates = self.search(text, MOST_CANDIDATES)
        best = candidates[0].confidence if candidates else 0.0
        outcome = Outcome.ANSWER if best >= 0.8 else Outcome.SUGGEST if best >= 0.5 else Outcome.NONE
        return Verdict(outcome=outcome, candidates=candidates, smalltalk=None, explanation=None, language=spoken)

    def judge_parts(
        self, text: str, *, audience: Audience | None = None, language: Language | None = None, explain: bool = False
    ) -> tuple[tuple[str, Verdict], ...]:
        """Return one (words, verdict) per question in ``text``; a single pair when it is one question."""
        return ((text, self.judge(text, audience=audience, language=language, explain=explain)),)

    def search(self, text: str, limit: int) -> tuple[Candidate, ...]:
        """Return the ``limit`` most likely entries for ``text``, also when none is likely; for staff looking something up."""
        folded = fold(text)[:500]
        best: dict[str, float] = {}
        if folded:
            for _, score, index in process.extract(folded, self._phrasings, scorer=fuzz.token_set_ratio, limit=200):
                best.setdefault(self._owners[index], score / 100)
        ranked = sorted(best.items(), key=lambda pair: -pair[1])[:limit]
        return tuple(Candidate(id=EntryId(owner), confidence=score) for owner, score in ranked)

    def with_phrasings(self, extra: Mapping[EntryId, Sequence[str]]) -> "Matcher":
        """Return a matcher that also knows ``extra`` phrasings, at once and without learning everything anew."""
        pairs = [(fold(phrasing), str(entry)) for entry, phrasings in extra.items() for phrasing in phrasings]
        version = hashlib.sha256(json.dumps([self.version, pairs]).encode()).hexdigest()[:32]
        return Matcher(
            version, self._phrasings + [p for p, _ in pairs], self._owners + [o for _, o in pairs], self._smalltalk
        )

    def to_bytes(self) -> bytes:
        """Return the prepared matcher as bytes (a NumPy archive without pickles)."""
        head = json.dumps([self.version, self._phrasings, self._owners, self._smalltalk]).encode()
        archive = io.BytesIO()
        np.savez(archive, head=np.frombuffer(head, dtype=np.uint8))
        return archive.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes, corpus_version: str) -> Self:
        """Return the matcher in ``data``; raises :class:`StaleMatcher` when it was not made from ``corpus_version``."""
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            version, phrasings, owners, smalltalk = json.loads(archive["head"].tobytes())
        if version != corpus_version:
            raise StaleMatcher(f"prepared for {version}, asked for {corpus_version}")
        return cls(version, phrasings, owners, smalltalk)
