"""Every store keeps the same promises: SQLite on disk, a real PostgreSQL, and the twin in memory."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.adapters.storage.database import Database
from bot.adapters.storage.encryption import new_secret_key
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.domain.effects import Linked, Priority, Side, UnknownOutcome
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import HandoffId, LaneKey, MessageId, TopicId, VisitorKey
from bot.domain.tally import Measure, Tally
from bot.service.ports import Store
from bot.service.records import (
    WIPE,
    Delivered,
    DeliveryResult,
    Drawing,
    Kept,
    Outgoing,
    RawUpdate,
    Timer,
    TurnRecord,
    WaitingMessage,
)
from bot.testing.memory_store import MemoryStore
from tests.factories import message
from tests.storage.postgresql import fresh_database

pytestmark = pytest.mark.asyncio


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **amount: float) -> None:
        self.now += timedelta(**amount)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture(params=["sqlite", "memory", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    lifetime = timedelta(hours=24)
    if request.param == "postgresql":
        database = await fresh_database(request.getfixturevalue("postgresql"))
        vault = await open_key_ring(database, [new_secret_key()])
        yield SqlStore(database, vault, clock, state_lifetime=lifetime)
        await database.close()
        return
    if request.param == "memory":
        yield MemoryStore(clock, state_lifetime=lifetime)
        return
    database = Database(f"sqlite:///{tmp_path}/store.sqlite")
    await database.migrate()
    vault = await open_key_ring(database, [new_secret_key()])
    yield SqlStore(database, vault, clock, state_lifetime=lifetime)
    await database.close()


def update(number: int, lane: str = "a") -> RawUpdate:
    return RawUpdate(source=f"telegram:{number}", lane=LaneKey(lane), payload=f'{{"n": {number}}}')


async def put(store: Store, *messages: Outgoing, number: int = 1) -> None:
    """Store messages the only way there is: as the effects of a handled update."""
    await store.receive([update(number, lane=f"lane{number}")])
    async with store.turns(10) as unit:
        for taken in unit.updates:
            unit.finish(TurnRecord(update=taken, outgoing=messages))


async def heads(store: Store, *without: str) -> list[WaitingMessage]:
    async with store.deliveries() as unit:
        return list(await unit.heads(50, without=[LaneKey(name) for name in without]))


async def settle(store: Store, waiting: WaitingMessage, outcome: Delivered, **changes: object) -> None:
    async with store.deliveries() as unit:
        unit.record(DeliveryResult(waiting=waiting, outcome=outcome, **changes))  # type: ignore[arg-type]


async def test_a_duplicate_is_recognised(store: Store) -> None:
    assert await store.receive([update(1), update(2)], confirm=2) == 2
    assert await store.receive([update(2), update(3)], confirm=3) == 1
    assert await store.confirmed() == 3


async def test_a_handled_update_stays_a_duplicate(store: Store) -> None:
    await put(store)
    assert await store.receive([update(1, lane="lane1")]) == 0


async def test_one_of_each_lane_longest_waiting_first(store: Store) -> None:
    await store.receive([update(1, "a"), update(2, "a"), update(3, "b"), update(4, "c")])
    async with store.turns(2) as unit:
        assert [taken.source for taken in unit.updates] == ["telegram:1", "telegram:3"]


async def test_what_waits_is_shown_without_taking_it(store: Store, clock: Clock) -> None:
    await store.receive([update(1, "a"), update(2, "a"), update(3, "b"), update(4, "c")])
    async with store.waiting(2) as waiting:
        assert [shown.source for shown in waiting] == ["telegram:1", "telegram:3"]
        assert [shown.payload for shown in waiting] == ['{"n": 1}', '{"n": 3}']
        # Whoever handles one meanwhile, it is not taken again; and what is taken is no more than what was shown.
        async with store.turns(1) as unit:
            unit.finish(TurnRecord(update=unit.updates[0]))
        async with store.turns(5, waiting) as unit:
            assert [taken.source for taken in unit.updates] == ["telegram:3"]
            unit.postpone(unit.updates[0], clock() + timedelta(seconds=5), "Oops")
        async with store.turns(5, waiting) as unit:
            assert list(unit.updates) == []
    async with store.waiting(5) as waiting:
        assert [shown.source for shown in waiting] == ["telegram:2", "telegram:4"]


async def test_how_it_stands_with_people_before_their_turn(store: Store) -> None:
    await store.receive([update(1)])
    talk = Kept(kind="handoff", key="h", content="{}", open=True, visitor="v", version=1)
    async with store.turns(5) as unit:
        unit.finish(TurnRecord(update=unit.updates[0], visitor="v", conversation='{"x": 1}', kept=(talk,)))
    before = await store.states_of({VisitorKey("v"), VisitorKey("w")})
    assert before.states == {"v": '{"x": 1}'}
    assert before.talking == {"v"}
    assert (await store.states_of({VisitorKey("w")})).talking == frozenset()


async def test_a_unit_that_fails_leaves_no_trace(store: Store) -> None:
    await store.receive([update(1)])
    with pytest.raises(RuntimeError):
        async with store.turns(5) as unit:
            unit.finish(TurnRecord(update=unit.updates[0], visitor="v", conversation="{}", outgoing=(message("m"),)))
            raise RuntimeError
    assert await heads(store) == []
    async with store.turns(5) as unit:
        assert [taken.source for taken in unit.updates] == ["telegram:1"]
        assert await unit.conversations([VisitorKey("v")]) == {}


async def test_state_messages_and_done_come_together(store: Store) -> None:
    await store.receive([update(1)])
    async with store.turns(5) as unit:
        record = TurnRecord(update=unit.updates[0], visitor="v", conversation='{"x": 1}', outgoing=(message("m"),))
        unit.finish(record)
    async with store.turns(5) as unit:
        assert list(unit.updates) == []
        assert await unit.conversations([VisitorKey("v")]) == {"v": '{"x": 1}'}
    assert [head.message.parameters for head in await heads(store)] == [{"text": "m"}]


async def test_a_postponed_update_holds_its_lane_in_order(store: Store, clock: Clock) -> None:
    await store.receive([update(1), update(2)])
    async with store.turns(5) as unit:
        unit.postpone(unit.updates[0], clock() + timedelta(seconds=5), "Oops")
    async with store.turns(5) as unit:
        assert list(unit.updates) == []
    clock.move(seconds=6)
    async with store.turns(5) as unit:
        assert [(taken.source, taken.tries) for taken in unit.updates] == [("telegram:1", 1)]


async def test_an_update_set_aside_blocks_nobody(store: Store) -> None:
    await store.receive([update(1), update(2)])
    async with store.turns(5) as unit:
        unit.set_aside(unit.updates[0], "Oops", [message("sorry")])
    async with store.turns(5) as unit:
        assert [taken.source for taken in unit.updates] == ["telegram:2"]
    assert (await store.backlog()).set_aside == 1
    assert [head.message.key for head in await heads(store)] == ["sorry"]


async def test_the_same_key_is_stored_once(store: Store) -> None:
    await put(store, message("m"))
    await put(store, message("m"), message("n"), number=2)
    first = (await heads(store))[0]
    await settle(store, first, Delivered.SENT)
    assert [head.message.key for head in await heads(store)] == ["n"]


async def test_order_per_destination_and_urgent_ones_first(store: Store) -> None:
    await put(
        store,
        message("a1"),
        message("a2"),
        message("b1", to="b"),
        message("alarm", priority=Priority.CRISIS),
    )
    assert [head.message.key for head in await heads(store)] == ["alarm", "a1", "b1"]
    assert [head.message.key for head in await heads(store, "a")] == ["b1"]


async def test_a_message_waits_for_the_one_it_depends_on_and_gets_its_result(store: Store) -> None:
    topic = message("topic", method="create_forum_topic")
    await put(store, topic, message("post", to="other", depends_on="topic"))
    first = await heads(store)
    assert [head.message.key for head in first] == ["topic"]
    await settle(store, first[0], Delivered.SENT, message_id=77)
    (post,) = await heads(store)
    assert (post.message.key, post.dependency_result) == ("post", 77)


async def test_what_depends_on_a_refused_message_is_given_up(store: Store) -> None:
    await put(store, message("topic"), message("post", to="b", depends_on="topic"), message("end", depends_on="post"))
    await settle(store, (await heads(store))[0], Delivered.REFUSED, reason="no rights")
    assert await heads(store) == []
    assert (await store.backlog()).refused_messages == 3


async def test_a_pause_outlives_the_request(store: Store, clock: Clock) -> None:
    await put(store, message("a1"), message("b1", to="b"))
    first = (await heads(store))[0]
    until = clock() + timedelta(seconds=30)
    await settle(store, first, Delivered.LATER, again_at=until, pause_until=until)
    assert [head.message.key for head in await heads(store)] == ["b1"]
    clock.move(seconds=31)
    assert [head.message.key for head in await heads(store)] == ["a1", "b1"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (UnknownOutcome.RESEND, ["m"]),
        (UnknownOutcome.REPEAT, ["m"]),
        (UnknownOutcome.RESEND_FEW, ["m"]),
        (UnknownOutcome.DROP, []),
    ],
)
async def test_after_a_crash_each_message_follows_its_own_rule(
    store: Store, rule: UnknownOutcome, expected: list[str]
) -> None:
    await put(store, message("m", on_unknown=rule))
    async with store.deliveries() as unit:
        for head in await unit.heads(5, without=[]):
            unit.start(head)
    assert await heads(store) == []
    assert await store.recover() == 1
    assert [head.message.key for head in await heads(store)] == expected


async def test_a_few_doubtful_tries_is_not_for_ever(store: Store) -> None:
    await put(store, message("m"))
    for _ in range(5):
        (head,) = await heads(store)
        await settle(store, head, Delivered.UNCERTAIN)
    assert await heads(store) == []


async def test_outages_do_not_count_as_doubt(store: Store) -> None:
    await put(store, message("m"))
    for _ in range(20):
        (head,) = await heads(store)
        await settle(store, head, Delivered.LATER)
    assert len(await heads(store)) == 1


async def test_followers_stop_at_the_first_of_another_kind(store: Store) -> None:
    kind: dict[str, Any] = {"coalesce": "notice", "group": True}
    await put(store, message("1", **kind), message("2", **kind), message("3", group=True), message("4", **kind))
    async with store.deliveries() as unit:
        (head,) = await unit.heads(5, without=[])
        assert [waiting.message.key for waiting in await unit.followers(head, 9)] == ["2"]


async def test_followers_are_found_behind_lines_of_other_talks(store: Store) -> None:
    rows = [("a1", "a"), ("b1", "b"), ("a2", "a"), ("c1", "c"), ("a3", "a"), ("photo", None), ("a4", "a")]
    await put(store, *(message(key, coalesce=talk, group=True) for key, talk in rows))
    async with store.deliveries() as unit:
        (head,) = await unit.heads(5, without=[])
        assert [waiting.message.key for waiting in await unit.followers(head, 9)] == ["a2", "a3"]
        assert [waiting.message.key for waiting in await unit.followers(head, 1)] == ["a2"]


async def test_messages_that_travelled_inside_another_are_settled_with_it(store: Store) -> None:
    await put(store, message("1", coalesce="n"), message("2", coalesce="n"), message("3"))
    async with store.deliveries() as unit:
        (head,) = await unit.heads(5, without=[])
        (second,) = await unit.followers(head, 9)
    await settle(store, head, Delivered.SENT, merged=(second.sequence,))
    assert [waiting.message.key for waiting in await heads(store)] == ["3"]


async def test_feedback_of_a_delivery_enters_the_inbox_once(store: Store) -> None:
    await put(store, message("m"))
    (head,) = await heads(store)
    left = RawUpdate(source="left:m", lane=LaneKey("a"), payload='{"left": true}')
    await settle(store, head, Delivered.REFUSED, feedback=left)
    await settle(store, head, Delivered.REFUSED, feedback=left)
    async with store.turns(5) as unit:
        assert [taken.source for taken in unit.updates] == ["left:m"]


async def test_timers_ring_once_and_can_be_replaced(store: Store, clock: Clock) -> None:
    await store.receive([update(1), update(2, "b")])
    soon, later = clock() + timedelta(minutes=1), clock() + timedelta(minutes=5)
    async with store.turns(5) as unit:
        first, second = unit.updates
        unit.finish(TurnRecord(update=first, timers=(Timer(lane=first.lane, name="nudge", due=soon, payload="{}"),)))
        unit.finish(TurnRecord(update=second))
    await store.receive([update(3)])
    async with store.turns(5) as unit:
        again = (Timer(lane=LaneKey("a"), name="nudge", due=later, payload='{"again": 1}'),)
        unit.finish(TurnRecord(update=unit.updates[0], timers=again))
    assert await store.ring(clock() + timedelta(minutes=2)) == 0
    assert await store.ring(later) == 1
    assert await store.ring(later) == 0
    clock.now = later
    async with store.turns(5) as unit:
        assert [taken.payload for taken in unit.updates] == ['{"again": 1}']


async def test_recent_sends_are_known_after_a_restart(store: Store, clock: Clock) -> None:
    await put(store, message("m", group=True))
    (head,) = await heads(store)
    await settle(store, head, Delivered.SENT)
    sends = await store.recent_sends(clock() - timedelta(minutes=1))
    assert sends == [(LaneKey("a"), True, clock())]
    assert await store.recent_sends(clock()) == []


async def test_what_is_past_its_time_is_forgotten(store: Store, clock: Clock) -> None:
    await store.receive([update(1), update(2, "b"), update(3, "c")])
    async with store.turns(5) as unit:
        first, second, third = unit.updates
        unit.finish(TurnRecord(update=first, visitor="v", conversation="{}", outgoing=(message("m"),)))
        unit.set_aside(second, "Oops")
        unit.postpone(third, clock(), "Oops")
    (head,) = await heads(store)
    await settle(store, head, Delivered.SENT)
    clock.move(hours=25)
    assert await store.purge(clock()) == 1  # the state of a silent conversation
    clock.move(hours=25)
    assert await store.purge(clock()) == 2  # the handled update and the sent message
    clock.move(days=6)
    assert await store.purge(clock()) == 1  # the one set aside
    async with store.turns(5) as unit:
        assert [taken.source for taken in unit.updates] == ["telegram:3"]


async def test_the_backlog_tells_how_long_things_wait(store: Store, clock: Clock) -> None:
    started = clock()
    await store.receive([update(1)])
    await put(store, message("m"), number=2)
    clock.move(minutes=3)
    backlog = await store.backlog()
    assert (backlog.open_messages, backlog.oldest_message) == (1, started)
    assert backlog.open_updates == 0
    async with AsyncExitStack() as stack:
        unit = await stack.enter_async_context(store.turns(5))
        assert list(unit.updates) == []


def kept(key: str, *, version: int = 1, visitor: str = "v", **changes: object) -> Kept:
    values: dict[str, object] = {
        "kind": "handoff", "key": key, "content": f'"{key}"', "open": True, "visitor": visitor, "topic": 7,
        "version": version,
    }  # fmt: skip
    return Kept(**{**values, **changes})  # type: ignore[arg-type]


async def keep(store: Store, *records: Kept, number: int, forget: str | None = None) -> None:
    await store.receive([update(number, lane=f"k{number}")])
    async with store.turns(1) as unit:
        (taken,) = unit.updates
        lane = LaneKey("a") if forget else None
        unit.finish(TurnRecord(update=taken, kept=records, forget=forget, forget_lane=lane))


async def loaded(store: Store, **wanted: object) -> set[str]:
    nobody: dict[str, object] = {"visitors": (), "topics": (), "keys": ()}
    async with store.turns(1) as unit:
        return {row.key for row in await unit.kept(**{**nobody, **wanted})}  # type: ignore[arg-type]


async def test_open_records_come_always_and_closed_ones_when_they_are_meant(store: Store) -> None:
    await keep(store, kept("open"), kept("closed", open=False, visitor="w", topic=9), number=1)
    assert await loaded(store) == {"open"}
    assert await loaded(store, visitors=[VisitorKey("w")]) == {"open", "closed"}
    assert await loaded(store, topics=[TopicId(9)]) == {"open", "closed"}
    assert await loaded(store, keys=["closed"]) == {"open", "closed"}


async def test_two_cannot_write_the_same_version(store: Store) -> None:
    await keep(store, kept("a"), number=1)
    await keep(store, kept("a", version=2), number=2)
    with pytest.raises(StoreUnavailable):
        await keep(store, kept("a", version=2), number=3)


async def test_a_passed_on_message_finds_its_counterpart(store: Store, clock: Clock) -> None:
    link = Linked(handoff=HandoffId("h"), side=Side.PERSON, message=MessageId(5))
    await put(store, message("relay", to="group", link=link))
    await send_next(store, 41)
    await put(
        store,
        message("reply", to="a", counterpart=Linked(handoff=HandoffId("h"), side=Side.STAFF, message=MessageId(41))),
        number=2,
    )
    async with store.deliveries() as unit:
        (head,) = await unit.heads(5, without=())
    assert head.counterparts == (5,)
    async with store.turns(1) as turns:
        assert await turns.links([MessageId(41)]) == {41: "h"}


async def test_a_wipe_knows_what_was_sent_lately(store: Store) -> None:
    await put(store, message("one"), message("two"), number=1)
    await send_next(store, 101)
    await send_next(store, 102)
    await put(store, message("wipe", method=WIPE), number=2)
    async with store.deliveries() as unit:
        (head,) = await unit.heads(5, without=())
    assert set(head.recent) == {101, 102}


async def test_what_may_go_without_its_dependency_goes(store: Store) -> None:
    await put(
        store,
        message("topic"),
        message("line", depends_on="topic", loose=True),
        message("strict", to="b", depends_on="topic"),
    )
    async with store.deliveries() as unit:
        head = next(head for head in await unit.heads(5, without=()) if head.message.key == "topic")
        unit.record(DeliveryResult(waiting=head, outcome=Delivered.REFUSED))
    async with store.deliveries() as unit:
        assert [head.message.key for head in await unit.heads(5, without=())] == ["line"]


async def test_only_the_newest_edit_of_a_message_is_kept(store: Store) -> None:
    await put(store, message("old", coalesce="edit/1", replaces=True), number=1)
    await put(store, message("new", coalesce="edit/1", replaces=True), number=2)
    async with store.deliveries() as unit:
        assert [head.message.key for head in await unit.heads(5, without=())] == ["new"]


async def test_forgetting_a_person_leaves_nothing_of_them(store: Store) -> None:
    await put(store, message("waiting", to="a"), number=1)
    await keep(store, kept("h"), kept("other", visitor="w"), number=2)
    await keep(store, number=3, forget="v")
    assert await loaded(store) == {"other"}
    async with store.deliveries() as unit:
        assert await unit.heads(5, without=()) == []


async def test_each_kind_goes_on_its_own_day(store: Store, clock: Clock) -> None:
    soon, late = clock.now + timedelta(days=1), clock.now + timedelta(days=30)
    await keep(
        store,
        kept("talk", forget_at=soon),
        kept("alert", kind="alert", forget_at=late),
        kept("staff", kind="staff"),
        number=1,
    )
    clock.move(days=2)
    await store.purge(clock.now)
    assert await loaded(store) == {"alert", "staff"}
    clock.move(days=40)
    await store.purge(clock.now)
    assert await loaded(store) == {"staff"}


async def send_next(store: Store, number: int) -> None:
    async with store.deliveries() as unit:
        head = (await unit.heads(1, without=()))[0]
        unit.record(DeliveryResult(waiting=head, outcome=Delivered.SENT, message_id=number))


async def test_counts_add_up_and_belong_to_nobody(store: Store) -> None:
    monday, later = date(2026, 11, 23), date(2026, 11, 30)
    asked = Tally(week=monday, measure=Measure.QUESTION, name="answered", audience="ouder", language="nl")
    await store.receive([RawUpdate(source=f"u{n}", lane=LaneKey(f"lane{n}"), payload="{}") for n in range(4)])
    async with store.turns(10) as unit:
        for number, update in enumerate(unit.updates):
            week = monday if number < 3 else later
            counts = (replace(asked, week=week), replace(asked, week=week, measure=Measure.ENTRY, name="tlv_wat"))
            unit.finish(TurnRecord(update=update, counts=counts, forget=f"v{number}", forget_lane=update.lane))
    found = await store.tallies(monday, later)
    assert [(tally.measure, tally.name, tally.count) for tally in found] == [
        (Measure.ENTRY, "tlv_wat", 3),
        (Measure.QUESTION, "answered", 3),
    ]
    rest = await store.tallies(later, date(2027, 1, 1))
    assert [tally.count for tally in rest] == [1, 1]
    async with store.turns(10) as unit:
        assert await unit.tallies(later, later + timedelta(days=7)) == rest


async def test_records_of_one_kind_can_be_asked_for(store: Store) -> None:
    await keep(store, Kept(kind="question", key="q1", content="{}", open=False, version=1), number=1)
    await keep(store, Kept(kind="phrasing", key="p1", content="{}", open=False, version=1), number=2)
    assert await loaded(store) == set()
    async with store.turns(1) as unit:
        assert [kept.key for kept in await unit.kept((), (), (), ["question"])] == ["q1"]
    assert [kept.key for kept in await store.records("phrasing")] == ["p1"]


async def test_what_ended_well_stays_so_when_somebody_else_tells_otherwise(store: Store) -> None:
    """After a takeover two processes may tell of the same message: one that it was sent, one that it was not."""
    await put(store, message("m1"), message("m2"))
    (first,) = await heads(store)
    await settle(store, first, Delivered.SENT, message_id=5)
    await settle(store, first, Delivered.LATER)
    await settle(store, first, Delivered.UNCERTAIN)
    assert [waiting.message.key for waiting in await heads(store)] == ["m2"]


async def test_a_message_whose_document_is_drawn_is_left_out_and_nothing_passes_it(store: Store) -> None:
    drawing = Drawing(document={"kind": "proof", "n": [1, None]}, method="send_message", parameters={"text": "anders"})
    first = message("first", drawing=drawing)
    await put(store, first, message("behind"), message("other", to="b"), message("urgent", priority=Priority.CRISIS))
    async with store.deliveries() as unit:
        before = {waiting.message.key: waiting for waiting in await unit.heads(50, without=())}
        assert set(before) == {"first", "other", "urgent"}
        assert before["first"].message.drawing == drawing
        assert before["first"].message.parameters == first.parameters
        found = await unit.heads(50, without=(), unready=[before["first"].sequence])
        assert {waiting.message.key for waiting in found} == {"other", "urgent"}
