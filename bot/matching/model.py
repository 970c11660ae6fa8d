"""What was learned for one language: rows of phrasings, the classifier over them, and how to weigh its signals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.domain.audience import Audience
from bot.domain.ids import Language
from bot.encoder.port import Encoder
from bot.matching.bands import Bands
from bot.matching.classifier import Classifier, sketch
from bot.matching.labels import NOT_FOR_US, Label
from bot.matching.reading import Reader, Reading
from bot.matching.signals import Measured, Signals, measure, weigh
from bot.matching.softmax import softmax
from bot.matching.sparse import Floats, SparseRows
from bot.matching.topics import learn_topics
from bot.matching.views import Row, Views, as_vectors
from bot.matching.weighing import Weights, probabilities

ONLINE_STEP = 2.0
"""How hard a phrasing added without a refit pulls on the classifier; 2 brings a new phrasing itself to its entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """All that is needed to judge a message in one language; immutable.

    ``rows`` (rows × columns of the views) starts with ``len(phrasings)`` real phrasings grouped by label, whose
    numbers are ``owners``; weak material (answers) of the labels ``weak_owners`` follows. ``label_words`` is columns ×
    labels: 1 where the label uses the word; ``topics`` see :func:`bot.matching.topics.learn_topics`.
    """

    language: Language
    reader: Reader
    views: Views
    labels: tuple[Label, ...]
    phrasings: tuple[str, ...]
    owners: NDArray[np.intp]
    rows: SparseRows
    columns: SparseRows
    classifier: Classifier
    label_words: SparseRows
    weak_owners: NDArray[np.intp]
    topics: SparseRows
    weights: Weights
    bands: Bands
    exact: Mapping[str, tuple[int, ...]]
    meaning: Floats | None = None

    def foreign(self, audience: Audience | None) -> Floats:
        """Return 1 × labels: 1 where a label is only for the other audience."""
        strange = [audience is not None and audience not in label.audiences for label in self.labels]
        return np.array([strange], dtype=np.float32)

    def said_literally(self, reading: Reading, audience: Audience | None) -> int | None:
        """Return the label with ``reading`` word for word among its phrasings, unless it is for the other audience."""
        for number in self.exact.get(" ".join(reading.words), ()):
            if number != self.refusal and (audience is None or audience in self.labels[number].audiences):
                return number
        return None

    @property
    def refusal(self) -> int | None:
        """Number of the label of messages that are not for us, when it was learned."""
        last = len(self.labels) - 1
        return last if self.labels[last].kind == NOT_FOR_US else None

    def likeness(self, row: Row) -> Floats:
        """Return the likeness (0–1) of ``row`` with each row learned from."""
        columns, values = as_vectors(row)
        return self.columns.weighted_sum(columns, values)

    def scores(self, row: Row, likeness: Floats) -> Floats:
        """Return the classifier's logits (1 × labels) for ``row``, whose likenesses are ``likeness`` (1 × rows)."""
        return self.classifier.scores(
            likeness, sketch(*as_vectors(row))[None, :] if self.classifier.direct is not None else None
        )

    def measured(self, texts: Sequence[str], readings: Sequence[Reading], encoder: Encoder | None) -> Measured:
        """Return the measurements of messages, all together; ``readings`` has those of ``texts``."""
        rows = [self.views.row(reading) for reading in readings]
        vectors = [as_vectors(row) for row in rows]
        likeness = self.columns.weighted_sums(vectors)
        sketches: Floats | None = None
        if self.classifier.direct is not None:
            sketches = np.stack([sketch(columns, values) for columns, values in vectors])
        sense: Floats | None = None
        if encoder is not None and self.meaning is not None:
            sense = np.asarray(encoder.encode(texts), dtype=np.float32) @ self.meaning.T
        return measure(
            likeness,
            self.classifier.scores(likeness, sketches),
            self.topics.weighted_sums([(columns, np.ones_like(values)) for columns, values in vectors]),
            self.owners,
            len(self.phrasings),
            self._coverage(rows),
            np.array([1 - sum(row.stem_weights) / row.total if row.total else 1.0 for row in rows], dtype=np.float32),
            np.array([len(reading.words) for reading in readings], dtype=np.float32),
            sense,
        )

    def signals(self, measured: Measured, audience: Audience | None) -> Signals:
        """Return the signals of one message of somebody of this ``audience``."""
        return weigh(measured, self.foreign(audience), self.refusal)

    def confidences(self, signals: Signals) -> Floats:
        """Return the calibrated probabilities (m × SHORTLIST) of the shortlisted labels."""
        return probabilities(signals, self.weights)

    def _coverage(self, rows: Sequence[Row]) -> Floats:
        stems = [(np.array(row.stems, dtype=np.int32), np.array(row.stem_weights, dtype=np.float32)) for row in rows]
        totals = np.array([[max(row.total, 1e-6)] for row in rows], dtype=np.float32)
        return np.asarray(self.label_words.weighted_sums(stems) / totals, dtype=np.float32)

    def with_phrasings(self, extra: Sequence[tuple[str, int]], encoder: Encoder | None) -> "LanguageModel":
        """Return a model that also holds these (phrasing, label number) pairs.

        They count at once as nearest and exact phrasings, and by one small step in the classifier.
        """
        reader = self.reader.with_words(text for text, _ in extra)
        readings = [reader.read(text, repair=False) for text, _ in extra]
        views = self.views.extended(readings)
        rows = [views.row(reading) for reading in readings]
        added = np.array([label for _, label in extra], dtype=np.intp)
        before = [self.views.row(reading) for reading in readings]
        scores = np.concatenate([self.scores(row, self.likeness(row)[None, :]) for row in before])
        pull = np.eye(len(self.labels), dtype=np.float32)[added]
        steps = ONLINE_STEP * (pull - softmax(scores))
        owners = np.concatenate([self.owners, added])
        order = np.argsort(owners, kind="stable")
        count, total = len(self.phrasings), self.rows.shape[0]
        places = np.concatenate([np.arange(count), np.arange(total, total + len(extra))])[order]
        whole = np.concatenate([places, np.arange(count, total)])  # phrasings by label first, weak rows last
        stacked = self.rows.stacked(views.matrix(rows)).take(whole)
        texts = (*self.phrasings, *(text for text, _ in extra))
        meaning = self.meaning
        if meaning is not None and encoder is not None:
            senses = np.asarray(encoder.encode([text for text, _ in extra]), dtype=np.float32)
            meaning = np.concatenate([meaning, senses])[whole]
        said = {" ".join(reading.words): (int(label),) for reading, label in zip(readings, added, strict=True)}
        return replace(
            self,
            reader=reader,
            views=views,
            topics=learn_topics(
                stacked, views.words, np.concatenate([owners[order], self.weak_owners]), len(owners), len(self.labels)
            ),
            phrasings=tuple(texts[place] for place in order),
            owners=owners[order],
            rows=stacked,
            columns=stacked.turned(),
            classifier=self.classifier.nudged(steps, whole),
            label_words=views.stem_matrix(rows).columns_by_group(added, len(self.labels), self.label_words),
            exact={**self.exact, **said},
            meaning=meaning,
        )
