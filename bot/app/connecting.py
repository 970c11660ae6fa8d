"""The connection to Telegram, checked at the start."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.adapters.telegram.delivery import backoff
from bot.adapters.telegram.request import Request
from bot.adapters.telegram.staff_chat import StaffChat
from bot.app.settings import RunSettings
from bot.domain.errors import SettingsError

logger = logging.getLogger(__name__)


@asynccontextmanager
async def telegram_bot(
    settings: RunSettings, stop: asyncio.Event, staff: StaffChat | None = None
) -> AsyncIterator[Bot]:
    """A bot whose token and staff group were checked; waits as long as Telegram cannot be reached."""
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        # A longer read timeout than usual: a send that times out may have arrived, and then nobody knows.
        request=Request(16, read_timeout=25),
        get_updates_request=Request(2),
    )
    try:
        await _check(bot, staff or StaffChat(settings.staff_chat), stop)
        yield bot
    finally:
        await bot.shutdown()


async def _check(bot: Bot, staff: StaffChat, stop: asyncio.Event) -> None:
    tries = 0
    while not stop.is_set():
        try:
            await bot.initialize()
            await bot.get_chat(staff.number)
            return
        except InvalidToken:
            raise SettingsError(
                "Telegram kent dit token niet. Kijk STEUNPUNT_TELEGRAM_TOKEN na bij @BotFather."
            ) from None
        except (BadRequest, Forbidden):
            raise SettingsError(
                "De bot kan de medewerkersgroep niet vinden. Voeg de bot toe aan de groep en kijk "
                "STEUNPUNT_STAFF_CHAT_ID na."
            ) from None
        except ChatMigrated as error:
            staff.moved(error.new_chat_id)
        except TelegramError as error:
            logger.warning("Telegram cannot be reached, trying again", extra={"reason": type(error).__name__})
            tries += 1
            await asyncio.sleep(backoff(tries).total_seconds())
