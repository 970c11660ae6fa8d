"""A real PostgreSQL server, started once for all tests that want one."""

from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.adapters.storage.database import Database


async def fresh_database(server: str) -> Database:
    """An empty database of its own on this server, with the newest schema."""
    name = f"proef_{uuid4().hex[:12]}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    head, _, tail = server.partition("/postgres?")
    database = Database(f"{head}/{name}?{tail}")
    await database.migrate()
    return database
