"""People and a team: who is on duty presses, writes and commands, and the clock rings."""

from dataclasses import replace
from datetime import UTC, datetime, time

from bot.dialogue.choices import Kind, StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.dialogue.opening import Schedule
from bot.domain.effects import SendText
from bot.domain.ids import MessageId, PressId, SealedAddress, StaffKey, TopicId, VisitorKey
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    MessageSettled,
    StaffCommanded,
    Staffer,
    StaffPressed,
    StaffWrote,
)
from bot.handoff.record import Handoff
from bot.testing.driver import ConversationDriver

ANOUK = Staffer(key=StaffKey("a" * 32), name="Anouk", address=SealedAddress("sealed-a"))
BRAM = Staffer(key=StaffKey("b" * 32), name="Bram", address=SealedAddress("sealed-b"))
TOPIC = TopicId(7)
"""Of the first talk; the others have those after it."""


class Team(ConversationDriver):
    """Open on weekdays from nine to five, a Monday morning."""

    def __init__(self, library: Library, *, hours: bool = True) -> None:
        """``hours``: False for a team that never said when it is there."""
        days = {day: ((time(9), time(17)),) for day in range(5)}
        schedule = Schedule(days=days) if hours else None
        profile = replace(library.profile, schedule=schedule, timezone="UTC", waiting_minutes=15)
        super().__init__(replace(library, profile=profile), datetime(2026, 11, 23, 10, tzinfo=UTC), somebody="p")

    @property
    def handoff(self) -> Handoff:
        """The first talk."""
        return next(iter(self.room.handoffs.values()))

    def asks(self, visitor: str = "p") -> Handoff:
        """From /mens to a topic."""
        self.happens(CommandReceived(name="mens", argument="", message=MessageId(1)), visitor)
        self.happens(ChoicePressed(choice=self.offered(Kind.SHARE), press=PressId("x"), message=None), visitor)
        handoff = self.room.of(VisitorKey(visitor))
        assert handoff is not None
        topic = TOPIC + len(self.room.handoffs) - 1
        self.happens(MessageSettled(handoff=handoff.id, what="topic", result=topic), visitor)
        return self.room.handoffs[handoff.id]

    def offered(self, kind: Kind) -> str:
        """What the first button of this kind carries, of those that were shown last."""
        shown = [effect for effect in self.effects if isinstance(effect, SendText)]
        choices = [button.choice or "" for text in shown for row in text.buttons for button in row]
        return next(choice for choice in choices if choice.startswith(f"{kind}:"))

    def presses(self, staff: Staffer, kind: StaffKind, identifier: str) -> None:
        """A colleague presses a button under a card."""
        press = StaffPressed(
            staff=staff, topic=TOPIC, message=None, choice=staff_choice(kind, identifier), press=PressId("p")
        )
        self.happens(press)

    def writes(self, staff: Staffer, text: str, topic: int = TOPIC) -> None:
        """A colleague types in a topic."""
        self.happens(StaffWrote(staff=staff, topic=TopicId(topic), message=MessageId(500 + self.turns), text=text))

    def commands(self, staff: Staffer, text: str, topic: int | None = TOPIC) -> None:
        """A colleague gives a command; without a topic in the group itself."""
        name, _, argument = text.partition(" ")
        where = None if topic is None else TopicId(topic)
        self.happens(StaffCommanded(staff=staff, topic=where, message=MessageId(900), name=name, argument=argument))

    def last(self, visitor: str = "p") -> str:
        """What this person heard last."""
        return self.told[visitor][-1]
