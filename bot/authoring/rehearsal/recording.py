"""Makes rehearsals of a flow by walking it at random, and keeps the few walks that together show everything.

An editor reads them, trims them and adds what only a person thinks of. From then on the check notices any change.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from bot.authoring.rehearsal.playing import Line, Script, plain_text
from bot.dialogue.choices import Kind, read_choice
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.effects import Button
from bot.flow.definition import Ask, Flow, Slot, SlotType
from bot.flow.session import read_session
from bot.testing.person import OnePerson
from bot.text.folding import fold

_WALKS, _MOST_SCRIPTS, _MOST_TURNS, _WORDS = 240, 12, 40, 7
_TYPES = 0.75
"""How often something is typed where a skip or a button would do as well."""
_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
_TYPED_TYPES = (SlotType.TEXT, SlotType.DATE, SlotType.SCALE, SlotType.NUMBER)


def record(library: Library, flow: Flow) -> list[Script]:
    """The fewest scripts that together say and press all that many random walks did, and one in English."""
    chance = random.Random(flow.id)  # noqa: S311 - the same walks every time, no secrets
    audiences = sorted(flow.audiences)
    walks = [_walk(library, flow, audiences[number % len(audiences)], "nl", chance) for number in range(_WALKS)]
    missing = set().union(*(_touched(walk) for walk in walks))
    chosen: list[Script] = []
    while missing and len(chosen) < _MOST_SCRIPTS:
        best = max(walks, key=lambda walk: (len(_touched(walk) & missing), -len(walk.lines)))
        missing -= _touched(best)
        chosen.append(replace(best, name=f"weg {len(chosen) + 1}"))
    return [*chosen, replace(_walk(library, flow, audiences[0], "en", chance), name="in het Engels")]


def _touched(script: Script) -> set[tuple[str, str]]:
    """What a script shows to work: each line, and each line together with the one before it."""
    lines = [(line.verb, line.value) for line in script.lines]
    pairs = {(f"{first[1]}", f"{second[0]}:{second[1]}") for first, second in pairwise(lines)}
    return {*lines, *pairs}


def _walk(library: Library, flow: Flow, audience: Audience, language: str, chance: random.Random) -> Script:
    rehearsal = OnePerson(library=library, now=_MORNING, audience=audience, language=language)
    lines: list[Line] = []

    def note(verb: str, value: str) -> None:
        lines.append(Line(verb=verb, value=value, line=len(lines) + 1))

    rehearsal.says(f"/start flow_{flow.id}")
    note("start", flow.id)
    _heard(rehearsal, note)
    for _ in range(_MOST_TURNS):
        session = read_session(rehearsal.state.flow)
        if session is None:
            note("ended", "ja")
            break
        ways = [button for button in rehearsal.buttons if _leads_on(button)]
        slot = _typed_slot(flow, session.step)
        if slot is not None and (not ways or chance.random() < _TYPES):
            words = chance.choice(_typed(slot))
            rehearsal.says(words)
            note("user", words)
        elif ways:
            button = chance.choice(ways)
            rehearsal.taps(button.label)
            note("tap", button.label)
        else:
            break
        _heard(rehearsal, note)
    return Script(
        name="", flow=flow.id, audience=audience, language=language, at=_MORNING, lines=tuple(lines), file=flow.file
    )


def _typed(slot: Slot) -> tuple[str, ...]:
    match slot.type:
        case SlotType.TEXT:
            return ("een rustige plek",)
        case SlotType.DATE:
            return ("14 december", "over 2 weken")
        case SlotType.SCALE:
            return ("7", "3")
        case _:
            low, high = slot.minimum or 1, slot.maximum or 20
            return (str(low), str(min(high, low + 9)), str(high))


def _typed_slot(flow: Flow, step: str) -> Slot | None:
    found = flow.step(step)
    slot = flow.slots[found.slot] if isinstance(found, Ask) else None
    return slot if slot is not None and slot.type in _TYPED_TYPES else None


def _leads_on(button: Button) -> bool:
    """Answers, a skip, and yes or no to sharing; not the ways out, nor a change of an earlier answer."""
    choice = read_choice(button.choice or "")
    if choice is None:
        return False
    if choice.kind is Kind.REPLY:
        return not button.label.startswith(("Wijzig", "Change"))
    return choice.kind is Kind.SHARE or (choice.kind is Kind.FLOW_ACTION and choice.value == "skip")


def _heard(rehearsal: OnePerson, note: Callable[[str, str], None]) -> None:
    for text in rehearsal.said:
        words = _start_of(text)
        if words:
            note("bot", words)
    for name in rehearsal.files:
        note("file", name)
    for text in rehearsal.staff:
        for row in text.split("\n\n"):
            if ":" in row and not re.search(r"\d\d\.\d\d", row):
                note("staff", plain_text(row))


def _start_of(text: str) -> str:
    return " ".join(fold(plain_text(text)).split()[:_WORDS])
