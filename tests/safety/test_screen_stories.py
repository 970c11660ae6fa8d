"""Long messages, by their sentences; where the thresholds come from; and what is only measured."""

import re

import numpy as np
import pytest

from bot.safety.assessment import Category, Level
from bot.safety.learning import Floats
from bot.safety.screen import Screen, only_measured
from bot.safety.signals import Example, Pattern
from tests.safety.meaning import Near, judge, scores

NONE, CONCERN, CRISIS, ACUTE = Level
SUICIDE = Category.SUICIDE


def pattern(word: str, *, always: bool = False) -> Pattern:
    expression = re.compile(rf"\b{word}\b")
    return Pattern(id=word, category=Category.UNSAFE_HOME, level=CRISIS, expression=expression, always=always)


# A message of some length, read by sentence


def words(number: int, start: int = 0) -> str:
    return " ".join(f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(start, start + number))


@pytest.mark.parametrize(
    ("length", "share", "level"),
    [
        # Up to twenty words are looked at as one thing.
        (20, 3.0, NONE),
        (21, 3.0, CRISIS),
        # Two sentences are two chances more: the threshold rises by a tenth of the binary logarithm of three.
        (21, 1.15, NONE),
        (21, 1.17, CRISIS),
    ],
)
def test_a_sentence_alarms_for_the_whole(length: int, share: float, level: Level) -> None:
    dangerous = "gevaar is hier nu echt."
    text = f"{dangerous} {words(length - 5)}."
    near = Near(lambda said: share if said == dangerous else 0.1)
    assert judge(near=near).assess(text).level is level


def test_the_kind_is_that_of_the_worst_sentence() -> None:
    text = f"gevaar is hier nu echt. {words(16)}."
    near = Near(lambda said: 3.0 if said.startswith("gevaar") and len(said.split()) == 5 else 0.1)
    found = judge(0.3, 0.3, SUICIDE, near=near).assess(text)
    assert (found.level, found.category) == (CRISIS, SUICIDE)


@pytest.mark.parametrize("at", [0, 10, 30, 59])
def test_a_long_stream_of_words_is_read_in_windows(at: int) -> None:
    said = words(60).split()
    said[at] = "gevaar"
    near = Near(lambda text: 3.0 if "gevaar" in text and len(text.split()) <= 40 else 0.1)
    assert judge(near=near).assess(" ".join(said)).level is CRISIS
    pieces = near.asked[-1][1:]
    assert [len(piece.split()) for piece in pieces] == [40, 40, 20]
    assert pieces[1].split()[0] == said[20]


def test_a_message_of_forty_words_without_sentences_is_one_thing() -> None:
    near = Near(lambda _: 0.1)
    judge(near=near).assess(words(40))
    assert near.asked[-1] == [words(40)]
    judge(near=near).assess(words(41))
    assert len(near.asked[-1]) == 1 + 3


def test_sentences_and_windows_of_a_sentence_that_is_too_long() -> None:
    near = Near(lambda _: 0.1)
    text = f"{words(3)}. {words(41)}."
    judge(near=near).assess(text)
    assert len(near.asked[-1]) == 1 + 2 + 3
    short = f"{words(3)}. {words(40)}."
    judge(near=near).assess(short)
    assert len(near.asked[-1]) == 1 + 2


@pytest.mark.parametrize(("number", "pieces"), [(24, 24), (25, 19), (48, 24)])
def test_of_many_sentences_all_words_are_read_in_longer_pieces(number: int, pieces: int) -> None:
    text = " ".join(f"{words(3, 3 * n)}." for n in range(number))
    near = Near(lambda _: 0.1)
    judge(near=near).assess(text)
    asked = near.asked[-1][1:]
    assert len(asked) == pieces
    assert " ".join(asked) == text


# Where the thresholds come from


def left_out(*rows: Floats) -> Floats:
    return np.array(rows, dtype=np.float32)


def calm(text: str = "gewoon", voice: str = "") -> Example:
    return Example(text=text, level=NONE, category=None, voice=voice)


@pytest.mark.parametrize(
    ("alarm", "worry", "level"),
    [(0.905, 0.905, CRISIS), (0.895, 0.895, CONCERN), (0.5, 0.835, CONCERN), (0.5, 0.825, NONE)],
)
def test_a_tenth_of_the_calm_examples_may_alarm_and_a_sixth_may_worry(alarm: float, worry: float, level: Level) -> None:
    # A hundred and one examples at 0.00, 0.01, … 1.00; those of danger do not count.
    rows = [scores(n / 100, n / 100) for n in range(101)] + [scores(5, 5)] * 9
    examples = [calm()] * 101 + [Example(text="gevaar", level=CRISIS, category=SUICIDE)] * 9
    screen = judge(alarm, worry, examples=examples, left_out=left_out(*rows))
    assert screen.assess("woorden").level is level


@pytest.mark.parametrize(("share", "level"), [(0.199, NONE), (0.2, CRISIS)])
def test_however_clean_the_examples_are_a_fifth_is_needed(share: float, level: Level) -> None:
    screen = judge(share, examples=[calm()] * 3, left_out=left_out(*[scores(0, 0)] * 3))
    assert screen.assess("woorden").level is level


def test_without_calm_examples_the_threshold_is_one() -> None:
    examples = [Example(text="gevaar", level=CRISIS, category=SUICIDE)]
    screen = judge(0.9, 1.0, examples=examples, left_out=left_out(scores(0.1, 0.1)))
    assert screen.assess("woorden").level is CONCERN


STORY = f"{words(25)}. {words(20, 30)}."


def story_screen(number: int, near: Near, *, beside: float = 0.0) -> Screen:
    # Wholes at 0.8 (worry 1.0), sentences at 1.6 (worry 2.0): two of them a story, and one ordinary example.
    rows = [scores(0.8, 1.0)] * number + [scores(0.4, 0.5)] + [scores(1.6, 2.0)] * (2 * number)
    examples = [calm(STORY)] * number + [calm()]
    return judge(0.0, beside, near=near, examples=examples, left_out=left_out(*rows))


@pytest.mark.parametrize(
    ("whole", "part", "level"),
    [
        # The mean of the two shares: 0.88 of 0.8 and 1.47 of 1.6 is 1.01.
        (0.88, 1.47, CRISIS),
        (0.80, 1.57, CONCERN),
        (0.1, 3.1, CRISIS),
        # The same for a worry, of which half a point stands beside it: 1.4 of 1.0 and 1.3 of 2.0 is 1.02.
        (0.9, 0.8, CONCERN),
        (0.9, 0.65, NONE),
        (0.3, 1.9, CONCERN),
        (0.3, 1.85, NONE),
        (1.55, 0.2, CRISIS),
    ],
)
def test_a_story_alarms_by_its_whole_and_its_worst_sentence_together(whole: float, part: float, level: Level) -> None:
    def share(said: str) -> float:
        if len(said.split()) > 40:
            return whole
        return part if said.startswith("wbe") else 0.1

    assert story_screen(50, Near(share), beside=0.5).assess(STORY).level is level


@pytest.mark.parametrize(("number", "level"), [(49, CRISIS), (50, NONE)])
def test_fewer_than_fifty_stories_tell_nothing(number: int, level: Level) -> None:
    # By the ordinary thresholds (of the one ordinary example, 0.4) a sentence alone alarms.
    near = Near(lambda said: 0.7 if said.startswith("wbe") else 0.1)
    assert story_screen(number, near).assess(STORY).level is level


@pytest.mark.parametrize(("length", "level"), [(40, CRISIS), (41, NONE)])
def test_a_story_has_more_than_forty_words(length: int, level: Level) -> None:
    text = f"{words(length - 10)}. {words(10, 30)}."
    near = Near(lambda said: 0.7 if said.startswith("wbe") else 0.1)
    assert story_screen(50, near).assess(text).level is level


@pytest.mark.parametrize(("whole", "level"), [(0.71, NONE), (0.73, CRISIS)])
def test_a_story_with_a_pattern_needs_nine_tenths(whole: float, level: Level) -> None:
    rows = [scores(0.8, 2.0)] * 50 + [scores(1.6, 4.0)] * 100
    near = Near(lambda said: whole if len(said.split()) > 40 else 2 * whole)
    screen = judge(near=near, examples=[calm(STORY)] * 50, left_out=left_out(*rows), patterns=[pattern("waa")])
    found = screen.assess(STORY)
    assert found.level is level
    assert found.reasons == (("waa",) if level is CRISIS else ())


# What is only measured


@pytest.mark.parametrize(
    ("voice", "measured"),
    [("bram", False), ("kees", False), ("rob", False), ("fien", False), ("lies", False), ("anna", True),
     ("jan", False), ("ida", True), ("piet", False), ("", False)],
)  # fmt: skip
def test_which_voices_are_only_measured(voice: str, measured: bool) -> None:
    assert only_measured(voice) is measured


def test_measured_examples_are_judged_as_messages_and_the_others_by_what_was_left_out() -> None:
    stays, unknown = calm("gewoon", "bram"), Example(text="klap", level=CRISIS, category=SUICIDE, voice="anna")
    hurt = Example(text="pijn", level=CRISIS, category=SUICIDE, voice="kees")
    worried = Example(text="moe", level=CONCERN, category=SUICIDE, voice="kees")
    rows = left_out(scores(0.5, 0.6), scores(0.5, 0.5), scores(0.4, 0.6))
    screen = judge(examples=[stays, unknown, hurt, worried], left_out=rows, patterns=[pattern("klap", always=True)])
    assert screen.judged_unknown() == [(unknown, CRISIS)]
    # The only calm example sets both thresholds: 0.5 and 0.6.
    assert screen.judged_without_their_voice() == [(stays, CRISIS), (hurt, CRISIS), (worried, CONCERN)]
    assert judge(examples=[stays]).judged_without_their_voice() == []


def test_a_story_is_measured_by_the_thresholds_of_stories() -> None:
    rows = [scores(0.8, 1.0)] * 50 + [scores(0.3, 0.4)] + [scores(0.9, 0.9)] * 100
    screen = judge(examples=[calm(STORY)] * 50 + [calm()], left_out=left_out(*rows))
    judged = [level for _, level in screen.judged_without_their_voice()]
    assert judged == [CRISIS] * 51
    lower = [scores(0.8, 1.0)] * 45 + [scores(0.7, 0.9)] * 5 + [scores(0.3, 0.4)] + [scores(0.9, 0.9)] * 100
    screen = judge(examples=[calm(STORY)] * 50 + [calm()], left_out=left_out(*lower))
    judged = [level for _, level in screen.judged_without_their_voice()]
    assert judged == [CRISIS] * 45 + [NONE] * 5 + [CRISIS]
