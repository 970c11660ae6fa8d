"""News and a new key on a real PostgreSQL: through the whole bot, with a talk open meanwhile."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.adapters.storage.encryption import new_secret_key
from bot.dialogue.library import Library
from bot.domain.errors import SettingsError
from bot.playground.people import StaffMember, Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.test_desk import staff
from tests.faults.conftest import Home
from tests.faults.test_relaying import talking, texts
from tests.storage.postgresql import fresh_database
from tests.waiting import PATIENCE, until

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]
ROOT = Path(__file__).parents[2]


@pytest_asyncio.fixture
async def address(postgresql: str) -> AsyncIterator[str]:
    database = await fresh_database(postgresql)
    yield database.engine.url.render_as_string(hide_password=False)
    await database.close()


@pytest.fixture
def home(server: PlaygroundServer, library: Library, tmp_path: Path, address: str) -> Home:
    """A steunpunt with news, at noon: at night nothing is sent."""
    with_news = replace(library, profile=replace(library.profile, news=True, timezone="UTC"))
    made = Home(server, with_news, tmp_path, address)
    noon = datetime.now(UTC).replace(hour=12, minute=0, second=0) + timedelta(days=1)
    made.ahead = noon - datetime.now(UTC)
    return made


async def sent(writer: StaffMember, sender: StaffMember, text: str) -> None:
    """Written by one, sent by the other."""
    writer.says(f"/nieuws {text}")
    await until(lambda: any(text in seen for seen in writer.sees()))
    sender.taps("Stuur naar iedereen")
    await until(lambda: sum("is onderweg" in seen for seen in writer.sees()) > 0)


async def rotated(home: Home, keys: str) -> subprocess.CompletedProcess[str]:
    """``db rotate`` as somebody types it, in a process of its own."""
    environment = {"STEUNPUNT_SECRET_KEY": keys, "STEUNPUNT_DATABASE_URL": home.database, "PATH": "/usr/bin:/bin"}
    return await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", "db", "rotate"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip


async def test_news_reaches_who_asked_for_it_and_nobody_else(home: Home, server: PlaygroundServer) -> None:
    asked = [Visitor(server.world, Person(id=6_100_000_200 + n, first_name=f"P{n}")) for n in range(3)]
    other = Visitor(server.world, Person(id=6_100_000_300, first_name="Sem"))
    async with home.running():
        for person in asked:
            await person.asks("/nieuws")
            person.taps("Ja, stuur mij nieuws")
            await until(lambda person=person: "je krijgt nieuws van ons" in texts(person))  # type: ignore[misc]
        await other.asks("/start ouder")
        anouk, bram = staff(server)
        bram.says("/dienst wie")
        await until(lambda: any("In dienst" in seen for seen in bram.sees()))
        asked[2].says("/stop")
        await until(lambda: "geen nieuws meer" in texts(asked[2]).lower())
        await sent(anouk, bram, "Donderdag is er inloop")
        for person in asked[:2]:
            await until(lambda person=person: "Donderdag is er inloop" in texts(person))  # type: ignore[misc]
    assert "Donderdag" not in texts(asked[2])
    assert "Donderdag" not in texts(other)


async def test_after_a_new_key_everything_goes_on_and_the_old_key_opens_nothing(
    home: Home, server: PlaygroundServer, parent: Visitor
) -> None:
    reader = Visitor(server.world, Person(id=6_100_000_200, first_name="P"))
    old, fresh = home.key, new_secret_key()
    async with home.running():
        await reader.asks("/nieuws")
        reader.taps("Ja, stuur mij nieuws")
        await until(lambda: "je krijgt nieuws van ons" in texts(reader))
        topic, anouk, bram = await talking(parent, server)
        bram.says("/dienst wie")
        await until(lambda: any("In dienst" in seen for seen in bram.sees()))
        # Beside a bot that runs nothing is touched.
        refused = await rotated(home, f"{fresh},{old}")
        assert refused.returncode == 1
        assert "draait nog een bot" in refused.stderr
    # While it stands still, somebody writes: that waits at Telegram.
    parent.says("regel tijdens het wisselen")
    done = await rotated(home, f"{fresh},{old}")
    assert (done.returncode, done.stderr) == (0, "")
    assert "opnieuw versleuteld" in done.stdout
    home.key = old
    with pytest.raises(SettingsError):
        async with home.running():
            pass
    home.key = fresh
    async with home.running():
        await until(lambda: any("regel tijdens het wisselen" in seen for seen in anouk.sees(topic)))
        anouk.says("antwoord na het wisselen", topic)
        await until(lambda: "antwoord na het wisselen" in texts(parent))
        await sent(anouk, bram, "Donderdag is er inloop")
        await until(lambda: "Donderdag is er inloop" in texts(reader))
        # Who is in a talk is left alone.
        assert "Donderdag" not in texts(parent)
