"""The chat page as a channel: a question, danger, a talk with staff both ways, a return code, and a restart."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.adapters.playground.people import StaffMember
from bot.adapters.playground.server import PlaygroundServer
from tests.acceptance import webchat
from tests.acceptance.content import write_content
from tests.acceptance.running import Running
from tests.acceptance.webchat import Browser

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def port() -> int:
    return webchat.free_port()


@pytest_asyncio.fixture
async def web_bot(server: PlaygroundServer, tmp_path: Path, port: int) -> AsyncIterator[Running]:
    running = Running(server, tmp_path, write_content(tmp_path / "content"), settings=webchat.settings_for(port))
    await webchat.start(running, port)
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def visitor(web_bot: Running, port: int) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession() as session:
        yield Browser(f"http://127.0.0.1:{port}/chat", session)


async def test_a_question_is_answered_and_a_button_works(visitor: Browser) -> None:
    await visitor.say("hoe vraag ik een tlv aan")
    assert "De school vraagt de TLV aan" in await visitor.until("TLV")
    await visitor.press("Mijn kind zit thuis")
    await visitor.until("Praat eerst met school")


async def test_danger_is_answered_first_and_staff_are_warned(visitor: Browser, server: PlaygroundServer) -> None:
    await visitor.say("ik wil dood")
    assert "113" in await visitor.until("112")
    staff = StaffMember(server.world, next(iter(server.world.chats[server.staff_chat].members.values())))
    await visitor.until(lambda _: any("Signaal van gevaar" in text for text in staff.sees()))
