"""Alarms: what a turn wants to be woken for later, as a kind and what it is about."""

from dataclasses import dataclass
from enum import StrEnum


class AlarmKind(StrEnum):
    """What an alarm is for; the values stand in rows of timers, so they stay."""

    GATHER = "rest"
    """The rest of a question may still come."""
    ALBUM = "album"
    """The parts of an album may still come."""
    WAITING = "wachten"
    """Nobody took the talk yet."""
    ANSWER = "antwoord"
    """The person waits for an answer of the colleague who has the talk."""
    SILENCE = "stil"
    """The person says nothing for a day."""
    FORGET = "vergeten"
    """All about the talk goes."""
    LATER = "straks"
    """A colleague let the talk rest until now."""
    DANGER = "signaal"
    """Nobody acknowledged a warning yet."""
    REMINDER = "herinner"
    """A flow promised one later message."""
    REPORT = "rapport"
    """The figures of Monday."""
    NEWS = "nieuws"
    """The next ones get the news."""


@dataclass(frozen=True, slots=True, order=True)
class Alarm:
    """One alarm of a lane; a second one that is equal replaces the first."""

    kind: AlarmKind
    id: str = ""
    """What it is about: a talk, a warning, a flow, a piece of news."""
    part: str = ""
    """For a reminder: the step of the flow."""

    @property
    def name(self) -> str:
        """Unique in its lane."""
        return ":".join(filter(None, (self.kind, self.id, self.part)))
