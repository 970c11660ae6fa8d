"""Days as a calendar file (iCalendar, RFC 5545): all-day events, nothing about a person."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from bot.domain.documents import FlowPaper


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
        event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
        event.add("summary", f"{document.title}: {label}")
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        if document.closing:
            event.add("description", document.closing)
        result.add_component(event)
    return bytes(result.to_ical())
