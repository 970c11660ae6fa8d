"""What keeps a busy desk in order: labels, a reminder for later, searching, standing sentences, and lifting a block."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape

from bot.dialogue import moments
from bot.dialogue.cards import escaped
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.later import moment_of
from bot.dialogue.library import Localised, localised
from bot.dialogue.staffroom import desk
from bot.dialogue.staffroom.desk import Move
from bot.dialogue.stages import ringing
from bot.dialogue.stages.announcing import MOST_LABELS
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import Button, Linked, Relay, SendStaff, SetTimer, Side, TopicPlace
from bot.domain.ids import DUTCH, Language, StaffKey
from bot.domain.inbound import StaffCommanded
from bot.handoff.record import Handoff, Status, Weight

_LONGEST_LABEL, _MOST_FOUND = 30, 15
_LONGEST_REST = timedelta(days=31)


def label(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/label wachtlijst``: put it on, or take it off when it is on."""
    name = " ".join(sent.argument.split())[:_LONGEST_LABEL]
    if not name:
        move.tell(move.say("label-how"), handoff.place)
        return
    others = tuple(known for known in handoff.labels if known.casefold() != name.casefold())
    on = len(others) == len(handoff.labels)
    changed = labelled(handoff, name) if on else replace(handoff, labels=others)
    move.keep(changed)
    move.tell(move.say("label-set", labels=escaped(", ".join(changed.labels)) or "-"), handoff.place)


def labelled(handoff: Handoff, name: str) -> Handoff:
    """The talk with this label on it; the oldest goes when there are too many."""
    others = tuple(known for known in handoff.labels if known.casefold() != name.casefold())
    return replace(handoff, labels=(*others, name)[-MOST_LABELS:])


def weigh(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/prioriteit hoog``; without a word three buttons."""
    word = sent.argument.strip().casefold()
    weight = next((weight for weight in Weight if word and weight.startswith(word)), None)
    if weight is not None:
        set_weight(move, handoff, weight)
        return
    row = tuple(
        Button(
            label=move.say("weight-name", weight=str(one)).strip(),
            choice=staff_choice(StaffKind.WEIGHT, handoff.id, str(one)),
        )
        for one in Weight
    )
    move.effects.append(SendStaff(text=move.say("weight-ask"), place=handoff.place, buttons=(row,)))


def set_weight(move: Move, handoff: Handoff, weight: Weight) -> None:
    """How pressing it is, on the card, in the topic's name and in the queue."""
    changed = replace(handoff, weight=weight)
    move.keep(changed)
    place = move.room.place_in_queue(changed)
    name = move.say("weight-name", weight=str(weight))
    move.tell(move.say("weight-set", name=name, place=place, urgent=str(changed.urgent).lower()), handoff.place)


def later(move: Move, sent: StaffCommanded, handoff: Handoff) -> None:
    """``/straks 30``, ``/straks morgen 9.00``: come back to this then; ``/straks weg``: not any more."""
    written = sent.argument.strip()
    if written.casefold() == "weg" and handoff.later_at is not None:
        move.keep(replace(handoff, later_at=None, rests=False))
        move.tell(move.say("later-gone"), handoff.place)
        move.effects.append(ringing.answer_timer(move.person(handoff), handoff))
        return
    due = moment_of(written, desk.local(move))
    if due is None or not handoff.live or due - move.now > _LONGEST_REST:
        move.tell(move.say("later-how"), handoff.place)
        return
    come_back(move, handoff, due, sent.staff.key)


def come_back(move: Move, handoff: Handoff, due: datetime, key: StaffKey) -> None:
    """A reminder; whoever has the talk is left in peace until then, and a person who waits hears when it is."""
    rests = handoff.status is Status.CLAIMED and handoff.claimer == key and not handoff.urgent
    waits = rests and handoff.waits_since is not None
    rested = replace(handoff, later_at=due.astimezone(move.now.tzinfo), rests=rests)
    move.keep(rested)
    timer = SetTimer(alarm=Alarm(AlarmKind.LATER, handoff.id), due=due.astimezone(move.now.tzinfo), of=handoff.origin)
    move.effects.append(timer)
    when = moments.in_words(due, DUTCH, desk.local(move))
    move.tell(move.say("later-set", moment=when, told=str(waits).lower()), handoff.place)
    if waits:
        language = move.person(handoff).language
        move.tell_person(rested, "later-person", moment=moments.in_words(due, language, desk.local(move)))


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
    """The group's own sentence, in the person's language if they wrote that too (``hallo en``); else a fixed one."""
    if key in known:
        translated = known.get(f"{key} {move.person(handoff).language}")
        if translated is not None:
            return in_their_language(move, handoff, {DUTCH: known[key], move.person(handoff).language: translated})
        return escape(_filled(move, handoff, known[key]), quote=False)
    fixed = move.library.sentences.get(key)
    return "" if fixed is None else in_their_language(move, handoff, fixed)


def in_their_language(move: Move, handoff: Handoff, fixed: Localised) -> str:
    """As HTML, with the Dutch below what is not Dutch."""
    language = move.person(handoff).language
    said = escape(_filled(move, handoff, localised(fixed, language)), quote=False)
    if language == DUTCH or localised(fixed, language) == fixed[DUTCH]:
        # Nothing of their own language is there: the Dutch is said once.
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
