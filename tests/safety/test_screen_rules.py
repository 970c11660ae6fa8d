"""What follows from a pattern, from likeness and from both, at each boundary; no model, no packaged examples."""

import re

import numpy as np
import pytest

from bot.safety.assessment import CALM, Assessment, Category, Level
from bot.safety.learned import Learned
from bot.safety.screen import AFTER_AN_ALARM, Screen
from bot.safety.signals import Mask, Pattern, Signals
from bot.safety.word_groups import WordGroup
from tests.safety.meaning import Near, judge

NONE, CONCERN, CRISIS, ACUTE = Level
SUICIDE, SELF_HARM, UNSAFE_HOME, SEXUAL_VIOLENCE, ACUTE_DANGER = Category
SCHOOLWORK = WordGroup(name="schoolwork", words=("werkstuk",), context=True)
HITTING = WordGroup(name="hitting", words=("slaan",))


def pattern(word: str, level: Level = CRISIS, category: Category = UNSAFE_HOME, *, always: bool = False,
            topic: bool = False) -> Pattern:  # fmt: skip
    return Pattern(id=word, category=category, level=level, expression=re.compile(rf"\b{word}\b"), always=always,
                   topic=topic)  # fmt: skip


def rules_only(*patterns: Pattern, masks: tuple[Mask, ...] = ()) -> Screen:
    empty = Learned(weights=np.zeros((0, 0), dtype=np.float32), ordinary=frozenset())
    return Screen(Signals(patterns=patterns, masks=masks), empty)


# Patterns alone


def test_without_a_classifier_the_worst_pattern_counts_and_all_are_named() -> None:
    screen = rules_only(pattern("een", CONCERN), pattern("twee", ACUTE, ACUTE_DANGER), pattern("drie", CRISIS, SUICIDE))
    found = screen.assess("drie twee een")
    assert found == Assessment(level=ACUTE, category=ACUTE_DANGER, reasons=("een", "twee", "drie"))
    assert screen.assess("een drie") == Assessment(level=CRISIS, category=SUICIDE, reasons=("een", "drie"))
    assert screen.assess("een") == Assessment(level=CONCERN, category=UNSAFE_HOME, reasons=("een",))
    assert screen.assess("niets bijzonders") == CALM


def test_of_two_as_serious_the_first_of_the_file_names_the_kind() -> None:
    screen = rules_only(pattern("een", CRISIS, SELF_HARM), pattern("twee", CRISIS, SUICIDE))
    assert screen.assess("twee een").category is SELF_HARM


def test_a_masked_phrase_is_gone_and_what_stands_beside_it_counts() -> None:
    screen = rules_only(pattern("dood", always=True), masks=(Mask(id="m", expression=re.compile("verveel me dood")),))
    assert screen.assess("ik verveel me dood") == CALM
    assert screen.assess("ik verveel me dood en ik wil dood").level is CRISIS


def test_what_is_masked_joins_what_stood_around_it() -> None:
    screen = rules_only(pattern("wil dood", always=True), masks=(Mask(id="m", expression=re.compile("echt")),))
    assert screen.assess("ik wil echt dood").level is CRISIS


@pytest.mark.parametrize("text", ["", "   ", "...", "?!", "你好"])
def test_what_has_no_words_is_calm_without_meaning(text: str) -> None:
    assert judge(9).assess(text) == CALM


@pytest.mark.parametrize(("text", "level"), [("你好", CRISIS), ("...", NONE), ("12", CRISIS), ("👍", NONE)])
def test_another_script_has_a_meaning_and_signs_have_none(text: str, level: Level) -> None:
    assert judge(near=Near(lambda _: 2.0)).assess(text).level is level


@pytest.mark.parametrize(("before", "level"), [(3996, CRISIS), (3997, NONE)])
def test_the_first_four_thousand_characters_are_read(before: int, level: Level) -> None:
    text = ("ab" * before)[: before - 1] + " dood"
    assert rules_only(pattern("dood", always=True)).assess(text).level is level


# Likeness alone


@pytest.mark.parametrize(
    ("alarm", "worry", "category", "earlier", "level"),
    [
        (0.0, 0.0, SUICIDE, NONE, NONE),
        (0.999, 0.999, SUICIDE, NONE, NONE),
        (0.999, 1.0, SUICIDE, NONE, CONCERN),
        (1.0, 1.0, SUICIDE, NONE, CRISIS),
        (1.001, 1.001, SEXUAL_VIOLENCE, NONE, CRISIS),
        (1.0, 1.0, ACUTE_DANGER, NONE, ACUTE),
        (0.5, 1.0, ACUTE_DANGER, NONE, CONCERN),
        # While somebody was in danger a short while ago, three quarters are enough, and a worry is an alarm.
        (0.749, 0.749, SUICIDE, CRISIS, NONE),
        (0.75, 0.75, SUICIDE, CRISIS, CRISIS),
        (0.75, 0.75, ACUTE_DANGER, ACUTE, ACUTE),
        (0.1, 1.0, SUICIDE, CRISIS, CRISIS),
        (0.1, 0.999, SUICIDE, CRISIS, NONE),
        # An earlier worry is no alarm.
        (0.75, 0.75, SUICIDE, CONCERN, NONE),
        (0.1, 1.0, SUICIDE, CONCERN, CONCERN),
    ],
)
def test_likeness_alarms_at_its_threshold(
    alarm: float, worry: float, category: Category, earlier: Level, level: Level
) -> None:
    found = judge(alarm, worry, category).assess("zomaar woorden", earlier=earlier)
    assert found.level is level
    if level is NONE:
        assert found == CALM
        return
    assert found.category is category
    raised = earlier.alarming and alarm < 0.75
    assert found.reasons == (f"lijkt_op_{category}", *([AFTER_AN_ALARM] if raised else []))
    assert found.by_likeness is (alarm < 0.75 or level is CONCERN)


# Patterns and likeness together


@pytest.mark.parametrize(
    ("alarm", "worry", "found_level", "earlier", "level"),
    [
        # A pattern of danger: half of the threshold is enough.
        (0.499, 0.499, CRISIS, NONE, NONE),
        (0.5, 0.5, CRISIS, NONE, CRISIS),
        (0.5, 0.5, ACUTE, NONE, ACUTE),
        (0.374, 0.374, CRISIS, CRISIS, NONE),
        (0.375, 0.375, CRISIS, CRISIS, CRISIS),
        (0.3, 0.499, CRISIS, NONE, NONE),
        (0.3, 0.5, CRISIS, NONE, CONCERN),
        # A pattern of a worry makes nobody more attentive to danger.
        (0.499, 0.499, CONCERN, NONE, NONE),
        (0.5, 0.5, CONCERN, NONE, CONCERN),
        (0.999, 0.999, CONCERN, NONE, CONCERN),
        (1.0, 1.0, CONCERN, NONE, CRISIS),
    ],
)
def test_a_pattern_makes_attentive(
    alarm: float, worry: float, found_level: Level, earlier: Level, level: Level
) -> None:
    screen = judge(alarm, worry, SUICIDE, patterns=[pattern("klap", found_level)])
    found = screen.assess("een klap", earlier=earlier)
    assert found.level is level
    assert not found.by_likeness
    if level in (CRISIS, ACUTE) and found_level is not CONCERN:
        assert (found.category, found.reasons) == (UNSAFE_HOME, ("klap",))
    elif level is not NONE:
        assert (found.category, found.reasons) == (SUICIDE, ("lijkt_op_suicide",))


@pytest.mark.parametrize("level", [CRISIS, ACUTE])
def test_what_may_never_be_missed_alarms_by_itself(level: Level) -> None:
    screen = judge(patterns=[pattern("dood", level, SUICIDE, always=True), pattern("klap")])
    assert screen.assess("een klap en dood") == Assessment(level=level, category=SUICIDE, reasons=("dood",))


def test_a_worry_alarms_nobody_by_itself() -> None:
    assert judge(patterns=[pattern("moe", CONCERN, always=True)]).assess("ik ben moe") == CALM


@pytest.mark.parametrize(
    ("alarm", "text", "always", "topic", "level"),
    [
        (0.0, "werkstuk over klap", True, True, CONCERN),
        (0.499, "werkstuk over klap", True, True, CONCERN),
        (0.5, "werkstuk over klap", True, True, CRISIS),
        (0.0, "werkstuk over klap", True, False, CRISIS),
        (0.0, "iets over klap", True, True, CRISIS),
        (0.0, "slaan en klap", True, True, CRISIS),
        (0.0, "werkstuk over klap", False, True, CONCERN),
        (0.499, "werkstuk over klap", False, True, CONCERN),
        (0.5, "werkstuk over klap", False, True, CRISIS),
        (0.0, "werkstuk over klap", False, False, NONE),
        (0.0, "iets over klap", False, True, NONE),
        (0.0, "werkstuk over dieren", False, True, NONE),
    ],
)
def test_a_heavy_word_about_schoolwork_is_asked_about(
    alarm: float, text: str, always: bool, topic: bool, level: Level
) -> None:
    screen = judge(alarm, patterns=[pattern("klap", always=always, topic=topic)], groups=[SCHOOLWORK, HITTING])
    found = screen.assess(text)
    assert found.level is level
    assert found.reasons == (() if level is NONE else ("klap",))


def test_one_word_that_is_no_topic_is_enough_to_take_it_seriously() -> None:
    both = [pattern("klap", topic=True, always=True), pattern("dood", always=True)]
    assert judge(patterns=both, groups=[SCHOOLWORK]).assess("werkstuk over klap dood").level is CRISIS
    attentive = [pattern("klap", topic=True), pattern("dood")]
    assert judge(patterns=attentive, groups=[SCHOOLWORK]).assess("werkstuk over klap dood") == CALM


# Denying, and being about somebody else


@pytest.mark.parametrize(
    ("alarm", "always", "text", "level"),
    [
        (0.6, False, "ik wil niet dood", CONCERN),
        (0.6, False, "ik wil dood", CRISIS),
        (0.6, False, "ik wil niet dood maar wel een klap", CRISIS),
        # What alarms without the denied words too is not taken back.
        (1.0, False, "ik wil niet dood", CRISIS),
        (0.0, True, "ik wil niet dood", CRISIS),
        (0.6, False, "hij slaat me niet", NONE),
    ],
)
def test_a_denial_lowers_an_alarm_and_never_takes_it_away(alarm: float, always: bool, text: str, level: Level) -> None:
    screen = judge(alarm, patterns=[pattern("dood", always=always), pattern("klap")])
    found = screen.assess(text)
    assert found.level is level
    assert ("ontkend" in found.reasons) is (level is CONCERN)


def test_a_denial_shortly_after_an_alarm_stays_an_alarm() -> None:
    found = judge(0.6, patterns=[pattern("dood")]).assess("ik wil niet dood", earlier=CRISIS)
    assert found.level is CRISIS
    assert found.reasons == ("dood", "ontkend", AFTER_AN_ALARM)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("mijn vriendin wil dood", True),
        ("me zusje wil dood", True),
        ("een klasgenoot wil dood", True),
        ("my friend wants dood", False),
        ("ik wil dood", False),
        ("mijn vriendinnengroep en dood", False),
    ],
)
def test_about_whom_it_is(text: str, other: bool) -> None:
    assert judge(patterns=[pattern("dood", always=True)]).assess(text).about_other is other


def test_a_calm_text_about_a_friend_is_calm() -> None:
    assert judge().assess("mijn vriendin is jarig") == CALM


# Pieces of one story


@pytest.mark.parametrize(
    ("recent", "text", "level"),
    [
        (["ik wil", "niet meer"], "leven", CRISIS),
        (["niet meer"], "leven", CRISIS),
        ([], "leven", NONE),
        (["niet meer", "ik wil"], "leven", NONE),
        # Five words may be a piece, six say what they have to say by themselves.
        (["een twee drie niet meer"], "leven", CRISIS),
        (["een twee drie vier niet meer"], "leven", NONE),
        (["niet meer"], "leven een twee drie vier", CRISIS),
        (["niet meer"], "leven een twee drie vier vijf", NONE),
        # What stands before a long message belongs to another run.
        (["een twee drie vier vijf zes", "niet meer"], "leven", CRISIS),
        (["niet", "een twee drie vier vijf zes", "meer"], "leven", NONE),
    ],
)
def test_fragments_are_read_together(recent: list[str], text: str, level: Level) -> None:
    found = judge(patterns=[pattern("niet meer leven", always=True)]).assess(text, recent=recent)
    assert found.level is level
    assert found.reasons == (() if level is NONE else ("niet meer leven", "samen_gelezen"))


@pytest.mark.parametrize(("share", "level"), [(1.19, NONE), (1.21, CRISIS)])
def test_fragments_must_be_more_like_danger_together_than_one_message(share: float, level: Level) -> None:
    near = Near(lambda text: share if text == "ik ga vannacht" else 0.1)
    found = judge(near=near).assess("vannacht", recent=["ik ga"])
    assert found.level is level
    assert found.reasons == (() if level is NONE else ("lijkt_op_suicide", "samen_gelezen"))


def test_an_alarm_of_the_last_message_is_said_as_it_is() -> None:
    screen = judge(patterns=[pattern("dood", CRISIS, SUICIDE, always=True), pattern("klap dood", ACUTE, always=True)])
    assert screen.assess("dood", recent=["klap"]).level is CRISIS


def test_a_worry_and_what_the_pieces_say_are_both_named() -> None:
    screen = judge(0.3, 1.0, patterns=[pattern("niet meer leven", always=True)])
    found = screen.assess("leven", recent=["niet meer"])
    assert found.level is CRISIS
    assert found.reasons == ("lijkt_op_suicide", "niet meer leven", "samen_gelezen")
    assert not found.by_likeness
