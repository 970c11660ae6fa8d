"""The staff room between store and dialogue: records become a room, and a changed room becomes records."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from bot.dialogue.library import Profile
from bot.dialogue.staffroom.actions import needs_of_command
from bot.dialogue.staffroom.buttons import needs_of_press
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.deeplinks import TRIAL
from bot.domain.ids import HandoffId, MessageId, TopicId, VisitorKey
from bot.domain.inbound import (
    Arrival,
    CommandReceived,
    MessageSettled,
    StaffCommanded,
    StaffEdited,
    StaffPressed,
    StaffReacted,
    StaffWrote,
    TopicChanged,
    WaitExpired,
)
from bot.domain.news import Bulletin, Subscriber
from bot.domain.question import AcceptedPhrasing, Participant, UnansweredQuestion
from bot.domain.tally import Tally
from bot.handoff.case import CaseCard, CaseStage
from bot.handoff.record import Alert, Block, Group, Handoff, StaffMember, TrialPass
from bot.handoff.room import TALLIES, Record, Room
from bot.service.records import Kept

_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "handoff": TypeAdapter(Handoff),
    "staff": TypeAdapter(StaffMember),
    "alert": TypeAdapter(Alert),
    "block": TypeAdapter(Block),
    "group": TypeAdapter(Group),
    "question": TypeAdapter(UnansweredQuestion),
    "phrasing": TypeAdapter(AcceptedPhrasing),
    "participant": TypeAdapter(Participant),
    "trial": TypeAdapter(TrialPass),
    "case": TypeAdapter(CaseCard),
    "subscriber": TypeAdapter(Subscriber),
    "bulletin": TypeAdapter(Bulletin),
}
_PARTICIPANT_KEPT = timedelta(days=120)
"""Who asked to hear the outcome of a survey is forgotten after this, sent or not."""
KINDS = frozenset(_KINDS)
"""Of the records of the staff room."""
_CASE_KEPT = timedelta(days=366)
"""A card for intervision is forgotten after a year."""
_NEWS_KEPT = timedelta(days=30)
"""A piece of news that was written is forgotten after this, sent or not."""
_NEVER_CLOSED = timedelta(days=60)
"""A talk that nobody ever closed is forgotten after this."""


def read_record(kept: Kept) -> Record:
    """The record in a row; raises ``ValueError`` (pydantic) when it was written by something newer."""
    record: Record = _KINDS[kept.kind].validate_json(kept.content)
    return record


class Rooms:
    """One staff room during a batch; remembers what was read, so that only what changed is written."""

    def __init__(
        self, kept: Iterable[Kept], links: Mapping[MessageId, HandoffId], tallies: Sequence[Tally] = ()
    ) -> None:
        self._versions: dict[tuple[str, str], int] = {}
        self.learned = False
        """A phrasing was accepted in this batch."""
        room = Room(links=links, tallies=tuple(tallies))
        for row in kept:
            self._versions[row.kind, row.key] = row.version
            room = room.keep(read_record(row))
        self.room = room

    def changes(self, after: Room, profile: Profile) -> tuple[Kept, ...]:
        """What is different now; the room becomes the one of the next turn."""
        before, self.room = self.room, after
        self.learned |= after.phrasings is not before.phrasings
        changed = [
            *_different(before.handoffs, after.handoffs),
            *_different(before.staff, after.staff),
            *_different(before.alerts, after.alerts),
            *_different(before.blocks, after.blocks),
            *_different(before.questions, after.questions),
            *_different(before.phrasings, after.phrasings),
            *_different(before.participants, after.participants),
            *_different(before.trials, after.trials),
            *_different(before.cases, after.cases),
            *_different(before.subscribers, after.subscribers),
            *_different(before.bulletins, after.bulletins),
            *([after.group] if after.group != before.group else []),
        ]
        return tuple(self._kept(record, profile) for record in changed)

    def forget(self, visitor: VisitorKey) -> None:
        """Nothing of this person is in the room any more."""
        room = self.room
        self.room = replace(
            room,
            handoffs={key: h for key, h in room.handoffs.items() if h.visitor != visitor},
            alerts={key: a for key, a in room.alerts.items() if a.visitor != visitor},
            blocks={key: b for key, b in room.blocks.items() if key != visitor},
            questions={key: q for key, q in room.questions.items() if q.visitor != visitor},
            participants={key: p for key, p in room.participants.items() if p.visitor != visitor},
            cases={key: c for key, c in room.cases.items() if c.visitor != visitor},
            subscribers={key: s for key, s in room.subscribers.items() if key != visitor},
        )

    def _kept(self, record: Record, profile: Profile) -> Kept:
        row = _row(record, profile)
        version = self._versions.get((row.kind, row.key), 0) + 1
        self._versions[row.kind, row.key] = version
        return Kept(
            kind=row.kind,
            key=row.key,
            content=row.content,
            open=row.open,
            visitor=row.visitor,
            topic=row.topic,
            version=version,
            forget_at=row.forget_at,
        )


def _different(before: Mapping[Any, Record], after: Mapping[Any, Record]) -> list[Record]:
    return [record for key, record in after.items() if before.get(key) is not record and before.get(key) != record]


def _row(record: Record, profile: Profile) -> Kept:
    def content(kind: str) -> str:
        return _KINDS[kind].dump_json(record).decode("utf-8")

    match record:
        case Handoff():
            return Kept(
                kind="handoff",
                key=record.id,
                content=content("handoff"),
                open=record.live,
                visitor=record.visitor,
                topic=record.topic or 0,
                forget_at=_forget_talk(record, profile),
            )
        case StaffMember():
            return Kept(kind="staff", key=record.key, content=content("staff"), open=True)
        case Alert():
            return Kept(
                kind="alert",
                key=record.id,
                content=content("alert"),
                open=record.seen_by is None,
                visitor=record.visitor,
                forget_at=record.at + timedelta(days=profile.crisis_log_days),
            )
        case Block():
            return Kept(
                kind="block",
                key=record.visitor,
                content=content("block"),
                open=False,
                visitor=record.visitor,
                forget_at=record.until,
            )
        case UnansweredQuestion():
            return Kept(
                kind="question",
                key=record.id,
                content=content("question"),
                open=False,
                visitor=record.visitor,
                forget_at=record.at + timedelta(days=profile.question_days),
            )
        case AcceptedPhrasing():
            return Kept(kind="phrasing", key=record.id, content=content("phrasing"), open=False)
        case Participant():
            return Kept(
                kind="participant",
                key=record.id,
                content=content("participant"),
                open=False,
                visitor=record.visitor,
                forget_at=record.at + _PARTICIPANT_KEPT,
            )
        case TrialPass():
            return Kept(kind="trial", key=record.id, content=content("trial"), open=False, forget_at=record.until)
        case CaseCard():
            return Kept(
                kind="case",
                key=record.id,
                content=content("case"),
                open=record.stage is CaseStage.DRAFT,
                visitor=record.visitor,
                forget_at=_forget_case(record, profile),
            )
        case Subscriber():
            return Kept(
                kind="subscriber",
                key=record.visitor,
                content=content("subscriber"),
                open=False,
                visitor=record.visitor,
                forget_at=record.until,
            )
        case Bulletin():
            return Kept(
                kind="bulletin",
                key=record.id,
                content=content("bulletin"),
                open=False,
                forget_at=record.at + _NEWS_KEPT,
            )
        case Group():
            return Kept(kind="group", key="group", content=content("group"), open=True)


def _forget_talk(handoff: Handoff, profile: Profile) -> datetime:
    if handoff.closed_at is None:
        return handoff.asked_at + _NEVER_CLOSED
    # Later than the topic goes, also when the bot stood still for a weekend: its deletion needs its number.
    return handoff.closed_at + timedelta(days=profile.content_days + 3)


def _forget_case(card: CaseCard, profile: Profile) -> datetime:
    match card.stage:
        case CaseStage.DRAFT:
            # It belongs to the talk, and goes when that does.
            return card.at + timedelta(days=profile.content_days)
        case CaseStage.GONE:
            return card.at
        case _:
            return card.at + _CASE_KEPT


def kinds_of(arrivals: Iterable[Arrival]) -> frozenset[str]:
    """Kinds of closed records that these arrivals are about as a whole."""
    return _needed(arrivals) - {TALLIES}


def want_tallies(arrivals: Iterable[Arrival]) -> bool:
    """Whether these arrivals need the counts."""
    return TALLIES in _needed(arrivals)


def _needed(arrivals: Iterable[Arrival]) -> frozenset[str]:
    """What staff do says itself what it needs; the timers stand here."""
    found: set[str] = set()
    for arrival in arrivals:
        match arrival.inbound:
            case StaffCommanded(name=name):
                found |= needs_of_command(name)
            case StaffPressed(choice=choice):
                found |= needs_of_press(choice)
            case WaitExpired(alarm=Alarm(kind=AlarmKind.REPORT)):
                found |= {"question", "case", TALLIES}
            case WaitExpired(alarm=Alarm(kind=AlarmKind.NEWS)):
                found |= {"subscriber", "alert"}
            case _:
                continue
    return frozenset(found)


def topics_of(arrivals: Iterable[Arrival]) -> frozenset[TopicId]:
    """Topics these arrivals are about."""
    found = set()
    for arrival in arrivals:
        match arrival.inbound:
            case (
                StaffWrote(topic=topic)
                | StaffCommanded(topic=topic)
                | StaffPressed(topic=topic)
                | StaffEdited(topic=topic)
                | TopicChanged(topic=topic)
            ) if topic is not None:
                found.add(topic)
            case _:
                continue
    return frozenset(found)


def messages_of(arrivals: Iterable[Arrival]) -> frozenset[MessageId]:
    """Messages in the staff group whose handoff must be known."""
    found = set()
    for arrival in arrivals:
        match arrival.inbound:
            case StaffWrote(reply_to=message) | StaffCommanded(reply_to=message) if message is not None:
                found.add(message)
            case StaffEdited(message=message) | StaffReacted(message=message):
                found.add(message)
            case _:
                continue
    return frozenset(found)


def keys_of(arrivals: Iterable[Arrival], linked: Collection[HandoffId]) -> frozenset[str]:
    """Records these arrivals name themselves: in a timer, in a button, in a report."""
    found: set[str] = set(linked)
    for arrival in arrivals:
        match arrival.inbound:
            case WaitExpired(alarm=alarm):
                found.add(alarm.id)
            case StaffPressed(choice=choice):
                found.update(choice.split(":")[1:2])
            case MessageSettled(handoff=handoff):
                found.add(handoff)
            case CommandReceived(name="start", argument=argument) if argument.startswith(TRIAL):
                found.add(argument.removeprefix(TRIAL))
            case _:
                continue
    return frozenset(found)
