"""The desk's unit of work in SQL: take the oldest open update of each lane, write what became of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.statements import insert_or_ignore, outbox_row, upsert
from bot.adapters.storage.tables import conversation, inbox, outbox, timer
from bot.domain.ids import LaneKey, VisitorKey
from bot.service.ports import Clock, Vault
from bot.service.records import OpenUpdate, Outgoing, TurnRecord

NEW, DONE, ASIDE = "new", "done", "aside"


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

    async def take(self, limit: int) -> None:
        """Load at most ``limit`` updates, each the oldest of its lane, longest waiting lane first."""
        heads = (
            select(func.min(inbox.c.sequence).label("sequence"))
            .where(inbox.c.status == NEW)
            .group_by(inbox.c.lane)
            .subquery()
        )
        query = (
            select(inbox)
            .join(heads, inbox.c.sequence == heads.c.sequence)
            .where(inbox.c.next_at <= self._now)
            .order_by(inbox.c.sequence)
            .limit(limit)
        )
        rows: Sequence[Any] = (await self._connection.execute(query)).mappings().all()
        if self._connection.dialect.name == "postgresql":
            rows = await self._lock_lanes(rows)
        self.updates = [
            OpenUpdate(
                sequence=row["sequence"],
                source=row["source"],
                lane=LaneKey(row["lane"]),
                payload=self._vault.unseal(row["sealed"]),
                received_at=row["received_at"],
                tries=row["tries"],
            )
            for row in rows
        ]

    async def _lock_lanes(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Keep only lanes no other process holds; the lock falls with this transaction, also when the process dies."""
        kept = []
        for row in rows:
            locked = await self._connection.scalar(
                text("SELECT pg_try_advisory_xact_lock(hashtextextended(:lane, 0))"), {"lane": row["lane"]}
            )
            # Another process may have handled it between our reading and our lock.
            still_open = locked and await self._connection.scalar(
                select(inbox.c.sequence).where(inbox.c.sequence == row["sequence"], inbox.c.status == NEW)
            )
            if still_open:
                kept.append(row)
        return kept

    async def conversations(self, visitors: Collection[VisitorKey]) -> Mapping[VisitorKey, str]:
        """Serialised states of these visitors."""
        if not visitors:
            return {}
        query = select(conversation.c.visitor, conversation.c.sealed).where(conversation.c.visitor.in_(set(visitors)))
        rows = (await self._connection.execute(query)).all()
        return {VisitorKey(visitor): self._vault.unseal(sealed) for visitor, sealed in rows}

    def finish(self, record: TurnRecord) -> None:
        """Remember one turn for ``flush``."""
        self._records.append(record)
        self._outgoing.extend(record.outgoing)

    def postpone(self, update: OpenUpdate, until: datetime, reason: str) -> None:
        """Remember a failure that will be tried again."""
        self._postponed.append({"row": update.sequence, "until": until, "why": reason[:200]})

    def set_aside(self, update: OpenUpdate, reason: str, outgoing: Sequence[Outgoing] = ()) -> None:
        """Remember a failure that is final; its payload stays sealed in the row until its time is over."""
        self._set_aside.append({"row": update.sequence, "why": reason[:200]})
        self._outgoing.extend(outgoing)

    async def flush(self) -> None:
        """Write everything; the caller commits."""
        connection = self._connection
        states = [
            {"visitor": r.visitor, "sealed": self._vault.seal(r.conversation), "updated_at": self._now}
            for r in self._records
            if r.visitor is not None and r.conversation is not None
        ]
        if states:
            await connection.execute(upsert(connection, conversation, ["visitor"]), states)
        if self._outgoing:
            rows = [outbox_row(message, self._vault, self._now) for message in self._outgoing]
            await connection.execute(insert_or_ignore(connection, outbox), rows)
        cancelled = [{"at_lane": r.update.lane, "called": name} for r in self._records for name in r.cancelled]
        if cancelled:
            await connection.execute(
                delete(timer).where(timer.c.lane == bindparam("at_lane"), timer.c.name == bindparam("called")),
                cancelled,
            )
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
