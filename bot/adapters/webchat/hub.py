"""Wakes pages that wait for something new; holds nothing but who waits."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey
from bot.service.visits import Visits

_AGAIN_AFTER = 1.0


class Listener:
    """One page that waits."""

    def __init__(self) -> None:
        self.over = False
        """It must go: the house closes, or the visit has too many of them."""
        self._news = asyncio.Event()

    def wake(self) -> None:
        """There may be something new."""
        self._news.set()

    def end(self) -> None:
        """Let it go."""
        self.over = True
        self._news.set()

    async def wait(self, seconds: float) -> bool:
        """Whether there was news in time."""
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return False
        self._news.clear()
        return True


class Hub:
    """Of one house; ``bell`` rings when another process wrote in a mailbox."""

    def __init__(self, visits: Visits) -> None:
        self._visits = visits
        self._waiting: dict[LaneKey, dict[Listener, None]] = {}
        self._newest = 0
        self._closed = False
        self.bell = asyncio.Event()

    @property
    def pages(self) -> int:
        """How many pages wait now."""
        return sum(len(listeners) for listeners in self._waiting.values())

    def wake(self, lane: LaneKey) -> None:
        """Something new for this visit."""
        for listener in self._waiting.get(lane, ()):
            listener.wake()

    def close(self) -> None:
        """Let every page that waits go; they ask again, perhaps from another process."""
        self._closed = True
        for listeners in self._waiting.values():
            for listener in listeners:
                listener.end()

    @contextmanager
    def listening(self, lane: LaneKey, *, most: int = 100) -> Iterator[Listener]:
        """Somebody who waits; the oldest of the visit goes when there are too many."""
        listener = Listener()
        if self._closed:
            listener.end()
        listeners = self._waiting.setdefault(lane, {})
        listeners[listener] = None
        if len(listeners) > most:
            next(iter(listeners)).end()
        try:
            yield listener
        finally:
            listeners.pop(listener, None)
            if not listeners and self._waiting.get(lane) is listeners:
                del self._waiting[lane]

    async def run(self) -> None:
        """Pass on what other processes wrote."""
        while True:
            await self.bell.wait()
            self.bell.clear()
            if not self._waiting:
                continue
            try:
                lanes, self._newest = await self._visits.stirred(self._newest)
            except StoreUnavailable:
                await asyncio.sleep(_AGAIN_AFTER)
                self.bell.set()
                continue
            for lane in lanes:
                self.wake(lane)
