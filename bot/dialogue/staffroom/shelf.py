"""What keeps a busy desk in order: labels, a reminder for later, searching, standing sentences, and lifting a block."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape

from bot.dialogue import moments
from bot.dialogue.cards import escaped
from bot.dialogue.library import localised
from bot.dialogue.staffroom import desk
from bot.dialogue.staffroom.desk import Move
from bot.domain.effects import Linked, Relay, SetTimer, Side, TopicPlace
from bot.domain.ids import DUTCH, Language
from bot.domain.inbound import StaffCommanded
from bot.handoff.record import Handoff

_MOST_LABELS, _LONGEST_LABEL, _MOST_FOUND = 5, 30, 15
_LATER = re.compile(r"(\d{1,3})\s*(m|min|minuten|u|uur|d|dag|dagen)?", re.IGNORECASE)
_TOMORROW = re.compile(r"morgen(?:\s+(?:om\s+)?(\d{1,2})(?:[.:](\d{2}))?(?:\s*uur)?)?", re.IGNORECASE)
_UNITS = {"m": timedelta(minutes=1), "u": timedelta(hours=1), "d": timedelta(days=1)}


def label(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/label wachtlijst``: put it on, or take it off when it is on."""
    name = " ".join(sent.argument.split())[:_LONGEST_LABEL]
    if not name:
        move.tell(move.say("label-how"), handoff.place)
        return
    others = tuple(known for known in handoff.labels if known.casefold() != name.casefold())
    labels = others if len(others) < len(handoff.labels) else (*others, name)[-_MOST_LABELS:]
    move.keep(handoff.evolve(labels=labels))
    move.tell(move.say("label-set", labels=escaped(", ".join(labels)) or "-"), handoff.place)


def later(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/straks 30``, ``/straks 2 uur``, ``/straks morgen 9.00``: come back to this then."""
    due = moment_of(sent.argument.strip(), desk.local(move))
    if due is None or not handoff.live:
        move.tell(move.say("later-how"), handoff.place)
        return
    move.effects.append(SetTimer(name=f"straks:{handoff.id}", due=due.astimezone(move.now.tzinfo), of=handoff.origin))
    when = moments.in_words(due, DUTCH, desk.local(move))
    move.tell(move.say("later-set", moment=when), handoff.place)


def moment_of(written: str, now: datetime) -> datetime | None:
    """The moment in these words, on the clock of the steunpunt."""
    tomorrow = _TOMORROW.fullmatch(written)
    if tomorrow is not None:
        hour, minute = int(tomorrow[1] or 9), int(tomorrow[2] or 0)
        if hour > 23 or minute > 59:
            return None
        return (now + timedelta(days=1)).replace(hour=hour, minute=minute, second=0, microsecond=0)
    after = _LATER.fullmatch(written)
    if after is None or int(after[1]) == 0:
        return None
    return now + int(after[1]) * _UNITS[(after[2] or "m")[0].lower()]


def search(move: Move, sent: StaffCommanded, place: TopicPlace) -> None:
    """``/zoek pesten``: talks that are kept, by alias, subject or label; never by what somebody wrote."""
    wanted = sent.argument.strip().casefold()
    if not wanted:
        move.tell(move.say("search-how"), place)
        return
    found = [
        handoff
        for handoff in sorted(move.room.handoffs.values(), key=lambda one: one.asked_at, reverse=True)
        if any(wanted in text.casefold() for text in (handoff.alias, handoff.theme, *handoff.labels))
    ]
    lines = [
        move.say(
            "search-found",
            alias=escaped(handoff.alias),
            theme=escaped(handoff.theme) or "-",
            labels=escaped(", ".join(handoff.labels)) or "-",
            status=str(handoff.status),
            day=f"{handoff.asked_at:%d-%m}",
        )
        for handoff in found[:_MOST_FOUND]
    ]
    move.tell("\n".join(f"- {line}" for line in lines) if lines else move.say("search-nothing"), place)


def unblock(move: Move, _sent: StaffCommanded, handoff: Handoff) -> None:
    """``/deblokkeer``: talks are possible again."""
    block = move.room.blocked(handoff.visitor, move.now)
    if block is None:
        move.tell(move.say("unblock-none"), handoff.place)
        return
    move.room = move.room.keep(replace(block, until=move.now))
    move.tell(move.say("unblocked"), handoff.place)


def snippet(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/zin``: the list; ``/zin naam``: send it; ``/zin naam = tekst``: keep one; ``/zin naam =``: throw it away."""
    group = move.room.group
    known = dict(group.snippets)
    name, equals, text = (part.strip() for part in sent.argument.partition("="))
    key = name.casefold()
    if equals and key and text:
        known[key] = text
        move.room = move.room.keep(replace(group, snippets=tuple(sorted(known.items()))))
        move.tell(move.say("snippet-kept", name=escaped(name)), handoff.place)
    elif equals and key in known:
        del known[key]
        move.room = move.room.keep(replace(group, snippets=tuple(sorted(known.items()))))
        move.tell(move.say("snippet-gone", name=escaped(name)), handoff.place)
    elif not equals and (words := _words(move, handoff, known, key)):
        voice = move.person(handoff).say("staff-voice")
        html = f"{escape(voice)}\n{words}"
        source = Linked(handoff=handoff.id, side=Side.STAFF, message=sent.message)
        relay = Relay(source=source, person=handoff.origin, place=handoff.place, html=html)
        desk.answer(move, handoff, sent.staff.key, message=sent.message, relay=relay)
    else:
        names = ", ".join(escaped(one) for one in known) or "-"
        fixed = [f"- {escaped(one)}: {escaped(texts[DUTCH])}" for one, texts in move.library.sentences.items()]
        move.tell("\n".join((move.say("snippet-list", names=names), "", *fixed)), handoff.place)


def _words(move: Move, handoff: Handoff, known: Mapping[str, str], key: str) -> str:
    """The group's own sentence as it is; a fixed one in the person's language, with the Dutch below it."""
    if key in known:
        return escape(_filled(move, handoff, known[key]), quote=False)
    fixed = move.library.sentences.get(key)
    if fixed is None:
        return ""
    language = move.person(handoff).language
    said = escape(_filled(move, handoff, localised(fixed, language)), quote=False)
    if language == DUTCH:
        return said
    dutch = _filled(move, handoff, fixed[DUTCH], DUTCH)
    return f"{said}\n\n<i>{escape(dutch, quote=False)}</i>"


def _filled(move: Move, handoff: Handoff, text: str, language: Language | None = None) -> str:
    """A standing sentence with what differs per talk."""
    language = language or move.person(handoff).language
    opening = moments.next_opening(move.library, desk.local(move))
    when = (
        move.library.texts.say("opening-unknown", language)
        if opening is None
        else moments.in_words(opening, language, desk.local(move))
    )
    return text.replace("{alias}", handoff.alias).replace("{openingstijd}", when)
