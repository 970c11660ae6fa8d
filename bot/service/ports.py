"""What the service needs from outside, as promises; adapters keep them, tests hold every adapter to them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.effects import Effect
from bot.domain.ids import HandoffId, LaneKey, MessageId, TopicId, VisitorKey
from bot.domain.inbound import Arrival, Origin
from bot.domain.tally import Tally
from bot.service.records import (
    Backlog,
    Before,
    DeliveryResult,
    Kept,
    OpenUpdate,
    Outgoing,
    RawUpdate,
    TurnRecord,
    WaitingMessage,
)

Clock = Callable[[], datetime]
"""Gives the present moment, aware and in UTC."""


class Vault(Protocol):
    """Seals what must not be readable at rest, and gives things names that cannot be traced back."""

    def seal(self, text: str) -> str:
        """Encrypt; two calls give two different results."""
        ...

    def unseal(self, sealed: str) -> str:
        """Decrypt what ``seal`` made with this or an earlier key; raises ``SettingsError`` when no key fits."""
        ...

    def name(self, purpose: str, value: str) -> str:
        """Keyed hash of ``value``: the same for the same purpose and value, useless without the key."""
        ...


class Turns(Protocol):
    """Unit of work of the desk: the oldest open update of each free lane, and what became of them."""

    updates: Sequence[OpenUpdate]

    async def conversations(self, visitors: Collection[VisitorKey]) -> Mapping[VisitorKey, str]:
        """Serialised states; a visitor without one is left out."""
        ...

    async def kept(
        self,
        visitors: Collection[VisitorKey],
        topics: Collection[TopicId],
        keys: Collection[str],
        kinds: Collection[str] = (),
    ) -> Sequence[Kept]:
        """Open records of the staff room, and closed ones of these visitors, topics, keys and kinds."""
        ...

    async def tallies(self, since: date, until: date) -> Sequence[Tally]:
        """Counts of the weeks from ``since`` until ``until``."""
        ...

    async def links(self, messages: Collection[MessageId]) -> Mapping[MessageId, HandoffId]:
        """Which handoff these messages in the staff group belong to."""
        ...

    def finish(self, record: TurnRecord) -> None:
        """State, messages, timers and "done": stored together when the unit ends."""
        ...

    def postpone(self, update: OpenUpdate, until: datetime, reason: str) -> None:
        """Try again later; the lane waits so that order is kept."""
        ...

    def set_aside(self, update: OpenUpdate, reason: str, outgoing: Sequence[Outgoing] = ()) -> None:
        """Give up on this update: it is kept and counted, the lane goes on; ``outgoing`` is the apology."""
        ...


class Deliveries(Protocol):
    """Unit of work of the outbox: results are written and the next messages are taken in one commit."""

    def record(self, result: DeliveryResult) -> None:
        """Write down what became of a message."""
        ...

    async def heads(
        self,
        limit: int,
        *,
        without: Collection[LaneKey],
        resting: Collection[LaneKey] = (),
        unready: Collection[int] = (),
    ) -> Sequence[WaitingMessage]:
        """The next message of each destination and priority that may go now.

        Most urgent first. A destination that is paused or listed in ``without`` is skipped, and so is what is paused of
        it; one listed in ``resting`` only gets what is more urgent than an answer. A message whose dependency was not
        sent waits; a dependency nobody remembers is no reason to. The rows in ``unready`` are not given, and nothing
        of the same destination and priority passes them.
        """
        ...

    async def followers(self, head: WaitingMessage, limit: int) -> Sequence[WaitingMessage]:
        """Messages behind ``head`` with the same destination, priority and coalesce name, in order.

        What has another such name is another talk, and is passed over; what has none ends the search.
        """
        ...

    def start(self, waiting: WaitingMessage) -> None:
        """Mark as being sent, before the request leaves; after a crash such a row is of unknown outcome."""
        ...


class Store(Protocol):
    """Everything that must survive a crash.

    All methods raise ``StoreUnavailable`` when the database does not answer.
    """

    async def receive(self, updates: Sequence[RawUpdate], *, confirm: int | None = None) -> int:
        """Store updates in one commit and return how many were new; ``confirm`` is the channel's mark to go on from."""
        ...

    async def confirmed(self) -> int | None:
        """The highest mark that was ever stored by ``receive``."""
        ...

    def waiting(self, limit: int) -> AbstractAsyncContextManager[Sequence[OpenUpdate]]:
        """The oldest open update of at most ``limit`` lanes, longest waiting first.

        Nobody else is shown those lanes as long as the block lasts, and nothing is locked: there is time to think.
        """
        ...

    async def states_of(self, visitors: Collection[VisitorKey]) -> Before:
        """How it stands with these, to think about what they say; it may have changed when their turn comes."""
        ...

    def turns(self, limit: int, waiting: Sequence[OpenUpdate] | None = None) -> AbstractAsyncContextManager[Turns]:
        """Take at most ``limit`` lanes; leaving the block normally commits, an exception rolls everything back.

        Of ``waiting`` those are taken that are still open; without it the ones that ``waiting`` would show.
        """
        ...

    def deliveries(self) -> AbstractAsyncContextManager[Deliveries]:
        """Open a unit of the outbox; leaving the block normally commits."""
        ...

    async def recover(self) -> int:
        """After a start: settle messages that were being sent when the process died; returns how many."""
        ...

    async def recent_sends(self, since: datetime) -> Sequence[tuple[LaneKey, bool, datetime]]:
        """Destination, group or not, and moment of sends after ``since``: so that limits survive a restart."""
        ...

    async def clock_set_back(self, now: datetime, *, pauses: bool) -> None:
        """Let nothing wait for a moment of a clock that was ahead; ``pauses`` forgets those as well."""
        ...

    async def note(self, name: str) -> str | None:
        """Something small that was written down with ``write_note``."""
        ...

    async def write_note(self, name: str, text: str) -> None:
        """Write down something small, sealed; a second one with the same name replaces the first."""
        ...

    async def ring(self, now: datetime) -> int:
        """Move timers that are due into the inbox; returns how many."""
        ...

    async def tallies(self, since: date, until: date) -> Sequence[Tally]:
        """Counts of the weeks from ``since`` until ``until``."""
        ...

    async def records(self, kind: str) -> Sequence[Kept]:
        """All records of one kind."""
        ...

    async def backlog(self) -> Backlog:
        """Figures for health checks."""
        ...

    async def purge(self, now: datetime) -> int:
        """Forget what is past its time; returns the number of rows."""
        ...


class Translator(Protocol):
    """Understands a stored payload of the channel."""

    def translate(self, update: OpenUpdate) -> Arrival | None:
        """The inbound inside; None for something that concerns nobody; raises ``UnreadableUpdate``."""
        ...

    def origin(self, update: OpenUpdate) -> Origin | None:
        """Who to apologise to, found with as little understanding as possible; never raises."""
        ...


class Composer(Protocol):
    """Turns effects into requests the channel accepts."""

    def compose(self, effects: Sequence[Effect], origin: Origin, cause: str) -> Sequence[Outgoing]:
        """Requests in order, split where the channel has a limit; keys are derived from ``cause``."""
        ...


class Sender(Protocol):
    """Carries out one request."""

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        """Send once and tell how it ended; never raises."""
        ...

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:
        """One message that says what these say, or None when they do not fit in one."""
        ...


class Drawer(Protocol):
    """Makes documents, away from the loop that answers people."""

    async def draw(self, document: Mapping[str, Any]) -> bytes:
        """The file that ``bot.service.documents`` wrote down; raises ``DrawingFailed``."""
        ...
