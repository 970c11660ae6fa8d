"""What the benchmarks share: different messages of different people, who is answered when, and bots as processes."""

import asyncio
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.content.findings import Findings  # noqa: E402
from bot.adapters.content.signals import load_signals  # noqa: E402
from bot.playground.limits import FloodLimits  # noqa: E402
from bot.playground.people import Visitor  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.playground.world import Person  # noqa: E402
from bot.safety.screen import only_measured  # noqa: E402

QUESTIONS = ("development_nl.tsv", "development_en.tsv", "development_out_of_scope.tsv")
FEWEST_WORDS = 6
"""Fewer may be the beginning of more, and wait up to two seconds for it: that is no work, and would be measured."""

WATCHED = """
import asyncio, signal, sys, time
EVERY, late, own, due, spent = 0.005, [0.0], [0.0], [0.0], [0.0]
class Watched(asyncio.Runner):
    def run(self, main, **more):
        async def watched():
            loop = asyncio.get_running_loop()
            def beat():
                now, worked = loop.time(), time.thread_time()
                late[0] = max(late[0], now - due[0])
                own[0] = max(own[0], worked - spent[0])
                due[0], spent[0] = now + EVERY, worked
                loop.call_at(due[0], beat)
            def note():
                with open(sys.argv[1], "w") as file:
                    file.write(f"{late[0]} {own[0]} ")
                late[0] = own[0] = 0.0
            loop.add_signal_handler(signal.SIGUSR1, note)
            due[0], spent[0] = loop.time(), time.thread_time()
            beat()
            await main
        return super().run(watched(), **more)
asyncio.Runner = Watched
from bot.app.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""Runs the bot with a beat in its loop; at a signal it writes down how late a beat came at most since the last one, and
how much the thread of the loop worked at most between two beats: that part a busy machine does not stretch."""


@dataclass(frozen=True, slots=True)
class Stall:
    """How long the loop did nothing else, at most."""

    seconds: float
    worked: float
    """The most processor time that its own thread spent between two beats."""

    def __str__(self) -> str:
        return f"{self.seconds * 1000:.0f} ms, {self.worked * 1000:.0f} of its own"


def messages(file: Path | None, seed: int = 1) -> list[str]:
    """Different messages in a fixed disorder: the lines of a file (of a table the first column), or else questions that
    were written for development and sentences about danger that were never learned from.
    """
    if file is not None:
        found = [line.split("\t")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    else:
        tables = [(ROOT / "tests" / "questions" / name).read_text(encoding="utf-8") for name in QUESTIONS]
        found = [line.split("\t")[0].strip() for table in tables for line in table.splitlines()[1:]]
        signals = load_signals(ROOT / "faq", Findings())
        danger = [example.text for example in signals.examples if only_measured(example.voice)]
        found += random.Random(seed).sample(danger, min(len(danger), len(found) // 4))
    each = list(dict.fromkeys(text for text in found if len(text.split()) >= FEWEST_WORDS))
    random.Random(seed).shuffle(each)
    return each


class Crowd:
    """People who each write to the bot; when which of them was answered."""

    def __init__(self, server: PlaygroundServer) -> None:
        self._server = server
        self._people = 0
        self.answered: dict[int, list[float]] = {}
        server.world.listeners.append(self._listen)

    def _listen(self, event: dict[str, object]) -> None:
        message = event.get("message")
        if event["kind"] == "message" and isinstance(message, dict) and message["from"]["is_bot"]:
            self.answered.setdefault(message["chat"]["id"], []).append(time.perf_counter())

    def new(self) -> Visitor:
        """Somebody who never wrote before."""
        self._people += 1
        return Visitor(self._server.world, Person(id=6_300_000_000 + 41 * self._people, first_name="P"))

    async def all_answered(self, asked: Mapping[int, float], seconds: float = 300) -> list[float]:
        """How long each of these waited for the first answer."""
        await until(lambda: all(person in self.answered for person in asked), seconds)
        return [self.answered[person][0] - moment for person, moment in asked.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A bot to start: one process or more."""

    name: str
    commands: Sequence[Sequence[str]]
    settings: Mapping[str, str]
    watched: bool = False
    """The first process notes the longest stall of its loop in the file that its command names."""


class Started:
    """The processes of a program."""

    def __init__(self, processes: Sequence[asyncio.subprocess.Process], stall: Path | None) -> None:
        self._processes = processes
        self._looked_at = [psutil.Process(process.pid) for process in processes]
        self._stall = stall

    @property
    def processor_seconds(self) -> float:
        """Of all its processes, since their start."""
        return sum(times.user + times.system for times in (one.cpu_times() for one in self._looked_at))

    @property
    def megabytes(self) -> float:
        """Of all its processes."""
        return float(sum(one.memory_info().rss for one in self._looked_at)) / 1e6

    async def longest_stall(self) -> Stall | None:
        """Of the loop since this was last asked; None where it is not watched."""
        if self._stall is None:
            return None
        self._stall.unlink(missing_ok=True)
        self._processes[0].send_signal(signal.SIGUSR1)
        await until(
            lambda: self._stall is not None and self._stall.exists() and self._stall.read_text()[-1:] == " ", 60
        )
        seconds, worked = self._stall.read_text().split()
        return Stall(float(seconds), float(worked))


@asynccontextmanager
async def started(program: Program, server: PlaygroundServer) -> AsyncIterator[Started]:
    """Started against this server, and stopped at the end."""
    processes = []
    with tempfile.TemporaryDirectory() as folder:
        stall = Path(folder) / "stall"
        facts = {"url": server.url, "token": server.token, "stall": str(stall)}
        environment = {name: part.format(**facts) for name, part in program.settings.items()}
        for command in program.commands:
            arguments = [part if "\n" in part else part.format(**facts) for part in command]
            processes.append(await _process(arguments, environment))
        try:
            yield Started(processes, stall if program.watched else None)
        finally:
            for process in processes:
                if process.returncode is None:
                    process.terminate()
            for process in processes:
                await process.wait()


async def _process(arguments: Sequence[str], settings: Mapping[str, str]) -> asyncio.subprocess.Process:
    nowhere = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(*arguments, cwd=ROOT, env={**os.environ, **settings}, stderr=nowhere)


@asynccontextmanager
async def unlimited_server() -> AsyncIterator[PlaygroundServer]:
    """A Bot API server that refuses nobody for haste."""
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as server:
        yield server


async def steadily(crowd: Crowd, texts: Sequence[str], per_second: float) -> dict[int, float]:
    """Each text from somebody else, so many a second; when each was written."""
    asked = {}
    began = time.perf_counter()
    for number, text in enumerate(texts):
        await asyncio.sleep(max(0.0, began + number / per_second - time.perf_counter()))
        person = crowd.new()
        asked[person.person.id] = time.perf_counter()
        person.says(text)
    return asked


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies."""
    return statistics.quantiles(values, n=1000)[round(share * 1000) - 1]


async def until(done: object, seconds: float) -> None:
    """Wait for a condition."""
    assert callable(done)
    async with asyncio.timeout(seconds):
        while not done():  # noqa: ASYNC110 - the world is plain data
            await asyncio.sleep(0.005)
