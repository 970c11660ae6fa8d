"""Opening hours: is somebody there now, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Hours per weekday (Monday is 0) in local time; ``always`` for day and night."""

    always: bool = False
    days: Mapping[int, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    closed_on: frozenset[date] = frozenset()

    def open_until(self, now: datetime) -> time | None:
        """Closing time when open at ``now`` (local); None when closed, and None when open day and night."""
        if self.always or now.date() in self.closed_on:
            return None
        for start, end in self.days.get(now.weekday(), ()):
            # Midnight is written as the last moment of the day, and that one counts.
            if start <= now.time() and (now.time() < end or end == time.max):
                return end
        return None

    def is_open(self, now: datetime) -> bool:
        """Whether somebody is there at ``now`` (local)."""
        return self.always or self.open_until(now) is not None

    def next_opening(self, now: datetime) -> datetime | None:
        """The next moment somebody is there, looking three weeks ahead; None when there is none or open always."""
        if self.always:
            return None
        for ahead in range(22):
            day = now.date() + timedelta(days=ahead)
            if day in self.closed_on:
                continue
            for start, _ in self.days.get(day.weekday(), ()):
                moment = datetime.combine(day, start, tzinfo=now.tzinfo)
                if moment > now:
                    return moment
        return None
