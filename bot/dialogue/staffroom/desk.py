"""What a staff turn sees, and the moves that buttons and commands share: claim, hand over, give back, close."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue import moments
from bot.dialogue.cards import escaped, mention, refresh, say
from bot.dialogue.context import TurnContext
from bot.dialogue.library import Library
from bot.dialogue.stages.human import leave_buttons, waiting_timer
from bot.dialogue.stages.live import after_buttons, ended, forget_timer, silence_timer
from bot.domain.conversation import Conversation
from bot.domain.effects import (
    Count,
    Effect,
    Linked,
    Priority,
    ReactToStaff,
    Relay,
    SendStaff,
    SendText,
    SetTimer,
    Side,
    TopicPlace,
    UnknownOutcome,
)
from bot.domain.ids import MessageId, StaffKey
from bot.domain.inbound import Arrival, Origin, Staffer
from bot.domain.tally import Measure, minute_step
from bot.handoff.policy import Refusal, may_claim, may_close, may_speak, whom_to_call
from bot.handoff.record import ClosedBy, Handoff, StaffMember, Status
from bot.handoff.room import Room

SENT, NOT_SENT = "👍", "👎"


@dataclass(slots=True)
class Move:
    """One thing staff do: the room as it becomes, and what must happen."""

    library: Library
    room: Room
    arrival: Arrival
    effects: list[Effect]
    toast: str = ""
    """Shown over the button that was pressed."""

    @property
    def now(self) -> datetime:
        """The moment it happened."""
        return self.arrival.at

    @property
    def most(self) -> int:
        """Live talks one colleague may have."""
        return self.library.profile.most_live_per_staff

    def say(self, sentence: str, /, **arguments: str | int) -> str:
        """A sentence for staff."""
        return say(self.library, sentence, **arguments)

    def person(self, handoff: Handoff) -> TurnContext:
        """The surroundings in which something is said to the person of a handoff."""
        conversation = Conversation(visitor=handoff.visitor, audience=handoff.audience, language=handoff.language)
        arrival = self.arrival_from(handoff.origin)
        return TurnContext(library=self.library, conversation=conversation, arrival=arrival, room=self.room)

    def arrival_from(self, origin: Origin) -> Arrival:
        """The same moment as if it came from somebody else: for what is said to them."""
        return replace(self.arrival, origin=origin)

    def tell(self, text: str, place: TopicPlace | None = None, *, priority: Priority = Priority.HANDOFF) -> None:
        """Say something in the group."""
        self.effects.append(SendStaff(text=text, place=place or TopicPlace(), priority=priority))

    def tell_person(self, handoff: Handoff, sentence: str, /, *, closing: bool = False, **arguments: str | int) -> None:
        """Say something to the person, with the ways on of a talk."""
        person = self.person(handoff)
        buttons = after_buttons(person, handoff) if closing else leave_buttons(person)
        self.effects.append(
            SendText(
                text=person.say(sentence, **arguments),
                buttons=buttons,
                to=handoff.origin,
                priority=Priority.RELAY,
                on_unknown=UnknownOutcome.RESEND,
            )
        )

    def keep(self, handoff: Handoff, *, closed: bool | None = None) -> None:
        """The handoff as it became, on its card and in the topic's name too."""
        self.room = self.room.keep(handoff)
        self.effects += refresh(self.library, self.room, handoff, self.now, closed=closed)

    def refuse(self, refusal: Refusal, handoff: Handoff | None, place: TopicPlace, *, toast: bool) -> None:
        """Say why not."""
        claimer = self.room.staff.get(handoff.claimer) if handoff is not None and handoff.claimer else None
        text = self.say(f"refused-{refusal}", name=claimer.name if claimer else "?", most=self.most)
        if toast:
            self.toast = text
        else:
            self.tell(text, place)

    def member(self, staff: Staffer) -> StaffMember:
        """The colleague, met now if not before; names and addresses are kept up to date."""
        known = self.room.staff.get(staff.key)
        member = (known or StaffMember(key=staff.key, name=staff.name, address=staff.address)).evolve(name=staff.name)
        if known is None or known.name != member.name:
            self.room = self.room.keep(member)
        return member

    def colleague(self, written: str) -> StaffMember | None:
        """Somebody by (the beginning of) their first name."""
        wanted = written.strip().lstrip("@").casefold()
        exact = [m for m in self.room.staff.values() if m.name.casefold() == wanted]
        near = [m for m in self.room.staff.values() if wanted and m.name.casefold().startswith(wanted)]
        return next(iter(exact or near), None)


def claim(move: Move, handoff: Handoff, key: StaffKey, *, toast: bool) -> None:
    """Take a talk."""
    refusal = may_claim(move.room, handoff, key, move.most)
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=toast)
        return
    _give(move, handoff, key)
    move.toast = move.say("toast-claimed", alias=handoff.alias)
    move.tell_person(handoff, "claimed")


def _give(move: Move, handoff: Handoff, key: StaffKey) -> None:
    """Their clock runs from now."""
    audience, language = str(handoff.audience or ""), handoff.language
    if handoff.claimed_at is None:
        waited = minute_step((move.now - _waiting_since(move, handoff)).total_seconds() / 60)
        move.effects += [
            Count(measure=Measure.HUMAN, name="claimed", audience=audience, language=language),
            Count(measure=Measure.WAITING, name=waited, audience=audience, language=language),
        ]
    claimed = handoff.evolve(
        status=Status.CLAIMED,
        claimer=key,
        claimed_at=handoff.claimed_at or move.now,
        last_staff_at=move.now,
        waits_since=handoff.waits_since or move.now,
        reply_nudged=False,
        nudges=0,
    )
    move.keep(claimed)
    wait = timedelta(minutes=move.library.profile.waiting_minutes)
    move.effects.append(SetTimer(name=f"antwoord:{claimed.id}", due=move.now + wait, of=claimed.origin))
    move.effects.append(silence_timer(claimed, move.now))


def _waiting_since(move: Move, handoff: Handoff) -> datetime:
    """From when somebody could have answered: nobody waits for us at night."""
    asked = handoff.asked_at.astimezone(ZoneInfo(move.library.profile.timezone))
    opening = None if moments.is_open(move.library, asked) else moments.next_opening(move.library, asked)
    return min(move.now, opening or asked)


def hand_over(move: Move, handoff: Handoff, key: StaffKey, to: StaffMember, note: str) -> None:
    """To a named colleague, with a note that only colleagues see."""
    if handoff.status is Status.CLOSED:
        move.refuse(Refusal.CLOSED, handoff, handoff.place, toast=False)
        return
    if len(move.room.claimed_by(to.key)) >= move.most and not handoff.urgent and handoff.claimer != to.key:
        move.tell(move.say("transfer-full", name=escaped(to.name)), handoff.place)
        return
    giver = move.room.staff.get(key)
    _give(move, handoff, to.key)
    text = move.say(
        "staff-transferred", to=mention([to]), giver=escaped(giver.name) if giver else "?", note=escaped(note)
    )
    move.tell(text, handoff.place, priority=Priority.RELAY)
    move.tell_person(handoff, "transferred")


def give_back(move: Move, handoff: Handoff, note: str, *, reason: str = "staff-back-in-queue") -> None:
    """Back to the queue: the next free colleague takes it, the person hears so."""
    if handoff.status is Status.CLOSED:
        move.refuse(Refusal.CLOSED, handoff, handoff.place, toast=False)
        return
    waiting = handoff.evolve(
        status=Status.WAITING, claimer=None, nudges=0, reply_nudged=False,
        waits_since=handoff.waits_since or move.now,
    )  # fmt: skip
    move.keep(waiting)
    called = whom_to_call(move.room, waiting, move.most)
    move.tell(move.say(reason, note=escaped(note), mentions=mention(called)), waiting.place, priority=Priority.RELAY)
    move.tell_person(waiting, "given-back")
    move.effects.append(waiting_timer(move.person(waiting), waiting))


def close(move: Move, handoff: Handoff, key: StaffKey, *, toast: bool) -> None:
    """End a talk; it can be reopened for a while."""
    member = move.room.staff.get(key)
    refusal = may_close(handoff, key, coordinator=bool(member and member.coordinator))
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=toast)
        return
    closed = handoff.evolve(status=Status.CLOSED, closed_at=move.now, closed_by=ClosedBy.STAFF, waits_since=None)
    move.room = move.room.keep(closed)
    move.tell(move.say("staff-closed", name=escaped(member.name) if member else "?"), closed.place)
    move.keep(closed, closed=True)
    move.tell_person(closed, "closed-by-staff", closing=True)
    move.effects.append(forget_timer(move.person(closed), closed))
    move.effects += ended(closed, move.now)
    move.toast = move.say("toast-closed")


def answer(
    move: Move,
    handoff: Handoff,
    key: StaffKey,
    *,
    message: MessageId,
    html: str,
    copy: bool = False,
    file: str = "",
    reply_to: MessageId | None = None,
) -> None:
    """Pass a line of the claimer on to the person, with a receipt; anything else stays inside."""
    refusal = may_speak(handoff, key)
    if refusal is Refusal.NOT_YOURS:
        return  # Colleagues write along among themselves.
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=False)
        return
    if handoff.left:
        move.effects.append(ReactToStaff(message=message, emoji=NOT_SENT))
        move.tell(move.say("staff-person-left"), handoff.place)
        return
    source = Linked(handoff=handoff.id, side=Side.STAFF, message=message)
    move.effects.append(
        Relay(
            source=source,
            person=handoff.origin,
            place=handoff.place,
            html="" if copy else html,
            file=file,
            beside=html if copy else "",
            reply_to=reply_to,
            urgent=handoff.urgent,
        )
    )
    move.effects.append(ReactToStaff(message=message, emoji=SENT, after=source))
    answered = handoff.evolve(last_staff_at=move.now, waits_since=None, reply_nudged=False, checked_in=False)
    move.room = move.room.keep(answered)
    move.effects.append(silence_timer(answered, move.now))


def protocol(move: Move, handoff: Handoff) -> None:
    """What to do now when somebody is in danger: for staff, in the topic."""
    person = move.person(handoff)
    move.tell(person.fill(move.say("protocol")), handoff.place, priority=Priority.RELAY)


def local(move: Move) -> datetime:
    """The moment on the clock of the steunpunt."""
    return move.now.astimezone(ZoneInfo(move.library.profile.timezone))
