"""From confidences to a verdict, and from rehearsed questions to the thresholds: at each boundary."""

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from bot.domain.ids import DUTCH
from bot.matching.bands import Bands, find_bands
from bot.matching.judging import (
    DELICATE_CERTAINTY,
    DELICATE_COVERAGE,
    DELICATE_NEAREST,
    DELICATE_WORDS,
    SMALLTALK_CERTAINTY,
    Ranking,
    decide,
)
from bot.matching.labels import ENTRY, NOT_FOR_US, SMALLTALK, Label
from bot.matching.model import LanguageModel
from bot.matching.reading import Reading
from bot.matching.rehearsal import Rehearsal
from bot.matching.signals import Signals
from bot.matching.verdict import MOST_CANDIDATES, Outcome

ANSWER, SUGGEST, CHAT, NONE = Outcome
MODEL = cast("LanguageModel", SimpleNamespace(bands=Bands(answer=0.6, suggest=0.1), language=DUTCH))


def entry(name: str, *, delicate: bool = False) -> Label:
    return Label(kind=ENTRY, id=name, delicate=delicate)


GREETING = Label(kind=SMALLTALK, id="greeting")


def ranking(*labels: tuple[Label, float], exact: bool = False, nearest: float = 1.0, covered: float = 1.0,
            words: int = 9) -> Ranking:  # fmt: skip
    reading = cast("Reading", SimpleNamespace(words=("w",) * words))
    return Ranking(text="x", reading=reading, labels=labels, exact=exact, nearest=nearest, covered=covered,
                   signals=cast("Signals", None))  # fmt: skip


@pytest.mark.parametrize(
    ("confidence", "outcome"),
    [(0.0, NONE), (0.099, NONE), (0.1, SUGGEST), (0.599, SUGGEST), (0.6, ANSWER), (1.0, ANSWER)],
)
def test_an_entry_is_answered_offered_or_not_known(confidence: float, outcome: Outcome) -> None:
    verdict = decide(MODEL, ranking((entry("a"), confidence), (entry("b"), 0.01)), explain=False)
    assert (verdict.outcome, verdict.smalltalk, verdict.explanation) == (outcome, None, None)
    assert [(str(c.id), c.confidence) for c in verdict.candidates] == [("a", confidence), ("b", 0.01)]


@pytest.mark.parametrize(
    ("chat", "rest", "outcome"),
    [
        (0.55, 0.5, CHAT),
        (0.549, 0.5, SUGGEST),
        (0.549, 0.1, SUGGEST),
        # A question hides in it only when there is one to offer.
        (0.549, 0.099, CHAT),
        (0.1, 0.099, CHAT),
        (0.099, 0.05, NONE),
        (0.549, None, CHAT),
    ],
)
def test_small_talk_is_chatted_back_to_when_no_question_hides_in_it(
    chat: float, rest: float | None, outcome: Outcome
) -> None:
    labels = [(GREETING, chat)] + ([(entry("a"), rest)] if rest is not None else [])
    verdict = decide(MODEL, ranking(*labels), explain=False)
    assert verdict.outcome is outcome
    assert verdict.smalltalk == ("greeting" if outcome is CHAT else None)
    assert SMALLTALK_CERTAINTY == 0.55


@pytest.mark.parametrize(
    ("confidence", "words", "nearest", "covered", "exact", "outcome"),
    [
        (0.6, 4, 0.3, 0.5, False, ANSWER),
        (0.6, 3, 0.3, 0.5, False, SUGGEST),
        (0.6, 4, 0.299, 0.5, False, SUGGEST),
        (0.6, 4, 0.3, 0.499, False, SUGGEST),
        (0.6, 1, 0.0, 0.0, True, ANSWER),
        (0.09, 9, 1.0, 1.0, True, NONE),
    ],
)
def test_a_delicate_subject_is_answered_only_on_a_clear_match(
    confidence: float, words: int, nearest: float, covered: float, exact: bool, outcome: Outcome
) -> None:
    found = ranking((entry("a", delicate=True), confidence), exact=exact, nearest=nearest, covered=covered, words=words)
    assert decide(MODEL, found, explain=False).outcome is outcome
    assert (DELICATE_CERTAINTY, DELICATE_NEAREST, DELICATE_COVERAGE, DELICATE_WORDS) == (0.6, 0.3, 0.5, 4)


def test_below_its_own_certainty_a_delicate_answer_is_offered_whatever_the_threshold() -> None:
    loose = cast("LanguageModel", SimpleNamespace(bands=Bands(answer=0.4, suggest=0.1), language=DUTCH))
    assert decide(loose, ranking((entry("a", delicate=True), 0.599)), explain=False).outcome is SUGGEST
    assert decide(loose, ranking((entry("a", delicate=True), 0.6)), explain=False).outcome is ANSWER
    assert decide(loose, ranking((entry("a"), 0.4)), explain=False).outcome is ANSWER


def test_at_most_five_are_offered_and_confidences_are_shares() -> None:
    labels = [(entry(str(number)), 0.5 - number / 100) for number in range(8)]
    verdict = decide(
        MODEL, ranking((entry("te veel"), 1.2), (GREETING, 0.9), *labels, (entry("min"), -1)), explain=False
    )
    assert [str(c.id) for c in verdict.candidates] == ["te veel", "0", "1", "2", "3"]
    assert verdict.candidates[0].confidence == 1.0
    assert MOST_CANDIDATES == 5
    few = decide(
        MODEL, ranking((entry("a"), 0.5), (Label(kind=NOT_FOR_US, id="n"), 0.4), (entry("min"), -1)), explain=False
    )
    assert [c.confidence for c in few.candidates] == [0.5, 0.0]


def test_without_words_there_is_nothing() -> None:
    verdict = decide(MODEL, None, explain=True)
    assert (verdict.outcome, verdict.candidates, verdict.explanation, verdict.language) == (NONE, (), None, DUTCH)


# The thresholds


def rehearsed(wanted: list[int], *, outside: int = 0, afar: int = 0) -> Rehearsal:
    """Questions with their right place, and behind them some of entries left out, and some not for us."""
    many = len(wanted) + outside + afar
    in_scope = np.arange(many) < len(wanted)
    return Rehearsal(
        signals=cast("Signals", None),
        wanted=np.array([*wanted, *[-1] * (outside + afar)], dtype=np.intp),
        in_scope=in_scope,
        afar=np.arange(many) >= len(wanted) + outside,
        importance=np.ones(many, dtype=np.float32),
    )


def bands(best: list[float], wanted: list[int], *, outside: int = 0, afar: int = 0) -> Bands:
    """Each question has this confidence in its first place, and a tenth of it in the others."""
    rows = np.array([[sure, sure / 10, sure / 20, sure / 30] for sure in best])
    return find_bands(rows.astype(np.float32), rehearsed(wanted, outside=outside, afar=afar))


def trusted(count: int, found: float, usual: float) -> float:
    return count / (count + 200) * found + 200 / (count + 200) * usual


def test_without_rehearsed_questions_the_usual_thresholds_hold() -> None:
    assert find_bands(np.zeros((0, 4), dtype=np.float32), rehearsed([])) == Bands(answer=0.6, suggest=0.1)


def test_all_right_answers_as_low_as_may_be() -> None:
    sure = [0.5 + number / 1000 for number in range(400)]
    made = bands(sure, [0] * 400)
    # Whatever is right may be answered; the least confidence of all is the threshold, within its limits.
    assert made.answer == pytest.approx(trusted(400, 0.5, 0.6))
    assert made.suggest == pytest.approx(trusted(400, 0.3, 0.1))
    low = bands([0.2] * 400, [0] * 400)
    assert low.answer == pytest.approx(trusted(400, 0.38, 0.6))
    assert low.suggest == pytest.approx(trusted(400, 0.2, 0.1))
    lowest = bands([0.01] * 100, [0] * 100)
    assert lowest.suggest == pytest.approx(trusted(100, 0.06, 0.1))
    high = bands([0.95] * 100, [0] * 100)
    assert high.answer == pytest.approx(trusted(100, 0.85, 0.6))


def test_at_most_one_in_twenty_is_answered_wrongly() -> None:
    # A hundred questions, the surest first: the sixth wrong one is where it ends.
    wanted = [0] * 100
    for place in (40, 45, 50, 55, 60, 70):
        wanted[place] = 1
    sure = [0.8 - number / 1000 for number in range(100)]
    assert bands(sure, wanted).answer == pytest.approx(trusted(100, sure[69], 0.6))


def test_of_the_answers_at_least_four_in_five_are_right() -> None:
    # Early on one of four is wrong; from the fifth on four of five are right again.
    wanted = [0, 0, 0, 1] + [0] * 96
    sure = [0.8 - number / 1000 for number in range(100)]
    assert bands(sure, wanted).answer == pytest.approx(trusted(100, sure[99], 0.6))
    # Among twenty one may be wrong, and it is one of four when the rest is wrong as well.
    few = [0, 0, 0, 0, 1] + [1] * 15
    sure = [0.8 - number / 1000 for number in range(20)]
    assert bands(sure, few).answer == pytest.approx(trusted(20, sure[4], 0.6))


def test_of_entries_left_out_half_may_be_answered_and_of_what_is_not_for_us_almost_nothing() -> None:
    inside = [0.5] * 100
    # Ten of left-out entries: five may lie above the threshold.
    left_out = [0.7 - number / 100 for number in range(10)]
    made = bands([*inside, *left_out], [0] * 100, outside=10)
    assert made.answer == pytest.approx(trusted(110, left_out[4], 0.6))
    # A hundred that are not for us: six may.
    afar = [0.7 - number / 1000 for number in range(100)]
    made = bands([*inside, *afar], [0] * 100, afar=100)
    assert made.answer == pytest.approx(trusted(200, afar[5], 0.6))


def test_when_no_promise_can_be_kept_little_is_answered() -> None:
    made = bands([0.9, 0.8], [1, 1])
    assert made.answer == pytest.approx(trusted(2, 0.85, 0.6))


def test_of_a_thousand_six_may_fall_below_the_choice() -> None:
    sure = [0.07 + number / 10_000 for number in range(1000)]
    assert bands(sure, [0] * 1000).suggest == pytest.approx(trusted(1000, sure[6], 0.1))
    # Only whose entry is among the best three counts; the fourth place is too far.
    third = [2] * 500 + [0] * 500
    assert bands(sure, third).suggest == pytest.approx(trusted(1000, sure[6], 0.1))
    fourth = [3] * 500 + [0] * 500
    assert bands(sure, fourth).suggest == pytest.approx(trusted(1000, sure[503], 0.1))
    nowhere = bands([0.5] * 10, [-1] * 10)
    assert nowhere.suggest == pytest.approx(0.1)
