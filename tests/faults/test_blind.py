"""What watchers and doors see of trouble: a Telegram that refuses us, and secrets that are no text (O10 O18)."""

import asyncio
import time
from types import SimpleNamespace

import pytest
from aiohttp import web

from bot.adapters.web.health import Health
from bot.adapters.web.metrics import Metrics
from bot.adapters.web.webhook import SECRET_HEADER, Webhook
from bot.app.house import House
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Visitor
from bot.playground.server import PlaygroundServer
from bot.service import measuring
from tests.acceptance.test_health import free_port
from tests.waiting import until, until_answer

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("ignore:Please use")]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(401, "Unauthorized"), (409, "Conflict: terminated by other getUpdates request"), (403, "Forbidden")],
)
async def test_o10_a_telegram_that_refuses_is_seen_by_the_watchers(
    bot: House,
    parent: Visitor,
    server: PlaygroundServer,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    sentence: str,
) -> None:
    later = [0.0]
    monkeypatch.setattr(measuring, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + later[0]))
    health = Health(bot.store, bot.clock, Metrics(bot.figures), bot.handoffs, bot.figures)
    await parent.asks("/start ouder", timeout=60)
    assert (await health.ready())["ready"]
    refusal = Fault(kind=FaultKind.REFUSAL, method="getUpdates", body=sentence, value=status, times=1_000)
    server.faults.add(refusal)
    parent.says("/menu")
    await until(lambda: (refusal.times or 0) < 1_000)
    later[0] = 61.0
    tried = refusal.times or 0
    await until(lambda: (refusal.times or 0) < tried)
    found = await health.ready()
    assert (found["ready"], found["reason"]) == (False, "telegram: fetching fails")
    server.faults.clear()
    parent.says("/menu")

    async def well() -> bool:
        return bool((await health.ready())["ready"])

    await until_answer(well)


@pytest.mark.parametrize("secret", [b"\xff\xfe\xe9", b"gehe\xc3\xa9im", b"", b"geheim-dat-klopt "])
async def test_o18_a_secret_that_is_no_text_is_refused_like_any_other(secret: bytes) -> None:
    received: list[object] = []

    async def receive(updates: object) -> None:
        received.append(updates)

    application, port = web.Application(), free_port()
    application.router.add_post("/telegram", Webhook("geheim-dat-klopt-niet", receive).take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n{SECRET_HEADER}: "
        writer.write(head.encode() + secret + b"\r\n\r\n{}")
        answer = await reader.read()
        writer.close()
    finally:
        await runner.cleanup()
    assert answer.split()[1] == b"403"
    assert received == []
