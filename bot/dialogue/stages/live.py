"""The talk with staff, seen from the person: every line goes on, and whoever wrote it hears when it does not."""

from dataclasses import replace
from datetime import timedelta
from html import escape

from bot.dialogue import moments
from bot.dialogue.cards import say
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages import parting, ringing, waiting
from bot.dialogue.stages.albums import RECOGNISABLE, album_complete, as_one, ask_for, gathering, with_part
from bot.dialogue.stages.human import closed_text, leave_buttons
from bot.dialogue.turn import Turn
from bot.domain.effects import (
    Button,
    Effect,
    Linked,
    Priority,
    Relay,
    RelayEdit,
    RelayReaction,
    SendStaff,
    SendText,
    Side,
)
from bot.domain.ids import MessageId
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
from bot.handoff.record import Handoff, Status
from bot.handoff.transitions import Event, step
from bot.safety.assessment import Level
from bot.text.masking import mask

STOPPED = frozenset({MediaKind.CONTACT, MediaKind.DOCUMENT, MediaKind.OTHER})
"""A contact card holds a number, a file holds the name of its maker (EXIF, author): neither is passed on."""
_SAY_AGAIN = timedelta(minutes=30)


def take(context: TurnContext) -> Turn | None:
    """Texts, media, edits and reactions during a talk; its timers."""
    match context.inbound:
        case WaitExpired(alarm=alarm):
            return album_complete(context, alarm) or ringing.rang(context, alarm, parting.close)
        case ChoicePressed():
            return None
        case _:
            return _during(context, context.handoff) if context.handoff is not None else None


def _during(context: TurnContext, handoff: Handoff) -> Turn | None:
    match context.inbound:
        case TextReceived(text=text) if not text.strip():
            return None
        case TextReceived() if handoff.status is Status.WAITING and waiting.is_for_the_bot(context):
            return None
        case TextReceived() | MediaReceived():
            return _pass_on(context, handoff)
        case MessageEdited(text=text, media=media):
            if not text.strip() and not media:
                return Turn(conversation=context.conversation)
            return _pass_on(context, handoff)
        case Reacted(emoji=emoji, message=message):
            reaction = RelayReaction(source=_linked(handoff, message), person=handoff.origin, emoji=emoji)
            return Turn(conversation=context.conversation, effects=(reaction,))
        case CommandReceived(name="stop"):
            return parting.leave(context, handoff)
        case Left():
            note = SendStaff(text=say(context.library, "staff-person-left"), place=handoff.place)
            room = context.room.keep(step(handoff, Event.LEFT, context.now).handoff)
            conversation = replace(context.conversation, gone=True, offers=(), expects=None)
            return Turn(conversation=conversation, effects=(note,), room=room)
        case _:
            return None


def _pass_on(context: TurnContext, handoff: Handoff) -> Turn:
    changed, effects = passed_on(context, handoff)
    conversation = replace(context.conversation, gone=False)
    if not isinstance(context.inbound, MessageEdited):
        changed, more = heard(context, changed)
        if changed.status is Status.WAITING:
            told = bool(more) or any(isinstance(effect, SendText) for effect in effects)
            away = context.room.group.away_since is not None
            album = isinstance(context.inbound, MediaReceived) and bool(context.inbound.album)
            conversation, word = waiting.word_back(context, context.room, changed, said=told or album or away)
            effects += word
        effects += more
    if context.assessment.level is Level.CONCERN and not changed.urgent:
        effects.append(SendStaff(text=say(context.library, "staff-concern"), place=changed.place))
    room = context.room.keep(changed) if changed != handoff else None
    return context.turn(conversation, *effects, room=room)


def passed_on(context: TurnContext, handoff: Handoff) -> tuple[Handoff, list[Effect]]:
    """What the person said, for the topic, however they said it; personal data hidden until they say otherwise."""
    match context.inbound:
        case TextReceived():
            return handoff, _text(context, handoff, context.inbound)
        case CommandReceived(name=name, argument=argument, message=message):
            words = mask(f"/{name} {argument}".strip()).text
            return handoff, [_words(handoff, message, _line(handoff, words))]
        case MessageEdited():
            return handoff, _edited(context, handoff, context.inbound)
        case MediaReceived():
            return _media(context, handoff, context.inbound)
        case _:
            return handoff, []


def _text(context: TurnContext, handoff: Handoff, inbound: TextReceived) -> list[Effect]:
    hidden = mask(inbound.text)
    personal = hidden.found > 0 or inbound.names_account
    html = _line(handoff, hidden.text, "" if personal else inbound.styled)
    effects: list[Effect] = [_words(handoff, inbound.message, html, reply_to=inbound.reply_to)]
    if personal:
        show = Button(label=context.say("button-show"), choice=Choice(Kind.SHOW, str(inbound.message)).data())
        effects.append(SendText(text=context.say("masked"), buttons=((show,),)))
    return effects


def _edited(context: TurnContext, handoff: Handoff, inbound: MessageEdited) -> list[Effect]:
    """The counterpart changes; when the new words are alarming they come as a line of their own, so they are seen."""
    hidden = mask(inbound.text).text
    if context.assessment.level.alarming:
        html = f"✏️ {_line(handoff, hidden)}"
        return [_words(handoff, inbound.message, html, part=f"edit/{context.arrival.cause}"[-60:])]
    html = escape(hidden, quote=False) if inbound.media else _line(handoff, hidden)
    source = _linked(handoff, inbound.message)
    return [RelayEdit(source=source, person=handoff.origin, html=html, media=inbound.media, place=handoff.place)]


def _linked(handoff: Handoff, message: MessageId) -> Linked:
    return Linked(handoff=handoff.id, side=Side.PERSON, message=message)


def _line(handoff: Handoff, text: str, styled: str = "") -> str:
    return f"<b>{escape(handoff.alias)}:</b> {styled or escape(text, quote=False)}"


def _words(
    handoff: Handoff, message: MessageId, html: str, *, reply_to: MessageId | None = None, part: str = ""
) -> Relay:
    return Relay(
        source=_linked(handoff, message),
        person=handoff.origin,
        place=handoff.place,
        html=html,
        reply_to=reply_to,
        urgent=handoff.urgent,
        part=part,
    )


def heard(context: TurnContext, handoff: Handoff) -> tuple[Handoff, list[Effect]]:
    """The person said something: the clock for an answer starts, and they hear when nobody can read it now."""
    effects: list[Effect] = []
    before = handoff.last_person_at or context.now
    quiet = context.now - before > _SAY_AGAIN
    after = step(handoff, Event.HEARD, context.now)
    effects += ringing.timers(context, after)
    away = context.room.group.away_since
    if away is not None:
        if quiet or before <= away:
            kept = context.say("team-away-kept")
            effects.append(SendText(text=kept, buttons=leave_buttons(context), priority=Priority.RELAY))
    elif not moments.is_open(context.library, context.local) and quiet:
        effects.append(SendText(text=closed_text(context), buttons=leave_buttons(context)))
    return after.handoff, effects


def _media(context: TurnContext, handoff: Handoff, inbound: MediaReceived) -> tuple[Handoff, list[Effect]]:
    """Words that stand under something go on at once; what it shows only when that may be."""
    kind, message = inbound.kind, inbound.message
    hidden = mask(inbound.caption)
    may_go = kind not in RECOGNISABLE or str(kind) in handoff.allowed_kinds
    telling = hidden.found > 0 or inbound.names_account
    apart = bool(inbound.caption.strip()) and (kind in STOPPED or not may_go or bool(inbound.album and telling))
    effects: list[Effect] = []
    if apart:
        line = _line(handoff, f"[{say(context.library, 'kind-' + kind)}] {hidden.text}")
        effects.append(_words(handoff, message, line, part="words"))
    if kind in STOPPED:
        text = context.say("media-stopped", kind=str(kind))
        return handoff, [*effects, SendText(text=text, buttons=leave_buttons(context))]
    if inbound.album:
        handoff = with_part(handoff, inbound.album, Side.PERSON, kind, message, without_captions=apart)
        return handoff, [*effects, gathering(context.now, handoff)]
    if not may_go:
        return handoff, [*effects, ask_for(context, kind, message)]
    caption = hidden.text if inbound.caption else None
    return handoff, [*effects, _copy(handoff, message, caption=caption, reply_to=inbound.reply_to)]


def _copy(
    handoff: Handoff,
    message: MessageId,
    *,
    caption: str | None = None,
    reply_to: MessageId | None = None,
    part: str = "",
) -> Relay:
    return Relay(
        source=_linked(handoff, message),
        person=handoff.origin,
        place=handoff.place,
        caption=caption,
        reply_to=reply_to,
        urgent=handoff.urgent,
        part=part,
    )


def chosen(context: TurnContext, choice: Choice) -> Turn | None:
    """Buttons under what the bot says during and after a talk."""
    handoff = context.handoff
    match choice.kind:
        case Kind.LEAVE if handoff is not None:
            return parting.leave(context, handoff)
        case Kind.SHOW if handoff is not None and choice.value.isdecimal():
            # A line that was masked follows as a copy: that is another message of the same source.
            return _allowed(context, handoff, _copy(handoff, MessageId(int(choice.value)), part="copy"))
        case Kind.PASS_ON if handoff is not None:
            return _consented(context, handoff, choice.value)
        case _:
            return parting.chosen(context, choice)


def _consented(context: TurnContext, handoff: Handoff, value: str) -> Turn | None:
    """A yes for one kind of media; what stood under it went on already, without what says who they are."""
    kind, _, number = value.rpartition("_")
    if not number.isdecimal():
        return None
    message = MessageId(int(number))
    album = next((a for a in handoff.albums if a.side is Side.PERSON and message in a.messages), None)
    if kind and kind not in handoff.allowed_kinds:
        handoff = replace(handoff, allowed_kinds=(*handoff.allowed_kinds, kind))
    handoff = replace(handoff, albums=tuple(other for other in handoff.albums if other is not album))
    return _allowed(context, handoff, _copy(handoff, message, caption="") if album is None else as_one(handoff, album))


def _allowed(context: TurnContext, handoff: Handoff, relay: Relay) -> Turn:
    handoff, more = heard(context, handoff)
    said = SendText(text=context.say("passed-on"), buttons=leave_buttons(context))
    conversation = replace(context.conversation, gone=False)
    return context.turn(conversation, relay, said, *more, room=context.room.keep(handoff))
