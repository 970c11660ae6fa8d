"""Pushes updates to a webhook as Telegram does: per chat in order, again and again until the answer is 2xx."""

import asyncio
from typing import Any

import aiohttp

from bot.playground.world import World

_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 60.0


class Webhook:
    """Off as long as there is no address."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None
        self.url = ""
        self._secret = ""
        self._last_error = ""

    def start(self, url: str, secret: str) -> None:
        """Push from now on; an empty address stops."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.url, self._secret = url, secret
        if url:
            self._task = asyncio.get_running_loop().create_task(self._push())

    async def stop(self) -> None:
        """No more pushing."""
        self.start("", "")

    def info(self) -> dict[str, Any]:
        """Bot API WebhookInfo."""
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.updates),
        }
        if self._last_error:
            info |= {"last_error_message": self._last_error, "last_error_date": int(self._world.now())}
        return info

    async def _push(self) -> None:
        pause = _FIRST_PAUSE
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        async with aiohttp.ClientSession() as session:
            while True:
                found = self._world.open_updates(None, 1)
                if not found:
                    await self._world.arrived.wait()
                    continue
                try:
                    async with session.post(self.url, json=found[0], headers=headers) as answer:
                        good = 200 <= answer.status < 300
                        self._last_error = "" if good else f"Wrong response from the webhook: {answer.status}"
                except aiohttp.ClientError as error:
                    good = False
                    self._last_error = type(error).__name__
                if good:
                    self._world.open_updates(found[0]["update_id"] + 1, 1)
                    pause = _FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(_LONGEST_PAUSE, pause * 2)
