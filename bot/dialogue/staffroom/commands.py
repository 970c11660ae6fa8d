"""What the commands of staff do that have no module of their own; ``actions.py`` has the table."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.dialogue.cards import claim_button, escaped, language_in_dutch, weight_sign
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import localised
from bot.dialogue.staffroom import (
    desk,
)
from bot.dialogue.staffroom.desk import Move
from bot.dialogue.tongues import named_languages
from bot.domain.effects import Button, Linked, RelayDeletion, SendStaff, Side, TopicPlace
from bot.domain.ids import DUTCH, EntryId, Language
from bot.domain.inbound import StaffCommanded
from bot.handoff.policy import Refusal, colleagues, labels, may_speak, may_transfer, named, on_duty
from bot.handoff.record import Block, Handoff, Status
from bot.text.folding import fold

_MOST_FOUND = 4
_MOST_OFFERED = 8
"""Talks in the queue that have a button of their own."""
BLOCK_FOR = timedelta(days=7)


def queue(move: Move, _sent: StaffCommanded, place: TopicPlace) -> None:
    """Who waits how long, and who talks with whom."""
    lines: list[str] = []
    talking: list[str] = []
    for number, handoff in enumerate(move.room.queue(), 1):
        minutes = int((move.now - handoff.asked_at).total_seconds() // 60)
        lines.append(
            move.say(
                "queue-waiting",
                place=number,
                alias=escaped(handoff.alias),
                minutes=minutes,
                theme=escaped(handoff.theme) or "-",
                urgent=str(handoff.urgent).lower(),
                weight=f" {weight_sign(handoff)}".rstrip(),
            )
        )
    for handoff in move.room.handoffs.values():
        if handoff.status is Status.CLAIMED:
            claimer = move.room.staff.get(handoff.claimer) if handoff.claimer else None
            talking.append(
                move.say("queue-claimed", alias=escaped(handoff.alias), name=escaped(claimer.name) if claimer else "?")
            )
    if not lines and not talking:
        move.tell(move.say("queue-empty"), place)
        return
    # Who waits is numbered already; below it who is helped.
    parts = ("\n".join(lines),) if lines else ()
    listed = ("\n".join(f"- {line}" for line in talking),) if talking else ()
    # The card may be far up, or deleted: whoever sees the queue can take from it.
    rows = tuple((claim_button(move.library, handoff, named=True),) for handoff in move.room.queue()[:_MOST_OFFERED])
    move.effects.append(SendStaff(text="\n\n".join((*parts, *listed)), place=place, buttons=rows))


def duty(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/dienst``: come on or off duty; ``/dienst wie`` shows who is there."""
    member = move.room.staff[sent.staff.key]
    wish = sent.argument.strip().casefold()
    if wish not in ("wie", "?"):
        on = wish in ("aan", "in", "ja") or (wish not in ("uit", "nee") and not member.on_duty)
        member = replace(member, on_duty=on)
        move.room = move.room.keep(member)
        if not on:
            for handoff in move.room.claimed_by(member.key):
                desk.give_back(move, handoff, "", reason="staff-off-duty")
        move.tell(move.say("duty-on" if on else "duty-off", name=escaped(member.name)), place)
    there = [escaped(colleague.name) for colleague in on_duty(move.room)]
    move.tell(move.say("duty-list", names=", ".join(there) or "-"), place)


def coordinator(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/coordinator``: I am called when nobody else answers; again: no longer."""
    member = move.room.staff[sent.staff.key]
    member = replace(member, coordinator=not member.coordinator)
    move.room = move.room.keep(member)
    name = "coordinator-on" if member.coordinator else "coordinator-off"
    move.tell(move.say(name, name=escaped(member.name)), place)


def languages(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/talen turks en``: which languages I speak, by name or code; steers who is called. Alone: who speaks what."""
    member = move.room.staff[sent.staff.key]
    names = named_languages(move.library)
    names |= {str(code): code for code in names.values()}
    asked = fold(sent.argument).split()
    if any(word in names and len(word) > _LONGEST_CODE for word in asked):
        # Between names "en" is "and"; between codes it is English.
        asked = [word for word in asked if word != "en"]
    spoken = tuple(dict.fromkeys(str(names[word]) for word in asked if word in names))
    unknown = [word for word in asked if word not in names and word not in _BETWEEN]
    if spoken or asked == ["geen"]:
        move.room = move.room.keep(replace(member, languages=spoken))
        move.tell(move.say("languages-set", languages=_in_words(move, spoken)), place)
    if unknown and asked != ["geen"]:
        move.tell(move.say("languages-unknown", words=escaped(" ".join(unknown)[:40])), place)
    if not asked:
        lines = [f"- {escaped(one.name)}: {_in_words(move, one.languages)}" for one in colleagues(move.room)]
        move.tell("\n".join((move.say("languages-how"), "", *lines)), place)


_BETWEEN = frozenset({"ik", "spreek", "ook", "of"})
"""Words between languages."""
_LONGEST_CODE = 3


def _in_words(move: Move, codes: Iterable[str]) -> str:
    return ", ".join(language_in_dutch(move.library, Language(code)) for code in codes) or "-"


def themes(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/themas thuis, pesten``: what I know most about; steers who is called."""
    themes = tuple(part.strip() for part in sent.argument.split(",") if part.strip())
    move.room = move.room.keep(replace(move.room.staff[sent.staff.key], themes=themes))
    move.tell(move.say("themes-set", themes=escaped(", ".join(themes)) or "-"), place)


def faq(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/faq zoekterm``: entries that fit, each with a button that sends it."""
    query = sent.argument.strip()
    if not query:
        move.tell(move.say("faq-how"), handoff.place)
        return
    move.at_work(handoff, sent.staff.key)
    verdict = move.library.matcher.judge(query, audience=handoff.audience, language=None)
    found = [candidate.id for candidate in verdict.candidates][:_MOST_FOUND]
    if not found:
        move.tell(move.say("faq-nothing"), handoff.place)
        return
    rows = tuple(
        (
            Button(
                label=localised(move.library.entries[name].title, DUTCH, handoff.audience),
                choice=staff_choice(StaffKind.SEND_ENTRY, handoff.id, name),
            ),
        )
        for name in found
        if EntryId(name) in move.library.entries
    )
    move.effects.append(SendStaff(text=move.say("faq-found"), place=handoff.place, buttons=rows))


def transfer(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/overdragen``: to the queue; ``/overdragen Naam, notitie``: to a colleague, by their whole name if need be."""
    if handoff.status is Status.WAITING and not sent.argument.strip():
        move.refuse(Refusal.NOT_CLAIMED, handoff, handoff.place, toast=False)
        return
    who, _, note = sent.argument.partition(",")
    colleague = named(move.room, who) if who.strip() else None
    if colleague is None and not note:
        first, _, rest = sent.argument.strip().partition(" ")
        colleague, note = named(move.room, first) if first else None, rest
    if colleague is not None:
        desk.hand_over(move, handoff, sent.staff.key, colleague, note.strip())
    elif sent.argument.strip():
        # A name with a mistake in it changes nothing: the talk stays where it is.
        names = ", ".join(escaped(label) for label in labels(move.room).values())
        move.tell(move.say("transfer-who", who=escaped(who.strip()[:40]), names=names), handoff.place)
    else:
        refusal = may_transfer(handoff, sent.staff.key, move.room.staff[sent.staff.key].coordinator)
        if refusal is None:
            desk.give_back(move, handoff, "")
        else:
            move.refuse(refusal, handoff, handoff.place, toast=False)


def close(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/afsluiten``: the talk is done."""
    desk.close(move, handoff, sent.staff.key, toast=False)


def claim(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/oppakken``: this talk is mine."""
    desk.claim(move, handoff, sent.staff.key, toast=False)


def protocol(move: Move, _sent: StaffCommanded, handoff: Handoff) -> None:
    """``/spoed``: what to do when there is danger."""
    desk.protocol(move, handoff)


def block(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/blokkeer reden``: no talks with staff for a week; never for somebody in danger."""
    if handoff.urgent:
        move.tell(move.say("block-never"), handoff.place)
        return
    reason = sent.argument.strip()
    if not reason:
        move.tell(move.say("block-why"), handoff.place)
        return
    until = move.now + BLOCK_FOR
    block = Block(visitor=handoff.visitor, until=until, reason=reason[:200], by=sent.staff.key)
    move.room = move.room.keep(block)
    move.tell(move.say("blocked-staff", reason=escaped(reason), days=BLOCK_FOR.days), handoff.place)
    if handoff.live:
        desk.close(move, handoff, sent.staff.key, toast=False, anybody=True)


def delete(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/verwijder`` as a reply: take back a line that was sent to the person."""
    refusal = may_speak(handoff, sent.staff.key)
    if refusal is not None:
        move.refuse(refusal, handoff, handoff.place, toast=False)
    elif sent.reply_to is None:
        move.tell(move.say("delete-how"), handoff.place)
    elif sent.reply_to_bot:
        # What the person wrote is theirs: it stays in their own chat.
        move.tell(move.say("delete-not-yours"), handoff.place)
    else:
        source = Linked(handoff=handoff.id, side=Side.STAFF, message=sent.reply_to)
        move.effects.append(RelayDeletion(source=source, person=handoff.origin))
