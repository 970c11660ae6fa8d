"""On which days nobody is there: public holidays, breaks, and days that the profile names itself."""

from datetime import UTC, date, datetime, timedelta

import holidays

from bot.adapters.content.fields import Fields

_HOLIDAYS = ("nl", "geen")
_LONGEST_BREAK, _LONG_BREAK = timedelta(days=366), timedelta(days=92)


def closed_days(fields: Fields, today: date | None = None) -> frozenset[date]:
    """All of them, this year and the next two."""
    today = today or datetime.now(UTC).date()
    closed = set(_single_days(fields, today))
    for pause in fields.maps("breaks", "deze vakantie"):
        pause.only(("name", "from", "to", "note"))
        pause.need("from", "to")
        pause.text("name")
        first, last = pause.day("from"), pause.day("to")
        if first is not None and last is not None and _can_be(pause, first, last, today):
            closed.update(first + timedelta(days=count) for count in range((last - first).days + 1))
    named = fields.text("holidays").lower()
    if named == "nl":
        # The calendar answers for the years it was asked; the program is restarted or reloaded more often than that.
        closed.update(holidays.country_holidays("NL", years=range(today.year - 1, today.year + 3)).keys())
    elif named and named not in _HOLIDAYS:
        fields.findings.error(
            fields.file,
            fields.line_of("holidays"),
            "feestdagen",
            f"'{named}' kennen we niet bij 'holidays'",
            "schrijf nl (dicht op Nederlandse feestdagen) of geen",
        )
    return frozenset(closed)


def _can_be(pause: Fields, first: date, last: date, today: date) -> bool:
    """Whether somebody could mean this; complains when not, and when it looks like another year."""
    if last < first or last - first > _LONGEST_BREAK:
        what = "eindigt voordat hij begint" if last < first else "duurt langer dan een jaar"
        pause.findings.error(
            pause.file, pause.line_of("to"), "vakantie", f"deze vakantie {what}", "kijk of de jaartallen kloppen"
        )
        return False
    if last < today:
        _doubt(pause, "to", "deze vakantie is al voorbij", "kijk of het jaartal klopt, of haal hem weg")
    elif last - first > _LONG_BREAK:
        _doubt(pause, "to", "deze vakantie duurt langer dan drie maanden", "kijk of de datums kloppen")
    return True


def _single_days(fields: Fields, today: date) -> list[date]:
    found = []
    for text in fields.names("closed_on"):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            fields.findings.error(
                fields.file,
                fields.line_of("closed_on"),
                "datum",
                f"'{text}' is geen datum",
                'schrijf hem als "2026-12-24"',
            )
            continue
        if day < today:
            _doubt(fields, "closed_on", f"{text} is al voorbij", "kijk of het jaartal klopt, of haal de dag weg")
        found.append(day)
    return found


def _doubt(fields: Fields, name: str, what: str, advice: str) -> None:
    fields.findings.warn(fields.file, fields.line_of(name), "voorbij", what, advice)
