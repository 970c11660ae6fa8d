"""The store in memory, with the same promises as the one on disk: for tests and for trying things out.

It keeps what it was given in plain objects; a unit that ends with an exception leaves no trace, like a rolled-back
transaction. The contract tests hold both to the same behaviour.
"""

from collections import Counter
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.adapters.storage.outcomes import linked_pairs
from bot.adapters.storage.statements import pause_name
from bot.domain.effects import Linked, Priority, Side, UnknownOutcome
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import HandoffId, LaneKey, MessageId, TopicId, VisitorKey
from bot.domain.tally import Tally
from bot.service.ports import Clock
from bot.service.records import (
    WIPE,
    Backlog,
    Before,
    Delivered,
    DeliveryResult,
    Kept,
    OpenUpdate,
    Outgoing,
    RawUpdate,
    Timer,
    TurnRecord,
    WaitingMessage,
)

_FEW = 4
_MOST_WIPED = 95
_OPEN = ("waiting", "sending")


@dataclass(slots=True)
class _Update:
    update: OpenUpdate
    status: str
    next_at: datetime
    handled_at: datetime | None = None


@dataclass(slots=True)
class _Message:
    waiting: WaitingMessage
    status: str
    not_before: datetime
    sent_at: datetime | None = None
    message_id: int | None = None
    together: bool = False
    """It travelled in one message with others."""


@dataclass(slots=True)
class _State:
    updates: dict[str, _Update] = field(default_factory=dict)
    messages: dict[str, _Message] = field(default_factory=dict)
    conversations: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    timers: dict[tuple[str, str], Timer] = field(default_factory=dict)
    pauses: dict[str, datetime] = field(default_factory=dict)
    records: dict[tuple[str, str], Kept] = field(default_factory=dict)
    links: set[tuple[HandoffId, MessageId, MessageId]] = field(default_factory=set)
    tallies: Counter[Tally] = field(default_factory=Counter)
    confirmed: int | None = None
    notes: dict[str, str] = field(default_factory=dict)
    last_sequence: int = 0

    def copy(self) -> "_State":
        return _State(
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
        tables = (self.updates, self.messages, self.conversations, self.pauses, self.records, self.links)
        return sum(len(table) for table in tables)

    def counted(self, since: date, until: date) -> list[Tally]:
        found = [replace(tally, count=count) for tally, count in self.tallies.items() if since <= tally.week < until]
        return sorted(found, key=lambda t: (t.week, t.measure, t.audience, t.language, t.name))

    def oldest(self, now: datetime) -> list[OpenUpdate]:
        oldest: dict[LaneKey, _Update] = {}
        for held in self.updates.values():
            if held.status == "new":
                oldest.setdefault(held.update.lane, held)
        ready = [held.update for held in oldest.values() if held.next_at <= now]
        return sorted(ready, key=lambda update: update.sequence)

    def add_update(self, raw: RawUpdate, now: datetime) -> bool:
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
        self.updates[raw.source] = _Update(update, "new", now)
        return True

    def add_message(self, message: Outgoing, now: datetime) -> None:
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
        self.messages[message.key] = _Message(waiting, "waiting", message.not_before or now)


def _belongs(held: _Message, talks: Collection[str]) -> bool:
    """Whether a line that did not go yet is of one of these talks."""
    names = (held.waiting.message.key, held.waiting.message.depends_on or "")
    return held.status == "waiting" and any(
        name.startswith((f"relay/{talk}/", f"topic/{talk}")) for talk in talks for name in names
    )


class MemoryTurns:
    """Implements ``Turns`` on a copy that replaces the original at the end."""

    def __init__(self, state: _State, now: datetime, limit: int, waiting: Sequence[OpenUpdate] | None) -> None:
        self._state = state
        self._now = now
        shown = None if waiting is None else {update.sequence for update in waiting}
        open_now = state.oldest(now)
        self.updates: Sequence[OpenUpdate] = [
            update for update in open_now if shown is None or update.sequence in shown
        ][:limit]

    async def conversations(self, visitors: Collection[VisitorKey]) -> Mapping[VisitorKey, str]:
        """Serialised states of these visitors."""
        known = self._state.conversations
        return {visitor: known[visitor][0] for visitor in visitors if visitor in known}

    async def kept(
        self,
        visitors: Collection[VisitorKey],
        topics: Collection[TopicId],
        keys: Collection[str],
        kinds: Collection[str] = (),
    ) -> Sequence[Kept]:
        """Open records, and closed ones of these visitors, topics, keys and kinds."""
        return [
            kept
            for kept in self._state.records.values()
            if kept.open or kept.visitor in visitors or kept.topic in topics or kept.key in keys or kept.kind in kinds
        ]

    async def tallies(self, since: date, until: date) -> Sequence[Tally]:
        """Counts of these weeks."""
        return self._state.counted(since, until)

    async def links(self, messages: Collection[MessageId]) -> Mapping[MessageId, HandoffId]:
        """Which handoff these messages in the staff group belong to."""
        return {staff: handoff for handoff, _, staff in self._state.links if staff in messages}

    def finish(self, record: TurnRecord) -> None:
        """State, records, messages, timers and done."""
        if record.forget is not None and record.forget_lane is not None:
            self._forget(record.forget, record.forget_lane)
        for kept in record.kept:
            before = self._state.records.get((kept.kind, kept.key))
            if (before.version if before else 0) != kept.version - 1:
                raise StoreUnavailable("somebody else changed the same record")
            self._state.records[kept.kind, kept.key] = kept
        held = self._state.updates[record.update.source]
        held.status, held.handled_at = "done", self._now
        if record.visitor is not None and record.conversation is not None:
            self._state.conversations[record.visitor] = (record.conversation, self._now)
        for message in record.outgoing:
            self._state.add_message(message, self._now)
        for timer in record.timers:
            self._state.timers[timer.lane, timer.name] = timer
        for count in record.counts:
            self._state.tallies[replace(count, count=0)] += count.count

    def _forget(self, visitor: str, lane: LaneKey) -> None:
        state = self._state
        talks = {kept.key for kept in state.records.values() if kept.visitor == visitor and kept.kind == "handoff"}
        state.links = {row for row in state.links if row[0] not in talks}
        state.messages = {key: held for key, held in state.messages.items() if not _belongs(held, talks)}
        for held in state.updates.values():
            if held.update.lane == lane and held.status != "new":
                held.update, held.status = replace(held.update, lane=LaneKey(""), payload=""), "done"
        state.records = {name: kept for name, kept in state.records.items() if kept.visitor != visitor}
        state.conversations = {name: kept for name, kept in state.conversations.items() if name != visitor}
        state.timers = {name: timer for name, timer in state.timers.items() if timer.lane != lane}
        state.messages = {
            key: held
            for key, held in state.messages.items()
            if held.waiting.message.destination != lane or held.status == "sending"
        }

    def postpone(self, update: OpenUpdate, until: datetime, reason: str) -> None:  # noqa: ARG002 - kept on disk only
        """Try again at ``until``."""
        held = self._state.updates[update.source]
        held.update = replace(held.update, tries=held.update.tries + 1)
        held.next_at = until

    def set_aside(self, update: OpenUpdate, reason: str, outgoing: Sequence[Outgoing] = ()) -> None:  # noqa: ARG002
        """Keep it, count it, go on."""
        held = self._state.updates[update.source]
        held.status, held.handled_at = "aside", self._now
        for message in outgoing:
            self._state.add_message(message, self._now)


class MemoryDeliveries:
    """Implements ``Deliveries`` on a copy that replaces the original at the end."""

    def __init__(self, state: _State, now: datetime) -> None:
        self._state = state
        self._now = now

    def record(self, result: DeliveryResult) -> None:
        """Write down what became of a message and of those that travelled inside it."""
        sequences = {result.waiting.sequence, *result.merged}
        for held in self._state.messages.values():
            if held.waiting.sequence in sequences and held.status in _OPEN:
                self._settle(held, result)
        if result.pause_until is not None:
            message = result.waiting.message
            self._state.pauses[pause_name(message.destination, "" if result.pause_all else message.bucket)] = (
                result.pause_until
            )
        source = result.waiting.message.counterpart
        if result.outcome is Delivered.SENT and result.waiting.companions and source is not None:
            own = self._state.messages.get(f"relay/{source.handoff}/{source.side}/{source.message}")
            if own is not None:
                words = {"text": result.waiting.message.parameters.get("text", "")}
                own.waiting = replace(own.waiting, message=replace(own.waiting.message, parameters=words))
        if result.feedback is not None:
            self._state.add_update(result.feedback, self._now)

    def _settle(self, held: _Message, result: DeliveryResult) -> None:
        uncertain = result.outcome is Delivered.UNCERTAIN
        rule = held.waiting.message.on_unknown
        dropped = uncertain and (
            rule is UnknownOutcome.DROP or (rule is UnknownOutcome.RESEND_FEW and held.waiting.uncertain >= _FEW)
        )
        held.waiting = replace(
            held.waiting, tries=held.waiting.tries + 1, uncertain=held.waiting.uncertain + int(uncertain)
        )
        held.not_before = result.again_at or self._now
        match result.outcome:
            case Delivered.SENT:
                number = result.message_id or (result.album[0] if result.album else None)
                held.status, held.sent_at, held.message_id = "sent", self._now, number
                held.together = bool(result.merged)
                if held.waiting.message.link is not None:
                    for made, one in linked_pairs(result, held.waiting.message.link):
                        self._link(made, one)
            case Delivered.REFUSED:
                held.status, held.sent_at = "refused", self._now
                self._drop_orphans(held.waiting.message.key)
            case _ if dropped:
                held.status, held.sent_at = "dropped", self._now
            case _:
                held.status = "waiting"

    def _link(self, made: Linked, number: int) -> None:
        here, there = made.message, MessageId(number)
        person, staff = (here, there) if made.side is Side.PERSON else (there, here)
        self._state.links.add((made.handoff, person, staff))

    def _drop_orphans(self, key: str) -> None:
        for other in self._state.messages.values():
            message = other.waiting.message
            if message.depends_on == key and other.status == "waiting" and not message.loose:
                other.status, other.sent_at = "refused", self._now
                self._drop_orphans(other.waiting.message.key)

    async def heads(
        self,
        limit: int,
        *,
        without: Collection[LaneKey],
        resting: Collection[LaneKey] = (),
        unready: Collection[int] = (),
    ) -> Sequence[WaitingMessage]:
        """The next message of each destination and priority that may go now."""
        first: dict[tuple[str, int], _Message] = {}
        for held in self._state.messages.values():
            message = held.waiting.message
            if held.status == "waiting" and not self._paused(message) and not self._held_up(message):
                first.setdefault((message.destination, int(message.priority)), held)
        ready = [held.waiting for held in first.values() if self._may_go(held, without)]
        ready = [w for w in ready if w.message.priority < Priority.ANSWER or w.message.destination not in resting]
        ready = [w for w in ready if w.sequence not in unready]
        ready.sort(key=lambda waiting: (int(waiting.message.priority), waiting.sequence))
        return [self._complete(self._with_dependency(waiting)) for waiting in ready[:limit]]

    def _complete(self, waiting: WaitingMessage) -> WaitingMessage:
        """Fill in what is only known now: the counterpart of a message, or what a wipe must delete."""
        asked = waiting.message.counterpart
        if asked is not None:
            rows = [row for row in self._state.links if row[0] == asked.handoff]
            pairs = [(p, s) if asked.side is Side.PERSON else (s, p) for _, p, s in rows]
            found = tuple(sorted(there for here, there in pairs if here == asked.message))
            waiting = replace(waiting, counterparts=found)
            if found and waiting.message.method == "edit_message_text":
                together = sorted(here for here, there in pairs if there == found[0])
                waiting = replace(waiting, companions=self._words_of(asked, together))
        if waiting.message.method == WIPE:
            recent = [
                MessageId(held.message_id)
                for held in self._state.messages.values()
                if held.status == "sent"
                and held.message_id is not None
                and held.waiting.message.destination == waiting.message.destination
            ]
            waiting = replace(waiting, recent=tuple(reversed(recent))[:_MOST_WIPED])
        return waiting

    def _words_of(self, asked: Linked, together: Sequence[MessageId]) -> tuple[tuple[MessageId, str | None], ...]:
        if len(together) < 2:
            return ()
        found: list[tuple[MessageId, str | None]] = []
        for number in together:
            held = self._state.messages.get(f"relay/{asked.handoff}/{asked.side}/{number}")
            known = held is not None and held.together
            found.append((number, str(held.waiting.message.parameters["text"]) if held and known else None))
        return tuple(found)

    def _paused(self, message: Outgoing) -> bool:
        names = (message.destination, pause_name(message.destination, message.bucket))
        return any(self._state.pauses.get(name, self._now) > self._now for name in names)

    def _may_go(self, held: _Message, without: Collection[LaneKey]) -> bool:
        message = held.waiting.message
        return held.not_before <= self._now and message.destination not in without

    def _held_up(self, message: Outgoing) -> bool:
        dependency = self._state.messages.get(message.depends_on or "")
        return dependency is not None and dependency.status in _OPEN

    def _with_dependency(self, waiting: WaitingMessage) -> WaitingMessage:
        dependency = self._state.messages.get(waiting.message.depends_on or "")
        return waiting if dependency is None else replace(waiting, dependency_result=dependency.message_id)

    async def followers(self, head: WaitingMessage, limit: int) -> Sequence[WaitingMessage]:
        """Messages behind ``head`` that may travel with it."""
        found: list[WaitingMessage] = []
        for held in self._state.messages.values():
            message = held.waiting.message
            same_row = (message.destination, message.priority) == (head.message.destination, head.message.priority)
            if held.status != "waiting" or held.waiting.sequence <= head.sequence or not same_row:
                continue
            if message.coalesce is not None and message.coalesce != head.message.coalesce:
                continue
            alike = (message.coalesce, message.depends_on) == (head.message.coalesce, head.message.depends_on)
            if not alike or len(found) == limit:
                break
            found.append(replace(held.waiting, dependency_result=head.dependency_result))
        return found

    def start(self, waiting: WaitingMessage) -> None:
        """Mark as being sent."""
        for held in self._state.messages.values():
            if held.waiting.sequence == waiting.sequence:
                held.status = "sending"


class MemoryStore:
    """Implements ``Store``."""

    def __init__(self, clock: Clock, *, state_lifetime: timedelta) -> None:
        self._clock = clock
        self._state_lifetime = state_lifetime
        self._state = _State()

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
        waiting = [held.waiting.created_at for held in messages if held.status in _OPEN]
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
            if held.status in _OPEN or held.sent_at is None or held.sent_at >= handled
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
