"""``@naam`` in a note: that colleague is called, and nobody else hears of it."""

import re

from bot.dialogue.cards import escaped, mention
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import SendStaff
from bot.domain.inbound import StaffWrote
from bot.handoff.policy import colleagues, labels, named
from bot.handoff.record import Handoff, StaffMember

_NAMED = re.compile(r"(?<![\w@.])@(\w[\w'-]*)(?:\s+(\w)(?!\w))?(?:\s*\((\w{3})\))?")
"""A first name, perhaps with the letter or the sign that tells two of one name apart."""


def ring(move: Move, handoff: Handoff, wrote: StaffWrote) -> None:
    """Call whoever is named in a note; whoever wrote it hears which names nobody has."""
    found: dict[str, StaffMember] = {}
    unknown: list[str] = []
    for match in _NAMED.finditer(wrote.text):
        member = _meant(move, match)
        if member is None:
            unknown.append(match[1])
        elif member.key != wrote.staff.key:
            found[member.key] = member
    if found:
        text = move.say("mention", giver=escaped(wrote.staff.name), mentions=mention(found.values()))
        move.effects.append(SendStaff(text=text, place=handoff.place, reply_to=wrote.message))
    if unknown:
        names = ", ".join(escaped(label) for label in labels(move.room).values()) or "-"
        who = ", ".join(escaped(f"@{name}") for name in dict.fromkeys(unknown))
        move.tell(move.say("mention-unknown", who=who, names=names), handoff.place)


def _meant(move: Move, match: re.Match[str]) -> StaffMember | None:
    name, letter, sign = match.groups()
    tried = [f"{name} {letter} ({sign})", f"{name} ({sign})"] if sign else []
    tried += [f"{name} {letter}"] if letter else []
    for written in (*tried, name):
        member = named(move.room, written)
        if member is not None and member in colleagues(move.room):
            return member
    return None
