"""The engine of a SQLite file, and the threads that work for it: none of them outlives its database."""

import asyncio
from threading import Thread
from typing import Any

import aiosqlite
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "secure_delete=ON",
    "temp_store=MEMORY",
)
_LONGEST_WAIT = 10.0
"""Seconds for a thread that ends; it only has a file to close."""


class Workers:
    """The threads of aiosqlite, one for each connection.

    A thread reports to the event loop that it stops, and nobody there waits for it when opening failed or a connection
    was given up. Whoever closes the loop too soon then gets a traceback on stderr.
    """

    def __init__(self) -> None:
        self._threads: list[Thread] = []

    async def connect(self, arguments: list[Any], options: dict[str, Any]) -> aiosqlite.Connection:
        """A connection that is ready for use; when there is none, its thread has ended before the error comes out."""
        opening = aiosqlite.connect(*arguments, **options)
        worker = opening._thread  # as SQLAlchemy does: aiosqlite has no other way to it
        worker.daemon = True
        self._threads = [thread for thread in self._threads if thread.is_alive()] + [worker]
        try:
            connection = await opening
            try:
                for pragma in _PRAGMAS:
                    await connection.execute_fetchall(f"PRAGMA {pragma}")
            except BaseException:
                await connection.close()
                raise
        except BaseException:
            await _ended([worker])
            raise
        return connection

    async def rest(self) -> None:
        """Return when no thread is left that could still report."""
        await _ended(self._threads)
        self._threads = []


async def _ended(threads: list[Thread]) -> None:
    for thread in threads:
        await asyncio.shield(asyncio.to_thread(thread.join, _LONGEST_WAIT))


def sqlite_engine(url: URL, workers: Workers) -> AsyncEngine:
    """One connection, whose transactions are ours to begin."""
    arguments, options = url.get_dialect()().create_connect_args(url)
    # Hand transaction control to us: the driver's own would start one only at the first write.
    options["isolation_level"] = None
    engine = create_async_engine(
        url, pool_size=1, max_overflow=0, async_creator=lambda: workers.connect(list(arguments), dict(options))
    )

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        # Take the write lock at once: a read lock that must grow later can fail with "database is locked".
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
