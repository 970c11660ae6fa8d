"""Telegram's flood limits: more than these, and the answer is 429 with ``retry_after``."""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.playground.errors import BotApiError


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodLimits:
    """Messages per period; ``None`` switches a limit off."""

    overall_per_second: int | None = 30
    private_burst: int | None = 5
    """A short burst to one person is tolerated; after that one a second."""
    group_per_minute: int | None = 20


@dataclass(slots=True)
class Flood:
    """Counts and refuses."""

    limits: FloodLimits
    _overall: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _people: dict[int, tuple[float, float]] = field(default_factory=dict)

    def check(self, chat: int, private: bool, now: float) -> None:
        """Count one message, or raise 429."""
        wait = max(self._wait_overall(now), self._wait_person(chat, now) if private else self._wait_group(chat, now))
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            raise BotApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
        self._overall.append(now)
        if private and self.limits.private_burst is not None:
            tokens, at = self._people.get(chat, (float(self.limits.private_burst), now))
            self._people[chat] = (min(self.limits.private_burst, tokens + now - at) - 1, now)
        elif not private:
            self._groups.setdefault(chat, deque()).append(now)

    def _wait_overall(self, now: float) -> float:
        while self._overall and self._overall[0] <= now - 1:
            self._overall.popleft()
        most = self.limits.overall_per_second
        return 0.0 if most is None or len(self._overall) < most else self._overall[0] + 1 - now

    def _wait_group(self, chat: int, now: float) -> float:
        window = self._groups.setdefault(chat, deque())
        while window and window[0] <= now - 60:
            window.popleft()
        most = self.limits.group_per_minute
        return 0.0 if most is None or len(window) < most else window[0] + 60 - now

    def _wait_person(self, chat: int, now: float) -> float:
        if self.limits.private_burst is None or chat not in self._people:
            return 0.0
        tokens, at = self._people[chat]
        return max(0.0, 1 - min(float(self.limits.private_burst), tokens + now - at))
