"""``init`` for somebody who sits at the keyboard: one question at a time, each answer tried at once."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from telegram import Bot, Chat, Update
from telegram.error import Conflict, Forbidden, InvalidToken, TelegramError

from bot.adapters.telegram.request import Request
from bot.app.commands.first_settings import Ask, FirstSettings
from bot.app.commands.group_check import missing_in
from bot.domain.errors import SettingsError

_PATIENCE = 600.0
_POLL_SECONDS = 10
_GROUPS = ("group", "supergroup")


async def lead(ask: Ask, say: Callable[[str], None], api_url: str) -> FirstSettings:
    """Token, group and content, in that order; an empty answer skips what can be filled in later."""
    say("Stap 1 van 3: de bot. Open in Telegram een gesprek met @BotFather, stuur /newbot en volg de vragen.")
    while True:
        token = (await asyncio.to_thread(ask, "Plak hier het token (leeg: later): ")).strip()
        if not token:
            return FirstSettings(content=await _content(ask, say))
        try:
            bot = Bot(
                token,
                base_url=f"{api_url}/bot",
                base_file_url=f"{api_url}/file/bot",
                request=Request(1),
                get_updates_request=Request(1),
            )
            async with bot:
                say(f"Het token klopt: dit is @{bot.username}.")
                group = await _group(bot, ask, say)
        except (InvalidToken, Forbidden):
            say("Telegram kent dit token niet. Kopieer het hele token, met de cijfers en de dubbele punt.")
            continue
        except TelegramError:
            say("Telegram is nu niet te bereiken. Het token staat straks in het bestand; vul de groep later in.")
            group = None
        return FirstSettings(token=token, group=group, content=await _content(ask, say))


async def _group(bot: Bot, ask: Ask, say: Callable[[str], None]) -> int | None:
    say(
        "Stap 2 van 3: de groep van medewerkers. Maak in Telegram een groep, zet "
        f"@{bot.username} erin, en schrijf in die groep: /id@{bot.username}"
    )
    refused: set[int] = set()
    until, offset = time.monotonic() + _PATIENCE, 0
    say("Ik wacht op jullie bericht. Stoppen: Ctrl-C.")
    while time.monotonic() < until:
        try:
            updates = await bot.get_updates(offset=offset, timeout=_POLL_SECONDS)
        except Conflict:
            say("Deze bot draait al ergens, of heeft een webhook. Stop hem, of vul het groepsnummer later zelf in.")
            return None
        for update in updates:
            offset = update.update_id + 1
            chat = _chat_of(update)
            if chat is None or chat.id in refused:
                continue
            if _yes(await asyncio.to_thread(ask, f"Is '{chat.title}' de groep van medewerkers? (ja/nee): ")):
                with suppress(TelegramError):
                    # What was read here is read: the bot must not answer it as a question later.
                    await bot.get_updates(offset=offset, timeout=0)
                await _tell_missing(bot, chat.id, say)
                return chat.id
            refused.add(chat.id)
    say("Er kwam geen bericht. Vul het nummer van de groep later zelf in.")
    return None


async def _tell_missing(bot: Bot, group: int, say: Callable[[str], None]) -> None:
    missing = await missing_in(bot, group)
    say("De groep is klaar voor gebruik." if not missing else "De groep is gevonden. Dit moet nog in Telegram:")
    for line in missing:
        say(f"- {line}")


async def _content(ask: Ask, say: Callable[[str], None]) -> str:
    say("Stap 3 van 3: jullie eigen inhoud, de map met steunpunt.yaml en faq/.")
    while True:
        folder = (await asyncio.to_thread(ask, "Welke map? (leeg: de meegeleverde, om te proberen): ")).strip()
        if not folder:
            return ""
        found = _content_in(folder)
        if found:
            return found
        say(f"In {folder} staat geen steunpunt.yaml.")


def _content_in(folder: str) -> str:
    path = Path(folder).expanduser().resolve()
    return str(path) if (path / "steunpunt.yaml").is_file() else ""


def _chat_of(update: Update) -> Chat | None:
    chat = update.effective_chat
    return chat if chat is not None and chat.type in _GROUPS else None


def _yes(text: str) -> bool:
    return text.strip().lower() in ("j", "ja", "y", "yes")


def told(ask: Ask, say: Callable[[str], None], api_url: str) -> FirstSettings:
    """Lead somebody through it; raises ``SettingsError`` when there is nobody to answer."""
    try:
        return asyncio.run(lead(ask, say, api_url))
    except EOFError:
        raise SettingsError("Er kwam geen antwoord meer. Er is niets opgeslagen; begin opnieuw.") from None
