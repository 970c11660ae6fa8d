"""Alive, ready, and how old the oldest waiting thing is. Counts only; no words, names or ids."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.adapters.web.metrics import Handoffs, Metrics
from bot.domain.errors import StoreUnavailable
from bot.service.ports import Clock, Store

OLD_AFTER_SECONDS = 120.0
"""An update that waits longer than this means that something is wrong."""


class Health:
    """Of one bot."""

    def __init__(
        self, store: Store, clock: Clock, metrics: Metrics, handoffs: Callable[[], Awaitable[Handoffs]]
    ) -> None:
        self._store = store
        self._clock = clock
        self._metrics = metrics
        self._handoffs = handoffs

    async def ready(self) -> dict[str, Any]:
        """Whether it can do its work, and what waits."""
        try:
            backlog = await self._store.backlog()
        except StoreUnavailable as error:
            return {"live": True, "ready": False, "reason": f"database: {error}"}
        oldest_update = self._age(backlog.oldest_update)
        pages = self._metrics.pages
        return {
            **({} if pages is None else {"web_chat": {"open_pages": pages}}),
            "live": True,
            "ready": oldest_update < OLD_AFTER_SECONDS,
            "updates": {
                "open": backlog.open_updates,
                "oldest_seconds": oldest_update,
                "set_aside": backlog.set_aside,
            },
            "messages": {
                "open": backlog.open_messages,
                "oldest_seconds": self._age(backlog.oldest_message),
                "refused": backlog.refused_messages,
            },
        }

    async def figures(self) -> bytes:
        """Everything for Prometheus."""
        try:
            backlog, handoffs = await self._store.backlog(), await self._handoffs()
        except StoreUnavailable:
            return self._metrics.text(None, (0, 0), self._age)
        return self._metrics.text(backlog, handoffs, self._age)

    def _age(self, moment: datetime | None) -> float:
        return 0.0 if moment is None else round(max(0.0, (self._clock() - moment).total_seconds()), 1)
