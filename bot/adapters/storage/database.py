"""The connection: engine per database kind, transactions, migrations, and translation of foreign errors."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.adapters.storage.tables import SCHEMA_VERSION, metadata
from bot.adapters.storage.trouble import lasting_trouble, sqlite_trouble
from bot.domain.errors import SettingsError, StoreUnavailable

if TYPE_CHECKING:
    from bot.adapters.storage.sqlite import Workers


class Database:
    """One database; on SQLite transactions take turns, because SQLite has one writer anyway."""

    def __init__(self, url: str, *, busy: bool = True) -> None:
        """``url`` as SQLAlchemy writes it; raises ``SettingsError`` when it cannot be understood.

        ``busy``: several things happen at once, so several connections stay open; else one does.
        """
        parsed = _read(url)
        self._name = parsed.database or ""
        self.file = sqlite_file(url)
        """Where a SQLite database lies; None for PostgreSQL."""
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite:
            parsed = parsed.set(drivername="sqlite+aiosqlite")
        self._workers: Workers | None = None
        try:
            self.engine = (
                self._of_file(parsed)
                if self.is_sqlite
                else create_async_engine(parsed, pool_pre_ping=True, pool_size=8 if busy else 1, max_overflow=4)
            )
        except (SQLAlchemyError, ModuleNotFoundError) as error:
            raise SettingsError(_UNREADABLE) from error
        self._turn = asyncio.Lock()

    def _of_file(self, parsed: URL) -> AsyncEngine:
        # Only imported for a file.
        from bot.adapters.storage.sqlite import Workers, sqlite_engine

        self._workers = Workers()
        return sqlite_engine(parsed, self._workers)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Commit when the block ends well, roll back when it raises; ``StoreUnavailable`` when the database fails."""
        try:
            if self.is_sqlite:
                async with self._turn, self.engine.begin() as connection:
                    yield connection
            else:
                async with self.engine.begin() as connection:
                    yield connection
        except (DBAPIError, OSError, TimeoutError) as error:
            raise StoreUnavailable(type(error).__name__) from error

    @asynccontextmanager
    async def quiet(self) -> AsyncIterator[None]:
        """No transaction of ours is under way inside this block: the moment to stop the tasks that make them.

        A task that is cancelled in the middle of one would leave SQLite's only connection inside it.
        """
        if self.is_sqlite:
            async with self._turn:
                yield
        else:
            yield

    async def migrate(self) -> None:
        """Bring the schema to the newest version; safe to call at every start.

        Raises ``SettingsError`` for what waiting does not mend, ``StoreUnavailable`` for a server that is away.
        """
        try:
            await self._migrate()
        except StoreUnavailable as error:
            sentence = sqlite_trouble(error, self._name) if self.is_sqlite else lasting_trouble(error)
            if sentence:
                raise SettingsError(sentence) from error
            raise

    async def _migrate(self) -> None:
        async with self.transaction() as connection:
            if not self.is_sqlite:
                # Processes that start together take turns; the lock falls with the transaction.
                await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended('schema', 2))")
            if not await connection.run_sync(_is_current):
                # Alembic keeps what it works on in global variables: databases of one process take turns as well.
                async with _turn_to_migrate():
                    await connection.run_sync(_upgrade)

    async def drop_everything(self) -> None:
        """Remove all tables with what is in them; there is no way back."""
        async with self.transaction() as connection:
            await connection.run_sync(metadata.drop_all)
            await connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")

    async def close(self) -> None:
        """Close all connections, and wait for whoever worked for them."""
        await self.engine.dispose()
        if self._workers is not None:
            await self._workers.rest()


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return bool(version == SCHEMA_VERSION)


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def _turn_to_migrate() -> asyncio.Lock:
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())


def _upgrade(connection: Connection) -> None:
    # Only imported when there is something to do: it takes a third of a second.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


_LAST_PORT = 65_535
_UNREADABLE = (
    "STEUNPUNT_DATABASE_URL is niet te lezen. "
    "Voorbeeld: sqlite:///steunpunt.sqlite of postgresql+asyncpg://naam:wachtwoord@server/database"
)


_IN_MEMORY = (
    "STEUNPUNT_DATABASE_URL noemt geen bestand. Zonder bestand is alles weg zodra de bot stopt. "
    "Voorbeeld: sqlite:///steunpunt.sqlite"
)


def _read(url: str) -> URL:
    """The parts of an address that one of our two engines can use; raises ``SettingsError`` for any other."""
    try:
        parsed = make_url(url)
        kind = parsed.get_backend_name()
    except (ArgumentError, SQLAlchemyError, ModuleNotFoundError, ValueError) as error:
        raise SettingsError(_UNREADABLE) from error
    if kind == "sqlite":
        if parsed.database in (None, "", ":memory:") or parsed.host:
            raise SettingsError(_IN_MEMORY)
        good = parsed.drivername in ("sqlite", "sqlite+aiosqlite") and not parsed.query
    else:
        good = parsed.drivername == "postgresql+asyncpg" and (parsed.port is None or 0 < parsed.port <= _LAST_PORT)
    if not good:
        raise SettingsError(_UNREADABLE)
    return parsed


def sqlite_file(url: str) -> Path | None:
    """The file behind a SQLite address, or None for PostgreSQL; raises ``SettingsError`` when it is no address."""
    parsed = _read(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def back_up_sqlite(source: Path, target: Path) -> None:
    """Copy a database that may be in use into ``target``, whole and consistent (SQLite online backup).

    A new file for its owner only; raises ``SettingsError`` when there is one already or it cannot be made, and leaves
    nothing half done.
    """
    import sqlite3

    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise SettingsError(f"{target} bestaat al. Kies een andere naam, of haal dat bestand eerst weg.") from error
    except OSError as error:
        raise SettingsError(f"{target} is niet te maken. Bestaat de map, en mag je er schrijven?") from error
    try:
        with (
            closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)) as reader,
            closing(sqlite3.connect(target)) as writer,
        ):
            reader.backup(writer)
            verdict = writer.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise SettingsError(f"{sqlite_trouble(error, str(source))} De kopie is niet gemaakt.") from error
    if verdict != "ok":
        target.unlink(missing_ok=True)
        raise SettingsError(f"De database {source} is beschadigd. De kopie is niet gemaakt.")
