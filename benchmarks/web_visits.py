"""How much memory open visits of the web chat cost, and how long a new line takes to reach one among them.

``python benchmarks/web_visits.py [NUMBER]`` opens NUMBER pages (5,000) on one process, in five steps, each with a visit
and a stream of its own, and prints a table. Needs room for twice as many open files (``ulimit -n``).
"""

import asyncio
import multiprocessing
import secrets
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import aiohttp
import psutil

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.storage.database import Database  # noqa: E402
from bot.adapters.storage.encryption import new_secret_key  # noqa: E402
from bot.adapters.storage.store import open_key_ring  # noqa: E402
from bot.adapters.storage.visits import SqlVisits  # noqa: E402
from bot.adapters.web.front import Front  # noqa: E402
from bot.adapters.webchat.door import Chat  # noqa: E402
from bot.adapters.webchat.hub import Hub  # noqa: E402
from bot.adapters.webchat.identity import WebIdentity  # noqa: E402
from bot.adapters.webchat.limits import Limiter  # noqa: E402
from bot.adapters.webchat.reception import Reception  # noqa: E402
from bot.dialogue.library import Library  # noqa: E402

STEPS = 5
PROBES = 25


def serve(port: int, folder: str) -> None:
    """The page and its database; nobody answers, so that only visits are measured."""
    asyncio.run(_serve(port, Path(folder)))


async def _serve(port: int, folder: Path) -> None:
    database = Database(f"sqlite:///{folder}/visits.sqlite")
    await database.migrate()
    vault = await open_key_ring(database, [new_secret_key()])
    visits = SqlVisits(database, vault, lambda: datetime.now(UTC))
    hub = Hub(visits)
    reception = Reception(visits, WebIdentity(vault), Limiter(), is_alarming=lambda _: True, arrived=hub.wake)

    door = Front()
    door.chats["bot"] = Chat(reception, visits, hub, _no_page, "'self'")
    door.health["bot"] = None  # type: ignore[assignment] # only counted
    await door.open(port, shared=False, host="127.0.0.1")
    await asyncio.Event().wait()


def _no_page() -> Library:
    raise AssertionError("only visits are measured, no page")


async def say(session: aiohttp.ClientSession, token: str, number: int) -> None:
    """One line."""
    did = {"id": str(number), "kind": "text", "text": "hallo"}
    while True:
        async with session.post("/chat/api/say", json=did, headers={"X-Visit": token}) as answer:
            # On a busy machine it asks to be offered the same again, as it would ask a browser.
            if answer.status != 503:
                answer.raise_for_status()
                return


async def opened(session: aiohttp.ClientSession, token: str) -> aiohttp.ClientResponse:
    """A page that waits."""
    await say(session, token, 0)
    answer = await session.get("/chat/api/stream", headers={"X-Visit": token})
    answer.raise_for_status()
    while b"data:" not in await answer.content.readline():
        pass
    return answer


async def measure(port: int, process: psutil.Process, number: int) -> None:
    """The table."""
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", connector=connector, timeout=timeout) as session:
        while True:
            try:
                await say(session, secrets.token_urlsafe(32), 0)
                break
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.1)
        before = process.memory_info().rss
        print("| open pages | memory (MB) | kB a page | a new line arrives (ms, median) |\n|---|---|---|---|")
        pages: list[tuple[str, aiohttp.ClientResponse]] = []
        gate = asyncio.Semaphore(16)

        async def one() -> None:
            token = secrets.token_urlsafe(32)
            async with gate:
                pages.append((token, await opened(session, token)))

        for step in range(1, STEPS + 1):
            await asyncio.gather(*(one() for _ in range(number // STEPS)))
            took = []
            for token, page in pages[:: max(1, len(pages) // PROBES)]:
                began = perf_counter()
                await say(session, token, step)
                while b"data:" not in await page.content.readline():
                    pass
                took.append((perf_counter() - began) * 1000)
            now = process.memory_info().rss
            each = (now - before) / len(pages) / 1024
            print(f"| {len(pages)} | {now / 1024 / 1024:.0f} | {each:.1f} | {median(took):.0f} |", flush=True)


def main() -> None:
    """Start, measure, stop."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    port = 18_471
    with tempfile.TemporaryDirectory() as folder:
        process = multiprocessing.get_context("spawn").Process(target=serve, args=(port, folder), daemon=True)
        process.start()
        try:
            asyncio.run(measure(port, psutil.Process(process.pid), number))
        finally:
            process.terminate()
            process.join()


if __name__ == "__main__":
    main()
