"""A question in a language without phrasings: judged by what it means alone, against the phrasings of all languages.

The vectors of a sentence encoder are whitened with the spread within entries (linear discriminant analysis, Fisher
1936), which takes away what phrasings of one entry differ in: voice, length, language. An entry is as near as the mean
of its nearest phrasings and of its middle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bot.domain.audience import Audience
from bot.domain.ids import EntryId, Language
from bot.encoder.port import Encoder
from bot.matching.corpus import Corpus
from bot.matching.labels import ENTRY, NOT_FOR_US, SMALLTALK, Label
from bot.matching.sparse import Floats
from bot.matching.verdict import MOST_CANDIDATES, Candidate, Explanation, Outcome, Verdict

ANSWER_AT, SUGGEST_AT = 0.5, 0.09
"""Least confidence for an answer and for a choice. Of 480 questions in twelve languages, written apart, 78 % were then
answered or offered right and 4 % answered wrongly (November 2026)."""

_SHARPNESS = 30.0
_NEAREST = 20.0
_SMOOTH = 3.0
"""How much of the mean spread is added to each direction, so that none is blown up."""
_OTHER_AUDIENCE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningModel:
    """Immutable; rows are phrasings grouped by label, whose numbers are ``owners`` (ascending)."""

    labels: tuple[Label, ...]
    phrasings: tuple[str, ...]
    owners: NDArray[np.intp]
    centre: Floats
    whitening: Floats
    rows: Floats
    middles: Floats = field(init=False)
    """The middle of each label, of length 1."""

    def __post_init__(self) -> None:
        """Find the middles once."""
        object.__setattr__(self, "middles", _unit(np.add.reduceat(self.rows, self._starts, axis=0)))

    @property
    def _starts(self) -> NDArray[np.intp]:
        return np.flatnonzero(np.diff(self.owners, prepend=-1))

    @classmethod
    def learn(cls, corpus: Corpus, encoder: Encoder) -> Self | None:
        """From all phrasings in all languages; None when there are too few to tell anything apart."""
        labels, phrasings, owners = _gather(corpus)
        if len(labels) < 2:
            return None
        vectors = encoder.encode(phrasings)
        centre = np.asarray(vectors.mean(axis=0), dtype=np.float32)
        moved = _unit(vectors - centre)
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        means = np.add.reduceat(moved, starts, axis=0) / np.bincount(owners)[:, None]
        within = moved - means[owners]
        spread, directions = np.linalg.eigh(within.T @ within / len(moved))
        scale = np.sqrt(np.maximum(spread, 0) + _SMOOTH * max(float(spread.mean()), 1e-9))
        whitening = np.asarray(directions / scale, dtype=np.float32)
        rows = _unit(moved @ whitening)
        return cls(labels=labels, phrasings=phrasings, owners=owners, centre=centre, whitening=whitening, rows=rows)

    def whitened(self, vectors: Floats) -> Floats:
        """``vectors`` without what phrasings of one entry differ in, each of length 1."""
        return _unit(_unit(vectors - self.centre) @ self.whitening)

    def packed(self) -> tuple[dict[str, Any], dict[str, NDArray[np.generic]]]:
        """Plain values and arrays that ``unpacked`` puts together again."""
        head = {
            "labels": [(label.kind, label.id, sorted(label.audiences), label.delicate) for label in self.labels],
            "phrasings": list(self.phrasings),
        }
        arrays: dict[str, NDArray[np.generic]] = {
            "owners": self.owners,
            "centre": self.centre,
            "whitening": self.whitening,
            "rows": self.rows.astype(np.float16),
        }
        return head, arrays

    @classmethod
    def unpacked(cls, head: Mapping[str, Any], arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Raises ``KeyError`` or ``ValueError`` for anything else than ``packed`` made."""
        return cls(
            labels=tuple(
                Label(kind=kind, id=name, audiences=frozenset(map(Audience, audiences)), delicate=delicate)
                for kind, name, audiences, delicate in head["labels"]
            ),
            phrasings=tuple(head["phrasings"]),
            owners=arrays["owners"].astype(np.intp),
            centre=arrays["centre"].astype(np.float32),
            whitening=arrays["whitening"].astype(np.float32),
            rows=arrays["rows"].astype(np.float32),
        )

    def judge(
        self, text: str, encoder: Encoder, *, audience: Audience | None, language: Language, explain: bool
    ) -> Verdict:
        """What ``text``, in ``language``, comes down to."""
        row = self.whitened(encoder.encode([text]))[0]
        likeness = self.rows @ row
        shares = self._shares(likeness, row, audience)
        entries = np.array([label.kind == ENTRY for label in self.labels])
        order = [int(place) for place in np.argsort(-np.where(entries, shares, -1.0), kind="stable")]
        found = [place for place in order[:MOST_CANDIDATES] if entries[place]]
        candidates = tuple(
            Candidate(id=EntryId(self.labels[place].id), confidence=float(shares[place])) for place in found
        )
        strongest = self.labels[int(np.argmax(shares))]
        best = candidates[0].confidence if candidates else 0.0
        smalltalk = None
        if strongest.kind == SMALLTALK and float(shares.max()) >= ANSWER_AT:
            outcome, smalltalk = Outcome.SMALLTALK, strongest.id
        elif best >= ANSWER_AT and not self.labels[found[0]].delicate:
            outcome = Outcome.ANSWER
        elif best >= SUGGEST_AT:
            outcome = Outcome.SUGGEST
        else:
            outcome = Outcome.NONE
        return Verdict(
            outcome=outcome,
            candidates=candidates,
            smalltalk=smalltalk,
            explanation=self._explained(text, likeness, found, shares) if explain and found else None,
            language=language,
        )

    def _shares(self, likeness: Floats, row: Floats, audience: Audience | None) -> Floats:
        near = np.log(np.add.reduceat(np.exp(_NEAREST * likeness), self._starts)) / _NEAREST
        scores = (near + self.middles @ row) / 2
        if audience is not None:
            scores -= _OTHER_AUDIENCE * np.array([audience not in label.audiences for label in self.labels])
        lifted = np.exp(_SHARPNESS * (scores - scores.max()))
        return np.asarray(lifted / lifted.sum(), dtype=np.float32)

    def _explained(self, text: str, likeness: Floats, found: list[int], shares: Floats) -> Explanation:
        own = np.flatnonzero(self.owners == found[0])
        closest = int(own[np.argmax(likeness[own])])
        return Explanation(
            read_as=text,
            closest=self.phrasings[closest],
            likeness=float(likeness[closest]),
            words_used=(),
            repaired=(),
            unknown=(),
            appended=(),
            scores=(("meaning", float(likeness[closest])), ("confidence", float(shares[found[0]]))),
            thresholds=(ANSWER_AT, SUGGEST_AT),
            reason="by meaning alone: a language without phrasings",
        )


class WhitenedEncoder:
    """An encoder whose vectors are whitened as ``model`` learned to: beside words they tell entries apart better."""

    def __init__(self, encoder: Encoder, model: MeaningModel) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._model = model

    def encode(self, sentences: Sequence[str]) -> Floats:
        """Return one row of length 1 per sentence."""
        return self._model.whitened(self._encoder.encode(sentences))

    def encode_depths(self, sentences: Sequence[str]) -> Floats:
        """As the encoder itself gives it."""
        return self._encoder.encode_depths(sentences)


def _gather(corpus: Corpus) -> tuple[tuple[Label, ...], tuple[str, ...], NDArray[np.intp]]:
    groups: list[tuple[Label, list[str]]] = []
    for entry in corpus.entries:
        texts = [text for questions in entry.questions.values() for text in questions]
        # A few in other languages carry far: they show what the languages differ in, so that it can be taken away.
        texts += [text for questions in entry.translated_questions.values() for text in questions]
        texts += [*(text for words in entry.keywords.values() for text in words), *entry.title.values()]
        label = Label(kind=ENTRY, id=str(entry.id), audiences=entry.audiences, delicate=entry.delicate)
        groups.append((label, texts))
    for talk in corpus.smalltalk:
        texts = [text for phrasings in talk.phrasings.values() for text in phrasings]
        groups.append((Label(kind=SMALLTALK, id=talk.id), texts))
    refused = [text for texts in corpus.not_for_us.values() for text in texts]
    groups.append((Label(kind=NOT_FOR_US, id=NOT_FOR_US), refused))
    kept = [(label, list(dict.fromkeys(filter(str.strip, texts)))) for label, texts in groups]
    kept = [(label, texts) for label, texts in kept if texts]
    owners = [number for number, (_, texts) in enumerate(kept) for _ in texts]
    return (
        tuple(label for label, _ in kept),
        tuple(text for _, texts in kept for text in texts),
        np.array(owners, dtype=np.intp),
    )


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)
