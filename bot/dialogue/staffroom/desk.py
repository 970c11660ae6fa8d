"""What a staff turn sees, and the moves that buttons and commands share: claim, hand over, give back, close."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue import moments
from bot.dialogue.cards import case_button, escaped, mention, refresh, say
from bot.dialogue.context import TurnContext
from bot.dialogue.library import Library
from bot.dialogue.stages import ringing
from bot.dialogue.stages.albums import SENT, gathering, with_part
from bot.dialogue.stages.human import leave_buttons
from bot.dialogue.stages.parting import after_buttons, ended
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
    ShowBusy,
    Side,
    TopicPlace,
    UnknownOutcome,
)
from bot.domain.ids import MessageId, StaffKey
from bot.domain.inbound import Arrival, Origin, Staffer, StaffWrote
from bot.domain.tally import Measure, minute_step
from bot.handoff.policy import Refusal, may_claim, may_close, may_speak, may_transfer, whom_to_call
from bot.handoff.record import Handoff, StaffMember
from bot.handoff.room import Room
from bot.handoff.transitions import Event, Step, refusal_of, step

NOT_SENT, INSIDE = "👎", "🙊"


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

    def stepped(self, after: Step, *, closed: bool | None = None) -> Handoff:
        """Keep what a talk became, and set its clocks."""
        self.keep(after.handoff, closed=closed)
        self.effects += ringing.timers(self.person(after.handoff), after)
        return after.handoff

    def refuse(self, refusal: Refusal, handoff: Handoff | None, place: TopicPlace, *, toast: bool) -> None:
        """Say why not."""
        claimer = self.room.staff.get(handoff.claimer) if handoff is not None and handoff.claimer else None
        name = claimer.name if claimer else "?"
        if toast:
            self.toast = self.say(f"refused-{refusal}", name=name, most=self.most)
        else:
            self.tell(self.say(f"refused-{refusal}", name=escaped(name), most=self.most), place)

    def unsent(self, message: MessageId, sentence: str, place: TopicPlace, **arguments: str | int) -> None:
        """A line stays inside although it may not have been meant so: a sign under it, and why."""
        self.effects.append(ReactToStaff(message=message, emoji=NOT_SENT))
        self.tell(self.say(sentence, **arguments), place)

    def member(self, staff: Staffer) -> StaffMember:
        """The colleague, met now if not before; names and addresses are kept up to date."""
        known = self.room.staff.get(staff.key)
        member = known or StaffMember(key=staff.key, name=staff.name, address=staff.address)
        member = replace(member, name=staff.name, surname=staff.surname, gone=False)
        if known != member:
            self.room = self.room.keep(member)
        return member

    def at_work(self, handoff: Handoff, key: StaffKey) -> None:
        """Whoever has the talk is doing something for the person just now."""
        if handoff.claimer == key and handoff.live and not handoff.left:
            self.effects.append(ShowBusy(person=handoff.origin))

    def called(self, handoff: Handoff) -> tuple[StaffMember, ...]:
        """Who is mentioned when this talk needs somebody."""
        return whom_to_call(self.room, handoff, self.most, self.library.profile.rules)


def claim(move: Move, handoff: Handoff, key: StaffKey, *, toast: bool) -> None:
    """Take a talk."""
    refusal = may_claim(move.room, handoff, key, move.most)
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=toast)
        return
    _give(move, handoff, Event.CLAIM, key)
    move.toast = move.say("toast-claimed", alias=handoff.alias)
    move.tell_person(handoff, "claimed")
    move.at_work(move.room.handoffs[handoff.id], key)


def _give(move: Move, handoff: Handoff, event: Event, key: StaffKey) -> None:
    """Their clock runs from now."""
    audience, language = str(handoff.audience or ""), handoff.language
    if handoff.claimed_at is None:
        waited = minute_step((move.now - _waiting_since(move, handoff)).total_seconds() / 60)
        move.effects += [
            Count(measure=Measure.HUMAN, name="claimed", audience=audience, language=language),
            Count(measure=Measure.WAITING, name=waited, audience=audience, language=language),
        ]
    move.stepped(step(handoff, event, move.now, by=key))


def _waiting_since(move: Move, handoff: Handoff) -> datetime:
    """From when somebody could have answered: nobody waits for us at night."""
    asked = handoff.asked_at.astimezone(ZoneInfo(move.library.profile.timezone))
    opening = None if moments.is_open(move.library, asked) else moments.next_opening(move.library, asked)
    return min(move.now, opening or asked)


def hand_over(move: Move, handoff: Handoff, key: StaffKey, to: StaffMember, note: str) -> None:
    """To a named colleague, with a note that only colleagues see."""
    member = move.room.staff.get(key)
    refusal = may_transfer(handoff, key, coordinator=bool(member and member.coordinator))
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=False)
        return
    if len(move.room.claimed_by(to.key)) >= move.most and not handoff.urgent and handoff.claimer != to.key:
        move.tell(move.say("transfer-full", name=escaped(to.name)), handoff.place)
        return
    _give(move, handoff, Event.HAND_OVER, to.key)
    giver = escaped(member.name) if member else "?"
    text = move.say("staff-transferred", to=mention([to]), giver=giver, note=escaped(note))
    move.tell(text, handoff.place, priority=Priority.RELAY)
    move.tell_person(handoff, "transferred")


def give_back(move: Move, handoff: Handoff, note: str, *, reason: str = "staff-back-in-queue") -> None:
    """Back to the queue with the place they had: the next free colleague takes it, the person hears so."""
    refusal = refusal_of(handoff, Event.GIVE_BACK)
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=False)
        return
    waiting = move.stepped(step(handoff, Event.GIVE_BACK, move.now))
    called = move.called(waiting)
    move.tell(move.say(reason, note=escaped(note), mentions=mention(called)), waiting.place, priority=Priority.RELAY)
    move.tell_person(waiting, "given-back")


def close(move: Move, handoff: Handoff, key: StaffKey | None, *, toast: bool, anybody: bool = False) -> None:
    """End a talk; it can be reopened for a while. ``anybody``: it is over already, whoever did it."""
    member = move.room.staff.get(key) if key else None
    refusal = may_close(handoff, key or StaffKey(""), coordinator=anybody or bool(member and member.coordinator))
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=toast)
        return
    after = step(handoff, Event.CLOSE, move.now, by=key)
    move.room = move.room.keep(after.handoff)
    told = move.say("staff-closed", name=escaped(member.name) if member else "?")
    move.effects.append(SendStaff(text=told, place=handoff.place, buttons=case_button(move.library, handoff)))
    closed = move.stepped(after, closed=True)
    move.tell_person(closed, "closed-by-staff", closing=True)
    move.effects += ended(closed, move.now)
    move.toast = move.say("toast-closed")


def may_answer(move: Move, handoff: Handoff, key: StaffKey, message: MessageId) -> bool:
    """Whether a line of this colleague goes to the person; if not, they see that it did not."""
    refusal = may_speak(handoff, key)
    if refusal is not None:
        claimer = move.room.staff.get(handoff.claimer) if handoff.claimer else None
        known = move.room.staff.get(key)
        if refusal is Refusal.NOT_YOURS and known is not None and known.told_in == handoff.id:
            # They know by now that they write along among colleagues: a sign is enough.
            move.effects.append(ReactToStaff(message=message, emoji=INSIDE))
            return False
        if refusal is Refusal.NOT_YOURS and known is not None:
            move.room = move.room.keep(replace(known, told_in=handoff.id))
            move.effects.append(ReactToStaff(message=message, emoji=INSIDE))
            move.tell(move.say("staff-inside", name=escaped(claimer.name) if claimer else "?"), handoff.place)
            return False
        move.effects.append(ReactToStaff(message=message, emoji=NOT_SENT))
        move.refuse(refusal, handoff, handoff.place, toast=False)
        return False
    if handoff.left:
        move.unsent(message, "staff-person-left", handoff.place)
        return False
    return True


def answer(move: Move, handoff: Handoff, key: StaffKey, *, message: MessageId, relay: Relay) -> None:
    """Pass a line of the claimer on to the person, with a receipt; anything else stays inside."""
    if not may_answer(move, handoff, key, message):
        return
    source = Linked(handoff=handoff.id, side=Side.STAFF, message=message)
    move.effects.append(replace(relay, source=source, urgent=handoff.urgent))
    move.effects.append(ReactToStaff(message=message, emoji=SENT, after=source))
    answered(move, handoff)


def answered(move: Move, handoff: Handoff) -> None:
    """The person got an answer: the clock stops, without touching the card."""
    after = step(handoff, Event.ANSWERED, move.now)
    move.room = move.room.keep(after.handoff)
    move.effects += ringing.timers(move.person(after.handoff), after)


def part_of_album(move: Move, handoff: Handoff, wrote: StaffWrote, *, internal: bool, beside: str) -> None:
    """One picture of several: all wait for each other, and one word for colleagues keeps all of them inside."""
    if not internal and not may_answer(move, handoff, wrote.staff.key, wrote.message):
        return
    kind = str(wrote.kind or "")
    gathered = with_part(
        handoff, wrote.album, Side.STAFF, kind, wrote.message, internal=internal, file=wrote.file, beside=beside
    )
    if internal:
        move.room = move.room.keep(gathered)
    else:
        answered(move, gathered)
    move.effects.append(gathering(move.now, gathered))


def protocol(move: Move, handoff: Handoff) -> None:
    """What to do now when somebody is in danger: for staff, in the topic."""
    person = move.person(handoff)
    move.tell(person.fill(move.say("protocol")), handoff.place, priority=Priority.RELAY)


def local(move: Move) -> datetime:
    """The moment on the clock of the steunpunt."""
    return move.now.astimezone(ZoneInfo(move.library.profile.timezone))
