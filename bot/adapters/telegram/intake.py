"""Fetches updates and stores them before Telegram is told that they arrived.

``getUpdates`` confirms everything below its offset (Bot API, getUpdates). So the offset moves only after the commit,
and raw JSON is stored unread: an update that nobody can parse blocks nobody.
"""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import ALLOWED_UPDATES, group_moved, moved_to, raw_update
from bot.domain.errors import StoreUnavailable
from bot.service.ports import Store

logger = logging.getLogger(__name__)

# The library would rather have us call a method of its own, which parses, and fails on one odd update.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")

BATCH = 100
LONG_POLL_SECONDS = 30
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0

PATIENCE_SECONDS = 3.0
"""A database that needs longer than this to store a message does not hold up the lifeline."""

StoreFailed = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]
"""Called with updates that cannot be stored now, so that danger in them is still answered."""


class Reception:
    """Where every update comes in, whichever way Telegram brought it: stored first, and heard even if that fails."""

    def __init__(
        self,
        store: Store,
        identity: Identity,
        staff: StaffChat,
        *,
        arrived: Callable[[], None],
        store_failed: StoreFailed,
    ) -> None:
        self._store = store
        self._identity = identity
        self._staff = staff
        self._arrived = arrived
        self._store_failed = store_failed

    async def receive(self, updates: Sequence[Mapping[str, Any]], *, confirm: int | None = None) -> None:
        """Return once the updates are committed; raises ``StoreUnavailable`` when they could not be."""
        rows = [raw_update(update, self._identity) for update in updates]
        for update in updates:
            number = moved_to(update, self._staff)
            if number is not None and self._staff.moved(number):
                rows.append(group_moved(self._identity, number))
        listening = asyncio.create_task(self._lose_patience(updates))
        try:
            await self._store.receive(rows, confirm=confirm)
        except StoreUnavailable:
            await self._store_failed(updates)
            raise
        finally:
            listening.cancel()
        self._arrived()

    async def _lose_patience(self, updates: Sequence[Mapping[str, Any]]) -> None:
        await asyncio.sleep(PATIENCE_SECONDS)
        await self._store_failed(updates)


class Intake:
    """Long polling; one at a time per token, because Telegram refuses a second one (409)."""

    def __init__(self, bot: Bot, store: Store, reception: Reception) -> None:
        self._bot = bot
        self._store = store
        self._reception = reception
        self._confirmed: int | None = None
        self._trouble = ""

    async def run(self) -> None:
        """Fetch for ever; survives everything but cancellation."""
        pause = _FIRST_PAUSE
        while True:
            try:
                fetched = await self.fetch_once()
            except RetryAfter as error:
                wait = error.retry_after
                self._report("RetryAfter")
                await asyncio.sleep(wait if isinstance(wait, int | float) else wait.total_seconds())
                continue
            except (TelegramError, StoreUnavailable, ValueError) as error:
                self._report(type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, pause * 2)
                continue
            pause = _FIRST_PAUSE
            self._report("")
            if fetched is None:
                # A proxy that answers nonsense at once must not make this a hot loop.
                await asyncio.sleep(_FIRST_PAUSE)

    async def fetch_once(self, timeout: int = LONG_POLL_SECONDS) -> int | None:
        """One request and one commit; the number of updates, or None when the answer was no list."""
        if self._confirmed is None:
            # Without an offset Telegram confirms nothing: danger is heard also while the database is down.
            with suppress(StoreUnavailable):
                self._confirmed = await self._store.confirmed()
        data: dict[str, Any] = {"timeout": timeout, "limit": BATCH, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._confirmed is not None:
            data["offset"] = self._confirmed + 1
        answer = await get_updates(self._bot, data, timeout)
        if not isinstance(answer, list):
            return None
        updates = [update for update in answer if isinstance(update, dict) and isinstance(update.get("update_id"), int)]
        if updates:
            confirm = max(update["update_id"] for update in updates)
            await self._reception.receive(updates, confirm=confirm)
            self._confirmed = confirm
        return len(updates)

    def _report(self, trouble: str) -> None:
        """One line when trouble starts or changes, one when it is over."""
        if trouble == self._trouble:
            return
        if trouble:
            logger.warning("fetching updates fails, trying again", extra={"reason": trouble})
        else:
            logger.info("fetching updates works again")
        self._trouble = trouble


async def get_updates(bot: Bot, data: Mapping[str, Any], timeout: int) -> Any:
    """The raw answer of ``getUpdates``."""
    return await bot.do_api_request(
        "getUpdates", api_kwargs=dict(data), read_timeout=timeout + 10, connect_timeout=10, pool_timeout=5
    )
