"""How sends ended, in SQL: settled rows, links between counterparts, pauses, and what the house must hear."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.inbox import NEW
from bot.adapters.storage.statements import (
    DROPPED,
    REFUSED,
    SENDING,
    SENT,
    WAITING,
    insert_or_ignore,
    pause_name,
    routing_of,
    tell_others,
    upsert,
)
from bot.adapters.storage.tables import inbox, link, outbox, pause
from bot.domain.effects import Linked, Side, UnknownOutcome
from bot.service.ports import Vault
from bot.service.records import Delivered, DeliveryResult

_FEW = 4
"""How often an ordinary answer of unknown outcome is tried again."""

_FORGOTTEN: dict[str, Any] = {"sealed": None, "sealed_address": None}


class Results:
    """Those of one unit of the outbox."""

    def __init__(self, connection: AsyncConnection, vault: Vault, now: datetime) -> None:
        self._connection = connection
        self._vault = vault
        self._now = now
        self._results: list[DeliveryResult] = []

    def add(self, result: DeliveryResult) -> None:
        """Remember how a send ended."""
        self._results.append(result)

    async def write(self) -> None:
        """Write all of them down; the caller commits."""
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
