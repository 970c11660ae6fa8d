"""Figures for operators: what the process did and how long it took; counts only, nothing of anybody."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

Timed = Callable[[float], None]
"""Hears how many seconds something took."""


@dataclass(slots=True)
class Pulse:
    """When something last went well, on a clock that nobody can set."""

    _since: float | None = None

    def begin(self) -> None:
        """From now on it should go well."""
        self._since = time.monotonic()

    beat = begin
    """It went well."""

    def rest(self) -> None:
        """Another process does it now."""
        self._since = None

    @property
    def seconds(self) -> float | None:
        """Since it last went well, or else since it began; None when it is not ours to do."""
        return None if self._since is None else round(time.monotonic() - self._since, 1)


@dataclass(slots=True)
class Figures:
    """What this process did since its start; the web adapter shows them."""

    turn_seconds: Timed = lambda _: None
    handled: int = 0
    sent: int = 0
    content_version: str = ""
    reloads_refused: int = 0
    pages: Callable[[], int] | None = None
    """How many pages of the web chat are open here; None when it is off."""
    reload_trouble: str = ""
    """Why the last reload failed, without a word of the content; empty when the newest content is in use."""
    fetch: Pulse = field(default_factory=Pulse)
    """Fetching updates, or receiving them."""
    send: Pulse = field(default_factory=Pulse)

    def delivered(self) -> None:
        """A message arrived."""
        self.sent += 1
        self.send.beat()
