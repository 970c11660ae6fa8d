"""How fast may we send: Telegram's limits as budgets, with room kept for alerts.

Telegram: about 30 messages a second overall, one a second to a private chat with short bursts, 20 a minute to a group
(Bot FAQ, "My bot is hitting limits"). Ours are a little lower. In a group some slots of each minute are reserved for
urgent messages: with priority alone alerts waited 26 to 45 seconds behind ordinary notices, with reserved slots none.

Moments here are seconds on a clock that only goes forward: whoever sets the machine's clock back must not stop us.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.effects import Priority
from bot.domain.ids import LaneKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Numbers of messages per period."""

    overall_per_second: int = 25
    private_burst: int = 3
    """Messages to one person at once; after that one a second."""
    group_per_minute: int = 18
    group_reserved: int = 3
    """Slots of a group's minute that only urgent messages may use."""
    group_alerts: int = 2
    """Slots above ``group_per_minute``, up to Telegram's own twenty, that only a crisis may use: lines of many talks
    fill all others."""


@dataclass(slots=True)
class _Person:
    tokens: float
    at: float


@dataclass(slots=True)
class Budget:
    """Remembers what was sent and tells whether the next may go."""

    limits: Limits = field(default_factory=Limits)
    _second: deque[float] = field(default_factory=deque)
    _groups: dict[LaneKey, deque[float]] = field(default_factory=dict)
    _people: dict[LaneKey, _Person] = field(default_factory=dict)

    def remember(self, sends: Iterable[tuple[LaneKey, bool, float]]) -> None:
        """Count sends of before a restart."""
        for destination, group, at in sends:
            self.spend(destination, group, at)

    def wait(self, destination: LaneKey, group: bool, priority: Priority, now: float) -> timedelta:
        """How long until this message may go; zero means now. A crisis answer to a person never waits for us."""
        if priority is Priority.CRISIS and not group:
            return timedelta(0)
        overall = self._wait_overall(now)
        own = self._wait_group(destination, priority, now) if group else self._wait_person(destination, now)
        return max(overall, own)

    def tight(self, destination: LaneKey, now: float) -> bool:
        """Whether a group has used more than half of its minute, so that merging helps."""
        window = self._window(destination, now)
        return len(window) * 2 > self.limits.group_per_minute - self.limits.group_reserved

    def spend(self, destination: LaneKey, group: bool, now: float) -> None:
        """Count one send."""
        self._second.append(now)
        if group:
            self._groups.setdefault(destination, deque()).append(now)
            return
        person = self._refilled(destination, now)
        person.tokens -= 1
        self._people[destination] = person
        if len(self._people) > 10_000:
            self._forget_rested(now)

    def _wait_overall(self, now: float) -> timedelta:
        _drop_before(self._second, now - _SECOND)
        if len(self._second) < self.limits.overall_per_second:
            return timedelta(0)
        return timedelta(seconds=self._second[-self.limits.overall_per_second] + _SECOND - now)

    def _wait_group(self, destination: LaneKey, priority: Priority, now: float) -> timedelta:
        window = self._window(destination, now)
        urgent = priority <= Priority.RELAY
        allowed = self.limits.group_per_minute - (0 if urgent else self.limits.group_reserved)
        allowed += self.limits.group_alerts if priority is Priority.CRISIS else 0
        return timedelta(0) if len(window) < allowed else timedelta(seconds=window[-allowed] + _MINUTE - now)

    def _wait_person(self, destination: LaneKey, now: float) -> timedelta:
        missing = 1 - self._refilled(destination, now).tokens
        return timedelta(seconds=max(0.0, missing))

    def _window(self, destination: LaneKey, now: float) -> deque[float]:
        window = self._groups.setdefault(destination, deque())
        _drop_before(window, now - _MINUTE)
        return window

    def _refilled(self, destination: LaneKey, now: float) -> _Person:
        person = self._people.get(destination)
        if person is None:
            return _Person(tokens=float(self.limits.private_burst), at=now)
        passed = max(0.0, now - person.at)
        return _Person(tokens=min(float(self.limits.private_burst), person.tokens + passed), at=now)

    def _forget_rested(self, now: float) -> None:
        full = self.limits.private_burst + 1
        self._people = {key: person for key, person in self._people.items() if now - person.at < full}


_SECOND = 1.0
_MINUTE = 60.0


def _drop_before(window: deque[float], moment: float) -> None:
    while window and window[0] <= moment:
        window.popleft()
