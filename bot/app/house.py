"""One bot of one organisation: all rooms put together, and the tasks that run in them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import TelegramError

from bot.adapters.papers import shared_drawer
from bot.adapters.storage.database import Database
from bot.adapters.storage.occupied import in_use
from bot.adapters.storage.standing import Standing
from bot.adapters.storage.store import SqlStore, open_key_ring
from bot.adapters.telegram.delivery import TelegramSender
from bot.adapters.telegram.group import group_state
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.intake import Reception
from bot.adapters.telegram.staff_chat import StaffChat
from bot.adapters.telegram.updates import ALLOWED_UPDATES, group_seen, house_news
from bot.app.connecting import telegram_bot
from bot.app.fetching import NotedIntake
from bot.app.outline import Hears, Outline, outline_of
from bot.app.reloading import Load, Reloading
from bot.app.restored import tell_restored
from bot.app.roles import Role
from bot.app.settings import RunSettings
from bot.app.tasks import until_done, until_stopped, while_leading
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import DUTCH
from bot.service.limits import Limits
from bot.service.measuring import Figures
from bot.service.outbox import Dispatcher
from bot.service.ports import Clock, Drawer, Sender
from bot.service.timers import Timekeeper
from bot.service.watching import Watch

if TYPE_CHECKING:
    from bot.app.webchat import WebChat
    from bot.dialogue.library import Library
    from bot.service.desk import Desk
    from bot.service.learning import Learning

logger = logging.getLogger(__name__)

_AFTER_FAILURE = 1.0


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class House:
    """What the tasks share; made by ``open_house``."""

    settings: RunSettings
    load: Load
    roles: frozenset[Role]
    database: Database
    bot: Bot
    identity: Identity
    staff: StaffChat
    store: SqlStore
    reception: Reception
    outline: Outline
    """Words and profile of a house that does not think; see ``words``."""
    desk: "Desk | None"
    learning: "Learning | None"
    """Both only where updates are handled."""
    hears: Hears
    figures: Figures
    standing: Standing
    bells: Mapping[str, asyncio.Event]
    drawer: Drawer
    clock: Clock
    web_chat: "WebChat | None" = None
    """Only imported and made when it is switched on."""
    dispatcher: Dispatcher | None = None

    @property
    def words(self) -> Outline:
        """What this house says of itself, in the newest content."""
        return self.outline if self.learning is None else outline_of(self.learning.library)

    @property
    def library(self) -> "Library":
        """All content; only in a house that thinks."""
        assert self.learning is not None, "this house has no desk"
        return self.learning.library

    def wake(self) -> None:
        """There is something in the inbox."""
        self.bells["inbox"].set()

    @property
    def webhook_path(self) -> str | None:
        """Where Telegram brings updates; None when we fetch them."""
        return None if self.settings.webhook_url is None else urlsplit(self.settings.webhook_url).path or "/"

    async def run(self, stop: asyncio.Event) -> None:
        """Work until ``stop``; a task that fails ends the house loudly, and its supervisor starts it again."""
        await self._look_at_group()
        await tell_restored(self)
        jobs: list[Coroutine[Any, Any, None]] = [self.standing.run(), self.staff.follow(self.store)]
        if Role.INTAKE in self.roles:
            jobs.append(self._take_in())
        if self.web_chat is not None:
            jobs.append(self.web_chat.hub.run())
        if self.desk is not None and self.learning is not None and Role.DESK in self.roles:
            from bot.app.command_menu import show_commands

            jobs += [self.desk.run(), self.learning.run(), show_commands(self.bot, self.library, self.staff)]
        if Role.DELIVERY in self.roles:
            jobs.append(self._deliver())
        if Role.TIMERS in self.roles:
            jobs.append(Timekeeper(self.store, self.clock, rang=self.wake).run())
            jobs.append(Watch(self.store, self.clock, self._cry).run())
        tasks = [asyncio.create_task(job) for job in jobs]
        logger.info("the bot is running")
        await until_stopped(stop, tasks, self.database)
        if self.web_chat is not None:
            self.web_chat.hub.close()
        if self.dispatcher is not None:
            with suppress(StoreUnavailable):
                await self.dispatcher.drain()
        logger.info("the bot has stopped")

    def reloading(self) -> "Reloading[Library | Outline]":
        """Reads the content again; refused as a whole when something is wrong with it, and staff hear what."""
        return Reloading(self.load, self._use, self._refused, self.figures)

    async def _use(self, words: "Library | Outline") -> None:
        if isinstance(words, Outline):
            self.outline = words
        elif self.learning is not None:
            await self.learning.renew(words)

    async def _refused(self, reason: str) -> None:
        await self.store.receive([house_news(reason, self.identity, self.staff.number, self.clock())])
        self.wake()

    async def handoffs(self) -> tuple[int, int]:
        """Talks that wait, and talks that somebody has."""
        from bot.handoff.record import Handoff, Status
        from bot.service.staffroom import read_record

        kept = [record for record in await self.store.records("handoff") if record.open]
        talks = [talk for record in kept if isinstance(talk := read_record(record), Handoff)]
        waiting = sum(talk.status is Status.WAITING for talk in talks)
        return waiting, len(talks) - waiting

    async def _take_in(self) -> None:
        if self.settings.webhook_url is not None:
            await self._set_webhook()
            return
        while True:
            async with self.standing.lead("intake") as lost:
                # A webhook that was set once would keep us from fetching (409).
                await until_done(self.bot.delete_webhook)
                intake = NotedIntake(self.bot, self.store, self.reception, self.figures.fetch)
                await while_leading(intake.run(), lost)

    async def _set_webhook(self) -> None:
        settings = self.settings

        async def ask() -> object:
            return await self.bot.set_webhook(
                settings.webhook_url or "",
                secret_token=settings.webhook_secret,
                allowed_updates=list(ALLOWED_UPDATES),
            )

        await until_done(ask)

    async def _deliver(self) -> None:
        """Whoever begins settles what its predecessor left half done."""
        while True:
            async with self.standing.lead("delivery") as lost:
                sender: Sender = TelegramSender(self.bot, self.identity, self.staff, self.clock)
                if self.web_chat is not None:
                    sender = self.web_chat.sender(sender, self.bot, self.clock)
                dispatcher = Dispatcher(
                    self.store,
                    sender,
                    self.clock,
                    Limits(overall_per_second=self.settings.sends_per_second),
                    self.drawer,
                    fed_back=self.bells["inbox"],
                    bell=self.bells["outbox"],
                    figures=self.figures,
                )
                try:
                    await dispatcher.prepare()
                    self.dispatcher = dispatcher
                    self.figures.send.begin()
                    await while_leading(dispatcher.run(), lost)
                    await dispatcher.drain()
                except StoreUnavailable as error:
                    logger.warning("the outbox cannot be read, trying again", extra={"reason": str(error)})
                    await asyncio.sleep(_AFTER_FAILURE)

    async def _cry(self, sentence: str, minutes: int) -> None:
        """Say it in the group at once, past the outbox: that may be what is stuck."""
        text = self.words.texts.say(sentence, DUTCH, minutes=minutes)
        with suppress(TelegramError):
            await self.bot.send_message(self.staff.number, text)

    async def _look_at_group(self) -> None:
        """Which rights the bot has in the staff group; told to the desk like any other news."""
        try:
            chat = await self.bot.get_chat(self.staff.number)
            member = await self.bot.get_chat_member(self.staff.number, self.bot.id)
        except TelegramError as error:
            logger.warning("the staff group could not be looked at", extra={"reason": type(error).__name__})
            return
        change = group_state(member, forum=bool(chat.is_forum))
        with suppress(StoreUnavailable):
            await self.store.receive([group_seen(change, self.identity, self.staff.number, self.clock())])


@asynccontextmanager
async def open_house(
    settings: RunSettings,
    words: "Library | Outline",
    load: Load,
    roles: frozenset[Role],
    stop: asyncio.Event,
    clock: Clock = utc_now,
    hears: Hears | None = None,
) -> AsyncIterator[House]:
    """Connect to the database and to Telegram; raises ``SettingsError`` when one of them refuses us.

    With an ``Outline`` the house does not think: no desk, no web chat; ``hears`` is what it judges danger by.
    """
    from bot.app.furnishing import furnish

    database = Database(settings.database_url, busy=not isinstance(words, Outline))
    mark = ExitStack()
    outline = words if isinstance(words, Outline) else outline_of(words)
    try:
        mark.enter_context(in_use(settings.database_url, alone=False))
        await _reach(database, stop)
        vault = await open_key_ring(database, settings.secret_keys)
        identity = Identity(vault)
        store = SqlStore(database, vault, clock, state_lifetime=timedelta(hours=outline.state_hours))
        staff = StaffChat(settings.staff_chat)
        await staff.look(store)
        async with telegram_bot(settings, stop, staff) as bot, shared_drawer() as drawer:
            yield furnish(
                settings, words, load, roles, database, vault, store, identity, staff, bot, drawer, clock, hears
            )
    finally:
        await database.close()
        mark.close()


async def _reach(database: Database, stop: asyncio.Event) -> None:
    """Wait for a server that is away; a file that cannot be opened is a mistake that waiting does not mend."""
    while True:
        try:
            await database.migrate()
            return
        except StoreUnavailable as error:
            if database.is_sqlite or stop.is_set():
                raise
            logger.warning("the database cannot be reached, trying again", extra={"reason": str(error)})
            await asyncio.sleep(_AFTER_FAILURE)
