"""What a process costs that does not think: memory and connections of each role, after it has done some work.

The packaged content, a PostgreSQL of its own, a strict Bot API server, one process per role. Forty questions are asked
and answered, then each process is looked at. What only developers have installed (rich, for the command line of httpx)
is kept out, as it is in an installation.

    python benchmarks/idle.py [--questions 40]
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from sqlalchemy import text

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.storage.database import Database  # noqa: E402
from bot.adapters.storage.encryption import new_secret_key  # noqa: E402
from bot.playground.limits import FloodLimits  # noqa: E402
from bot.playground.people import Visitor  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.playground.world import Person  # noqa: E402
from tests.storage.postgresql import Server, fresh_database  # noqa: E402

ROLES = ("intake", "delivery", "timers", "desk")


def megabytes(process: int, what: str = "VmRSS") -> float:
    """Of a process, as the kernel counts it (Linux manual, proc(5))."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{what}:"))


async def started(role: str, server: PlaygroundServer, url: str, key: str, folder: Path) -> asyncio.subprocess.Process:
    """A process with one role."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    settings = {
        "STEUNPUNT_TELEGRAM_TOKEN": server.token,
        "STEUNPUNT_TELEGRAM_API_URL": server.url,
        "STEUNPUNT_STAFF_CHAT_ID": str(server.staff_chat),
        "STEUNPUNT_SECRET_KEY": key,
        "STEUNPUNT_DATABASE_URL": url,
        "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
        "PYTHONPATH": str(folder),
    }
    with (folder / f"{role}.log").open("wb") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--role", role, cwd=ROOT, env={**clean, **settings}, stdout=log,
            stderr=log,
        )  # fmt: skip


async def connections(database: Database) -> int:
    """Of everybody, to this database."""
    async with database.transaction() as connection:
        counted = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return int(await connection.scalar(counted) or 0)


async def measure(questions: int) -> None:
    with Server() as postgresql, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rich.py").write_text("raise ImportError\n")
        database = await fresh_database(postgresql.address)
        url = database.engine.url.render_as_string(hide_password=False)
        limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
        async with PlaygroundServer(Options(limits=limits)) as server:
            key = new_secret_key()
            running = {role: await started(role, server, url, key, folder) for role in ROLES}
            visitor = Visitor(server.world, Person(id=6_100_000_077, first_name="P"))
            try:
                await visitor.asks("/start ouder", timeout=600)
                for _ in range(questions):
                    await visitor.asks("hoe vraag ik een tlv aan")
                await asyncio.sleep(15)
                print("| role | resident memory | most ever | connections |")
                print("|---|---|---|---|")
                for role, process in running.items():
                    now, most = megabytes(process.pid), megabytes(process.pid, "VmHWM")
                    before = await connections(database)
                    process.terminate()
                    await process.wait()
                    held = before - await connections(database)
                    print(f"| {role} | {now:.0f} MB | {most:.0f} MB | {held} |")
            finally:
                for process in running.values():
                    if process.returncode is None:
                        process.terminate()
                await asyncio.gather(*(process.wait() for process in running.values()))
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=40)
    asyncio.run(measure(parser.parse_args().questions))


if __name__ == "__main__":
    main()
