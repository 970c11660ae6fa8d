"""The store in memory, with the same promises as the one on disk: for tests and for trying things out.

It keeps what it was given in plain objects; a unit that ends with an exception leaves no trace, like a rolled-back
transaction. The contract tests hold both to the same behaviour.
"""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta

from bot.domain.ids import LaneKey, VisitorKey
from bot.domain.tally import Tally
from bot.service.ports import Clock
from bot.service.records import (
    Backlog,
    Before,
    Delivered,
    DeliveryResult,
    Kept,
    OpenUpdate,
    RawUpdate,
)
from bot.testing.memory_state import OPEN, State
from bot.testing.memory_units import MemoryDeliveries, MemoryTurns


class MemoryStore:
    """Implements ``Store``."""

    def __init__(self, clock: Clock, *, state_lifetime: timedelta) -> None:
        self._clock = clock
        self._state_lifetime = state_lifetime
        self._state = State()

    async def receive(self, updates: Sequence[RawUpdate], *, confirm: int | None = None) -> int:
        """All or nothing."""
        fresh = sum(self._state.add_update(update, self._clock()) for update in updates)
        if confirm is not None:
            self._state.confirmed = confirm
        return fresh

    async def confirmed(self) -> int | None:
        """The mark of the last batch."""
        return self._state.confirmed

    @asynccontextmanager
    async def waiting(self, limit: int) -> AsyncIterator[Sequence[OpenUpdate]]:
        """The oldest of each lane."""
        yield self._state.oldest(self._clock())[:limit]

    async def states_of(self, visitors: Collection[VisitorKey]) -> Before:
        """As it stands now."""
        states = {one: self._state.conversations[one][0] for one in visitors if one in self._state.conversations}
        talks = [kept for kept in self._state.records.values() if kept.open and kept.kind == "handoff"]
        talking = {VisitorKey(kept.visitor) for kept in talks if kept.visitor}
        return Before(states=states, talking=frozenset(talking & set(visitors)))

    @asynccontextmanager
    async def turns(self, limit: int, waiting: Sequence[OpenUpdate] | None = None) -> AsyncIterator[MemoryTurns]:
        """Work on a copy; keep it only when the block ends well."""
        copy = self._state.copy()
        yield MemoryTurns(copy, self._clock(), limit, waiting)
        self._state = copy

    @asynccontextmanager
    async def deliveries(self) -> AsyncIterator[MemoryDeliveries]:
        """Work on a copy; keep it only when the block ends well."""
        copy = self._state.copy()
        yield MemoryDeliveries(copy, self._clock())
        self._state = copy

    async def recover(self) -> int:
        """Settle what was under way."""
        under_way = [held.waiting for held in self._state.messages.values() if held.status == "sending"]
        unit = MemoryDeliveries(self._state, self._clock())
        for waiting in under_way:
            unit.record(DeliveryResult(waiting=waiting, outcome=Delivered.UNCERTAIN))
        return len(under_way)

    async def recent_sends(self, since: datetime) -> Sequence[tuple[LaneKey, bool, datetime]]:
        """Sends after ``since``, oldest first."""
        found = [
            (held.waiting.message.destination, held.waiting.message.group, held.sent_at)
            for held in self._state.messages.values()
            if held.status == "sent" and held.sent_at is not None and held.sent_at > since
        ]
        return sorted(found, key=lambda send: send[2])

    async def clock_set_back(self, now: datetime, *, pauses: bool) -> None:
        """What was written under a clock that was ahead waits no longer for it."""
        state = self._state
        for message in state.messages.values():
            if message.status == "waiting" and message.waiting.created_at > now:
                message.not_before = now
        for update in state.updates.values():
            if update.status == "new" and update.update.received_at > now:
                update.next_at = now
        latest = now if pauses else now + timedelta(hours=1)
        state.pauses = {name: until for name, until in state.pauses.items() if until <= latest}

    async def note(self, name: str) -> str | None:
        """A note by its name."""
        return self._state.notes.get(name)

    async def write_note(self, name: str, text: str) -> None:
        """Write or replace a note."""
        self._state.notes[name] = text

    async def ring(self, now: datetime) -> int:
        """Timers that are due become updates."""
        due = sorted((timer for timer in self._state.timers.values() if timer.due <= now), key=lambda t: t.due)
        for timer in due:
            source = f"timer:{timer.lane}:{timer.name}:{int(timer.due.timestamp() * 1000)}"
            self._state.add_update(RawUpdate(source=source, lane=timer.lane, payload=timer.payload), now)
            del self._state.timers[timer.lane, timer.name]
        return len(due)

    async def tallies(self, since: date, until: date) -> Sequence[Tally]:
        """Counts of these weeks."""
        return self._state.counted(since, until)

    async def records(self, kind: str) -> Sequence[Kept]:
        """All records of one kind."""
        return sorted((k for k in self._state.records.values() if k.kind == kind), key=lambda kept: kept.key)

    async def backlog(self) -> Backlog:
        """Figures for health checks."""
        new = [held.update.received_at for held in self._state.updates.values() if held.status == "new"]
        messages = self._state.messages.values()
        waiting = [held.waiting.created_at for held in messages if held.status in OPEN]
        return Backlog(
            open_updates=len(new),
            oldest_update=min(new, default=None),
            set_aside=sum(held.status == "aside" for held in self._state.updates.values()),
            open_messages=len(waiting),
            oldest_message=min(waiting, default=None),
            refused_messages=sum(held.status == "refused" for held in messages),
        )

    async def purge(self, now: datetime) -> int:
        """Forget what is past its time."""
        state = self._state
        before = state.size()
        handled, aside = now - timedelta(hours=48), now - timedelta(days=7)
        state.updates = {
            name: held
            for name, held in state.updates.items()
            if held.handled_at is None or held.handled_at >= (aside if held.status == "aside" else handled)
        }
        state.messages = {
            name: held
            for name, held in state.messages.items()
            if held.status in OPEN or held.sent_at is None or held.sent_at >= handled
        }
        state.links = {
            row
            for row in state.links
            if not ((kept := state.records.get(("handoff", row[0]))) and kept.forget_at and kept.forget_at < now)
        }
        state.records = {
            name: kept for name, kept in state.records.items() if kept.forget_at is None or kept.forget_at >= now
        }
        state.pauses = {name: until for name, until in state.pauses.items() if until >= now}
        state.conversations = {
            name: kept for name, kept in state.conversations.items() if kept[1] >= now - self._state_lifetime
        }
        return before - state.size()
