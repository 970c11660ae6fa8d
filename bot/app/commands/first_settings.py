"""What ``init`` asks somebody who sits at the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass

Ask = Callable[[str], str]
"""Shows a question and gives back what was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSettings:
    """What somebody told; empty for what they skipped."""

    token: str = ""
    group: int | None = None
    content: str = ""
