"""Nobody is left waiting without a word: the clock jumps, everything is written and read back in between."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind, staff_choice
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.dialogue.opening import Schedule
from bot.domain.alarms import Alarm
from bot.domain.conversation import Conversation
from bot.domain.effects import ChangeTopic, Effect, Relay, SendFile, SendStaff, SendText, SetTimer
from bot.domain.ids import HandoffId, LaneKey, MessageId, PressId, SealedAddress, StaffKey, TopicId, VisitorKey
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    Inbound,
    MessageSettled,
    Origin,
    StaffCommanded,
    Staffer,
    StaffInbound,
    StaffPressed,
    StaffWrote,
    TextReceived,
    WaitExpired,
)
from bot.handoff.record import Handoff, Status
from bot.handoff.room import Room
from bot.service.records import Kept
from bot.service.staffroom import Rooms
from tests.acceptance.content import write_content
from tests.factories import text_of

ANOUK = Staffer(key=StaffKey("a" * 32), name="Anouk", address=SealedAddress("sealed-a"))
BRAM = Staffer(key=StaffKey("b" * 32), name="Bram", address=SealedAddress("sealed-b"))
TOPIC = TopicId(7)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Open on weekdays from nine to five."""
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


class Team:
    """People, staff and a clock; the room goes through its written form after every turn."""

    def __init__(self, library: Library, *, hours: bool = True) -> None:
        from dataclasses import replace

        days = {day: ((time(9), time(17)),) for day in range(5)}
        schedule = Schedule(days=days) if hours else None
        profile = replace(library.profile, schedule=schedule, timezone="UTC", waiting_minutes=15)
        self.library = replace(library, profile=profile)
        self.dialogue = Conversing(self.library)
        self.now = datetime(2026, 11, 23, 10, tzinfo=UTC)
        self.kept: dict[tuple[str, str], Kept] = {}
        self.states: dict[str, str] = {}
        self.timers: dict[tuple[str, Alarm], datetime] = {}
        self.told: dict[str, list[str]] = {}
        self.group: list[str] = []
        self.effects: tuple[Effect, ...] = ()
        self.count = 0

    @property
    def room(self) -> Room:
        return Rooms(self.kept.values(), {}).room

    @property
    def handoff(self) -> Handoff:
        return next(iter(self.room.handoffs.values()))

    def happens(self, inbound: Inbound, visitor: str = "p") -> None:
        """One turn, everything through its written form."""
        self.count += 1
        rooms = Rooms(self.kept.values(), {})
        key = VisitorKey("" if isinstance(inbound, StaffInbound) else visitor)
        origin = Origin(visitor=key, address=SealedAddress(f"address-{visitor}"), lane=LaneKey(f"lane-{visitor}"))
        state = (
            Conversation.from_json(key, self.states[visitor]) if visitor in self.states else Conversation(visitor=key)
        )
        arrival = Arrival(origin=origin, inbound=inbound, at=self.now, cause=f"c{self.count}")
        turn = self.dialogue.take_turn(state, arrival, rooms.room)
        if turn.room is not None:
            for row in rooms.changes(turn.room, self.library.profile):
                self.kept[row.kind, row.key] = row
        if not isinstance(inbound, StaffInbound):
            self.states[visitor] = turn.conversation.to_json()
        self.effects = turn.effects
        for effect in turn.effects:
            match effect:
                case SendText(text=text, to=to):
                    self.told.setdefault(str(to.visitor) if to else visitor, []).append(text)
                case SendStaff(text=text):
                    self.group.append(text)
                case SetTimer(alarm=alarm, due=due, of=of):
                    self.timers[str(of.visitor) if of else visitor, alarm] = due
                case _:
                    pass

    def asks(self, visitor: str = "p") -> Handoff:
        """From /mens to a topic."""
        self.happens(CommandReceived(name="mens", argument="", message=MessageId(1)), visitor)
        self.happens(ChoicePressed(choice=self.offered(Kind.SHARE), press=PressId("x"), message=None), visitor)
        handoff = self.room.of(VisitorKey(visitor))
        assert handoff is not None
        topic = TOPIC + len(self.room.handoffs) - 1
        self.happens(MessageSettled(handoff=handoff.id, what="topic", result=topic), visitor)
        return self.room.handoffs[handoff.id]

    def offered(self, kind: Kind) -> str:
        """What the first button of this kind carries, of those that were shown last."""
        shown = [effect for effect in self.effects if isinstance(effect, SendText)]
        choices = [button.choice or "" for text in shown for row in text.buttons for button in row]
        return next(choice for choice in choices if choice.startswith(f"{kind}:"))

    def presses(self, staff: Staffer, kind: StaffKind, identifier: str) -> None:
        press = StaffPressed(
            staff=staff, topic=TOPIC, message=None, choice=staff_choice(kind, identifier), press=PressId("p")
        )
        self.happens(press)

    def writes(self, staff: Staffer, text: str, topic: int = TOPIC) -> None:
        self.happens(StaffWrote(staff=staff, topic=TopicId(topic), message=MessageId(500 + self.count), text=text))

    def commands(self, staff: Staffer, text: str, topic: int | None = TOPIC) -> None:
        name, _, argument = text.partition(" ")
        where = None if topic is None else TopicId(topic)
        self.happens(StaffCommanded(staff=staff, topic=where, message=MessageId(900), name=name, argument=argument))

    def later(self, **passed: float) -> None:
        """The clock jumps; what is due rings, in order."""
        self.now += timedelta(**passed)
        while True:
            due = sorted((when, key) for key, when in self.timers.items() if when <= self.now)
            if not due:
                return
            _, (visitor, alarm) = due[0]
            del self.timers[visitor, alarm]
            self.happens(WaitExpired(alarm=alarm), visitor)

    def last(self, visitor: str = "p") -> str:
        return self.told[visitor][-1]


def test_unclaimed_is_said_honestly_twice_and_the_coordinator_is_called(library: Library) -> None:
    team = Team(library)
    team.commands(ANOUK, "dienst aan", topic=None)
    team.commands(BRAM, "coordinator", topic=None)
    team.asks()
    team.later(minutes=16)
    assert "Het duurt langer" in team.last()
    assert "[Anouk](staff:sealed-a)" in team.group[-1]
    team.later(minutes=16)
    assert "coördinator geroepen" in team.last()
    assert "[Bram](staff:sealed-b)" in team.group[-1]
    said = len(team.told["p"])
    team.later(hours=2)
    assert len(team.told["p"]) == said


def test_a_closed_hour_does_not_count(library: Library) -> None:
    team = Team(library)
    team.now = datetime(2026, 11, 23, 20, tzinfo=UTC)
    team.asks()
    assert "morgen" not in team.last()
    assert "dinsdag om 9.00 uur" in team.last()
    team.later(hours=3)
    assert "Het duurt langer" not in team.last()
    team.later(hours=10, minutes=20)
    assert "Het duurt langer" in team.last()


def test_a_silent_claimer_is_nudged_and_then_gives_back(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.later(minutes=16)
    assert "wacht op antwoord" in team.group[-1]
    team.later(minutes=16)
    assert team.handoff.status is Status.WAITING
    assert "weer naar de rij" in team.last()


def test_an_answer_stops_the_clock(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.writes(ANOUK, "Dag!")
    assert any(isinstance(effect, Relay) for effect in team.effects)
    before = len(team.group)
    team.later(hours=1)
    assert team.handoff.claimer == ANOUK.key
    assert len(team.group) == before


def test_only_one_claims_and_a_full_desk_takes_no_more(library: Library) -> None:
    team = Team(library)
    first = team.asks("p")
    team.presses(ANOUK, StaffKind.CLAIM, first.id)
    team.presses(BRAM, StaffKind.CLAIM, first.id)
    assert team.room.handoffs[first.id].claimer == ANOUK.key
    for name in ("q", "r"):
        team.presses(ANOUK, StaffKind.CLAIM, team.asks(name).id)
    assert len(team.room.claimed_by(ANOUK.key)) == team.library.profile.most_live_per_staff == 2


def test_danger_in_a_talk_makes_it_urgent_and_it_goes_first_in_the_queue(library: Library) -> None:
    team = Team(load_library(None))
    first, second = team.asks("p"), team.asks("q")
    team.happens(TextReceived(text="ik wil dood", message=MessageId(3)), "q")
    assert [handoff.id for handoff in team.room.queue()] == [second.id, first.id]
    assert any(isinstance(effect, Relay) for effect in team.effects)
    assert "113" in team.last("q")
    alert = next(iter(team.room.alerts.values()))
    team.later(minutes=6)
    assert "nog niemand gezien" in " ".join(team.group[-3:])
    team.presses(ANOUK, StaffKind.SEEN, alert.id)
    raised = len(team.group)
    team.later(minutes=30)
    assert not any("nog niemand gezien" in text for text in team.group[raised:])


def test_a_person_in_danger_is_never_blocked(library: Library) -> None:
    team = Team(load_library(None))
    team.asks()
    team.commands(ANOUK, "blokkeer scheldt")
    assert team.room.blocks
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(9)))
    assert "geen gesprek" in team.last()
    team.happens(TextReceived(text="ik wil dood", message=MessageId(10)))
    assert "113" in team.last()
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(11)))
    assert "Dit ziet de medewerker" in team.last()


def test_silence_is_asked_about_and_then_closed_kindly_and_can_be_reopened(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.writes(ANOUK, "Hoe gaat het nu?")
    team.later(hours=25)
    assert "Ben je er nog?" in team.last()
    team.later(hours=25)
    assert team.handoff.status is Status.CLOSED
    assert "stil" in team.last()
    team.happens(ChoicePressed(choice=Choice(Kind.REOPEN, handoff.id).data(), press=PressId("x"), message=None))
    reopened = team.handoff
    assert (reopened.status, reopened.topic) == (Status.WAITING, TOPIC)


def test_a_closed_talk_goes_on_its_day(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.presses(ANOUK, StaffKind.CLOSE, handoff.id)
    team.later(days=8)
    assert ChangeTopic(topic=TOPIC, deleted=True) in team.effects
    row = team.kept["handoff", handoff.id]
    assert row.forget_at is not None
    # A few days later, so that the topic still goes when the bot stood still on the day itself.
    assert row.forget_at <= team.now + timedelta(days=2)


def test_forged_buttons_in_the_group_do_no_harm(library: Library, tmp_path: Path) -> None:
    del tmp_path
    team = Team(library)
    team.asks()
    for forged in ("", "s-pak", "s-pak:nee", "s-over:x:y", "s-naar:x:y", "faq:tlv", "s-stuurfaq:x:y", "s-gezien:x"):
        team.happens(StaffPressed(staff=ANOUK, topic=TOPIC, message=None, choice=forged, press=PressId("p")))
    assert team.handoff.status is Status.WAITING
    assert HandoffId(team.handoff.id)


def test_a_sentence_beside_the_mark_reaches_the_topic_and_an_overview_can_be_taken_along(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.presses(ANOUK, StaffKind.CLOSE, handoff.id)

    def chooses(kind: Kind, value: str) -> None:
        team.happens(ChoicePressed(choice=Choice(kind, value).data(), press=PressId("x"), message=None))

    chooses(Kind.RATE, f"{handoff.id}_5")
    chooses(Kind.REMARK, handoff.id)
    team.happens(TextReceived(text="fijn gesprek, bel me op 06-12345678", message=MessageId(9)))
    assert any("fijn gesprek" in text and "12345678" not in text for text in team.group)
    # Only that one sentence: what follows is a question again, also when another button came between.
    team.happens(TextReceived(text="hoe vraag ik een tlv aan", message=MessageId(10)))
    assert "De school vraagt" in team.last()
    chooses(Kind.REMARK, handoff.id)
    chooses(Kind.MENU, "")
    team.happens(TextReceived(text="hoe vraag ik een tlv aan", message=MessageId(11)))
    # The same question again: it is a question, and the same answer is not said twice.
    assert "Hoe vraag je een TLV aan?" in team.last()
    assert not any("tlv aan" in text for text in team.group)
    chooses(Kind.SUMMARY, handoff.id)
    (file,) = [effect for effect in team.effects if isinstance(effect, SendFile)]
    overview = text_of(file)
    assert handoff.alias in overview
    assert "23-11-2026 10.00" in overview
    assert "000-1112223" in overview
    # Nobody else can ask for it.
    team.happens(
        ChoicePressed(choice=Choice(Kind.SUMMARY, handoff.id).data(), press=PressId("x"), message=None), "ander"
    )
    assert not any(isinstance(effect, SendFile) for effect in team.effects)
