"""Plays a written chat through the real dialogue: state written and read back between all turns, a clock that jumps."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.ids import MessageId
from bot.domain.inbound import (
    MediaKind,
    MediaReceived,
)
from bot.domain.tally import Measure
from bot.flow.session import read_session
from bot.testing.person import OnePerson
from bot.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a script: a verb, its value, and where it stands."""

    verb: str
    value: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A chat an editor wrote."""

    name: str
    flow: str
    audience: Audience | None
    language: str
    at: datetime
    lines: tuple[Line, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What was expected and what came."""

    line: int
    what: str


def play(library: Library, script: Script) -> Failure | None:
    """The first thing that is not as written, or None."""
    rehearsal = OnePerson(library=library, now=script.at, audience=script.audience, language=script.language)
    for line in script.lines:
        wrong = _step(rehearsal, line)
        if wrong is not None:
            heard = " / ".join(text.replace("\n", " ")[:160] for text in rehearsal.said) or "niets"
            return Failure(line=line.line, what=f"{wrong}; de bot zei: {heard}")
    return None


def _step(rehearsal: OnePerson, line: Line) -> str | None:
    value = line.value
    said = fold(plain_text(" ".join(rehearsal.said)))
    labels = [button.label for button in rehearsal.buttons]
    match line.verb:
        case "start":
            rehearsal.says(f"/start flow_{value}")
        case "user":
            rehearsal.says(value)
        case "tap":
            return None if rehearsal.taps(value) else f"de knop '{value}' is er niet (wel: {', '.join(labels)})"
        case "photo":
            rehearsal.happens(MediaReceived(kind=MediaKind.PHOTO, caption="", message=MessageId(1)))
        case "wait":
            number = float(value.rstrip("hd"))
            rehearsal.waits(number * (24 if value.endswith("d") else 1))
        case "bot":
            return None if fold(value) in said else f"'{value}' is niet gezegd"
        case "bot_not":
            return f"'{value}' is wel gezegd" if fold(value) in said else None
        case "buttons":
            missing = [part for part in value.split(" | ") if not any(fold(part) == fold(label) for label in labels)]
            return f"knoppen ontbreken: {', '.join(missing)}" if missing else None
        case "messages":
            return (
                None if len(rehearsal.said) == int(value) else f"{len(rehearsal.said)} berichten in plaats van {value}"
            )
        case "file":
            return None if value in rehearsal.files else f"het document '{value}' kwam niet"
        case "staff":
            return (
                None
                if fold(value) in fold(plain_text(" ".join(rehearsal.staff)))
                else f"'{value}' kwam niet bij het team"
            )
        case "staff_not":
            return (
                f"'{value}' kwam bij het team" if fold(value) in fold(plain_text(" ".join(rehearsal.staff))) else None
            )
        case "step" | "slot" | "mark" | "ended":
            return _where(rehearsal, line)
        case _:
            return f"'{line.verb}' is geen regel van een proefgesprek"
    return None


def plain_text(text: str) -> str:
    """The words of a Markdown text, without signs and addresses."""
    without_links = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[\\*_]", "", without_links).replace("\n", " ").strip()


def _where(rehearsal: OnePerson, line: Line) -> str | None:
    session = read_session(rehearsal.state.flow)
    if line.verb == "mark":
        marks = [count.name.partition("/")[2] for count in rehearsal.counted if count.measure is Measure.MARK]
        return None if line.value in marks else f"'{line.value}' is niet geteld"
    if line.verb == "ended":
        return None if session is None else f"het stappenplan is nog bij '{session.step}'"
    if session is None:
        return "er loopt geen stappenplan"
    if line.verb == "step":
        return None if session.step == line.value else f"het stappenplan is bij '{session.step}'"
    name, _, wanted = line.value.partition("=")
    value = session.slots.get(name.strip())
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return None if text == wanted.strip() else f"'{name.strip()}' is '{text}'"
