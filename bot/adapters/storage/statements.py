"""Statements that both databases write a little differently, and the shape of an outbox row."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Insert, Table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.effects import Linked, Priority, UnknownOutcome
from bot.domain.ids import LaneKey, MessageId, SealedAddress
from bot.service.ports import Vault
from bot.service.records import Drawing, Outgoing, Report

WAITING, SENDING, SENT, REFUSED, DROPPED = "waiting", "sending", "sent", "refused", "dropped"


def insert_or_ignore(connection: AsyncConnection, table: Table) -> Insert:
    """Insert; a row whose unique name exists already is left as it is."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def upsert(connection: AsyncConnection, table: Table, key: Sequence[str]) -> Insert:
    """Insert, or replace the other columns of the row with the same key."""
    statement: postgresql.Insert | sqlite.Insert
    statement = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    return statement.on_conflict_do_update(index_elements=list(key), set_=others)


async def tell_others(connection: AsyncConnection, *parts: str) -> None:
    """With this commit the other processes hear that there is something for these parts of the house."""
    if connection.dialect.name == "postgresql":
        for part in parts:
            await connection.execute(text("SELECT pg_notify('steunpunt', :part)"), {"part": part})


def add_counts(connection: AsyncConnection, table: Table) -> Insert:
    """Insert counts, or add them to the row with the same key."""
    statement: postgresql.Insert | sqlite.Insert
    statement = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    more = table.c["count"] + statement.excluded["count"]
    return statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_={"count": more})


def pause_name(destination: str, bucket: str = "") -> str:
    """Under which name a pause is kept: of all that goes to a chat, or of one bucket of it."""
    return f"{destination}:{bucket}" if bucket else destination


def outbox_row(message: Outgoing, vault: Vault, now: datetime) -> dict[str, Any]:
    """A new row: the address was sealed by the channel, the parameters are sealed here."""
    return {
        "key": message.key,
        "destination": message.destination,
        "is_group": message.group,
        "priority": int(message.priority),
        "on_unknown": str(message.on_unknown),
        "method": message.method,
        "sealed_address": message.address,
        "sealed": vault.seal(json.dumps(_contents(message), ensure_ascii=False)),
        "depends_on": message.depends_on,
        "coalesce": message.coalesce,
        "status": WAITING,
        "tries": 0,
        "uncertain": 0,
        "not_before": message.not_before or now,
        "created_at": now,
        "reason": "",
        "routing": _routing_text(message),
    }


_DRAWING = "@drawing"
"""Beside the parameters: the document that is drawn when the message leaves."""


def _contents(message: Outgoing) -> dict[str, Any]:
    drawing = message.drawing
    return dict(message.parameters) if drawing is None else {**message.parameters, _DRAWING: asdict(drawing)}


@dataclass(frozen=True, slots=True)
class Routing:
    """What a message is tied to: numbers of messages and of a handoff, nothing about a person."""

    report: Report | None = None
    link: Linked | None = None
    counterpart: Linked | None = None
    loose: bool = False
    metered: bool = True
    album: tuple[MessageId, ...] = ()


_ROUTING = TypeAdapter(Routing)


def _routing_text(message: Outgoing) -> str | None:
    routing = Routing(message.report, message.link, message.counterpart, message.loose, message.metered, message.album)
    return None if routing == Routing() else _ROUTING.dump_json(routing).decode("ascii")


def routing_of(text: str | None) -> Routing:
    """Read back what ``outbox_row`` wrote."""
    return Routing() if text is None else _ROUTING.validate_json(text)


def outgoing_of(row: Any, vault: Vault) -> Outgoing:
    """The message in a row that was not forgotten yet."""
    routing = routing_of(row["routing"])
    parameters = json.loads(vault.unseal(row["sealed"]))
    drawing = parameters.pop(_DRAWING, None)
    return Outgoing(
        key=row["key"],
        destination=LaneKey(row["destination"]),
        address=SealedAddress(row["sealed_address"]),
        group=row["is_group"],
        priority=Priority(row["priority"]),
        on_unknown=UnknownOutcome(row["on_unknown"]),
        method=row["method"],
        parameters=parameters,
        depends_on=row["depends_on"],
        coalesce=row["coalesce"],
        not_before=row["not_before"],
        report=routing.report,
        link=routing.link,
        counterpart=routing.counterpart,
        loose=routing.loose,
        metered=routing.metered,
        album=routing.album,
        drawing=None if drawing is None else Drawing(**drawing),
    )
