"""Figures for operators: what the process did and how long it took; counts only, nothing of anybody."""

from collections.abc import Callable
from dataclasses import dataclass

Timed = Callable[[float], None]
"""Hears how many seconds something took."""


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
