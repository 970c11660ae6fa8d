"""Updates per second and waiting time over the full path, beside a bare python-telegram-bot and an aiogram echo bot.

Each bot runs as a process of its own against the same local Bot API server, in one run on one machine: the figures mean
something beside each other, not by themselves. The echo bots keep nothing; ours stores every update and every answer
before it goes on. Prints a Markdown table.

    python benchmarks/throughput.py [--updates 600] [--people 200] [--calm 15]
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.adapters.storage.encryption import new_secret_key  # noqa: E402
from bot.playground.limits import FloodLimits  # noqa: E402
from bot.playground.people import Visitor  # noqa: E402
from bot.playground.server import Options, PlaygroundServer  # noqa: E402
from bot.playground.world import Person  # noqa: E402

PTB_ECHO = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def echo(update, context):
    await update.message.reply_text(update.message.text)
app = (Application.builder().token(sys.argv[2]).base_url(sys.argv[1] + "/bot").concurrent_updates(64)
       .connection_pool_size(64).build())
app.add_handler(MessageHandler(filters.TEXT, echo))
app.run_polling()
"""
AIOGRAM_ECHO = """
import asyncio, sys
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
dispatcher = Dispatcher()
@dispatcher.message()
async def echo(message):
    await message.answer(message.text)
async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1]))
    await dispatcher.start_polling(Bot(sys.argv[2], session=session), handle_signals=True)
asyncio.run(main())
"""
QUESTION = "hoe vraag ik een tlv aan"


@dataclass(frozen=True, slots=True)
class Figures:
    """What one bot did."""

    name: str
    first_answer: float
    per_second: float
    p50: float
    p99: float
    megabytes: float


async def measure(name: str, command: list[str], settings: dict[str, str], options: argparse.Namespace) -> Figures:
    """Start one bot and time it."""
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as server:
        arguments = [part.format(url=server.url, token=server.token) for part in command]
        environment = {name: part.format(url=server.url, token=server.token) for name, part in settings.items()}
        people = [
            Visitor(server.world, Person(id=6_300_000_000 + 41 * n, first_name="P")) for n in range(options.people)
        ]
        answered: dict[int, list[float]] = {person.person.id: [] for person in people}

        def listen(event: dict[str, object]) -> None:
            message = event.get("message")
            if event["kind"] == "message" and isinstance(message, dict) and message["from"]["is_bot"]:
                answered[message["chat"]["id"]].append(time.perf_counter())

        server.world.listeners.append(listen)
        started = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *arguments, cwd=ROOT, env={**os.environ, **environment}, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            people[0].says(QUESTION)
            await until(lambda: bool(answered[people[0].person.id]), 60)
            first = answered[people[0].person.id][0] - started
            for person in people:  # everybody once, so that nothing is measured that happens only the first time
                person.says(QUESTION)
            await until(lambda: sum(map(len, answered.values())) >= len(people) + 1, 120)
            waits = await calm(people, answered, options.calm)
            rate = await flood(people, answered, options.updates)
            megabytes = psutil.Process(process.pid).memory_info().rss / 1e6
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()
    cuts = statistics.quantiles(waits, n=100)
    return Figures(name, first, rate, cuts[49] * 1000, cuts[98] * 1000, megabytes)


async def calm(people: list[Visitor], answered: dict[int, list[float]], seconds: float) -> list[float]:
    """Twenty updates a second for a while: how long each person waits."""
    waits = []
    for number in range(int(seconds * 20)):
        person = people[number % len(people)]
        before = len(answered[person.person.id])
        asked = time.perf_counter()
        person.says(QUESTION)
        waits.append((person.person.id, before, asked))
        await asyncio.sleep(0.05)
    await until(lambda: all(len(answered[chat]) > before for chat, before, _ in waits), 60)
    return [answered[chat][before] - asked for chat, before, asked in waits]


async def flood(people: list[Visitor], answered: dict[int, list[float]], updates: int) -> float:
    """Everything at once: answers per second until the last."""
    before = sum(map(len, answered.values()))
    started = time.perf_counter()
    for number in range(updates):
        people[number % len(people)].says(QUESTION)
    await until(lambda: sum(map(len, answered.values())) >= before + updates, 300)
    return updates / (max(max(times) for times in answered.values() if times) - started)


async def until(done: object, seconds: float) -> None:
    """Wait for a condition."""
    assert callable(done)
    async with asyncio.timeout(seconds):
        while not done():  # noqa: ASYNC110 - the world is plain data
            await asyncio.sleep(0.005)


async def main() -> None:
    """Measure all three and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=600)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--calm", type=float, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = {
            "STEUNPUNT_TELEGRAM_TOKEN": "{token}",
            "STEUNPUNT_TELEGRAM_API_URL": "{url}",
            "STEUNPUNT_STAFF_CHAT_ID": "-1002004816310",
            "STEUNPUNT_SECRET_KEY": new_secret_key(),
            "STEUNPUNT_DATABASE_URL": f"sqlite:///{folder}/bench.sqlite",
            "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
            "STEUNPUNT_SENDS_PER_SECOND": "10000",
        }
        rows = [
            await measure("steunpuntbot (durable)", [sys.executable, "-m", "bot", "run"], ours, options),
            await measure(
                "python-telegram-bot echo", [sys.executable, "-c", PTB_ECHO, "{url}", "{token}"], {}, options
            ),
            await measure("aiogram echo", [sys.executable, "-c", AIOGRAM_ECHO, "{url}", "{token}"], {}, options),
        ]
    print(
        f"| bot | start to first answer | updates/s, {options.updates} at once | p50 at 20/s | p99 at 20/s | memory |"
    )
    print("|---|---|---|---|---|---|")
    for row in rows:
        print(
            f"| {row.name} | {row.first_answer:.1f} s | {row.per_second:.0f} | {row.p50:.0f} ms "
            f"| {row.p99:.0f} ms | {row.megabytes:.0f} MB |"
        )


if __name__ == "__main__":
    asyncio.run(main())
