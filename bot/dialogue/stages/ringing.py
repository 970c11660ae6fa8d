"""The clocks of a talk: what happens when nobody took it, nobody answers, nobody speaks, or its day has come."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue import moments
from bot.dialogue.cards import claim_button, escaped, mention, refresh, say, seen_button
from bot.dialogue.context import TurnContext
from bot.dialogue.stages.human import leave_buttons, urgent_line, waiting_timer
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import ChangeTopic, Effect, Priority, SendStaff, SendText, SetTimer
from bot.domain.ids import HandoffId
from bot.handoff.policy import coordinators, on_duty, whom_to_call
from bot.handoff.record import ClosedBy, Handoff, StaffMember, Status
from bot.handoff.room import Room
from bot.handoff.transitions import Event, Step, step

CHECK_IN_AFTER = timedelta(hours=24)
CLOSE_AFTER = timedelta(hours=48)
_AGAIN_AFTER = timedelta(minutes=60)
ALERT_AGAIN_AFTER = timedelta(minutes=5)
"""A warning that nobody acknowledged rings again after this."""
MOST_RINGS = 3
"""So often a warning rings: at who is there, at the coordinator, and once more to say that it stops."""

Close = Callable[[TurnContext, Handoff, ClosedBy], Turn]
"""Ends a talk."""


def timers(context: TurnContext, after: Step) -> list[Effect]:
    """The clocks that a change of the talk sets."""
    handoff = after.handoff
    found: list[Effect] = []
    for ring in after.rings:
        match ring:
            case AlarmKind.WAITING:
                found.append(waiting_timer(context, handoff))
            case AlarmKind.ANSWER:
                found.append(answer_timer(context, handoff))
            case AlarmKind.SILENCE:
                wait = CLOSE_AFTER - CHECK_IN_AFTER if handoff.checked_in else CHECK_IN_AFTER
                found.append(SetTimer(alarm=Alarm(ring, handoff.id), due=context.now + wait, of=handoff.origin))
            case AlarmKind.FORGET:
                due = context.now + timedelta(days=context.library.profile.content_days)
                found.append(SetTimer(alarm=Alarm(ring, handoff.id), due=due, of=handoff.origin))
    return found


def answer_timer(context: TurnContext, handoff: Handoff) -> SetTimer:
    """From now on the person may expect an answer."""
    minutes = timedelta(minutes=context.library.profile.waiting_minutes)
    return SetTimer(alarm=Alarm(AlarmKind.ANSWER, handoff.id), due=context.now + minutes, of=handoff.origin)


def most(context: TurnContext) -> int:
    """Live talks one colleague may have."""
    return context.library.profile.most_live_per_staff


def rang(context: TurnContext, alarm: Alarm, close: Close) -> Turn | None:
    """A timer looks whether its reason still holds; what became moot passes in silence."""
    if alarm.kind is AlarmKind.DANGER:
        return _raise_alert(context, alarm.id) if alarm.id in context.room.alerts else None
    handoff = context.room.handoffs.get(HandoffId(alarm.id))
    if handoff is None:
        return None
    match alarm.kind:
        case AlarmKind.WAITING if handoff.status is Status.WAITING:
            return _nobody_yet(context, handoff)
        case AlarmKind.ANSWER if handoff.status is Status.CLAIMED and handoff.waits_since is not None:
            return _no_answer(context, handoff)
        case AlarmKind.SILENCE if handoff.status is Status.CLAIMED:
            return _silence(context, handoff, close)
        case AlarmKind.LATER if handoff.live:
            return _remembered(context, handoff)
        case AlarmKind.FORGET if handoff.status is Status.CLOSED:
            return _forget(context, handoff)
        case _:
            return None


def _remembered(context: TurnContext, handoff: Handoff) -> Turn:
    """A colleague wanted to come back to this now."""
    claimer = context.room.staff.get(handoff.claimer) if handoff.claimer else None
    if handoff.later_at is None or context.now < handoff.later_at:
        return Turn(conversation=context.conversation)
    awake = replace(handoff, later_at=None, rests=False)
    room = context.room.keep(awake)
    called = [claimer] if claimer else _called(context, room, awake)
    text = say(context.library, "staff-later", alias=escaped(awake.alias), mentions=mention(called))
    note = SendStaff(text=text, place=awake.place, priority=Priority.RELAY)
    effects = (note, answer_timer(context, awake), *refresh(context.library, room, awake, context.now))
    return Turn(conversation=context.conversation, effects=effects, room=room)


def _called(context: TurnContext, room: Room, handoff: Handoff) -> Sequence[StaffMember]:
    return whom_to_call(room, handoff, most(context), context.library.profile.rules)


def _resting(context: TurnContext, handoff: Handoff) -> datetime | None:
    """Until when a colleague let it rest; never when there was danger."""
    later = handoff.later_at
    return later if later is not None and handoff.rests and not handoff.urgent and later > context.now else None


def _nobody_yet(context: TurnContext, handoff: Handoff) -> Turn:
    """Nobody took it: ring again, then at the coordinator, and tell the person honestly."""
    if not moments.is_open(context.library, context.local):
        return Turn(conversation=context.conversation, effects=(waiting_timer(context, handoff),))
    nudged = step(handoff, Event.NUDGE, context.now).handoff
    room = context.room.keep(nudged)
    called = coordinators(room) if nudged.nudges >= 2 else _called(context, room, nudged)
    minutes = int((context.now - nudged.asked_at).total_seconds() // 60)
    text = say(
        context.library, "staff-nobody-yet", minutes=minutes, mentions=mention(called), stage=min(nudged.nudges, 2)
    )
    effects: list[Effect] = [
        SendStaff(
            text=text,
            buttons=((claim_button(context.library, nudged),),),
            place=nudged.place,
            priority=Priority.RELAY,
        ),
        *refresh(context.library, room, nudged, context.now),
        waiting_timer(context, nudged)
        if nudged.nudges < 2
        else SetTimer(alarm=Alarm(AlarmKind.WAITING, nudged.id), due=context.now + _AGAIN_AFTER, of=nudged.origin),
    ]
    if nudged.nudges <= 2:
        lines = moments.open_helplines(context.library, context.audience, context.local)
        listed = "\n".join("- " + context.fill(f"{{contact:{contact.id}}}") for contact in lines)
        place = room.place_in_queue(nudged)
        said = context.say("still-waiting", place=place, stage=nudged.nudges)
        effects.append(urgent_line(f"{said}\n\n{listed}" if nudged.nudges == 2 and listed else said, context))
    return context.turn(context.conversation, *effects, room=room)


def _no_answer(context: TurnContext, handoff: Handoff) -> Turn:
    """The claimer is silent: a nudge, then back to the queue."""
    claimer = context.room.staff.get(handoff.claimer) if handoff.claimer else None
    minutes = timedelta(minutes=context.library.profile.waiting_minutes)
    until = _resting(context, handoff)
    if until is not None:
        timer = SetTimer(alarm=Alarm(AlarmKind.ANSWER, handoff.id), due=until + minutes, of=handoff.origin)
        return Turn(conversation=context.conversation, effects=(timer,))
    if not moments.is_open(context.library, context.local):
        opening = moments.next_opening(context.library, context.local)
        due = (opening.astimezone(context.now.tzinfo) if opening else context.now + timedelta(days=1)) + minutes
        timer = SetTimer(alarm=Alarm(AlarmKind.ANSWER, handoff.id), due=due, of=handoff.origin)
        return Turn(conversation=context.conversation, effects=(timer,))
    if not handoff.reply_nudged:
        after = step(handoff, Event.NUDGE, context.now)
        nudged = after.handoff
        text = say(context.library, "staff-no-answer", mentions=mention([claimer] if claimer else []))
        return Turn(
            conversation=context.conversation,
            effects=(
                SendStaff(text=text, place=nudged.place, priority=Priority.RELAY),
                *timers(context, after),
            ),
            room=context.room.keep(nudged),
        )
    after = step(handoff, Event.GIVE_BACK, context.now)
    back = after.handoff
    room = context.room.keep(back)
    text = say(context.library, "staff-given-back", mentions=mention(_called(context, room, back)))
    return context.turn(
        context.conversation,
        SendStaff(text=text, place=back.place, priority=Priority.RELAY),
        *refresh(context.library, room, back, context.now),
        urgent_line(context.say("given-back"), context),
        *timers(context, after),
        room=room,
    )


def _silence(context: TurnContext, handoff: Handoff, close: Close) -> Turn:
    last = max(filter(None, (handoff.last_person_at, handoff.last_staff_at)), default=handoff.asked_at)
    until = _resting(context, handoff)
    if until is not None:
        # It is staff who come back to it.
        later = SetTimer(alarm=Alarm(AlarmKind.SILENCE, handoff.id), due=until + CHECK_IN_AFTER, of=handoff.origin)
        return Turn(conversation=context.conversation, effects=(later,))
    if handoff.waits_since is not None or context.now - last < CHECK_IN_AFTER:
        # They wrote, so it is staff's turn; or the talk went on and this is an old timer.
        again = SetTimer(
            alarm=Alarm(AlarmKind.SILENCE, handoff.id), due=max(last, context.now) + CHECK_IN_AFTER, of=handoff.origin
        )
        return Turn(conversation=context.conversation, effects=(again,))
    if handoff.checked_in or context.now - last >= CLOSE_AFTER:
        return close(context, handoff, ClosedBy.SILENCE)
    hour = context.now.astimezone(ZoneInfo(context.library.profile.timezone)).hour
    if hour < 8 or hour >= 21:
        later = SetTimer(
            alarm=Alarm(AlarmKind.SILENCE, handoff.id), due=context.now + timedelta(hours=2), of=handoff.origin
        )
        return Turn(conversation=context.conversation, effects=(later,))
    after = step(handoff, Event.CHECK_IN, context.now)
    return context.turn(
        context.conversation,
        SendText(text=context.say("check-in"), buttons=leave_buttons(context)),
        *timers(context, after),
        room=context.room.keep(after.handoff),
    )


def _forget(context: TurnContext, handoff: Handoff) -> Turn:
    """Its day has come: the topic goes from the group; the record goes with the next purge."""
    if handoff.topic is None:
        return Turn(conversation=context.conversation)
    return Turn(conversation=context.conversation, effects=(ChangeTopic(topic=handoff.topic, deleted=True),))


def _raise_alert(context: TurnContext, identifier: str) -> Turn:
    """Nobody saw the warning: ring at who is there, then at the coordinator, then say clearly that it stops."""
    alert = context.room.alerts[identifier]
    if alert.seen_by is not None or alert.raised >= MOST_RINGS:
        return Turn(conversation=context.conversation)
    raised = replace(alert, raised=alert.raised + 1)
    room = context.room.keep(raised)
    last = raised.raised == MOST_RINGS
    called = on_duty(room) if raised.raised == 1 else coordinators(room)
    moment = f"{alert.at.astimezone(ZoneInfo(context.library.profile.timezone)):%H.%M}"
    sentence = "staff-alert-last" if last else "staff-alert-unseen"
    text = say(context.library, sentence, moment=moment, mentions=mention(called or coordinators(room)))
    seen = ((seen_button(context.library, alert),),)
    ring: list[Effect] = [SendStaff(text=text, buttons=seen, priority=Priority.CRISIS)]
    if not last:
        ring.append(
            SetTimer(alarm=Alarm(AlarmKind.DANGER, identifier), due=context.now + ALERT_AGAIN_AFTER, of=alert.origin)
        )
    return Turn(conversation=context.conversation, effects=tuple(ring), room=room)
