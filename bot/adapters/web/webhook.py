"""Telegram brings updates itself: 200 only when they are stored, 503 when not, and then it brings them again.

Bot API, setWebhook: the header ``X-Telegram-Bot-Api-Secret-Token`` proves that a request comes from whoever set it.
"""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web

from bot.domain.errors import StoreUnavailable

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
MOST_BYTES = 1024 * 1024
"""An update is some kilobytes; whoever sends more than this is not Telegram."""

Receive = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]


class Webhook:
    """Of one bot."""

    def __init__(self, secret: str, receive: Receive) -> None:
        self._secret = secret.encode()
        self._receive = receive

    async def take(self, request: web.Request) -> web.Response:
        """One update."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        # Compared in constant time, so that nobody can guess it sign by sign.
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            # Again and again would not make it readable.
            logger.warning("a request to the webhook was no update")
            return web.Response(status=200)
        try:
            await self._receive([update])
        except StoreUnavailable:
            return web.Response(status=503)
        return web.Response(status=200)
