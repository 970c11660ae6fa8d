"""The matcher: prepared once from a corpus, then judging messages without any network, file or clock."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any, Self

import numpy as np
from threadpoolctl import threadpool_limits

from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, EntryId, Language
from bot.encoder.port import Encoder
from bot.matching import corpus as corpora
from bot.matching.corpus import Corpus
from bot.matching.judging import Ranking, decide, rank
from bot.matching.labels import ENTRY
from bot.matching.learning import learn
from bot.matching.looks import Asked, Looks
from bot.matching.meaning import MeaningModel, WhitenedEncoder
from bot.matching.model import LanguageModel
from bot.matching.parts import question_parts
from bot.matching.storing import pack, unpack
from bot.matching.verdict import Candidate, Outcome, Verdict
from bot.text.language import detect_language

MOST_CHARACTERS = 4096
"""Length of the longest message that is read; Telegram sends none longer."""

_LANGUAGE_MARGIN = 0.05
_CLEARLY_LESS_STRANGE = 0.3
_STRANGE = 0.34
_FOREIGN = 0.45
"""Share of words that no phrasing uses from which a message may be in another language."""
_MEANING = "meaning"


class StaleMatcher(ValueError):  # noqa: N818 - the name says what it is
    """The prepared matcher was made from other content, with another encoder, or by another version of this code."""


class Matcher:
    """Judges messages against one corpus; immutable, so any number of threads may share it."""

    def __init__(
        self,
        version: str,
        models: Sequence[LanguageModel],
        encoder: Encoder | None = None,
        meaning: MeaningModel | None = None,
    ) -> None:
        self.version = version
        self._meaning = meaning if encoder is not None else None
        self._plain_encoder = encoder
        self._encoder = None if encoder is None or meaning is None else WhitenedEncoder(encoder, meaning)
        self._models = {model.language: model for model in models}
        self._looks: Looks | None = None

    @classmethod
    def prepare(cls, corpus: Corpus, encoder: Encoder | None = None) -> Self:
        """Learn from ``corpus``; takes from a tenth of a second (a hundred phrasings) to tens of seconds (ten
        thousand).
        """
        languages = {language for entry in corpus.entries for language in (*entry.questions, *entry.keywords)} or {
            DUTCH
        }
        ordered = sorted(languages, key=lambda language: (language != DUTCH, language))
        meaning = None if encoder is None else MeaningModel.learn(corpus, encoder)
        whitened = None if encoder is None or meaning is None else WhitenedEncoder(encoder, meaning)
        with threadpool_limits(os.cpu_count()):
            models = [model for language in ordered if (model := learn(corpus, language, whitened)) is not None]
        return cls(prepared_version(corpus, encoder), models, encoder, meaning)

    def with_encoder(self, encoder: Encoder | None) -> "Matcher":
        """The same, in which ``encoder`` reads what people write; it must be the one it was prepared with."""
        return Matcher(self.version, list(self._models.values()), encoder, self._meaning)

    @property
    def languages(self) -> tuple[Language, ...]:
        """Languages that have phrasings, Dutch first."""
        return tuple(self._models)

    def judge(
        self, text: str, *, audience: Audience | None = None, language: Language | None = None, explain: bool = False
    ) -> Verdict:
        """Return what to do with ``text``; never raises, whatever was typed.

        ``language`` is the person's choice or that of their app; the text itself may show that it is in another.
        """
        return self._judged(text, audience, language, self._looking(), explain=explain)

    def judge_parts(
        self, text: str, *, audience: Audience | None = None, language: Language | None = None, explain: bool = False
    ) -> tuple[tuple[str, Verdict], ...]:
        """Return one (words, verdict) per question in ``text``; a single pair when it is one question.

        A message is only cut where every part is understood by itself and the parts are about different things.
        """
        looks = self._looking()
        asked = Asked(text, audience, language)
        if explain:
            return self._judged_in_parts(asked, looks, explain=True)
        if asked not in looks.parts:
            looks.parts[asked] = self._judged_in_parts(asked, looks, explain=False)
        return looks.parts[asked]

    def _judged_in_parts(self, asked: Asked, looks: Looks, *, explain: bool) -> tuple[tuple[str, Verdict], ...]:
        text, audience, language = asked
        self._take([(text, language)], looks)
        whole = self._judged(text, audience, language, looks, explain=explain)
        parts = question_parts(text[:MOST_CHARACTERS])
        if len(parts) < 2:
            return ((text, whole),)
        judged = [(part, self._judged(part, audience, language, looks, explain=explain)) for part in parts]
        standing = [
            (part, verdict)
            for part, verdict in judged
            if verdict.outcome in (Outcome.ANSWER, Outcome.SUGGEST)
            and verdict.candidates[0].confidence >= self._firm(verdict)
        ]
        distinct: dict[EntryId, tuple[str, Verdict]] = {}
        for part, verdict in standing:
            distinct.setdefault(verdict.candidates[0].id, (part, verdict))
        if len(distinct) < 2:
            return ((text, whole),)
        return tuple(distinct.values())

    def having_judged(self, questions: Sequence[Asked]) -> "Matcher":
        """Return the same matcher, which has judged these already, and the parts of them: looked at all together.

        It says the same of any text, and of these at once; for one thread at a time.
        """
        other = copy(self)
        other._looks = Looks(self._encoder)
        other._take([(question.text, question.language) for question in questions], other._looks)
        for question in questions:
            other.judge_parts(question.text, audience=question.audience, language=question.language)
        return other

    def _looking(self) -> Looks:
        return self._looks or Looks(self._encoder)

    def _take(self, texts: Sequence[tuple[str, Language | None]], looks: Looks) -> None:
        """Look at all that judging ``texts``, each with the language of its writer, will want to know, as far as it
        can be told beforehand.
        """
        wanted: dict[Language, list[str]] = {}
        for whole, language in texts:
            text = whole[:MOST_CHARACTERS]
            if not self._models or self._abroad(text, language, looks) is not None:
                continue
            parts = question_parts(text)
            for part in (text, *(parts if len(parts) > 1 else ())):
                model = self._first(part, None, language, looks)
                wanted.setdefault(model.language, []).extend([part, *looks.said_in(model, part)])
        for name, said in wanted.items():
            looks.take(self._models[name], said)

    def _judged(
        self, text: str, audience: Audience | None, language: Language | None, looks: Looks, *, explain: bool
    ) -> Verdict:
        asked = Asked(text, audience, language)
        if explain:
            return self._freshly_judged(asked, looks, explain=True)
        if asked not in looks.verdicts:
            looks.verdicts[asked] = self._freshly_judged(asked, looks, explain=False)
        return looks.verdicts[asked]

    def _freshly_judged(self, asked: Asked, looks: Looks, *, explain: bool) -> Verdict:
        text, audience, language = asked
        abroad = self._abroad(text[:MOST_CHARACTERS], language, looks)
        if abroad is not None and self._meaning is not None and self._plain_encoder is not None:
            return self._meaning.judge(text, self._plain_encoder, audience=audience, language=abroad, explain=explain)
        model, ranking = self._rank(text[:MOST_CHARACTERS], audience, language, looks)
        if model is None:
            spoken = language or DUTCH
            return Verdict(outcome=Outcome.NONE, candidates=(), smalltalk=None, explanation=None, language=spoken)
        return decide(model, ranking, explain=explain)

    def _firm(self, verdict: Verdict) -> float:
        """Return the confidence from which a part of a message stands by itself."""
        bands = self._models[verdict.language].bands
        return max(bands.answer * 0.75, bands.suggest)

    def search(self, text: str, limit: int, *, language: Language | None = None) -> tuple[Candidate, ...]:
        """Return the ``limit`` most likely entries for ``text``, also when none is likely; for staff looking
        something up.
        """
        _, ranking = self._rank(text[:MOST_CHARACTERS], None, language, self._looking())
        if ranking is None:
            return ()
        found = [(label, sure) for label, sure in ranking.labels if label.kind == ENTRY][:limit]
        return tuple(Candidate(id=EntryId(label.id), confidence=sure) for label, sure in found)

    def with_phrasings(self, extra: Mapping[EntryId, Sequence[str]], *, language: Language = DUTCH) -> "Matcher":
        """Return a matcher that also knows ``extra`` phrasings in ``language``, at once and without learning
        everything anew.

        Entries that are not in the corpus, and languages without a model, are left out.
        """
        model = self._models.get(language)
        if model is None:
            return self
        numbers = {label.id: number for number, label in enumerate(model.labels) if label.kind == ENTRY}
        pairs = [
            (text, numbers[entry])
            for entry, texts in extra.items()
            if entry in numbers
            for text in texts
            if text.strip()
        ]
        if not pairs:
            return self
        version = hashlib.sha256(json.dumps([self.version, language, pairs]).encode()).hexdigest()[:32]
        models = {**self._models, language: model.with_phrasings(pairs, self._encoder)}
        return Matcher(version, list(models.values()), self._plain_encoder, self._meaning)

    def to_bytes(self) -> bytes:
        """Return the prepared matcher as bytes: a NumPy archive of plain arrays and JSON, no pickles."""
        arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {}
        heads = []
        for model in self._models.values():
            head, parts = pack(model)
            heads.append(head)
            arrays |= {f"{model.language}.{name}": array for name, array in parts.items()}
        whole: dict[str, Any] = {"version": self.version, "models": heads}
        if self._meaning is not None:
            whole["meaning"], parts = self._meaning.packed()
            arrays |= {f"{_MEANING}.{name}": array for name, array in parts.items()}
        text = json.dumps(whole, ensure_ascii=False).encode()
        archive = io.BytesIO()
        np.savez(archive, allow_pickle=False, head=np.frombuffer(text, dtype=np.uint8), **arrays)
        return archive.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes, corpus_version: str, encoder: Encoder | None = None) -> Self:
        """Return the matcher in ``data``.

        Raises :class:`StaleMatcher` when it was not made from ``corpus_version`` (see :func:`prepared_version`)
        or is damaged.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                head = json.loads(archive["head"].tobytes())
                version = head["version"]
                if version != corpus_version:
                    raise StaleMatcher(f"prepared for {version}, asked for {corpus_version}")
                models = []
                for part in head["models"]:
                    prefix = part["language"] + "."
                    arrays = {
                        name.removeprefix(prefix): archive[name] for name in archive.files if name.startswith(prefix)
                    }
                    models.append(unpack(part, arrays))
                meaning = None
                if "meaning" in head:
                    arrays = {
                        name.removeprefix(f"{_MEANING}."): archive[name]
                        for name in archive.files
                        if name.startswith(f"{_MEANING}.")
                    }
                    meaning = MeaningModel.unpacked(head["meaning"], arrays)
        except (KeyError, ValueError, TypeError, EOFError, zipfile.BadZipFile) as trouble:
            if isinstance(trouble, StaleMatcher):
                raise
            raise StaleMatcher(f"not a prepared matcher: {trouble}") from trouble
        return cls(version, models, encoder, meaning)

    def _abroad(self, text: str, language: Language | None, looks: Looks) -> Language | None:
        if (text, language) not in looks.abroad:
            looks.abroad[text, language] = self._foreign_language(text, language, looks)
        return looks.abroad[text, language]

    def _foreign_language(self, text: str, language: Language | None, looks: Looks) -> Language | None:
        """The language of ``text`` when no phrasing is in it; None when some model knows its words."""
        if self._meaning is None or not self._models:
            return None
        if min(looks.strangeness(model, text) for model in self._models.values()) < _FOREIGN:
            return None
        spoken = detect_language(text)
        if spoken is None and language is not None and language not in self._models:
            spoken = language
        return spoken if spoken is not None and spoken not in self._models else None

    def _own(self, language: Language | None) -> LanguageModel:
        return self._models.get(language or DUTCH) or next(iter(self._models.values()))

    def _first(self, text: str, audience: Audience | None, language: Language | None, looks: Looks) -> LanguageModel:
        """The model that judges ``text`` first: of the language spoken, unless another clearly knows its words."""
        own = self._own(language)
        if len(self._models) == 1:
            return own
        reading = looks.reading(own, text)
        if not reading.words or own.said_literally(reading, audience) is not None:
            return own
        closest = min(self._models.values(), key=lambda model: (looks.strangeness(model, text), model is not own))
        return (
            closest if looks.strangeness(closest, text) + _CLEARLY_LESS_STRANGE <= looks.strangeness(own, text) else own
        )

    def _rank(
        self, text: str, audience: Audience | None, language: Language | None, looks: Looks
    ) -> tuple[LanguageModel | None, Ranking | None]:
        """Return the model whose language the text turns out to be in, and the ranking by it."""
        if not self._models:
            return None, None
        first = self._first(text, audience, language, looks)
        ranking = rank(first, text, audience, looks)
        if ranking is None or len(self._models) == 1 or ranking.exact or first is not self._own(language):
            return first, ranking
        if ranking.labels[0][1] >= first.bands.answer or looks.strangeness(first, text) < _STRANGE:
            return first, ranking  # the detector takes 75 MB of memory: it is only woken for words nobody here knows
        spoken = detect_language(text)
        second = self._models.get(spoken) if spoken is not None else None
        if second is None or second is first:
            return first, ranking
        other = rank(second, text, audience, looks)
        if other is not None and other.labels[0][1] + _LANGUAGE_MARGIN >= ranking.labels[0][1]:
            return second, other
        return first, ranking


def prepared_version(corpus: Corpus, encoder: Encoder | None = None) -> str:
    """Return the version a matcher prepared from ``corpus`` (and ``encoder``) has."""
    version = corpora.corpus_version(corpus)
    return version if encoder is None else hashlib.sha256(f"{version} {encoder.name}".encode()).hexdigest()[:32]
