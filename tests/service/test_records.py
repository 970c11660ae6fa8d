"""What is kept of the staff room: which rows are always there, when each goes, and what is written again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue.library import Profile
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, EntryId, FlowId, HandoffId, LaneKey, SealedAddress, StaffKey, TopicId, VisitorKey
from bot.domain.news import Bulletin, Subscriber
from bot.domain.question import AcceptedPhrasing, Missed, Participant, UnansweredQuestion
from bot.handoff.case import CaseCard, CaseStage
from bot.handoff.record import Alert, Block, Group, Handoff, StaffMember, Status, TrialPass
from bot.handoff.room import Record, Room
from bot.service.records import Kept
from bot.service.staffroom import Rooms, read_record

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
PERSON, OTHER = VisitorKey("p"), VisitorKey("q")
PROFILE = Profile(name="x", phone="1", email="a@b.example", crisis_log_days=40, question_days=11, content_days=7)


def handoff(**changes: object) -> Handoff:
    talk = Handoff(
        id=HandoffId("h"), alias="Groene Otter 41", visitor=PERSON, address=SealedAddress("s"), lane=LaneKey("l"),
        audience=Audience.PARENT, language=DUTCH, asked_at=NOW, topic=TopicId(7),
    )  # fmt: skip
    return replace(talk, **changes)  # type: ignore[arg-type]  # each test names fields that are there


def alert(**changes: object) -> Alert:
    made = Alert(id="a", at=NOW, level="crisis", category="suicide", audience="ouder", address=SealedAddress("s"),
                 lane=LaneKey("l"), visitor=PERSON)  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # as above


STAFF = StaffMember(key=StaffKey("k"), name="Anouk", address=SealedAddress("s"))
BLOCK = Block(visitor=PERSON, until=NOW + timedelta(days=3), reason="r", by=StaffKey("k"))
QUESTION = UnansweredQuestion(id="v", text="t", at=NOW, missed=Missed.NONE, visitor=PERSON)
PHRASING = AcceptedPhrasing(id="f", entry=EntryId("e"), language=DUTCH, text="t", at=NOW)
SURVEYED = Participant(
    id="d", flow="f", visitor=PERSON, address="a", lane="l", language=DUTCH, audience="ouder", at=NOW
)
TRIAL = TrialPass(id="t", flow=FlowId("f"), audience=Audience.YOUTH, language=DUTCH, until=NOW + timedelta(hours=1))
CASE = CaseCard(id="c", at=NOW, asked="t", by=StaffKey("k"), talk=HandoffId("h"), visitor=PERSON)
READER = Subscriber(visitor=PERSON, address="a", lane="l", language=DUTCH, audience=Audience.YOUTH,
                    until=NOW + timedelta(days=365))  # fmt: skip
NEWS = Bulletin(id="n", text="t", by=StaffKey("k"), at=NOW)

ROWS: list[tuple[Record, str, str, bool, str, int, datetime | None]] = [
    (handoff(), "handoff", "h", True, "p", 7, NOW + timedelta(days=60)),
    (handoff(topic=None), "handoff", "h", True, "p", 0, NOW + timedelta(days=60)),
    (handoff(status=Status.CLAIMED), "handoff", "h", True, "p", 7, NOW + timedelta(days=60)),
    (handoff(status=Status.CLOSED, closed_at=NOW + timedelta(days=1)),
     "handoff", "h", False, "p", 7, NOW + timedelta(days=11)),
    (alert(), "alert", "a", True, "p", 0, NOW + timedelta(days=40)),
    (alert(seen_by=StaffKey("k")), "alert", "a", False, "p", 0, NOW + timedelta(days=40)),
    (STAFF, "staff", "k", True, "", 0, None),
    (BLOCK, "block", "p", False, "p", 0, NOW + timedelta(days=3)),
    (QUESTION, "question", "v", False, "p", 0, NOW + timedelta(days=11)),
    (PHRASING, "phrasing", "f", False, "", 0, None),
    (SURVEYED, "participant", "d", False, "p", 0, NOW + timedelta(days=120)),
    (TRIAL, "trial", "t", False, "", 0, NOW + timedelta(hours=1)),
    (CASE, "case", "c", True, "p", 0, NOW + timedelta(days=7)),
    (CASE.shared(3), "case", "c", False, "", 0, datetime(2027, 11, 2, tzinfo=UTC)),
    (replace(CASE.shared(3), stage=CaseStage.DISCUSSED), "case", "c", False, "", 0, datetime(2027, 11, 2, tzinfo=UTC)),
    (CASE.thrown_away(), "case", "c", False, "", 0, NOW),
    (READER, "subscriber", "p", False, "p", 0, NOW + timedelta(days=365)),
    (READER.no_more(NOW), "subscriber", "p", False, "p", 0, NOW),
    (NEWS, "bulletin", "n", False, "", 0, NOW + timedelta(days=30)),
    (Group(forum=False), "group", "group", True, "", 0, None),
]  # fmt: skip


def written(record: Record, *earlier: Kept) -> Kept:
    rooms = Rooms(earlier, {})
    (row,) = rooms.changes(rooms.room.keep(record), PROFILE)
    return row


@pytest.mark.parametrize(("record", "kind", "key", "always", "visitor", "topic", "goes"), ROWS)
def test_each_kind_of_row(
    record: Record, kind: str, key: str, always: bool, visitor: str, topic: int, goes: datetime | None
) -> None:
    row = written(record)
    assert (row.kind, row.key, row.open, row.visitor, row.topic, row.forget_at) == (
        kind,
        key,
        always,
        visitor,
        topic,
        goes,
    )
    assert row.version == 1
    assert read_record(row) == record


def test_every_writing_has_the_next_version() -> None:
    first = written(STAFF)
    second = written(replace(STAFF, name="Bram"), first)
    assert (first.version, second.version) == (1, 2)
    rooms = Rooms([second], {})
    versions = []
    for name in ("a", "b"):
        (row,) = rooms.changes(rooms.room.keep(replace(STAFF, name=name)), PROFILE)
        versions.append(row.version)
    assert versions == [3, 4]


def test_only_what_is_different_is_written() -> None:
    rooms = Rooms([written(record) for record in (handoff(), alert(), STAFF, BLOCK, Group(forum=False))], {})
    same = rooms.room
    for record in (handoff(), alert(), STAFF, BLOCK, Group(forum=False)):
        same = same.keep(replace(record))
    assert rooms.changes(same, PROFILE) == ()
    changed = rooms.changes(same.keep(alert(raised=1)).keep(Group()), PROFILE)
    assert [(row.kind, row.version) for row in changed] == [("alert", 2), ("group", 2)]


def test_a_batch_remembers_whether_it_learned_something() -> None:
    rooms = Rooms((), {})
    rooms.changes(rooms.room.keep(STAFF), PROFILE)
    assert not rooms.learned
    rooms.changes(rooms.room.keep(PHRASING), PROFILE)
    assert rooms.learned
    rooms.changes(rooms.room.keep(STAFF), PROFILE)
    assert rooms.learned


def test_of_a_person_nothing_stays_and_of_others_everything() -> None:
    mine: list[Record] = [handoff(), alert(), BLOCK, QUESTION, SURVEYED, CASE, READER]
    others: list[Record] = [
        handoff(id=HandoffId("i"), visitor=OTHER), alert(id="b", visitor=OTHER), replace(BLOCK, visitor=OTHER),
        replace(QUESTION, id="w", visitor=OTHER), replace(SURVEYED, id="g", visitor=OTHER),
        replace(CASE, id="x", visitor=OTHER), replace(CASE, id="y").shared(1), replace(READER, visitor=OTHER), NEWS,
    ]  # fmt: skip
    untouched: list[Record] = [STAFF, PHRASING, TRIAL]
    rooms = Rooms([written(record) for record in (*mine, *others, *untouched)], {})
    rooms.forget(PERSON)
    expected = Room()
    for record in (*others, *untouched):
        expected = expected.keep(record)
    assert rooms.room == expected
