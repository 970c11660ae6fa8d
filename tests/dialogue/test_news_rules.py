"""News for who asked for it: at which hours, to whom, in how many at once, and with how many eyes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.audience import Audience
from bot.domain.effects import AnswerPress, SendStaff, SendText, SetTimer
from bot.domain.ids import DUTCH, LaneKey, PressId, SealedAddress, StaffKey, VisitorKey
from bot.domain.inbound import Staffer, StaffPressed, WaitExpired
from bot.domain.news import Subscriber
from bot.handoff.record import Alert
from bot.handoff.room import Record
from bot.service.staffroom import Rooms
from bot.testing.team import ANOUK, BRAM, Team
from tests.acceptance.content import write_content


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    content = load_library(write_content(tmp_path_factory.mktemp("content") / "content"))
    return replace(content, profile=replace(content.profile, news=True))


class Paper(Team):
    """A team with readers."""

    def keeps(self, *records: Record) -> None:
        rooms = Rooms(self.kept.values(), {})
        room = rooms.room
        for record in records:
            room = room.keep(record)
        for row in rooms.changes(room, self.library.profile):
            self.kept[row.kind, row.key] = row

    def reader(self, name: str, audience: Audience | None = Audience.PARENT) -> None:
        self.keeps(
            Subscriber(visitor=VisitorKey(name), address="a", lane=f"lane-{name}", language=DUTCH, audience=audience,
                       until=self.now + timedelta(days=9))
        )  # fmt: skip

    def writes_news(self, text: str = "Kom je ook?", by: Staffer = ANOUK) -> str:
        self.commands(by, f"nieuws {text}", topic=None)
        return next(iter(self.room.bulletins))

    def taps(self, staff: Staffer, identifier: str, what: str) -> None:
        choice = staff_choice(StaffKind.NEWS, identifier, what)
        self.happens(StaffPressed(staff=staff, topic=None, message=None, choice=choice, press=PressId("p")))

    def rings(self, identifier: str) -> None:
        self.happens(WaitExpired(alarm=Alarm(AlarmKind.NEWS, identifier)), "")

    @property
    def sent_to(self) -> list[str]:
        return [str(e.to.visitor) for e in self.effects if isinstance(e, SendText) and e.to is not None]

    @property
    def due(self) -> list[datetime]:
        return [e.due for e in self.effects if isinstance(e, SetTimer) and e.alarm.kind is AlarmKind.NEWS]

    @property
    def toast(self) -> str:
        return " ".join(e.text for e in self.effects if isinstance(e, AnswerPress))


@pytest.fixture
def team(library: Library) -> Paper:
    made = Paper(library)
    for colleague in (ANOUK, BRAM):
        made.commands(colleague, "dienst aan", topic=None)
    return made


@pytest.mark.parametrize(("length", "kept"), [(1500, True), (1501, False)])
def test_how_long_it_may_be(team: Paper, length: int, kept: bool) -> None:
    team.commands(ANOUK, "nieuws " + "x" * length, topic=None)
    assert bool(team.room.bulletins) is kept


def test_without_news_or_words_nothing_is_made(team: Paper, library: Library) -> None:
    team.commands(ANOUK, "nieuws", topic=None)
    assert not team.room.bulletins
    off = Paper(replace(library, profile=replace(library.profile, news=False)))
    off.commands(ANOUK, "nieuws Kom je ook?", topic=None)
    assert not off.room.bulletins


def test_each_button_says_how_many_want_it(team: Paper) -> None:
    for number in range(7):
        team.reader(f"p{number}")
    for number in range(3):
        team.reader(f"q{number}", Audience.YOUTH)
    team.reader("x", None)
    team.writes_news()
    shown = next(e for e in team.effects if isinstance(e, SendStaff) and e.buttons)
    labels = [button.label for row in shown.buttons for button in row]
    assert len(labels) == len(Audience) + 2
    # Fewer than five are not counted out.
    assert ["7" in label for label in labels[:2]] == [True, False]
    assert "11" in labels[2]


@pytest.mark.parametrize(("what", "readers"), [("allen", ["p", "q", "x"]), ("ouder", ["p"]), ("jongere", ["q"])])
def test_it_goes_to_whom_it_is_for(team: Paper, what: str, readers: list[str]) -> None:
    team.reader("q", Audience.YOUTH)
    team.reader("p")
    team.reader("x", None)
    news = team.writes_news()
    team.taps(BRAM, news, what)
    assert team.due == [team.now]
    team.rings(news)
    assert team.sent_to == readers
    assert team.room.bulletins[news].done
    assert team.room.bulletins[news].sent == len(readers)
    team.rings(news)
    assert team.sent_to == []


def test_its_writer_does_not_send_it_alone_unless_alone_or_coordinator(team: Paper, library: Library) -> None:
    news = team.writes_news()
    team.taps(ANOUK, news, "allen")
    assert team.due == []
    assert team.toast
    team.commands(ANOUK, "coordinator", topic=None)
    team.taps(ANOUK, news, "allen")
    assert team.due
    alone = Paper(library)
    alone.commands(ANOUK, "dienst aan", topic=None)
    other = alone.writes_news()
    alone.taps(ANOUK, other, "allen")
    assert alone.due


@pytest.mark.parametrize("what", ["onzin", ""])
def test_a_forged_button_sends_nothing(team: Paper, what: str) -> None:
    news = team.writes_news()
    team.taps(BRAM, news, what)
    assert (team.due, bool(team.toast)) == ([], True)
    team.taps(BRAM, "onbekend", "allen")
    assert (team.due, bool(team.toast)) == ([], True)


def test_what_was_dropped_or_begun_is_not_begun_again(team: Paper) -> None:
    news = team.writes_news()
    team.taps(BRAM, news, "niet")
    assert (team.room.bulletins[news].done, team.room.bulletins[news].text) == (True, "")
    team.taps(BRAM, news, "allen")
    assert team.due == []
    team.rings(news)
    assert team.sent_to == []
    again = [one for one in (team.writes_news("Nog eens"), *team.room.bulletins) if one != news][-1]
    team.taps(BRAM, again, "allen")
    team.taps(BRAM, again, "allen")
    assert team.due == []


@pytest.mark.parametrize(
    ("hour", "day", "due"),
    [(8, 0, 9), (9, 0, None), (19, 0, None), (20, 1, 9), (23, 1, 9), (0, 0, 9)],
)
def test_never_at_night(team: Paper, hour: int, day: int, due: int | None) -> None:
    team.reader("p")
    news = team.writes_news()
    team.now = team.now.replace(hour=hour, minute=30)
    before = len(team.group)
    team.taps(BRAM, news, "allen")
    assert len(team.group) - before == (due is not None), "only what waits is told to wait"
    morning = (team.now + timedelta(days=day)).replace(hour=9, minute=0)
    assert team.due == [team.now if due is None else morning]
    # Also when its timer rings late.
    team.rings(news)
    assert (team.sent_to, team.due) == ((["p"], []) if due is None else ([], [morning]))


@pytest.mark.parametrize(("readers", "parts"), [(50, [50]), (51, [50, 1]), (101, [50, 50, 1])])
def test_fifty_at_a_time_and_everybody_once(team: Paper, readers: int, parts: list[int]) -> None:
    for number in range(readers):
        team.reader(f"p{number:03}")
    news = team.writes_news()
    team.taps(BRAM, news, "allen")
    heard: list[str] = []
    for at, part in enumerate(parts, 1):
        team.rings(news)
        heard += team.sent_to
        assert len(team.sent_to) == part
        last = at == len(parts)
        assert team.room.bulletins[news].done is last
        assert team.due == ([] if last else [team.now + timedelta(seconds=2)])
    assert heard == sorted(set(heard))
    assert team.room.bulletins[news].sent == readers


@pytest.mark.parametrize(("hours", "told"), [(0, False), (47.9, False), (48, True)])
def test_who_was_in_danger_is_left_alone_for_two_days(team: Paper, hours: float, told: bool) -> None:
    team.reader("p")
    alert = Alert(
        id="a", at=team.now - timedelta(hours=hours), level="crisis", category="suicide", audience="ouder",
        address=SealedAddress("s"), lane=LaneKey("l"), visitor=VisitorKey("p"), seen_by=StaffKey("k"),
    )  # fmt: skip
    team.keeps(alert, replace(alert, id="b", visitor=VisitorKey("ander")))
    news = team.writes_news()
    team.taps(BRAM, news, "allen")
    team.rings(news)
    assert team.sent_to == (["p"] if told else [])


def test_who_is_in_a_talk_or_wants_no_more_is_left_alone(team: Paper) -> None:
    for name in ("p", "q", "r"):
        team.reader(name)
    team.asks("q")
    news = team.writes_news("Een\n\n  twee   drie ")
    team.taps(BRAM, news, "allen")
    gone = team.room.subscribers[VisitorKey("r")]
    team.keeps(gone.no_more(team.now))
    team.rings(news)
    (told,) = [e for e in team.effects if isinstance(e, SendText) and e.to is not None]
    assert team.sent_to == ["p"]
    assert told.text.endswith("Een\n\ntwee drie")
