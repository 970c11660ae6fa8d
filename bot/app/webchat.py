"""The web chat of one house: its rooms put together, and the two ways in which it meets Telegram."""

import base64
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import PurePosixPath
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.adapters.storage.database import Database
from bot.adapters.storage.visits import SqlVisits
from bot.adapters.telegram.composer import FILE
from bot.adapters.webchat.composer import METHODS, WebComposer
from bot.adapters.webchat.door import Chat
from bot.adapters.webchat.hub import Hub
from bot.adapters.webchat.identity import WebIdentity
from bot.adapters.webchat.limits import Limiter
from bot.adapters.webchat.pages import sites_of
from bot.adapters.webchat.reception import Reception
from bot.adapters.webchat.sender import Fetched, WebSender
from bot.adapters.webchat.translator import SOURCE, WebTranslator
from bot.app.settings import RunSettings
from bot.dialogue.library import Library
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import LaneKey, SealedAddress
from bot.service.channels import COPY, ChannelComposer, ChannelSender, ChannelTranslator
from bot.service.envelope import settled
from bot.service.ports import Clock, Composer, Sender, Translator, Vault
from bot.service.records import Delivered, DeliveryResult, Outgoing, RawUpdate, Report, WaitingMessage
from bot.service.visits import Visits

logger = logging.getLogger(__name__)

_MOST_FETCHED = 10 * 1024 * 1024
"""A file of staff that is bigger than this is not passed on to a phone."""


@dataclass(slots=True, kw_only=True)
class WebChat:
    """What a house has of it; made by ``open_web_chat``."""

    visits: Visits
    identity: WebIdentity
    hub: Hub

    def composer(self, home: Composer) -> Composer:
        """Both channels as one."""
        return ChannelComposer(home, WebComposer(self.identity))

    def translator(self, home: Translator) -> Translator:
        """Both channels as one."""
        return ChannelTranslator(home, {SOURCE: WebTranslator()})

    def sender(self, home: Sender, bot: Bot, clock: Clock) -> Sender:
        """Both channels as one, and what crosses from the page into the group."""
        page = WebSender(self.visits, self.hub, clock, lambda name: _fetch(bot, name), _settled)
        return ChannelSender(home, _Crossing(page, home, self.visits, self.identity, clock), METHODS)

    def door(
        self,
        settings: RunSettings,
        library: Callable[[], Library],
        is_alarming: Callable[[str], bool],
        arrived: Callable[[], None],
    ) -> Chat:
        """What answers a browser."""

        def stored(lane: LaneKey) -> None:
            # The other tabs of this visit see it at once, and the desk begins.
            self.hub.wake(lane)
            arrived()

        reception = Reception(self.visits, self.identity, Limiter(), is_alarming=is_alarming, arrived=stored)
        return Chat(reception, self.visits, self.hub, library, sites_of(library().profile.url, settings.web_sites))


def open_web_chat(database: Database, vault: Vault, clock: Clock) -> WebChat:
    """Over the same database as everything else."""
    visits = SqlVisits(database, vault, clock)
    return WebChat(visits=visits, identity=WebIdentity(vault), hub=Hub(visits))


class _Crossing:
    """Implements ``Sender``: what somebody on the page lets staff see is written in the group anew."""

    def __init__(self, page: Sender, home: Sender, visits: Visits, identity: WebIdentity, clock: Clock) -> None:
        self._page = page
        self._home = home
        self._visits = visits
        self._identity = identity
        self._clock = clock

    async def send(self, waiting: WaitingMessage) -> DeliveryResult:
        """To the mailbox, or from it into the group."""
        if waiting.message.method != COPY:
            return await self._page.send(waiting)
        try:
            request = await self._written(waiting.message)
        except StoreUnavailable:
            return DeliveryResult(
                waiting=waiting, outcome=Delivered.LATER, reason="StoreUnavailable", again_at=self._clock()
            )
        if request is None:
            return DeliveryResult(waiting=waiting, outcome=Delivered.REFUSED, reason="nothing to copy")
        return replace(await self._home.send(replace(waiting, message=request)), waiting=waiting)

    def merge(self, messages: Any) -> Outgoing | None:  # noqa: ARG002 - the protocol's
        """Never."""
        return None

    async def _written(self, message: Outgoing) -> Outgoing | None:
        parameters = dict(message.parameters)
        lane = self._identity.lane(SealedAddress(parameters.pop("of")))
        number, caption = parameters.pop("number"), parameters.pop("caption")
        found = await self._visits.message(lane, number)
        if found is None:
            return None
        if "file" not in found:
            return replace(message, method="send_message", parameters={**parameters, "text": _words(found)})
        content = await self._visits.file(lane, found["file"]["id"])
        if content is None:
            return None
        picture = {"name": "foto.jpg", FILE: base64.b64encode(content).decode("ascii")}
        with_picture = {name: value for name, value in parameters.items() if name not in _ONLY_TEXT}
        with_picture |= {"photo": picture, **({"caption": caption} if caption else {})}
        return replace(message, method="send_photo", parameters=with_picture)


_ONLY_TEXT = frozenset({"text", "parse_mode", "link_preview_options"})


def _words(found: Mapping[str, Any]) -> str:
    return escape(str(found.get("text", "")), quote=False) or "…"


async def _fetch(bot: Bot, name: str) -> Fetched | None:
    """A file of the group, for somebody on the page."""
    if not name:
        return None
    try:
        file = await bot.get_file(name)
        if (file.file_size or 0) > _MOST_FETCHED:
            return None
        content = bytes(await file.download_as_bytearray())
    except (BadRequest, Forbidden):
        return None
    except TelegramError as error:
        raise ConnectionError(type(error).__name__) from error
    known = next((suffix for start, suffix in _STARTS.items() if content.startswith(start)), "")
    suffix = known or PurePosixPath(file.file_path or "").suffix[:8]
    return Fetched(f"bestand{suffix}", content) if len(content) <= _MOST_FETCHED else None


_STARTS = {
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"RIFF": ".webp",
    b"%PDF": ".pdf",
    b"OggS": ".ogg",
}
"""A file says itself what it is better than its name does."""


def _settled(key: str, report: Report, reason: str) -> RawUpdate:
    return settled(key, report, reason=reason)
