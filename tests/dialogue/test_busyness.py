"""When people come: counted by day and by hour apart, shown from five up, and never about a colleague."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.domain.conversation import Conversation
from bot.domain.effects import Effect, SendStaff
from bot.domain.ids import LaneKey, MessageId, SealedAddress, TopicId, VisitorKey
from bot.domain.inbound import Arrival, Origin, StaffCommanded
from bot.domain.tally import Measure, Tally
from bot.handoff.room import Room
from bot.insight.report import BLOCK_WEEKS, WEEK, Figure, block_of, make_report
from bot.testing.team import ANOUK
from tests.acceptance.content import write_content

BLOCK = block_of(date(2026, 9, 7))
LATER = BLOCK + WEEK * 6


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


def moment(name: str, count: int, week: date = BLOCK) -> Tally:
    return Tally(week=week, measure=Measure.MOMENT, name=name, count=count)


def counted(measure: Measure, name: str, count: int, week: date = BLOCK) -> Tally:
    return Tally(week=week, measure=measure, name=name, audience="ouder", language="nl", count=count)


def told(library: Library, tallies: tuple[Tally, ...], at: date = LATER) -> str:
    now = datetime(at.year, at.month, at.day, 12, tzinfo=UTC)
    origin = Origin(visitor=VisitorKey(""), address=SealedAddress(""), lane=LaneKey("g"))
    asked = StaffCommanded(staff=ANOUK, topic=TopicId(3), message=MessageId(1), name="drukte", argument="")
    turn = Conversing(library).take_turn(
        Conversation(visitor=VisitorKey("")), Arrival(origin=origin, inbound=asked, at=now), Room(tallies=tallies)
    )
    (said,) = [effect for effect in _of(turn.effects) if "(staff:" not in effect.text]
    assert said.place.topic == 3
    return said.text


def _of(effects: tuple[Effect, ...]) -> list[SendStaff]:
    return [effect for effect in effects if isinstance(effect, SendStaff)]


MONDAYS = (
    counted(Measure.QUESTION, "answered", 40),
    moment("question/day/0", 30),
    moment("question/day/1", 10),
    moment("question/hour/16", 24),
    moment("question/hour/09", 16),
)


def test_days_and_hours_in_the_order_of_the_clock(library: Library) -> None:
    text = told(library, MONDAYS)
    assert "maandag: ▇▇▇▇▇▇▇▇ 30" in text
    assert "dinsdag: ▇▇▇ 10" in text
    assert text.index("9-10 uur") < text.index("16-17 uur")
    assert "vrijdag" not in text
    assert "Te weinig om te laten zien" in text.split("Gevraagd om een mens")[1]


def test_a_small_number_is_hidden_and_cannot_be_worked_out(library: Library) -> None:
    asked = (counted(Measure.QUESTION, "answered", 42), *MONDAYS[1:], moment("question/day/4", 2))
    report = make_report(asked, BLOCK, BLOCK + WEEK * BLOCK_WEEKS, {}, LATER)
    days = report.moments["question/day"]
    assert str(days["4"]) == "<5"
    assert sum(not figure.exact for figure in days.values()) == 2
    text = told(library, asked)
    assert "vrijdag" in text
    assert "vrijdag: ▇" not in text


def test_the_parts_of_a_hidden_number_of_talks_stay_hidden() -> None:
    talks = (
        counted(Measure.HUMAN, "asked", 12),
        counted(Measure.HUMAN, "claimed", 2),
        moment("human/day/0", 7),
        moment("human/day/1", 5),
    )
    report = make_report(talks, BLOCK, BLOCK + WEEK * BLOCK_WEEKS, {}, LATER)
    assert not report.human["asked"].exact
    assert not any(figure.exact for figure in report.moments["human/day"].values())
    alone = make_report((talks[0], *talks[2:]), BLOCK, BLOCK + WEEK * BLOCK_WEEKS, {}, LATER)
    assert alone.moments["human/day"] == {"0": Figure(7), "1": Figure(5)}


def test_a_quiet_week_takes_no_part_in_questions() -> None:
    quiet = BLOCK + WEEK
    tallies = (*MONDAYS, counted(Measure.QUESTION, "answered", 3, quiet), moment("question/day/0", 3, quiet))
    report = make_report(tallies, BLOCK, BLOCK + WEEK * BLOCK_WEEKS, {}, LATER)
    assert report.moments["question/day"]["0"] == Figure(30)


def test_before_four_weeks_are_over_it_says_when(library: Library) -> None:
    text = told(library, MONDAYS, at=BLOCK + timedelta(days=8))
    assert "maandag 5 oktober 2026" in text
    assert "▇" not in text


def test_names_stand_in_every_paper(library: Library) -> None:
    from bot.dialogue.reporting import names_of

    names = names_of(replace(library))
    assert names.title("moments", "0", "question/day") == "Vragen, maandag"
    assert names.title("moments", "09", "human/hour") == "Gevraagd om een mens, 9-10 uur"
