"""Pictures that belong together: gathered, asked about once, and passed on as one."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue.choices import Choice, Kind
from bot.dialogue.context import TurnContext
from bot.dialogue.stages.human import leave_buttons
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import Button, Effect, Linked, ReactToStaff, Relay, SendText, SetTimer, Side
from bot.domain.ids import HandoffId, MessageId
from bot.domain.inbound import MediaKind
from bot.handoff.record import Album, Handoff

RECOGNISABLE = frozenset({MediaKind.VOICE, MediaKind.VIDEO, MediaKind.LOCATION, MediaKind.PHOTO})
"""Voice, face and place tell who somebody is; the first one of each kind is only passed on after a yes."""
SENT = "👍"
"""Under a line of staff: it was sent."""
GATHER = timedelta(seconds=1)
"""So long the parts of an album are waited for."""


def gathering(now: datetime, handoff: Handoff) -> SetTimer:
    """When the album is taken to be complete; every part sets it anew."""
    return SetTimer(alarm=Alarm(AlarmKind.ALBUM, handoff.id), due=now + GATHER, of=handoff.origin)


def ask_for(context: TurnContext, kind: str, message: MessageId) -> SendText:
    """May something in which they can be recognised be passed on? A yes is about this kind."""
    yes = Button(label=context.say("button-pass-on"), choice=Choice(Kind.PASS_ON, f"{kind}_{message}").data())
    text = context.say("recognisable", kind=kind)
    return SendText(text=text, buttons=((yes,), *leave_buttons(context)))


def with_part(
    handoff: Handoff,
    name: str,
    side: Side,
    kind: str,
    message: MessageId,
    *,
    internal: bool = False,
    without_captions: bool = False,
    file: str = "",
    beside: str = "",
) -> Handoff:
    """One more picture of an album that is being gathered."""
    known = next((a for a in handoff.albums if a.name == name and a.side is side and not a.asked), None)
    album = known or Album(name=name, side=side, kind=kind)
    album = replace(
        album,
        messages=(*album.messages, message),
        files=(*album.files, file),
        beside=album.beside or beside,
        internal=album.internal or internal,
        without_captions=album.without_captions or without_captions,
    )
    return replace(handoff, albums=(*(other for other in handoff.albums if other is not known), album))


def album_complete(context: TurnContext, alarm: Alarm) -> Turn | None:
    """The parts came in; they go on as one, or are asked about once."""
    handoff = context.room.handoffs.get(HandoffId(alarm.id))
    if alarm.kind is not AlarmKind.ALBUM or handoff is None or not handoff.live:
        return None
    effects: list[Effect] = []
    left: list[Album] = [album for album in handoff.albums if album.asked]
    for album in (album for album in handoff.albums if not album.asked):
        if album.side is Side.STAFF:
            if not album.internal:
                relay = as_one(handoff, album)
                receipts = [ReactToStaff(message=m, emoji=SENT, after=relay.source) for m in album.messages]
                effects += [relay, *receipts]
        elif album.kind in RECOGNISABLE and album.kind not in handoff.allowed_kinds:
            effects.append(ask_for(context, album.kind, album.messages[0]))
            left.append(replace(album, asked=True, without_captions=True))
        else:
            effects.append(as_one(handoff, album))
    room = context.room.keep(replace(handoff, albums=tuple(left[-5:])))
    return context.turn(context.conversation, *effects, room=room)


def as_one(handoff: Handoff, album: Album) -> Relay:
    """All pictures of an album in one go; a single one is an ordinary copy."""
    source = Linked(handoff=handoff.id, side=album.side, message=album.messages[0])
    alone = len(album.messages) == 1
    return Relay(
        source=source,
        person=handoff.origin,
        place=handoff.place,
        urgent=handoff.urgent,
        album=album.messages,
        file=album.files[0] if album.files else "",
        files=album.files,
        beside=album.beside,
        without_captions=album.without_captions,
        caption="" if alone and album.without_captions else None,
    )
