"""Days as a calendar file (iCalendar, RFC 5545): all-day events with an alarm the morning before, and nothing about a
person.
"""

import hashlib
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.domain.documents import FlowPaper

_BEFORE = timedelta(hours=-15)
"""An all-day event begins at midnight: nine o'clock the day before."""


def calendar(document: FlowPaper) -> bytes:
    """One event for each line whose value is a day."""
    result = Calendar()
    result.add("prodid", "-//steunpuntbot//NL")
    result.add("version", "2.0")
    for label, value, _ in document.lines:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            continue
        event = Event()
        event.add("uid", hashlib.sha256(f"{document.title}/{label}/{value}".encode()).hexdigest()[:32])
        event.add("dtstamp", (document.made or datetime(day.year, day.month, day.day, tzinfo=UTC)).astimezone(UTC))
        event.add("summary", f"{document.title}: {label}")
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        if document.closing:
            event.add("description", document.closing)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"{document.title}: {label}")
        alarm.add("trigger", _BEFORE)
        event.add_component(alarm)
        result.add_component(event)
    return bytes(result.to_ical())
