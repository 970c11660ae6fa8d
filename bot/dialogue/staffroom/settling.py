"""How messages ended: what topics and cards became, and who hears that something never arrived."""

from dataclasses import replace

from bot.dialogue.cards import card, escaped, topic_name
from bot.dialogue.staffroom.desk import NOT_SENT, Move
from bot.domain.effects import OpenTopic, ReactToStaff, SendStaff
from bot.domain.ids import MessageId, TopicId
from bot.domain.inbound import MessageSettled
from bot.handoff.record import Handoff, Status

_MOST_TOPICS = 4
"""So often a topic that somebody deleted is made anew."""


def settled(move: Move, ended: MessageSettled) -> None:
    """One message of a talk, or of a warning."""
    alert = move.room.alerts.get(ended.handoff)
    if ended.what == "alert":
        if alert is not None and ended.result:
            move.room = move.room.keep(replace(alert, card=MessageId(ended.result)))
        return
    case = move.room.cases.get(ended.handoff)
    if case is not None and ended.what == "card" and ended.result:
        move.room = move.room.keep(replace(case, message=MessageId(ended.result)))
        return
    handoff = move.room.handoffs.get(ended.handoff)
    if handoff is None:
        return
    if ended.what == "deletion" and not ended.reason:
        move.tell(move.say("deleted"), handoff.place)
        return
    if ended.result is None:
        _failed(move, handoff, ended)
        return
    match ended.what:
        case "topic":
            _known_now(move, replace(handoff, topic=TopicId(ended.result)))
        case "card":
            _known_now(move, replace(handoff, card=MessageId(ended.result)))
        case _:
            return


def _known_now(move: Move, handoff: Handoff) -> None:
    """A topic or card has its number; when the talk went on meanwhile, it is brought up to date."""
    if handoff.status is Status.WAITING:
        move.room = move.room.keep(handoff)
    else:
        move.keep(handoff, closed=True if handoff.status is Status.CLOSED else None)


def _failed(move: Move, handoff: Handoff, ended: MessageSettled) -> None:
    """Whoever wrote it hears so, in the place where they wrote it, and what to do."""
    match ended.what:
        case "relay" | "edit":
            if ended.message is not None:
                move.effects.append(ReactToStaff(message=ended.message, emoji=NOT_SENT))
            move.tell(move.say("staff-not-delivered" if ended.what == "relay" else "staff-edit-inside"), handoff.place)
        case "deletion":
            # A line without a counterpart never left the group: nothing was there to take away.
            if ended.reason != "no counterpart":
                move.tell(move.say("delete-failed"), handoff.place)
        case "relay-in":
            move.tell_person(handoff, "not-passed-on")
            if handoff.urgent:
                move.tell(move.say("staff-line-lost"), handoff.place)
        case "edit-in":
            move.tell_person(handoff, "edit-not-passed-on")
        case "topic-closed":
            move.tell(move.say("staff-topic-closed", alias=escaped(handoff.alias)))
        case "topic" | "topic-gone":
            _new_place(move, handoff, gone=ended.what == "topic-gone")
        case _:
            return


def _new_place(move: Move, handoff: Handoff, *, gone: bool) -> None:
    """No topic: rights are missing, the group has none, or somebody deleted it. The talk goes on in a new place."""
    if gone and handoff.topic is None:
        # Several lines found it gone: the new one is being made already.
        return
    count = handoff.topic_key.count("/")
    key = f"topic/{handoff.id}{'/again' * count}" if gone and count < _MOST_TOPICS else ""
    again = replace(handoff, topic=None, card=None, topic_key=key)
    move.room = move.room.keep(again)
    if again.topic_key:
        opened = OpenTopic(name=topic_name(again), handoff=again.id, key=again.topic_key, lane=again.lane)
        move.effects.append(opened)
    else:
        move.tell(move.say("staff-no-topic", alias=escaped(handoff.alias)))
    if not gone:
        # The card that waited for the topic comes in the group by itself.
        return
    text, buttons = card(move.library, move.room, again, move.now)
    move.effects.append(SendStaff(text=text, buttons=buttons, place=again.place, card=(again.id, again.lane)))
