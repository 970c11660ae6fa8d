"""A copy that is put back sends nothing old, brings back nobody who was wiped, and is looked at before it counts."""

import asyncio
import json
import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.storage.database import Database, back_up_sqlite
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.occupied import in_use
from bot.adapters.storage.restoring import restore_was_told, word_of_restore
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.storage.tables import conversation, inbox, outbox, record, timer
from bot.adapters.storage.wiped import KEPT_FOR, note_wiped, read_wiped, wiped_file
from bot.app.commands.setup import database_command
from bot.domain.errors import SettingsError
from bot.domain.ids import LaneKey, SealedAddress
from bot.service.records import Kept, RawUpdate, Timer, TurnRecord
from tests.factories import message

THEN = datetime(2026, 11, 13, 12, 0, tzinfo=UTC)
FAR = datetime(2090, 1, 1, tzinfo=UTC)


class Place:
    """A database in use, and the settings that lead to it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = folder / "bot.sqlite"
        self.copy = folder / "kopie.sqlite"
        self.key = new_secret_key()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("STEUNPUNT_DATABASE_URL", f"sqlite:///{self.file}")
        monkeypatch.setenv("STEUNPUNT_SECRET_KEY", self.key)

    async def open(self) -> tuple[Database, SqlStore]:
        database = Database(f"sqlite:///{self.file}")
        await database.migrate()
        vault = await open_key_ring(database, [self.key])
        return database, SqlStore(database, vault, lambda: THEN, state_lifetime=timedelta(days=9999))

    async def fill(self) -> None:
        """Two people: an answer that waits, a question that waits, a live talk and timers of each."""
        database, store = await self.open()
        address = SealedAddress((await open_key_ring(database, [self.key])).seal("1"))
        for name in ("anna", "bram"):
            await store.receive([RawUpdate(source=f"t:{name}:1", lane=LaneKey(f"l-{name}"), payload="{}")])
            async with store.turns(9) as unit:
                [update] = [update for update in unit.updates if update.lane == f"l-{name}"]
                unit.finish(
                    TurnRecord(
                        update=update,
                        visitor=name,
                        conversation="{}",
                        outgoing=(message(f"m-{name}", address=address),),
                        kept=(Kept(kind="handoff", key=name, content="{}", open=True, visitor=name, version=1),),
                        timers=(
                            Timer(lane=LaneKey(f"l-{name}"), name="signaal:1", due=THEN, payload="{}"),
                            Timer(lane=LaneKey(f"l-{name}"), name="vergeten:1", due=THEN, payload="{}"),
                            Timer(lane=LaneKey(f"l-{name}"), name="herinner:1", due=FAR, payload="{}"),
                        ),
                    )
                )
            await store.receive([RawUpdate(source=f"t:{name}:2", lane=LaneKey(f"l-{name}"), payload="{}")])
        await database.close()

    async def wipe(self, name: str) -> None:
        database, store = await self.open()
        async with store.turns(9) as unit:
            [update] = [update for update in unit.updates if update.lane == f"l-{name}"]
            unit.finish(TurnRecord(update=update, forget=name, forget_lane=update.lane))
        await database.close()

    def lose(self) -> None:
        for path in self.file.parent.glob("bot.sqlite*"):
            path.unlink()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    return Place(tmp_path, monkeypatch)


async def _restored(place: Place) -> None:
    await place.fill()
    back_up_sqlite(place.file, place.copy)
    await place.wipe("anna")
    place.lose()


@pytest.mark.asyncio
async def test_what_was_waiting_then_is_not_sent_and_who_was_wiped_stays_wiped(place: Place) -> None:
    await _restored(place)
    assert await asyncio.to_thread(database_command, "restore", place.copy) == 0
    database, _ = await place.open()
    async with database.transaction() as connection:
        rows = {
            table.name: (await connection.execute(select(table))).mappings().all()
            for table in (conversation, inbox, outbox, record, timer)
        }
    assert {row["visitor"] for row in rows["conversation"]} == {"bram"}
    assert {row["visitor"] for row in rows["record"]} == {"bram"}
    assert len(rows["outbox"]) == 2
    assert all(row["sealed"] is None and row["status"] == "dropped" for row in rows["outbox"])
    assert sorted(row["status"] for row in rows["inbox"] if row["lane"] == "l-bram") == ["aside", "done"]
    assert not [row for row in rows["inbox"] if row["lane"] == "l-anna"]
    assert {(row["lane"], row["name"]) for row in rows["timer"]} == {("l-bram", "vergeten:1"), ("l-bram", "herinner:1")}
    word = await word_of_restore(database)
    assert word is not None
    assert (word["updates"], word["talks"]) == (1, 1)
    await restore_was_told(database)
    assert await word_of_restore(database) is None
    await database.close()
    assert stat.S_IMODE(place.file.stat().st_mode) == 0o600
    assert not list(place.file.parent.glob("*.terug*"))


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "other", "key"])
def test_a_copy_that_is_not_good_changes_nothing(place: Place, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(_restored(place))
    if damage == "empty":
        place.copy.write_bytes(b"")
    elif damage == "text":
        place.copy.write_text("geen database")
    elif damage == "cut":
        place.copy.write_bytes(place.copy.read_bytes()[: place.copy.stat().st_size // 2])
    elif damage == "other":
        place.copy.unlink()
        with closing(sqlite3.connect(place.copy)) as connection:
            connection.execute("CREATE TABLE iets (a)")
            connection.commit()
    else:
        monkeypatch.setenv("STEUNPUNT_SECRET_KEY", new_secret_key())
    with pytest.raises(SettingsError, match=r"geen hele kopie|past niet bij deze database"):
        database_command("restore", place.copy)
    assert not list(place.file.parent.glob("bot.sqlite*"))


def test_a_backup_overwrites_nothing_and_is_for_its_owner(place: Place, tmp_path: Path) -> None:
    asyncio.run(place.fill())
    old = os.umask(0)
    try:
        assert database_command("backup", place.copy) == 0
    finally:
        os.umask(old)
    assert stat.S_IMODE(place.copy.stat().st_mode) == 0o600
    before = place.copy.read_bytes()
    with pytest.raises(SettingsError, match="bestaat al"):
        database_command("backup", place.copy)
    assert place.copy.read_bytes() == before
    with pytest.raises(SettingsError, match="Bestaat de map"):
        database_command("backup", tmp_path / "weg" / "kopie.sqlite")
    place.lose()
    place.file.write_text("geen database, maar wel een bestand dat zo heet")
    with pytest.raises(SettingsError, match="geen database van de bot"):
        database_command("backup", tmp_path / "tweede.sqlite")
    assert not (tmp_path / "tweede.sqlite").exists()


def test_rotate_and_restore_are_refused_beside_a_running_bot(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(place.fill())
    monkeypatch.setenv("STEUNPUNT_SECRET_KEY", f"{new_secret_key()},{place.key}")
    back_up_sqlite(place.file, place.copy)
    with in_use(f"sqlite:///{place.file}", alone=False), in_use(f"sqlite:///{place.file}", alone=False):
        with pytest.raises(SettingsError, match="Stop hem eerst"):
            database_command("rotate", None)
        place.file.rename(place.file.with_name("opzij"))
        with pytest.raises(SettingsError, match="Stop hem eerst"):
            database_command("restore", place.copy)
        place.file.with_name("opzij").rename(place.file)
    assert database_command("rotate", None) == 0


def test_the_list_of_the_wiped_lives_as_long_as_a_copy(tmp_path: Path) -> None:
    database = tmp_path / "bot.sqlite"
    path = wiped_file(database)
    today = datetime.now(UTC).date()
    old, young = today - KEPT_FOR - timedelta(days=1), today - KEPT_FOR
    path.write_text(f"{old} oud l1\n{young} jong l2\nonzin\n")
    note_wiped(database, [("nieuw", "l3"), ("jong", "l2")])
    assert read_wiped(database) == [("nieuw", "l3"), ("jong", "l2")]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text(f"{young} jong l2\n")
    note_wiped(database, [("nieuw", "l3")])
    assert read_wiped(database) == [("jong", "l2"), ("nieuw", "l3")]
    note_wiped(database, [])
    assert json.dumps(read_wiped(tmp_path / "ander.sqlite")) == "[]"
