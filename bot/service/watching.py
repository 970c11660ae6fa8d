"""Looks whether things wait too long, and says so to people: a bot that is stuck must not be so in silence."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.domain.errors import StoreUnavailable
from bot.service.ports import Clock, Store

_LOOK_EVERY = 30.0
_OLD_UPDATE, _OLD_MESSAGE = timedelta(minutes=3), timedelta(minutes=10)
_SAY_AGAIN = timedelta(hours=1)

Cry = Callable[[str, int], Awaitable[None]]
"""Hears which sentence fits, and how many minutes something waits."""


class Watch:
    """Runs as one task."""

    def __init__(self, store: Store, clock: Clock, cry: Cry) -> None:
        self._store = store
        self._clock = clock
        self._cry = cry
        self._said: dict[str, datetime] = {}

    async def run(self) -> None:
        """Look every half minute."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            await self.look()

    async def look(self) -> None:
        """Say it once an hour for as long as it lasts."""
        now = self._clock()
        try:
            backlog = await self._store.backlog()
        except StoreUnavailable:
            await self._say("house-database-away", timedelta(0), now)
            return
        if backlog.oldest_update is not None and now - backlog.oldest_update > _OLD_UPDATE:
            await self._say("house-updates-old", now - backlog.oldest_update, now)
        if backlog.oldest_message is not None and now - backlog.oldest_message > _OLD_MESSAGE:
            await self._say("house-messages-old", now - backlog.oldest_message, now)

    async def _say(self, sentence: str, age: timedelta, now: datetime) -> None:
        said = self._said.get(sentence)
        # What was said "later than now" was said under a clock that was ahead.
        if said is None or not timedelta(0) <= now - said < _SAY_AGAIN:
            self._said[sentence] = now
            await self._cry(sentence, int(age.total_seconds() // 60))
