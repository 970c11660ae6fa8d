"""Understands what the page stored: a text, a command, a press, a picture, a change."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.channel import Channel
from bot.domain.errors import UnreadableUpdate
from bot.domain.ids import MessageId, PressId
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    Inbound,
    MediaKind,
    MediaReceived,
    Origin,
    Reacted,
    TextReceived,
)
from bot.service.envelope import GuestAction, origin_in, read, written
from bot.service.records import OpenUpdate, RawUpdate
from bot.service.visits import NUMBER, Visit

SOURCE = "web:"
"""How the names of updates of this channel begin."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:\s+(.*))?", re.DOTALL)
_ACCOUNT = re.compile(r"(?<![\w@])@\w{2,}|\S+@\S+\.\w+")
_CHOICE_BYTES = 64
_SEEN = "👀"


def arrived(visit: Visit, key: str, did: Mapping[str, Any], origin: Origin) -> RawUpdate:
    """What a person did, as a row of the inbox; its number is filled in when it is stored."""
    return RawUpdate(
        source=f"{SOURCE}{key}",
        lane=visit.lane,
        payload=written(GuestAction(web={**did, "message": NUMBER}, origin=origin)),
    )


def seen(visit: Visit, number: int, origin: Origin) -> RawUpdate:
    """A line of staff stood on a screen that somebody looked at."""
    did = {"kind": "seen", "message": number}
    return RawUpdate(
        source=f"{SOURCE}seen/{visit.lane}/{number}",
        lane=visit.lane,
        payload=written(GuestAction(web=did, origin=origin)),
    )


class WebTranslator:
    """Implements ``Translator`` for updates of the page."""

    def translate(self, update: OpenUpdate) -> Arrival | None:
        """The inbound inside; raises ``UnreadableUpdate``."""
        payload = read(update.payload)
        if not isinstance(payload, GuestAction):
            raise UnreadableUpdate(type(payload).__name__)
        # Rows of the first versions of the page do not say which channel they are of.
        origin = replace(payload.origin, channel=Channel.WEB)
        try:
            return Arrival(origin=origin, inbound=_inbound(payload.web), at=update.received_at)
        except Exception as error:
            # Whatever is wrong with it, it must not stop the lane: the class name is all we may keep of it.
            raise UnreadableUpdate(type(error).__name__) from None

    def origin(self, update: OpenUpdate) -> Origin | None:
        """The visit it came from."""
        found = origin_in(update.payload)
        return None if found is None else replace(found, channel=Channel.WEB)


def _inbound(did: Mapping[str, Any]) -> Inbound:
    number = MessageId(int(did["message"]))
    kind = did["kind"]
    if kind == "press":
        choice = str(did["choice"])
        on = did.get("on")
        return ChoicePressed(
            choice=choice if len(choice.encode("utf-8")) <= _CHOICE_BYTES else "",
            press=PressId(""),
            message=None if on is None else MessageId(int(on)),
        )
    if kind == "seen":
        # For staff it is what a reaction is: a sign under their line.
        return Reacted(emoji=_SEEN, message=number)
    if kind == "photo":
        return MediaReceived(kind=MediaKind.PHOTO, caption=str(did.get("text", "")), message=number)
    text = did["text"]
    if not isinstance(text, str):
        raise TypeError("text")
    command = _COMMAND.fullmatch(text.strip())
    if command:
        return CommandReceived(name=command[1].lower(), argument=(command[2] or "").strip(), message=number)
    return TextReceived(text=text, message=number, names_account=_ACCOUNT.search(text) is not None)
