"""What a message can be about: an entry, a kind of small talk, or something that is not for us."""

from dataclasses import dataclass

from bot.domain.audience import Audience

ENTRY, SMALLTALK, NOT_FOR_US = "entry", "smalltalk", "not_for_us"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A class of the classifier; ``kind`` is ENTRY, SMALLTALK or NOT_FOR_US."""

    kind: str
    id: str
    audiences: frozenset[Audience] = frozenset(Audience)
    delicate: bool = False
