"""The commands in Telegram's own menu, for people and for the staff group."""

import logging

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.adapters.telegram.staff_chat import StaffChat
from bot.dialogue.library import Library
from bot.dialogue.staffroom.actions import ACTIONS
from bot.domain.ids import DUTCH

logger = logging.getLogger(__name__)

COMMANDS = ("menu", "mens", "sos", "help", "privacy", "inzage", "wis", "stop", "weg", "taal", "start")
"""Shown to everybody."""
STAFF_COMMANDS = (*(action.names[0] for action in ACTIONS if action.menu), "id")
"""Shown in the menu of the staff group; ``/id`` is answered before anybody knows which group that is."""


async def show_commands(bot: Bot, library: Library, staff: StaffChat) -> None:
    """Nice to have, so a failure is only noted."""
    texts = library.texts
    names = (*COMMANDS, *(("nieuws",) if library.profile.news else ()))
    try:
        for language in texts.languages:
            commands = [BotCommand(name, texts.say(f"command-{name}", language)) for name in names]
            await bot.set_my_commands(commands, language_code=language if language != DUTCH else None)
        own = [BotCommand(name, texts.say(f"staff-command-{name}", DUTCH)) for name in STAFF_COMMANDS]
        await bot.set_my_commands(own, scope=BotCommandScopeChat(staff.number))
    except TelegramError as error:
        logger.warning("the command menu could not be set", extra={"reason": type(error).__name__})
