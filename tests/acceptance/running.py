"""Starts the real process against the local Bot API server, and stops or kills it."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.storage.encryption import new_secret_key
from bot.playground.server import PlaygroundServer
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Running:
    """A bot process with its own folder; may be started again after it stopped."""

    server: PlaygroundServer
    folder: Path
    content: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    key: str = field(default_factory=new_secret_key)
    process: asyncio.subprocess.Process | None = None
    arguments: tuple[str, ...] = ()

    def environment(self) -> dict[str, str]:
        """All settings of the process; nothing of the machine's own leaks in."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
        return {
            **clean,
            "STEUNPUNT_TELEGRAM_TOKEN": self.server.token,
            "STEUNPUNT_TELEGRAM_API_URL": self.server.url,
            "STEUNPUNT_STAFF_CHAT_ID": str(self.server.staff_chat),
            "STEUNPUNT_SECRET_KEY": self.key,
            "STEUNPUNT_DATABASE_URL": f"sqlite:///{self.folder}/bot.sqlite",
            "STEUNPUNT_CONTENT_DIR": str(self.content),
            "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
            **self.settings,
        }

    async def start(self) -> None:
        """Start the process; it is ready when it answers."""
        with (self.folder / "log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                *self.arguments,
                cwd=ROOT,
                env=self.environment(),
                stderr=log,
                stdout=log,
            )

    async def kill(self) -> None:
        """As a power cut would: no time for anything."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to stop, and wait; returns its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()

    def log(self) -> str:
        """Everything the process wrote."""
        return (self.folder / "log").read_text()
