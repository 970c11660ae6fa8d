"""News that people asked for, and who asked."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.audience import Audience
from bot.domain.ids import Language, StaffKey, VisitorKey

KEPT_FOR = timedelta(days=365)
"""A yes counts for a year; then they are forgotten, and may ask again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """Somebody who said yes to news."""

    visitor: VisitorKey
    address: str
    lane: str
    language: Language
    audience: Audience | None
    until: datetime
    """Until when the yes counts."""

    def wants(self, now: datetime) -> bool:
        """Whether they still want to hear it."""
        return now < self.until

    def no_more(self, now: datetime) -> "Subscriber":
        """The same person, who wants it no longer: erased with the next purge."""
        return replace(self, until=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """One piece of news, in the words of staff."""

    id: str
    text: str
    by: StaffKey
    at: datetime
    audience: Audience | None = None
    """For whom; None: everybody."""
    begun: bool = False
    """Somebody said that it may go."""
    done: bool = False
    reached: str = ""
    """The last one it was sent to: it goes on behind them."""
    sent: int = 0
