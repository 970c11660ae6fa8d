"""A server and a running bot for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import Running


@pytest_asyncio.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    """With limits that do not slow a test down."""
    limits = FloodLimits(overall_per_second=None, private_burst=None)
    async with PlaygroundServer(Options(limits=limits)) as running:
        yield running


@pytest_asyncio.fixture
async def bot(server: PlaygroundServer, tmp_path: Path) -> AsyncIterator[Running]:
    """The real process."""
    running = Running(server, tmp_path, write_content(tmp_path / "content"))
    await running.start()
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def parent(server: PlaygroundServer) -> Visitor:
    """Somebody who opens the chat."""
    return Visitor(server.world, Person(id=6_100_000_017, first_name="Fatima", last_name="Test", username="fatima_t"))
