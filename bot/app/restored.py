"""After a restore staff hear what the bot no longer knows, and what it set aside."""

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.adapters.storage.restoring import restore_was_told, word_of_restore
from bot.app.roles import Role
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import DUTCH

if TYPE_CHECKING:
    from bot.app.house import House

logger = logging.getLogger(__name__)


async def tell_restored(house: "House") -> None:
    """Say it in the group, once; at the next start again when Telegram does not take it."""
    with suppress(StoreUnavailable):
        word = await word_of_restore(house.database)
        if word is None or Role.DELIVERY not in house.roles:
            return
        text = house.words.texts.say("house-restored", DUTCH, **word)
        try:
            await house.bot.send_message(house.staff.number, text)
        except TelegramError as error:
            logger.warning("staff could not be told of a restore", extra={"reason": type(error).__name__})
            return
        await restore_was_told(house.database)
