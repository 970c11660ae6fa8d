"""The parts of the house that may run in processes of their own."""

from enum import StrEnum

from bot.domain.errors import SettingsError


class Role(StrEnum):
    """One part; on PostgreSQL any number of processes may have each."""

    INTAKE = "intake"
    """Takes updates in: one fetches, the others stand by; with a webhook all of them receive."""
    DESK = "desk"
    """Handles updates: as many as there are processors."""
    DELIVERY = "delivery"
    """Sends messages: one does, the others stand by, because Telegram's limits are per bot."""
    TIMERS = "timers"
    """Rings timers and forgets what is past its time."""


EVERYTHING = frozenset(Role)


def roles_of(written: str, *, sqlite: bool) -> frozenset[Role]:
    """Read ``--role``; raises ``SettingsError`` for what does not exist or cannot be."""
    names = [part.strip() for part in written.split(",") if part.strip()]
    if not names or names == ["all"]:
        return EVERYTHING
    unknown = [name for name in names if name not in tuple(Role)]
    if unknown:
        raise SettingsError(f"De rol '{unknown[0]}' bestaat niet. Kies uit: all, {', '.join(Role)}.")
    if sqlite:
        raise SettingsError(
            "Met SQLite doet één proces alles. Laat --role weg, of gebruik PostgreSQL (zie docs/operator.md)."
        )
    return frozenset(Role(name) for name in names)
