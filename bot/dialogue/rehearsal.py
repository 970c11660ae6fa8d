"""Plays a written chat through the real dialogue: state written and read back between all turns, a clock that jumps."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.dialogue import gathering
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Count, Effect, SendFile, SendStaff, SendText, SetTimer
from bot.domain.ids import LaneKey, Language, MessageId, PressId, SealedAddress, VisitorKey
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    Inbound,
    MediaKind,
    MediaReceived,
    Origin,
    TextReceived,
    WaitExpired,
)
from bot.domain.tally import Measure
from bot.flow.session import read_session
from bot.handoff.room import Room
from bot.text.folding import fold

_VISITOR = VisitorKey("proef")


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


@dataclass
class Rehearsal:
    """One person talking; what the bot said since the last line of the person is looked at."""

    library: Library
    now: datetime
    audience: Audience | None
    language: str
    said: list[str] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    staff: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    counted: list[Count] = field(default_factory=list)
    """Everything that was counted from the start."""
    turns: int = 0

    def __post_init__(self) -> None:
        self._dialogue = Conversing(self.library)
        self._room = Room()
        self._timers: dict[str, datetime] = {}
        self._state = Conversation(visitor=_VISITOR, audience=self.audience, language=Language(self.language)).to_json()

    def republish(self, library: Library) -> None:
        """An editor changed the content while somebody is talking."""
        self.library = library
        self._dialogue = Conversing(library)

    def stands_at(self, session: str) -> None:
        """Put the person at a place in a flow."""
        self._state = replace(self.state, flow=session).to_json()

    @property
    def room(self) -> Room:
        """The staff room as it is now."""
        return self._room

    @property
    def state(self) -> Conversation:
        """Where the person is."""
        return Conversation.from_json(_VISITOR, self._state)

    def happens(self, inbound: Inbound) -> None:
        """One turn."""
        origin = Origin(
            visitor=_VISITOR, address=SealedAddress("-"), lane=LaneKey("proef"), language=Language(self.language)
        )
        arrival = Arrival(origin=origin, inbound=inbound, at=self.now, cause=f"proef:{self.turns}")
        self.turns += 1
        turn = self._dialogue.take_turn(self.state, arrival, self._room)
        self._state = turn.conversation.to_json()
        self._room = turn.room or self._room
        self.said, self.staff, self.files = [], [], []
        buttons: list[Button] = []
        for effect in turn.effects:
            buttons = self._note(effect) or buttons
        if self.said or self.files:
            self.buttons = buttons

    def _note(self, effect: Effect) -> list[Button]:
        match effect:
            case SendText(text=text, buttons=rows) if effect.to is None:
                self.said.append(text)
                return [button for row in rows for button in row]
            case SendFile(name=name, caption=caption, buttons=rows):
                self.files.append(name)
                self.said.append(caption)
                return [button for row in rows for button in row]
            case SendStaff(text=text):
                self.staff.append(text)
            case Count():
                self.counted.append(effect)
            case SetTimer(name=name, due=due):
                self._timers[name] = due
            case _:
                pass
        return []

    def says(self, text: str) -> None:
        """Type something and wait for the reply; a slash makes it a command."""
        self.types(text)
        if gathering.TIMER in self._timers:
            self._passes(gathering.WAITS_FOR)

    def types(self, text: str) -> None:
        """Type something; more may follow at once."""
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            self.happens(CommandReceived(name=name, argument=argument, message=MessageId(self.turns + 1)))
        else:
            self.happens(TextReceived(text=text, message=MessageId(self.turns + 1)))

    def taps(self, label: str) -> bool:
        """Press a button that is there; False when it is not."""
        wanted = fold(label)
        for button in self.buttons:
            if button.choice is not None and (fold(button.label) == wanted or button.label == label):
                self.happens(ChoicePressed(choice=button.choice, press=PressId("p"), message=None))
                return True
        return False

    def waits(self, hours: float) -> None:
        """The clock jumps; timers that are due ring."""
        self._passes(timedelta(hours=hours))

    def _passes(self, time: timedelta) -> None:
        self.now += time
        for name in [name for name, due in self._timers.items() if due <= self.now]:
            del self._timers[name]
            self.happens(WaitExpired(timer=name))


def play(library: Library, script: Script) -> Failure | None:
    """The first thing that is not as written, or None."""
    rehearsal = Rehearsal(library=library, now=script.at, audience=script.audience, language=script.language)
    for line in script.lines:
        wrong = _step(rehearsal, line)
        if wrong is not None:
            heard = " / ".join(text.replace("\n", " ")[:160] for text in rehearsal.said) or "niets"
            return Failure(line=line.line, what=f"{wrong}; de bot zei: {heard}")
    return None


def _step(rehearsal: Rehearsal, line: Line) -> str | None:
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


def _where(rehearsal: Rehearsal, line: Line) -> str | None:
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
