"""``/nieuws``: something for everybody who asked for it; two pairs of eyes, and never at night."""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue import moments
from bot.dialogue.cards import escaped
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.context import TurnContext
from bot.dialogue.staffroom.desk import Move, local
from bot.dialogue.stages.news import off_button
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Priority, SendStaff, SendText, SetTimer, TopicPlace, UnknownOutcome
from bot.domain.ids import DUTCH, LaneKey, SealedAddress
from bot.domain.inbound import Origin, StaffCommanded, Staffer
from bot.domain.news import Bulletin, Subscriber
from bot.handoff.policy import colleagues
from bot.insight.suppression import THRESHOLD

_LONGEST = 1500
_TOGETHER = 50
"""So many messages are made in one turn; the next ones follow by a timer."""
_FIRST_HOUR, _LAST_HOUR = 9, 20
_AFTER_DANGER = timedelta(days=2)
"""Whoever was in danger is left alone for a while."""
_ALL, _NOT = "allen", "niet"


def command(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/nieuws``: who wants it; ``/nieuws tekst``: see it first, then send it."""
    text = sent.argument.strip()
    if not move.library.profile.news:
        move.tell(move.say("news-not-on"), place)
    elif not text:
        move.tell(move.say("news-how", count=_counted(len(_wanting(move, None)))), place)
    elif len(text) > _LONGEST:
        move.tell(move.say("news-too-long", most=_LONGEST), place)
    else:
        bulletin = Bulletin(
            id=hashlib.sha256(f"news/{move.arrival.cause}/{sent.message}".encode()).hexdigest()[:10],
            text=text,
            by=sent.staff.key,
            at=move.now,
        )
        move.room = move.room.keep(bulletin)
        rows = [(_button(move, bulletin, f"button-news-{one}", str(one), _wanting(move, one)),) for one in Audience]
        rows.append((_button(move, bulletin, "button-news-all", _ALL, _wanting(move, None)),))
        drop = Button(label=move.say("button-news-drop"), choice=staff_choice(StaffKind.NEWS, bulletin.id, _NOT))
        shown = move.say("news-preview") + "\n\n" + _quoted(text)
        move.effects.append(SendStaff(text=shown, place=place, buttons=(*rows, (drop,))))


def pressed(move: Move, staff: Staffer, identifier: str, what: str) -> None:
    """Send it, or not."""
    bulletin = move.room.bulletins.get(identifier)
    if bulletin is None or bulletin.begun or bulletin.done:
        move.toast = move.say("news-done-already")
        return
    audience = next((one for one in Audience if one == what), None)
    if what == _NOT:
        move.room = move.room.keep(replace(bulletin, done=True, text=""))
        move.tell(move.say("news-dropped"))
    elif audience is None and what != _ALL:
        move.toast = move.say("refused-old-button")
    elif not _may_send(move, bulletin, staff):
        move.toast = move.say("news-second-pair")
    else:
        begun = replace(bulletin, begun=True, audience=audience)
        move.room = move.room.keep(begun)
        due = _daytime(local(move))
        if due > local(move):
            when = moments.in_words(due, DUTCH, local(move))
            move.tell(move.say("news-later", moment=when))
        move.effects.append(SetTimer(alarm=Alarm(AlarmKind.NEWS, begun.id), due=due.astimezone(move.now.tzinfo)))
        move.toast = move.say("toast-thanks")


def rang(move: Move, identifier: str) -> None:
    """The next ones get it; whoever is in a talk or was in danger is left alone."""
    bulletin = move.room.bulletins.get(identifier)
    if bulletin is None or not bulletin.begun or bulletin.done:
        return
    due = _daytime(local(move))
    if due > local(move):
        # Late, because the bot stood still: the night is for sleeping all the same.
        move.effects.append(SetTimer(alarm=Alarm(AlarmKind.NEWS, identifier), due=due.astimezone(move.now.tzinfo)))
        return
    rest = [one for one in _wanting(move, bulletin.audience) if one.visitor > bulletin.reached]
    now, later = rest[:_TOGETHER], rest[_TOGETHER:]
    told = [one for one in now if not _busy(move, one)]
    move.effects += [_message(move, one, bulletin.text) for one in told]
    sent = bulletin.sent + len(told)
    if later:
        move.room = move.room.keep(replace(bulletin, reached=now[-1].visitor, sent=sent))
        move.effects.append(SetTimer(alarm=Alarm(AlarmKind.NEWS, identifier), due=move.now + timedelta(seconds=2)))
    else:
        move.room = move.room.keep(replace(bulletin, done=True, sent=sent, text=""))
        move.tell(move.say("news-sent", count=_counted(sent)))


def _wanting(move: Move, audience: Audience | None) -> list[Subscriber]:
    """Who wants it, in a fixed order; whoever never said who they are gets what is for everybody."""
    wanting = (one for one in move.room.subscribers.values() if one.wants(move.now))
    fitting = (one for one in wanting if audience is None or one.audience is audience)
    return sorted(fitting, key=lambda one: one.visitor)


def _busy(move: Move, one: Subscriber) -> bool:
    danger = (alert for alert in move.room.alerts.values() if alert.visitor == one.visitor)
    return move.room.live(one.visitor) is not None or any(move.now - alert.at < _AFTER_DANGER for alert in danger)


def _may_send(move: Move, bulletin: Bulletin, staff: Staffer) -> bool:
    """Somebody else than its writer, or the coordinator; whoever is alone may do it alone."""
    member = move.room.staff.get(staff.key)
    alone = len(colleagues(move.room)) < 2
    return staff.key != bulletin.by or alone or bool(member and member.coordinator)


def _daytime(here: datetime) -> datetime:
    """Now when it is day, else the next morning."""
    if _FIRST_HOUR <= here.hour < _LAST_HOUR:
        return here
    morning = here.replace(hour=_FIRST_HOUR, minute=0, second=0, microsecond=0)
    return morning if here.hour < _FIRST_HOUR else morning + timedelta(days=1)


def _message(move: Move, one: Subscriber, text: str) -> SendText:
    origin = Origin(
        visitor=one.visitor, address=SealedAddress(one.address), lane=LaneKey(one.lane), language=one.language
    )
    person = TurnContext(
        library=move.library,
        conversation=Conversation(visitor=one.visitor, audience=one.audience, language=one.language),
        arrival=move.arrival_from(origin),
        room=move.room,
    )
    head = person.say("news-head", organisation=move.library.profile.name)
    return SendText(
        text=f"{head}\n\n{_quoted(text)}",
        buttons=((off_button(person),), *person.ways_on()),
        to=origin,
        priority=Priority.BULK,
        on_unknown=UnknownOutcome.RESEND_FEW,
    )


def _quoted(text: str) -> str:
    """The words as they are, line by line; a web address stays one."""
    return "\n\n".join(" ".join(escaped(line).split()) for line in text.splitlines() if line.strip())


def _button(move: Move, bulletin: Bulletin, label: str, what: str, wanting: list[Subscriber]) -> Button:
    text = move.say(label, count=_counted(len(wanting)))
    return Button(label=text, choice=staff_choice(StaffKind.NEWS, bulletin.id, what))


def _counted(count: int) -> str:
    return str(count) if count >= THRESHOLD or count == 0 else f"minder dan {THRESHOLD}"
