"""Moments as staff write them: ``30``, ``2 uur``, ``morgen 9.00``, ``maandag 13.30``."""

import re
from datetime import datetime, timedelta

_AFTER = re.compile(r"(\d{1,3})\s*(m|min|minuten|u|uur|d|dag|dagen)?", re.IGNORECASE)
_DAY = re.compile(
    r"(morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
    r"(?:\s+(?:om\s+)?(\d{1,2})(?:[.:](\d{2}))?(?:\s*uur)?)?",
    re.IGNORECASE,
)
_UNITS = {"m": timedelta(minutes=1), "u": timedelta(hours=1), "d": timedelta(days=1)}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def moment_of(written: str, now: datetime) -> datetime | None:
    """The moment in these words, on the clock of the steunpunt; a weekday is the next one, never today."""
    on_a_day = _DAY.fullmatch(written.strip())
    if on_a_day is not None:
        hour, minute = int(on_a_day[2] or 9), int(on_a_day[3] or 0)
        if hour > 23 or minute > 59:
            return None
        word = on_a_day[1].lower()
        days = {"morgen": 1, "overmorgen": 2}.get(word, 0) or (_WEEKDAYS.index(word) - now.weekday() - 1) % 7 + 1
        return (now + timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)
    after = _AFTER.fullmatch(written.strip())
    if after is None or int(after[1]) == 0:
        return None
    return now + int(after[1]) * _UNITS[(after[2] or "m")[0].lower()]
