"""What staff see of a talk: the card, the topic's name, mentions. In Dutch, and never who the person is."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialogue import moments
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.effects import Button, Buttons, ChangeTopic, EditStaff, Effect
from bot.domain.ids import DUTCH, Language
from bot.handoff.policy import colleagues
from bot.handoff.record import Alert, Handoff, StaffMember, Status, Weight
from bot.handoff.room import Room

_SIGNS = {Status.WAITING: "🟡", Status.CLAIMED: "🟢", Status.CLOSED: "⚪"}
_URGENT = "🔴"
_WEIGHTS = {Weight.HIGH: "🔺", Weight.NORMAL: "", Weight.LOW: "🔽"}
"""Beside the status; what is ordinary has no sign."""


def say(library: Library, sentence: str, /, **arguments: str | int) -> str:
    """A sentence for staff; they read Dutch."""
    return library.texts.say(sentence, DUTCH, **arguments)


def topic_name(handoff: Handoff) -> str:
    """Status and alias (Bot API, createForumTopic: 1-128 characters)."""
    waiting_in_need = handoff.urgent and handoff.status is not Status.CLOSED
    signs = [_URGENT if waiting_in_need else _SIGNS[handoff.status]]
    if handoff.live and _WEIGHTS[handoff.weight]:
        signs.append(_WEIGHTS[handoff.weight])
    return " ".join((*signs, handoff.alias))


def weight_sign(handoff: Handoff) -> str:
    """The sign of its weight."""
    return _WEIGHTS[handoff.weight]


_MOST_ON_CARD = 1200
"""Signs of what was shared that fit on a card; with all else it must stay one message, whatever changes on it."""


def shared_apart(library: Library, handoff: Handoff) -> str:
    """What was shared, for a message of its own above the card; empty when it fits on the card."""
    lines = _shared(handoff)
    if sum(map(len, lines)) <= _MOST_ON_CARD:
        return ""
    return "\n\n".join((say(library, "card-shared", alias=escaped(handoff.alias)), *lines))


def _shared(handoff: Handoff) -> list[str]:
    return [f"{escaped(label)}: {escaped(value)}" for label, value in handoff.summary]


def card(library: Library, room: Room, handoff: Handoff, now: datetime) -> tuple[str, Buttons]:
    """Everything that was shared, where it stands, and what can be done."""
    local = ZoneInfo(library.profile.timezone)
    lines = [f"**{escaped(handoff.alias)}**"]
    if handoff.urgent:
        lines.append(say(library, "card-urgent"))
    lines.append(
        say(
            library,
            "card-who",
            audience=str(handoff.audience or "unknown"),
            language=language_in_dutch(library, handoff.language),
        )
    )
    lines += _speakers(library, room, handoff)
    if handoff.channel.can.leaves_with_the_page:
        lines.append(say(library, "card-web"))
    if handoff.theme:
        lines.append(say(library, "card-theme", theme=escaped(handoff.theme)))
    if handoff.weight is not Weight.NORMAL:
        lines.append(say(library, "card-weight", name=say(library, "weight-name", weight=str(handoff.weight))))
    if handoff.later_at is not None:
        back = moments.in_words(handoff.later_at.astimezone(local), DUTCH, now.astimezone(local))
        lines.append(say(library, "card-later", moment=back))
    if handoff.labels:
        lines.append(say(library, "card-labels", labels=escaped(", ".join(handoff.labels))))
    lines += [say(library, "card-shared-above")] if shared_apart(library, handoff) else _shared(handoff)
    if handoff.call_back:
        lines.append(say(library, "card-call-back", number=handoff.call_back))
    asked = f"{handoff.asked_at.astimezone(local):%d-%m %H.%M}"
    lines.append(say(library, "card-asked", moment=asked))
    lines.append(_status_line(library, room, handoff, now))
    return "\n\n".join(lines), _buttons(library, handoff)


def alert_card(library: Library, alert: Alert) -> dict[str, Any]:
    """A warning of danger: what kind, when and how often; nothing that could tell who."""
    local = alert.at.astimezone(ZoneInfo(library.profile.timezone))
    text = say(
        library,
        "staff-alert",
        level=alert.level,
        category=alert.category,
        audience=alert.audience,
        other=str(alert.about_other).lower(),
    )
    when = say(library, "staff-alert-when", moment=f"{local:%d-%m %H.%M}", times=alert.times)
    return {"text": f"{text} {when}", "buttons": ((seen_button(library, alert),),)}


def _status_line(library: Library, room: Room, handoff: Handoff, now: datetime) -> str:
    match handoff.status:
        case Status.WAITING:
            waited = max(0, int((now - handoff.asked_at).total_seconds() // 60))
            return say(library, "card-waiting", place=room.place_in_queue(handoff), minutes=waited)
        case Status.CLAIMED:
            claimer = room.staff.get(handoff.claimer) if handoff.claimer else None
            return say(library, "card-claimed", name=escaped(claimer.name) if claimer else "?")
        case _:
            closer = room.staff.get(handoff.closer) if handoff.closer else None
            name = escaped(closer.name) if closer else ""
            by = str(handoff.closed_by or "staff")
            return say(library, "card-closed", by="named" if name else by, name=name, rating=handoff.rating or 0)


def _buttons(library: Library, handoff: Handoff) -> Buttons:
    if handoff.status is Status.CLOSED:
        return ()

    def button(name: str, kind: StaffKind, *, danger: bool = False) -> Button:
        return Button(label=say(library, name), choice=staff_choice(kind, handoff.id), danger=danger)

    return (
        (claim_button(library, handoff),),
        (button("button-transfer", StaffKind.TRANSFER), button("button-close", StaffKind.CLOSE)),
        (button("button-protocol", StaffKind.PROTOCOL, danger=True),),
    )


def claim_button(library: Library, handoff: Handoff, *, named: bool = False) -> Button:
    """Takes the talk; ``named`` where it stands beside others."""
    label = say(library, "button-claim")
    choice = staff_choice(StaffKind.CLAIM, handoff.id)
    return Button(label=f"{label}: {handoff.alias}" if named else label, choice=choice)


def seen_button(library: Library, alert: Alert) -> Button:
    """Says that a colleague saw the warning."""
    return Button(label=say(library, "button-seen"), choice=staff_choice(StaffKind.SEEN, alert.id))


def case_button(library: Library, handoff: Handoff) -> Buttons:
    """Under the word that a talk is closed: nobody but administrators can type there from then on."""
    choice = staff_choice(StaffKind.CASE_OF, handoff.id)
    return ((Button(label=say(library, "button-case"), choice=choice),),)


def refresh(
    library: Library, room: Room, handoff: Handoff, now: datetime, *, closed: bool | None = None
) -> list[Effect]:
    """Bring the card and the topic's name up to date."""
    effects: list[Effect] = []
    if handoff.card is not None:
        text, buttons = card(library, room, handoff, now)
        effects.append(EditStaff(message=handoff.card, text=text, buttons=buttons, card=(handoff.id, handoff.lane)))
    if handoff.topic is not None:
        effects.append(ChangeTopic(topic=handoff.topic, name=topic_name(handoff), closed=closed))
    return effects


def mention(members: Iterable[StaffMember]) -> str:
    """Names that ring at these colleagues."""
    return " ".join(f"[{escaped(member.name)}](staff:{member.address})" for member in members)


def language_in_dutch(library: Library, language: Language) -> str:
    """What staff call it."""
    return say(library, "report-language", name=language)


def _speakers(library: Library, room: Room, handoff: Handoff) -> list[str]:
    """Which colleagues speak the language of somebody who does not read Dutch."""
    if handoff.language == DUTCH:
        return []
    names = ", ".join(escaped(one.name) for one in colleagues(room) if handoff.language in one.languages)
    return [say(library, "card-speakers", names=names) if names else say(library, "card-no-speakers")]


def escaped(text: str) -> str:
    """Words from outside as plain words in Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]()#+-.!<>~|{}" else sign for sign in text).replace("\n", " ")
