"""Timers that are due become updates; what is past its time is forgotten. A restart changes nothing."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.errors import StoreUnavailable
from bot.service.ports import Clock, Store

logger = logging.getLogger(__name__)

_LOOK_EVERY = 0.5
_PURGE_EVERY = timedelta(minutes=10)


class Timekeeper:
    """Runs as one task."""

    def __init__(self, store: Store, clock: Clock, *, rang: Callable[[], None]) -> None:
        """``rang`` is called when a timer entered the inbox."""
        self._store = store
        self._clock = clock
        self._rang = rang
        self._purged: datetime | None = None

    async def run(self) -> None:
        """Look twice a second: somebody who types in pieces waits for it."""
        while True:
            await self.look()
            await asyncio.sleep(_LOOK_EVERY)

    async def look(self) -> None:
        """Ring what is due; forget every ten minutes what is past its time."""
        now = self._clock()
        try:
            if await self._store.ring(now):
                self._rang()
            # A purge "later than now" was made under a clock that was ahead.
            if self._purged is None or not timedelta(0) <= now - self._purged < _PURGE_EVERY:
                await self._store.purge(now)
                self._purged = now
        except StoreUnavailable as error:
            logger.warning("timers cannot be read, trying again", extra={"reason": str(error)})
