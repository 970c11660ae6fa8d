"""Alive, ready, and how old the oldest waiting thing is. Counts only; no words, names or ids."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.adapters.web.metrics import Handoffs, Metrics
from bot.domain.errors import StoreUnavailable
from bot.service.measuring import Figures
from bot.service.ports import Clock, Store

OLD_AFTER_SECONDS = 120.0
"""An update that waits longer than this means that something is wrong."""
SILENT_AFTER_SECONDS = 60.0
"""A fetch takes 30 seconds when there is nothing: without a good one for this long Telegram is not there."""
UNSENT_AFTER_SECONDS = 600.0
"""A message that waits this long while nothing is sent at all means that something is wrong."""


class Health:
    """Of one bot."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        metrics: Metrics,
        handoffs: Callable[[], Awaitable[Handoffs]],
        figures: Figures,
    ) -> None:
        self._store = store
        self._clock = clock
        self._metrics = metrics
        self._handoffs = handoffs
        self._figures = figures

    async def ready(self) -> dict[str, Any]:
        """Whether it can do its work, and what waits."""
        try:
            backlog = await self._store.backlog()
        except StoreUnavailable as error:
            return {"live": True, "ready": False, "reason": f"database: {error}"}
        oldest_update, oldest_message = self._age(backlog.oldest_update), self._age(backlog.oldest_message)
        fetched, sent = self._figures.fetch.seconds, self._figures.send.seconds
        reasons = [
            reason
            for reason, wrong in (
                ("updates: waiting too long", oldest_update >= OLD_AFTER_SECONDS),
                ("telegram: fetching fails", fetched is not None and fetched >= SILENT_AFTER_SECONDS),
                (
                    "telegram: sending fails",
                    oldest_message >= UNSENT_AFTER_SECONDS and sent is not None and sent >= UNSENT_AFTER_SECONDS,
                ),
            )
            if wrong
        ]
        pages = self._metrics.pages
        return {
            **({} if pages is None else {"web_chat": {"open_pages": pages}}),
            "live": True,
            "ready": not reasons,
            **({"reason": "; ".join(reasons)} if reasons else {}),
            "updates": {
                "open": backlog.open_updates,
                "oldest_seconds": oldest_update,
                "set_aside": backlog.set_aside,
            },
            "messages": {
                "open": backlog.open_messages,
                "oldest_seconds": oldest_message,
                "refused": backlog.refused_messages,
            },
            "telegram": {"seconds_since_fetch": fetched, "seconds_since_send": sent},
            "content": {
                "version": self._figures.content_version,
                "newest_in_use": not self._figures.reload_trouble,
                "trouble": self._figures.reload_trouble,
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
