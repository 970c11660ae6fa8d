"""The rows of one language with all that fitting and rehearsing share."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.ids import Language
from bot.encoder.port import Encoder
from bot.matching.classifier import Classifier, sketch_rows
from bot.matching.corpus import Corpus
from bot.matching.labels import ENTRY, NOT_FOR_US, SMALLTALK, Label
from bot.matching.reading import Reading
from bot.matching.softmax import fit_softmax, fit_softmax_direct
from bot.matching.sparse import Floats, SparseRows
from bot.matching.topics import learn_topics
from bot.matching.views import Views

ANSWER_WEIGHT = 0.15
"""How much an answer counts against a phrasing: it has the words of the topic, not the voice of the
asker.
"""

MOST_CELLS = 4_000_000
"""Above this many rows × labels the classifier is fitted on sketches, not on the Gram matrix, and rehearsed once.

A Gram matrix of 15,000 rows (4 million cells at 266 labels) takes 0.9 GB while it is learned from, less than learning
what danger sounds like does. Sketches understand less: at 200 entries 2 to 3 points fewer questions are answered at
once and right, and 8 points more messages that are not ours get a choice (``tests/questions``).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Texts to learn from: real phrasings grouped by label first (``full`` of them), weak ones after."""

    labels: tuple[Label, ...]
    texts: tuple[str, ...]
    owners: NDArray[np.intp]
    full: int


def gather(corpus: Corpus, language: Language) -> Material:
    """Return what ``corpus`` has to learn from in ``language``; labels are entries, then small talk, then not-for-
    us.
    """
    labels: list[Label] = []
    groups: list[list[str]] = []
    weak: list[tuple[str, int]] = []
    for entry in corpus.entries:
        texts = [*entry.questions.get(language, ()), *entry.keywords.get(language, ())]
        if language in entry.title:
            texts.append(entry.title[language])
        texts = list(dict.fromkeys(text for text in texts if text.strip()))
        if not texts:
            continue
        if entry.answer.get(language, "").strip():
            weak.append((entry.answer[language], len(labels)))
        labels.append(Label(kind=ENTRY, id=str(entry.id), audiences=entry.audiences, delicate=entry.delicate))
        groups.append(texts)
    if labels:
        for talk in corpus.smalltalk:
            if talk.phrasings.get(language):
                labels.append(Label(kind=SMALLTALK, id=talk.id))
                groups.append(list(dict.fromkeys(talk.phrasings[language])))
        if corpus.not_for_us.get(language):
            labels.append(Label(kind=NOT_FOR_US, id=NOT_FOR_US))
            groups.append(list(dict.fromkeys(corpus.not_for_us[language])))
    owners = [number for number, group in enumerate(groups) for _ in group]
    return Material(
        labels=tuple(labels),
        texts=(*(text for group in groups for text in group), *(text for text, _ in weak)),
        owners=np.array([*owners, *(owner for _, owner in weak)], dtype=np.intp),
        full=len(owners),
    )


class Lesson:
    """The rows of one language with all that fitting and rehearsing share."""

    def __init__(self, material: Material, readings: Sequence[Reading], views: Views, encoder: Encoder | None) -> None:
        self.material = material
        rows = [views.row(reading) for reading in readings]
        self.rows: SparseRows = views.matrix(rows)
        self.words = views.words
        self.stems: SparseRows = views.stem_matrix(rows)
        self.totals = np.array([max(row.total, 1e-6) for row in rows], dtype=np.float32)
        self.lengths = np.array([len(reading.words) for reading in readings], dtype=np.float32)
        self.meaning = np.asarray(encoder.encode(material.texts), dtype=np.float32) if encoder is not None else None
        self._importance = np.where(np.arange(len(rows)) < material.full, 1.0, ANSWER_WEIGHT).astype(np.float32)
        self.compressed = len(rows) * len(material.labels) > MOST_CELLS
        self._gram = None if self.compressed else self.rows.with_rows_of(self.rows)
        self.sketches = sketch_rows(self.rows) if self.compressed else None

    def fit(self, chosen: NDArray[np.intp], *, tolerance: float = 0.01) -> Classifier:
        """Return a classifier (chosen rows × labels) that learned from the ``chosen`` rows only."""
        owners, weights = self.material.owners[chosen], self._importance[chosen]
        count = len(self.material.labels)
        if self.sketches is not None:
            return Classifier(direct=fit_softmax_direct(self.sketches[chosen], owners, count, weights))
        assert self._gram is not None
        block = self._gram if len(chosen) == len(self._gram) else self._gram[np.ix_(chosen, chosen)]
        targets = np.eye(count, dtype=np.float32)[owners]
        return Classifier(
            dual=fit_softmax(lambda rows: block @ rows + rows.sum(axis=0), targets, weights, tolerance=tolerance)
        )

    def topics(self, kept: NDArray[np.intp], owners: NDArray[np.intp], full: int, labels: int) -> SparseRows:
        """Return the topics (columns × ``labels``) of the ``kept`` rows; ``owners`` numbers the label of each."""
        return learn_topics(self.rows.take(kept), self.words, owners, full, labels)

    def kinship(self, phrasings: NDArray[np.intp]) -> Floats:
        """Return the likeness (0–1) of each of ``phrasings`` with the nearest other one of its label."""
        full = self.material.full
        owners = self.material.owners[:full]
        likeness = self.likeness(phrasings, np.arange(full))
        strangers = owners[phrasings][:, None] != owners[None, :]
        strangers[np.arange(len(phrasings)), phrasings] = True
        return np.asarray(np.where(strangers, 0, likeness).max(axis=1, initial=0), dtype=np.float32)

    def likeness(self, questions: NDArray[np.intp], kept: NDArray[np.intp]) -> Floats:
        """Return the likeness (0–1) of each of ``questions`` with each of the ``kept`` rows."""
        if self._gram is not None:
            return self._gram[np.ix_(questions, kept)]
        return self.rows.take(questions).with_rows_of(self.rows.take(kept))
