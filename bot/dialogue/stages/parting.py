"""The end of a talk, seen from the person: goodbye, a mark, an overview, and the way back."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue.cards import case_button, escaped, mention, refresh, say
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import ringing
from bot.dialogue.stages.human import begin, leave_buttons
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Expectation
from bot.domain.documents import TextFile
from bot.domain.effects import Button, Buttons, Count, Effect, SendFile, SendStaff, SendText
from bot.domain.ids import HandoffId
from bot.domain.inbound import TextReceived
from bot.domain.tally import Measure, minute_step
from bot.handoff.policy import whom_to_call
from bot.handoff.record import ClosedBy, Handoff
from bot.handoff.transitions import Event, step
from bot.text.masking import mask

_LONGEST_REMARK = 400


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """Buttons under a goodbye."""
    match choice.kind:
        case Kind.REOPEN:
            return _reopen(context, HandoffId(choice.value))
        case Kind.RATE:
            return _rate(context, choice.value)
        case Kind.REMARK:
            return _remark(context, HandoffId(choice.value))
        case Kind.SUMMARY:
            return _summary(context, HandoffId(choice.value))
        case _:
            return None


def leave(context: TurnContext, handoff: Handoff) -> Turn:
    """The person ends the talk."""
    return close(context, handoff, ClosedBy.PERSON)


def close(context: TurnContext, handoff: Handoff, by: ClosedBy) -> Turn:
    """End a talk from the person's side: both sides hear so, and it can be reopened."""
    after = step(handoff, Event.CLOSE, context.now, closed_by=by)
    closed = after.handoff
    room = context.room.keep(closed)
    goodbye = SendText(text=context.say(f"closed-by-{by}"), buttons=after_buttons(context, closed))
    buttons = case_button(context.library, closed) if closed.claimed_at is not None else ()
    note = SendStaff(text=say(context.library, f"staff-closed-by-{by}"), place=closed.place, buttons=buttons)
    effects = [goodbye, note, *refresh(context.library, room, closed, context.now, closed=True)]
    effects += ringing.timers(context, after)
    effects += ended(closed, context.now)
    rating = Expectation(kind=Awaited.RATING)
    return context.turn(replace(context.conversation, gone=False), *effects, room=room, expects=rating)


def ended(handoff: Handoff, now: datetime) -> list[Effect]:
    """What is counted of a talk that is over: who ended it, and how long it took."""
    audience, language = str(handoff.audience or ""), handoff.language
    counts: list[Effect] = [
        Count(measure=Measure.HUMAN, name=f"closed-by-{handoff.closed_by}", audience=audience, language=language)
    ]
    if handoff.claimed_at is not None:
        step = minute_step((now - handoff.claimed_at).total_seconds() / 60)
        counts.append(Count(measure=Measure.HANDLING, name=step, audience=audience, language=language))
    return counts


def after_buttons(context: TurnContext, handoff: Handoff) -> Buttons:
    """Five faces, and the way back."""
    faces = tuple(
        Button(label=face, choice=Choice(Kind.RATE, f"{handoff.id}_{number}").data())
        for number, face in enumerate(("😞", "🙁", "😐", "🙂", "😀"), 1)
    )
    return (faces, _after(context, handoff), *context.ways_on(human=False))


def _after(context: TurnContext, handoff: Handoff) -> tuple[Button, ...]:
    """Go on, or take along what it was about."""
    again = Button(label=context.say("button-reopen"), choice=Choice(Kind.REOPEN, handoff.id).data())
    summary = Button(label=context.say("button-summary"), choice=Choice(Kind.SUMMARY, handoff.id).data())
    return again, summary


def _rate(context: TurnContext, value: str) -> Turn | None:
    identifier, _, number = value.rpartition("_")
    handoff = context.room.handoffs.get(HandoffId(identifier))
    if handoff is None or handoff.visitor != context.conversation.visitor or number not in tuple("12345"):
        return None
    rated = replace(handoff, rating=int(number))
    room = context.room.keep(rated)
    remark = Button(label=context.say("button-remark"), choice=Choice(Kind.REMARK, rated.id).data())
    buttons = ((remark,), _after(context, rated), *context.ways_on(human=False))
    thanks = SendText(text=context.say("rated"), buttons=buttons)
    # Who changes their mind is counted once, with the mark they gave first.
    counted = () if handoff.rating is not None else (context.count(Measure.RATING, f"talk:{number}"),)
    refreshed = refresh(context.library, room, rated, context.now)
    return context.turn(context.conversation, thanks, *refreshed, *counted, room=room)


def _own(context: TurnContext, identifier: HandoffId) -> Handoff | None:
    """A closed talk of this person, as long as it is kept."""
    handoff = context.room.handoffs.get(identifier)
    if handoff is None or handoff.visitor != context.conversation.visitor or handoff.live:
        return None
    return handoff


def _remark(context: TurnContext, identifier: HandoffId) -> Turn | None:
    """The next text is one sentence for the team, and no question."""
    if _own(context, identifier) is None:
        return None
    ask = SendText(text=context.say("remark-ask"), buttons=context.ways_on(human=False))
    waits = Expectation(kind=Awaited.REMARK, subject=identifier)
    return context.turn(replace(context.conversation, gone=False), ask, expects=waits)


def remarked(context: TurnContext, identifier: HandoffId) -> Turn | None:
    """What they say beside their mark goes to the topic of the talk, personal data hidden."""
    inbound = context.inbound
    handoff = _own(context, identifier)
    if handoff is None or not isinstance(inbound, TextReceived) or not inbound.text.strip():
        return None
    words = escaped(mask(inbound.text[:_LONGEST_REMARK]).text)
    note = SendStaff(
        text=say(context.library, "staff-remark", alias=escaped(handoff.alias), words=words), place=handoff.place
    )
    thanks = SendText(text=context.say("remark-thanks"), buttons=context.ways_on(human=False))
    return context.turn(replace(context.conversation, gone=False), thanks, note)


def _summary(context: TurnContext, identifier: HandoffId) -> Turn | None:
    """When it was, what it was about and what was shared; the words themselves stand in the chat."""
    handoff = _own(context, identifier)
    if handoff is None:
        return None
    zone = context.local.tzinfo
    lines = [context.say("summary-title", organisation=context.library.profile.name), ""]
    lines.append(context.say("summary-alias", alias=handoff.alias))
    if handoff.theme:
        lines.append(context.say("summary-theme", theme=handoff.theme))
    lines.append(context.say("summary-asked", moment=f"{handoff.asked_at.astimezone(zone):%d-%m-%Y %H.%M}"))
    if handoff.claimed_at is not None:
        lines.append(context.say("summary-claimed", moment=f"{handoff.claimed_at.astimezone(zone):%d-%m-%Y %H.%M}"))
    if handoff.closed_at is not None:
        lines.append(context.say("summary-closed", moment=f"{handoff.closed_at.astimezone(zone):%d-%m-%Y %H.%M}"))
    lines += [f"- {label}: {value}" for label, value in handoff.summary]
    gone = (handoff.closed_at or context.now) + timedelta(days=context.library.profile.content_days)
    lines += ["", context.say("summary-gone", day=f"{gone.astimezone(zone):%d-%m-%Y}"), context.say("summary-contact")]
    file = SendFile(
        name=context.say("summary-file"),
        document=TextFile("\n".join(lines)),
        caption=context.say("summary-caption"),
        buttons=context.ways_on(human=False),
    )
    return context.turn(replace(context.conversation, gone=False), file)


def _reopen(context: TurnContext, identifier: HandoffId) -> Turn | None:
    """The same topic again, as long as it is there."""
    handoff = context.room.handoffs.get(identifier)
    if handoff is None or handoff.visitor != context.conversation.visitor or handoff.live:
        return None
    if context.handoff is not None:
        return None
    if context.room.blocked(handoff.visitor, context.now) and not context.conversation.alarm:
        return None
    if handoff.topic is None and handoff.topic_key:
        # Its topic never came, or is gone: start anew under a new name.
        return begin(context, context.conversation, summary=handoff.summary, with_question=False, theme=handoff.theme)
    after = step(handoff, Event.REOPEN, context.now)
    again = replace(after.handoff, address=context.arrival.origin.address)
    room = context.room.keep(again)
    called = whom_to_call(room, again, ringing.most(context), context.library.profile.rules)
    effects: list[Effect] = [
        SendText(text=context.say("reopened", alias=again.alias), buttons=leave_buttons(context)),
        *refresh(context.library, room, again, context.now, closed=False),
        SendStaff(
            text=say(context.library, "staff-reopened", mentions=mention(called)),
            place=again.place,
        ),
        *ringing.timers(context, after),
        context.count(Measure.HUMAN, "reopened"),
    ]
    return context.turn(replace(context.conversation, gone=False), *effects, room=room)
