"""The figures in the group: when asked, and on Monday morning."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Conversation
from bot.domain.effects import SendStaff, SendStaffFile, SetTimer
from bot.domain.ids import LaneKey, MessageId, SealedAddress, StaffKey, VisitorKey
from bot.domain.inbound import Arrival, GroupChanged, Inbound, Origin, StaffCommanded, Staffer, WaitExpired
from bot.domain.question import Missed, UnansweredQuestion
from bot.domain.tally import Measure, Tally
from bot.handoff.room import Room
from bot.insight.picture import ReportPicture
from bot.insight.report import WEEK, block_of

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
BLOCK = block_of(NOW.date() - WEEK * 5)
GROUP = Origin(visitor=VisitorKey(""), address=SealedAddress(""), lane=LaneKey("group"))
ANOUK = Staffer(key=StaffKey("a"), name="Anouk", address=SealedAddress("x"))


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(None)


def turn(library: Library, inbound: Inbound, room: Room) -> Turn:
    arrival = Arrival(origin=GROUP, inbound=inbound, at=NOW, cause="proef")
    return Conversing(library).take_turn(Conversation(visitor=VisitorKey("")), arrival, room)


def busy() -> Room:
    tallies = [
        Tally(week=BLOCK + WEEK * n, measure=Measure.QUESTION, name=name, audience="ouder", language="nl", count=count)
        for n in range(4)
        for name, count in (("answered", 40), ("suggested", 15), ("none", 9))
    ]
    question = UnansweredQuestion(
        id="q", text="wie is de fluitkat", at=NOW, missed=Missed.NONE, visitor=VisitorKey("v"), audience="ouder"
    )
    return Room(
        tallies=tuple(tallies),
        questions={f"q{n}": replace(question, id=f"q{n}", visitor=VisitorKey(f"v{n}")) for n in range(6)},
    )


def test_the_report_is_a_picture_and_the_same_in_words(library: Library) -> None:
    asked = StaffCommanded(staff=ANOUK, topic=None, message=MessageId(1), name="rapport", argument="")
    effects = turn(library, asked, busy()).effects
    (file,) = [effect for effect in effects if isinstance(effect, SendStaffFile)]
    assert isinstance(file.document, ReportPicture)
    assert file.document.report.questions.value == 256
    assert "hieronder" in file.otherwise
    (words,) = [effect.text for effect in effects if isinstance(effect, SendStaff)]
    assert "256" in words
    # What somebody asked is never repeated, only what it looks like.
    assert "fluitkat" not in words


def test_on_monday_morning_it_comes_by_itself_and_the_next_is_planned(library: Library) -> None:
    started = turn(library, GroupChanged(present=True, forum=True, missing=()), Room()).effects
    (timer,) = [effect for effect in started if isinstance(effect, SetTimer)]
    assert timer.alarm == Alarm(AlarmKind.REPORT)
    # Nine o'clock in the Netherlands in winter.
    assert timer.due == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    effects = turn(library, WaitExpired(alarm=Alarm(AlarmKind.REPORT)), busy()).effects
    assert any(isinstance(effect, SendStaffFile) for effect in effects)
    (again,) = [effect for effect in effects if isinstance(effect, SetTimer)]
    assert again.due > NOW + timedelta(days=5)


def test_a_new_steunpunt_gets_a_report_without_figures(library: Library) -> None:
    effects = turn(library, WaitExpired(alarm=Alarm(AlarmKind.REPORT)), Room()).effects
    assert any(isinstance(effect, SendStaffFile) for effect in effects)
