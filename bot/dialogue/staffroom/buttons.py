"""Buttons in the staff group."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue.cards import escaped
from bot.dialogue.choices import StaffKind, read_staff_choice, staff_choice
from bot.dialogue.library import localised
from bot.dialogue.screens import answer as answer_screen
from bot.dialogue.staffroom import desk, intervision, news, outcomes, review, shelf
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import Button, SendStaff, SendText, UnknownOutcome
from bot.domain.ids import DUTCH, EntryId, HandoffId
from bot.domain.inbound import Staffer
from bot.handoff.policy import labels, may_speak, may_transfer
from bot.handoff.record import Handoff, Status, Weight
from bot.handoff.room import TALLIES

_MOST_SENT = 5
"""Answers that are remembered of a talk."""


_NEEDS: Mapping[StaffKind, frozenset[str]] = {
    StaffKind.REVIEW: frozenset({"question", "phrasing"}),
    StaffKind.CASE: frozenset({"case"}),
    StaffKind.GIVE_BACK: frozenset({"participant", TALLIES}),
}


def needs_of_press(choice: str) -> frozenset[str]:
    """Kinds of closed records that must be at hand before this press is carried out, and ``TALLIES`` for the counts."""
    read = read_staff_choice(choice)
    return frozenset() if read is None else _NEEDS.get(read[0], frozenset())


def pressed(move: Move, staff: Staffer, choice: str) -> None:
    """One press; whatever cannot be done says why over the button."""
    read = read_staff_choice(choice)
    if read is None or not read[1]:
        move.toast = move.say("refused-old-button")
        return
    kind, (identifier, *more) = read
    match kind:
        case StaffKind.SEEN:
            _seen(move, staff, identifier)
        case StaffKind.REVIEW:
            review.decided(move, staff, identifier, more)
        case StaffKind.GIVE_BACK:
            outcomes.give_back(move, identifier)
        case StaffKind.NEWS:
            news.pressed(move, staff, identifier, more[0] if more else "")
        case StaffKind.CASE:
            intervision.pressed(move, staff, identifier, more[0] if more else "")
        case _:
            handoff = move.room.handoffs.get(HandoffId(identifier))
            in_talk = _IN_TALK.get(kind)
            if handoff is None or in_talk is None:
                move.toast = move.say("refused-old-button")
            else:
                in_talk(move, handoff, staff, more[0] if more else "")


def _claim(move: Move, handoff: Handoff, staff: Staffer, _more: str) -> None:
    desk.claim(move, handoff, staff.key, toast=True)


def _close(move: Move, handoff: Handoff, staff: Staffer, _more: str) -> None:
    desk.close(move, handoff, staff.key, toast=True)


def _protocol(move: Move, handoff: Handoff, _staff: Staffer, _more: str) -> None:
    desk.protocol(move, handoff)


def _make_card(move: Move, handoff: Handoff, staff: Staffer, _more: str) -> None:
    intervision.begin(move, handoff, staff.key, handoff.place)


def _weigh(move: Move, handoff: Handoff, _staff: Staffer, word: str) -> None:
    weight = next((weight for weight in Weight if weight == word), None)
    if weight is None:
        move.toast = move.say("refused-old-button")
    else:
        shelf.set_weight(move, handoff, weight)


def _transfer_to(move: Move, handoff: Handoff, staff: Staffer, who: str) -> None:
    to = next((m for m in move.room.staff.values() if who and m.key.startswith(who)), None)
    if to is None or to.gone:
        move.toast = move.say("refused-old-button")
    else:
        desk.hand_over(move, handoff, staff.key, to, "")


def _seen(move: Move, staff: Staffer, identifier: str) -> None:
    alert = move.room.alerts.get(identifier)
    if alert is None:
        move.toast = move.say("refused-old-button")
        return
    if alert.seen_by is None:
        move.room = move.room.keep(replace(alert, seen_by=staff.key))
        move.tell(move.say("staff-alert-seen", name=escaped(staff.name)))
    move.toast = move.say("toast-seen")


def _offer_transfer(move: Move, handoff: Handoff, staff: Staffer, _more: str) -> None:
    """Who can take it over? Colleagues who are known, and the queue."""
    if handoff.status is Status.WAITING:
        move.toast = move.say("refused-not-claimed", name="", most=move.most)
        return
    rows = [
        (Button(label=label, choice=staff_choice(StaffKind.TRANSFER_TO, handoff.id, key[:12])),)
        for key, label in labels(move.room).items()
        if key != handoff.claimer
    ][:8]
    back = Button(label=move.say("button-back-to-queue"), choice=staff_choice(StaffKind.BACK_TO_QUEUE, handoff.id))
    text = move.say("transfer-ask", name=escaped(staff.name))
    move.effects.append(SendStaff(text=text, place=handoff.place, buttons=(*rows, (back,))))


def _to_queue(move: Move, handoff: Handoff, staff: Staffer, _more: str) -> None:
    refusal = may_transfer(handoff, staff.key, coordinator=move.room.staff[staff.key].coordinator)
    if refusal is None:
        desk.give_back(move, handoff, "")
    else:
        move.refuse(refusal, handoff, handoff.place, toast=True)


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
    sent = tuple(one for one in handoff.sent if one != entry.id)
    desk.answered(move, replace(handoff, sent=(*sent, entry.id)[-_MOST_SENT:]))


_IN_TALK: Mapping[StaffKind, Callable[[Move, Handoff, Staffer, str], None]] = {
    StaffKind.CLAIM: _claim,
    StaffKind.CLOSE: _close,
    StaffKind.PROTOCOL: _protocol,
    StaffKind.TRANSFER: _offer_transfer,
    StaffKind.BACK_TO_QUEUE: _to_queue,
    StaffKind.TRANSFER_TO: _transfer_to,
    StaffKind.SEND_ENTRY: _send_entry,
    StaffKind.CASE_OF: _make_card,
    StaffKind.WEIGHT: _weigh,
}
