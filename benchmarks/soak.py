"""A long time at half load: whether waiting, memory or the database grow with what was handled before.

The bot runs as a process of its own against a local Bot API server, on SQLite. Every message is somebody else's, and
another one than the last thousand. A row for each part of the time; the last line compares the last quarter with the
second (the first warms up). Other work on the machine shows in the waiting times; processor time shows it less.

    python benchmarks/soak.py [--minutes 60] [--rate 5] [--parts 12] [--questions FILE]
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from throughput import ours
from traffic import Crowd, Stall, messages, quantile, started, steadily, unlimited_server, until

HEAD = "| until minute | updates | p50 | p99 | processor ms per update | memory | database | longest stall |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What was seen in one part of the time."""

    minute: float
    updates: int
    p50: float
    p99: float
    milliseconds: float
    megabytes: float
    database: float
    stall: Stall | None

    def row(self) -> str:
        """For the table."""
        return (
            f"| {self.minute:.1f} | {self.updates} | {self.p50:.0f} ms | {self.p99:.0f} ms | {self.milliseconds:.1f} "
            f"| {self.megabytes:.0f} MB | {self.database:.1f} MB | {self.stall} |"
        )


async def soak(options: argparse.Namespace, folder: Path) -> list[Part]:
    """All parts, each printed when it is over."""
    texts = cycle(messages(options.questions))
    file = folder / "soak.sqlite"
    parts: list[Part] = []
    async with unlimited_server() as server, started(ours("soak", f"sqlite:///{file}"), server) as bot:
        crowd = Crowd(server)
        first = crowd.new()
        first.says(next(texts))
        await until(lambda: first.person.id in crowd.answered, 300)
        await crowd.all_answered(await steadily(crowd, list(islice(texts, 60)), 1000))
        await bot.longest_stall()
        began = time.perf_counter()
        per_part = max(20, round(options.minutes * 60 * options.rate / options.parts))
        print(f"{HEAD}\n|{'---|' * 8}", flush=True)
        for _ in range(options.parts):
            spent = bot.processor_seconds
            asked = await steadily(crowd, list(islice(texts, per_part)), options.rate)
            waits = [wait * 1000 for wait in await crowd.all_answered(asked)]
            stall = await bot.longest_stall()
            parts.append(
                Part(
                    minute=(time.perf_counter() - began) / 60,
                    updates=per_part,
                    p50=quantile(waits, 0.5),
                    p99=quantile(waits, 0.99),
                    milliseconds=(bot.processor_seconds - spent) / per_part * 1000,
                    megabytes=bot.megabytes,
                    database=_size(folder),
                    stall=stall,
                )
            )
            print(parts[-1].row(), flush=True)
    return parts


def _size(folder: Path) -> float:
    return sum(one.stat().st_size for one in folder.glob("soak.sqlite*")) / 1e6


def drift(parts: list[Part]) -> str:
    """The last quarter beside the second."""
    size = max(1, len(parts) // 4)
    before, after = parts[size : 2 * size], parts[-size:]

    def beside(name: str) -> str:
        old, new = (statistics.mean(getattr(part, name) for part in some) for some in (before, after))
        return f"{(new / old - 1) * 100:+.1f} %"

    return (
        f"last quarter beside the second: p50 {beside('p50')}, p99 {beside('p99')}, "
        f"processor time per update {beside('milliseconds')}, memory {beside('megabytes')}"
    )


async def main() -> None:
    """Soak, print, compare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=5, help="updates a second")
    parser.add_argument("--parts", type=int, default=12)
    parser.add_argument("--questions", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parts = await soak(options, Path(folder))
    print(f"\n{drift(parts)}")


if __name__ == "__main__":
    asyncio.run(main())
