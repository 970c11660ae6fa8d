"""The desk: what a turn leaves behind, what is tried again, what is set aside, and what is counted of it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from bot.dialogue.library import Library, Profile
from bot.dialogue.turn import Turn
from bot.dialogue.understanding import Moment, Understood, words_in
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.channel import Channel
from bot.domain.conversation import Conversation
from bot.domain.effects import Count, Effect, ForgetPerson, SendText, SetTimer
from bot.domain.errors import StoreUnavailable, UnreadableUpdate
from bot.domain.ids import (
    DUTCH,
    EntryId,
    LaneKey,
    MessageId,
    SealedAddress,
    StaffKey,
    VisitorKey,
)
from bot.domain.inbound import (
    Arrival,
    Inbound,
    Origin,
    StaffCommanded,
    Staffer,
    TextReceived,
)
from bot.domain.question import AcceptedPhrasing
from bot.domain.tally import Measure, Tally, week_of
from bot.handoff.record import StaffMember
from bot.handoff.room import Room
from bot.service.desk import Desk
from bot.service.envelope import AlarmRang, read
from bot.service.measuring import Figures
from bot.service.records import OpenUpdate, Outgoing, RawUpdate, TurnRecord
from bot.testing.memory_store import MemoryStore
from bot.testing.memory_units import MemoryTurns
from tests.factories import message

NOW = datetime(2026, 7, 19, 22, 30, tzinfo=UTC)
"""A Sunday evening in UTC, and Monday in Amsterdam."""
PROFILE = Profile(name="x", phone="1", email="a@b.example")
ANOUK = StaffMember(key=StaffKey("k"), name="Anouk", address=SealedAddress("s"))
STAFFER = Staffer(key=StaffKey("k"), name="Anouk", address=SealedAddress("s"))
Think = Callable[[Conversation, Arrival, Room], Turn]


def origin(name: str) -> Origin:
    return Origin(visitor=VisitorKey(name), address=SealedAddress(name), lane=LaneKey(name), channel=Channel.WEB)


class Plain:
    """A channel of which an update is a text: who says it, and what."""

    def translate(self, update: OpenUpdate) -> Arrival | None:
        """``staff`` writes in the group; "niets" concerns nobody and "kapot" cannot be read."""
        who, text = json.loads(update.payload)
        if text == "niets":
            return None
        if text in ("kapot", "van niemand"):
            raise UnreadableUpdate("geen woorden")
        inbound: Inbound = TextReceived(text=text, message=MessageId(1))
        if who == "staff":
            inbound = StaffCommanded(staff=STAFFER, topic=None, message=MessageId(1), name=text, argument="")
        return Arrival(origin=origin(who), inbound=inbound, at=NOW)

    def origin(self, update: OpenUpdate) -> Origin | None:
        """Of "van niemand" nobody knows who sent it."""
        who, text = json.loads(update.payload)
        return None if text == "van niemand" else origin(who)

    def compose(self, effects: Sequence[Effect], origin: Origin, cause: str) -> Sequence[Outgoing]:
        """What is said, by whom it is caused."""
        said = [effect.text for effect in effects if isinstance(effect, SendText)]
        return [message(f"{cause}:{text}", to=origin.lane) for text in said]


OWN, OTHER = Alarm(AlarmKind.GATHER), Alarm(AlarmKind.WAITING, "h")


def alarm_in(text: str) -> AlarmRang | None:
    payload = read(text)
    return payload if isinstance(payload, AlarmRang) else None


class Scripted:
    """A dialogue that does what the test says."""

    def __init__(self, think: Think) -> None:
        self.library = cast("Library", type("Known", (), {"profile": PROFILE}))
        self._turn = think

    def hear(self, moments: Sequence[Moment]) -> Understood:
        """Danger in "gevaar" only."""
        alarming = {moment.arrival.cause for moment in moments if words_in(moment.arrival.inbound) == "gevaar"}
        return Understood(library=self.library, alarming=frozenset(alarming))

    def think(self, heard: Understood, moments: Sequence[Moment]) -> Understood:
        """Nothing beforehand."""
        return heard

    def take_turn(
        self, conversation: Conversation, arrival: Arrival, room: Room, understood: Understood | None = None
    ) -> Turn:
        """As the test says."""
        return self._turn(conversation, arrival, room)

    def apologise(self, conversation: Conversation | None) -> Turn:
        """With what was known of the person."""
        known = "" if conversation is None else str(conversation.language)
        return Turn(conversation=Conversation(visitor=VisitorKey("x")), effects=(SendText(text=f"sorry {known}"),))


class Office:
    """A desk with all that it needs."""

    def __init__(self, think: Think, store: MemoryStore | None = None) -> None:
        self.now = NOW
        self.store = store or MemoryStore(lambda: self.now, state_lifetime=timedelta(hours=24))
        self.figures = Figures()
        self.signal = asyncio.Event()
        self.stored, self.learned = 0, 0
        self.desk = Desk(
            self.store, Plain(), Plain(), Scripted(think), lambda: self.now,
            stored=self._stored, learned=self._learned, signal=self.signal, figures=self.figures,
        )  # fmt: skip
        self._number = 0

    def _stored(self) -> None:
        self.stored += 1

    def _learned(self) -> None:
        self.learned += 1

    async def hears(self, *said: tuple[str, str]) -> None:
        for who, text in said:
            self._number += 1
            raw = RawUpdate(source=f"u{self._number}", lane=LaneKey(who), payload=json.dumps([who, text]))
            await self.store.receive([raw])

    async def texts(self) -> list[str]:
        async with self.store.deliveries() as unit:
            return [waiting.message.key for waiting in await unit.heads(50, without=())]


def quiet(conversation: Conversation, _arrival: Arrival, _room: Room) -> Turn:
    return Turn(conversation=conversation)


@pytest.mark.asyncio
async def test_a_batch_has_one_update_of_each_lane_and_tells_when_something_was_stored() -> None:
    heard: list[str] = []

    def think(conversation: Conversation, arrival: Arrival, _room: Room) -> Turn:
        assert isinstance(arrival.inbound, TextReceived)
        heard.append(f"{arrival.cause} {arrival.inbound.text}")
        return Turn(conversation=conversation, effects=(SendText(text="dag"),))

    office = Office(think)
    assert await office.desk.handle_batch() == 0
    assert (office.stored, office.figures.handled) == (0, 0)
    await office.hears(("a", "een"), ("a", "twee"), ("b", "drie"))
    assert await office.desk.handle_batch() == 2
    assert (office.stored, office.figures.handled, office.learned) == (1, 2, 0)
    assert await office.desk.handle_batch() == 1
    assert heard == ["u1 een", "u3 drie", "u2 twee"]
    assert (office.stored, office.figures.handled) == (2, 3)
    assert sorted(await office.texts()) == ["u1:dag", "u3:dag"]


@pytest.mark.asyncio
async def test_whoever_is_in_danger_goes_first_in_a_commit_of_their_own() -> None:
    heard: list[str] = []

    def think(conversation: Conversation, arrival: Arrival, _room: Room) -> Turn:
        heard.append(str(arrival.origin.visitor))
        return Turn(conversation=conversation)

    office = Office(think)
    await office.hears(("a", "x"), ("b", "gevaar"), ("c", "x"), ("d", "gevaar"))
    assert await office.desk.handle_batch() == 4
    assert heard == ["b", "d", "a", "c"]
    # One commit with all of it when there is none, or nothing else.
    assert office.stored == 2
    await office.hears(("a", "x"))
    await office.desk.handle_batch()
    await office.hears(("a", "gevaar"))
    await office.desk.handle_batch()
    assert office.stored == 4
    assert office.figures.handled == 6


@pytest.mark.asyncio
async def test_sixteen_turns_are_one_commit_and_each_is_timed() -> None:
    office = Office(quiet)
    timed: list[float] = []
    office.figures.turn_seconds = timed.append
    await office.hears(*((f"p{number}", "x") for number in range(20)))
    assert [await office.desk.handle_batch() for _ in range(3)] == [16, 4, 0]
    assert len(timed) == 20
    assert all(0 <= seconds < 60 for seconds in timed)


@pytest.mark.asyncio
async def test_what_concerns_nobody_is_done_with() -> None:
    office = Office(quiet)
    await office.hears(("a", "niets"), ("a", "iets"))
    assert await office.desk.handle_batch() == 1
    assert await office.desk.handle_batch() == 1
    assert await office.desk.handle_batch() == 0
    assert (await office.store.backlog()).set_aside == 0


@pytest.mark.asyncio
@pytest.mark.parametrize(("text", "said"), [("kapot", ["u1/apology:sorry "]), ("van niemand", [])])
async def test_what_cannot_be_read_is_set_aside_with_an_apology_to_whom_is_known(text: str, said: list[str]) -> None:
    office = Office(quiet)
    await office.hears(("a", text), ("b", "iets"))
    assert await office.desk.handle_batch() == 2
    assert (await office.store.backlog()).set_aside == 1
    assert await office.texts() == said


@pytest.mark.asyncio
async def test_what_fails_is_tried_three_times_and_each_time_later() -> None:
    def think(conversation: Conversation, arrival: Arrival, room: Room) -> Turn:
        if isinstance(arrival.inbound, TextReceived) and arrival.inbound.text == "stuk":
            raise RuntimeError("een geheim")
        return Turn(conversation=replace(conversation, language=DUTCH))

    office = Office(think)
    await office.hears(("a", "eerst"))
    await office.desk.handle_batch()
    await office.hears(("a", "stuk"), ("a", "daarna"))
    tries = []
    for second in range(8):
        office.now = NOW + timedelta(seconds=second)
        tries.append(await office.desk.handle_batch())
    # At once, a second later, two seconds after that; then it is set aside and the lane goes on.
    assert tries == [1, 1, 0, 1, 1, 0, 0, 0]
    assert (await office.store.backlog()).set_aside == 1
    assert await office.texts() == ["u2/apology:sorry nl"]


@pytest.mark.asyncio
async def test_the_log_of_a_failure_names_its_place_and_never_its_words(caplog: pytest.LogCaptureFixture) -> None:
    def think(_conversation: Conversation, _arrival: Arrival, _room: Room) -> Turn:
        raise KeyError("een geheim")

    office = Office(think)
    await office.hears(("a", "x"))
    await office.desk.handle_batch()
    (record,) = caplog.records
    assert record.reason.startswith(f"KeyError at {__name__}:")  # type: ignore[attr-defined]  # given by the logger
    assert "geheim" not in str(vars(record))


@pytest.mark.asyncio
async def test_a_state_is_kept_when_it_changed_and_never_by_staff() -> None:
    seen: list[object] = []

    def think(conversation: Conversation, arrival: Arrival, _room: Room) -> Turn:
        seen.append(conversation.language)
        changed = not (isinstance(arrival.inbound, TextReceived) and arrival.inbound.text == "gelijk")
        return Turn(conversation=replace(conversation, language=DUTCH) if changed else conversation)

    office = Office(think)
    for who, text in (("a", "gelijk"), ("a", "anders"), ("a", "gelijk"), ("staff", "dienst"), ("staff", "dienst")):
        await office.hears((who, text))
        await office.desk.handle_batch()
    assert seen == [None, None, DUTCH, None, None]
    async with office.store.turns(1) as unit:
        states = await unit.conversations({VisitorKey("a"), VisitorKey("staff")})
    assert set(states) == {"a"}


@pytest.mark.asyncio
async def test_timers_run_for_who_they_are_about() -> None:
    def think(conversation: Conversation, _arrival: Arrival, _room: Room) -> Turn:
        due = NOW + timedelta(minutes=1)
        return Turn(
            conversation=conversation,
            effects=(SetTimer(alarm=OWN, due=due), SetTimer(alarm=OTHER, due=due, of=origin("b"))),
        )

    office = Office(think)
    await office.hears(("a", "x"))
    await office.desk.handle_batch()
    assert await office.store.ring(NOW + timedelta(seconds=59)) == 0
    office.now = NOW + timedelta(minutes=1)
    assert await office.store.ring(office.now) == 2
    async with office.store.turns(9) as unit:
        rang = {(update.lane, payload.alarm) for update in unit.updates if (payload := alarm_in(update.payload))}
        assert rang == {("a", OWN), ("b", OTHER)}


@pytest.mark.asyncio
async def test_the_room_goes_from_turn_to_turn_and_what_was_learned_is_told() -> None:
    rooms: list[list[str]] = []

    def think(conversation: Conversation, arrival: Arrival, room: Room) -> Turn:
        rooms.append([member.name for member in room.staff.values()])
        if arrival.origin.visitor == "a":
            return Turn(conversation=conversation, room=room.keep(ANOUK))
        phrasing = AcceptedPhrasing(id="f", entry=EntryId("e"), language=DUTCH, text="t", at=NOW)
        return Turn(conversation=conversation, room=room.keep(phrasing) if arrival.origin.visitor == "b" else None)

    office = Office(think)
    await office.hears(("a", "x"), ("c", "x"))
    await office.desk.handle_batch()
    assert (rooms, office.learned) == ([[], ["Anouk"]], 0)
    await office.hears(("b", "x"))
    await office.desk.handle_batch()
    assert (rooms[-1], office.learned) == (["Anouk"], 1)
    assert [kept.key for kept in await office.store.records("phrasing")] == ["f"]


@pytest.mark.asyncio
async def test_who_wipes_everything_is_forgotten_and_others_are_not() -> None:
    def think(conversation: Conversation, arrival: Arrival, _room: Room) -> Turn:
        assert isinstance(arrival.inbound, TextReceived)
        wiped = (ForgetPerson(),) if arrival.inbound.text == "wis" else ()
        return Turn(conversation=replace(conversation, language=DUTCH), effects=(*wiped, SendText(text="dag")))

    office = Office(think)
    await office.hears(("a", "x"), ("b", "x"))
    await office.desk.handle_batch()
    async with office.store.turns(1) as unit:
        assert set(await unit.conversations({VisitorKey("a"), VisitorKey("b")})) == {"a", "b"}
    await office.hears(("a", "wis"))
    await office.desk.handle_batch()
    # What the turn itself said stays; what waited for the person of before is gone.
    assert sorted(await office.texts()) == ["u2:dag", "u3:dag"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("measure", "name", "counted"),
    [
        (Measure.QUESTION, "answered", ["channel/web", "moment/question/day/0", "moment/question/hour/00"]),
        (Measure.QUESTION, "rejected", []),
        (Measure.HUMAN, "asked", ["moment/human/day/0", "moment/human/hour/00"]),
        (Measure.HUMAN, "claimed", []),
        (Measure.DANGER, "crisis", []),
        (Measure.DANGER, "asked", []),
    ],
)
async def test_what_is_counted_beside_it(measure: Measure, name: str, counted: list[str]) -> None:
    def think(conversation: Conversation, _arrival: Arrival, _room: Room) -> Turn:
        return Turn(
            conversation=conversation, effects=(Count(measure=measure, name=name, audience="ouder", language="nl"),)
        )

    office = Office(think)
    await office.hears(("a", "x"))
    await office.desk.handle_batch()
    monday = week_of(NOW + timedelta(days=1))
    found = await office.store.tallies(monday, monday + timedelta(days=7))
    mine = Tally(week=monday, measure=measure, name=name, audience="ouder", language="nl", count=1)
    assert mine in found
    assert sorted(f"{tally.measure}/{tally.name}" for tally in found if tally != mine) == counted


@pytest.mark.asyncio
async def test_who_asks_for_a_report_gets_the_counts_of_a_year() -> None:
    seen: list[int] = []

    def think(conversation: Conversation, arrival: Arrival, room: Room) -> Turn:
        seen.append(len(room.tallies))
        return Turn(conversation=conversation, effects=(Count(measure=Measure.FLOW, name="x"),))

    office = Office(think)
    await office.hears(("x", "niets"))
    week = week_of(NOW + timedelta(hours=2))
    counts = tuple(
        Tally(week=week - timedelta(weeks=weeks), measure=Measure.FLOW, name="y", count=1) for weeks in (57, 56, 1, 0)
    )
    async with office.store.turns(1) as unit:
        unit.finish(TurnRecord(update=unit.updates[0], counts=counts))
    await office.hears(("staff", "rapport"))
    await office.desk.handle_batch()
    await office.hears(("staff", "dienst"))
    await office.desk.handle_batch()
    # From 56 weeks ago up to this week, which is not over.
    assert seen == [2, 0]


class Away(MemoryStore):
    """A store that is away the first time."""

    failed = 0

    @asynccontextmanager
    async def turns(self, limit: int, waiting: Sequence[OpenUpdate] | None = None) -> AsyncIterator[MemoryTurns]:
        """Fail once."""
        if not self.failed:
            self.failed += 1
            raise StoreUnavailable("weg")
        async with super().turns(limit, waiting) as unit:
            yield unit


@pytest.mark.asyncio
async def test_the_desk_goes_on_after_the_database_was_away_and_hears_what_comes_in() -> None:
    heard: asyncio.Queue[str] = asyncio.Queue()

    def think(conversation: Conversation, arrival: Arrival, _room: Room) -> Turn:
        assert isinstance(arrival.inbound, TextReceived)
        heard.put_nowait(arrival.inbound.text)
        return Turn(conversation=conversation)

    office = Office(think, Away(lambda: NOW, state_lifetime=timedelta(hours=24)))
    await office.hears(("a", "een"), ("a", "twee"))
    task = asyncio.create_task(office.desk.run())
    async with asyncio.timeout(30):
        said = [await heard.get(), await heard.get()]
        while (await office.store.backlog()).open_updates:  # noqa: ASYNC110 - the commit is the end of the batch
            await asyncio.sleep(0)
        await office.hears(("a", "drie"))
        office.desk.wake()
        said.append(await heard.get())
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert said == ["een", "twee", "drie"]
