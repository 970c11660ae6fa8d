"""Several processes serve one visit, one organisation among others, and connections that only hold a place."""

import asyncio
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.adapters.web import front
from bot.adapters.web.front import Front
from bot.playground.server import PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.test_scaling import database, team
from tests.acceptance.webchat import Browser

pytestmark = pytest.mark.asyncio
__all__ = ["database"]


async def test_any_process_serves_any_visit_and_one_may_go(
    server: PlaygroundServer, tmp_path: Path, database: str
) -> None:
    processes = team(server, tmp_path, database, ["intake", "intake", "desk", "delivery"])
    ports = [webchat.free_port() for _ in range(2)]
    for process, port in zip(processes, ports, strict=False):
        process.settings = {**process.settings, **webchat.settings_for(port)}
    for process in processes[2:]:
        process.settings = {**process.settings, **webchat.settings_for(webchat.free_port())}
    try:
        for process in processes:
            await process.start()
        async with aiohttp.ClientSession() as session:
            one = Browser(await webchat.until_up(ports[0]), session)
            other = Browser(await webchat.until_up(ports[1]), session, token=one.token)
            await one.say("hoe vraag ik een tlv aan")
            for place in (one, other):
                await place.until("De school vraagt")
            await other.say("/help")
            for place in (one, other):
                await place.until("Zo werkt het")
            await processes[0].stop()
            await other.say("/taal")
            await other.until("Welke taal")
            assert other.said("me") == ["hoe vraag ik een tlv aan", "/help", "/taal"]
    finally:
        for process in processes:
            if process.process is not None and process.process.returncode is None:
                await process.stop()


class Echo:
    """A page that says where it was asked for."""

    async def answer(self, _request: web.Request, base: str, rest: str) -> web.StreamResponse:
        return web.Response(text=f"{base}|{rest}")


async def test_each_organisation_has_an_address_of_its_own() -> None:
    door, port = Front(), webchat.free_port()
    await door.open(port, shared=False, host="127.0.0.1")
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:

            async def asked(path: str) -> tuple[int, str]:
                async with session.get(path) as answer:
                    return answer.status, await answer.text()

            assert (await asked("/chat"))[0] == 404
            door.chats["bot"] = Echo()
            door.health["bot"] = None  # type: ignore[assignment] # only counted here
            assert await asked("/chat") == (200, "/chat|")
            assert await asked("/chat/api/lines") == (200, "/chat|api/lines")
            door.health["noord"] = door.health["bot"]
            door.chats["noord"] = Echo()
            assert await asked("/chat/noord") == (200, "/chat/noord|")
            assert await asked("/chat/noord/api/say") == (200, "/chat/noord|api/say")
            assert (await asked("/chat"))[0] == 404
            assert (await asked("/chat/zuid"))[0] == 404
    finally:
        await door.close()


async def test_a_request_that_trickles_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_IDLE_SECONDS", 1.0)
    door, port = Front(), webchat.free_port()
    await door.open(port, shared=False, host="127.0.0.1")
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)

        async def trickles() -> None:
            writer.write(b"GET /chat HTTP/1.1\r\n")
            while True:
                await asyncio.sleep(0.2)
                writer.write(b"X-A: b\r\n")

        trickling = asyncio.create_task(trickles())
        async with asyncio.timeout(30):
            assert await reader.read() == b""
        trickling.cancel()
        writer.close()
    finally:
        await door.close()
