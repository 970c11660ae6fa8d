"""One person talking: types, presses what is there, waits."""

from dataclasses import replace
from datetime import datetime

from bot.dialogue import gathering
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import Button, Buttons, Count, Effect, SendFile, SendStaff, SendText
from bot.domain.ids import Language, MessageId, PressId, VisitorKey
from bot.domain.inbound import ChoicePressed, CommandReceived, Inbound, TextReceived
from bot.testing.driver import ConversationDriver
from bot.text.folding import fold

_NAME = "proef"


class OnePerson(ConversationDriver):
    """What the bot said since the last line of the person is looked at."""

    def __init__(self, library: Library, now: datetime, audience: Audience | None, language: str) -> None:
        """Somebody who chose a language, and perhaps who they are."""
        super().__init__(library, now, somebody=_NAME, language=language)
        begin = Conversation(visitor=VisitorKey(_NAME), audience=audience, language=Language(language))
        self.states[_NAME] = begin.to_json()
        self.said: list[str] = []
        self.buttons: list[Button] = []
        self.staff: list[str] = []
        self.files: list[str] = []
        self.counted: list[Count] = []
        """Everything that was counted from the start."""
        self._shown: list[Button] = []

    @property
    def state(self) -> Conversation:
        """Where the person is."""
        return self.conversation(_NAME)

    def stands_at(self, session: str) -> None:
        """Put the person at a place in a flow."""
        self.states[_NAME] = replace(self.state, flow=session).to_json()

    def happens(self, inbound: Inbound, visitor: str | None = None) -> Turn:
        """One turn."""
        self.said, self.staff, self.files = [], [], []
        self._shown = []
        turn = super().happens(inbound, visitor)
        if self.said:
            self.buttons = self._shown
        return turn

    def _note(self, effect: Effect, visitor: str) -> None:
        super()._note(effect, visitor)
        match effect:
            case SendText(text=words, buttons=buttons) if effect.to is None:
                self._hears(words, buttons)
            case SendFile(caption=words, buttons=buttons):
                self.files.append(effect.name)
                self._hears(words, buttons)
            case SendStaff(text=words):
                self.staff.append(words)
            case Count():
                self.counted.append(effect)
            case _:
                pass

    def _hears(self, words: str, buttons: Buttons) -> None:
        self.said.append(words)
        self._shown = [button for row in buttons for button in row] or self._shown

    def waits(self, hours: float) -> None:
        """The clock jumps; timers that are due ring."""
        self.later(hours=hours)

    def says(self, text: str) -> None:
        """Type something and wait for the reply; a slash makes it a command."""
        self.types(text)
        if (_NAME, Alarm(AlarmKind.GATHER)) in self.timers:
            self.later(seconds=gathering.WAITS_FOR.total_seconds())

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
