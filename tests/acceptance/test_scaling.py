"""More than one process, a webhook instead of fetching, and new content while it runs."""

import json
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.adapters.storage.encryption import new_secret_key
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from bot.playground.world import Person
from tests.acceptance.content import write_content
from tests.acceptance.running import Running
from tests.storage.postgresql import fresh_database
from tests.waiting import until, until_answer

pytestmark = pytest.mark.asyncio
SECRET = "een-geheim-van-genoeg-tekens"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def crowd(server: PlaygroundServer) -> list[Visitor]:
    return [
        Visitor(server.world, Person(id=7_000_000_000 + n, first_name=f"P{n}", last_name="", username=f"p{n}"))
        for n in range(12)
    ]


@pytest_asyncio.fixture
async def database(postgresql: str) -> AsyncIterator[str]:
    made = await fresh_database(postgresql)
    yield made.engine.url.render_as_string(hide_password=False)
    await made.close()


def team(server: PlaygroundServer, tmp_path: Path, database: str, roles: list[str], **settings: str) -> list[Running]:
    """Processes that share one database and one key."""
    content = write_content(tmp_path / "content")
    key = new_secret_key()
    found = []
    for number, role in enumerate(roles):
        folder = tmp_path / f"{number}-{role}"
        folder.mkdir()
        values = {"STEUNPUNT_DATABASE_URL": database, **settings}
        found.append(Running(server, folder, content, values, key=key, arguments=("--role", role)))
    return found


async def test_roles_in_processes_of_their_own_and_a_dead_one_is_replaced(
    server: PlaygroundServer, tmp_path: Path, database: str, crowd: list[Visitor]
) -> None:
    processes = team(server, tmp_path, database, ["intake", "desk", "desk", "delivery", "delivery", "timers", "intake"])
    for process in processes:
        await process.start()
    try:
        await crowd[0].asks("/start ouder")
        for visitor in crowd:
            visitor.says("/start ouder")
            visitor.says("hoe vraag ik een tlv aan")
        # Whoever fetches, thinks or delivers at this moment dies; somebody else does the same work.
        for number in (0, 1, 3):
            await processes[number].kill()
        for visitor in crowd:
            visitor.says("mijn zoon zit al weken thuis")
        await until(
            lambda: all(any("Praat eerst met school" in m["text"] for m in visitor.heard()) for visitor in crowd)
        )
        for visitor in crowd:
            texts = [message["text"] for message in visitor.heard()]
            tlv = next(n for n, text in enumerate(texts) if "De school vraagt de TLV" in text)
            assert tlv < next(n for n, text in enumerate(texts) if "Praat eerst met school" in text)
    finally:
        for process in processes:
            if process.process is not None and process.process.returncode is None:
                await process.stop()


async def test_a_webhook_confirms_only_what_is_stored(
    server: PlaygroundServer, tmp_path: Path, parent: Visitor
) -> None:
    port = free_port()
    bot = Running(
        server,
        tmp_path,
        write_content(tmp_path / "content"),
        {
            "STEUNPUNT_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
            "STEUNPUNT_WEBHOOK_SECRET": SECRET,
            "STEUNPUNT_HTTP_PORT": str(port),
        },
    )
    await bot.start()
    try:
        assert (await parent.asks("/start ouder"))["text"]
        assert "De school vraagt de TLV" in (await parent.asks("hoe vraag ik een tlv aan"))["text"]
        async with aiohttp.ClientSession() as session:
            address = f"http://127.0.0.1:{port}"
            before = len(parent.heard())
            forged = {"update_id": 5, "message": {"message_id": 1, "text": "hoi", "chat": {"id": 1}, "date": 0}}
            for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "fout"}):
                async with session.post(f"{address}/telegram", json=forged, headers=headers) as answer:
                    assert answer.status == 403
            async with session.post(
                f"{address}/telegram", data=b"[[[", headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}
            ) as answer:
                assert answer.status == 200
            async with session.post(f"{address}/elders", json=forged) as answer:
                assert answer.status == 404
            assert len(parent.heard()) == before
            async with session.get(f"{address}/metrics") as answer:
                figures = await answer.text()
            assert "steunpunt_updates_handled_total" in figures
            assert "steunpunt_oldest_update_seconds 0.0" in figures
            assert "steunpunt_turn_seconds_bucket" in figures
            assert str(parent.person.id) not in figures
            async with session.get(f"{address}/healthz/live") as answer:
                assert await answer.json() == {"live": True}
        # A stop in the middle: what was not confirmed is brought again to the next process.
        for number in range(5):
            parent.says(f"hoe vraag ik een tlv aan {number}")
        assert await bot.stop() == 0
        parent.says("mijn zoon zit al weken thuis")
        await bot.start()
        await until(lambda: any("Praat eerst met school" in m["text"] for m in parent.heard()))
        # Each names its subject, also where the answer is not said word for word again.
        assert sum("Hoe vraag je een TLV aan?" in m["text"] for m in parent.heard()) == 6
    finally:
        await bot.stop()


async def test_new_content_without_a_restart_and_broken_content_refused(
    bot: Running, parent: Visitor, server: PlaygroundServer
) -> None:
    await parent.asks("/start ouder")
    file = bot.content / "faq" / "vragen.yaml"
    good = file.read_text()
    file.write_text(good.replace("De school vraagt de **TLV** aan, niet jij.", "De school regelt de **TLV**."))
    assert bot.process is not None
    bot.process.send_signal(signal.SIGHUP)

    async def regelt() -> bool:
        # Another subject in between: the same answer is not said in full twice in a row.
        await parent.asks("mijn zoon zit al weken thuis")
        return "De school regelt" in (await parent.asks("hoe vraag ik een tlv aan"))["text"]

    await until_answer(regelt)
    # Broken: refused whole, staff hear why, danger and questions are answered as before.
    file.write_text(good.replace("id: tlv_aanvragen", "id: [tlv"))
    bot.process.send_signal(signal.SIGHUP)
    group = server.world.chats[server.staff_chat]
    await until(lambda: any("De nieuwe inhoud heeft fouten" in str(m.get("text")) for m in group.messages.values()))
    assert await regelt()
    assert "112" in (await parent.asks("ik wil dood"))["text"]
    assert "tlv" not in json.dumps([line for line in bot.log().splitlines() if "refused" in line])
