"""Running tasks beside each other, and asking Telegram until it answers."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram.error import TelegramError

from bot.adapters.storage.database import Database

logger = logging.getLogger(__name__)

_AFTER_FAILURE = 1.0


async def while_leading(job: Coroutine[Any, Any, None], lost: asyncio.Event) -> None:
    """Do the job until we no longer lead; another failure of the job comes through."""
    task, losing = asyncio.create_task(job), asyncio.create_task(lost.wait())
    try:
        await asyncio.wait({task, losing}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
    finally:
        for other in (task, losing):
            other.cancel()
        await asyncio.gather(task, losing, return_exceptions=True)


async def until_done(ask: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """Ask Telegram again and again until it answers."""
    while True:
        try:
            await ask()
            return
        except TelegramError as error:
            logger.warning("Telegram cannot be reached, trying again", extra={"reason": type(error).__name__})
            await asyncio.sleep(_AFTER_FAILURE)


async def until_stopped(stop: asyncio.Event, tasks: Sequence[asyncio.Task[None]], database: Database) -> None:
    """Wait for a stop, or for a task that fails."""
    stopping = asyncio.create_task(stop.wait())
    working = list(tasks)
    try:
        while not stop.is_set():
            done, _ = await asyncio.wait({stopping, *working}, return_when=asyncio.FIRST_COMPLETED)
            for task in [task for task in working if task in done]:
                task.result()
                working = [other for other in working if other is not task]
    finally:
        stopping.cancel()
        async with database.quiet():
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)
