"""How messages ended: what topics and cards became, and who hears that something never arrived."""

from dataclasses import replace

from bot.dialogue.cards import alert_card, card, claim_button, escaped, topic_name
from bot.dialogue.staffroom.desk import NOT_SENT, Move
from bot.dialogue.stages.announcing import put_down
from bot.domain.effects import OpenTopic, Priority, ReactToStaff, SendStaff, TopicPlace
from bot.domain.ids import HandoffId, MessageId, TopicId
from bot.domain.inbound import MessageSettled, NotShown
from bot.handoff.record import Alert, Handoff, Status

_MOST_TOPICS = 4
"""So often a topic that somebody deleted is made anew."""


def settled(move: Move, ended: MessageSettled) -> None:
    """One message of a talk, or of a warning."""
    alert = move.room.alerts.get(ended.handoff)
    if alert is not None:
        _of_alert(move, alert, ended)
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


def _of_alert(move: Move, alert: Alert, ended: MessageSettled) -> None:
    """The card of a warning: its number, or that nobody can see it. Somebody must, so it is said once more."""
    if ended.result:
        move.room = move.room.keep(replace(alert, card=MessageId(ended.result)))
    elif alert.seen_by is not None:
        return
    elif ended.what == "alert":
        parts = alert_card(move.library, alert)
        move.tell(f"{move.say('staff-alert-again')} {parts['text']}", priority=Priority.CRISIS)
    elif alert.card is not None and alert.card == ended.message:
        move.room = move.room.keep(replace(alert, card=None))
        card_of = (HandoffId(alert.id), alert.lane)
        move.effects.append(SendStaff(**alert_card(move.library, alert), priority=Priority.CRISIS, card=card_of))


def _card_is_gone(move: Move, handoff: Handoff, ended: MessageSettled) -> None:
    """A colleague deleted the card; without one nobody can take the talk, so it is put down once more."""
    if not handoff.live or handoff.card is None or handoff.card != ended.message:
        return
    again = replace(handoff, card=None)
    move.room = move.room.keep(again)
    move.effects += put_down(move.library, again, *card(move.library, move.room, again, move.now))


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
        case "card-gone":
            _card_is_gone(move, handoff, ended)
        case "card":
            buttons = ((claim_button(move.library, handoff),),) if handoff.status is Status.WAITING else ()
            text = move.say("staff-card-lost", alias=escaped(handoff.alias))
            move.effects.append(SendStaff(text=text, buttons=buttons, priority=Priority.RELAY))
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
    move.effects += put_down(move.library, again, *card(move.library, move.room, again, move.now))


def not_shown(move: Move, lost: NotShown) -> None:
    """Something for colleagues that Telegram refuses, however it is wrapped: they hear so where they wait for it."""
    sentence = "staff-file-not-shown" if lost.file else "staff-words-not-shown"
    move.tell(move.say(sentence), TopicPlace(topic=lost.topic))
