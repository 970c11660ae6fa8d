"""The outbox's unit of work in SQL: write how sends ended, take the next ones, in one commit."""

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.outcomes import Results
from bot.adapters.storage.statements import SENDING, SENT, WAITING, outgoing_of
from bot.adapters.storage.tables import link, outbox, pause
from bot.domain.effects import Linked, Priority, Side
from bot.domain.ids import LaneKey, MessageId
from bot.service.ports import Clock, Vault
from bot.service.records import WIPE, Delivered, DeliveryResult, WaitingMessage

_LOOKED_AT = 200
"""Waiting messages of a group among which the lines of one talk are found: more than twelve talks write in a minute."""
_MOST_WIPED = 95
"""Telegram deletes at most 100 messages in one request; a few places are for the person's own command."""


class SqlDeliveries:
    """Implements ``Deliveries``; results are written before heads are read, starts when the unit ends."""

    def __init__(self, connection: AsyncConnection, vault: Vault, clock: Clock) -> None:
        self._connection = connection
        self._vault = vault
        self._now = clock()
        self._results = Results(connection, vault, self._now)
        self._started: list[int] = []

    def record(self, result: DeliveryResult) -> None:
        """Remember how a send ended."""
        self._results.add(result)

    async def heads(
        self,
        limit: int,
        *,
        without: Collection[LaneKey],
        resting: Collection[LaneKey] = (),
        unready: Collection[int] = (),
    ) -> Sequence[WaitingMessage]:
        """The next message of each destination and priority that may go now."""
        await self._results.write()
        first = (
            select(func.min(outbox.c.sequence).label("sequence"))
            .where(outbox.c.status == WAITING, ~self._paused(), ~_held_up())
            .group_by(outbox.c.destination, outbox.c.priority)
            .subquery()
        )
        dependency = outbox.alias("dependency")
        query = (
            select(outbox, dependency.c.message_id.label("dependency_result"))
            .join(first, outbox.c.sequence == first.c.sequence)
            .outerjoin(dependency, dependency.c.key == outbox.c.depends_on)
            .where(outbox.c.not_before <= self._now)
            .order_by(outbox.c.priority, outbox.c.sequence)
            .limit(limit)
        )
        if without:
            query = query.where(outbox.c.destination.not_in(list(without)))
        if resting:
            urgent = outbox.c.priority < int(Priority.ANSWER)
            query = query.where(or_(urgent, outbox.c.destination.not_in(list(resting))))
        if unready:
            query = query.where(outbox.c.sequence.not_in(list(unready)))
        rows = (await self._connection.execute(query)).mappings().all()
        return [await self._complete(self._waiting(row)) for row in rows]

    def _paused(self) -> ColumnElement[bool]:
        """Whether all that goes to its chat, or just what it is, must wait."""
        bucket = case(
            (or_(outbox.c.method.like("send%"), outbox.c.method.like("copy%")), "send"), else_=outbox.c.method
        )
        named = or_(
            pause.c.destination == outbox.c.destination, pause.c.destination == outbox.c.destination + ":" + bucket
        )
        return exists(select(pause.c.destination).where(pause.c.until > self._now, named))

    async def _complete(self, waiting: WaitingMessage) -> WaitingMessage:
        """Fill in what is only known now: the counterparts of a message, or what a wipe must delete."""
        asked = waiting.message.counterpart
        if asked is not None:
            here, there = (link.c.person_message, link.c.staff_message)
            if asked.side is Side.STAFF:
                here, there = there, here
            mine = select(there).where(link.c.handoff == asked.handoff, here == asked.message).order_by(there)
            numbers = tuple(MessageId(number) for number in (await self._connection.scalars(mine)).all())
            waiting = replace(waiting, counterparts=numbers)
            if numbers and waiting.message.method == "edit_message_text":
                both = select(here).where(link.c.handoff == asked.handoff, there == numbers[0]).order_by(here)
                together = [MessageId(number) for number in (await self._connection.scalars(both)).all()]
                waiting = replace(waiting, companions=await self._words_of(asked, together))
        if waiting.message.method == WIPE:
            rows = await self._connection.execute(
                select(outbox.c.message_id)
                .where(
                    outbox.c.destination == waiting.message.destination,
                    outbox.c.status == SENT,
                    outbox.c.message_id.is_not(None),
                    outbox.c.sequence < waiting.sequence,
                )
                .order_by(outbox.c.sequence.desc())
                .limit(_MOST_WIPED)
            )
            waiting = replace(waiting, recent=tuple(MessageId(number) for number in rows.scalars()))
        return waiting

    async def _words_of(self, asked: Linked, together: Sequence[MessageId]) -> tuple[tuple[MessageId, str | None], ...]:
        """The lines that travel in one message, as far as their words are still known."""
        if len(together) < 2:
            return ()
        keys = {f"relay/{asked.handoff}/{asked.side}/{number}": number for number in together}
        query = select(outbox.c.key, outbox.c.sealed).where(outbox.c.key.in_(keys), outbox.c.sealed.is_not(None))
        known = {
            keys[key]: str(json.loads(self._vault.unseal(sealed)).get("text", ""))
            for key, sealed in (await self._connection.execute(query)).all()
        }
        return tuple((number, known.get(number)) for number in together)

    async def followers(self, head: WaitingMessage, limit: int) -> Sequence[WaitingMessage]:
        """Messages behind ``head`` that may travel with it. What goes together by another name stays where it is; the
        first that goes together with nothing ends it, so that order is kept.
        """
        query = (
            select(outbox)
            .where(
                outbox.c.status == WAITING,
                outbox.c.destination == head.message.destination,
                outbox.c.priority == int(head.message.priority),
                outbox.c.sequence > head.sequence,
            )
            .order_by(outbox.c.sequence)
            .limit(_LOOKED_AT)
        )
        found: list[WaitingMessage] = []
        for row in (await self._connection.execute(query)).mappings():
            if row["coalesce"] is not None and row["coalesce"] != head.message.coalesce:
                continue
            alike = row["coalesce"] == head.message.coalesce and row["depends_on"] == head.message.depends_on
            if not alike or len(found) == limit:
                break
            found.append(self._waiting({**row, "dependency_result": head.dependency_result}))
        return found

    def start(self, waiting: WaitingMessage) -> None:
        """Remember that this message is about to leave."""
        self._started.append(waiting.sequence)

    async def flush(self) -> None:
        """Write everything; the caller commits."""
        await self._results.write()
        if self._started:
            await self._connection.execute(
                update(outbox).where(outbox.c.sequence == bindparam("row")).values(status=SENDING),
                [{"row": sequence} for sequence in self._started],
            )
            self._started = []

    async def recover(self) -> int:
        """Settle rows that were being sent when the process died."""
        query = select(outbox).where(outbox.c.status == SENDING).order_by(outbox.c.sequence)
        rows = (await self._connection.execute(query)).mappings().all()
        for row in rows:
            self.record(
                DeliveryResult(waiting=self._waiting({**row, "dependency_result": None}), outcome=Delivered.UNCERTAIN)
            )
        await self._results.write()
        return len(rows)

    def _waiting(self, row: Any) -> WaitingMessage:
        return WaitingMessage(
            sequence=row["sequence"],
            message=outgoing_of(row, self._vault),
            tries=row["tries"],
            created_at=row["created_at"],
            uncertain=row["uncertain"],
            dependency_result=row["dependency_result"],
        )


def _held_up() -> ColumnElement[bool]:
    """Whether it waits for another message; nothing else waits behind it.

    What stands behind a refused message goes without it; what cannot was refused with it. A message that nobody
    remembers is no reason to wait.
    """
    before = outbox.alias("before")
    query = select(before.c.sequence).where(
        before.c.key == outbox.c.depends_on, before.c.status.in_([WAITING, SENDING])
    )
    return exists(query)
