"""``/macro``: several things with one word, as the team wrote them in its profile."""

from dataclasses import replace
from html import escape

from bot.dialogue.cards import escaped
from bot.dialogue.later import moment_of
from bot.dialogue.staffroom import desk, shelf
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import Linked, Relay, Side
from bot.domain.inbound import StaffCommanded
from bot.handoff.record import Handoff
from bot.handoff.rules import Macro


def macro(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/macro``: what there is; ``/macro naam``: do it."""
    wanted = sent.argument.strip().casefold()
    known = {one.name.casefold(): one for one in move.library.profile.macros}
    if wanted in known:
        _carry_out(move, sent, handoff, known[wanted])
    elif not known:
        move.tell(move.say("macro-none"), handoff.place)
    else:
        lines = [f"- **{escaped(one.name)}**: {_in_words(move, one)}" for one in known.values()]
        move.tell(move.say("macro-list") + "\n\n" + "\n".join(lines), handoff.place)


def _carry_out(move: Move, sent: StaffCommanded, handoff: Handoff, one: Macro) -> None:
    """All of it or nothing: who may not speak here, or a talk that is over, changes nothing."""
    if not handoff.live:
        move.tell(move.say("macro-closed"), handoff.place)
        return
    texts = one.text or move.library.sentences.get(one.sentence, {})
    if texts:
        if not desk.may_answer(move, handoff, sent.staff.key, sent.message):
            return
        voice = escape(move.person(handoff).say("staff-voice"))
        html = f"{voice}\n{shelf.in_their_language(move, handoff, texts)}"
        source = Linked(handoff=handoff.id, side=Side.STAFF, message=sent.message)
        relay = Relay(source=source, person=handoff.origin, place=handoff.place, html=html)
        desk.answer(move, handoff, sent.staff.key, message=sent.message, relay=relay)
        handoff = move.room.handoffs[handoff.id]
    changed = shelf.labelled(handoff, one.label) if one.label else handoff
    changed = replace(changed, weight=one.weight or changed.weight)
    if changed != handoff:
        move.keep(changed)
    due = moment_of(one.later, desk.local(move)) if one.later else None
    if due is not None:
        shelf.come_back(move, changed, due, sent.staff.key)
    move.tell(move.say("macro-done", name=escaped(one.name), what=_in_words(move, one)), handoff.place)


def _in_words(move: Move, one: Macro) -> str:
    parts = []
    if one.text or one.sentence:
        parts.append(move.say("macro-says"))
    if one.label:
        parts.append(move.say("macro-label", label=escaped(one.label)))
    if one.weight is not None:
        parts.append(move.say("weight-name", weight=str(one.weight)))
    if one.later:
        parts.append(move.say("macro-later", moment=escaped(one.later)))
    return ", ".join(parts)
