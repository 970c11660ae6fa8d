"""Messages in pieces are read together, an alarm makes attentive for an hour, and commands are words."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue import attention
from bot.domain.conversation import Conversation
from bot.domain.ids import VisitorKey
from bot.safety.assessment import CALM, Assessment, Level
from bot.safety.listening import Said
from bot.safety.screen import Screen, only_measured
from bot.safety.signals import Example
from tests.safety.packaged import packaged_screen

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
NOBODY = Conversation(visitor=VisitorKey("p"))


@pytest.fixture(scope="module")
def screen() -> Screen:
    return packaged_screen()


@pytest.fixture(scope="module")
def unknown(screen: Screen) -> list[tuple[Example, Level]]:
    """The sentences of voices nobody learned from, each judged as a message is."""
    return screen.judged_unknown()


def heard(screen: Screen, *texts: str, apart: timedelta = timedelta(seconds=20)) -> Assessment:
    """The most serious that the person got an answer for; after an alarm a new story begins."""
    conversation, now, worst = NOBODY, NOON, CALM
    for text in texts:
        found = attention.hear(screen, conversation, text, now)
        conversation = attention.after(conversation, text, now, found)
        worst = max(worst, found, key=lambda one: tuple(Level).index(one.level))
        now += apart
    return worst


@pytest.mark.parametrize(
    "pieces",
    [
        ("ik wil", "niet meer", "leven"),
        ("mijn stiefvader", "die slaat", "mij elke dag"),
        ("ik ga vannacht", "van de brug", "springen"),
    ],
)
def test_danger_in_pieces_is_heard(screen: Screen, pieces: tuple[str, ...]) -> None:
    assert heard(screen, *pieces).level is not Level.NONE


def test_what_is_heard_together_is_heard_as_alone(screen: Screen) -> None:
    texts = [example.text for example in screen._signals.examples if only_measured(example.voice)][:60]
    said = [Said(text) for text in texts]
    said += [Said(text, earlier) for text in texts[:12] for earlier in (Level.CONCERN, Level.CRISIS)]
    said += [Said("leven", recent=("ik wil", "niet meer")), Said("hij slaat mij niet"), Said("")]
    together = screen.having_heard(said)
    for one in said:
        assert together.assess(one.text, earlier=one.earlier, recent=one.recent) == screen.assess(
            one.text, earlier=one.earlier, recent=one.recent
        )
    assert together.assess("leven", recent=("ik", "zing")) == screen.assess("leven", recent=("ik", "zing"))


def test_pieces_of_another_hour_are_another_story(screen: Screen) -> None:
    kept = attention.after(NOBODY, "ik wil niet meer", NOON, CALM)
    later = NOON + attention.TOGETHER_FOR
    assert attention.hear(screen, kept, "leven", later) == screen.assess("leven")
    assert len(attention.after(kept, "hallo", later, CALM).just_said) == 1


def test_ordinary_messages_in_a_row_stay_ordinary(screen: Screen) -> None:
    assert not heard(
        screen, "hoi", "mag ik iets vragen", "mijn zoon zit in groep 6", "hoe vraag ik een tlv aan"
    ).level.alarming


def test_after_an_alarm_a_new_story_begins() -> None:
    said = attention.after(NOBODY, "eerst dit", NOON, CALM)
    alarm = Assessment(level=Level.CRISIS)
    assert attention.after(said, "ik wil dood", NOON, alarm).just_said == ()


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, Level.CRISIS), (59, Level.CRISIS), (60, Level.CONCERN), (600, Level.CONCERN)]
)
def test_an_alarm_weighs_for_an_hour(screen: Screen, minutes: int, level: Level) -> None:
    before = Conversation(visitor=VisitorKey("p"), alarm="crisis", alarm_said_at=NOON)
    assert attention.hear(screen, before, "ik kan niet meer", NOON + timedelta(minutes=minutes)).level is level


@pytest.mark.parametrize(
    ("name", "argument", "words"),
    [
        ("start", "ik wil dood", "ik wil dood"),
        ("start", "ik_wil_dood", "ik wil dood"),
        ("start", "faq_j_dood_willen", ""),
        ("start", "flow_niet_goed_voelen", ""),
        ("start", "proef_abc", ""),
        ("zelfmoord", "", "zelfmoord"),
        ("ik_wil_dood", "echt", "ik wil dood echt"),
        ("mens", "mijn vader slaat me", "mijn vader slaat me"),
        ("menu", "", ""),
    ],
)
def test_what_is_said_with_a_command(name: str, argument: str, words: str) -> None:
    assert attention.words_of_command(name, argument) == words


def test_about_a_tenth_of_the_voices_is_only_measured(screen: Screen) -> None:
    unknown = {example.voice for example, _ in screen.judged_unknown()}
    known = {example.voice for example, _ in screen.judged_without_their_voice()}
    assert unknown
    assert not unknown & known
    assert all(only_measured(voice) for voice in unknown)
    assert len(unknown) <= len(known) / 4


FIRST_MEASURED = ("a_jongen_14_dyslexie", "b_oma_68", "c_fa")
"""The voices that were measured before there were more; the others are harder."""


@pytest.mark.parametrize(
    ("voices", "alarm", "any_signal", "false_alarms"),
    [(FIRST_MEASURED, 0.75, 0.85, 0.15), (None, 0.83, 0.91, 0.20)],
)
def test_danger_is_heard_of_voices_nobody_learned_from(
    unknown: list[tuple[Example, Level]],
    voices: tuple[str, ...] | None,
    alarm: float,
    any_signal: float,
    false_alarms: float,
) -> None:
    judged = [(example, level) for example, level in unknown if voices is None or example.voice in voices]
    danger = [level for example, level in judged if example.level.alarming]
    ordinary = [
        level for example, level in judged if example.level is Level.NONE and example.style in ("school", "chat")
    ]
    heavy = [level for example, level in judged if example.style == "heavy"]
    assert sum(level.alarming for level in danger) / len(danger) >= alarm
    assert sum(level is not Level.NONE for level in danger) / len(danger) >= any_signal
    assert sum(level.alarming for level in ordinary) / len(ordinary) <= 0.05
    assert sum(level.alarming for level in heavy) / len(heavy) <= false_alarms


@pytest.mark.parametrize("text", ["06 12345678", "0612345678", "12 mei", "nee joh", "ja graag", "👍", "112 kinderen"])
def test_numbers_dates_and_replies_are_no_danger(screen: Screen, text: str) -> None:
    assert screen.assess(text).level is Level.NONE
