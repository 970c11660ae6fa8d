"""What is kept of talks with staff, alerts, colleagues and blocks: immutable values, written down sealed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.audience import Audience
from bot.domain.channel import Channel
from bot.domain.effects import Side, TopicPlace
from bot.domain.ids import (
    EntryId,
    FlowId,
    HandoffId,
    LaneKey,
    Language,
    MessageId,
    SealedAddress,
    StaffKey,
    TopicId,
    VisitorKey,
)
from bot.domain.inbound import Origin


class Status(StrEnum):
    """Where a handoff stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


class ClosedBy(StrEnum):
    """Who ended a talk."""

    STAFF = "staff"
    PERSON = "person"
    SILENCE = "silence"


class Weight(StrEnum):
    """How pressing a talk is for the team; danger goes before all of them."""

    HIGH = "hoog"
    NORMAL = "gewoon"
    LOW = "laag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """Pictures that were sent as one; Telegram brings each on its own."""

    name: str
    side: Side
    kind: str
    messages: tuple[MessageId, ...] = ()
    internal: bool = False
    """One of them says that it is for colleagues only: then all are."""
    without_captions: bool = False
    """A caption says who somebody is: the words went on apart, without that."""
    files: tuple[str, ...] = ()
    """What a channel that cannot copy needs to fetch each of them."""
    beside: str = ""
    """For such a channel: the words under them, as HTML."""
    asked: bool = False
    """The person was asked whether these may be passed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """One talk between a person and staff."""

    id: HandoffId
    alias: str
    visitor: VisitorKey
    address: SealedAddress
    lane: LaneKey
    audience: Audience | None
    language: Language
    asked_at: datetime
    status: Status = Status.WAITING
    urgent: bool = False
    weight: Weight = Weight.NORMAL
    theme: str = ""
    """What it is about, in the words of the content; never in those of the person."""
    subjects: tuple[str, ...] = ()
    """The same for rules: ``theme:…`` and ``flow:…``, by their ids."""
    summary: tuple[tuple[str, str], ...] = ()
    """What the person agreed to share: label and value; a question in their own words may be among them."""
    entry: EntryId | None = None
    topic: TopicId | None = None
    topic_key: str = ""
    card: MessageId | None = None
    claimer: StaffKey | None = None
    claimed_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: ClosedBy | None = None
    nudges: int = 0
    """How often the group was reminded that nobody took it."""
    waits_since: datetime | None = None
    """The oldest line of the person that nobody answered yet."""
    reply_nudged: bool = False
    last_staff_at: datetime | None = None
    last_person_at: datetime | None = None
    later_at: datetime | None = None
    """When a colleague wants to be reminded of it."""
    rests: bool = False
    """Until then nobody is asked why there is no answer; the person knows when one comes."""
    checked_in: bool = False
    allowed_kinds: tuple[str, ...] = ()
    """Kinds of media (photo, voice, place) of which the person was told that they are recognisable, and said yes."""
    albums: tuple[Album, ...] = ()
    """Pictures that belong together, as long as they are being gathered or wait for a yes."""
    closer: StaffKey | None = None
    """The colleague who ended it."""
    labels: tuple[str, ...] = ()
    """Words the team put on it, to find it again."""
    sent: tuple[EntryId, ...] = ()
    """Answers of the content that a colleague sent."""
    rating: int | None = None
    call_back: str = ""
    """The number on which the person asked to be called; gone when the talk closes."""
    left: bool = False
    """The person blocked the bot: nothing arrives any more."""
    channel: Channel = Channel.TELEGRAM

    @property
    def origin(self) -> Origin:
        """The person, as somebody to send to."""
        return Origin(
            visitor=self.visitor,
            address=self.address,
            lane=self.lane,
            language=self.language,
            channel=self.channel,
        )

    @property
    def place(self) -> TopicPlace:
        """Where in the group this talk is."""
        return TopicPlace(topic=self.topic, opened_by="" if self.topic is not None else self.topic_key)

    @property
    def live(self) -> bool:
        """Somebody waits or talks."""
        return self.status is not Status.CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A colleague in the staff group."""

    key: StaffKey
    name: str
    address: SealedAddress
    on_duty: bool | None = None
    """None: never said; counts as there during opening hours."""
    coordinator: bool = False
    languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    surname: str = ""
    """First letter of the last name, to tell two colleagues of one name apart."""
    gone: bool = False
    """No longer in the staff group."""
    told_in: str = ""
    """The talk of a colleague in which they last heard that their lines stay inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A warning about danger that somebody should see; holds no words and no name."""

    id: str
    at: datetime
    level: str
    category: str
    audience: str
    address: SealedAddress
    lane: LaneKey
    visitor: VisitorKey
    seen_by: StaffKey | None = None
    raised: int = 0
    times: int = 1
    """How often danger was heard from this person since nobody saw the first."""
    card: MessageId | None = None
    about_other: bool = False

    @property
    def origin(self) -> Origin:
        """Whose lane the reminder rings in."""
        return Origin(visitor=self.visitor, address=self.address, lane=self.lane)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Somebody may not ask for staff for a while; answers and help in danger stay."""

    visitor: VisitorKey
    until: datetime
    reason: str
    by: StaffKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The staff group as the bot last saw it."""

    forum: bool = True
    present: bool = True
    missing: tuple[str, ...] = ()
    away_since: datetime | None = None
    """Since when the bot cannot say anything there."""
    snippets: tuple[tuple[str, str], ...] = ()
    """Sentences the team wrote once to send often: name and text."""
    places: tuple[tuple[str, TopicId], ...] = ()
    """Topics of the team itself, by the name the team gave them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPass:
    """Lets one colleague play a flow once; does not say which colleague."""

    id: str
    flow: FlowId
    audience: Audience
    language: Language
    until: datetime
    used: bool = False
