"""How a talk goes from one state to the next: one table for both sides, and nothing else changes a state.

Each line says where an event leads, and which clocks must run from then on, so that nobody waits without one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.alarms import AlarmKind
from bot.domain.ids import StaffKey
from bot.handoff.policy import Refusal
from bot.handoff.record import ClosedBy, Handoff, Status


class Event(StrEnum):
    """What can happen to a talk."""

    CLAIM = "claim"
    """A colleague takes it."""
    HAND_OVER = "hand-over"
    """It is given to a colleague by name."""
    GIVE_BACK = "give-back"
    """Back to the queue: by hand, because a colleague went home or left, or because nobody answered."""
    NUDGE = "nudge"
    """A clock ran out: nobody took it, or its colleague did not answer."""
    HEARD = "heard"
    """The person said something."""
    ANSWERED = "answered"
    """A colleague said something to the person."""
    CHECK_IN = "check-in"
    """The person was asked whether they are still there."""
    LEFT = "left"
    """The person blocked the bot: nothing arrives."""
    RETURNED = "returned"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Step:
    """The talk as it became, and the clocks to set."""

    handoff: Handoff
    rings: tuple[AlarmKind, ...] = ()


_IN_HAND = (AlarmKind.ANSWER, AlarmKind.SILENCE)

TABLE: Mapping[tuple[Status, Event], tuple[Status, tuple[AlarmKind, ...]]] = {
    (Status.WAITING, Event.CLAIM): (Status.CLAIMED, _IN_HAND),
    (Status.WAITING, Event.HAND_OVER): (Status.CLAIMED, _IN_HAND),
    (Status.WAITING, Event.NUDGE): (Status.WAITING, (AlarmKind.WAITING,)),
    (Status.WAITING, Event.HEARD): (Status.WAITING, ()),
    (Status.WAITING, Event.LEFT): (Status.WAITING, ()),
    (Status.WAITING, Event.RETURNED): (Status.WAITING, ()),
    (Status.WAITING, Event.CLOSE): (Status.CLOSED, (AlarmKind.FORGET,)),
    (Status.CLAIMED, Event.HAND_OVER): (Status.CLAIMED, _IN_HAND),
    (Status.CLAIMED, Event.GIVE_BACK): (Status.WAITING, (AlarmKind.WAITING,)),
    (Status.CLAIMED, Event.NUDGE): (Status.CLAIMED, (AlarmKind.ANSWER,)),
    (Status.CLAIMED, Event.HEARD): (Status.CLAIMED, (AlarmKind.ANSWER,)),
    (Status.CLAIMED, Event.ANSWERED): (Status.CLAIMED, (AlarmKind.SILENCE,)),
    (Status.CLAIMED, Event.CHECK_IN): (Status.CLAIMED, (AlarmKind.SILENCE,)),
    (Status.CLAIMED, Event.LEFT): (Status.CLAIMED, ()),
    (Status.CLAIMED, Event.RETURNED): (Status.CLAIMED, ()),
    (Status.CLAIMED, Event.CLOSE): (Status.CLOSED, (AlarmKind.FORGET,)),
    (Status.CLOSED, Event.REOPEN): (Status.WAITING, (AlarmKind.WAITING,)),
}


def refusal_of(handoff: Handoff, event: Event) -> Refusal | None:
    """Why this cannot happen now; None when it can."""
    if (handoff.status, event) in TABLE:
        return None
    match handoff.status:
        case Status.CLOSED:
            return Refusal.CLOSED
        case Status.WAITING:
            return Refusal.NOT_CLAIMED
        case Status.CLAIMED:
            return Refusal.TAKEN


def step(
    handoff: Handoff,
    event: Event,
    now: datetime,
    *,
    by: StaffKey | None = None,
    closed_by: ClosedBy = ClosedBy.STAFF,
) -> Step:
    """What becomes of a talk; ``by`` is the colleague it is about. Raises ``ValueError`` for what cannot happen."""
    if refusal_of(handoff, event) is not None:
        raise ValueError(f"{event} cannot happen to a talk that is {handoff.status}")
    after, rings = TABLE[handoff.status, event]
    match event:
        case Event.CLAIM | Event.HAND_OVER:
            changed = replace(
                handoff,
                rests=False,
                claimer=by,
                claimed_at=handoff.claimed_at or now,
                last_staff_at=now,
                waits_since=handoff.waits_since or now,
                reply_nudged=False,
                nudges=0,
            )
        case Event.GIVE_BACK:
            # Whoever let it go: the person keeps the place they had.
            waits = handoff.waits_since or now
            changed = replace(handoff, claimer=None, nudges=0, reply_nudged=False, waits_since=waits, rests=False)
        case Event.NUDGE if handoff.status is Status.CLAIMED:
            changed = replace(handoff, reply_nudged=True)
        case Event.NUDGE:
            changed = replace(handoff, nudges=handoff.nudges + 1)
        case Event.HEARD:
            # The clock runs from the oldest line without an answer.
            rings = rings if handoff.waits_since is None else ()
            waits = handoff.waits_since or now
            # Who was told when an answer comes still knows; something new after an answer was told nothing.
            rests = handoff.rests and handoff.waits_since is not None
            changed = replace(handoff, waits_since=waits, last_person_at=now, checked_in=False, left=False, rests=rests)
        case Event.ANSWERED:
            changed = replace(handoff, last_staff_at=now, waits_since=None, reply_nudged=False, checked_in=False)
        case Event.CHECK_IN:
            changed = replace(handoff, checked_in=True)
        case Event.LEFT | Event.RETURNED:
            changed = replace(handoff, left=event is Event.LEFT)
        case Event.CLOSE:
            closer = by if closed_by is ClosedBy.STAFF else None
            changed = replace(
                handoff,
                closed_at=now,
                closed_by=closed_by,
                closer=closer,
                waits_since=None,
                albums=(),
                call_back="",
                later_at=None,
                rests=False,
            )
        case Event.REOPEN:
            changed = replace(
                handoff,
                claimer=None,
                claimed_at=None,
                closed_at=None,
                closed_by=None,
                closer=None,
                asked_at=now,
                waits_since=now,
                last_person_at=now,
                nudges=0,
                reply_nudged=False,
                rating=None,
            )
    return Step(replace(changed, status=after), rings)
