"""How a talk and an alarm escalate: at which minute, whom it calls, how often, and that it ends."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind
from bot.dialogue.library import Library
from bot.domain.ids import MessageId
from bot.domain.inbound import CommandReceived, TextReceived
from bot.handoff.record import Status
from bot.safety.assessment import Category, Level
from bot.safety.screen import Screen
from bot.safety.signals import Pattern, Signals
from bot.testing.team import ANOUK, BRAM, Team
from tests.acceptance.content import write_content

DEATH = Pattern(id="dood", category=Category.SUICIDE, level=Level.CRISIS, expression=re.compile(r"\bik wil dood\b"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Little content, and one sentence that alarms."""
    content = load_library(write_content(tmp_path_factory.mktemp("content") / "content"))
    return replace(content, screen=Screen(Signals(patterns=(DEATH,))))


def person_writes(team: Team, text: str = "ben je er nog") -> None:
    team.happens(TextReceived(text=text, message=MessageId(700 + team.turns)))


def stands(team: Team) -> Status:
    return team.handoff.status


def claimed(library: Library) -> Team:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    return team


def alarmed(library: Library) -> Team:
    team = Team(library)
    team.commands(ANOUK, "dienst aan", topic=None)
    team.commands(BRAM, "coordinator", topic=None)
    team.group.clear()
    person_writes(team, "ik wil dood")
    return team


def rings(team: Team) -> list[str]:
    return [text for text in team.group if "nog niemand gezien" in text]


def test_an_alarm_that_nobody_saw_rings_three_times_and_no_more(library: Library) -> None:
    team = alarmed(library)
    assert rings(team) == []
    heard = []
    for _ in range(40):
        team.later(minutes=1)
        heard.append(len(rings(team)))
    assert heard == [0] * 4 + [1] * 5 + [2] * 5 + [3] * 26
    # First whoever is on duty, from the second time on the coordinator.
    assert ["staff:sealed-a" in text for text in rings(team)] == [True, False, False]
    assert ["staff:sealed-b" in text for text in rings(team)] == [False, True, True]
    assert "10.00" in rings(team)[0]


@pytest.mark.parametrize("before", [0, 1, 2])
def test_an_alarm_that_was_seen_rings_no_more(library: Library, before: int) -> None:
    team = alarmed(library)
    for _ in range(5 * before + 1):
        team.later(minutes=1)
    alert = next(iter(team.room.alerts.values()))
    team.presses(ANOUK, StaffKind.SEEN, alert.id)
    team.later(hours=1)
    assert len(rings(team)) == before


@pytest.mark.parametrize(
    ("hour", "asked"), [(0, False), (7, False), (8, True), (12, True), (20, True), (21, False), (23, False)]
)
def test_nobody_is_asked_at_night_whether_they_are_still_there(
    library: Library,
    hour: int,
    asked: bool,
) -> None:
    team = Team(library, hours=False)
    team.now = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.writes(ANOUK, "Hoe gaat het nu?")
    team.later(hours=24)
    assert ("Ben je er nog?" in team.last()) is asked
    if not asked:
        # It is asked in the morning instead.
        morning = team.now.replace(hour=10) + timedelta(days=hour >= 21)
        team.later(seconds=(morning - team.now).total_seconds())
        assert "Ben je er nog?" in team.last()


def test_silence_is_asked_about_after_a_day_and_closed_after_two(library: Library) -> None:
    team = claimed(library)
    team.writes(ANOUK, "Hoe gaat het nu?")
    team.later(hours=23, minutes=59)
    assert "Ben je er nog?" not in team.last()
    team.later(minutes=1)
    assert "Ben je er nog?" in team.last()
    team.later(hours=23, minutes=59)
    assert stands(team) is Status.CLAIMED
    team.later(minutes=1)
    assert stands(team) is Status.CLOSED


def test_who_waits_for_an_answer_is_not_asked_whether_they_are_there(library: Library) -> None:
    team = claimed(library)
    team.writes(ANOUK, "Hoe gaat het nu?")
    person_writes(team)
    team.later(minutes=10)
    team.writes(ANOUK, "Ja hoor")
    person_writes(team)
    before = len(team.told["p"])
    team.now += timedelta(hours=24)
    team.later(seconds=0)
    assert not any("Ben je er nog?" in text for text in team.told["p"][before:])


@pytest.mark.parametrize(("minutes", "nudges"), [(14, 0), (15, 1), (29, 1), (30, 2)])
def test_who_nobody_takes_is_told_after_a_quarter_and_again(library: Library, minutes: int, nudges: int) -> None:
    team = Team(library)
    team.asks()
    before = len(team.told["p"])
    for _ in range(minutes):
        team.later(minutes=1)
    assert team.handoff.nudges == nudges
    assert len(team.told["p"]) - before == nudges


def test_the_third_call_is_for_staff_only_and_comes_later(library: Library) -> None:
    team = Team(library)
    team.commands(BRAM, "coordinator", topic=None)
    team.asks()
    team.later(minutes=15)
    team.later(minutes=15)
    told, called = len(team.told["p"]), len(team.group)
    for _ in range(29):
        team.later(minutes=1)
        assert len(team.group) == called
    for _ in range(200):
        team.later(minutes=1)
    assert len(team.group) > called
    assert len(team.told["p"]) == told


def test_a_claimer_who_is_silent_loses_the_talk_only_while_the_steunpunt_is_open(library: Library) -> None:
    team = claimed(library)
    team.now = datetime(2026, 11, 23, 16, 50, tzinfo=UTC)
    person_writes(team)
    team.later(hours=15)
    assert team.handoff.claimer == ANOUK.key
    # At nine the clock of a quarter begins; then a nudge, then back to the queue.
    team.now = datetime(2026, 11, 24, 9, 14, tzinfo=UTC)
    team.later(seconds=0)
    assert (team.handoff.claimer, team.handoff.reply_nudged) == (ANOUK.key, False)
    team.later(minutes=1)
    assert (team.handoff.claimer, team.handoff.reply_nudged) == (ANOUK.key, True)
    team.later(minutes=15)
    assert stands(team) is Status.WAITING
    assert not team.room.claimed_by(ANOUK.key)


def test_only_the_claimer_and_the_coordinator_close_a_talk(library: Library) -> None:
    team = claimed(library)
    team.presses(BRAM, StaffKind.CLOSE, team.handoff.id)
    assert stands(team) is Status.CLAIMED
    team.commands(BRAM, "coordinator", topic=None)
    team.presses(BRAM, StaffKind.CLOSE, team.handoff.id)
    assert stands(team) is Status.CLOSED


def test_an_urgent_talk_may_be_claimed_above_the_limit(library: Library) -> None:
    team = Team(library)
    for name in ("p", "q"):
        team.presses(ANOUK, StaffKind.CLAIM, team.asks(name).id)
    third = team.asks("r")
    team.presses(ANOUK, StaffKind.CLAIM, third.id)
    assert team.room.handoffs[third.id].status is Status.WAITING
    team.happens(TextReceived(text="ik wil dood", message=MessageId(800)), "r")
    assert team.room.handoffs[third.id].urgent
    team.presses(ANOUK, StaffKind.CLAIM, third.id)
    assert team.room.handoffs[third.id].claimer == ANOUK.key


def test_who_is_blocked_may_ask_again_after_the_block(library: Library) -> None:
    team = Team(library)
    team.asks()
    team.commands(ANOUK, "blokkeer scheldt")
    (block,) = team.room.blocks.values()
    team.now = block.until - timedelta(minutes=1)
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(9)))
    assert "geen gesprek" in team.last()
    team.now = block.until
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(10)))
    assert "geen gesprek" not in team.last()
