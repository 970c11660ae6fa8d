"""A bot with the chat page, and somebody who uses it by requests alone."""

import asyncio
import io
import json
import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from PIL import Image

from tests.acceptance.running import Running
from tests.waiting import PATIENCE


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_for(port: int, **others: str) -> dict[str, str]:
    """Settings that switch the page on."""
    return {"STEUNPUNT_WEB_CHAT": "1", "STEUNPUNT_HTTP_PORT": str(port), **others}


async def until_up(port: int) -> str:
    """The address of the page, once it answers."""
    address = f"http://127.0.0.1:{port}/chat"
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
        while True:
            try:
                async with session.get(address) as answer:
                    if answer.status == 200:
                        return address
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)


async def start(running: Running, port: int) -> str:
    """Start the process and wait for its page."""
    await running.start()
    try:
        return await until_up(port)
    except BaseException:
        await running.kill()
        raise


@dataclass(slots=True)
class Browser:
    """Does what the script of the page does: ids, one at a time, again until it is acknowledged."""

    address: str
    session: aiohttp.ClientSession
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    tab: str = field(default_factory=lambda: secrets.token_hex(4))
    """Two tabs of one visit count for themselves."""
    lines: list[dict[str, Any]] = field(default_factory=list)
    after: int = 0
    count: int = 0

    async def post(
        self, path: str, body: Mapping[str, Any] | bytes, headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """One request."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        sent = {"X-Visit": self.token, "Content-Type": kind, **(headers or {})}
        async with self.session.post(f"{self.address}/api/{path}", data=data, headers=sent) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith("{") else {}

    async def say(self, text: str, **more: Any) -> dict[str, Any]:
        """Say something, however often that takes."""
        self.count += 1
        did = {"id": f"{self.tab}-{self.count}", "kind": "text", "text": text, **more}
        while True:
            try:
                status, body = await self.post("say", did)
            except (aiohttp.ClientError, TimeoutError):
                await asyncio.sleep(0.2)
                continue
            if status == 200:
                return body
            assert status in (429, 500, 502, 503), (status, body)
            await asyncio.sleep(min(1.0, float(body.get("wait", 0.3))))

    async def press(self, label: str) -> None:
        """Press the newest button whose label holds these words."""
        for line in reversed(self.lines):
            for row in line.get("buttons", ()):
                for button in row:
                    if label in button["label"] and "choice" in button:
                        await self.say("", kind="press", choice=button["choice"], on=line["n"], label=button["label"])
                        return
        raise LookupError(label)

    async def look(self) -> None:
        """Fetch what is new, once."""
        headers = {"X-Visit": self.token}
        async with self.session.get(f"{self.address}/api/lines?after={self.after}", headers=headers) as answer:
            if answer.status != 200:
                return
            found = await answer.json()
        self.lines += found["lines"]
        self.after = found["next"]

    async def until(self, seen: Callable[[str], bool] | str, who: str = "bot", seconds: float = PATIENCE) -> str:
        """Wait until somebody said this; returns all they said."""
        async with asyncio.timeout(seconds):
            while True:
                said = "\n".join(self.said(who))
                if seen(said) if callable(seen) else seen in said:
                    return said
                # What is waited for may also happen with staff, so no look takes long.
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.5):
                        await self.look()

    async def heard(self, count: int) -> None:
        """Wait for so many answers."""
        await self.until(lambda _: len(self.said()) >= count)

    def said(self, who: str = "bot") -> list[str]:
        """Words of one side, in order."""
        return [words(line.get("nodes", ())) for line in self.lines if line.get("from") == who]


def png() -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(out, "PNG")
    return out.getvalue()


def words(nodes: Any) -> str:
    """What can be read of a tree."""
    if isinstance(nodes, str):
        return nodes
    if isinstance(nodes, dict):
        return "\n" if nodes["t"] == "br" else words(nodes.get("c", ()))
    return "".join(words(node) for node in nodes)
