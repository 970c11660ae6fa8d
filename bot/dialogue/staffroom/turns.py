"""One turn on the side of staff: buttons, lines, commands, and what changes in their group."""

from dataclasses import replace
from html import escape

from bot.dialogue.cards import card, escaped, topic_name
from bot.dialogue.choices import StaffKind, read_staff_choice, staff_choice
from bot.dialogue.library import Library, localised
from bot.dialogue.screens import answer as answer_screen
from bot.dialogue.staffroom import desk, figures, outcomes, review
from bot.dialogue.staffroom.commands import command
from bot.dialogue.staffroom.desk import NOT_SENT, Move
from bot.dialogue.turn import Turn
from bot.domain.conversation import Conversation
from bot.domain.effects import (
    AnswerPress,
    Button,
    ChangeTopic,
    Linked,
    OpenTopic,
    ReactToStaff,
    RelayEdit,
    RelayReaction,
    SendStaff,
    SendText,
    Side,
    TopicPlace,
    UnknownOutcome,
)
from bot.domain.ids import DUTCH, EntryId, HandoffId, MessageId, TopicId
from bot.domain.inbound import (
    Arrival,
    ContentRefused,
    GroupChanged,
    MessageSettled,
    StaffCommanded,
    StaffEdited,
    Staffer,
    StaffPressed,
    StaffReacted,
    StaffWrote,
    TopicChanged,
    WaitExpired,
)
from bot.handoff.policy import may_speak
from bot.handoff.record import Handoff, Status
from bot.handoff.room import Room

_MOST_FINDINGS = 10
INTERNAL = "//"
"""A line that starts so is for colleagues only, always."""


def take_staff_turn(library: Library, conversation: Conversation, arrival: Arrival, room: Room) -> Turn:
    """The turn of something that happened in the staff group."""
    move = Move(library=library, room=room, arrival=arrival, effects=[])
    inbound = arrival.inbound
    match inbound:
        case WaitExpired(timer=figures.TIMER):
            figures.show(move, TopicPlace())
            move.effects.append(figures.next_report(move))
        case StaffWrote():
            _line(move, inbound)
        case StaffCommanded(staff=staff):
            move.member(staff)
            command(move, inbound)
        case StaffPressed(staff=staff, choice=choice, press=press):
            member = move.member(staff)
            _press(move, staff, choice)
            del member
            move.effects.insert(0, AnswerPress(press=press, text=move.toast))
        case StaffEdited():
            _edit(move, inbound)
        case StaffReacted(message=message, emoji=emoji):
            _reaction(move, message, emoji)
        case TopicChanged(topic=topic, closed=closed):
            _topic(move, topic, closed=closed)
        case GroupChanged():
            _group(move, inbound)
        case MessageSettled():
            _settled(move, inbound)
        case ContentRefused(findings=findings):
            lines = [f"- {escaped(line)}" for line in findings.splitlines()[:_MOST_FINDINGS]]
            move.tell(move.say("staff-content-refused") + "\n\n" + "\n".join(lines))
    return Turn(
        conversation=conversation,
        effects=tuple(move.effects),
        room=move.room if move.room is not room else None,
    )


def _line(move: Move, wrote: StaffWrote) -> None:
    move.member(wrote.staff)
    handoff = move.room.at(wrote.topic, wrote.reply_to)
    if handoff is None or wrote.text.lstrip().startswith(INTERNAL):
        return
    styled = wrote.styled or escape(wrote.text, quote=False)
    html = f"{escape(say_to(move, handoff, 'staff-voice'))}\n{styled}"
    desk.answer(
        move,
        handoff,
        wrote.staff.key,
        message=wrote.message,
        html=html,
        copy=wrote.kind is not None,
        file=wrote.file,
        reply_to=wrote.reply_to,
    )


def say_to(move: Move, handoff: Handoff, name: str) -> str:
    """An interface text in the person's language."""
    return move.person(handoff).say(name)


def _press(move: Move, staff: Staffer, choice: str) -> None:
    read = read_staff_choice(choice)
    if read is None or not read[1]:
        move.toast = move.say("refused-old-button")
        return
    kind, (identifier, *more) = read
    if kind is StaffKind.SEEN:
        _seen(move, staff, identifier)
        return
    if kind is StaffKind.REVIEW:
        review.decided(move, staff, identifier, more)
        return
    if kind is StaffKind.GIVE_BACK:
        outcomes.give_back(move, identifier)
        return
    handoff = move.room.handoffs.get(HandoffId(identifier))
    if handoff is None:
        move.toast = move.say("refused-old-button")
        return
    match kind:
        case StaffKind.CLAIM:
            desk.claim(move, handoff, staff.key, toast=True)
        case StaffKind.CLOSE:
            desk.close(move, handoff, staff.key, toast=True)
        case StaffKind.PROTOCOL:
            desk.protocol(move, handoff)
        case StaffKind.TRANSFER:
            _offer_transfer(move, handoff, staff)
        case StaffKind.BACK_TO_QUEUE:
            desk.give_back(move, handoff, "")
        case StaffKind.TRANSFER_TO if more:
            to = next((m for m in move.room.staff.values() if m.key.startswith(more[0])), None)
            if to is not None:
                desk.hand_over(move, handoff, staff.key, to, "")
        case StaffKind.SEND_ENTRY if more:
            _send_entry(move, handoff, staff, more[0])
        case _:
            move.toast = move.say("refused-old-button")


def _seen(move: Move, staff: Staffer, identifier: str) -> None:
    alert = move.room.alerts.get(identifier)
    if alert is None:
        move.toast = move.say("refused-old-button")
        return
    if alert.seen_by is None:
        move.room = move.room.keep(alert.evolve(seen_by=staff.key))
        move.tell(move.say("staff-alert-seen", name=escaped(staff.name)))
    move.toast = move.say("toast-seen")


def _offer_transfer(move: Move, handoff: Handoff, staff: Staffer) -> None:
    """Who can take it over? Colleagues who are known, and the queue."""
    if handoff.status is Status.WAITING:
        move.toast = move.say("refused-not-claimed", name="", most=move.most)
        return
    rows = [
        (Button(label=member.name, choice=staff_choice(StaffKind.TRANSFER_TO, handoff.id, member.key[:12])),)
        for member in move.room.staff.values()
        if member.key != handoff.claimer
    ][:8]
    back = Button(label=move.say("button-back-to-queue"), choice=staff_choice(StaffKind.BACK_TO_QUEUE, handoff.id))
    text = move.say("transfer-ask", name=escaped(staff.name))
    move.effects.append(SendStaff(text=text, place=handoff.place, buttons=(*rows, (back,))))


def _send_entry(move: Move, handoff: Handoff, staff: Staffer, name: str) -> None:
    """The chosen answer goes to the person, as the bot would say it."""
    entry = move.library.entries.get(EntryId(name))
    refusal = may_speak(handoff, staff.key)
    if entry is None:
        move.toast = move.say("refused-old-button")
        return
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=True)
        return
    shown = answer_screen(move.person(handoff), entry)
    move.effects.append(
        SendText(text=shown.text, buttons=shown.buttons, to=handoff.origin, on_unknown=UnknownOutcome.RESEND)
    )
    move.tell(move.say("staff-entry-sent", title=escaped(localised(entry.title, DUTCH))), handoff.place)
    answered = handoff.evolve(last_staff_at=move.now, waits_since=None, reply_nudged=False)
    move.room = move.room.keep(answered)


def _edit(move: Move, edited: StaffEdited) -> None:
    handoff = move.room.at(edited.topic, edited.message)
    if handoff is None or may_speak(handoff, edited.staff.key) is not None:
        return
    if edited.text.lstrip().startswith(INTERNAL):
        return
    styled = edited.styled or escape(edited.text, quote=False)
    html = f"{escape(say_to(move, handoff, 'staff-voice'))}\n{styled}"
    source = Linked(handoff=handoff.id, side=Side.STAFF, message=edited.message)
    move.effects.append(RelayEdit(source=source, person=handoff.origin, html=html))


def _reaction(move: Move, message: MessageId, emoji: str) -> None:
    handoff = move.room.at(None, message)
    if handoff is None or not handoff.live:
        return
    source = Linked(handoff=handoff.id, side=Side.STAFF, message=message)
    move.effects.append(RelayReaction(source=source, person=handoff.origin, emoji=emoji))


def _topic(move: Move, topic: TopicId, *, closed: bool) -> None:
    """A topic closed by hand ends the talk, as the button would: the person must hear so."""
    handoff = move.room.at(topic, None)
    if handoff is None:
        return
    if closed and handoff.live:
        key = handoff.claimer or next(iter(move.room.staff), None)
        if key is not None:
            desk.close(move, handoff.evolve(claimer=key), key, toast=False)
    elif not closed and not handoff.live:
        # Nobody can speak in a closed talk; the topic shows that again.
        move.effects.append(ChangeTopic(topic=topic, closed=True))
        move.tell(move.say("staff-stays-closed"))


def _group(move: Move, change: GroupChanged) -> None:
    move.effects.append(figures.next_report(move))
    before = move.room.group
    after = replace(before, forum=change.forum, present=change.present, missing=change.missing)
    if after == before:
        return
    move.room = move.room.keep(after)
    if not change.present:
        return
    if change.missing:
        rights = ", ".join(move.say(f"right-{name.replace('_', '-')}") for name in change.missing)
        move.tell(move.say("staff-rights-missing", rights=rights))
    elif before.missing or not before.present:
        move.tell(move.say("staff-rights-good"))


def _settled(move: Move, settled: MessageSettled) -> None:
    """What a topic or card became, or that it never came."""
    handoff = move.room.handoffs.get(settled.handoff)
    if handoff is None:
        return
    if settled.result is None:
        _failed(move, handoff, settled)
    elif settled.what == "topic":
        _known_now(move, handoff.evolve(topic=TopicId(settled.result)))
    elif settled.what == "card":
        _known_now(move, handoff.evolve(card=MessageId(settled.result)))


def _known_now(move: Move, handoff: Handoff) -> None:
    """A topic or card has its number; when the talk went on meanwhile, it is brought up to date."""
    if handoff.status is Status.WAITING:
        move.room = move.room.keep(handoff)
    else:
        move.keep(handoff, closed=True if handoff.status is Status.CLOSED else None)


def _failed(move: Move, handoff: Handoff, settled: MessageSettled) -> None:
    if settled.what == "relay":
        if settled.message is not None:
            move.effects.append(ReactToStaff(message=settled.message, emoji=NOT_SENT))
        move.tell(move.say("staff-not-delivered"), handoff.place)
        return
    gone = settled.what == "topic-gone"
    if settled.what == "topic" or gone:
        # No topic: rights are missing, the group has none, or somebody deleted it. The talk goes on in a new place.
        count = handoff.topic_key.count("/")
        again = handoff.evolve(
            topic=None, card=None, topic_key=f"topic/{handoff.id}{'/again' * count}" if gone and count < 4 else ""
        )
        move.room = move.room.keep(again)
        if again.topic_key:
            move.effects.append(
                OpenTopic(name=topic_name(again), handoff=again.id, key=again.topic_key, lane=again.lane)
            )
        else:
            move.tell(move.say("staff-no-topic", alias=escaped(handoff.alias)))
        text, buttons = card(move.library, move.room, again, move.now)
        move.effects.append(SendStaff(text=text, buttons=buttons, place=again.place, card=(again.id, again.lane)))
