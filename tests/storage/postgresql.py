"""A real PostgreSQL server, started once for all tests that want one."""

from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.adapters.storage.database import Database


async def fresh_database(server: str) -> Database:
    """A database of its own on this server, with the newest schema and nothing in it."""
    database = await empty_database(server)
    await database.migrate()
    return database


async def empty_database(server: str) -> Database:
    """A database of its own on this server, without any table."""
    name = f"proef_{uuid4().hex[:12]}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    head, _, tail = server.partition("/postgres?")
    return Database(f"{head}/{name}?{tail}")
