"""Documents as values: what to make, and its words. Nothing is drawn in a turn, only when its message leaves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import DUTCH, Language


class Document:
    """Something that is made when its message leaves; it says all that its maker must know."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TextFile(Document):
    """Plain text: there is nothing to draw."""

    text: str


class PaperKind(StrEnum):
    """What a flow can make of its answers."""

    SHEET = "sheet"
    """One page to take along: the answers, and room for what is agreed."""
    CARD = "card"
    """Small: what I want to say."""
    PICTURE = "picture"
    """To talk about together."""
    CALENDAR = "calendar"
    """Days for one's own calendar."""
    LETTER = "letter"
    """To send to somebody, in Dutch; ``closing`` is the letter."""


_NAMES = {
    PaperKind.SHEET: ("gespreksblad.pdf", "talk.pdf"),
    PaperKind.CARD: ("mijn-kaart.pdf", "my-card.pdf"),
    PaperKind.PICTURE: ("praatplaat.png", "talking-picture.png"),
    PaperKind.LETTER: ("brief.pdf", "letter.pdf"),
    PaperKind.CALENDAR: ("datums.ics", "dates.ics"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPaper(Document):
    """What a flow makes of its answers: label, value, and for a scale its number."""

    kind: PaperKind
    title: str
    lines: tuple[tuple[str, str, int | None], ...]
    closing: str
    language: Language
    made: datetime | None = None
    """When it was asked for."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return _NAMES[self.kind][0 if self.language == DUTCH else 1]
