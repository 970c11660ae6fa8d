"""What a process needs that does not think: the words of the bot and the profile, without what understands people."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import PROFILE_FILE, STATE_HOURS, packaged_content
from bot.adapters.content.strict_yaml import read_file
from bot.domain.errors import ContentError

if TYPE_CHECKING:
    from bot.dialogue.library import Library, Texts

Hears = Callable[[str], bool]
"""Whether there is danger in a text, without anything around it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The part of a library that is not about answering."""

    example: bool
    news: bool
    state_hours: int

    @property
    def texts(self) -> "Texts":
        """The sentences of the bot; only read when one is said."""
        from bot.adapters.content.texts import packaged_texts

        return packaged_texts()


def outline_of(library: "Library") -> Outline:
    """The same of a whole library."""
    profile = library.profile
    return Outline(profile.example, profile.news, profile.state_hours)


def load_outline(root: Path | None) -> Outline:
    """Of a content folder; raises ``ContentError`` when what is read of its profile is wrong."""
    findings = Findings()
    path = (root or packaged_content()) / PROFILE_FILE
    value = read_file(path, PROFILE_FILE, findings) if path.exists() else None
    if value is None and not findings.errors:
        return Outline(example=True, news=False, state_hours=STATE_HOURS[-1])
    if value is not None:
        fields = Fields(value, PROFILE_FILE, findings, what="het profiel")
        kept = fields.map("retention", "de bewaartermijnen")
        hours = kept.amount("conversation_state_hours", *STATE_HOURS) if kept is not None else STATE_HOURS[-1]
        found = Outline(fields.flag("example"), fields.flag("news"), hours)
    if findings.errors:
        raise ContentError("\n".join(str(finding) for finding in findings.errors))
    return found


def hears_when_needed(root: Path | None) -> Hears:
    """Learns what danger is when the first text comes: a process that only fetches needs it when nothing can be stored.

    Takes seconds the first time, and memory from then on; called outside the loop.
    """
    learning = Lock()
    known: list[Hears] = []

    def hears(text: str) -> bool:
        with learning:
            if not known:
                from bot.app.library import screen_of

                screen = screen_of(root)
                known.append(lambda heard: screen.assess(heard).level.alarming)
        return known[0](text)

    return hears
