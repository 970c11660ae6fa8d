"""Chats that people come and read, rather than ones we bring messages to: the web page.

A visit is one person's chat. What was said stands in its mailbox, sealed, until the visit is forgotten; the page asks
for what is new. Who holds a key (a token of a tab, or a return code) may read: only keyed hashes of keys are kept.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.ids import LaneKey, VisitorKey
from bot.service.records import RawUpdate


class Happening(StrEnum):
    """What a line of a mailbox tells the page."""

    SAID = "said"
    CHANGED = "changed"
    DELETED = "deleted"
    WIPED = "wiped"


class KeyKind(StrEnum):
    """What opens a visit."""

    TOKEN = "token"  # noqa: S105 - a kind, no secret
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One chat; ``name`` is chance and stands sealed."""

    name: str
    lane: LaneKey
    visitor: VisitorKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a mailbox; of a change or a deletion the number of the message stands in ``content``."""

    number: int
    what: Happening
    content: Mapping[str, Any]


class Visits(Protocol):
    """Keeps visits and their mailboxes; all methods raise ``StoreUnavailable`` when the database does not answer."""

    async def find(self, key: str) -> Visit | None:
        """The visit this (hashed) key opens."""
        ...

    async def admit(self, visit: Visit, key: str, kind: KeyKind) -> Visit:
        """Let this key open the visit, made now if it is not there; a key that opens one already keeps doing so.

        A visit has one code at a time: the newest.
        """
        ...

    async def arrive(self, visit: Visit, key: str, content: Mapping[str, Any], update: RawUpdate) -> int:
        """Store what a person did, once per ``key``, in the mailbox and in the inbox, in one commit.

        ``update`` is stored with the number of the line in the place of ``NUMBER``; returns that number.
        """
        ...

    async def note(self, visit: Visit, update: RawUpdate) -> None:
        """Store something that leaves no line in the mailbox, once per source."""
        ...

    async def say(self, lane: LaneKey, key: str, content: Mapping[str, Any]) -> int | None:
        """Put a message in the mailbox, once per ``key``; its number, or None when there is no such visit any more."""
        ...

    async def change(self, lane: LaneKey, key: str, number: int, changes: Mapping[str, Any] | None) -> None:
        """Replace some of a message's content, or delete it (None)."""
        ...

    async def wipe(self, lane: LaneKey, key: str) -> None:
        """Empty the mailbox; the page hears that it is empty."""
        ...

    async def lines(self, lane: LaneKey, after: int) -> tuple[Sequence[Line], int]:
        """What is new after a number (0: everything as it is now), and the number to go on from."""
        ...

    async def message(self, lane: LaneKey, number: int) -> Mapping[str, Any] | None:
        """The content of one message."""
        ...

    async def keep_file(self, lane: LaneKey, name: str, content: bytes) -> None:
        """Keep a file of this visit under a name of chance."""
        ...

    async def file(self, lane: LaneKey, name: str) -> bytes | None:
        """A file of this visit, and of no other."""
        ...

    async def stirred(self, after: int) -> tuple[Collection[LaneKey], int]:
        """Which mailboxes got something after a number, and the newest number there is."""
        ...

    async def forgotten(self, lane: LaneKey) -> bool:
        """Whether there is no such visit any more."""
        ...

    async def open_visits(self) -> int:
        """How many there are."""
        ...


NUMBER = -1
"""Stands in an update for the number of the line it is stored with."""
NUMBER_MARK = '"message": -1'
"""How that looks in its payload."""
