"""A case for colleagues to learn from: what a talk was about, told so that it is about nobody."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.audience import Audience
from bot.domain.ids import HandoffId, MessageId, StaffKey, VisitorKey

NOBODY = VisitorKey("")


class CaseStage(StrEnum):
    """How far a case is."""

    DRAFT = "draft"
    """One colleague is writing it, in the topic of the talk."""
    SHARED = "shared"
    """The team can read it; nothing in it leads back to the talk."""
    DISCUSSED = "discussed"
    GONE = "gone"
    """Thrown away; erased with the next purge."""


class CasePart(StrEnum):
    """What a card tells, in the order in which it is asked."""

    ASKED = "asked"
    TRIED = "tried"
    HELPED = "helped"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """One card. Only a draft knows whose talk it came from, so that it goes when that person wipes everything."""

    id: str
    at: datetime
    """When it was begun; of a card that was shared only the month is right."""
    theme: str = ""
    audience: Audience | None = None
    asked: str = ""
    tried: str = ""
    helped: str = ""
    question: str = ""
    stage: CaseStage = CaseStage.DRAFT
    number: int = 0
    """What the team calls it, from 1; 0 for a draft."""
    by: StaffKey | None = None
    """Who writes the draft."""
    talk: HandoffId | None = None
    visitor: VisitorKey = NOBODY
    to_ask: tuple[CasePart, ...] = tuple(CasePart)
    """Parts of a draft that are still asked for; the next line of its writer is the first."""
    message: MessageId | None = None
    """Where it stands in the group."""

    @property
    def waits_for(self) -> CasePart | None:
        """What the next line of its writer is."""
        return self.to_ask[0] if self.stage is CaseStage.DRAFT and self.to_ask else None

    def part(self, name: CasePart) -> str:
        """What it says about this."""
        return str(getattr(self, name))

    def with_part(self, name: CasePart, words: str) -> "CaseCard":
        """The card with this said."""
        match name:
            case CasePart.ASKED:
                said = replace(self, asked=words)
            case CasePart.TRIED:
                said = replace(self, tried=words)
            case CasePart.HELPED:
                said = replace(self, helped=words)
            case CasePart.QUESTION:
                said = replace(self, question=words)
        return said.without(name)

    def without(self, name: CasePart) -> "CaseCard":
        """The card of which this part is not asked for any more."""
        return replace(self, to_ask=tuple(part for part in self.to_ask if part is not name))

    def shared(self, number: int) -> "CaseCard":
        """For the team: cut loose from the talk, the person, the writer and the day."""
        month = self.at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        return replace(
            self,
            stage=CaseStage.SHARED,
            number=number,
            at=month,
            by=None,
            talk=None,
            visitor=NOBODY,
            to_ask=(),
        )

    def thrown_away(self) -> "CaseCard":
        """Nothing of it is left."""
        return CaseCard(id=self.id, at=self.at, stage=CaseStage.GONE)
