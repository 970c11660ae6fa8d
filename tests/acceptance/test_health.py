"""``/healthz`` of the real process."""

import asyncio
import socket
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import ROOT, Running
from tests.waiting import PATIENCE, until_answer

pytestmark = pytest.mark.asyncio


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def test_it_tells_what_waits_and_what_was_set_aside(server: PlaygroundServer, tmp_path: Path) -> None:
    port = free_port()
    content = write_content(tmp_path / "content")
    running = Running(server, tmp_path, content, settings={"STEUNPUNT_HTTP_PORT": str(port)})
    await running.start()
    try:
        person = Visitor(server.world, Person(id=6_100_000_777, first_name="Noor"))
        await person.asks("/start")
        server.world.queue({"message": {"message_id": 3, "date": "x", "chat": person.chat.short(), "text": "geheim"}})
        await person.next_message()
        body: dict[str, Any] = {}
        async with aiohttp.ClientSession() as session:

            async def set_aside() -> bool:
                async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    assert answer.status == 200
                    body.update(await answer.json())
                return bool(body["updates"]["set_aside"])

            await until_answer(set_aside)
        assert body["ready"]
        assert body["updates"] == {"open": 0, "oldest_seconds": 0.0, "set_aside": 1}
        assert "geheim" not in str(body) + running.log()
    finally:
        assert await running.stop() == 0


async def test_a_wrong_token_and_a_wrong_group_stop_the_start(server: PlaygroundServer, tmp_path: Path) -> None:
    content = write_content(tmp_path / "content")
    for settings, sentence in (
        ({"STEUNPUNT_TELEGRAM_TOKEN": "1:fout"}, "Telegram kent dit token niet"),
        ({"STEUNPUNT_STAFF_CHAT_ID": "-100999"}, "kan de medewerkersgroep niet vinden"),
    ):
        folder = tmp_path / sentence[:8]
        folder.mkdir()
        running = Running(server, folder, content, settings=settings)
        await running.start()
        assert running.process is not None
        async with asyncio.timeout(PATIENCE):
            assert await running.process.wait() == 1
        assert sentence in running.log()
        assert "Traceback" not in running.log()


async def test_init_looks_whether_the_group_is_ready(bot: Running, server: PlaygroundServer) -> None:
    async def check() -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "init", "--check", cwd=ROOT, env=bot.environment(),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        return process.returncode or 0, said.decode()

    code, said = await check()
    assert (code, "Alles klopt" in said) == (0, True), said
    server.world.chats[server.staff_chat].forum = False
    code, said = await check()
    assert code == 1
    assert "onderwerpen aan" in said
