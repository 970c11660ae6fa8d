"""Who was wiped, kept outside the copies: so that a copy of before does not bring anybody back.

Two keyed hashes a line, which say nothing without the database and its key, and the day; as long as a copy may live.
"""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

KEPT_FOR = timedelta(days=16)
"""Copies live fourteen days; a little longer, because a clock or a timer may be late."""

Wiped = tuple[str, str]
"""Visitor and lane."""


def wiped_file(database: Path) -> Path:
    """Beside the database, under a name that is not taken for a part of it."""
    return database.with_name(f"gewist-{database.stem}.txt")


def read_wiped(database: Path) -> list[Wiped]:
    """All that are still kept; empty when nobody was wiped."""
    return [wiped for _, wiped in _lines(wiped_file(database))]


def note_wiped(database: Path, wiped: list[Wiped]) -> None:
    """Written down before the wipe is committed: one line too many harms nobody, one too few does."""
    if not wiped:
        return
    today = datetime.now(UTC).date()
    kept = [(day, one) for day, one in _lines(wiped_file(database)) if today - day <= KEPT_FOR and one not in wiped]
    path = wiped_file(database)
    fresh = path.with_suffix(".part")
    with suppress(FileNotFoundError):
        fresh.unlink()
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        for day, (visitor, lane) in [*kept, *((today, one) for one in wiped)]:
            file.write(f"{day.isoformat()} {visitor} {lane}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _lines(path: Path) -> list[tuple[date, Wiped]]:
    try:
        text = path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    found = []
    for line in text.splitlines():
        parts = line.split()
        if len(parts) == 3:
            with suppress(ValueError):
                found.append((date.fromisoformat(parts[0]), (parts[1], parts[2])))
    return found
