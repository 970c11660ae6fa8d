"""Puts the rooms together into a running bot."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.adapters.storage.database import Database
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.telegram.composer import TelegramComposer
from bot.adapters.telegram.delivery import TelegramSender, backoff
from bot.adapters.telegram.emergency import Emergency
from bot.adapters.telegram.group import group_state
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.intake import Intake, Reception
from bot.adapters.telegram.updates import TelegramTranslator, group_seen
from bot.app.settings import RunSettings
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.domain.errors import SettingsError
from bot.domain.ids import DUTCH
from bot.service.desk import Desk
from bot.service.learning import Learning
from bot.service.limits import Limits
from bot.service.outbox import Dispatcher
from bot.service.timers import Timekeeper

logger = logging.getLogger(__name__)

COMMANDS = ("menu", "mens", "sos", "help", "privacy", "inzage", "wis", "stop", "weg", "taal", "start")
"""Shown in Telegram's own command menu."""
STAFF_COMMANDS = (
    "wachtrij",
    "dienst",
    "vragen",
    "rapport",
    "uitslag",
    "faq",
    "zin",
    "overdragen",
    "afsluiten",
    "spoed",
    "blokkeer",
    "verwijder",
    "help",
)
"""Shown in the menu of the staff group."""


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


async def run(settings: RunSettings, library: Library) -> None:
    """Run until the process is asked to stop; raises ``SettingsError`` when it cannot start."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    database = Database(settings.database_url)
    try:
        await database.migrate()
        await _serve(settings, library, database, stop)
    finally:
        await database.close()


async def _serve(settings: RunSettings, library: Library, database: Database, stop: asyncio.Event) -> None:
    vault = await open_key_ring(database, settings.secret_keys)
    identity = Identity(vault)
    store = SqlStore(database, vault, utc_now, state_lifetime=timedelta(hours=library.profile.state_hours))
    async with telegram_bot(settings, stop) as bot:
        entered = asyncio.Event()
        dispatcher = Dispatcher(
            store,
            TelegramSender(bot, identity, utc_now),
            utc_now,
            Limits(overall_per_second=settings.sends_per_second),
            fed_back=entered,
        )
        dialogue = Conversing(library)
        learning = Learning(store, dialogue)
        desk = Desk(
            store,
            TelegramTranslator(identity, settings.staff_chat),
            TelegramComposer(identity, settings.staff_chat),
            dialogue,
            utc_now,
            stored=dispatcher.wake,
            learned=learning.wake,
            signal=entered,
        )
        emergency = Emergency(bot, lambda text: library.screen.assess(text).level.alarming)
        reception = Reception(store, identity, arrived=desk.wake, store_failed=emergency.answer)
        intake = Intake(bot, store, reception)
        await dispatcher.prepare()
        await _look_at_group(bot, settings, store, identity)
        await _with_health(settings, store)
        tasks = [
            asyncio.create_task(intake.run()),
            asyncio.create_task(desk.run()),
            asyncio.create_task(dispatcher.run()),
            asyncio.create_task(learning.run()),
            asyncio.create_task(Timekeeper(store, utc_now, rang=desk.wake).run()),
            asyncio.create_task(_announce(bot, library, settings.staff_chat)),
        ]
        logger.info("the bot is running")
        await _until_stopped(stop, tasks, database)
        await dispatcher.drain()
        logger.info("the bot has stopped")


async def _until_stopped(stop: asyncio.Event, tasks: Sequence[asyncio.Task[None]], database: Database) -> None:
    """Wait for a stop, or for a task that fails: then the process ends loudly and its supervisor starts it again."""
    stopping = asyncio.create_task(stop.wait())
    working = list(tasks)
    try:
        while not stop.is_set():
            done, _ = await asyncio.wait({stopping, *working}, return_when=asyncio.FIRST_COMPLETED)
            for task in [task for task in working if task in done]:
                task.result()
                working = [other for other in working if other is not task]
    finally:
        stopping.cancel()
        async with database.quiet():
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)


@asynccontextmanager
async def telegram_bot(settings: RunSettings, stop: asyncio.Event) -> AsyncIterator[Bot]:
    """A bot whose token and staff group were checked; waits as long as Telegram cannot be reached."""
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        # A longer read timeout than usual: a send that times out may have arrived, and then nobody knows.
        request=HTTPXRequest(connection_pool_size=16, connect_timeout=10, read_timeout=25, pool_timeout=10),
        get_updates_request=HTTPXRequest(connection_pool_size=2, connect_timeout=10, pool_timeout=10),
    )
    try:
        await _check(bot, settings, stop)
        yield bot
    finally:
        await bot.shutdown()


async def _check(bot: Bot, settings: RunSettings, stop: asyncio.Event) -> None:
    tries = 0
    while not stop.is_set():
        try:
            await bot.initialize()
            await bot.get_chat(settings.staff_chat)
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
        except TelegramError as error:
            logger.warning("Telegram cannot be reached, trying again", extra={"reason": type(error).__name__})
            tries += 1
            await asyncio.sleep(backoff(tries).total_seconds())


async def _look_at_group(bot: Bot, settings: RunSettings, store: SqlStore, identity: Identity) -> None:
    """Which rights the bot has in the staff group; told to the desk like any other news."""
    try:
        chat = await bot.get_chat(settings.staff_chat)
        member = await bot.get_chat_member(settings.staff_chat, bot.id)
    except TelegramError as error:
        logger.warning("the staff group could not be looked at", extra={"reason": type(error).__name__})
        return
    change = group_state(member, forum=bool(chat.is_forum))
    await store.receive([group_seen(change, identity, settings.staff_chat, utc_now())])


async def _announce(bot: Bot, library: Library, staff_chat: int) -> None:
    """Show the commands in Telegram's menu; nice to have, so a failure is only noted."""
    try:
        for language in library.texts.languages:
            commands = [BotCommand(name, library.texts.say(f"command-{name}", language)) for name in COMMANDS]
            await bot.set_my_commands(commands, language_code=language if language != "nl" else None)
        own = [BotCommand(name, library.texts.say(f"staff-command-{name}", DUTCH)) for name in STAFF_COMMANDS]
        await bot.set_my_commands(own, scope=BotCommandScopeChat(staff_chat))
    except TelegramError as error:
        logger.warning("the command menu could not be set", extra={"reason": type(error).__name__})


async def _with_health(settings: RunSettings, store: SqlStore) -> None:
    if settings.http_port is None:
        return
    # Only a bot that serves health needs a web server: it takes a third of a second to import.
    from aiohttp import web

    from bot.adapters.web.health import health_application

    runner = web.AppRunner(health_application(store, utc_now), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, port=settings.http_port).start()
    except OSError as error:
        raise SettingsError(
            f"Poort {settings.http_port} is al in gebruik. Kies een andere STEUNPUNT_HTTP_PORT."
        ) from error
    logger.info("health is served", extra={"port": settings.http_port})
