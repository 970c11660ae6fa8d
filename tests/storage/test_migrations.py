"""A database of an earlier version comes along with all that is in it; processes that start together do not collide."""

import asyncio
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import bot.adapters.storage
from bot.adapters.storage.database import Database
from bot.adapters.storage.tables import SCHEMA_VERSION
from tests.storage.postgresql import empty_database, fresh_database

pytestmark = pytest.mark.asyncio
SCRIPTS = Path(bot.adapters.storage.__file__).parent / "migrations"
VERSIONS = [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()]
ROWS = (
    (
        "INSERT INTO inbox (source, lane, status, sealed, received_at, next_at, tries, reason) "
        "VALUES ('telegram:1', 'a', 'new', 'verzegeld', 1, 1, 0, '')"
    ),
    "INSERT INTO conversation (visitor, sealed, updated_at) VALUES ('v', 'verzegeld', 1)",
    "INSERT INTO timer (lane, name, due, sealed) VALUES ('a', 't', 1, 'verzegeld')",
)


def to_version(connection: Connection, version: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("version", [version for version in VERSIONS if version != SCHEMA_VERSION])
async def test_an_older_database_keeps_what_is_in_it(
    kind: str, version: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if kind == "postgresql":
        database = await empty_database(request.getfixturevalue("postgresql"))
    else:
        database = Database(f"sqlite:///{tmp_path / 'oud.sqlite'}")
    async with database.transaction() as connection:
        await connection.run_sync(to_version, version)
        for row in ROWS:
            await connection.execute(text(row))
    await database.migrate()
    async with database.transaction() as connection:
        assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == SCHEMA_VERSION
        for table in ("inbox", "conversation", "timer"):
            assert await connection.scalar(text(f"SELECT sealed FROM {table}")) == "verzegeld"
        assert await connection.scalar(text("SELECT count(*) FROM tally")) == 0
    await database.close()


async def test_processes_that_start_together_take_turns(postgresql: str) -> None:
    first = await empty_database(postgresql)
    url = first.engine.url.render_as_string(hide_password=False)
    others = [Database(url) for _ in range(4)]
    await asyncio.gather(*(database.migrate() for database in (first, *others)))
    for database in (first, *others):
        await database.close()


async def test_everything_of_an_organisation_can_be_dropped(postgresql: str) -> None:
    database = await fresh_database(postgresql)
    await database.drop_everything()
    async with database.transaction() as connection:
        left = await connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
    assert left == 0
    await database.close()
