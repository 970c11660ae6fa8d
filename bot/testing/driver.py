"""One person talking through the real dialogue: state written and read back between all turns, a clock that jumps."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.dialogue import gathering
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Count, Effect, SendFile, SendStaff, SendText, SetTimer
from bot.domain.ids import LaneKey, Language, MessageId, PressId, SealedAddress, VisitorKey
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    Inbound,
    Origin,
    TextReceived,
    WaitExpired,
)
from bot.handoff.room import Room
from bot.text.folding import fold

_VISITOR = VisitorKey("proef")


@dataclass
class ConversationDriver:
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
        self._timers: dict[Alarm, datetime] = {}
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
            case SetTimer(alarm=alarm, due=due):
                self._timers[alarm] = due
            case _:
                pass
        return []

    def says(self, text: str) -> None:
        """Type something and wait for the reply; a slash makes it a command."""
        self.types(text)
        if Alarm(AlarmKind.GATHER) in self._timers:
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
        for alarm in [alarm for alarm, due in self._timers.items() if due <= self.now]:
            del self._timers[alarm]
            self.happens(WaitExpired(alarm=alarm))
