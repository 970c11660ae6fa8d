"""One turn on the side of staff: buttons, lines, commands, and what changes in their group."""

from html import escape

from bot.dialogue.cards import escaped
from bot.dialogue.library import Library
from bot.dialogue.staffroom import buttons, desk, figures, intervision, mentions, news, presence, settling
from bot.dialogue.staffroom.actions import command
from bot.dialogue.staffroom.desk import Move
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.conversation import Conversation
from bot.domain.effects import (
    AnswerPress,
    ChangeTopic,
    Linked,
    Relay,
    RelayDeletion,
    RelayEdit,
    RelayReaction,
    SendText,
    Side,
    TopicPlace,
)
from bot.domain.inbound import (
    AnonymousWrote,
    Arrival,
    ContentRefused,
    GroupChanged,
    GroupMoved,
    Inbound,
    MessageSettled,
    NotShown,
    NumberAsked,
    StaffCommanded,
    StaffEdited,
    StaffMoved,
    StaffPressed,
    StaffReacted,
    StaffWrote,
    TopicChanged,
    WaitExpired,
)
from bot.handoff.policy import may_speak
from bot.handoff.record import Handoff
from bot.handoff.room import Room

_MOST_FINDINGS = 10
LONG_CAPTION = 2 * 1024
"""Bytes in UTF-16 that fit under a picture (Bot API: 1,024 units)."""
INTERNAL = "//"
"""A line that starts so is for colleagues only, always."""


def take_staff_turn(library: Library, conversation: Conversation, arrival: Arrival, room: Room) -> Turn:
    """The turn of something that happened in the staff group."""
    move = Move(library=library, room=room, arrival=arrival, effects=[])
    inbound = arrival.inbound
    match inbound:
        case WaitExpired(alarm=Alarm(kind=AlarmKind.REPORT)):
            figures.show(move, TopicPlace())
            intervision.monthly(move)
            move.effects.append(figures.next_report(move))
        case WaitExpired(alarm=Alarm(kind=AlarmKind.NEWS, id=identifier)):
            news.rang(move, identifier)
        case StaffWrote():
            _line(move, inbound)
        case StaffCommanded(staff=staff):
            move.member(staff)
            command(move, inbound)
        case StaffPressed(staff=staff, choice=choice, press=press):
            member = move.member(staff)
            buttons.pressed(move, staff, choice)
            del member
            move.effects.insert(0, AnswerPress(press=press, text=move.toast))
        case StaffEdited():
            _edit(move, inbound)
        case StaffReacted():
            _reaction(move, inbound)
        case AnonymousWrote():
            _anonymous(move, inbound)
        case TopicChanged():
            _topic(move, inbound)
        case _:
            _news(move, inbound)
    return Turn(
        conversation=conversation,
        effects=tuple(move.effects),
        room=move.room if move.room is not room else None,
    )


def _news(move: Move, inbound: Inbound) -> None:
    """What happens to the group and the house rather than in a talk."""
    match inbound:
        case StaffMoved(staff=staff, present=present):
            presence.moved(move, staff, present=present)
        case GroupChanged():
            presence.changed(move, inbound)
        case GroupMoved():
            presence.renumbered(move)
        case NumberAsked(number=number):
            text = move.say("group-number", number=number)
            move.effects.append(SendText(text=text, to=move.arrival.origin))
        case MessageSettled():
            settling.settled(move, inbound)
        case NotShown():
            settling.not_shown(move, inbound)
        case ContentRefused(findings=findings):
            lines = [f"- {escaped(line)}" for line in findings.splitlines()[:_MOST_FINDINGS]]
            move.tell(move.say("staff-content-refused") + "\n\n" + "\n".join(lines))
        case _:
            return


def _line(move: Move, wrote: StaffWrote) -> None:
    move.member(wrote.staff)
    handoff = move.room.at(wrote.topic, wrote.reply_to)
    if handoff is None:
        if wrote.reply_to_bot and not move.room.group.forum and not is_note(wrote.text):
            # In a group without topics an answer to something old, or to a notice, belongs to nobody.
            move.unsent(wrote.message, "staff-answer-where", TopicPlace())
        return
    internal = holds_note(wrote.text)
    if internal:
        mentions.ring(move, handoff, wrote)
        move.at_work(handoff, wrote.staff.key)
    if not internal and intervision.takes(move, handoff, wrote):
        return
    if wrote.album:
        beside = _voiced(move, handoff, wrote.text, wrote.styled) if wrote.text else ""
        desk.part_of_album(move, handoff, wrote, internal=internal, beside=beside)
        return
    if internal:
        if not is_note(wrote.text) and may_speak(handoff, wrote.staff.key) is None:
            move.unsent(wrote.message, "staff-note-inside", handoff.place)
        return
    copy = wrote.kind is not None
    relay = Relay(
        source=Linked(handoff=handoff.id, side=Side.STAFF, message=wrote.message),
        person=handoff.origin,
        place=handoff.place,
        html="" if copy else _voiced(move, handoff, wrote.text, wrote.styled),
        file=wrote.file,
        beside=_voiced(move, handoff, wrote.text, wrote.styled) if copy else "",
        caption=wrote.text if copy and len(wrote.text.encode("utf-16-le")) > LONG_CAPTION else None,
        reply_to=wrote.reply_to,
    )
    desk.answer(move, handoff, wrote.staff.key, message=wrote.message, relay=relay)


def is_note(text: str) -> bool:
    """A line for colleagues only."""
    return text.lstrip().startswith(INTERNAL)


def holds_note(text: str) -> bool:
    """Somewhere in it stands a line for colleagues: then nothing of it leaves the group."""
    return any(line.lstrip().startswith(INTERNAL) for line in text.splitlines())


def _voiced(move: Move, handoff: Handoff, text: str, styled: str) -> str:
    return f"{escape(say_to(move, handoff, 'staff-voice'))}\n{styled or escape(text, quote=False)}"


def _anonymous(move: Move, wrote: AnonymousWrote) -> None:
    """Whoever is anonymous in the group cannot be answered for: they hear so, unless it was not for us."""
    handoff = move.room.at(wrote.topic, wrote.reply_to)
    if (handoff is not None or wrote.text.startswith("/")) and not is_note(wrote.text):
        place = handoff.place if handoff is not None else TopicPlace(topic=wrote.topic)
        move.tell(move.say("staff-anonymous"), place)


def say_to(move: Move, handoff: Handoff, name: str) -> str:
    """An interface text in the person's language."""
    return move.person(handoff).say(name)


def _edit(move: Move, edited: StaffEdited) -> None:
    """A changed line changes at the person's side too; a word for colleagues that is added takes it away there."""
    handoff = move.room.at(edited.topic, edited.message)
    if handoff is None or may_speak(handoff, edited.staff.key) is not None:
        return
    source = Linked(handoff=handoff.id, side=Side.STAFF, message=edited.message)
    if edited.text.startswith("/") and not is_note(edited.text):
        # A command was carried out when it was sent; what stands there now is no line for the person.
        move.unsent(edited.message, "staff-edit-inside", handoff.place)
        return
    if holds_note(edited.text):
        # Only a line that was passed on has a counterpart to take away; a note that changes stays as quiet as it was.
        move.effects.append(RelayDeletion(source=source, person=handoff.origin))
        return
    styled = edited.styled or escape(edited.text, quote=False)
    html = styled if edited.media else _voiced(move, handoff, edited.text, edited.styled)
    move.effects.append(
        RelayEdit(source=source, person=handoff.origin, html=html, media=edited.media, place=handoff.place)
    )


def _reaction(move: Move, reacted: StaffReacted) -> None:
    """Only who has the talk speaks to the person, also with an emoji."""
    handoff = move.room.at(None, reacted.message)
    if handoff is None or may_speak(handoff, reacted.staff.key) is not None:
        return
    source = Linked(handoff=handoff.id, side=Side.STAFF, message=reacted.message)
    move.effects.append(RelayReaction(source=source, person=handoff.origin, emoji=reacted.emoji))


def _topic(move: Move, changed: TopicChanged) -> None:
    """A topic closed by hand ends the talk, as the button would: the person must hear so."""
    handoff = move.room.at(changed.topic, None)
    if handoff is None:
        return
    if changed.closed and handoff.live:
        key = move.member(changed.staff).key if changed.staff is not None else None
        desk.close(move, handoff, key, toast=False, anybody=True)
    elif not changed.closed and not handoff.live:
        # Nobody can speak in a closed talk; the topic shows that again.
        move.effects.append(ChangeTopic(topic=changed.topic, closed=True))
        move.tell(move.say("staff-stays-closed"))
