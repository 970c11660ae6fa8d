"""Topics: points of BM25 for the words an entry is made of."""

import numpy as np

from bot.matching.sparse import SparseRows
from bot.matching.topics import LONG, learn_topics, length_scale

SCHOOL, TAXI, PESTEN, LETTERS = range(4)
ROWS = SparseRows.from_rows(
    [
        ((SCHOOL, TAXI, LETTERS), (0.5, 0.5, 0.5)),
        ((SCHOOL,), (1.0,)),
        ((SCHOOL, PESTEN), (0.7, 0.7)),
        ((PESTEN,), (1.0,)),
        ((TAXI,), (1.0,)),
    ],
    4,
)
WORDS = np.array([SCHOOL, TAXI, PESTEN], dtype=np.intp)


def points(full: int = 5) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Columns × labels; the first label has the taxi, the second the bullying."""
    owners = np.array([0, 0, 1, 1, 0], dtype=np.intp)
    return learn_topics(ROWS, WORDS, owners, full, 2).times(np.eye(2, dtype=np.float32))


def test_a_word_only_one_topic_uses_tells_more_than_one_they_share() -> None:
    found = points()
    assert found[TAXI, 0] > found[SCHOOL, 0] > 0
    assert found[TAXI, 1] == 0
    assert found[PESTEN, 1] > 0 == found[PESTEN, 0]


def test_letters_are_no_words_of_a_topic() -> None:
    assert not points()[LETTERS].any()


def test_an_answer_counts_for_more_than_a_phrasing() -> None:
    as_phrasing, as_answer = points(5), points(4)
    share = as_answer[TAXI, 0] / as_answer[PESTEN, 1]
    assert share > as_phrasing[TAXI, 0] / as_phrasing[PESTEN, 1]


def test_a_long_story_is_not_likely_for_its_length() -> None:
    scale = length_scale(np.array([1, LONG, 2 * LONG], dtype=np.float32))
    assert scale[0] == scale[1] == 2 * scale[2]
