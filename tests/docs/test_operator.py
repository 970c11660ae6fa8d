"""docs/operator.md, typed line by line: from nothing to a bot that answers, a copy and back, a new version and key."""

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.adapters.storage.encryption import new_secret_key
from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.test_desk import staff
from tests.acceptance.test_health import free_port
from tests.docs.machine import Machine
from tests.waiting import until, until_answer

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """What stands under a heading."""
    found = re.search(rf"^###? {re.escape(title)}\n(.*?)(?=^##)", GUIDE, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]


def blocks(title: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```", section(title), re.DOTALL | re.MULTILINE)


def how(title: str, what: str) -> list[str]:
    """The commands in the row of a table."""
    row = next(line for line in section(title).splitlines() if line.startswith(f"| {what} |"))
    return re.findall(r"`([^`]+)`", row)


async def answer(visitor: Visitor) -> str:
    """To a question; another comes before it, since what was said just now is not said again in full."""
    await visitor.asks("mijn zoon zit al weken thuis")
    return str((await visitor.asks("hoe vraag ik een tlv aan"))["text"])


SYSTEMD = "Op een server met systemd"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    limits = FloodLimits(overall_per_second=None, private_burst=None, group_per_minute=None)
    async with PlaygroundServer(Options(limits=limits)) as running:
        yield running


@pytest.fixture
def visitor(server: PlaygroundServer) -> Visitor:
    return Visitor(server.world, Person(id=6_100_000_017, first_name="Fatima"))


async def test_a_server_with_systemd(server: PlaygroundServer, visitor: Visitor, tmp_path: Path) -> None:
    install, settings, restore = blocks(SYSTEMD)
    port = free_port()
    written = dict(line.split("=", 1) for line in settings.splitlines())
    assert written["STEUNPUNT_HTTP_HOST"] == "127.0.0.1"
    folder = tmp_path / "machine"
    folder.mkdir()
    machine = Machine(
        folder,
        {
            "STEUNPUNT_TELEGRAM_TOKEN": server.token,
            "STEUNPUNT_STAFF_CHAT_ID": str(server.staff_chat),
            **{name: f"{folder}{value}" if value.startswith("/") else value for name, value in written.items()},
            "STEUNPUNT_HTTP_PORT": str(port),
            # Only here: another Telegram, and a steunpunt that does not exist.
            "STEUNPUNT_TELEGRAM_API_URL": server.url,
            "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
        },
    )
    home = folder / "opt" / "steunpuntbot"
    write_content(home / "jullie-map")
    try:
        await machine.types(install)
        kept = folder / "etc/steunpuntbot/steunpuntbot.env"
        assert kept.stat().st_mode & 0o777 == 0o640
        assert (folder / "etc/steunpuntbot").stat().st_mode & 0o777 == 0o750
        assert "De school vraagt de TLV" in await answer(visitor)

        # Is it working?
        address = how(SYSTEMD, "Werkt hij?")[1].removeprefix("curl ")
        assert address == f"localhost:{written['STEUNPUNT_HTTP_PORT']}/healthz"

        async def ready() -> bool:
            async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                return answer.status == 200

        await until_answer(ready)

        # A copy now; what comes after it is gone when it is put back.
        await machine.types("\n".join(how(SYSTEMD, "Nu een kopie")))
        copies = folder / "var/lib/steunpuntbot/copies"
        (copy,) = copies.glob("steunpunt-*.sqlite")
        assert copy.stat().st_mode & 0o777 == 0o600
        await machine.types(restore.replace("steunpunt-NAAM.sqlite", copy.name))
        assert list((folder / "var/lib/steunpuntbot/oud").glob("steunpunt.sqlite*"))
        anouk, _ = staff(server)
        await until(lambda: any("heeft een kopie teruggezet" in text for text in anouk.sees()))
        assert "De school vraagt de TLV" in await answer(visitor)

        # New content without a restart.
        questions = folder / "etc/steunpuntbot/inhoud/faq/vragen.yaml"
        questions.write_text(questions.read_text().replace("De school vraagt de **TLV** aan", "School vraagt het aan"))
        (reload,) = [line for line in how(SYSTEMD, "Nieuwe inhoud") if "systemctl" in line]
        await machine.types(reload)

        async def renewed() -> bool:
            return "School vraagt het aan" in await answer(visitor)

        await until_answer(renewed)

        # A new version.
        version = [line for line in how(SYSTEMD, "Nieuwe versie") if line.startswith("sudo")]
        assert len(version) == 2
        compiled = next(line for line in install.splitlines() if "compileall" in line)
        await machine.types("\n".join((version[0], compiled, version[1])))
        assert "School vraagt het aan" in await answer(visitor)

        # A new key.
        old = re.search(r"^STEUNPUNT_SECRET_KEY=(.+)$", kept.read_text(), re.MULTILINE)
        assert old
        fresh = new_secret_key()
        rotate = re.search(r"`python -m bot (db rotate)`", GUIDE)
        assert rotate
        await machine.types("sudo systemctl stop steunpuntbot")
        kept.write_text(kept.read_text().replace(old[0], f"STEUNPUNT_SECRET_KEY={fresh},{old[1]}"))
        database = f"STEUNPUNT_DATABASE_URL=sqlite:///{folder}/var/lib/steunpuntbot/steunpunt.sqlite"
        key = f"STEUNPUNT_SECRET_KEY={fresh},{old[1]}"
        assert "opnieuw versleuteld" in await machine.types(f"env {database} {key} .venv/bin/python -m bot {rotate[1]}")
        kept.write_text(kept.read_text().replace(f"{fresh},{old[1]}", fresh))
        await machine.types("sudo systemctl start steunpuntbot")
        assert "School vraagt het aan" in await answer(visitor)
    finally:
        await machine.off()
    log = (folder / "steunpuntbot.log").read_text()
    assert "Traceback" not in log


async def test_a_laptop(tmp_path: Path) -> None:
    (block,) = blocks("Op een laptop")
    lines = [line.split("#")[0].strip() for line in block.splitlines()]
    # The first shows the product and goes on; the last is what the other test does as a service.
    demo, init, check, run = lines
    assert demo == "make demo"
    assert run.endswith("-m bot run")
    folder = tmp_path / "machine"
    folder.mkdir()
    machine = Machine(folder, {})
    home = folder / "opt" / "steunpuntbot"
    content = write_content(home / "jullie-map")
    await machine.types(init)
    kept = home / ".env"
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.write_text(f"{kept.read_text()}\nSTEUNPUNT_CONTENT_DIR={content}\n")
    assert "Geen fouten" in await machine.types(check)


async def test_many_organisations(tmp_path: Path) -> None:
    (block,) = blocks("Meer organisaties in één installatie")
    add, settings, profile, resume, _run = [line.split("#")[0].strip() for line in block.splitlines()]
    folder = tmp_path / "machine"
    folder.mkdir()
    machine = Machine(folder, {})
    ours = "python -m bot"
    await machine.types(add.replace(ours, f".venv/bin/{ours}"))
    home = folder / "opt" / "steunpuntbot"
    for line in (settings, profile):
        assert (home / line.removeprefix("nano ")).is_file(), line
    assert re.search("basis: landelijk", (home / profile.removeprefix("nano ")).read_text())
    await machine.types(resume.replace(ours, f".venv/bin/{ours}"))
    said = await machine.types(f".venv/bin/{ours} organisation list")
    assert "vallei" in said


def has_compose() -> bool:
    """Docker with Compose version 2, as the guide asks."""
    if shutil.which("docker") is None:
        return False
    asked = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False, timeout=60)
    return asked.returncode == 0


@pytest.mark.skipif(not has_compose(), reason="no Docker Compose 2 here: its recipe is read (tests/deploy), not run")
async def test_docker_understands_the_file() -> None:
    """Only Docker itself can say so; no package of Python or of the test's own brings it along."""
    for profile in ("sqlite", "postgres"):
        done = await asyncio.create_subprocess_exec(
            "docker", "compose", "--profile", profile, "config", "--quiet", cwd=ROOT,
            env={**os.environ, "STEUNPUNT_CONTENT_DIR": str(ROOT), "POSTGRES_PASSWORD": "x"},
        )  # fmt: skip
        assert await done.wait() == 0
