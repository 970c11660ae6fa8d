"""Signals: what the screen looks for, as content that experts can read and approve."""

import re
from dataclasses import dataclass

from bot.safety.assessment import Category, Level
from bot.safety.word_groups import WordGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regular expression over read text (plain lower-case words), and what it means when it is found."""

    id: str
    category: Category
    level: Level
    expression: re.Pattern[str]
    topic: bool = False
    """Whether people also say this of a book, a game or a rule."""
    always: bool = False
    """Alarms by itself; any other pattern only makes the screen more attentive to what the examples say."""


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
    style: str = ""
    """How it is said: ``direct``, ``indirect``, ``slang``, ``long``…; for measuring, not for judging."""
    voice: str = ""
    """Who speaks; the editors' own examples have none. A voice is left out as a whole when the screen is measured."""
    language: str = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """All signal content in one version."""

    patterns: tuple[Pattern, ...] = ()
    masks: tuple[Mask, ...] = ()
    examples: tuple[Example, ...] = ()
    groups: tuple[WordGroup, ...] = ()
