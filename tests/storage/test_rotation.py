"""A new key: everything is sealed anew, names stay, and the old key opens nothing any more."""

import json
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
from bot.service.records import Kept, RawUpdate, Timer, TurnRecord
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


async def test_addresses_inside_what_is_kept_open_with_the_new_key_alone(tmp_path: Path) -> None:
    """A talk, a colleague and a timer hold the address to answer to: without it nobody could be answered any more."""
    database = Database(f"sqlite:///{tmp_path}/inside.sqlite")
    await database.migrate()
    old, new = new_secret_key(), new_secret_key()
    vault = await open_key_ring(database, [old])
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    store = SqlStore(database, vault, lambda: moment, state_lifetime=timedelta(hours=24))
    looks_like_one = "gAAAAA" + "x" * 120
    inside = json.dumps({"address": vault.seal("4711"), "web": f"web:{vault.seal('4712')}", "words": looks_like_one})
    await store.receive([RawUpdate(source="t:1", lane=LaneKey("l"), payload="{}")])
    async with store.turns(1) as unit:
        kept = Kept(kind="staff", key="k", content=inside, open=True, version=1)
        timer = Timer(lane=LaneKey("l"), name="t", due=moment, payload=inside)
        unit.finish(TurnRecord(update=unit.updates[0], kept=(kept,), timers=(timer,)))
    await reseal_all(database, [new, old])
    ring = await open_key_ring(database, [new])
    store = SqlStore(database, ring, lambda: moment, state_lifetime=timedelta(hours=24))
    await store.ring(moment)
    async with store.turns(5) as unit:
        texts = [row.content for row in await unit.kept((), (), ())] + [update.payload for update in unit.updates]
    assert len(texts) == 2
    for text in texts:
        found = json.loads(text)
        assert ring.unseal(found["address"]) == "4711"
        assert ring.unseal(found["web"].removeprefix("web:")) == "4712"
        assert found["words"] == looks_like_one
    await database.close()
