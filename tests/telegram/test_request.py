"""The way to Telegram: what an error says about whether the request arrived, files, proxies, open connections."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import NetworkError, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.adapters.telegram.request import MayHaveArrived, NothingSent, Request

pytestmark = pytest.mark.asyncio

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
GOOD = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n{"ok":true,"result":true}'


@asynccontextmanager
async def listening(serve: Serve) -> AsyncIterator[str]:
    """An address where ``serve`` has each connection; all are closed at the end."""
    tasks: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.create_task(handle(reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def heard(reader: asyncio.StreamReader) -> bytes:
    """One request, head and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    return head + await reader.readexactly(length)


def answers(data: bytes) -> Serve:
    """Hears one request, says ``data`` and closes."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(data)
        await writer.drain()
        writer.close()

    return serve


@asynccontextmanager
async def opened(request: Request) -> AsyncIterator[Request]:
    """The request, open."""
    async with request:
        yield request


TEXT = RequestData([RequestParameter.from_input("chat_id", 5), RequestParameter.from_input("text", "hoi & dag é")])


async def test_nobody_listens_so_nothing_was_sent() -> None:
    async with listening(answers(GOOD)) as address:
        pass
    async with opened(Request(2)) as request:
        with pytest.raises(NothingSent):
            await request.post(f"{address}/x", TEXT)


async def test_no_free_connection_in_time_so_nothing_was_sent() -> None:
    asked = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        asked.set()
        await asyncio.sleep(3600)

    async with listening(serve) as address, opened(Request(1, read_timeout=3600)) as request:
        first = asyncio.create_task(request.post(f"{address}/x", TEXT))
        await asked.wait()
        with pytest.raises(NothingSent):
            await request.post(f"{address}/x", TEXT, pool_timeout=0.01, connect_timeout=0.01)
        first.cancel()


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"ok":true',
        b"\x00\x01 this is no HTTP \x02\r\n\r\n",
    ],
)
async def test_an_answer_that_breaks_off_leaves_it_unknown(said: bytes) -> None:
    async with listening(answers(said)) as address, opened(Request(2)) as request:
        with pytest.raises(MayHaveArrived):
            await request.post(f"{address}/x", TEXT)


async def test_silence_after_the_request_leaves_it_unknown() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        await asyncio.sleep(3600)

    async with listening(serve) as address, opened(Request(2)) as request:
        with pytest.raises(MayHaveArrived):
            await request.post(f"{address}/x", TEXT, read_timeout=0.05)


async def test_a_reset_in_the_middle_leaves_it_unknown() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n")
        writer.transport.abort()

    async with listening(serve) as address, opened(Request(2)) as request:
        with pytest.raises(MayHaveArrived):
            await request.post(f"{address}/x", TEXT)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_an_error_of_a_server_is_an_answer(status: int) -> None:
    said = f"HTTP/1.1 {status} Bad\r\nContent-Length: 4\r\n\r\n<h1>".encode()
    async with listening(answers(said)) as address, opened(Request(2)) as request:
        with pytest.raises(NetworkError) as raised:
            await request.post(f"{address}/x", TEXT)
    assert not isinstance(raised.value, NothingSent | MayHaveArrived)


@pytest.mark.parametrize("body", [b"[]", b"null", b"{}", b"<html>"])
async def test_a_200_without_a_result_is_an_error(body: bytes) -> None:
    said = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    async with listening(answers(said)) as address, opened(Request(2)) as request:
        with pytest.raises(TelegramError) as raised:
            await request.post(f"{address}/x", TEXT)
    assert not isinstance(raised.value, NetworkError)


async def test_a_redirect_is_not_followed() -> None:
    said = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/y\r\nContent-Length: 0\r\n\r\n"
    async with listening(answers(said)) as address, opened(Request(2)) as request:
        with pytest.raises(NetworkError) as raised:
            await request.post(f"{address}/x", TEXT)
    assert not isinstance(raised.value, NothingSent | MayHaveArrived)


async def test_one_connection_carries_many_requests_and_a_closed_one_is_replaced() -> None:
    connections: list[list[bytes]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine: list[bytes] = []
        connections.append(mine)
        for last in (b"", b"Connection: close\r\n"):
            mine.append(await heard(reader))
            writer.write(GOOD.replace(b"Content-Type", last + b"Content-Type"))
            await writer.drain()
        writer.close()

    async with listening(serve) as address, opened(Request(1)) as request:
        for _ in range(3):
            assert await request.post(f"{address}/x", TEXT) is True
    assert [len(requests) for requests in connections] == [2, 1]
    assert b"chat_id=5&text=hoi+%26+dag+%C3%A9" in connections[0][0]


async def test_a_file_arrives_with_its_name_and_the_words_beside_it() -> None:
    got: dict[str, object] = {}

    async def take(request: web.Request) -> web.Response:
        form = await request.post()
        file = form["document"]
        assert isinstance(file, web.FileField)
        got.update(chat=form["chat_id"], name=file.filename, kind=file.content_type, content=file.file.read())
        return web.json_response({"ok": True, "result": True})

    app = web.Application()
    app.router.add_post("/x", take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        port = runner.addresses[0][1]
        file = InputFile(b"\x00inhoud", filename='brief "één".pdf')
        data = RequestData([RequestParameter.from_input("chat_id", 5), RequestParameter.from_input("document", file)])
        async with opened(Request(2)) as request:
            assert await request.post(f"http://127.0.0.1:{port}/x", data) is True
    finally:
        await runner.cleanup()
    assert got["chat"] == "5"
    assert got["kind"] == "application/pdf"
    assert got["content"] == b"\x00inhoud"
    assert "één" in str(got["name"])


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.usefixtures("no_proxies")
@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY", "http_proxy"])
async def test_a_proxy_of_the_environment_carries_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    seen: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await heard(reader))
        writer.write(GOOD)
        await writer.drain()
        writer.close()

    async with listening(serve) as proxy:
        monkeypatch.setenv(name, proxy.replace("http://", "http://wie:wachtwoord@"))
        async with opened(Request(2)) as request:
            assert await request.post("http://telegram.example/x", TEXT) is True
    assert seen[0].startswith(b"POST http://telegram.example/x HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic " in seen[0]


@pytest.mark.usefixtures("no_proxies")
async def test_no_proxy_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening(answers(GOOD)) as address, opened(Request(2)) as request:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert await request.post(f"{address}/x", TEXT) is True


@pytest.mark.usefixtures("no_proxies")
@pytest.mark.parametrize("refusal", [b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 502 No\r\n\r\n"])
async def test_a_proxy_that_refuses_sent_nothing(monkeypatch: pytest.MonkeyPatch, refusal: bytes) -> None:
    async with listening(answers(refusal)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        async with opened(Request(2)) as request:
            with pytest.raises(NothingSent):
                await request.post("https://telegram.example/x", TEXT)


async def test_a_request_that_was_closed_says_so_and_opens_again() -> None:
    async with listening(answers(GOOD)) as address:
        request = Request(2)
        with pytest.raises(NetworkError):
            await request.post(f"{address}/x", TEXT)
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert await request.post(f"{address}/x", TEXT) is True
            await request.shutdown()
            await request.shutdown()
