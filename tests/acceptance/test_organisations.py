"""Several organisations in one process: each its own bot, group, key and data, added and removed while it runs."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import ROOT
from tests.waiting import PATIENCE, until

pytestmark = pytest.mark.asyncio
SEM = Person(id=6_200_000_042, first_name="Sem", last_name="Test", username="sem_t")


def command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "organisation", *words, "--organisations", str(root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def fill_in(root: Path, name: str, server: PlaygroundServer) -> None:
    file = root / name / "organisatie.env"
    text = (
        file.read_text().replace("TOKEN=", f"TOKEN={server.token}").replace("CHAT_ID=", f"CHAT_ID={server.staff_chat}")
    )
    file.write_text(f"{text}STEUNPUNT_TELEGRAM_API_URL={server.url}\nSTEUNPUNT_ALLOW_EXAMPLE_PROFILE=1\n")
    (root / name / "steunpunt.yaml").unlink()
    write_content(root / name / "inhoud")
    with file.open("a") as more:
        more.write(f"STEUNPUNT_CONTENT_DIR={root / name / 'inhoud'}\n")


async def in_thread(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return await asyncio.to_thread(command, root, *words)


async def test_two_organisations_come_talk_rest_and_go(tmp_path: Path) -> None:
    root = tmp_path / "organisations"
    limits = FloodLimits(overall_per_second=None, private_burst=None)
    async with AsyncExitStack() as stack:
        north = await stack.enter_async_context(PlaygroundServer(Options(limits=limits)))
        south = await stack.enter_async_context(PlaygroundServer(Options(limits=limits, token="222:zuid")))
        assert command(root, "add", "noord").returncode == 0
        fill_in(root, "noord", north)
        assert command(root, "resume", "noord").returncode == 0
        clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
        log = stack.enter_context((tmp_path / "log").open("ab"))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--organisations", str(root), cwd=ROOT,
            env={**clean, "STEUNPUNT_TELEGRAM_TOKEN": "111:niemands"},
            stdout=log, stderr=log,
        )  # fmt: skip
        try:
            in_north, in_south = Visitor(north.world, SEM), Visitor(south.world, SEM)
            assert "De school vraagt de TLV" in (await in_north.asks("hoe vraag ik een tlv aan"))["text"]
            # A second one comes while the first runs; the same person in both is two people.
            assert (await in_thread(root, "add", "zuid")).returncode == 0
            fill_in(root, "zuid", south)
            assert (await in_thread(root, "resume", "zuid")).returncode == 0
            assert "De school vraagt de TLV" in (await in_south.asks("hoe vraag ik een tlv aan"))["text"]
            assert len(in_north.heard()) == 1
            visitors = [_visitors(root / name / "steunpunt.sqlite") for name in ("noord", "zuid")]
            assert all(visitors)
            assert not visitors[0] & visitors[1]
            # Wiping in one leaves the other alone.
            await in_north.asks("/wis")
            await in_north.chooses("Ja, wis alles")
            assert _visitors(root / "zuid" / "steunpunt.sqlite") == visitors[1]
            # One rests: its messages wait at Telegram, the other goes on.
            assert (await in_thread(root, "pause", "noord")).returncode == 0
            in_north.says("hoe vraag ik een tlv aan")
            assert "Hoe vraag je een TLV aan?" in (await in_south.asks("hoe vraag ik een tlv aan"))["text"]
            heard = len(in_north.heard())
            export = await in_thread(root, "export", "noord", "--output", str(tmp_path / "noord.zip"))
            assert export.returncode == 0, export.stderr
            with zipfile.ZipFile(tmp_path / "noord.zip") as archive:
                assert "steunpunt.sqlite" in archive.namelist()
                assert not any("env" in name for name in archive.namelist())
            assert (await in_thread(root, "resume", "noord")).returncode == 0
            await until(lambda: len(in_north.heard()) > heard)
            # One goes for good.
            refused = await in_thread(root, "delete", "noord")
            assert refused.returncode == 1
            assert "--yes" in refused.stderr
            assert (await in_thread(root, "delete", "noord", "--yes")).returncode == 0
            assert not (root / "noord").exists()
            assert "Hoe vraag je een TLV aan?" in (await in_south.asks("hoe vraag ik een tlv aan"))["text"]
            # Somebody copies a folder: the same token twice would mix two organisations, so the copy does not start.
            copy = root / "kopie"
            copy.mkdir()
            (copy / "organisatie.env").write_text((root / "zuid" / "organisatie.env").read_text())
            await until(lambda: "hetzelfde token" in command(root, "list").stdout)
        finally:
            process.terminate()
            async with asyncio.timeout(PATIENCE):
                assert await process.wait() == 0


def _visitors(database: Path) -> set[str]:
    with sqlite3.connect(database) as connection:
        return {row[0] for row in connection.execute("SELECT visitor FROM conversation")}
