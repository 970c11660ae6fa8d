"""Rehearsing: asking typical phrasings of a classifier that never saw them, and whole entries of one that does not hold
them.

What comes out is what real visitors are expected to bring, in scope and out of it, so confidences and thresholds are
fitted on the content itself and no labelled questions are needed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.audience import Audience
from bot.matching.labels import ENTRY, NOT_FOR_US
from bot.matching.lesson import Lesson
from bot.matching.signals import CANDIDATE_SIGNALS, MESSAGE_SIGNALS, SHORTLIST, Signals, measure, weigh
from bot.matching.sparse import Floats

OUT_OF_SCOPE_SHARE = 0.25
"""Share of messages that no entry answers, assumed until the log of real ones says otherwise."""

AFAR_SHARE = 0.85
"""Share of those messages that are about something else altogether; the others are neighbours of what is answered."""

TOLERANCE = 0.05
"""How far a rehearsal's classifier is fitted (see ``fit_softmax``); the ranking is settled by then."""

TYPICAL_SHARE = 0.4
"""Share of the phrasings that is rehearsed: of each length those most like another phrasing of their own label.

Writers look for words they have not used yet, so a phrasing left out is stranger to its entry than what visitors ask:
of all phrasings 50 in 100 find their entry first, of these 79, of questions written apart from the content 86 (half
of the development set, November 2026).
"""

_LENGTHS = (3.5, 5.5, 8.5, 12.5)
"""Numbers of words between which phrasings are compared; short ones are more alike and would crowd out long ones."""

_FOLDS, _FOLDS_SMALL, _FOLDS_COMPRESSED, _SMALL = 5, 10, 1, 1500
_MOST_QUESTIONS = 3000
_ENTRY_GROUPS = 8
_FEWEST_ENTRIES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """Signals of m rehearsed questions, where the right label stands in each shortlist (-1: nowhere), and how much
    each counts.
    """

    signals: Signals
    wanted: NDArray[np.intp]
    in_scope: NDArray[np.bool_]
    afar: NDArray[np.bool_]
    importance: Floats


def rehearse(lesson: Lesson, *, out_of_scope_share: float = OUT_OF_SCOPE_SHARE) -> Rehearsal:
    """Return the rehearsal of ``lesson``; it has no questions when no label has two phrasings."""
    material = lesson.material
    owners = material.owners[: material.full]
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    sizes = np.bincount(owners, minlength=len(material.labels))
    position = np.arange(material.full) - starts[owners]
    folds = _FOLDS_SMALL if material.full <= _SMALL else _FOLDS
    rehearsed = folds if not lesson.compressed else _FOLDS_COMPRESSED
    entries = np.array([label.kind == ENTRY for label in material.labels])
    refusals = np.array([label.kind == NOT_FOR_US for label in material.labels])
    pieces: list[tuple[Signals, NDArray[np.intp]]] = []
    asked: list[NDArray[np.intp]] = []
    left_out: list[NDArray[np.bool_]] = []
    least = _least_kinship(lesson, entries)
    for fold in range(rehearsed):
        absent = entries & (np.arange(len(entries)) % _ENTRY_GROUPS == fold % _ENTRY_GROUPS)
        if int(entries.sum()) < _FEWEST_ENTRIES or fold >= _ENTRY_GROUPS:
            absent[:] = False
        held = (position % folds == fold) & (sizes[owners] > 1)
        left_aside = np.flatnonzero(held | absent[owners])
        questions = left_aside[:: 1 + len(left_aside) // _MOST_QUESTIONS]
        questions = questions[
            (lesson.kinship(questions) >= least[_size(lesson, questions)]) | refusals[owners[questions]]
        ]
        kept = np.ones(len(material.owners), dtype=bool)
        kept[left_aside] = False
        kept[material.full :] = ~absent[material.owners[material.full :]]
        if len(questions) == 0:
            continue
        pieces.append(_ask(lesson, questions, np.flatnonzero(kept)))
        asked.append(questions)
        left_out.append(absent[owners[questions]])
    if not pieces:
        return _nothing()
    questions = np.concatenate(asked)
    outside = np.concatenate(left_out) | refusals[owners[questions]]
    in_scope = ~outside
    return Rehearsal(
        signals=Signals(
            shortlist=np.concatenate([signals.shortlist for signals, _ in pieces]),
            candidates=np.concatenate([signals.candidates for signals, _ in pieces]),
            message=np.concatenate([signals.message for signals, _ in pieces]),
        ),
        wanted=np.where(in_scope, np.concatenate([wanted for _, wanted in pieces]), -1),
        in_scope=in_scope,
        afar=refusals[owners[questions]],
        importance=_importance(in_scope, refusals[owners[questions]], out_of_scope_share),
    )


def _least_kinship(lesson: Lesson, entries: NDArray[np.bool_]) -> Floats:
    """Return from which kinship on a phrasing of each size is typical enough to be rehearsed (``TYPICAL_SHARE``)."""
    phrasings = np.flatnonzero(entries[lesson.material.owners[: lesson.material.full]])
    sample = phrasings[:: 1 + len(phrasings) // _MOST_QUESTIONS]
    kinship, size = lesson.kinship(sample), _size(lesson, sample)
    least = np.zeros(len(_LENGTHS) + 1, dtype=np.float32)
    for number in np.unique(size):
        least[number] = np.quantile(kinship[size == number], 1 - TYPICAL_SHARE)
    return least


def _size(lesson: Lesson, phrasings: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the number of the class of lengths each of ``phrasings`` is in."""
    return np.searchsorted(_LENGTHS, lesson.lengths[phrasings])


def _ask(lesson: Lesson, questions: NDArray[np.intp], kept: NDArray[np.intp]) -> tuple[Signals, NDArray[np.intp]]:
    """Return the signals of ``questions`` for a classifier of the ``kept`` rows, and where each own label stands
    (-1: nowhere).
    """
    material = lesson.material
    full = int(np.searchsorted(kept, material.full))
    present = np.unique(material.owners[kept[:full]])
    compact = np.full(len(material.labels), -1, dtype=np.intp)
    compact[present] = np.arange(len(present))
    classifier = lesson.fit(kept, tolerance=TOLERANCE).columns(present)
    kept_owners = compact[material.owners[kept]]
    owners = kept_owners[:full]
    topics = lesson.topics(kept, kept_owners, full, len(present))
    stems = lesson.stems.take(questions)
    used = lesson.stems.take(kept[:full]).columns_by_group(owners, len(present))
    total = lesson.totals[questions][:, None]
    refusal = len(present) - 1 if material.labels[present[-1]].kind == NOT_FOR_US else None
    likeness = lesson.likeness(questions, kept)
    measured = measure(
        likeness,
        classifier.scores(likeness, lesson.sketches[questions] if lesson.sketches is not None else None),
        lesson.rows.take(questions).pattern().product(topics),
        owners,
        full,
        stems.product(used) / total,
        (1 - stems.times(used.any_in_row()[:, None]) / total)[:, 0],
        lesson.lengths[questions],
        lesson.meaning[questions] @ lesson.meaning[kept].T if lesson.meaning is not None else None,
    )
    signals = weigh(measured, _foreign(lesson, questions)[:, present], refusal)
    own = compact[material.owners[questions]]
    hits = (signals.shortlist == own[:, None]) & (own >= 0)[:, None]
    return signals, np.where(hits.any(axis=1), hits.argmax(axis=1), -1)


def _foreign(lesson: Lesson, questions: NDArray[np.intp]) -> Floats:
    """Return questions × labels: 1 where the label is for the other audience; every fourth question comes without
    an audience.
    """
    labels = lesson.material.labels
    table = np.array([[audience not in label.audiences for label in labels] for audience in Audience], dtype=np.float32)
    foreign = np.zeros((len(questions), len(labels)), dtype=np.float32)
    for place, question in enumerate(questions.tolist()):
        label = labels[int(lesson.material.owners[question])]
        chosen = [number for number, audience in enumerate(Audience) if audience in label.audiences]
        if question % 4 and chosen:
            foreign[place] = table[chosen[(question // 2) % len(chosen)]]
    return foreign


def _importance(in_scope: NDArray[np.bool_], refusals: NDArray[np.bool_], share: float) -> Floats:
    """Return how much each question counts, so that those out of scope make up ``share``, ``AFAR_SHARE`` of them
    from afar.
    """
    importance = np.ones(len(in_scope), dtype=np.float32)
    outside = share / (1 - share) * float(in_scope.sum())
    kinds = [(kind, part) for kind, part in ((~in_scope & ~refusals, 1 - AFAR_SHARE), (refusals, AFAR_SHARE))]
    present = sum(part for kind, part in kinds if kind.any())
    for kind, part in kinds:
        if kind.any():
            importance[kind] = outside * part / present / float(kind.sum())
    return importance


def _nothing() -> Rehearsal:
    return Rehearsal(
        signals=Signals(
            shortlist=np.zeros((0, SHORTLIST), dtype=np.intp),
            candidates=np.zeros((0, SHORTLIST, len(CANDIDATE_SIGNALS)), dtype=np.float32),
            message=np.zeros((0, len(MESSAGE_SIGNALS)), dtype=np.float32),
        ),
        wanted=np.zeros(0, dtype=np.intp),
        in_scope=np.zeros(0, dtype=bool),
        afar=np.zeros(0, dtype=bool),
        importance=np.zeros(0, dtype=np.float32),
    )
