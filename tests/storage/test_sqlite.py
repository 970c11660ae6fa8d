"""What only the store on disk can promise: nothing readable at rest, a schema that grows, copies that are whole."""

import asyncio
import os
import re
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from bot.adapters.storage.database import Database, back_up_sqlite, sqlite_file
from bot.adapters.storage.encryption import KeyRing, new_secret_key
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.storage.tables import SCHEMA_VERSION, metadata
from bot.domain.effects import Priority, UnknownOutcome
from bot.domain.errors import SettingsError
from bot.domain.ids import LaneKey, SealedAddress
from bot.service.records import Outgoing, RawUpdate, Timer, TurnRecord

pytestmark = pytest.mark.asyncio


def now() -> datetime:
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


async def filled(path: Path, keys: list[str]) -> Database:
    """A database in which a secret was said, answered and remembered."""
    database = Database(f"sqlite:///{path}")
    await database.migrate()
    vault = await open_key_ring(database, keys)
    store = SqlStore(database, vault, now, state_lifetime=timedelta(hours=24))
    await store.receive([RawUpdate(source="telegram:1", lane=LaneKey("a"), payload='{"geheim": "appeltaart"}')])
    await store.receive([RawUpdate(source="telegram:2", lane=LaneKey("a"), payload='{"geheim": "appeltaart"}')])
    async with store.turns(1) as unit:
        reply = Outgoing(
            key="m",
            destination=LaneKey("a"),
            address=SealedAddress(vault.seal("4815162342")),
            group=False,
            priority=Priority.ANSWER,
            on_unknown=UnknownOutcome.DROP,
            method="send_message",
            parameters={"text": "appeltaart"},
        )
        timer = Timer(lane=LaneKey("a"), name="t", due=now(), payload="appeltaart")
        record = TurnRecord(
            update=unit.updates[0], visitor="v", conversation="appeltaart", outgoing=(reply,), timers=(timer,)
        )
        unit.finish(record)
    return database


@pytest.mark.parametrize("trouble", ["no folder", "no database", "a folder", "read only"])
async def test_a_database_that_cannot_be_opened_leaves_no_thread_that_still_reports(
    tmp_path: Path, trouble: str
) -> None:
    """Who closes the event loop right after must not see a traceback of a thread (aiosqlite) that comes too late."""
    file = tmp_path / "s.sqlite"
    if trouble == "no folder":
        file = tmp_path / "weg" / "s.sqlite"
    elif trouble == "no database":
        file.write_bytes(b"dit is een brief" * 300)
    elif trouble == "a folder":
        file.mkdir()
    else:
        await (first := Database(f"sqlite:///{file}")).migrate()
        await first.close()
        file.chmod(0o400)
        if os.access(file, os.W_OK):
            pytest.skip("this user may write everything")
    before = set(threading.enumerate())
    for _ in range(10):
        database = Database(f"sqlite:///{file}")
        with pytest.raises(SettingsError, match=re.escape(str(file))):
            await database.migrate()
        assert not _reporting(before)
        await database.close()


def _reporting(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that came since and are no part of asyncio's pool."""
    return [thread for thread in set(threading.enumerate()) - before if not thread.name.startswith("asyncio_")]


async def test_a_database_that_is_closed_has_no_threads_left(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    database = await filled(tmp_path / "s.sqlite", [new_secret_key()])
    assert len(_reporting(before)) == 1
    given_up = asyncio.create_task(_holds(database))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    await database.close()
    assert not _reporting(before)


async def _holds(database: Database) -> None:
    async with database.transaction() as connection:
        await connection.exec_driver_sql("SELECT 1")
        await asyncio.Event().wait()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("sqlite://", "noemt geen bestand"),
        ("sqlite:///", "noemt geen bestand"),
        ("sqlite:///:memory:", "noemt geen bestand"),
        ("sqlite://steunpunt.sqlite", "noemt geen bestand"),
        ("sqlite:///s.sqlite?mode=ro", "is niet te lezen"),
        ("sqlite+pysqlite:///s.sqlite", "is niet te lezen"),
        ("postgresql://naam:woord@server/db", "is niet te lezen"),
        ("postgresql+asyncpg://naam:woord@server:poort/db", "is niet te lezen"),
        ("postgresql+asyncpg://naam:woord@server:70000/db", "is niet te lezen"),
        ("mysql://naam:woord@server/db", "is niet te lezen"),
        ("", "is niet te lezen"),
    ],
)
async def test_an_address_that_no_engine_of_ours_can_use_is_refused(url: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        Database(url)
    with pytest.raises(SettingsError, match=sentence):
        sqlite_file(url)


async def test_nothing_readable_lies_on_disk(tmp_path: Path) -> None:
    database = await filled(tmp_path / "s.sqlite", [new_secret_key()])
    await database.close()
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"telegram:1" in written
    assert b"appeltaart" not in written
    assert b"4815162342" not in written


async def test_the_migrated_schema_is_the_schema_of_the_tables(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/s.sqlite")
    await database.migrate()
    await database.migrate()

    def version(connection: Connection) -> str | None:
        return MigrationContext.configure(connection).get_current_revision()

    def difference(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.transaction() as connection:
        assert await connection.run_sync(difference) == []
        assert await connection.run_sync(version) == SCHEMA_VERSION
    await database.close()


async def test_a_copy_made_while_in_use_is_whole_and_opens_with_the_key(tmp_path: Path) -> None:
    key = new_secret_key()
    database = await filled(tmp_path / "s.sqlite", [key])
    back_up_sqlite(tmp_path / "s.sqlite", tmp_path / "copy.sqlite")
    await database.close()
    copy = Database(f"sqlite:///{tmp_path}/copy.sqlite")
    store = SqlStore(copy, await open_key_ring(copy, [key]), now, state_lifetime=timedelta(hours=24))
    async with store.turns(5) as unit:
        assert [taken.payload for taken in unit.updates] == ['{"geheim": "appeltaart"}']
    await copy.close()


async def test_a_key_can_be_rotated_and_names_stay_the_same(tmp_path: Path) -> None:
    old, new = new_secret_key(), new_secret_key()
    database = await filled(tmp_path / "s.sqlite", [old])
    before = (await open_key_ring(database, [old])).name("visitor", "1")
    ring = await open_key_ring(database, [new, old])
    assert ring.name("visitor", "1") == before
    store = SqlStore(database, ring, now, state_lifetime=timedelta(hours=24))
    async with store.turns(5) as unit:
        assert unit.updates[0].payload == '{"geheim": "appeltaart"}'
    await database.close()


async def test_a_foreign_key_is_refused_in_plain_words(tmp_path: Path) -> None:
    database = await filled(tmp_path / "s.sqlite", [new_secret_key()])
    with pytest.raises(SettingsError, match="past niet bij deze database"):
        await open_key_ring(database, [new_secret_key()])
    await database.close()


@pytest.mark.parametrize("weak", ["", "geheim", "a" * 44, "é" * 44])
async def test_a_weak_key_is_refused(weak: str) -> None:
    with pytest.raises(SettingsError, match="STEUNPUNT_SECRET_KEY"):
        KeyRing([weak], b"x" * 32)
