"""Visits and mailboxes of the web chat in SQL."""

import base64
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Delete, Select, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database
from bot.adapters.storage.inbox import NEW
from bot.adapters.storage.statements import insert_or_ignore, tell_others
from bot.adapters.storage.tables import inbox, mailbox, record, visit, visit_file, visit_key
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey, VisitorKey
from bot.service.ports import Clock, Vault
from bot.service.records import RawUpdate
from bot.service.visits import NUMBER_MARK, Happening, KeyKind, Line, Visit

_BEHIND = 200
"""Numbers are given before they are committed: looking back this far misses none of another process."""


class SqlVisits:
    """Implements ``Visits``."""

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    async def find(self, key: str) -> Visit | None:
        """The visit this key opens."""
        async with self._database.transaction() as connection:
            return await self._find(connection, key)

    async def admit(self, visit_: Visit, key: str, kind: KeyKind) -> Visit:
        """Let this key open the visit."""
        async with self._database.transaction() as connection:
            await self._seen(connection, visit_)
            if kind is KeyKind.CODE:
                older = delete(visit_key).where(visit_key.c.lane == visit_.lane, visit_key.c.kind == str(kind))
                await connection.execute(older)
            row = {"hash": key, "lane": visit_.lane, "kind": str(kind)}
            await connection.execute(insert_or_ignore(connection, visit_key), row)
            found = await self._find(connection, key)
        if found is None:
            # Only when a purge takes the visit between two statements; the page simply asks again.
            raise StoreUnavailable("the visit was forgotten meanwhile")
        return found

    async def arrive(self, visit_: Visit, key: str, content: Mapping[str, Any], update_: RawUpdate) -> int:
        """One commit for the mailbox and the inbox."""
        async with self._database.transaction() as connection:
            await self._seen(connection, visit_)
            number, fresh = await self._append(connection, visit_.lane, key, Happening.SAID, content)
            if fresh:
                payload = update_.payload.replace(NUMBER_MARK, f'"message": {number}')
                await self._take_in(connection, replace(update_, payload=payload))
                await tell_others(connection, "web")
            return number

    async def note(self, visit_: Visit, update_: RawUpdate) -> None:
        """Only in the inbox."""
        async with self._database.transaction() as connection:
            await self._seen(connection, visit_)
            await self._take_in(connection, update_)

    async def _take_in(self, connection: AsyncConnection, update_: RawUpdate) -> None:
        now = self._clock()
        row = {
            "source": update_.source,
            "lane": update_.lane,
            "status": NEW,
            "sealed": self._vault.seal(update_.payload),
            "received_at": now,
            "next_at": now,
            "tries": 0,
            "reason": "",
        }
        await connection.execute(insert_or_ignore(connection, inbox), row)
        await tell_others(connection, "inbox")

    async def say(self, lane: LaneKey, key: str, content: Mapping[str, Any]) -> int | None:
        """Put a message in the mailbox."""
        async with self._database.transaction() as connection:
            if await connection.scalar(select(visit.c.lane).where(visit.c.lane == lane)) is None:
                return None
            number, _ = await self._append(connection, lane, key, Happening.SAID, content)
            await tell_others(connection, "web")
            return number

    async def change(self, lane: LaneKey, key: str, number: int, changes: Mapping[str, Any] | None) -> None:
        """Replace some of a message, or delete it."""
        here = (mailbox.c.number == number, mailbox.c.lane == lane, mailbox.c.what == str(Happening.SAID))
        async with self._database.transaction() as connection:
            await _take_turn(connection, lane)
            sealed = await connection.scalar(select(mailbox.c.sealed).where(*here))
            if sealed is None:
                return
            if changes is None:
                await connection.execute(delete(mailbox).where(*here))
                await self._append(connection, lane, key, Happening.DELETED, {"of": number})
            else:
                whole = {**json.loads(self._vault.unseal(sealed)), **changes}
                await connection.execute(update(mailbox).where(*here).values(sealed=self._sealed(whole)))
                await self._append(connection, lane, key, Happening.CHANGED, {**changes, "of": number})
            await tell_others(connection, "web")

    async def wipe(self, lane: LaneKey, key: str) -> None:
        """Empty the mailbox."""
        async with self._database.transaction() as connection:
            await _take_turn(connection, lane)
            if await connection.scalar(select(mailbox.c.number).where(mailbox.c.key == key)) is not None:
                return
            await connection.execute(delete(mailbox).where(mailbox.c.lane == lane))
            await connection.execute(delete(visit_file).where(visit_file.c.lane == lane))
            if await connection.scalar(select(visit.c.lane).where(visit.c.lane == lane)) is not None:
                await self._append(connection, lane, key, Happening.WIPED, {})
            await tell_others(connection, "web")

    async def lines(self, lane: LaneKey, after: int) -> tuple[Sequence[Line], int]:
        """What is new after a number; of everything only what stands there now."""
        query = select(mailbox).where(mailbox.c.lane == lane, mailbox.c.number > after).order_by(mailbox.c.number)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(query)).mappings().all()
        found = [
            Line(
                number=row["number"],
                what=Happening(row["what"]),
                content=json.loads(self._vault.unseal(row["sealed"])),
            )
            for row in rows
            if after or row["what"] == Happening.SAID
        ]
        return found, max((row["number"] for row in rows), default=after)

    async def message(self, lane: LaneKey, number: int) -> Mapping[str, Any] | None:
        """The content of one message."""
        query = select(mailbox.c.sealed).where(
            mailbox.c.lane == lane, mailbox.c.number == number, mailbox.c.what == str(Happening.SAID)
        )
        async with self._database.transaction() as connection:
            sealed = await connection.scalar(query)
        if sealed is None:
            return None
        content: Mapping[str, Any] = json.loads(self._vault.unseal(sealed))
        return content

    async def keep_file(self, lane: LaneKey, name: str, content: bytes) -> None:
        """Keep a file; the same name twice is the same file."""
        row = {"name": name, "lane": lane, "sealed": self._vault.seal(base64.b64encode(content).decode("ascii"))}
        async with self._database.transaction() as connection:
            await connection.execute(insert_or_ignore(connection, visit_file), row)

    async def file(self, lane: LaneKey, name: str) -> bytes | None:
        """A file of this visit."""
        query = select(visit_file.c.sealed).where(visit_file.c.lane == lane, visit_file.c.name == name)
        async with self._database.transaction() as connection:
            sealed = await connection.scalar(query)
        return None if sealed is None else base64.b64decode(self._vault.unseal(sealed))

    async def stirred(self, after: int) -> tuple[Collection[LaneKey], int]:
        """Mailboxes that got something; may name some twice, never misses one."""
        async with self._database.transaction() as connection:
            newest = await connection.scalar(select(func.max(mailbox.c.number))) or 0
            lanes = await connection.scalars(
                select(mailbox.c.lane).where(mailbox.c.number > after - _BEHIND).distinct()
            )
            return {LaneKey(lane) for lane in lanes}, newest

    async def forgotten(self, lane: LaneKey) -> bool:
        """Whether there is no such visit any more."""
        async with self._database.transaction() as connection:
            return await connection.scalar(select(visit.c.lane).where(visit.c.lane == lane)) is None

    async def open_visits(self) -> int:
        """How many there are."""
        async with self._database.transaction() as connection:
            return int(await connection.scalar(select(func.count()).select_from(visit)) or 0)

    async def _find(self, connection: AsyncConnection, key: str) -> Visit | None:
        query = select(visit).join(visit_key, visit_key.c.lane == visit.c.lane).where(visit_key.c.hash == key)
        row = (await connection.execute(query)).mappings().first()
        if row is None:
            return None
        return Visit(
            name=self._vault.unseal(row["sealed"]), lane=LaneKey(row["lane"]), visitor=VisitorKey(row["visitor"])
        )

    async def _seen(self, connection: AsyncConnection, visit_: Visit) -> None:
        """To the hour: finer is not needed to forget it in time."""
        hour = self._clock().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        known = await connection.scalar(select(visit.c.seen_at).where(visit.c.lane == visit_.lane))
        if known is None:
            row = {
                "lane": visit_.lane,
                "visitor": visit_.visitor,
                "sealed": self._vault.seal(visit_.name),
                "seen_at": hour,
            }
            await connection.execute(insert_or_ignore(connection, visit), row)
        elif known < hour:
            await connection.execute(update(visit).where(visit.c.lane == visit_.lane).values(seen_at=hour))

    async def _append(
        self, connection: AsyncConnection, lane: LaneKey, key: str, what: Happening, content: Mapping[str, Any]
    ) -> tuple[int, bool]:
        """The number, and whether it was new."""
        await _take_turn(connection, lane)
        known = await connection.scalar(select(mailbox.c.number).where(mailbox.c.key == key))
        if known is not None:
            return int(known), False
        row = {"lane": lane, "key": key, "what": str(what), "sealed": self._sealed(content)}
        number = await connection.scalar(insert(mailbox).values(row).returning(mailbox.c.number))
        return int(number or 0), True

    def _sealed(self, content: Mapping[str, Any]) -> str:
        return self._vault.seal(json.dumps(content, ensure_ascii=False))


async def _take_turn(connection: AsyncConnection, lane: str) -> None:
    """Who writes in one mailbox waits for the other, so that numbers are committed in their order."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:lane, 3))"), {"lane": lane})


def forgotten_visits(now: datetime, lifetime: timedelta) -> Sequence[Delete]:
    """Statements that forget visits that were silent too long, except while staff wait for or talk with them."""
    talking = select(record.c.visitor).where(record.c.kind == "handoff", record.c.is_open.is_(True))
    stale: Select[Any] = select(visit.c.lane).where(visit.c.seen_at < now - lifetime, visit.c.visitor.not_in(talking))
    return [
        *(delete(table).where(table.c.lane.in_(stale)) for table in (mailbox, visit_file, visit_key)),
        delete(visit).where(visit.c.lane.in_(stale)),
    ]
