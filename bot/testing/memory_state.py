"""What the store in memory keeps: plain objects, one table each."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.ids import HandoffId, LaneKey, MessageId
from bot.domain.tally import Tally
from bot.service.records import (
    Kept,
    OpenUpdate,
    Outgoing,
    RawUpdate,
    Timer,
    WaitingMessage,
)

OPEN = ("waiting", "sending")
"""What a message is until it came to an end."""


@dataclass(slots=True)
class HeldUpdate:
    """An update, and what became of it."""

    update: OpenUpdate
    status: str
    next_at: datetime
    handled_at: datetime | None = None


@dataclass(slots=True)
class HeldMessage:
    """A message, and what became of it."""

    waiting: WaitingMessage
    status: str
    not_before: datetime
    sent_at: datetime | None = None
    message_id: int | None = None
    together: bool = False
    """It travelled in one message with others."""


@dataclass(slots=True)
class State:
    """Everything that is kept."""

    updates: dict[str, HeldUpdate] = field(default_factory=dict)
    messages: dict[str, HeldMessage] = field(default_factory=dict)
    conversations: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    timers: dict[tuple[str, str], Timer] = field(default_factory=dict)
    pauses: dict[str, datetime] = field(default_factory=dict)
    records: dict[tuple[str, str], Kept] = field(default_factory=dict)
    links: set[tuple[HandoffId, MessageId, MessageId]] = field(default_factory=set)
    tallies: Counter[Tally] = field(default_factory=Counter)
    confirmed: int | None = None
    notes: dict[str, str] = field(default_factory=dict)
    last_sequence: int = 0

    def copy(self) -> "State":
        """The same again, for a unit that may yet fail."""
        return State(
            updates={name: replace(update) for name, update in self.updates.items()},
            messages={name: replace(message) for name, message in self.messages.items()},
            conversations=dict(self.conversations),
            timers=dict(self.timers),
            pauses=dict(self.pauses),
            records=dict(self.records),
            links=set(self.links),
            tallies=Counter(self.tallies),
            confirmed=self.confirmed,
            notes=dict(self.notes),
            last_sequence=self.last_sequence,
        )

    def size(self) -> int:
        """How many rows there are."""
        tables = (self.updates, self.messages, self.conversations, self.pauses, self.records, self.links)
        return sum(len(table) for table in tables)

    def counted(self, since: date, until: date) -> list[Tally]:
        """The counts of these weeks."""
        found = [replace(tally, count=count) for tally, count in self.tallies.items() if since <= tally.week < until]
        return sorted(found, key=lambda t: (t.week, t.measure, t.audience, t.language, t.name))

    def oldest(self, now: datetime) -> list[OpenUpdate]:
        """The oldest open update of each lane whose turn it is."""
        oldest: dict[LaneKey, HeldUpdate] = {}
        for held in self.updates.values():
            if held.status == "new":
                oldest.setdefault(held.update.lane, held)
        ready = [held.update for held in oldest.values() if held.next_at <= now]
        return sorted(ready, key=lambda update: update.sequence)

    def add_update(self, raw: RawUpdate, now: datetime) -> bool:
        """Keep it, once for each source."""
        if raw.source in self.updates:
            return False
        self.last_sequence += 1
        update = OpenUpdate(
            sequence=self.last_sequence,
            source=raw.source,
            lane=raw.lane,
            payload=raw.payload,
            received_at=now,
            tries=0,
        )
        self.updates[raw.source] = HeldUpdate(update, "new", now)
        return True

    def add_message(self, message: Outgoing, now: datetime) -> None:
        """Keep it, once for each key; what it replaces and did not leave yet goes."""
        if message.key in self.messages:
            return
        if message.replaces:
            self.messages = {
                key: held
                for key, held in self.messages.items()
                if held.status != "waiting" or held.waiting.message.coalesce != message.coalesce
            }
        self.last_sequence += 1
        waiting = WaitingMessage(sequence=self.last_sequence, message=message, tries=0, created_at=now)
        self.messages[message.key] = HeldMessage(waiting, "waiting", message.not_before or now)
