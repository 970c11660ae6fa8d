"""The desk's unit of work in SQL: take the oldest open update of each lane, write what became of it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.statements import (
    SENDING,
    SENT,
    WAITING,
    add_counts,
    insert_or_ignore,
    outbox_row,
    tell_others,
    upsert,
)
from bot.adapters.storage.tables import (
    conversation,
    inbox,
    link,
    mailbox,
    outbox,
    record,
    tally,
    timer,
    visit_file,
    visit_key,
)
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import HandoffId, LaneKey, MessageId, TopicId, VisitorKey
from bot.domain.tally import Measure, Tally
from bot.service.ports import Clock, Vault
from bot.service.records import Kept, OpenUpdate, Outgoing, TurnRecord

NEW, DONE, ASIDE = "new", "done", "aside"
_LOCK = text(
    "SELECT lane, pg_try_advisory_xact_lock(hashtextextended(lane, 0)) "
    "FROM unnest(CAST(:lanes AS text[])) AS wanted (lane)"
)


class SqlTurns:
    """Implements ``Turns``; nothing is written before ``flush``."""

    def __init__(self, connection: AsyncConnection, vault: Vault, clock: Clock) -> None:
        self.updates: Sequence[OpenUpdate] = ()
        self._connection = connection
        self._vault = vault
        self._now = clock()
        self._records: list[TurnRecord] = []
        self._postponed: list[dict[str, Any]] = []
        self._set_aside: list[dict[str, Any]] = []
        self._outgoing: list[Outgoing] = []

    async def take(self, limit: int, waiting: Sequence[OpenUpdate] | None) -> None:
        """Those of ``waiting`` that are still open, else at most ``limit`` that are."""
        shown = await read_waiting(self._connection, self._vault, self._now, limit) if waiting is None else waiting
        if self._connection.dialect.name == "postgresql":
            shown = await self._lock_lanes(shown)
        elif waiting is not None:
            still_open = await self._still_open(waiting)
            shown = [one for one in waiting if one.sequence in still_open]
        self.updates = shown

    async def _lock_lanes(self, shown: Sequence[OpenUpdate]) -> Sequence[OpenUpdate]:
        """Keep only lanes no other process holds; the lock falls with this transaction, also when the process dies."""
        if not shown:
            return shown
        lanes = await self._connection.execute(_LOCK, {"lanes": [one.lane for one in shown]})
        ours = {lane for lane, locked in lanes if locked}
        # Another process may have handled it between our reading and our lock.
        still_open = await self._still_open([one for one in shown if one.lane in ours])
        return [one for one in shown if one.lane in ours and one.sequence in still_open]

    async def _still_open(self, shown: Sequence[OpenUpdate]) -> set[int]:
        rows = [one.sequence for one in shown]
        query = select(inbox.c.sequence).where(
            inbox.c.sequence.in_(rows), inbox.c.status == NEW, inbox.c.next_at <= self._now
        )
        return set((await self._connection.scalars(query)).all())

    async def conversations(self, visitors: Collection[VisitorKey]) -> Mapping[VisitorKey, str]:
        """Serialised states of these visitors."""
        return await read_states(self._connection, self._vault, visitors)

    async def kept(
        self,
        visitors: Collection[VisitorKey],
        topics: Collection[TopicId],
        keys: Collection[str],
        kinds: Collection[str] = (),
    ) -> Sequence[Kept]:
        """Open records, and closed ones of these visitors, topics, keys and kinds."""
        wanted = [record.c.is_open.is_(True)]
        wanted += [
            column.in_(list(values))
            for column, values in (
                (record.c.visitor, visitors),
                (record.c.topic, topics),
                (record.c.key, keys),
                (record.c.kind, kinds),
            )
            if values
        ]
        rows = (await self._connection.execute(select(record).where(or_(*wanted)))).mappings()
        return [kept_of(row, self._vault) for row in rows]

    async def tallies(self, since: date, until: date) -> Sequence[Tally]:
        """Counts of these weeks."""
        return await read_tallies(self._connection, since, until)

    async def links(self, messages: Collection[MessageId]) -> Mapping[MessageId, HandoffId]:
        """Which handoff these messages in the staff group belong to."""
        query = select(link.c.staff_message, link.c.handoff).where(link.c.staff_message.in_(list(messages)))
        rows = (await self._connection.execute(query)).all()
        return {MessageId(message): HandoffId(handoff) for message, handoff in rows}

    def finish(self, done: TurnRecord) -> None:
        """Remember one turn for ``flush``."""
        self._records.append(done)
        self._outgoing.extend(done.outgoing)

    def postpone(self, update: OpenUpdate, until: datetime, reason: str) -> None:
        """Remember a failure that will be tried again."""
        self._postponed.append({"row": update.sequence, "until": until, "why": reason[:200]})

    def set_aside(self, update: OpenUpdate, reason: str, outgoing: Sequence[Outgoing] = ()) -> None:
        """Remember a failure that is final; its payload stays sealed in the row until its time is over."""
        self._set_aside.append({"row": update.sequence, "why": reason[:200]})
        self._outgoing.extend(outgoing)

    @property
    def wiped(self) -> list[tuple[str, str]]:
        """Visitor and lane of whoever is wiped in this batch."""
        return [
            (done.forget, str(done.forget_lane))
            for done in self._records
            if done.forget is not None and done.forget_lane is not None
        ]

    async def flush(self) -> None:
        """Write everything; the caller commits."""
        connection = self._connection
        for done in self._records:
            if done.forget is not None and done.forget_lane is not None:
                await forget_person(connection, done.forget, done.forget_lane)
            for kept in done.kept:
                await self._write_record(kept)
        states = [
            {"visitor": r.visitor, "sealed": self._vault.seal(r.conversation), "updated_at": self._now}
            for r in self._records
            if r.visitor is not None and r.conversation is not None
        ]
        if states:
            await connection.execute(upsert(connection, conversation, ["visitor"]), states)
        if self._outgoing:
            replaced = [message.coalesce for message in self._outgoing if message.replaces and message.coalesce]
            if replaced:
                await connection.execute(
                    delete(outbox).where(outbox.c.coalesce.in_(replaced), outbox.c.status == WAITING)
                )
            rows = [outbox_row(message, self._vault, self._now) for message in self._outgoing]
            await connection.execute(insert_or_ignore(connection, outbox), rows)
            await tell_others(connection, "outbox")
        if any(kept.kind == "phrasing" for done in self._records for kept in done.kept):
            await tell_others(connection, "learned")
        counts = _added_up(self._records)
        if counts:
            await connection.execute(add_counts(connection, tally), counts)
        timers = [
            {"lane": t.lane, "name": t.name, "due": t.due, "sealed": self._vault.seal(t.payload)}
            for r in self._records
            for t in r.timers
        ]
        if timers:
            await connection.execute(upsert(connection, timer, ["lane", "name"]), timers)
        if self._records:
            await connection.execute(
                update(inbox)
                .where(inbox.c.sequence == bindparam("row"))
                .values(status=DONE, sealed=None, handled_at=self._now),
                [{"row": r.update.sequence} for r in self._records],
            )
        if self._postponed:
            await connection.execute(
                update(inbox)
                .where(inbox.c.sequence == bindparam("row"))
                .values(tries=inbox.c.tries + 1, next_at=bindparam("until"), reason=bindparam("why")),
                self._postponed,
            )
        if self._set_aside:
            await connection.execute(
                update(inbox)
                .where(inbox.c.sequence == bindparam("row"))
                .values(status=ASIDE, tries=inbox.c.tries + 1, handled_at=self._now, reason=bindparam("why")),
                self._set_aside,
            )

    async def _write_record(self, kept: Kept) -> None:
        """Insert or replace; a version that somebody else wrote meanwhile makes the whole batch start again."""
        row = {
            "kind": kept.kind,
            "key": kept.key,
            "is_open": kept.open,
            "visitor": kept.visitor,
            "topic": kept.topic,
            "version": kept.version,
            "sealed": self._vault.seal(kept.content),
            "forget_at": kept.forget_at,
        }
        if kept.version == 1:
            result = await self._connection.execute(insert_or_ignore(self._connection, record), row)
        else:
            here = (record.c.kind == kept.kind, record.c.key == kept.key, record.c.version == kept.version - 1)
            result = await self._connection.execute(update(record).where(*here).values(row))
        if result.rowcount == 0:
            raise StoreUnavailable("somebody else changed the same record")


async def read_waiting(connection: AsyncConnection, vault: Vault, now: datetime, limit: int) -> Sequence[OpenUpdate]:
    """At most ``limit`` open updates, each the oldest of its lane, longest waiting lane first."""
    heads = (
        select(func.min(inbox.c.sequence).label("sequence"))
        .where(inbox.c.status == NEW)
        .group_by(inbox.c.lane)
        .subquery()
    )
    query = (
        select(inbox)
        .join(heads, inbox.c.sequence == heads.c.sequence)
        .where(inbox.c.next_at <= now)
        .order_by(inbox.c.sequence)
        .limit(limit)
    )
    return [
        OpenUpdate(
            sequence=row["sequence"],
            source=row["source"],
            lane=LaneKey(row["lane"]),
            payload=vault.unseal(row["sealed"]),
            received_at=row["received_at"],
            tries=row["tries"],
        )
        for row in (await connection.execute(query)).mappings()
    ]


async def read_states(
    connection: AsyncConnection, vault: Vault, visitors: Collection[VisitorKey]
) -> Mapping[VisitorKey, str]:
    """Serialised states of these visitors."""
    if not visitors:
        return {}
    query = select(conversation.c.visitor, conversation.c.sealed).where(conversation.c.visitor.in_(set(visitors)))
    rows = (await connection.execute(query)).all()
    return {VisitorKey(visitor): vault.unseal(sealed) for visitor, sealed in rows}


def kept_of(row: Any, vault: Vault) -> Kept:
    """The record in a row."""
    return Kept(
        kind=row["kind"],
        key=row["key"],
        content=vault.unseal(row["sealed"]),
        open=row["is_open"],
        visitor=row["visitor"],
        topic=row["topic"],
        version=row["version"],
        forget_at=row["forget_at"],
    )


async def read_tallies(connection: AsyncConnection, since: date, until: date) -> Sequence[Tally]:
    """Counts of the weeks from ``since`` until ``until``, in a fixed order."""
    query = select(tally).where(tally.c.week >= since, tally.c.week < until).order_by(*tally.primary_key.columns)
    return [
        Tally(
            week=row["week"],
            measure=Measure(row["measure"]),
            name=row["name"],
            audience=row["audience"],
            language=row["language"],
            count=row["count"],
        )
        for row in (await connection.execute(query)).mappings()
    ]


def _added_up(records: Sequence[TurnRecord]) -> list[dict[str, Any]]:
    """The counts of a batch, each name once and in one order, so that two processes never wait for each other."""
    total: Counter[tuple[Any, ...]] = Counter()
    for done in records:
        for count in done.counts:
            total[count.week, str(count.measure), count.audience, count.language, count.name[:160]] += count.count
    names = ("week", "measure", "audience", "language", "name")
    return [{**dict(zip(names, key, strict=True)), "count": total[key]} for key in sorted(total)]


async def forget_person(connection: AsyncConnection, visitor: str, lane: str) -> None:
    """Erase all that is kept of one person; what this turn still says is written after."""
    talks = select(record.c.key).where(record.c.visitor == visitor, record.c.kind == "handoff")
    for talk in (await connection.scalars(talks)).all():
        # Lines that did not go yet stay here, and so do words that were kept for a change.
        about = or_(outbox.c.key.like(f"relay/{talk}/%"), outbox.c.key.like(f"topic/{talk}%"))
        behind = outbox.c.depends_on.like(f"topic/{talk}%")
        await connection.execute(delete(outbox).where(or_(about, behind), outbox.c.status == WAITING))
        await connection.execute(update(outbox).where(about, outbox.c.status == SENT).values(sealed=None))
    await connection.execute(delete(link).where(link.c.handoff.in_(talks)))
    await connection.execute(delete(record).where(record.c.visitor == visitor))
    await connection.execute(delete(conversation).where(conversation.c.visitor == visitor))
    await connection.execute(delete(timer).where(timer.c.lane == lane))
    await connection.execute(delete(mailbox).where(mailbox.c.lane == lane))
    await connection.execute(delete(visit_file).where(visit_file.c.lane == lane))
    await connection.execute(delete(visit_key).where(visit_key.c.lane == lane, visit_key.c.kind == "code"))
    own = and_(inbox.c.lane == lane, inbox.c.status != NEW)
    await connection.execute(delete(inbox).where(own, inbox.c.source.not_like("telegram:%")))
    # The bare numbers stay for as long as Telegram may bring them again: nobody is answered twice.
    await connection.execute(update(inbox).where(own).values(lane="", sealed=None, reason="", status=DONE))
    # What is being sent at this moment cannot be called back; its row goes with the others after 48 hours.
    await connection.execute(delete(outbox).where(outbox.c.destination == lane, outbox.c.status != SENDING))
