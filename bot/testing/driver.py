"""Turns driven by hand through the real dialogue: what is kept is written and read back in between, the clock jumps.

Who talks is up to its users: one person (``person.py``), or people and a team (``team.py``).
"""

from datetime import datetime, timedelta

from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.domain.alarms import Alarm
from bot.domain.conversation import Conversation
from bot.domain.effects import Effect, SendStaff, SendText, SetTimer
from bot.domain.ids import LaneKey, Language, SealedAddress, VisitorKey
from bot.domain.inbound import Arrival, Inbound, Origin, StaffInbound, WaitExpired
from bot.handoff.room import Room
from bot.service.records import Kept
from bot.service.staffroom import Rooms


class ConversationDriver:
    """People, staff and a clock; nothing but what a store would hold goes from one turn to the next."""

    def __init__(self, library: Library, now: datetime, *, somebody: str, language: str | None = None) -> None:
        """``somebody``: the person who is meant when none is named; ``language``: that of everybody's telephone."""
        self.now = now
        self.somebody = somebody
        self.states: dict[str, str] = {}
        """Each person's conversation, as it is written."""
        self.kept: dict[tuple[str, str], Kept] = {}
        """The records of the staff room, as they are written."""
        self.timers: dict[tuple[str, Alarm], datetime] = {}
        """When what rings for whom."""
        self.told: dict[str, list[str]] = {}
        """Everything that was said to each person."""
        self.group: list[str] = []
        """Everything that was said to the team."""
        self.effects: tuple[Effect, ...] = ()
        """Of the last turn."""
        self.turns = 0
        self._language = Language(language) if language else None
        self.republish(library)

    def republish(self, library: Library) -> None:
        """Other content from now on, as when an editor changes it while somebody is talking."""
        self.library = library
        self._dialogue = Conversing(library)

    @property
    def room(self) -> Room:
        """The staff room as it is now."""
        return Rooms(self.kept.values(), {}).room

    @property
    def cause(self) -> str:
        """The name of the next update; which answers ask for an opinion hangs on it."""
        return f"{self.somebody}:{self.turns}"

    def conversation(self, visitor: str) -> Conversation:
        """Where this person is; new people are at the beginning."""
        key = VisitorKey(visitor)
        written = self.states.get(visitor)
        return Conversation(visitor=key) if written is None else Conversation.from_json(key, written)

    def happens(self, inbound: Inbound, visitor: str | None = None) -> Turn:
        """One turn; what staff do, and what rings for nobody (''), is nobody's conversation."""
        visitor = self.somebody if visitor is None else visitor
        key = VisitorKey("" if isinstance(inbound, StaffInbound) else visitor)
        origin = Origin(
            visitor=key,
            address=SealedAddress(f"address-{visitor}"),
            lane=LaneKey(f"lane-{visitor}"),
            language=self._language,
        )
        rooms = Rooms(self.kept.values(), {})
        arrival = Arrival(origin=origin, inbound=inbound, at=self.now, cause=self.cause)
        self.turns += 1
        turn = self._dialogue.take_turn(self.conversation(key), arrival, rooms.room)
        if turn.room is not None:
            self.kept |= {(row.kind, row.key): row for row in rooms.changes(turn.room, self.library.profile)}
        if not isinstance(inbound, StaffInbound):
            self.states[visitor] = turn.conversation.to_json()
            assert self.conversation(visitor) == turn.conversation
        self.effects = turn.effects
        for effect in turn.effects:
            self._note(effect, visitor)
        return turn

    def _note(self, effect: Effect, visitor: str) -> None:
        match effect:
            case SendText(text=text, to=to):
                self.told.setdefault(str(to.visitor) if to else visitor, []).append(text)
            case SendStaff(text=text):
                self.group.append(text)
            case SetTimer(alarm=alarm, due=due, of=of):
                self.timers[str(of.visitor) if of else visitor, alarm] = due
            case _:
                pass

    def later(self, **passed: float) -> None:
        """The clock jumps; what is due rings, in order."""
        self.now += timedelta(**passed)
        while True:
            due = sorted((when, key) for key, when in self.timers.items() if when <= self.now)
            if not due:
                return
            _, (visitor, alarm) = due[0]
            del self.timers[visitor, alarm]
            self.happens(WaitExpired(alarm=alarm), visitor)
