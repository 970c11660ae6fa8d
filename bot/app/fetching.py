"""Fetching updates, and noting when that last went well."""

from telegram import Bot

from bot.adapters.telegram.intake import LONG_POLL_SECONDS, Intake, Reception
from bot.service.measuring import Pulse
from bot.service.ports import Store


class NotedIntake(Intake):
    """An intake whose pulse can be felt."""

    def __init__(self, bot: Bot, store: Store, reception: Reception, pulse: Pulse) -> None:
        super().__init__(bot, store, reception)
        self._pulse = pulse

    async def fetch_once(self, timeout: int = LONG_POLL_SECONDS) -> int | None:
        """One request; it went well when the answer was a list and everything in it was stored."""
        fetched = await super().fetch_once(timeout)
        if fetched is not None:
            self._pulse.beat()
        return fetched

    async def run(self) -> None:
        """Fetch for ever; whoever stops is no longer asked how it goes."""
        self._pulse.begin()
        try:
            await super().run()
        finally:
            self._pulse.rest()
