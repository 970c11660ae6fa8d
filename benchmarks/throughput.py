"""Updates per second and waiting time over the full path, beside a bare python-telegram-bot and an aiogram echo bot.

Each bot runs as a process of its own against the same local Bot API server, in one run on one machine: the figures mean
something beside each other, not by themselves. The echo bots keep nothing; ours stores every update and every answer
before it goes on. Every message is another one, and of somebody else: nothing is answered from memory. Prints a
Markdown table.

    python benchmarks/throughput.py [--questions FILE] [--updates 600] [--calm 20] [--rate 20] [--postgresql 1 2]
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from traffic import (
    WATCHED,
    Crowd,
    Program,
    Stall,
    messages,
    quantile,
    started,
    steadily,
    unlimited_server,
    until,
)

from bot.adapters.storage.encryption import new_secret_key
from tests.storage.postgresql import Server, fresh_database

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
PTB, AIOGRAM = "python-telegram-bot echo", "aiogram echo"
WARM = 60
"""Messages before anything is measured, so that nothing is measured that happens only the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one bot did."""

    name: str
    first_answer: float
    per_second: float
    p50: float
    p99: float
    milliseconds: float
    """Of processor time per update, at full load."""
    stall: Stall | None
    megabytes: float


async def measure(program: Program, options: argparse.Namespace, texts: Iterator[str]) -> Figures:
    """Start one bot and time it."""
    async with unlimited_server() as server:
        crowd = Crowd(server)
        began = time.perf_counter()
        async with started(program, server) as bot:
            first = crowd.new()
            first.says(next(texts))
            await until(lambda: first.person.id in crowd.answered, 300)
            first_answer = crowd.answered[first.person.id][0] - began
            await crowd.all_answered(await steadily(crowd, [next(texts) for _ in range(WARM)], 1000))
            await bot.longest_stall()
            calm = [next(texts) for _ in range(int(options.calm * options.rate))]
            waits = await crowd.all_answered(await steadily(crowd, calm, options.rate))
            before, start = bot.processor_seconds, time.perf_counter()
            flood = await steadily(crowd, [next(texts) for _ in range(options.updates)], 1e9)
            await crowd.all_answered(flood, 600)
            seconds = max(crowd.answered[person][0] for person in flood) - start
            spent = bot.processor_seconds - before
            return Figures(
                name=program.name,
                first_answer=first_answer,
                per_second=options.updates / seconds,
                p50=quantile(waits, 0.5) * 1000,
                p99=quantile(waits, 0.99) * 1000,
                milliseconds=spent / options.updates * 1000,
                stall=await bot.longest_stall(),
                megabytes=bot.megabytes,
            )


def ours(name: str, url: str, others: int = 0) -> Program:
    """Our bot: one process that does everything, and others that only think."""
    settings = {
        "STEUNPUNT_TELEGRAM_TOKEN": "{token}",
        "STEUNPUNT_TELEGRAM_API_URL": "{url}",
        "STEUNPUNT_STAFF_CHAT_ID": "-1002004816310",
        "STEUNPUNT_SECRET_KEY": new_secret_key(),
        "STEUNPUNT_DATABASE_URL": url,
        "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
        "STEUNPUNT_SENDS_PER_SECOND": "10000",
    }
    all_of_it = [sys.executable, "-c", WATCHED, "{stall}", "run"]
    thinks = [sys.executable, "-m", "bot", "run", "--role", "desk"]
    return Program(name=name, commands=[all_of_it, *[thinks] * others], settings=settings, watched=True)


async def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--questions", type=Path, help="a message a line; of a table the first column counts")
    parser.add_argument("--updates", type=int, default=600)
    parser.add_argument("--calm", type=float, default=20, help="seconds of calm")
    parser.add_argument("--rate", type=float, default=20, help="updates a second in the calm")
    parser.add_argument("--postgresql", type=int, nargs="*", default=[], help="desk processes, a row each")
    options = parser.parse_args()
    pool = messages(options.questions)
    needed = 1 + WARM + int(options.calm * options.rate) + options.updates
    print(f"{len(pool)} different messages, {needed} for each bot, each of somebody else\n")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        programs = [
            Program(name=PTB, commands=[[sys.executable, "-c", PTB_ECHO, "{url}", "{token}"]], settings={}),
            Program(name=AIOGRAM, commands=[[sys.executable, "-c", AIOGRAM_ECHO, "{url}", "{token}"]], settings={}),
            ours("steunpuntbot, SQLite", f"sqlite:///{folder}/bench.sqlite"),
        ]
        rows = [await measure(program, options, cycle(pool)) for program in programs]
        if options.postgresql:
            server = stack.enter_context(Server())
            for count in options.postgresql:
                database = await fresh_database(server.address)
                url = database.engine.url.render_as_string(hide_password=False)
                await database.close()
                name = f"steunpuntbot, PostgreSQL, {count} desk{'s' if count > 1 else ''}"
                rows.append(await measure(ours(name, url, count - 1), options, cycle(pool)))
    echo = next(row for row in rows if row.name == PTB)
    print(
        "| bot | start to first answer | updates/s at full load | beside PTB's echo | processor ms per update "
        f"| p50 at {options.rate:g}/s | p99 | longest stall of the loop | memory |"
        "\n|---|---|---|---|---|---|---|---|---|"
    )
    for row in rows:
        stall = "" if row.stall is None else str(row.stall)
        print(
            f"| {row.name} | {row.first_answer:.1f} s | {row.per_second:.0f} | {row.per_second / echo.per_second:.2f} "
            f"| {row.milliseconds:.1f} | {row.p50:.0f} ms | {row.p99:.0f} ms | {stall} | {row.megabytes:.0f} MB |"
        )


if __name__ == "__main__":
    asyncio.run(main())
