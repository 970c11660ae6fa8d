"""One process among others on one database: who is the only one to do something, and news between them.

PostgreSQL does both: an advisory lock of a session falls the moment its process dies (PostgreSQL manual, 13.3.5), and
LISTEN/NOTIFY tells the others what was committed. On SQLite there is one process, so it leads in everything.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg
from sqlalchemy.engine import make_url

logger = logging.getLogger(__name__)

CHANNEL = "steunpunt"
_AGAIN_AFTER = 0.5
_ALIVE_EVERY = 5.0


class Standing:
    """Runs as one task next to the others."""

    def __init__(self, url: str, news: Mapping[str, Callable[[], None]]) -> None:
        """``news``: what to call when another process tells that it stored something for this part of the house."""
        parsed = make_url(url)
        self._alone = parsed.get_backend_name() == "sqlite"
        self._address = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
        self._news = news
        self._connection: Any = None
        self._connected = asyncio.Event()
        self._lost = asyncio.Event()

    async def run(self) -> None:
        """Keep a connection of our own to the database; on SQLite there is nothing to do."""
        if self._alone:
            self._connected.set()
            await asyncio.Event().wait()
        while True:
            try:
                await self._stay_connected()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as error:
                logger.warning("no standing connection to the database, trying again", extra={"reason": _name(error)})
            finally:
                self._connected.clear()
                self._lost.set()
            await asyncio.sleep(_AGAIN_AFTER)

    async def _stay_connected(self) -> None:
        connection = await asyncpg.connect(self._address, timeout=10)
        try:
            await connection.add_listener(CHANNEL, self._heard)
            self._connection, self._lost = connection, asyncio.Event()
            self._connected.set()
            # What was told while nobody listened is not told again.
            for call in self._news.values():
                call()
            while True:
                await asyncio.sleep(_ALIVE_EVERY)
                await connection.fetchval("SELECT 1", timeout=_ALIVE_EVERY)
        finally:
            self._connection = None
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
                await connection.close(timeout=1)

    def _heard(self, _connection: object, _process: int, _channel: str, payload: object) -> None:
        call = self._news.get(str(payload))
        if call is not None:
            call()

    @asynccontextmanager
    async def lead(self, task: str) -> AsyncIterator[asyncio.Event]:
        """Wait until this process is the only one to do ``task``; the event inside is set when it no longer is."""
        connection, lost = await self._wait_for(task)
        try:
            yield lost
        finally:
            if connection is not None and connection is self._connection and not connection.is_closed():
                with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
                    await connection.fetchval("SELECT pg_advisory_unlock(hashtextextended($1, 1))", task, timeout=5)

    async def _wait_for(self, task: str) -> tuple[Any, asyncio.Event]:
        while True:
            await self._connected.wait()
            connection, lost = self._connection, self._lost
            if self._alone:
                return None, lost
            if connection is not None:
                with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
                    if await connection.fetchval(
                        "SELECT pg_try_advisory_lock(hashtextextended($1, 1))", task, timeout=5
                    ):
                        return connection, lost
            await asyncio.sleep(_AGAIN_AFTER)


def _name(error: BaseException) -> str:
    return type(error).__name__
