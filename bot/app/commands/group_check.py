"""``init --check``: whether the token and the staff group are right, and what is still missing."""

import asyncio

from telegram import Bot

from bot.adapters.content.texts import packaged_texts
from bot.adapters.telegram.group import group_state
from bot.app.connecting import telegram_bot
from bot.app.settings import load_settings
from bot.domain.ids import DUTCH


def check_command() -> int:
    """Print what is good and what must be mended (then 1); raises ``SettingsError`` for wrong settings."""
    settings = load_settings().require_for_run()

    async def look() -> list[str]:
        async with telegram_bot(settings, asyncio.Event()) as bot:
            return await missing_in(bot, settings.staff_chat)

    missing = asyncio.run(look())
    if not missing:
        print("Alles klopt: het token, de groep, de onderwerpen en de rechten van de bot.")
        return 0
    print("Het token en de groep kloppen. Dit moet nog:")
    for line in missing:
        print(f"- {line}")
    return 1


async def missing_in(bot: Bot, group: int) -> list[str]:
    """What a member of the group has to do, in their own Telegram."""
    chat = await bot.get_chat(group)
    state = group_state(await bot.get_chat_member(group, bot.id), forum=bool(chat.is_forum))
    texts = packaged_texts()
    lines = []
    if not state.forum:
        lines.append(
            "Zet onderwerpen aan: groepsinfo, Bewerken, Onderwerpen. Zonder onderwerpen werkt het ook, met antwoorden "
            "op berichten."
        )
    rights = [texts.say(f"right-{name.replace('_', '-')}", DUTCH) for name in state.missing or ()]
    if rights:
        lines.append(f"Maak de bot beheerder van de groep en geef deze rechten: {', '.join(rights)}.")
    if not getattr(await bot.get_me(), "can_read_all_group_messages", False) and state.missing:
        lines.append("Zolang de bot geen beheerder is, ziet hij niet wat medewerkers in de groep schrijven.")
    return lines
