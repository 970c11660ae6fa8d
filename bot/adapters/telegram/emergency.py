"""When nothing can be stored: danger is still heard, and the lifeline still goes out, straight from here."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.adapters.telegram.identity import place_of
from bot.adapters.telegram.rendering import messages
from bot.safety.lifeline import core_text

logger = logging.getLogger(__name__)

_REMEMBERED = 1_000
_SOS = "/sos"


class Emergency:
    """Best effort, without database, state or content files."""

    def __init__(self, bot: Bot, is_alarming: Callable[[str], bool]) -> None:
        self._bot = bot
        self._is_alarming = is_alarming
        self._answered: dict[int, None] = {}

    async def answer(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Send the core text to whoever needs it; an update that comes again is not answered again."""
        logger.error("updates cannot be stored now", extra={"count": len(updates)})
        for update in updates:
            place = place_of(update)
            number = update.get("update_id")
            if place is None or not place.private or not isinstance(number, int) or number in self._answered:
                continue
            # Outside the loop: judging takes time, the first time perhaps seconds.
            if await asyncio.to_thread(self._needs_help, _text_of(update)):
                await self._send(place.chat, number)

    def _needs_help(self, text: str) -> bool:
        if text.strip().lower().startswith(_SOS):
            return True
        try:
            return self._is_alarming(text)
        except Exception as error:
            # A broken screen must not silence us: better a lifeline too many.
            logger.error("the safety screen failed", extra={"reason": type(error).__name__})
            return bool(text)

    async def _send(self, chat: int, number: int) -> None:
        # Noted before it is sent, because the same update may be offered again while the request is under way.
        self._answered[number] = None
        try:
            for piece in messages(core_text(None)):
                await self._bot.send_message(chat, piece, parse_mode="HTML")
        except TelegramError as error:
            self._answered.pop(number, None)
            logger.error("the lifeline could not be sent", extra={"reason": type(error).__name__})
            return
        while len(self._answered) > _REMEMBERED:
            del self._answered[next(iter(self._answered))]


def _text_of(update: Mapping[str, Any]) -> str:
    for name in ("message", "edited_message"):
        body = update.get(name)
        if isinstance(body, Mapping):
            return str(body.get("text") or body.get("caption") or "")
    press = update.get("callback_query")
    data = press.get("data") if isinstance(press, Mapping) else ""
    return _SOS if data == "sos" else ""
