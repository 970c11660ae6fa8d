"""The table of states: one claimer, a place that is kept, and never anybody without a clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.alarms import AlarmKind
from bot.domain.ids import DUTCH, HandoffId, LaneKey, SealedAddress, StaffKey, VisitorKey
from bot.handoff.policy import Refusal
from bot.handoff.record import ClosedBy, Handoff, Status
from bot.handoff.room import Room
from bot.handoff.transitions import TABLE, Event, refusal_of, step

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ANOUK, BRAM = StaffKey("a" * 32), StaffKey("b" * 32)


def talk(name: str = "h", at: datetime = NOW) -> Handoff:
    return Handoff(
        id=HandoffId(name),
        alias=f"Otter {name}",
        visitor=VisitorKey(name),
        address=SealedAddress(name),
        lane=LaneKey(name),
        audience=None,
        language=DUTCH,
        asked_at=at,
        waits_since=at,
    )


@pytest.mark.parametrize(
    ("status", "event", "refused"),
    [
        (Status.WAITING, Event.GIVE_BACK, Refusal.NOT_CLAIMED),
        (Status.WAITING, Event.ANSWERED, Refusal.NOT_CLAIMED),
        (Status.WAITING, Event.REOPEN, Refusal.NOT_CLAIMED),
        (Status.CLAIMED, Event.CLAIM, Refusal.TAKEN),
        (Status.CLAIMED, Event.REOPEN, Refusal.TAKEN),
        (Status.CLOSED, Event.CLAIM, Refusal.CLOSED),
        (Status.CLOSED, Event.HAND_OVER, Refusal.CLOSED),
        (Status.CLOSED, Event.GIVE_BACK, Refusal.CLOSED),
        (Status.CLOSED, Event.CLOSE, Refusal.CLOSED),
        (Status.CLOSED, Event.HEARD, Refusal.CLOSED),
    ],
)
def test_what_cannot_happen_is_refused_and_never_done(status: Status, event: Event, refused: Refusal) -> None:
    handoff = replace(talk(), status=status)
    assert refusal_of(handoff, event) is refused
    with pytest.raises(ValueError, match="cannot happen"):
        step(handoff, event, NOW)


def test_every_way_into_a_state_starts_its_clocks() -> None:
    for (before, event), (after, rings) in TABLE.items():
        if after is Status.WAITING and before is not Status.WAITING:
            assert AlarmKind.WAITING in rings, event
        if after is Status.CLAIMED and before is not Status.CLAIMED:
            assert set(rings) == {AlarmKind.ANSWER, AlarmKind.SILENCE}, event
        if after is Status.CLOSED:
            assert rings == (AlarmKind.FORGET,), event


def test_whoever_lets_a_talk_go_the_person_keeps_their_place() -> None:
    first, second = talk("first", NOW), talk("second", NOW + timedelta(minutes=5))
    later = NOW + timedelta(hours=1)
    claimed = step(first, Event.CLAIM, later, by=ANOUK).handoff
    back = step(claimed, Event.GIVE_BACK, later + timedelta(minutes=30)).handoff
    assert back.asked_at == first.asked_at
    assert Room().keep(second).keep(back).place_in_queue(back) == 1


def test_the_clock_for_an_answer_runs_from_the_oldest_line_without_one() -> None:
    claimed = step(talk(), Event.CLAIM, NOW, by=ANOUK).handoff
    answered = step(claimed, Event.ANSWERED, NOW + timedelta(minutes=1)).handoff
    first = step(answered, Event.HEARD, NOW + timedelta(minutes=2))
    second = step(first.handoff, Event.HEARD, NOW + timedelta(minutes=9))
    assert (first.rings, second.rings) == ((AlarmKind.ANSWER,), ())
    assert second.handoff.waits_since == NOW + timedelta(minutes=2)


def test_who_closed_it_is_remembered() -> None:
    claimed = step(talk(), Event.CLAIM, NOW, by=ANOUK).handoff
    assert step(claimed, Event.CLOSE, NOW, by=BRAM).handoff.closer == BRAM
    by_person = step(claimed, Event.CLOSE, NOW, by=BRAM, closed_by=ClosedBy.PERSON).handoff
    assert (by_person.closer, by_person.closed_by) == (None, ClosedBy.PERSON)


LATER = NOW + timedelta(hours=2)
WAITED = NOW - timedelta(minutes=9)


def worn(status: Status, **changes: object) -> Handoff:
    """A talk of which everything was used: what an event leaves alone stays."""
    used = replace(
        talk(), status=status, claimer=ANOUK, claimed_at=WAITED, nudges=2, reply_nudged=True, rests=True,
        checked_in=True, left=True, last_staff_at=WAITED, last_person_at=WAITED, waits_since=WAITED, later_at=LATER,
        call_back="06", rating=4, closed_at=WAITED, closed_by=ClosedBy.SILENCE, closer=BRAM, labels=("x",),
    )  # fmt: skip
    return replace(used, **changes)  # type: ignore[arg-type]  # fields that are there


@pytest.mark.parametrize(
    ("status", "event", "waits", "changed"),
    [
        (Status.WAITING, Event.CLAIM, WAITED, {
            "claimer": BRAM, "last_staff_at": LATER, "rests": False, "reply_nudged": False, "nudges": 0}),
        (Status.WAITING, Event.CLAIM, None, {
            "claimer": BRAM, "last_staff_at": LATER, "rests": False, "reply_nudged": False, "nudges": 0,
            "waits_since": LATER}),
        (Status.CLAIMED, Event.HAND_OVER, WAITED, {
            "claimer": BRAM, "last_staff_at": LATER, "rests": False, "reply_nudged": False, "nudges": 0}),
        (Status.CLAIMED, Event.GIVE_BACK, WAITED, {
            "claimer": None, "nudges": 0, "reply_nudged": False, "rests": False}),
        (Status.CLAIMED, Event.GIVE_BACK, None, {
            "claimer": None, "nudges": 0, "reply_nudged": False, "rests": False, "waits_since": LATER}),
        (Status.CLAIMED, Event.NUDGE, WAITED, {"reply_nudged": True}),
        (Status.WAITING, Event.NUDGE, WAITED, {"nudges": 3}),
        (Status.CLAIMED, Event.HEARD, WAITED, {"last_person_at": LATER, "checked_in": False, "left": False}),
        (Status.CLAIMED, Event.HEARD, None, {
            "last_person_at": LATER, "checked_in": False, "left": False, "waits_since": LATER, "rests": False}),
        (Status.CLAIMED, Event.ANSWERED, WAITED, {
            "last_staff_at": LATER, "waits_since": None, "reply_nudged": False, "checked_in": False}),
        (Status.CLAIMED, Event.CHECK_IN, WAITED, {"checked_in": True}),
        (Status.WAITING, Event.LEFT, WAITED, {"left": True}),
        (Status.CLAIMED, Event.RETURNED, WAITED, {"left": False}),
        (Status.CLAIMED, Event.CLOSE, WAITED, {
            "closed_at": LATER, "closed_by": ClosedBy.STAFF, "closer": BRAM, "waits_since": None, "call_back": "",
            "later_at": None, "rests": False}),
        (Status.CLOSED, Event.REOPEN, WAITED, {
            "claimer": None, "claimed_at": None, "closed_at": None, "closed_by": None, "closer": None,
            "asked_at": LATER, "waits_since": LATER, "last_person_at": LATER, "nudges": 0, "reply_nudged": False,
            "rating": None}),
    ],
)  # fmt: skip
def test_an_event_changes_this_and_nothing_else(
    status: Status, event: Event, waits: datetime | None, changed: dict[str, object]
) -> None:
    before = worn(status, waits_since=waits)
    after = step(before, event, LATER, by=BRAM)
    assert after.handoff == replace(before, status=TABLE[status, event][0], **changed)  # type: ignore[arg-type]  # fields


def test_a_flag_that_was_not_set_is_set() -> None:
    fresh = worn(Status.CLAIMED, reply_nudged=False, checked_in=False, left=False, claimed_at=None)
    assert step(fresh, Event.NUDGE, LATER).handoff.reply_nudged
    assert step(fresh, Event.CHECK_IN, LATER).handoff.checked_in
    assert step(fresh, Event.LEFT, LATER).handoff.left
    assert not step(fresh, Event.RETURNED, LATER).handoff.left
    assert step(fresh, Event.HAND_OVER, LATER, by=BRAM).handoff.claimed_at == LATER
    rested = worn(Status.CLAIMED, rests=False)
    assert not step(rested, Event.HEARD, LATER).handoff.rests


class Desk(RuleBasedStateMachine):
    """Three talks to which anything may happen, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.talks = {name: talk(name, NOW + timedelta(seconds=n)) for n, name in enumerate("pqr")}
        self.clocks: dict[str, set[AlarmKind]] = {name: {AlarmKind.WAITING} for name in self.talks}

    @rule(
        name=st.sampled_from("pqr"),
        event=st.sampled_from(Event),
        by=st.sampled_from([ANOUK, BRAM]),
        closed_by=st.sampled_from(ClosedBy),
        minutes=st.integers(0, 90),
    )
    def happens(self, name: str, event: Event, by: StaffKey, closed_by: ClosedBy, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        before = self.talks[name]
        if refusal_of(before, event) is not None:
            return
        after = step(before, event, self.now, by=by, closed_by=closed_by)
        self.talks[name] = after.handoff
        # A timer of another state looks whether its reason still holds, and is silent when it does not.
        kept = {AlarmKind.WAITING: Status.WAITING, AlarmKind.ANSWER: Status.CLAIMED, AlarmKind.SILENCE: Status.CLAIMED}
        alive = {ring for ring in self.clocks[name] if kept.get(ring) is after.handoff.status}
        self.clocks[name] = alive | set(after.rings)
        if event is not Event.REOPEN:
            assert after.handoff.asked_at == before.asked_at, "nobody loses their place"

    @invariant()
    def a_talk_has_a_colleague_exactly_when_it_is_in_hand(self) -> None:
        for handoff in self.talks.values():
            assert (handoff.claimer is not None) == (handoff.status is Status.CLAIMED) or (
                handoff.status is Status.CLOSED
            )

    @invariant()
    def nobody_waits_without_a_clock(self) -> None:
        for name, handoff in self.talks.items():
            if handoff.status is Status.WAITING:
                assert AlarmKind.WAITING in self.clocks[name]
            elif handoff.status is Status.CLAIMED and handoff.waits_since is not None:
                assert AlarmKind.ANSWER in self.clocks[name]
            elif handoff.status is Status.CLAIMED:
                assert AlarmKind.SILENCE in self.clocks[name]
            else:
                assert AlarmKind.FORGET in self.clocks[name]

    @invariant()
    def there_is_always_a_way_on(self) -> None:
        for handoff in self.talks.values():
            way = Event.REOPEN if handoff.status is Status.CLOSED else Event.CLOSE
            assert refusal_of(handoff, way) is None

    @invariant()
    def who_asked_first_is_next(self) -> None:
        room = Room()
        for handoff in self.talks.values():
            room = room.keep(handoff)
        queue = room.queue()
        assert [handoff.asked_at for handoff in queue] == sorted(handoff.asked_at for handoff in queue)


Desk.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestDesk = Desk.TestCase
