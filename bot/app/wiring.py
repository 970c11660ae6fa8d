"""Runs one bot, or the bots of many organisations, in this process until it is asked to stop."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.adapters.storage.database import sqlite_file
from bot.app.house import House, open_house
from bot.app.outline import Hears, Outline
from bot.app.reloading import Load
from bot.app.roles import Role
from bot.app.settings import RunSettings
from bot.domain.errors import SettingsError

if TYPE_CHECKING:
    from bot.dialogue.library import Library

logger = logging.getLogger(__name__)

ONLY = "bot"
"""Name of the bot in a process that has one."""


async def run(
    settings: RunSettings,
    words: "Library | Outline",
    load: Load,
    roles: frozenset[Role],
    hears: Hears | None = None,
) -> None:
    """Run until the process is asked to stop; raises ``SettingsError`` when it cannot start."""
    stop, reload = signals()
    async with (
        open_house(settings, words, load, roles, stop, hears=hears) as house,
        open_front(
            settings.http_port, shared=sqlite_file(settings.database_url) is None, host=settings.http_host
        ) as front,
    ):
        if front is not None:
            front.front.wanted = frozenset({ONLY})
            front.receive(ONLY, house)
        reloading = asyncio.create_task(house.reloading().run(reload))
        try:
            await house.run(stop)
        finally:
            reloading.cancel()


def signals() -> tuple[asyncio.Event, asyncio.Event]:
    """Set when the process is asked to stop (SIGTERM, SIGINT), and to read its content again (SIGHUP)."""
    stop, reload = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loop.add_signal_handler(signal.SIGHUP, reload.set)
    return stop, reload


class OpenFront:
    """The web side of this process; houses come and go."""

    def __init__(self) -> None:
        from bot.adapters.web.front import Front

        self.front = Front()

    def receive(self, name: str, house: House) -> None:
        """A house that is open from now on."""
        from bot.adapters.web.health import Health
        from bot.adapters.web.metrics import Metrics
        from bot.adapters.web.webhook import Webhook

        metrics = Metrics(house.figures)
        self.front.health[name] = Health(house.store, house.clock, metrics, house.handoffs, house.figures)
        path, secret = house.webhook_path, house.settings.webhook_secret
        if path is not None and secret is not None and Role.INTAKE in house.roles:
            self.front.webhooks[path] = Webhook(secret, house.reception.receive)
        if house.web_chat is not None and Role.INTAKE in house.roles:
            self.front.chats[name] = house.web_chat.door(house.settings, lambda: house.library, house.hears, house.wake)

    def say_goodbye(self, name: str, house: House) -> None:
        """A house that closes."""
        self.front.health.pop(name, None)
        self.front.chats.pop(name, None)
        if house.webhook_path is not None:
            self.front.webhooks.pop(house.webhook_path, None)


@asynccontextmanager
async def open_front(port: int | None, *, shared: bool, host: str | None = None) -> AsyncIterator[OpenFront | None]:
    """Listen on ``port``, when there is one; only then the web server is imported (a third of a second)."""
    if port is None:
        yield None
        return
    opened = OpenFront()
    try:
        await opened.front.open(port, shared=shared, host=host)
    except OSError as error:
        raise SettingsError(f"Poort {port} is al in gebruik. Kies een andere STEUNPUNT_HTTP_PORT.") from error
    logger.info("health is served", extra={"port": port})
    try:
        yield opened
    finally:
        await opened.front.close()
