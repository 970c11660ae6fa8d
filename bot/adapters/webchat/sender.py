"""Carries out requests of this channel: each is one commit in a mailbox, and done twice it is done once."""

import base64
import hashlib
import mimetypes
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.adapters.webchat.composer import CHANGE, COUNTERPART, DELETE, FETCH, FILE, SAY
from bot.adapters.webchat.hub import Hub
from bot.domain.errors import StoreUnavailable
from bot.service.ports import Clock
from bot.service.records import Delivered, DeliveryResult, Outgoing, RawUpdate, Report, WaitingMessage
from bot.service.visits import Visits

_AGAIN_AFTER = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file from the staff group."""

    name: str
    content: bytes


Fetch = Callable[[str], Awaitable[Fetched | None]]
"""Gets a file of the staff group; None when it is too big or gone; raises ``ConnectionError`` to try again later."""
Settled = Callable[[str, Report, str], RawUpdate]
"""What the house hears when a line of staff never arrives (key, report, reason), or is gone as asked (no reason)."""


class WebSender:
    """Implements ``Sender`` for the page."""

    def __init__(self, visits: Visits, hub: Hub, clock: Clock, fetch: Fetch, settled: Settled) -> None:
        self._visits = visits
        self._hub = hub
        self._clock = clock
        self._fetch = fetch
        self._settled = settled

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        """One request, one result."""
        try:
            return await self._send(waiting)
        except (StoreUnavailable, ConnectionError) as error:
            return DeliveryResult(
                waiting=waiting,
                outcome=Delivered.LATER,
                reason=type(error).__name__,
                again_at=self._clock() + _AGAIN_AFTER,
            )
        except Exception as error:
            # A mistake of ours in one request must not stop all others; the class name is safe to keep.
            return self._refused(waiting, type(error).__name__)

    def merge(self, messages: Sequence[Outgoing]) -> Outgoing | None:  # noqa: ARG002 - the protocol's
        """Nothing here is limited, so nothing is merged."""
        return None

    async def _send(self, waiting: WaitingMessage) -> DeliveryResult:
        message, lane = waiting.message, waiting.message.destination
        match message.method:
            case method if method in (SAY, FILE, FETCH):
                content = await self._content(waiting)
                number = await self._visits.say(lane, message.key, content)
                if number is None:
                    return self._refused(waiting, "no visit")
                result = DeliveryResult(waiting=waiting, outcome=Delivered.SENT, message_id=number)
            case method if method in (CHANGE, DELETE):
                target = _number(message.parameters["number"], waiting)
                if target is None:
                    return self._refused(waiting, "no counterpart")
                await self._visits.change(lane, message.key, target, message.parameters["changes"])
                gone = message.report is not None and message.method == DELETE
                heard = self._settled(message.key, message.report, "") if gone and message.report else None
                result = DeliveryResult(waiting=waiting, outcome=Delivered.SENT, feedback=heard)
            case _:
                await self._visits.wipe(lane, message.key)
                result = DeliveryResult(waiting=waiting, outcome=Delivered.SENT)
        self._hub.wake(lane)
        return result

    async def _content(self, waiting: WaitingMessage) -> Mapping[str, Any]:
        message = waiting.message
        content = dict(message.parameters)
        reply_to = _number(content.pop("reply_to", None), waiting)
        if reply_to is not None:
            content["reply_to"] = reply_to
        if message.method == FILE:
            inside = content.pop("content", None)
            body = waiting.drawn or b"" if inside is None else base64.b64decode(inside)
            content["file"] = await self._kept(message, content["file"], body)
        if message.method == FETCH:
            found = await self._fetch(content.pop("fetch"))
            # What cannot be shown is at least said: an empty line would puzzle.
            file = {"name": "", "missing": True}
            if found is not None:
                kind = mimetypes.guess_type(found.name)[0] or ""
                shown = {"name": found.name, "picture": kind in PICTURES}
                file = await self._kept(message, shown, found.content)
            content["file"] = file
        return content

    async def _kept(self, message: Outgoing, file: Mapping[str, Any], body: bytes) -> dict[str, Any]:
        # The same request gives the same name: a repeat keeps no second copy.
        name = hashlib.sha256(f"{message.destination}/{message.key}".encode()).hexdigest()[:48]
        await self._visits.keep_file(message.destination, name, body)
        return {**file, "id": name, "size": len(body)}

    def _refused(self, waiting: WaitingMessage, reason: str) -> DeliveryResult:
        report = waiting.message.report
        feedback = None if report is None else self._settled(waiting.message.key, report, reason)
        return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason=reason, feedback=feedback)


PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Kinds the page shows; everything else is only offered to keep."""


def _number(given: Any, waiting: WaitingMessage) -> int | None:
    return (waiting.counterparts[-1] if waiting.counterparts else None) if given == COUNTERPART else given
