"""The outbox's unit of work in SQL: write how sends ended, take the next ones, in one commit."""

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.inbox import NEW
from bot.adapters.storage.statements import (
    DROPPED,
    REFUSED,
    SENDING,
    SENT,
    WAITING,
    insert_or_ignore,
    outgoing_of,
    pause_name,
    routing_of,
    tell_others,
    upsert,
)
from bot.adapters.storage.tables import inbox, link, outbox, pause
from bot.domain.effects import Linked, Priority, Side, UnknownOutcome
from bot.domain.ids import LaneKey, MessageId
from bot.service.ports import Clock, Vault
from bot.service.records import WIPE, Delivered, DeliveryResult, WaitingMessage

_FEW = 4
"""How often an ordinary answer of unknown outcome is tried again."""

_MOST_WIPED = 95
"""Telegram deletes at most 100 messages in one request; a few places are for the person's own command."""

_FORGOTTEN: dict[str, Any] = {"sealed": None, "sealed_address": None}


class SqlDeliveries:
    """Implements ``Deliveries``; results are written before heads are read, starts when the unit ends."""

    def __init__(self, connection: AsyncConnection, vault: Vault, clock: Clock) -> None:
        self._connection = connection
        self._vault = vault
        self._now = clock()
        self._results: list[DeliveryResult] = []
        self._started: list[int] = []

    def record(self, result: DeliveryResult) -> None:
        """Remember how a send ended."""
        self._results.append(result)

    async def heads(
        self, limit: int, *, without: Collection[LaneKey], resting: Collection[LaneKey] = ()
    ) -> Sequence[WaitingMessage]:
        """The next message of each destination and priority that may go now."""
        await self._write_results()
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
        """Messages behind ``head`` that may travel with it; stops at the first that may not, so that order is kept."""
        query = (
            select(outbox)
            .where(
                outbox.c.status == WAITING,
                outbox.c.destination == head.message.destination,
                outbox.c.priority == int(head.message.priority),
                outbox.c.sequence > head.sequence,
            )
            .order_by(outbox.c.sequence)
            .limit(limit)
        )
        found = []
        for row in (await self._connection.execute(query)).mappings():
            if row["coalesce"] != head.message.coalesce or row["depends_on"] != head.message.depends_on:
                break
            found.append(self._waiting({**row, "dependency_result": head.dependency_result}))
        return found

    def start(self, waiting: WaitingMessage) -> None:
        """Remember that this message is about to leave."""
        self._started.append(waiting.sequence)

    async def flush(self) -> None:
        """Write everything; the caller commits."""
        await self._write_results()
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
        await self._write_results()
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

    async def _write_results(self) -> None:
        results, self._results = self._results, []
        if not results:
            return
        changes = [self._change(result, sequence) for result in results for sequence in _sequences(result)]
        settled = [change for change in changes if change["now_status"] != WAITING]
        again = [change for change in changes if change["now_status"] == WAITING]
        common = {
            "status": bindparam("now_status"),
            "tries": outbox.c.tries + 1,
            "uncertain": outbox.c.uncertain + bindparam("doubt"),
            "reason": bindparam("why"),
            "not_before": bindparam("again"),
        }
        # What ended well stays so: after a change of who delivers, both may tell of one message.
        still_open = or_(outbox.c.status == WAITING, outbox.c.status == SENDING)
        here = and_(outbox.c.sequence == bindparam("row"), still_open)
        for kept in (True, False):
            # Lines that share a message keep their words for as long as they can be changed: who changes one must
            # not take the others away.
            rows = [change for change in settled if change["together"] is kept]
            forgotten = {"sealed_address": None} if kept else _FORGOTTEN
            values = {**common, "sent_at": bindparam("at"), "message_id": bindparam("result"), **forgotten}
            named = [{name: value for name, value in row.items() if name != "together"} for row in rows]
            if named:
                await self._connection.execute(update(outbox).where(here).values(values), named)
        if again:
            await self._connection.execute(
                update(outbox).where(here).values(common),
                [{name: change[name] for name in ("row", "now_status", "why", "again", "doubt")} for change in again],
            )
        await self._write_links([r for r in results if r.outcome is Delivered.SENT and (r.message_id or r.album)])
        await self._write_words([r for r in results if r.outcome is Delivered.SENT and r.waiting.companions])
        await self._drop_orphans([r for r in results if r.outcome is Delivered.REFUSED])
        pauses = [{"destination": _pause_of(r), "until": r.pause_until} for r in results if r.pause_until]
        if pauses:
            await self._connection.execute(upsert(self._connection, pause, ["destination"]), pauses)
        feedback = [
            {
                "source": r.feedback.source,
                "lane": r.feedback.lane,
                "status": NEW,
                "sealed": self._vault.seal(r.feedback.payload),
                "received_at": self._now,
                "next_at": self._now,
                "tries": 0,
                "reason": "",
            }
            for r in results
            if r.feedback
        ]
        if feedback:
            await self._connection.execute(insert_or_ignore(self._connection, inbox), feedback)
            await tell_others(self._connection, "inbox")

    async def _write_links(self, sent: Sequence[DeliveryResult]) -> None:
        """What travelled together in one message has that message as its counterpart."""
        linked = [r for r in sent if r.waiting.message.link is not None]
        if not linked:
            return
        rows = []
        for result in linked:
            links = [result.waiting.message.link]
            if result.merged:
                query = select(outbox.c.routing).where(outbox.c.sequence.in_(result.merged))
                links += [routing_of(text).link for text in (await self._connection.execute(query)).scalars()]
            for made, number in (pair for one in links if one is not None for pair in linked_pairs(result, one)):
                person_side = made.side is Side.PERSON
                rows.append(
                    {
                        "handoff": made.handoff,
                        "person_message": made.message if person_side else number,
                        "staff_message": number if person_side else made.message,
                    }
                )
        await self._connection.execute(insert_or_ignore(self._connection, link), rows)

    async def _write_words(self, changed: Sequence[DeliveryResult]) -> None:
        """The new words of a line that shares a message, for when another of them is changed."""
        for result in changed:
            source = result.waiting.message.counterpart
            if source is None:
                continue
            sealed = self._vault.seal(json.dumps({"text": result.waiting.message.parameters.get("text", "")}))
            own = outbox.c.key == f"relay/{source.handoff}/{source.side}/{source.message}"
            await self._connection.execute(
                update(outbox).where(own, outbox.c.sealed.is_not(None)).values(sealed=sealed)
            )

    async def _drop_orphans(self, refused: Sequence[DeliveryResult]) -> None:
        """What depends on a message that will never go can never go either."""
        keys = [result.waiting.message.key for result in refused]
        while keys:
            orphans = (
                await self._connection.execute(
                    select(outbox.c.key, outbox.c.routing).where(
                        outbox.c.depends_on.in_(keys), outbox.c.status == WAITING
                    )
                )
            ).all()
            keys = [key for key, routing in orphans if not routing_of(routing).loose]
            if keys:
                await self._connection.execute(
                    update(outbox)
                    .where(outbox.c.key.in_(keys))
                    .values(status=REFUSED, reason="dependency", sent_at=self._now, **_FORGOTTEN)
                )

    def _change(self, result: DeliveryResult, sequence: int) -> dict[str, Any]:
        return {
            "row": sequence,
            "now_status": _status_after(result),
            "why": result.reason[:200],
            "doubt": int(result.outcome is Delivered.UNCERTAIN),
            "again": result.again_at or self._now,
            "at": self._now,
            "result": result.message_id or (result.album[0] if result.album else None),
            "together": bool(result.merged),
        }


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


def linked_pairs(result: DeliveryResult, made: Linked) -> list[tuple[Linked, int]]:
    """Which message became which; of an album that arrived in part nobody knows which, so all point at its first."""
    parts = result.waiting.message.album
    if not result.album:
        return [] if result.message_id is None else [(made, result.message_id)]
    numbers = result.album if len(result.album) == len(parts) else (result.album[0],) * len(parts)
    return [(replace(made, message=part), number) for part, number in zip(parts, numbers, strict=True)]


def _pause_of(result: DeliveryResult) -> str:
    message = result.waiting.message
    return pause_name(message.destination, "" if result.pause_all else message.bucket)


def _sequences(result: DeliveryResult) -> tuple[int, ...]:
    return (result.waiting.sequence, *result.merged)


def _status_after(result: DeliveryResult) -> str:
    match result.outcome:
        case Delivered.SENT:
            return SENT
        case Delivered.REFUSED:
            return REFUSED
        case Delivered.LATER:
            return WAITING
        case Delivered.UNCERTAIN:
            match result.waiting.message.on_unknown:
                case UnknownOutcome.DROP:
                    return DROPPED
                case UnknownOutcome.RESEND_FEW if result.waiting.uncertain >= _FEW:
                    return DROPPED
                case _:
                    return WAITING
