"""What a flow may look at outside itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.domain.audience import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a flow may look at outside itself."""

    language: str
    audience: Audience | None
    today: date
    open: bool
    day_in_words: Callable[[date], str]
