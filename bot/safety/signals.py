"""Signals: what the screen looks for, as content that experts can read and approve."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.safety.assessment import Category, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regular expression over read text (plain lower-case words), and what it means when it is found."""

    id: str
    category: Category
    level: Level
    expression: re.Pattern[str]
    about_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """A turn of phrase that means no danger ("ik verveel me dood"); it is taken out before anything else looks."""

    id: str
    expression: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence and how it must be taken: for learning and for checking."""

    text: str
    level: Level
    category: Category | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """All signal content in one version."""

    patterns: tuple[Pattern, ...] = ()
    masks: tuple[Mask, ...] = ()
    examples: tuple[Example, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each example stands (``file:line``), for findings."""
