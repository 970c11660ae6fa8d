"""How long the loop that answers people stands still while documents are made, beside drawing them on the loop.

The whole bot in this process, over HTTP to the local Bot API server: people who each end a flow in a sheet, and staff
who ask for the figures. Somebody else goes on asking questions. Prints a Markdown table.

    python benchmarks/documents.py [--sheets 10] [--reports 2]
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.papers.maker import make  # noqa: E402
from bot.adapters.storage.encryption import new_secret_key  # noqa: E402
from bot.app.house import House, open_house  # noqa: E402
from bot.app.library import load_library  # noqa: E402
from bot.app.roles import EVERYTHING  # noqa: E402
from bot.app.settings import settings_from  # noqa: E402
from bot.playground.limits import FloodLimits  # noqa: E402
from bot.playground.people import StaffMember, Visitor  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.playground.world import Person  # noqa: E402
from bot.service.documents import read  # noqa: E402
from bot.service.ports import Drawer  # noqa: E402
from tests.acceptance.content import write_content  # noqa: E402
from tests.acceptance.page.conftest import FLOW  # noqa: E402


class OnTheLoop:
    """How it would be without a process of its own."""

    async def draw(self, document: Mapping[str, Any]) -> bytes:
        """At once, while everybody waits."""
        return make(read(document))


class Nothing:
    """What everything else costs: a file that was there already."""

    async def draw(self, document: Mapping[str, Any]) -> bytes:  # noqa: ARG002 - the protocol's
        """After a while, and without any work."""
        await asyncio.sleep(0.2)
        return b"%PDF" + bytes(20_000)


class Stalls:
    """Looks every millisecond how long nothing else could happen."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.in_processor_time = 0.0

    async def watch(self) -> None:
        """For ever."""
        while True:
            wall, worked = time.perf_counter(), time.thread_time()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, time.perf_counter() - wall - 0.001)
            self.in_processor_time = max(self.in_processor_time, time.thread_time() - worked)


@asynccontextmanager
async def running(server: PlaygroundServer, folder: Path, drawer: Drawer | None) -> AsyncIterator[House]:
    """A bot with a small folder of content."""
    content = write_content(folder / "content")
    (content / "flows").mkdir()
    (content / "flows" / "praten.yaml").write_text(FLOW)
    library = load_library(content, always_screen=True)
    settings = settings_from(
        {
            "telegram_token": server.token,
            "telegram_api_url": server.url,
            "staff_chat_id": server.staff_chat,
            "secret_key": new_secret_key(),
            "database_url": f"sqlite:///{folder}/bot.sqlite",
            "sends_per_second": 10_000,
        }
    ).require_for_run()
    stop = asyncio.Event()
    async with open_house(settings, library, lambda: library, EVERYTHING, stop) as house:
        house.drawer = drawer or house.drawer
        task = asyncio.create_task(house.run(stop))
        try:
            yield house
        finally:
            stop.set()
            await task


async def measure(name: str, sheets: int, reports: int, drawer: Drawer | None) -> str:
    """One row of the table."""
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    with tempfile.TemporaryDirectory() as folder:
        async with (
            PlaygroundServer(Options(limits=limits)) as server,
            running(server, Path(folder), drawer),
        ):
            people = [Visitor(server.world, Person(id=6_400_000_000 + 7 * n, first_name="P")) for n in range(sheets)]
            other = Visitor(server.world, Person(id=6_400_999_999, first_name="Q"))
            for person in people:
                await person.asks("/start ouder")
                await person.asks("gesprek voorbereiden")
            await other.asks("/start ouder")
            await other.asks("wie vraagt de toelaatbaarheidsverklaring aan")
            group = server.world.chats[server.staff_chat]
            staff = StaffMember(server.world, next(iter(group.members.values())))
            stalls = Stalls()
            watching = asyncio.create_task(stalls.watch())
            began = time.perf_counter()
            for person in people:
                person.says("dat hij liever naast Sam zit")
            for _ in range(reports):
                staff.says("/rapport")
            waits: list[float] = []
            while not _all_there(people, group.messages, reports):
                asked = time.perf_counter()
                await other.asks("hoe vraag ik een tlv aan" if len(waits) % 2 else "mijn kind zit thuis")
                waits.append(time.perf_counter() - asked)
            last = time.perf_counter() - began
            watching.cancel()
    return (
        f"| {name} | {stalls.longest * 1000:.0f} ms | {stalls.in_processor_time * 1000:.0f} ms | "
        f"{max(waits) * 1000:.0f} ms | {last:.1f} s |"
    )


def _all_there(people: list[Visitor], group: Mapping[int, Mapping[str, Any]], reports: int) -> bool:
    sheets = all(any("document" in message for message in person.heard()) for person in people)
    return sheets and sum("document" in message for message in group.values()) >= reports


async def main() -> None:
    """Both rows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheets", type=int, default=10)
    parser.add_argument("--reports", type=int, default=2)
    options = parser.parse_args()
    print("| drawing | longest stall | of which processor time | slowest answer to somebody else | last document |")
    print("|---|---|---|---|---|")
    ways: dict[str, Drawer | None] = {
        "in a process of its own": None,
        "nothing to draw": Nothing(),
        "on the loop, for comparison": OnTheLoop(),
    }
    for name, drawer in ways.items():
        print(await measure(name, options.sheets, options.reports, drawer), flush=True)


asyncio.run(main())
