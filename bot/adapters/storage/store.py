"""The store on SQL: SQLite by default, PostgreSQL by address."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select, update

from bot.adapters.storage.claims import claims
from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import KeyRing, new_name_key, open_with, seal_with
from bot.adapters.storage.inbox import ASIDE, DONE, NEW, SqlTurns, kept_of, read_states, read_tallies, read_waiting
from bot.adapters.storage.outbox import SqlDeliveries
from bot.adapters.storage.statements import DROPPED, REFUSED, SENT, WAITING, insert_or_ignore, tell_others, upsert
from bot.adapters.storage.tables import conversation, inbox, link, meta, outbox, pause, record, timer
from bot.adapters.storage.visits import forgotten_visits
from bot.adapters.storage.wiped import note_wiped
from bot.domain.ids import LaneKey, VisitorKey
from bot.domain.tally import Tally
from bot.service.ports import Clock, Vault
from bot.service.records import Backlog, Before, Kept, OpenUpdate, RawUpdate

_CONFIRMED = "confirmed"
NAME_KEY = "name_key"
"""Row that holds the sealed key of all names."""
_KEEP_HANDLED = timedelta(hours=48)
"""Telegram repeats an unconfirmed update for at most 24 hours; twice that recognises every duplicate."""

_OTHERS = 4
"""So many processes that think find a whole batch each."""
_LONGEST_PAUSE = timedelta(hours=1)
"""A pause that ends later than this from now was written under another clock."""


async def open_key_ring(database: Database, keys: Sequence[str]) -> KeyRing:
    """The ring of this database; makes and stores the sealed key for names at the first start."""
    async with database.transaction() as connection:
        fresh = {"name": NAME_KEY, "value": seal_with(keys, new_name_key())}
        await connection.execute(insert_or_ignore(connection, meta), fresh)
        sealed = await connection.scalar(select(meta.c.value).where(meta.c.name == NAME_KEY))
    return KeyRing(keys, bytes.fromhex(open_with(keys, str(sealed))))


class SqlStore:
    """Implements ``Store``."""

    def __init__(self, database: Database, vault: Vault, clock: Clock, *, state_lifetime: timedelta) -> None:
        """``state_lifetime``: how long the state of a silent conversation is kept."""
        self._database = database
        self._vault = vault
        self._clock = clock
        self._state_lifetime = state_lifetime

    async def receive(self, updates: Sequence[RawUpdate], *, confirm: int | None = None) -> int:
        """One commit for the whole batch."""
        now = self._clock()
        rows = [
            {
                "source": update.source,
                "lane": update.lane,
                "status": NEW,
                "sealed": self._vault.seal(update.payload),
                "received_at": now,
                "next_at": now,
                "tries": 0,
                "reason": "",
            }
            for update in updates
        ]
        async with self._database.transaction() as connection:
            before = await connection.scalar(select(func.max(inbox.c.sequence))) or 0
            if rows:
                await connection.execute(insert_or_ignore(connection, inbox), rows)
                await tell_others(connection, "inbox")
            if confirm is not None:
                mark = {"name": _CONFIRMED, "value": str(confirm)}
                await connection.execute(upsert(connection, meta, ["name"]), mark)
            fresh = select(func.count()).where(inbox.c.sequence > before)
            return int(await connection.scalar(fresh) or 0) if rows else 0

    async def confirmed(self) -> int | None:
        """The mark of the last batch."""
        async with self._database.transaction() as connection:
            value = await connection.scalar(select(meta.c.value).where(meta.c.name == _CONFIRMED))
        return None if value is None else int(value)

    @asynccontextmanager
    async def waiting(self, limit: int) -> AsyncIterator[Sequence[OpenUpdate]]:
        """Read in a moment; on PostgreSQL the lanes are claimed, so that no two processes think about the same."""
        now = self._clock()
        # More than wanted where other processes may have some of them.
        most = limit if self._database.is_sqlite else limit * _OTHERS
        async with self._database.transaction() as connection:
            shown = await read_waiting(connection, self._vault, now, most)
        if self._database.is_sqlite or not shown:
            yield shown
            return
        async with claims(self._database.engine) as claim:
            yield await claim(shown, limit)

    async def states_of(self, visitors: Collection[VisitorKey]) -> Before:
        """In a transaction of its own, which is over when this returns."""
        async with self._database.transaction() as connection:
            states = await read_states(connection, self._vault, visitors)
            talks = select(record.c.visitor).where(
                record.c.is_open.is_(True), record.c.kind == "handoff", record.c.visitor.in_(list(visitors))
            )
            talking = {VisitorKey(str(visitor)) for visitor in await connection.scalars(talks)}
        return Before(states=states, talking=frozenset(talking))

    @asynccontextmanager
    async def turns(self, limit: int, waiting: Sequence[OpenUpdate] | None = None) -> AsyncIterator[SqlTurns]:
        """Take updates, hand them out, write what became of them."""
        async with self._database.transaction() as connection:
            unit = SqlTurns(connection, self._vault, self._clock)
            await unit.take(limit, waiting)
            yield unit
            await unit.flush()
            if self._database.file is not None:
                note_wiped(self._database.file, unit.wiped)

    @asynccontextmanager
    async def deliveries(self) -> AsyncIterator[SqlDeliveries]:
        """Write results, hand out the next messages."""
        async with self._database.transaction() as connection:
            unit = SqlDeliveries(connection, self._vault, self._clock)
            yield unit
            await unit.flush()

    async def recover(self) -> int:
        """Settle what was under way at a crash."""
        async with self._database.transaction() as connection:
            return await SqlDeliveries(connection, self._vault, self._clock).recover()

    async def recent_sends(self, since: datetime) -> Sequence[tuple[LaneKey, bool, datetime]]:
        """Sends after ``since``, oldest first."""
        query = (
            select(outbox.c.destination, outbox.c.is_group, outbox.c.sent_at)
            .where(outbox.c.status == SENT, outbox.c.sent_at > since)
            .order_by(outbox.c.sent_at)
        )
        async with self._database.transaction() as connection:
            rows = (await connection.execute(query)).all()
        return [(LaneKey(destination), group, at) for destination, group, at in rows]

    async def clock_set_back(self, now: datetime, *, pauses: bool) -> None:
        """What was written under a clock that was ahead waits no longer for it."""
        statements = [
            update(outbox).where(outbox.c.status == WAITING, outbox.c.created_at > now).values(not_before=now),
            update(inbox).where(inbox.c.status == NEW, inbox.c.received_at > now).values(next_at=now),
            delete(pause).where(pause.c.until > (now if pauses else now + _LONGEST_PAUSE)),
        ]
        async with self._database.transaction() as connection:
            for statement in statements:
                await connection.execute(statement)

    async def note(self, name: str) -> str | None:
        """A note by its name."""
        async with self._database.transaction() as connection:
            sealed = await connection.scalar(select(meta.c.value).where(meta.c.name == f"note:{name}"))
        return None if sealed is None else self._vault.unseal(sealed)

    async def write_note(self, name: str, text: str) -> None:
        """Write or replace a note."""
        row = {"name": f"note:{name}", "value": self._vault.seal(text)}
        async with self._database.transaction() as connection:
            await connection.execute(upsert(connection, meta, ["name"]), row)

    async def ring(self, now: datetime) -> int:
        """Timers that are due become updates, in one commit with their end."""
        due = select(timer).where(timer.c.due <= now).order_by(timer.c.due)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(due)).mappings().all()
            if not rows:
                return 0
            updates = [
                {
                    "source": f"timer:{row['lane']}:{row['name']}:{int(row['due'].timestamp() * 1000)}",
                    "lane": row["lane"],
                    "status": NEW,
                    "sealed": row["sealed"],
                    "received_at": now,
                    "next_at": now,
                    "tries": 0,
                    "reason": "",
                }
                for row in rows
            ]
            await connection.execute(insert_or_ignore(connection, inbox), updates)
            await connection.execute(delete(timer).where(timer.c.due <= now))
            await tell_others(connection, "inbox")
            return len(rows)

    async def tallies(self, since: date, until: date) -> Sequence[Tally]:
        """Counts of these weeks."""
        async with self._database.transaction() as connection:
            return await read_tallies(connection, since, until)

    async def records(self, kind: str) -> Sequence[Kept]:
        """All records of one kind, oldest key first."""
        async with self._database.transaction() as connection:
            rows = (
                await connection.execute(select(record).where(record.c.kind == kind).order_by(record.c.key))
            ).mappings()
            return [kept_of(row, self._vault) for row in rows]

    async def backlog(self) -> Backlog:
        """Figures for health checks."""
        async with self._database.transaction() as connection:
            open_updates, oldest_update = (
                await connection.execute(
                    select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.status == NEW)
                )
            ).one()
            set_aside = await connection.scalar(select(func.count()).where(inbox.c.status == ASIDE))
            open_messages, oldest_message = (
                await connection.execute(
                    select(func.count(), func.min(outbox.c.created_at)).where(
                        outbox.c.status.not_in([SENT, REFUSED, DROPPED])
                    )
                )
            ).one()
            refused = await connection.scalar(select(func.count()).where(outbox.c.status == REFUSED))
        return Backlog(
            open_updates=open_updates,
            oldest_update=oldest_update,
            set_aside=int(set_aside or 0),
            open_messages=open_messages,
            oldest_message=oldest_message,
            refused_messages=int(refused or 0),
        )

    async def purge(self, now: datetime) -> int:
        """Forget handled updates, sent messages, old pauses and the state of silent conversations."""
        handled = now - _KEEP_HANDLED
        statements = [
            delete(inbox).where(inbox.c.status == DONE, inbox.c.handled_at < handled),
            delete(inbox).where(inbox.c.status == ASIDE, inbox.c.handled_at < now - timedelta(days=7)),
            delete(outbox).where(outbox.c.status.in_([SENT, REFUSED, DROPPED]), outbox.c.sent_at < handled),
            delete(pause).where(pause.c.until < now),
            delete(conversation).where(conversation.c.updated_at < now - self._state_lifetime),
            delete(link).where(
                link.c.handoff.in_(select(record.c.key).where(record.c.kind == "handoff", record.c.forget_at < now))
            ),
            delete(record).where(record.c.forget_at < now),
            *forgotten_visits(now, self._state_lifetime),
        ]
        async with self._database.transaction() as connection:
            return sum([(await connection.execute(statement)).rowcount for statement in statements])
