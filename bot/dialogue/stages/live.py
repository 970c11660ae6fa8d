"""The talk with staff, seen from the person: every line goes on, and nobody is left waiting without a word."""

from datetime import datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from bot.dialogue import moments
from bot.dialogue.cards import escaped, mention, refresh, say
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import waiting
from bot.dialogue.stages.human import begin, closed_text, leave_buttons, urgent_line, waiting_timer
from bot.dialogue.turn import Turn
from bot.domain.conversation import Awaited, Expectation
from bot.domain.effects import (
    Button,
    Buttons,
    ChangeTopic,
    Count,
    Effect,
    Linked,
    Priority,
    Relay,
    RelayEdit,
    RelayReaction,
    SendFile,
    SendStaff,
    SendText,
    SetTimer,
    Side,
)
from bot.domain.ids import HandoffId, MessageId
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    Left,
    MediaKind,
    MediaReceived,
    MessageEdited,
    Reacted,
    TextReceived,
    WaitExpired,
)
from bot.domain.tally import Measure, minute_step
from bot.handoff.policy import coordinators, whom_to_call
from bot.handoff.record import ClosedBy, Handoff, Status
from bot.safety.assessment import Level
from bot.text.masking import mask

CHECK_IN_AFTER = timedelta(hours=24)
CLOSE_AFTER = timedelta(hours=48)
_AGAIN_AFTER = timedelta(minutes=60)
_LONGEST_REMARK = 400

RECOGNISABLE = frozenset({MediaKind.VOICE, MediaKind.VIDEO, MediaKind.LOCATION, MediaKind.PHOTO})
"""Voice, face and place tell who somebody is; the first one is only passed on after a yes."""
STOPPED = frozenset({MediaKind.CONTACT, MediaKind.DOCUMENT, MediaKind.OTHER})
"""A contact card holds a number, a file holds the name of its maker (EXIF, author): neither is passed on."""


def take(context: TurnContext) -> Turn | None:
    """Texts, media, edits and reactions during a talk; its timers."""
    match context.inbound:
        case WaitExpired(timer=name):
            return _timer(context, name)
        case ChoicePressed():
            return None
        case _:
            return _during(context, context.handoff) if context.handoff is not None else None


def _during(context: TurnContext, handoff: Handoff) -> Turn | None:
    match context.inbound:
        case TextReceived(text=text):
            if not text.strip():
                return None
            if handoff.status is Status.WAITING and waiting.is_for_the_bot(context):
                return None
            return _relay_text(context, handoff)
        case MediaReceived(kind=kind, message=message):
            return _relay_media(context, handoff, kind, message)
        case MessageEdited(text=text, message=message):
            hidden = mask(text)
            edit = RelayEdit(
                source=Linked(handoff=handoff.id, side=Side.PERSON, message=message),
                person=handoff.origin,
                html=_line(handoff, hidden.text, ""),
            )
            return Turn(conversation=context.conversation, effects=(edit,))
        case Reacted(emoji=emoji, message=message):
            reaction = RelayReaction(
                source=Linked(handoff=handoff.id, side=Side.PERSON, message=message),
                person=handoff.origin,
                emoji=emoji,
            )
            return Turn(conversation=context.conversation, effects=(reaction,))
        case CommandReceived(name="stop"):
            return leave(context, handoff)
        case Left():
            note = SendStaff(text=say(context.library, "staff-person-left"), place=handoff.place)
            room = context.room.keep(handoff.evolve(left=True))
            return Turn(
                conversation=context.conversation.evolve(gone=True, offers=(), expects=None), effects=(note,), room=room
            )
        case _:
            return None


def relay_effects(context: TurnContext, handoff: Handoff) -> list[Effect]:
    """A text of the person for the topic, personal data hidden until they say it may be seen."""
    inbound = context.inbound
    if not isinstance(inbound, TextReceived):
        return []
    hidden = mask(inbound.text)
    personal = hidden.found > 0 or inbound.names_account
    html = _line(handoff, hidden.text, "" if personal else inbound.styled)
    effects: list[Effect] = [
        Relay(
            source=Linked(handoff=handoff.id, side=Side.PERSON, message=inbound.message),
            person=handoff.origin,
            place=handoff.place,
            html=html,
            reply_to=inbound.reply_to,
            urgent=handoff.urgent,
        )
    ]
    if personal:
        show = Button(label=context.say("button-show"), choice=Choice(Kind.SHOW, str(inbound.message)).data())
        effects.append(SendText(text=context.say("masked"), buttons=((show,),)))
    return effects


def _line(handoff: Handoff, text: str, styled: str) -> str:
    return f"<b>{escape(handoff.alias)}:</b> {styled or escape(text, quote=False)}"


def _relay_text(context: TurnContext, handoff: Handoff) -> Turn:
    effects = relay_effects(context, handoff)
    handoff, more = heard(context, handoff)
    if context.assessment.level is Level.CONCERN and not handoff.urgent:
        effects.append(SendStaff(text=say(context.library, "staff-concern"), place=handoff.place))
    room = context.room.keep(handoff)
    conversation = context.conversation.evolve(gone=False)
    if handoff.status is Status.WAITING:
        told = bool(more) or any(isinstance(effect, SendText) for effect in effects)
        conversation, word = waiting.word_back(context, room, handoff, said=told)
        effects += word
    return context.turn(conversation, *effects, *more, room=room)


def heard(context: TurnContext, handoff: Handoff) -> tuple[Handoff, list[Effect]]:
    """The person said something: the clock for an answer starts, and outside hours they hear when it comes."""
    effects: list[Effect] = []
    first = handoff.waits_since is None
    quiet_for = context.now - (handoff.last_person_at or context.now)
    if handoff.status is Status.CLAIMED and first:
        minutes = timedelta(minutes=context.library.profile.waiting_minutes)
        effects.append(SetTimer(name=f"antwoord:{handoff.id}", due=context.now + minutes, of=handoff.origin))
    if not moments.is_open(context.library, context.local) and quiet_for > timedelta(minutes=30):
        effects.append(SendText(text=closed_text(context), buttons=leave_buttons(context)))
    handoff = handoff.evolve(
        waits_since=handoff.waits_since or context.now, last_person_at=context.now, checked_in=False, left=False
    )
    return handoff, effects


def _relay_media(context: TurnContext, handoff: Handoff, kind: MediaKind, message: MessageId) -> Turn:
    conversation = context.conversation.evolve(gone=False)
    if kind in STOPPED:
        text = context.say("media-stopped", kind=str(kind))
        return context.turn(conversation, SendText(text=text, buttons=leave_buttons(context)))
    if kind in RECOGNISABLE and not handoff.recognisable_allowed:
        yes = Button(label=context.say("button-pass-on"), choice=Choice(Kind.PASS_ON, str(message)).data())
        text = context.say("recognisable", kind=str(kind))
        return context.turn(conversation, SendText(text=text, buttons=((yes,), *leave_buttons(context))))
    handoff, more = heard(context, handoff)
    room = context.room.keep(handoff)
    receipt = [waiting.receipt(context, room, handoff)] if handoff.status is Status.WAITING and not more else []
    return context.turn(conversation, _copy(context, handoff, message), *receipt, *more, room=room)


def _copy(context: TurnContext, handoff: Handoff, message: MessageId) -> Relay:
    caption = reply_to = None
    inbound = context.inbound
    if isinstance(inbound, MediaReceived):
        reply_to = inbound.reply_to
        caption = mask(inbound.caption).text if inbound.caption else None
    return Relay(
        source=Linked(handoff=handoff.id, side=Side.PERSON, message=message),
        person=handoff.origin,
        place=handoff.place,
        caption=caption,
        reply_to=reply_to,
        urgent=handoff.urgent,
    )


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """Buttons under what the bot says during and after a talk."""
    handoff = context.handoff
    conversation = context.conversation.evolve(gone=False)
    match choice.kind:
        case Kind.LEAVE if handoff is not None:
            return leave(context, handoff)
        case Kind.SHOW | Kind.PASS_ON if handoff is not None and choice.value.isdecimal():
            allowed = handoff.evolve(recognisable_allowed=handoff.recognisable_allowed or choice.kind is Kind.PASS_ON)
            allowed, more = heard(context, allowed)
            copy = _copy(context, allowed, MessageId(int(choice.value)))
            text = SendText(text=context.say("passed-on"), buttons=leave_buttons(context))
            return context.turn(conversation, copy, text, *more, room=context.room.keep(allowed))
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
    closed = handoff.evolve(status=Status.CLOSED, closed_at=context.now, closed_by=by, waits_since=None)
    room = context.room.keep(closed)
    goodbye = SendText(text=context.say(f"closed-by-{by}"), buttons=after_buttons(context, closed))
    rating = Expectation(kind=Awaited.RATING)
    note = SendStaff(text=say(context.library, f"staff-closed-by-{by}"), place=closed.place)
    effects = [goodbye, note, *refresh(context.library, room, closed, context.now, closed=True)]
    effects.append(forget_timer(context, closed))
    effects += ended(closed, context.now)
    return context.turn(context.conversation.evolve(gone=False), *effects, room=room, expects=rating)


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


def forget_timer(context: TurnContext, handoff: Handoff) -> SetTimer:
    """When the topic and all about it goes."""
    due = context.now + timedelta(days=context.library.profile.content_days)
    return SetTimer(name=f"vergeten:{handoff.id}", due=due, of=handoff.origin)


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
    rated = handoff.evolve(rating=int(number))
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
    return context.turn(context.conversation.evolve(gone=False), ask, expects=waits)


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
    return context.turn(context.conversation.evolve(gone=False), thanks, note)


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
        content="\n".join(lines).encode("utf-8"),
        caption=context.say("summary-caption"),
        buttons=context.ways_on(human=False),
    )
    return context.turn(context.conversation.evolve(gone=False), file)


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
    again = handoff.evolve(
        status=Status.WAITING,
        claimer=None,
        claimed_at=None,
        closed_at=None,
        closed_by=None,
        asked_at=context.now,
        waits_since=context.now,
        last_person_at=context.now,
        nudges=0,
        reply_nudged=False,
        rating=None,
        address=context.arrival.origin.address,
    )
    room = context.room.keep(again)
    effects: list[Effect] = [
        SendText(text=context.say("reopened", alias=again.alias), buttons=leave_buttons(context)),
        *refresh(context.library, room, again, context.now, closed=False),
        SendStaff(
            text=say(context.library, "staff-reopened", mentions=mention(whom_to_call(room, again, _most(context)))),
            place=again.place,
        ),
        waiting_timer(context, again),
        context.count(Measure.HUMAN, "reopened"),
    ]
    return context.turn(context.conversation.evolve(gone=False), *effects, room=room)


def _most(context: TurnContext) -> int:
    return context.library.profile.most_live_per_staff


def _timer(context: TurnContext, name: str) -> Turn | None:
    """A timer looks whether its reason still holds; what became moot passes in silence."""
    kind, _, identifier = name.partition(":")
    alert = context.room.alerts.get(identifier) if kind == "signaal" else None
    if alert is not None:
        return _raise_alert(context, identifier)
    handoff = context.room.handoffs.get(HandoffId(identifier))
    if handoff is None:
        return None
    match kind:
        case "wachten" if handoff.status is Status.WAITING:
            return _nobody_yet(context, handoff)
        case "antwoord" if handoff.status is Status.CLAIMED and handoff.waits_since is not None:
            return _no_answer(context, handoff)
        case "stil" if handoff.status is Status.CLAIMED:
            return _silence(context, handoff)
        case "vergeten" if handoff.status is Status.CLOSED:
            return _forget(context, handoff)
        case _:
            return None


def _nobody_yet(context: TurnContext, handoff: Handoff) -> Turn:
    """Nobody took it: ring again, then at the coordinator, and tell the person honestly."""
    if not moments.is_open(context.library, context.local):
        return Turn(conversation=context.conversation, effects=(waiting_timer(context, handoff),))
    nudged = handoff.evolve(nudges=handoff.nudges + 1)
    room = context.room.keep(nudged)
    called = coordinators(room) if nudged.nudges >= 2 else whom_to_call(room, nudged, _most(context))
    minutes = int((context.now - nudged.asked_at).total_seconds() // 60)
    text = say(
        context.library, "staff-nobody-yet", minutes=minutes, mentions=mention(called), stage=min(nudged.nudges, 2)
    )
    effects: list[Effect] = [
        SendStaff(text=text, place=nudged.place, priority=Priority.RELAY),
        *refresh(context.library, room, nudged, context.now),
        waiting_timer(context, nudged)
        if nudged.nudges < 2
        else SetTimer(name=f"wachten:{nudged.id}", due=context.now + _AGAIN_AFTER, of=nudged.origin),
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
    if not moments.is_open(context.library, context.local):
        opening = moments.next_opening(context.library, context.local)
        due = (opening.astimezone(context.now.tzinfo) if opening else context.now + timedelta(days=1)) + minutes
        timer = SetTimer(name=f"antwoord:{handoff.id}", due=due, of=handoff.origin)
        return Turn(conversation=context.conversation, effects=(timer,))
    if not handoff.reply_nudged:
        nudged = handoff.evolve(reply_nudged=True)
        text = say(context.library, "staff-no-answer", mentions=mention([claimer] if claimer else []))
        return Turn(
            conversation=context.conversation,
            effects=(
                SendStaff(text=text, place=nudged.place, priority=Priority.RELAY),
                SetTimer(name=f"antwoord:{nudged.id}", due=context.now + minutes, of=nudged.origin),
            ),
            room=context.room.keep(nudged),
        )
    back = handoff.evolve(status=Status.WAITING, claimer=None, reply_nudged=False, nudges=0, asked_at=context.now)
    room = context.room.keep(back)
    text = say(context.library, "staff-given-back", mentions=mention(whom_to_call(room, back, _most(context))))
    return context.turn(
        context.conversation,
        SendStaff(text=text, place=back.place, priority=Priority.RELAY),
        *refresh(context.library, room, back, context.now),
        urgent_line(context.say("given-back"), context),
        waiting_timer(context, back),
        room=room,
    )


def silence_timer(handoff: Handoff, now: datetime) -> SetTimer:
    """Ring when the person says nothing for a day."""
    return SetTimer(name=f"stil:{handoff.id}", due=now + CHECK_IN_AFTER, of=handoff.origin)


def _silence(context: TurnContext, handoff: Handoff) -> Turn:
    last = max(filter(None, (handoff.last_person_at, handoff.last_staff_at)), default=handoff.asked_at)
    if handoff.waits_since is not None or context.now - last < CHECK_IN_AFTER:
        # They wrote, so it is staff's turn; or the talk went on and this is an old timer.
        again = SetTimer(name=f"stil:{handoff.id}", due=max(last, context.now) + CHECK_IN_AFTER, of=handoff.origin)
        return Turn(conversation=context.conversation, effects=(again,))
    if handoff.checked_in or context.now - last >= CLOSE_AFTER:
        return close(context, handoff, ClosedBy.SILENCE)
    hour = context.now.astimezone(ZoneInfo(context.library.profile.timezone)).hour
    if hour < 8 or hour >= 21:
        later = SetTimer(name=f"stil:{handoff.id}", due=context.now + timedelta(hours=2), of=handoff.origin)
        return Turn(conversation=context.conversation, effects=(later,))
    asked = handoff.evolve(checked_in=True)
    due = SetTimer(name=f"stil:{handoff.id}", due=context.now + (CLOSE_AFTER - CHECK_IN_AFTER), of=handoff.origin)
    return context.turn(
        context.conversation,
        SendText(text=context.say("check-in"), buttons=leave_buttons(context)),
        due,
        room=context.room.keep(asked),
    )


def _forget(context: TurnContext, handoff: Handoff) -> Turn:
    """Its day has come: the topic goes from the group; the record goes with the next purge."""
    if handoff.topic is None:
        return Turn(conversation=context.conversation)
    return Turn(conversation=context.conversation, effects=(ChangeTopic(topic=handoff.topic, deleted=True),))


def _raise_alert(context: TurnContext, identifier: str) -> Turn:
    """Nobody saw the warning: ring once more, then at the coordinator."""
    alert = context.room.alerts[identifier]
    if alert.seen_by is not None or alert.raised >= 3:
        return Turn(conversation=context.conversation)
    raised = alert.evolve(raised=alert.raised + 1)
    room = context.room.keep(raised)
    called = coordinators(room) if raised.raised >= 2 else whom_to_call(room, None, 1_000)
    moment = f"{alert.at.astimezone(ZoneInfo(context.library.profile.timezone)):%H.%M}"
    text = say(context.library, "staff-alert-unseen", moment=moment, mentions=mention(called or coordinators(room)))
    return Turn(
        conversation=context.conversation,
        effects=(
            SendStaff(text=text, priority=Priority.CRISIS),
            SetTimer(name=f"signaal:{identifier}", due=context.now + ALERT_AGAIN_AFTER, of=alert.origin),
        ),
        room=room,
    )


ALERT_AGAIN_AFTER = timedelta(minutes=5)
"""A warning that nobody acknowledged rings again after this."""
