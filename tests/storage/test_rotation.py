"""A new key: everything is sealed anew, names stay, and the old key opens nothing any more."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.rotation import reseal_all
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.domain.errors import SettingsError
from bot.domain.ids import LaneKey, SealedAddress
from bot.service.records import Kept, RawUpdate, TurnRecord
from tests.factories import message

pytestmark = pytest.mark.asyncio


async def fill(database: Database, key: str) -> None:
    """One row of each kind."""
    vault = await open_key_ring(database, [key])
    store = SqlStore(database, vault, lambda: datetime(2026, 11, 23, tzinfo=UTC), state_lifetime=timedelta(hours=24))
    for number in (1, 2):
        await store.receive([RawUpdate(source=f"t:{number}", lane=LaneKey(f"l{number}"), payload='{"geheim": 1}')])
    async with store.turns(1) as unit:
        kept = Kept(kind="handoff", key="h", content='"h"', open=True, visitor="v", topic=1, version=1)
        unit.finish(
            TurnRecord(
                update=unit.updates[0],
                visitor="v",
                conversation='{"taal": "nl"}',
                outgoing=(message("m", address=SealedAddress(vault.seal("1"))),),
                kept=(kept,),
            )
        )


async def test_after_rotation_only_the_new_key_opens(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/rotate.sqlite")
    await database.migrate()
    old, new = new_secret_key(), new_secret_key()
    await fill(database, old)
    name = (await open_key_ring(database, [old])).name("visitor", "1")
    before = {row[0] for row in sqlite3.connect(tmp_path / "rotate.sqlite").execute("SELECT sealed FROM record")}

    assert await reseal_all(database, [new, old]) >= 4

    ring = await open_key_ring(database, [new])
    assert ring.name("visitor", "1") == name
    store = SqlStore(database, ring, lambda: datetime(2026, 11, 23, tzinfo=UTC), state_lifetime=timedelta(hours=24))
    async with store.turns(5) as unit:
        assert [update.payload for update in unit.updates] == ['{"geheim": 1}']
        assert [row.content for row in await unit.kept((), (), ())] == ['"h"']
    async with store.deliveries() as deliveries:
        assert [head.message.parameters for head in await deliveries.heads(5, without=())] == [{"text": "m"}]
    with pytest.raises(SettingsError):
        await open_key_ring(database, [old])
    await database.close()
    after = {row[0] for row in sqlite3.connect(tmp_path / "rotate.sqlite").execute("SELECT sealed FROM record")}
    assert before.isdisjoint(after)
