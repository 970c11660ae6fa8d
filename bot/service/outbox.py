"""Drains the outbox: the most urgent first, in order per chat, within Telegram's limits, at most eight at a time.

A message is marked before its request leaves and settled after. What happens at a crash in between, nobody can know:
Telegram has no idempotency key. Each message carries its own rule for that case (``UnknownOutcome``).
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.effects import Priority
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey
from bot.service.drawing import Drawings
from bot.service.limits import Budget, Limits
from bot.service.measuring import Figures
from bot.service.ports import Clock, Deliveries, Drawer, Sender, Store
from bot.service.records import Delivered, DeliveryResult, WaitingMessage

logger = logging.getLogger(__name__)

PARALLEL = 8
"""Requests under way at once; half of the connections that are kept open."""
_LOOK_AHEAD = 4
"""Heads read for each free place: a few more than needed, because some may have to wait for the budget."""
_GATHER = 0.004
"""Seconds to wait for more requests to end, so that one commit settles them together."""
_IDLE = timedelta(seconds=1)
_PAUSE_AFTER_FAILURE = 1.0
_SET_BACK = timedelta(seconds=2)
"""A clock that is this much behind was set back; less is how clocks are."""


class Dispatcher:
    """Runs as one task; other tasks call ``wake`` when they stored a message."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        clock: Clock,
        limits: Limits,
        drawer: Drawer,
        *,
        fed_back: asyncio.Event,
        bell: asyncio.Event | None = None,
        figures: Figures | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """``fed_back`` is set when a delivery put something in the inbox; ``bell`` rings when something waits.

        ``steady`` counts seconds and only goes forward: limits are kept on it, whatever happens to the clock.
        """
        self._store = store
        self._sender = sender
        self._clock = clock
        self._budget = Budget(limits)
        self._fed_back = fed_back
        self._signal = bell or asyncio.Event()
        self._drawings = Drawings(drawer, self.wake)
        self._flying: dict[asyncio.Task[DeliveryResult], LaneKey] = {}
        self._unwritten: list[DeliveryResult] = []
        self._resting: dict[LaneKey, float] = {}
        self._steady = steady
        self._seen: tuple[datetime, float] | None = None
        self._figures = figures or Figures()

    def wake(self) -> None:
        """There may be something to send."""
        self._signal.set()

    async def prepare(self) -> None:
        """After a start: settle what was under way and remember what was sent in the last minute."""
        settled = await self._store.recover()
        if settled:
            logger.warning("messages were under way at the last stop", extra={"count": settled})
        now, steady = self._clock(), self._steady()
        await self._store.clock_set_back(now, pauses=False)
        ages = [
            (destination, group, (now - at).total_seconds())
            for destination, group, at in await self._store.recent_sends(now - timedelta(minutes=1))
        ]
        # A send "from the future" was made under another clock: it says nothing about the last minute.
        self._budget.remember((where, group, steady - age) for where, group, age in ages if age >= 0)

    async def run(self) -> None:
        """Send for ever."""
        while True:
            self._signal.clear()
            try:
                wait = await self._round()
            except StoreUnavailable as error:
                logger.warning("the outbox cannot be read, trying again", extra={"reason": str(error)})
                wait = timedelta(seconds=_PAUSE_AFTER_FAILURE)
            await self._sleep(wait)

    async def drain(self) -> None:
        """At a stop: wait for requests under way and write down how they ended."""
        await self._drawings.close()
        if self._flying:
            await asyncio.wait(self._flying)
            self._collect()
        if self._unwritten:
            async with self._store.deliveries() as unit:
                for result in self._unwritten:
                    unit.record(result)

    async def _round(self) -> timedelta:
        """Settle what ended, start what may go; returns how long nothing more can happen by itself."""
        self._collect()
        now = self._steady()
        await self._look_at_clock(now)
        self._resting = {destination: until for destination, until in self._resting.items() if until > now}
        async with self._store.deliveries() as unit:
            for result in self._unwritten:
                unit.record(result)
            starting, look_further = await self._choose(unit, now)
        if any(result.feedback for result in self._unwritten):
            self._fed_back.set()
        self._unwritten = []
        for waiting, merged in starting:
            task = asyncio.create_task(self._send(waiting, merged))
            self._flying[task] = waiting.message.destination
        rests = [timedelta(seconds=until - now) for until in self._resting.values()]
        return timedelta(0) if look_further else min([_IDLE, *rests])

    async def _look_at_clock(self, steady: float) -> None:
        """When somebody set the clock back, nothing may wait for the moments of before."""
        now = self._clock()
        before, self._seen = self._seen, (now, steady)
        if before is not None and before[0] + timedelta(seconds=steady - before[1]) - now > _SET_BACK:
            logger.warning("the clock was set back")
            await self._store.clock_set_back(now, pauses=True)

    async def _choose(self, unit: Deliveries, now: float) -> tuple[list[tuple[WaitingMessage, tuple[int, ...]]], bool]:
        """What may leave now, with the messages that travel inside; and whether it is worth looking again at once."""
        free = PARALLEL - len(self._flying)
        if free <= 0:
            return [], False
        busy: set[LaneKey] = set(self._flying.values())
        looked_at = free + _LOOK_AHEAD
        drawing = self._drawings.under_way
        heads = await unit.heads(looked_at, without=busy, resting=self._resting, unready=drawing)
        starting: list[tuple[WaitingMessage, tuple[int, ...]]] = []
        passed_over = False
        for found in heads:
            if len(starting) >= free or found.message.destination in busy:
                continue
            head = self._drawings.ready(found)
            if head is None:
                # Nobody waits for a drawing but who is behind it: what else goes to this chat may leave.
                passed_over = True
                continue
            message = head.message
            # Also when it must wait: nothing less urgent to the same chat may overtake it.
            busy.add(message.destination)
            pause = (
                self._budget.wait(message.destination, message.group, message.priority, now)
                if message.metered
                else timedelta(0)
            )
            if pause > timedelta(0):
                passed_over |= message.priority >= Priority.ANSWER
                self._resting[message.destination] = now + pause.total_seconds()
                continue
            self._drawings.leaves(head)
            start, companions = await self._with_companions(unit, head)
            for waiting in (head, *companions):
                unit.start(waiting)
            starting.append((start, tuple(companion.sequence for companion in companions)))
            if message.metered:
                self._budget.spend(message.destination, message.group, now)
        return starting, passed_over and len(heads) == looked_at

    async def _with_companions(
        self, unit: Deliveries, head: WaitingMessage
    ) -> tuple[WaitingMessage, Collection[WaitingMessage]]:
        """When a group's budget runs low, messages of one kind travel together."""
        message = head.message
        if not (message.group and message.coalesce and self._budget.tight(message.destination, self._steady())):
            return head, ()
        companions = list(await unit.followers(head, 9))
        while companions:
            together = self._sender.merge([message, *(companion.message for companion in companions)])
            if together is not None:
                return replace(head, message=together), companions
            companions.pop()
        return head, ()

    async def _send(self, waiting: WaitingMessage, merged: tuple[int, ...]) -> DeliveryResult:
        return replace(await self._sender.send(waiting), merged=merged)

    def _collect(self) -> None:
        for task in [task for task in self._flying if task.done()]:
            del self._flying[task]
            result = task.result()
            self._unwritten.append(result)
            if result.outcome is Delivered.SENT:
                self._figures.delivered()
            elif result.outcome is not Delivered.LATER:
                logger.warning("a message did not arrive", extra={"reason": result.reason, "outcome": result.outcome})

    async def _sleep(self, wait: timedelta) -> None:
        """Until a request ends, somebody calls ``wake``, or the time is over."""
        signal = asyncio.create_task(self._signal.wait())
        try:
            await asyncio.wait(
                {signal, *self._flying}, timeout=wait.total_seconds(), return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            signal.cancel()
        if len(self._flying) > 1:
            await asyncio.sleep(_GATHER)
