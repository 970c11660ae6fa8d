"""Topics: an entry as one document of all its phrasings and its answer, and how well a message fits it (BM25).

The classifier learns what sets phrasings apart, and writers make phrasings as different as they can. Whoever asks a
question mostly uses the words a topic is made of; how many of those, and how telling they are, is counted here
(Robertson and Zaragoza 2009).
"""

import numpy as np
from numpy.typing import NDArray

from bot.matching.sparse import Floats, SparseRows

TOPIC_WEIGHT = 0.45
"""How much a point of BM25 adds to the classifier's logit, when topics have phrasings in plenty."""

PLENTY = 50.0
"""Phrasings a label at which a topic counts for half: of five phrasings it cannot be told what a topic is made of."""

ANSWER_COUNTS = 3.0
"""How many phrasings an answer counts for in its topic."""

LONG = 15
"""From this many words on a message's points are scaled down, so that a long story is not likely for its length."""

_SATURATION = 0.5
_LENGTH_SHARE = 0.75


def learn_topics(
    rows: SparseRows, words: NDArray[np.intp], owners: NDArray[np.intp], full: int, labels: int
) -> SparseRows:
    """Return columns × ``labels``: the points a word or pair of words is worth for each label.

    ``words`` are the columns of the word view, ``owners`` the label of each row; the first ``full`` rows are
    phrasings, the others answers.
    """
    _, indices, bounds = rows.arrays()
    lengths = np.diff(bounds)
    columns = rows.shape[1]
    counted = np.zeros(columns, dtype=bool)
    counted[words] = True
    chosen = counted[indices]
    groups = np.repeat(owners, lengths)[chosen]
    counts = np.repeat(np.where(np.arange(len(owners)) < full, 1.0, ANSWER_COUNTS), lengths)[chosen]
    keys, places = np.unique(indices[chosen].astype(np.int64) * labels + groups, return_inverse=True)
    often = np.bincount(places, weights=counts, minlength=len(keys))
    column, label = keys // labels, keys % labels
    size = 1 + np.bincount(label, weights=often, minlength=labels)
    spread = np.bincount(column, minlength=columns)[column]
    telling = np.log(1 + (labels - spread + 0.5) / (spread + 0.5))
    relative = 1 - _LENGTH_SHARE + _LENGTH_SHARE * size[label] / size.mean()
    points = telling * often * (_SATURATION + 1) / (often + _SATURATION * relative)
    limits = np.searchsorted(column, np.arange(columns + 1))
    points *= full / (full + PLENTY * labels)
    return SparseRows.build(
        points.astype(np.float32), label.astype(np.int32), limits.astype(np.int32), (columns, labels)
    )


def length_scale(lengths: Floats) -> Floats:
    """Return what the points of messages of these numbers of words are multiplied by."""
    return np.asarray(TOPIC_WEIGHT * np.minimum(1.0, LONG / np.maximum(lengths, 1.0)), dtype=np.float32)
