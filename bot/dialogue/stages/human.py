"""Asking for a human: first what staff will see, then yes, then a place in the queue."""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue import moments
from bot.dialogue.cards import escaped
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.flowing import shared_so_far
from bot.dialogue.library import localised
from bot.dialogue.stages.announcing import MOST_LABELS, announce, subjects, told_elsewhere
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Awaited, Conversation, Expectation
from bot.domain.effects import (
    Button,
    Buttons,
    Effect,
    Linked,
    Relay,
    SendText,
    SetTimer,
    Side,
    UnknownOutcome,
)
from bot.domain.ids import DUTCH, HandoffId
from bot.domain.inbound import CommandReceived
from bot.domain.tally import Measure
from bot.flow.definition import Flow
from bot.flow.session import read_session
from bot.handoff.alias import alias_for
from bot.handoff.record import Handoff
from bot.handoff.room import Room
from bot.handoff.rules import sorted_out
from bot.safety.assessment import Level


def take(context: TurnContext) -> Turn | None:
    """``/mens``; the buttons come in by :func:`chosen`."""
    match context.inbound:
        case CommandReceived(name="mens"):
            return ask(context)
        case _:
            return None


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """The turn of a choice that is about a human; None for any other."""
    match choice.kind:
        case Kind.HUMAN:
            return ask(context)
        case Kind.SHARE if choice.value == "no":
            text = context.say("share-declined")
            return context.turn(context.conversation, SendText(text=text, buttons=context.ways_on()))
        case Kind.SHARE if choice.value == "details":
            return _details(context)
        case Kind.SHARE:
            return _agreed(context, choice.value)
        case _:
            return None


def _agreed(context: TurnContext, value: str) -> Turn:
    """A yes is about what was shown with it; when that has changed since, it is shown again and asked anew."""
    how, _, stamp = value.partition("_")
    if how not in ("all", "bare") or stamp != _stamp(context):
        return ask(context)
    return _share(context, with_question=how == "all")


def _stamp(context: TurnContext) -> str:
    """Names what would be shared now, so that an old button cannot share something newer."""
    shared = (context.conversation.last_question, theme_of(context), shared_so_far(context, own_words=True))
    return hashlib.sha256(repr(shared).encode()).hexdigest()[:8]


def _share_choice(context: TurnContext, how: str) -> str:
    return Choice(Kind.SHARE, f"{how}_{_stamp(context)}").data()


def ask(context: TurnContext) -> Turn:
    """Show what will be shared and ask whether that is all right; nothing is shared yet."""
    conversation = replace(context.conversation, gone=False)
    live = context.handoff
    if live is not None:
        text = context.say("already-waiting" if live.claimer is None else "already-talking", alias=live.alias)
        return context.turn(conversation, SendText(text=text, buttons=leave_buttons(context)))
    block = context.room.blocked(conversation.visitor, context.now)
    if block is not None and not conversation.alarm:
        until = moments.in_words(block.until.astimezone(context.local.tzinfo), context.language, context.local)
        return context.turn(conversation, SendText(text=context.say("blocked", until=until), buttons=context.ways_on()))
    return context.turn(conversation, preview(context), expects=consent(context))


def consent(context: TurnContext) -> Expectation:
    """A yes passes it on, a no does not; nothing else does either."""
    return Expectation(
        kind=Awaited.CONSENT,
        yes=_share_choice(context, "all"),
        no=Choice(Kind.SHARE, "no").data(),
        again="share-again",
        subject=TO_BE_CALLED if wants_to_be_called(context) else "",
    )


def wants_to_be_called(context: TurnContext) -> bool:
    """Whether the consent that is waited for is one to be called back."""
    expects = context.conversation.expects
    return expects is not None and expects.kind is Awaited.CONSENT and expects.subject == TO_BE_CALLED


def preview(context: TurnContext) -> SendText:
    """The question that goes before every handoff, short enough to see its buttons on a phone."""
    open_now = moments.is_open(context.library, context.local)
    everything = shared_so_far(context, own_words=True)
    question = None if everything else context.conversation.last_question
    text = _short(context, everything, open_now=open_now, question=question is not None)
    yes = "button-share" if open_now else "button-share-closed"
    rows = [(Button(label=context.say(yes), choice=_share_choice(context, "all")),)]
    if everything and everything != shared_so_far(context, own_words=False):
        rows.append((Button(label=context.say("button-share-no-words"), choice=_share_choice(context, "bare")),))
    if question is not None:
        rows.append((Button(label=context.say("button-share-bare"), choice=_share_choice(context, "bare")),))
    rows.append((Button(label=context.say("button-share-no"), choice=Choice(Kind.SHARE, "no").data()),))
    rows.append((Button(label=context.say("button-share-details"), choice=Choice(Kind.SHARE, "details").data()),))
    return SendText(text=text, buttons=(*rows, *context.ways_on(menu=False, human=False)))


LONGEST_CONSENT = 350
"""More pushes the buttons off a phone."""
_LONGEST_THEME = 60


def _short(context: TurnContext, everything: tuple[tuple[str, str], ...], *, open_now: bool, question: bool) -> str:
    """Who, when, what they see and what not, and the question; long answers only by their number."""
    when = _ahead(context) if open_now else _next_opening(context)
    seen = [context.say("share-alias"), context.say("share-audience")]
    theme = theme_of(context)
    if theme:
        short = theme if len(theme) <= _LONGEST_THEME else f"{theme[: _LONGEST_THEME - 1].rstrip()}…"
        seen.append(context.say("share-theme", theme=short))
    if question:
        seen.append(context.say("share-question"))
    after = context.say("share-what-follows")
    answers = [f"{escaped(label)}: {escaped(value)}" for label, value in everything]
    counted = [context.say("share-answers", count=len(everything))] if everything else []
    for told in (answers, counted):
        listed = f"{context.say('share-list')} {'; '.join((*seen, *told, after))}."
        parts = (context.say("share-intro"), when, listed, context.say("share-not"), context.say("share-ask"))
        text = f"{parts[0]} {parts[1]}\n\n{parts[2]} {parts[3]}\n\n{parts[4]}"
        if len(text) <= LONGEST_CONSENT:
            return text
    over = len(text) - LONGEST_CONSENT
    if theme and len(short) > over + 1:
        # The subject is named whole behind "Wat gebeurt er precies?".
        text = text.replace(short, f"{short[: -over - 1].rstrip(' …')}…", 1)
    return text


def _details(context: TurnContext) -> Turn:
    """All that happens after a yes, line by line; the question stands as before."""
    open_now = moments.is_open(context.library, context.local)
    lines = [context.say("share-who"), _when(context) if open_now else closed_text(context)]
    shared = [context.say("share-alias"), context.say("share-audience")]
    theme = theme_of(context)
    if theme:
        shared.append(context.say("share-theme", theme=theme))
    everything = shared_so_far(context, own_words=True)
    shared += [f"{escaped(label)}: {escaped(value)}" for label, value in everything]
    if not everything and context.conversation.last_question is not None:
        shared.append(context.say("share-question"))
    shared.append(context.say("share-what-follows"))
    lines.append(context.say("share-list") + "\n\n" + "\n".join(f"- {line}" for line in shared))
    lines += [context.say("share-not"), context.say("share-danger"), context.say("share-ask")]
    shown = preview(context)
    details = Choice(Kind.SHARE, "details").data()
    instead: Buttons = ()
    if everything:
        change = Choice(Kind.FLOW_ACTION, "change").data()
        instead = ((Button(label=context.say("button-share-change"), choice=change),),)
    at = next(at for at, row in enumerate(shown.buttons) if any(button.choice == details for button in row))
    buttons = (*shown.buttons[:at], *instead, *shown.buttons[at + 1 :])
    text = SendText(text="\n\n".join(lines), buttons=buttons)
    return context.turn(replace(context.conversation, gone=False), text, expects=consent(context))


def theme_of(context: TurnContext) -> str:
    """What it is about, in the words of the content: the flow's title, else the last answer's."""
    flow = _flow(context)
    if flow is not None:
        return localised(flow.title, context.language, context.audience)
    entry = context.library.entries.get(context.conversation.last_entry) if context.conversation.last_entry else None
    return "" if entry is None else localised(entry.title, context.language, context.audience)


def _when(context: TurnContext) -> str:
    """How long it may take, from who is waiting already; a promise of a place, not of minutes."""
    return f"{_ahead(context)} {context.say('share-patience')}"


def _ahead(context: TurnContext) -> str:
    """Who is before them; or that the team cannot be reached at all."""
    if context.room.group.away_since is not None:
        return context.say("team-away-now")
    return context.say("share-open", ahead=len(context.room.queue()))


def closed_text(context: TurnContext) -> str:
    """When a human answers, and who can be reached now."""
    when = _next_opening(context)
    lines = moments.open_helplines(context.library, context.audience, context.local)
    if not lines:
        return when
    listed = "\n".join("- " + context.fill(f"{{contact:{contact.id}}}") for contact in lines)
    return f"{when}\n\n{context.say('closed-helplines')}\n\n{listed}"


def _next_opening(context: TurnContext) -> str:
    opening = moments.next_opening(context.library, context.local)
    if opening is None:
        return context.say("closed-unknown")
    return context.say("closed-until", moment=moments.in_words(opening, context.language, context.local))


TO_BE_CALLED = "bel"
"""Subject of a consent that somebody asked for who wants to be called back."""


def waiting_buttons(context: TurnContext, handoff: Handoff) -> Buttons:
    """Under what is said while nobody is there: to be called back, to leave a message, or to stop."""
    away = context.room.group.away_since is not None
    if not away and moments.is_open(context.library, context.local):
        return leave_buttons(context)
    call = Button(label=context.say("button-call-back"), choice=Choice(Kind.CALL_BACK).data())
    message = Button(label=context.say("button-message"), choice=Choice(Kind.MESSAGE).data())
    return (*(() if handoff.call_back else ((call,),)), (message,), *leave_buttons(context))


def leave_buttons(context: TurnContext) -> tuple[tuple[Button, ...], ...]:
    """Under everything the bot says during a talk."""
    leave = Button(label=context.say("button-leave"), choice=Choice(Kind.LEAVE).data())
    return ((leave,), *context.ways_on(human=False))


def _share(context: TurnContext, *, with_question: bool) -> Turn:
    if context.handoff is not None or (
        context.room.blocked(context.conversation.visitor, context.now) and not context.conversation.alarm
    ):
        return ask(context)
    conversation = replace(context.conversation, gone=False, misses=0)
    summary = shared_so_far(context, own_words=with_question)
    return begin(context, conversation, summary=summary, with_question=with_question and not summary)


def begin(
    context: TurnContext,
    conversation: Conversation,
    *,
    summary: tuple[tuple[str, str], ...],
    with_question: bool,
    theme: str = "",
    urgent: bool = False,
) -> Turn:
    """Put the person in the queue: a topic, a card, a word to both sides, and a timer so that nobody is forgotten."""
    in_danger = Level(conversation.alarm).alarming if conversation.alarm else False
    handoff = Handoff(
        id=HandoffId(hashlib.sha256(f"{context.arrival.cause}/{conversation.visitor}".encode()).hexdigest()[:10]),
        alias=alias_for(f"{context.arrival.cause}/{conversation.visitor}", context.room.aliases()),
        visitor=conversation.visitor,
        address=context.arrival.origin.address,
        lane=context.arrival.origin.lane,
        channel=context.arrival.origin.channel,
        audience=conversation.audience,
        language=context.language,
        asked_at=context.now,
        urgent=urgent or in_danger,
        theme=theme or _dutch_theme(context),
        subjects=subjects(context, _flow(context)),
        summary=summary,
        entry=conversation.last_entry,
        waits_since=context.now,
        last_person_at=context.now,
    )
    handoff = replace(handoff, topic_key=f"topic/{handoff.id}" if context.room.group.forum else "")
    handoff = sorted_out(context.library.profile.rules, handoff, MOST_LABELS)
    room = context.room.keep(handoff)
    buttons = waiting_buttons(context, handoff)
    effects: list[Effect] = [SendText(text=_waiting_text(context, room, handoff), buttons=buttons)]
    effects += announce(context, room, handoff)
    effects += told_elsewhere(context, room, handoff)
    effects.append(context.count(Measure.HUMAN, "asked"))
    question = conversation.last_question
    if with_question and question is not None:
        effects.append(
            Relay(
                source=Linked(handoff=handoff.id, side=Side.PERSON, message=question),
                person=handoff.origin,
                place=handoff.place,
                urgent=handoff.urgent,
            )
        )
    effects.append(waiting_timer(context, handoff))
    return context.turn(replace(conversation, last_question=None, flow=""), *effects, room=room)


def _flow(context: TurnContext) -> Flow | None:
    session = read_session(context.conversation.flow)
    return context.library.flows.get(session.flow) if session is not None else None


def _dutch_theme(context: TurnContext) -> str:
    flow = _flow(context)
    if flow is not None:
        return localised(flow.title, DUTCH, context.audience)
    entry = context.library.entries.get(context.conversation.last_entry) if context.conversation.last_entry else None
    return "" if entry is None else localised(entry.title, DUTCH, context.audience)


def waiting_timer(context: TurnContext, handoff: Handoff) -> SetTimer:
    """Ring when nobody took it in time; a closed hour does not count."""
    return SetTimer(alarm=Alarm(AlarmKind.WAITING, handoff.id), due=_due(context, context.now), of=handoff.origin)


def _due(context: TurnContext, start: datetime) -> datetime:
    minutes = timedelta(minutes=context.library.profile.waiting_minutes)
    if moments.is_open(context.library, context.local):
        return start + minutes
    opening = moments.next_opening(context.library, context.local)
    return start + timedelta(days=1) if opening is None else opening.astimezone(start.tzinfo) + minutes


def _waiting_text(context: TurnContext, room: Room, handoff: Handoff) -> str:
    if room.group.away_since is not None:
        return context.say("waiting-away", alias=handoff.alias)
    if moments.is_open(context.library, context.local):
        place = room.place_in_queue(handoff)
        return context.say("waiting-open", alias=handoff.alias, place=place)
    opening = moments.next_opening(context.library, context.local)
    if opening is None:
        return context.say("waiting-closed-unknown", alias=handoff.alias)
    moment = moments.in_words(opening, context.language, context.local)
    return context.say("waiting-closed", alias=handoff.alias, moment=moment)


def urgent_line(text: str, to: TurnContext) -> SendText:
    """Something the person must hear even after a crash."""
    return SendText(text=text, buttons=leave_buttons(to), on_unknown=UnknownOutcome.RESEND)
