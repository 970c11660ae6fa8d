"""``demo``: the whole product in a browser, with a nagespeeld Telegram; no token, no network, no account."""

import asyncio
import os
import signal
import socket
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from bot.adapters.content.layers import packaged_content
from bot.adapters.storage.encryption import new_secret_key
from bot.app.library import checked_content
from bot.domain.errors import SettingsError
from bot.domain.program import typed
from bot.playground.limits import FloodLimits
from bot.playground.server import Options, PlaygroundServer


def demo_command(host: str, port: int, content: Path | None) -> int:
    """Run until Ctrl-C."""
    checked_content(content)
    return asyncio.run(_demo(host, port, (content or packaged_content()).resolve()))


async def _demo(host: str, port: int, content: Path) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    with tempfile.TemporaryDirectory(prefix="steunpuntbot-") as folder:
        web_port = _free_port(host, port + 1)
        server = PlaygroundServer(Options(host=host, port=port, page=True, limits=FloodLimits(), web_port=web_port))
        try:
            await server.start()
        except OSError as error:
            raise SettingsError(
                f"Poort {port} is al in gebruik. Kies een andere: {typed('demo --port 8401')}"
            ) from error
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=_environment(server, Path(folder), content, host, web_port)
            )
            print(f"\n  De demo staat op {server.url}")
            print(f"  De chat op een website: {_chat(host, web_port)}")
            print("  Stoppen: Ctrl-C. Alles wordt daarna gewist.\n", flush=True)
            ended = asyncio.create_task(process.wait())
            await asyncio.wait({ended, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                process.terminate()
            return 0 if stop.is_set() and await ended >= 0 else await ended
        finally:
            await server.stop()


def _chat(host: str, port: int) -> str:
    return f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}/chat"  # noqa: S104 - it is only compared


def _free_port(host: str, wanted: int) -> int:
    """The port beside the demo's own, or any other that nobody uses."""
    for port in (wanted, 0):
        with socket.socket() as probe, suppress(OSError, OverflowError):
            probe.bind((host, port))
            return int(probe.getsockname()[1])
    return wanted


def _environment(server: PlaygroundServer, folder: Path, content: Path, host: str, web_port: int) -> dict[str, str]:
    """Settings of the bot: nothing of a real installation may leak in."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    package = str(Path(__file__).parents[3])
    return {
        **clean,
        "PYTHONPATH": os.pathsep.join(filter(None, (package, clean.get("PYTHONPATH")))),
        "STEUNPUNT_TELEGRAM_TOKEN": server.token,
        "STEUNPUNT_TELEGRAM_API_URL": server.url,
        "STEUNPUNT_STAFF_CHAT_ID": str(server.staff_chat),
        "STEUNPUNT_SECRET_KEY": new_secret_key(),
        "STEUNPUNT_DATABASE_URL": f"sqlite:///{folder}/demo.sqlite",
        "STEUNPUNT_CONTENT_DIR": str(content),
        "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
        "STEUNPUNT_WEB_CHAT": "1",
        "STEUNPUNT_HTTP_HOST": host,
        "STEUNPUNT_HTTP_PORT": str(web_port),
        "STEUNPUNT_WEB_SITES": f"{server.url} {server.url.replace('127.0.0.1', 'localhost')}",
    }
