"""The staff room: every live talk, alert and colleague as one value that turns change by making a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.ids import HandoffId, MessageId, StaffKey, TopicId, VisitorKey
from bot.domain.news import Bulletin, Subscriber
from bot.domain.question import AcceptedPhrasing, Participant, UnansweredQuestion
from bot.domain.tally import Tally
from bot.handoff.case import CaseCard
from bot.handoff.record import Alert, Block, Group, Handoff, StaffMember, Status, TrialPass, Weight

Record = (
    Handoff
    | StaffMember
    | Alert
    | Block
    | Group
    | UnansweredQuestion
    | AcceptedPhrasing
    | Participant
    | TrialPass
    | CaseCard
    | Subscriber
    | Bulletin
)


TALLIES = "tallies"
"""Named beside kinds of records by what also needs the counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What staff and the house know at this moment."""

    group: Group = field(default_factory=Group)
    handoffs: Mapping[HandoffId, Handoff] = field(default_factory=dict)
    staff: Mapping[StaffKey, StaffMember] = field(default_factory=dict)
    alerts: Mapping[str, Alert] = field(default_factory=dict)
    blocks: Mapping[VisitorKey, Block] = field(default_factory=dict)
    questions: Mapping[str, UnansweredQuestion] = field(default_factory=dict)
    """Questions that were passed on; only there when a turn needs them, like the next two."""
    phrasings: Mapping[str, AcceptedPhrasing] = field(default_factory=dict)
    participants: Mapping[str, Participant] = field(default_factory=dict)
    trials: Mapping[str, TrialPass] = field(default_factory=dict)
    """Ways in to play a flow; only there when a turn needs them."""
    cases: Mapping[str, CaseCard] = field(default_factory=dict)
    """Drafts of cards for intervision, and the others when a turn needs them."""
    subscribers: Mapping[VisitorKey, Subscriber] = field(default_factory=dict)
    """Who asked for news; the person of this turn, and all of them when a turn needs them."""
    bulletins: Mapping[str, Bulletin] = field(default_factory=dict)
    tallies: tuple[Tally, ...] = ()
    """Counts of the last year, when a turn needs them."""
    links: Mapping[MessageId, HandoffId] = field(default_factory=dict)
    """Messages in the staff group that belong to a handoff, as far as this turn may need them."""

    def keep(self, record: Record) -> Room:
        """The room with this record put in or replaced."""
        match record:
            case Handoff():
                return replace(self, handoffs={**self.handoffs, record.id: record})
            case StaffMember():
                return replace(self, staff={**self.staff, record.key: record})
            case Alert():
                return replace(self, alerts={**self.alerts, record.id: record})
            case Block():
                return replace(self, blocks={**self.blocks, record.visitor: record})
            case Group():
                return replace(self, group=record)
            case UnansweredQuestion():
                return replace(self, questions={**self.questions, record.id: record})
            case AcceptedPhrasing():
                return replace(self, phrasings={**self.phrasings, record.id: record})
            case Participant():
                return replace(self, participants={**self.participants, record.id: record})
            case TrialPass():
                return replace(self, trials={**self.trials, record.id: record})
            case CaseCard():
                return replace(self, cases={**self.cases, record.id: record})
            case Subscriber():
                return replace(self, subscribers={**self.subscribers, record.visitor: record})
            case Bulletin():
                return replace(self, bulletins={**self.bulletins, record.id: record})

    def of(self, visitor: VisitorKey) -> Handoff | None:
        """The live talk of this person, else the one closed last."""
        own = [handoff for handoff in self.handoffs.values() if handoff.visitor == visitor]
        own.sort(key=lambda handoff: (handoff.live, handoff.closed_at or handoff.asked_at))
        return own[-1] if own else None

    def live(self, visitor: VisitorKey) -> Handoff | None:
        """The live talk of this person."""
        handoff = self.of(visitor)
        return handoff if handoff is not None and handoff.live else None

    def at(self, topic: TopicId | None, reply_to: MessageId | None) -> Handoff | None:
        """The talk of a topic; in a group without topics the one a message replies to."""
        if topic is not None:
            for handoff in self.handoffs.values():
                if handoff.topic == topic:
                    return handoff
        if reply_to is not None:
            for handoff in self.handoffs.values():
                if handoff.card == reply_to:
                    return handoff
        linked = self.links.get(reply_to) if reply_to is not None else None
        return self.handoffs.get(linked) if linked is not None else None

    def queue(self) -> tuple[Handoff, ...]:
        """Who waits, the next one first: danger before others, then by weight, then the longest waiting."""
        waiting = [handoff for handoff in self.handoffs.values() if handoff.status is Status.WAITING]
        return tuple(sorted(waiting, key=_turn))

    def place_in_queue(self, handoff: Handoff) -> int:
        """1 for who is next; 0 when not waiting."""
        for number, waiting in enumerate(self.queue(), 1):
            if waiting.id == handoff.id:
                return number
        return 0

    def claimed_by(self, key: StaffKey) -> tuple[Handoff, ...]:
        """Live talks of one colleague."""
        return tuple(h for h in self.handoffs.values() if h.status is Status.CLAIMED and h.claimer == key)

    def aliases(self) -> frozenset[str]:
        """Names in use."""
        return frozenset(handoff.alias for handoff in self.handoffs.values())

    def blocked(self, visitor: VisitorKey, now: datetime) -> Block | None:
        """A block that still holds."""
        block = self.blocks.get(visitor)
        return block if block is not None and block.until > now else None


def _turn(handoff: Handoff) -> tuple[bool, int, datetime, str]:
    return not handoff.urgent, list(Weight).index(handoff.weight), handoff.asked_at, handoff.id
