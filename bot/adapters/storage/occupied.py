"""Whether a bot runs on a database at this moment: what changes all of it must not happen beside one."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import text

from bot.adapters.storage.database import Database, sqlite_file
from bot.domain.errors import SettingsError

_RUNNING = "Er draait nog een bot op deze database. Stop hem eerst, en probeer het dan opnieuw."


@contextmanager
def in_use(url: str, *, alone: bool) -> Iterator[None]:
    """Hold the mark that a SQLite database is used; ``alone`` raises ``SettingsError`` when somebody else holds it.

    The mark falls with the process that holds it, also when that is killed.
    """
    file = sqlite_file(url)
    descriptor = None if file is None else _open(file)
    if descriptor is None:
        yield
        return
    try:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError as error:
            if alone:
                raise SettingsError(_RUNNING) from error
        yield
    finally:
        os.close(descriptor)


def _open(file: Path) -> int | None:
    with suppress(OSError):
        return os.open(file.with_name(f"{file.name}-lock"), os.O_RDWR | os.O_CREAT, 0o600)
    return None


async def require_rest(database: Database) -> None:
    """On PostgreSQL: raise ``SettingsError`` when a process fetches or sends (``Standing``)."""
    if database.is_sqlite:
        return
    async with database.transaction() as connection:
        for task in ("intake", "delivery"):
            free = await connection.scalar(
                text("SELECT pg_try_advisory_xact_lock(hashtextextended(:task, 1))"), {"task": task}
            )
            if not free:
                raise SettingsError(_RUNNING)
