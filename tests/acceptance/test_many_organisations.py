"""Twenty organisations start together in one process; each that is broken says why, and stops nobody else."""

import asyncio
import json
import os
import resource
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.adapters.storage.encryption import new_secret_key
from bot.playground.limits import FloodLimits
from bot.playground.people import Visitor
from bot.playground.server import Options, PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import ROOT
from tests.acceptance.test_health import free_port
from tests.waiting import PATIENCE, until, until_answer

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

SEM = Person(id=6_200_000_042, first_name="Sem", last_name="Test", username="sem_t")


def write_organisation(root: Path, name: str, server: PlaygroundServer) -> Path:
    folder = root / name
    content = write_content(folder / "inhoud")
    (folder / "organisatie.env").write_text(
        f"STEUNPUNT_TELEGRAM_TOKEN={server.token}\n"
        f"STEUNPUNT_STAFF_CHAT_ID={server.staff_chat}\n"
        f"STEUNPUNT_SECRET_KEY={new_secret_key()}\n"
        f"STEUNPUNT_TELEGRAM_API_URL={server.url}\n"
        "STEUNPUNT_ALLOW_EXAMPLE_PROFILE=1\n"
        f"STEUNPUNT_CONTENT_DIR={content}\n"
    )
    return folder


@asynccontextmanager
async def running(root: Path, port: int, *, full: bool = False) -> AsyncIterator[asyncio.subprocess.Process]:
    """``full``: the disk is, until ``room_again``."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    with (root.parent / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--organisations", str(root), cwd=ROOT,
            env={**clean, "STEUNPUNT_HTTP_PORT": str(port)},
            stdout=log, stderr=log,
            preexec_fn=_no_room if full else None,
        )  # fmt: skip
        try:
            yield process
        finally:
            process.terminate()
            async with asyncio.timeout(PATIENCE):
                assert await process.wait() == 0


def _no_room() -> None:
    """No file of the process may grow: SQLite and everything else hear "disk full" as on a real one."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def room_again(process: asyncio.subprocess.Process) -> None:
    """Somebody made room."""
    _, most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most, most))


def state(root: Path, name: str) -> tuple[str, str]:
    """What the organisation said of itself last."""
    try:
        found = json.loads((root / name / "status.json").read_text())
    except (OSError, ValueError):
        return "", ""
    return found["state"], found["reason"]


async def asked(port: int, path: str) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.json() if answer.content_type == "application/json" else {}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


BREAKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "latin": (
        lambda folder: (folder / "organisatie.env").write_bytes(b"# caf\xe9\nSTEUNPUNT_TELEGRAM_TOKEN=1:x\n"),
        "geen UTF-8",
    ),
    "leeg": (lambda folder: (folder / "organisatie.env").write_text(""), "STEUNPUNT_TELEGRAM_TOKEN ontbreekt"),
    "getal": (
        lambda folder: append(folder / "organisatie.env", "STEUNPUNT_STAFF_CHAT_ID=groep\n"),
        "Het moet een heel getal zijn",
    ),
    "kring": (
        lambda folder: (folder / "inhoud" / "faq" / "kring.yaml").write_text("&a [*a]\n"),
        "faq/kring.yaml:1",
    ),
    "inhoud-latin": (
        lambda folder: (folder / "inhoud" / "faq" / "x.yaml").write_bytes(b"- id: caf\xe9\n"),
        "geen UTF-8",
    ),
    "sleutel": (
        lambda folder: append(folder / "organisatie.env", f"STEUNPUNT_SECRET_KEY={'A' * 43}=\n"),
        "te makkelijk te raden",
    ),
    "database": (
        lambda folder: append(folder / "organisatie.env", "STEUNPUNT_DATABASE_URL=sqlite:////proc/weg/x.sqlite\n"),
        "is niet te openen of te maken",
    ),
}


async def test_twenty_start_together_and_one_broken_in_each_way_stops_nobody(tmp_path: Path) -> None:
    root, port = tmp_path / "organisations", free_port()
    limits = FloodLimits(overall_per_second=None, private_burst=None)
    async with AsyncExitStack() as stack:
        servers = {}
        for number in range(19):
            server = await stack.enter_async_context(
                PlaygroundServer(Options(limits=limits, token=f"{1000 + number}:geheim"))
            )
            servers[f"goed-{number}"] = server
            write_organisation(root, f"goed-{number}", server)
        spare = await stack.enter_async_context(PlaygroundServer(Options(limits=limits, token="1:reserve")))
        for name, (break_it, _) in BREAKS.items():
            folder = write_organisation(root, name, spare)
            number += 1
            alone = (folder / "organisatie.env").read_text().replace("1:reserve", f"{number}:reserve")
            (folder / "organisatie.env").write_text(alone.replace(str(spare.staff_chat), f"-{number}"))
            break_it(folder)
        await stack.enter_async_context(running(root, port))
        visitors = {name: Visitor(server.world, SEM) for name, server in servers.items()}

        async def answered(name: str) -> None:
            assert "De school vraagt de TLV" in (await visitors[name].asks("hoe vraag ik een tlv aan"))["text"], name

        await asyncio.gather(*(answered(name) for name in visitors))
        for name, (_, reason) in BREAKS.items():
            await until(lambda name=name, reason=reason: state(root, name)[0] == "fout")  # type: ignore[misc]
            assert reason in state(root, name)[1], (name, state(root, name))
            assert "Error" not in state(root, name)[1]
        status, body = await asked(port, "/healthz")
        assert (status, body["ready"]) == (503, False)
        assert (body["wanted"], body["working"]) == (19 + len(BREAKS), 19)
        assert (await asked(port, "/healthz/goed-3"))[0] == 200
        assert (await asked(port, "/healthz/kring"))[0] == 503


async def test_a_mended_file_is_noticed_and_one_token_is_for_one(tmp_path: Path) -> None:
    root, port = tmp_path / "organisations", free_port()
    limits = FloodLimits(overall_per_second=None, private_burst=None)
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(PlaygroundServer(Options(limits=limits, token="1:een")))
        second = await stack.enter_async_context(PlaygroundServer(Options(limits=limits, token="2:twee")))
        write_organisation(root, "eerste", first)
        folder = write_organisation(root, "tweede", second)
        good = (folder / "organisatie.env").read_text()
        (folder / "organisatie.env").write_text(good.replace("2:twee", ""))
        await stack.enter_async_context(running(root, port))
        await until(lambda: "TOKEN ontbreekt" in state(root, "tweede")[1])
        # Mended with somebody else's token: still no second one on one bot.
        (folder / "organisatie.env").write_text(good.replace("2:twee", "1:een").replace(second.url, first.url))
        await until(lambda: "hetzelfde token" in state(root, "tweede")[1])
        (folder / "organisatie.env").write_text(good)
        in_second = Visitor(second.world, SEM)
        assert "De school vraagt de TLV" in (await in_second.asks("hoe vraag ik een tlv aan"))["text"]
        await until(lambda: state(root, "tweede")[0] == "loopt")
        # A mistake while it runs leaves it running.
        (folder / "organisatie.env").write_text(good.replace("STAFF_CHAT_ID=", "STAFF_CHAT_ID=x"))
        await until(lambda: "niet in gebruik" in state(root, "tweede")[1])
        assert (await in_second.asks("/menu"))["text"]

        async def all_well() -> bool:
            status, body = await asked(port, "/healthz")
            return status == 200 and body["bots"] == {"eerste": True, "tweede": True}

        await until_answer(all_well)


async def test_o12_a_disk_that_is_full_at_the_start_is_said_and_tried_again(tmp_path: Path) -> None:
    root, port = tmp_path / "organisations", free_port()
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(PlaygroundServer(Options(token="1:een")))
        write_organisation(root, "eerste", server)
        process = await stack.enter_async_context(running(root, port, full=True))

        async def down() -> bool:
            try:
                status, body = await asked(port, "/healthz")
            except aiohttp.ClientConnectionError:
                return False  # It listens soon.
            return status == 503 and body["wanted"] == 1 and body["working"] == 0

        await until_answer(down)
        visitor = Visitor(server.world, SEM)
        visitor.says("hoe vraag ik een tlv aan")
        await asyncio.sleep(0)
        assert process.returncode is None
        assert not visitor.heard()
        room_again(process)
        # Without a hand: what was asked meanwhile is answered, and it says that it works.
        assert "De school vraagt de TLV" in (await visitor.next_message())["text"]
        await until(lambda: state(root, "eerste")[0] == "loopt")
