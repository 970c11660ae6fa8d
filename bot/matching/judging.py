"""Judging one message with the model of one language: candidates, band, and on request why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.domain.audience import Audience
from bot.domain.ids import EntryId
from bot.matching.labels import ENTRY, SMALLTALK, Label
from bot.matching.looks import Looks
from bot.matching.model import LanguageModel
from bot.matching.reading import Reading
from bot.matching.signals import CANDIDATE_SIGNALS, MESSAGE_SIGNALS, Signals
from bot.matching.verdict import MOST_CANDIDATES, Candidate, Explanation, Outcome, Verdict
from bot.text.folding import fold

DELICATE_CERTAINTY, DELICATE_NEAREST, DELICATE_COVERAGE, DELICATE_WORDS = 0.6, 0.3, 0.5, 4
"""For a direct answer by a delicate entry: least confidence, least likeness to one of its phrasings, least share of
words it uses, and fewest words. Anything vaguer is offered, not answered.

Measured on questions written by others: 66 of the 67 that pass are right (half of the development set, November 2026).
"""

SMALLTALK_CERTAINTY = 0.55
"""Least confidence for chatting back; below it small talk is only a guess and a question may hide in it."""

_EXACT_CONFIDENCE = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Labels with their confidence (0–1), best first, and what they rest on."""

    text: str
    reading: Reading
    labels: tuple[tuple[Label, float], ...]
    exact: bool
    nearest: float
    covered: float
    signals: Signals


def rank(model: LanguageModel, text: str, audience: Audience | None, looks: Looks) -> Ranking | None:
    """Return the ranking of ``text``, or None when it has no words."""
    said = looks.said_in(model, text)
    looks.take(model, [text, *said])
    whole = _rank_once(model, text, audience, looks)
    if whole is None or whole.exact or not said:
        return whole
    parts = [_rank_once(model, sentence, audience, looks) for sentence in said]
    return _merged(whole, [part for part in parts if part is not None])


def _merged(whole: Ranking, parts: Sequence[Ranking]) -> Ranking:
    """Return ``whole`` with each confidence the mean of what the whole message and its clearest sentence say.

    One sentence of a story may name a subject the story is not about; the whole alone drowns the one that asks.
    """
    clearest: dict[str, tuple[Label, float]] = {}
    for part in parts:
        for label, confidence in part.labels:
            if label.kind == ENTRY and confidence > clearest.get(label.id, (label, -1.0))[1]:
                clearest[label.id] = (label, confidence)
    total = {label.id: (label, confidence / 2) for label, confidence in whole.labels}
    for name, (label, confidence) in clearest.items():
        total[name] = (label, total.get(name, (label, 0.0))[1] + confidence / 2)
    ordered = sorted(total.values(), key=lambda item: (-item[1], item[0].id))
    return replace(whole, labels=tuple(ordered))


def _rank_once(model: LanguageModel, text: str, audience: Audience | None, looks: Looks) -> Ranking | None:
    look = looks.of(model, text)
    if look is None:
        return None
    reading = look.reading
    signals = model.signals(look.measured, audience)
    confidences = model.confidences(signals)[0]
    order = np.argsort(-confidences, kind="stable")
    places = [(int(signals.shortlist[0, place]), float(confidences[place]), int(place)) for place in order]
    ranked = [(model.labels[number], confidence) for number, confidence, _ in places if number >= 0]
    best = signals.candidates[0, places[0][2]]
    nearest = float(best[CANDIDATE_SIGNALS.index("nearest")])
    covered = float(best[CANDIDATE_SIGNALS.index("words covered")])
    known = model.said_literally(reading, audience)
    if known is not None:
        label = model.labels[known]
        others = [(other, min(confidence, 1 - _EXACT_CONFIDENCE)) for other, confidence in ranked if other is not label]
        ranked = [(label, _EXACT_CONFIDENCE), *others]
        nearest = 1.0
    return Ranking(
        text=text,
        reading=reading,
        labels=tuple(ranked),
        exact=known is not None,
        nearest=nearest,
        covered=covered,
        signals=signals,
    )


def decide(model: LanguageModel, ranking: Ranking | None, *, explain: bool) -> Verdict:
    """Return the verdict a ranking comes down to."""
    if ranking is None:
        return Verdict(outcome=Outcome.NONE, candidates=(), smalltalk=None, explanation=None, language=model.language)
    top, confidence = ranking.labels[0]
    found = [(label, sure) for label, sure in ranking.labels if label.kind == ENTRY][:MOST_CANDIDATES]
    candidates = tuple(Candidate(id=EntryId(label.id), confidence=min(max(sure, 0.0), 1.0)) for label, sure in found)
    if top.kind == SMALLTALK:
        rest = candidates[0].confidence if candidates else 0.0
        if confidence >= SMALLTALK_CERTAINTY or rest < model.bands.suggest:
            outcome = Outcome.SMALLTALK if confidence >= model.bands.suggest else Outcome.NONE
            reason = "small talk"
        else:
            outcome, reason = Outcome.SUGGEST, "small talk or a question"
    elif confidence >= model.bands.answer and top.delicate and not _clear(ranking):
        outcome, reason = Outcome.SUGGEST, "delicate: only a clear match is answered directly"
    elif confidence >= model.bands.answer:
        outcome, reason = Outcome.ANSWER, "its own phrasing" if ranking.exact else "sure enough to answer"
    elif confidence >= model.bands.suggest:
        outcome, reason = Outcome.SUGGEST, "sure enough to offer"
    else:
        outcome, reason = Outcome.NONE, "too unsure"
    return Verdict(
        outcome=outcome,
        candidates=candidates,
        smalltalk=top.id if outcome == Outcome.SMALLTALK else None,
        explanation=_explain(model, ranking, reason) if explain else None,
        language=model.language,
    )


def _clear(ranking: Ranking) -> bool:
    """Return whether a message fits its best entry well enough for an answer on a delicate subject."""
    if ranking.exact:
        return True
    return (
        len(ranking.reading.words) >= DELICATE_WORDS
        and ranking.labels[0][1] >= DELICATE_CERTAINTY
        and ranking.nearest >= DELICATE_NEAREST
        and ranking.covered >= DELICATE_COVERAGE
    )


def _explain(model: LanguageModel, ranking: Ranking, reason: str) -> Explanation:
    reading = ranking.reading
    top = ranking.labels[0][0]
    row = model.views.row(reading)
    likeness = model.likeness(row)[: len(model.phrasings)]
    own = np.array([model.labels[owner] is top for owner in model.owners])
    closest = int(np.argmax(np.where(own, likeness, -1.0)))
    used = {word for place in np.flatnonzero(own) for word in fold(model.phrasings[place]).split()}
    place = [model.labels[number] if number >= 0 else None for number in ranking.signals.shortlist[0]]
    figures = ranking.signals.candidates[0, place.index(top)] if top in place else np.zeros(len(CANDIDATE_SIGNALS))
    scores = [(name, float(value)) for name, value in zip(CANDIDATE_SIGNALS, figures, strict=True)]
    scores += [(name, float(value)) for name, value in zip(MESSAGE_SIGNALS, ranking.signals.message[0], strict=True)]
    return Explanation(
        read_as=" ".join(reading.words),
        closest=model.phrasings[closest],
        likeness=float(likeness[closest]),
        words_used=tuple(word for word in dict.fromkeys((*reading.words, *reading.appended)) if word in used),
        repaired=reading.repaired,
        unknown=reading.unknown,
        appended=reading.appended,
        scores=tuple(scores),
        thresholds=(model.bands.answer, model.bands.suggest),
        reason=reason,
    )
