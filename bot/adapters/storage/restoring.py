"""Putting a copy back: looked at before it replaces anything, and what is old in it is never sent."""

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, func, select, update

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import open_with
from bot.adapters.storage.inbox import ASIDE, NEW, forget_person
from bot.adapters.storage.statements import DROPPED, SENDING, WAITING, upsert
from bot.adapters.storage.store import NAME_KEY
from bot.adapters.storage.tables import inbox, meta, outbox, record, timer
from bot.adapters.storage.wiped import Wiped
from bot.domain.alarms import AlarmKind
from bot.domain.errors import SettingsError

_WORD = "restored"
_FORGETTING = f"{AlarmKind.FORGET}:"
"""Timers that erase something must ring, however late."""
_REASON = "restored from a copy"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done to a copy before anybody works with it."""

    messages: int
    """Answers of then that are not sent any more."""
    updates: int
    """What people wrote then and nobody answered; set aside."""
    timers: int
    wiped: int
    """People who were wiped after the copy was made, and are wiped again."""
    talks: int
    """Talks that were open then."""


def require_good_copy(copy: Path, keys: Sequence[str]) -> None:
    """Raise ``SettingsError`` when this is no whole copy of a database of ours, or the key does not open it."""
    import sqlite3

    problem = f"{copy} is geen hele kopie van een database van de bot. Er is niets veranderd."
    try:
        if copy.stat().st_size == 0:
            raise SettingsError(problem)
        with closing(sqlite3.connect(f"file:{copy}?mode=ro&immutable=1", uri=True)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise SettingsError(problem)
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
            sealed = connection.execute("SELECT value FROM meta WHERE name = ?", (NAME_KEY,)).fetchone()
    except (sqlite3.Error, OSError) as error:
        raise SettingsError(problem) from error
    if sealed is not None and keys:
        open_with(keys, str(sealed[0]))


def lay_beside(copy: Path, database: Path) -> Path:
    """The copy under a name of its own in the folder of the database, for its owner only."""
    beside = database.with_name(f"{database.name}.terug")
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            beside.with_name(beside.name + suffix).unlink()
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as target, copy.open("rb") as source:
        shutil.copyfileobj(source, target)
    return beside


async def settle(database: Database, now: datetime, wiped: Sequence[Wiped]) -> Restored:
    """Set aside what was waiting then, wipe again who was wiped since, and leave word for the staff."""
    async with database.transaction() as connection:
        for visitor, lane in wiped:
            await forget_person(connection, visitor, lane)
            await connection.execute(delete(inbox).where(inbox.c.lane == lane))
        messages = await connection.execute(
            update(outbox)
            .where(outbox.c.status.in_([WAITING, SENDING]))
            .values(status=DROPPED, reason=_REASON, sealed=None, sealed_address=None, sent_at=now)
        )
        updates = await connection.execute(
            update(inbox).where(inbox.c.status == NEW).values(status=ASIDE, handled_at=now, reason=_REASON)
        )
        timers = await connection.execute(
            delete(timer).where(timer.c.due <= now, timer.c.name.not_like(f"{_FORGETTING}%"))
        )
        talks = await connection.scalar(
            select(func.count()).select_from(record).where(record.c.kind == "handoff", record.c.is_open.is_(True))
        )
        done = Restored(messages.rowcount, updates.rowcount, timers.rowcount, len(wiped), int(talks or 0))
        word = json.dumps({"messages": done.messages, "updates": done.updates, "talks": done.talks})
        await connection.execute(upsert(connection, meta, ["name"]), {"name": _WORD, "value": word})
    return done


async def word_of_restore(database: Database) -> dict[str, int] | None:
    """What staff must still hear of a restore; None when there was none."""
    async with database.transaction() as connection:
        word = await connection.scalar(select(meta.c.value).where(meta.c.name == _WORD))
    return None if word is None else {str(name): int(count) for name, count in json.loads(word).items()}


async def restore_was_told(database: Database) -> None:
    """Staff heard it."""
    async with database.transaction() as connection:
        await connection.execute(delete(meta).where(meta.c.name == _WORD))
