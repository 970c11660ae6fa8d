"""The whole bot in the process of the tests, over real HTTP to the strict Bot API server and a real SQLite file."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.adapters.storage.encryption import new_secret_key
from bot.app.house import House, open_house
from bot.app.library import load_library
from bot.app.roles import EVERYTHING
from bot.app.settings import RunSettings, settings_from
from bot.dialogue.library import Library
from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content


class Home:
    """One organisation's bot, which may be stopped and started again on the same file."""

    def __init__(self, server: PlaygroundServer, library: Library, folder: Path, database: str = "") -> None:
        """``database``: another than a SQLite file in ``folder``."""
        self.server = server
        self.library = library
        self.house: House | None = None
        self.ahead = timedelta(0)
        """How far the clock of the machine is off."""
        self.database = database or f"sqlite:///{folder}/bot.sqlite"
        self.key = new_secret_key()
        """May be replaced between two starts."""

    def _settings(self) -> RunSettings:
        server = self.server
        return settings_from(
            {
                "telegram_token": server.token,
                "telegram_api_url": server.url,
                "staff_chat_id": server.staff_chat,
                "secret_key": self.key,
                "database_url": self.database,
            }
        ).require_for_run()

    def now(self) -> datetime:
        """What the clock of the machine says."""
        return datetime.now(UTC) + self.ahead

    @asynccontextmanager
    async def running(self) -> AsyncIterator[House]:
        """The bot works until the block ends."""
        stop = asyncio.Event()
        lent = open_house(self._settings(), self.library, lambda: self.library, EVERYTHING, stop, self.now)
        async with lent as house:
            self.house = house
            task = asyncio.create_task(house.run(stop))
            try:
                yield house
            finally:
                stop.set()
                await task


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small folder, read once."""
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    """With limits that do not slow a test down."""
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as running:
        yield running


@pytest.fixture
def home(server: PlaygroundServer, library: Library, tmp_path: Path) -> Home:
    """Not yet started."""
    return Home(server, library, tmp_path)


@pytest_asyncio.fixture
async def bot(home: Home) -> AsyncIterator[House]:
    """Started."""
    async with home.running() as house:
        yield house


@pytest.fixture
def parent(server: PlaygroundServer) -> Visitor:
    """Somebody who opens the chat."""
    return Visitor(server.world, Person(id=6_100_000_017, first_name="Fatima", last_name="Test", username="fatima_t"))
