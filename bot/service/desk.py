"""The only way through the house: takes updates, lets the dialogue decide, stores all it asked for in one commit.

Updates of one lane are handled one at a time and in order; a batch holds at most one of each lane, longest waiting lane
first, so a busy lane cannot keep the others waiting.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from time import perf_counter
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.dialogue.understanding import Moment, Understood, needs_thought
from bot.domain.conversation import Conversation
from bot.domain.effects import Count, ForgetPerson, SetTimer
from bot.domain.errors import StoreUnavailable, UnreadableUpdate
from bot.domain.ids import VisitorKey
from bot.domain.inbound import Arrival, StaffInbound
from bot.domain.tally import Measure, QuestionOutcome, Tally, week_of
from bot.handoff.room import Room
from bot.service.envelope import timer_of
from bot.service.measuring import Figures
from bot.service.ports import Clock, Composer, Store, Translator, Turns
from bot.service.records import OpenUpdate, TurnRecord
from bot.service.staffroom import Rooms, keys_of, kinds_of, messages_of, topics_of, want_tallies
from bot.service.understanding import Thinker, Thoughts, hear, think

logger = logging.getLogger(__name__)

BATCH = 16
"""Small enough that a batch of slow questions does not hold up a delivery noticeably."""
MOST_TRIES = 3
_RETRY_AFTER = timedelta(seconds=1)
_PAUSE_AFTER_FAILURE = 1.0
_A_YEAR = timedelta(weeks=56)
"""A year of counts, in whole blocks of four weeks."""
Translated = Arrival | UnreadableUpdate | None
"""What is in an update: something that happened, a payload nobody understands, or nothing."""


class Dialogue(Thinker, Protocol):
    """The thinking part: pure, so it can be asked again when a commit fails."""

    library: Library

    def take_turn(
        self, conversation: Conversation, arrival: Arrival, room: Room, understood: Understood | None = None
    ) -> Turn:
        """Next state and effects for one inbound; ``understood`` was made of it before, and only saves time."""
        ...

    def apologise(self, conversation: Conversation | None) -> Turn:
        """What to say when handling an update failed for good."""
        ...


class Desk:
    """Runs as one task; ``wake`` when something entered the inbox."""

    def __init__(
        self,
        store: Store,
        translator: Translator,
        composer: Composer,
        dialogue: Dialogue,
        clock: Clock,
        *,
        stored: Callable[[], None],
        learned: Callable[[], None] = lambda: None,
        signal: asyncio.Event,
        figures: Figures | None = None,
    ) -> None:
        """``stored`` is called after each commit that left messages or timers, ``learned`` after one with phrasings."""
        self._store = store
        self._translator = translator
        self._composer = composer
        self.dialogue = dialogue
        self._clock = clock
        self._stored = stored
        self._learned = learned
        self._signal = signal
        self._figures = figures or Figures()

    def wake(self) -> None:
        """There may be something to handle."""
        self._signal.set()

    async def run(self) -> None:
        """Handle for ever."""
        while True:
            self._signal.clear()
            try:
                count = await self.handle_batch()
            except StoreUnavailable as error:
                logger.warning("the inbox cannot be read, trying again", extra={"reason": str(error)})
                await asyncio.sleep(_PAUSE_AFTER_FAILURE)
                continue
            if count == 0:
                # Not wait_for: on Python 3.11 it swallows a stop that comes at the very moment of the signal.
                with suppress(TimeoutError):
                    async with asyncio.timeout(1.0):
                        await self._signal.wait()

    async def handle_batch(self) -> int:
        """At most ``BATCH`` turns; the number of updates that were taken.

        What people wrote is understood together, in another thread and outside any transaction. Whoever is heard to be
        in danger gets a commit of their own, before anybody thinks about the questions of the others.
        """
        async with self._store.waiting(BATCH) as waiting:
            if not waiting:
                return 0
            translated = {update.sequence: self._translated(update) for update in waiting}
            moments = await self._moments([found for found in translated.values() if isinstance(found, Arrival)])
            heard = await hear(self.dialogue, moments)
            first = [update for update in waiting if heard.alarming(update.source)]
            rest = [update for update in waiting if not heard.alarming(update.source)]
            count = await self._commit(first, translated, heard) if first else 0
            if rest:
                sources = {update.source for update in rest}
                asked = [moment for moment in moments if moment.arrival.cause in sources]
                count += await self._commit(rest, translated, await think(self.dialogue, heard, asked))
        return count

    async def _moments(self, arrivals: Sequence[Arrival]) -> list[Moment]:
        """What somebody wrote, with the state they are in."""
        said = [arrival for arrival in arrivals if needs_thought(arrival)]
        if not said:
            return []
        before = await self._store.states_of({arrival.origin.visitor for arrival in said})
        moments = []
        for arrival in said:
            visitor = arrival.origin.visitor
            # A state that cannot be read is dealt with in the turn.
            with suppress(Exception):
                conversation = _conversation(visitor, before.states)
                moments.append(Moment(conversation, arrival, talking=visitor in before.talking))
        return moments

    async def _commit(
        self, updates: Sequence[OpenUpdate], translated: Mapping[int, Translated], understood: Thoughts
    ) -> int:
        """One commit with the turns of these updates, as far as they are still open."""
        async with self._store.turns(BATCH, updates) as unit:
            arrivals = [(update, self._opened(unit, update, translated[update.sequence])) for update in unit.updates]
            people = [arrival for _, arrival in arrivals if arrival is not None]
            states = await unit.conversations({arrival.origin.visitor for arrival in people})
            rooms = await _rooms(unit, people) if people else Rooms((), {})
            for update, arrival in arrivals:
                if arrival is not None:
                    self._handle(unit, update, arrival, states, rooms, understood.of(update.source))
                    # Let deliveries and the poller breathe between two questions.
                    await asyncio.sleep(0)
            count = len(unit.updates)
        if rooms.learned:
            self._learned()
        if count:
            self._figures.handled += count
            self._stored()
        return count

    def _translated(self, update: OpenUpdate) -> Translated:
        try:
            arrival = self._translator.translate(update)
        except UnreadableUpdate as error:
            return error
        return None if arrival is None else replace(arrival, cause=update.source)

    def _opened(self, unit: Turns, update: OpenUpdate, found: Translated) -> Arrival | None:
        if isinstance(found, UnreadableUpdate):
            self._give_up(unit, update, f"unreadable: {found}", None)
            return None
        if found is None:
            unit.finish(TurnRecord(update=update))
            return None
        return found

    def _handle(
        self,
        unit: Turns,
        update: OpenUpdate,
        arrival: Arrival,
        states: Mapping[VisitorKey, str],
        rooms: Rooms,
        understood: Understood | None,
    ) -> None:
        visitor = arrival.origin.visitor
        before: Conversation | None = None
        try:
            before = _conversation(visitor, states)
            began = perf_counter()
            turn = self.dialogue.take_turn(before, arrival, rooms.room, understood)
            self._figures.turn_seconds(perf_counter() - began)
            unit.finish(self._record(update, arrival, before, turn, rooms))
        except Exception as error:
            # Our own mistake: the class name and place are safe to log, the message might quote a person.
            where = _place(error)
            if update.tries + 1 < MOST_TRIES:
                logger.warning("handling an update failed, trying again", extra={"reason": where})
                unit.postpone(update, self._clock() + _RETRY_AFTER * (update.tries + 1), where)
            else:
                self._give_up(unit, update, where, before)

    def _record(
        self, update: OpenUpdate, arrival: Arrival, before: Conversation, turn: Turn, rooms: Rooms
    ) -> TurnRecord:
        outgoing = tuple(self._composer.compose(turn.effects, arrival.origin, update.source))
        timers = tuple(
            timer_of(effect.of or arrival.origin, effect.alarm, effect.due)
            for effect in turn.effects
            if isinstance(effect, SetTimer)
        )
        forget = any(isinstance(effect, ForgetPerson) for effect in turn.effects)
        # Last, because from here on the next turn of this batch sees the changed room.
        kept = rooms.changes(turn.room, self.dialogue.library.profile) if turn.room is not None else ()
        if forget:
            rooms.forget(arrival.origin.visitor)
        staff_side = isinstance(arrival.inbound, StaffInbound)
        state = turn.conversation.to_json() if turn.conversation != before and not staff_side else None
        return TurnRecord(
            update=update,
            visitor=arrival.origin.visitor,
            conversation=state,
            outgoing=outgoing,
            timers=timers,
            kept=kept,
            counts=self._counts(turn, arrival),
            forget=arrival.origin.visitor if forget else None,
            forget_lane=arrival.origin.lane if forget else None,
        )

    def _counts(self, turn: Turn, arrival: Arrival) -> tuple[Tally, ...]:
        """In the week as the calendar of the steunpunt has it."""
        local = arrival.at.astimezone(ZoneInfo(self.dialogue.library.profile.timezone))
        week = week_of(local)
        counted = [effect for effect in turn.effects if isinstance(effect, Count)]
        return (
            *(
                Tally(week=week, measure=measure, name=name, audience=effect.audience, language=effect.language)
                for effect in counted
                for measure, name in _measured(effect, arrival)
            ),
            *(
                Tally(week=week, measure=Measure.MOMENT, name=name)
                for effect in counted
                for name in moments_of(effect, local)
            ),
        )

    def _give_up(self, unit: Turns, update: OpenUpdate, reason: str, before: Conversation | None) -> None:
        logger.error("an update was set aside", extra={"reason": reason})
        origin = self._translator.origin(update)
        if origin is None:
            unit.set_aside(update, reason)
            return
        turn = self.dialogue.apologise(before)
        outgoing = self._composer.compose(turn.effects, origin, f"{update.source}/apology")
        unit.set_aside(update, reason, outgoing)


def _measured(effect: Count, arrival: Arrival) -> Iterator[tuple[Measure, str]]:
    """What is counted, and of a question also how it came in."""
    yield effect.measure, effect.name
    if effect.measure is Measure.QUESTION and effect.name != QuestionOutcome.REJECTED:
        yield Measure.CHANNEL, str(arrival.origin.channel)


def moments_of(effect: Count, local: datetime) -> Iterator[str]:
    """On which day, and apart from that at which hour; for planning, so nothing of who it was."""
    asks = effect.measure is Measure.QUESTION and effect.name != QuestionOutcome.REJECTED
    wants_human = effect.measure is Measure.HUMAN and effect.name == "asked"
    if asks or wants_human:
        yield f"{effect.measure}/day/{local.weekday()}"
        yield f"{effect.measure}/hour/{local.hour:02}"


def _conversation(visitor: VisitorKey, states: Mapping[VisitorKey, str]) -> Conversation:
    stored = states.get(visitor)
    return Conversation(visitor=visitor) if stored is None else Conversation.from_json(visitor, stored)


async def _rooms(unit: Turns, arrivals: Sequence[Arrival]) -> Rooms:
    """The staff room as far as these arrivals may need it."""
    messages = messages_of(arrivals)
    links = await unit.links(messages) if messages else {}
    visitors = {arrival.origin.visitor for arrival in arrivals if arrival.origin.visitor}
    kept = await unit.kept(visitors, topics_of(arrivals), keys_of(arrivals, list(links.values())), kinds_of(arrivals))
    tallies: Sequence[Tally] = ()
    if want_tallies(arrivals):
        week = week_of(max(arrival.at for arrival in arrivals))
        tallies = await unit.tallies(week - _A_YEAR, week)
    return Rooms(kept, links, tallies)


def _place(error: BaseException) -> str:
    """Class of the error and the line that raised it, without its words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = "" if trace is None else f" at {trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
    return f"{type(error).__name__}{where}"
