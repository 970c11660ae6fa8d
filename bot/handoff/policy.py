"""Who may do what, and who is asked first. Pure rules without a word of text."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from bot.domain.ids import StaffKey
from bot.handoff.record import Handoff, StaffMember, Status
from bot.handoff.room import Room
from bot.handoff.rules import Rule, fitting


class Refusal(StrEnum):
    """Why something may not happen; the names of the sentences that say so."""

    TAKEN = "taken"
    YOURS_ALREADY = "yours-already"
    CLOSED = "closed"
    NOT_CLAIMED = "not-claimed"
    NOT_YOURS = "not-yours"
    TOO_MANY = "too-many"


def may_claim(room: Room, handoff: Handoff, key: StaffKey, most: int) -> Refusal | None:
    """Exactly one claimer; nobody more than ``most`` talks at once, unless it is urgent."""
    if handoff.status is Status.CLOSED:
        return Refusal.CLOSED
    if handoff.status is Status.CLAIMED:
        return Refusal.YOURS_ALREADY if handoff.claimer == key else Refusal.TAKEN
    if len(room.claimed_by(key)) >= most and not handoff.urgent:
        return Refusal.TOO_MANY
    return None


def may_speak(handoff: Handoff, key: StaffKey) -> Refusal | None:
    """Only the claimer talks with the person; the others write along among themselves."""
    if handoff.status is Status.CLOSED:
        return Refusal.CLOSED
    if handoff.status is Status.WAITING:
        return Refusal.NOT_CLAIMED
    return None if handoff.claimer == key else Refusal.NOT_YOURS


def may_close(handoff: Handoff, key: StaffKey, coordinator: bool) -> Refusal | None:
    """The claimer or the coordinator; a talk nobody took may be closed by anybody."""
    if handoff.status is Status.CLOSED:
        return Refusal.CLOSED
    if handoff.status is Status.WAITING or handoff.claimer == key or coordinator:
        return None
    return Refusal.NOT_YOURS


def may_transfer(handoff: Handoff, key: StaffKey, coordinator: bool) -> Refusal | None:
    """The claimer or the coordinator gives a talk away; one that nobody has may be given to somebody by anybody."""
    if handoff.status is Status.CLOSED:
        return Refusal.CLOSED
    if handoff.status is Status.WAITING or handoff.claimer == key or coordinator:
        return None
    return Refusal.NOT_YOURS


def colleagues(room: Room) -> tuple[StaffMember, ...]:
    """Everybody who is in the group, as far as known."""
    return tuple(member for member in room.staff.values() if not member.gone)


def on_duty(room: Room) -> tuple[StaffMember, ...]:
    """Colleagues who said they are there."""
    return tuple(member for member in colleagues(room) if member.on_duty)


def labels(room: Room) -> dict[StaffKey, str]:
    """Everybody in the group by a name that only they have."""
    members = colleagues(room)
    names = Counter(member.name for member in members)
    full = {m.key: m.name if names[m.name] == 1 else f"{m.name} {m.surname or ''}".strip() for m in members}
    twice = Counter(full.values())
    return {key: label if twice[label] == 1 else f"{label} ({key[:3]})" for key, label in full.items()}


def named(room: Room, written: str) -> StaffMember | None:
    """The one colleague with this name, or whose name begins so; None when there is none, or more than one."""
    wanted = written.strip().lstrip("@").casefold()
    known = {key: label.casefold() for key, label in labels(room).items()}
    exact = [key for key, label in known.items() if label == wanted]
    near = [key for key, label in known.items() if wanted and label.startswith(wanted)]
    found = exact or near
    return room.staff[found[0]] if len(found) == 1 else None


def called_by_rule(room: Room, handoff: Handoff, most: int, rules: Sequence[Rule]) -> tuple[StaffMember, ...]:
    """Who the rules of this talk name, as far as they are in the group, not off duty, and have room for one more."""
    wanted = (named(room, name) for rule in fitting(rules, handoff) for name in rule.call)
    there = [member for member in wanted if member is not None and member.on_duty is not False]
    return tuple(dict.fromkeys(member for member in there if len(room.claimed_by(member.key)) < most))


def whom_to_call(room: Room, handoff: Handoff | None, most: int, rules: Sequence[Rule] = ()) -> tuple[StaffMember, ...]:
    """Who is mentioned: named by a rule, else on duty with room for one more, and if possible fitting the talk."""
    by_rule = called_by_rule(room, handoff, most, rules) if handoff is not None else ()
    if by_rule:
        return by_rule
    free = [member for member in on_duty(room) if len(room.claimed_by(member.key)) < most]
    if handoff is None:
        return tuple(free)
    fitting = [member for member in free if _fits(member, handoff)]
    return tuple(fitting or free)


def coordinators(room: Room) -> tuple[StaffMember, ...]:
    """Who is called when nobody else answers; without a coordinator everybody who is known."""
    named = tuple(member for member in colleagues(room) if member.coordinator)
    return named or colleagues(room)


def _fits(member: StaffMember, handoff: Handoff) -> bool:
    speaks = not member.languages or handoff.language in member.languages
    knows = (
        not member.themes or not handoff.theme or any(theme.lower() in handoff.theme.lower() for theme in member.themes)
    )
    return speaks and knows
