"""The units of work of the store in memory: turns, and deliveries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.adapters.storage.outcomes import linked_pairs
from bot.adapters.storage.statements import pause_name
from bot.domain.effects import Linked, Priority, Side, UnknownOutcome
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import HandoffId, LaneKey, MessageId, TopicId, VisitorKey
from bot.domain.tally import Tally
from bot.service.records import (
    WIPE,
    Delivered,
    DeliveryResult,
    Kept,
    OpenUpdate,
    Outgoing,
    TurnRecord,
    WaitingMessage,
)
from bot.testing.memory_state import OPEN, HeldMessage, State

_FEW = 4
_MOST_WIPED = 95


def _belongs(held: HeldMessage, talks: Collection[str]) -> bool:
    """Whether a line that did not go yet is of one of these talks."""
    names = (held.waiting.message.key, held.waiting.message.depends_on or "")
    return held.status == "waiting" and any(
        name.startswith((f"relay/{talk}/", f"topic/{talk}")) for talk in talks for name in names
    )


class MemoryTurns:
    """Implements ``Turns`` on a copy that replaces the original at the end."""

    def __init__(self, state: State, now: datetime, limit: int, waiting: Sequence[OpenUpdate] | None) -> None:
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

    def __init__(self, state: State, now: datetime) -> None:
        self._state = state
        self._now = now

    def record(self, result: DeliveryResult) -> None:
        """Write down what became of a message and of those that travelled inside it."""
        sequences = {result.waiting.sequence, *result.merged}
        for held in self._state.messages.values():
            if held.waiting.sequence in sequences and held.status in OPEN:
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

    def _settle(self, held: HeldMessage, result: DeliveryResult) -> None:
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
        first: dict[tuple[str, int], HeldMessage] = {}
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

    def _may_go(self, held: HeldMessage, without: Collection[LaneKey]) -> bool:
        message = held.waiting.message
        return held.not_before <= self._now and message.destination not in without

    def _held_up(self, message: Outgoing) -> bool:
        dependency = self._state.messages.get(message.depends_on or "")
        return dependency is not None and dependency.status in OPEN

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
