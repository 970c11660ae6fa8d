"""The outcome of the safety screen."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How serious; the values are those of ``ask --json``."""

    NONE = "none"
    CONCERN = "concern"
    CRISIS = "crisis"
    ACUTE = "acute"

    @property
    def alarming(self) -> bool:
        """Whether the crisis answer goes out and staff are warned."""
        return self in (Level.CRISIS, Level.ACUTE)


class Category(StrEnum):
    """What it is about."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    UNSAFE_HOME = "unsafe_home"
    SEXUAL_VIOLENCE = "sexual_violence"
    ACUTE_DANGER = "acute_danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the screen makes of one text; ``reasons`` are names of signals, never the person's words."""

    level: Level = Level.NONE
    category: Category | None = None
    about_other: bool = False
    """The text seems to be about somebody else (a friend, a sister)."""
    reasons: tuple[str, ...] = ()
    by_likeness: bool = False
    """No rule was found; the whole is only like the examples."""


CALM = Assessment()
"""Nothing alarming."""
