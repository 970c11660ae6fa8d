"""Puts the rooms of a house together: which talk to which, and what is left out where nobody thinks."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from telegram import Bot

from bot.adapters.storage.database import Database
from bot.adapters.storage.standing import Standing
from bot.adapters.storage.store import SqlStore
from bot.adapters.telegram.emergency import Emergency
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.intake import Reception
from bot.adapters.telegram.staff_chat import StaffChat
from bot.app.house import House
from bot.app.outline import Hears, Outline, outline_of
from bot.app.reloading import Load
from bot.app.roles import Role
from bot.app.settings import RunSettings
from bot.service.measuring import Figures
from bot.service.ports import Clock, Composer, Drawer, Translator, Vault

if TYPE_CHECKING:
    from bot.app.webchat import WebChat
    from bot.dialogue.library import Library


def furnish(
    settings: RunSettings,
    words: "Library | Outline",
    load: Load,
    roles: frozenset[Role],
    database: Database,
    vault: Vault,
    store: SqlStore,
    identity: Identity,
    staff: StaffChat,
    bot: Bot,
    drawer: Drawer,
    clock: Clock,
    hears: Hears | None,
) -> House:
    """Everything in its place; what thinks only where there is a library."""
    bells = {"inbox": asyncio.Event(), "outbox": asyncio.Event()}
    thinking = None if isinstance(words, Outline) else words
    figures = Figures(content_version=thinking.matcher.version if thinking else "")
    desk, learning = None, None
    web_chat: WebChat | None = None
    if thinking is not None:
        from bot.adapters.telegram.composer import TelegramComposer
        from bot.adapters.telegram.updates import TelegramTranslator
        from bot.dialogue.conversing import Conversing
        from bot.service.desk import Desk
        from bot.service.learning import Learning

        dialogue = Conversing(thinking)
        learning = Learning(store, dialogue)
        translator: Translator = TelegramTranslator(identity, staff, lambda: bot.username)
        composer: Composer = TelegramComposer(identity, staff)
        if settings.web_chat:
            from bot.app.webchat import open_web_chat

            web_chat = open_web_chat(database, vault, clock)
            translator, composer = web_chat.translator(translator), web_chat.composer(composer)
        desk = Desk(
            store,
            translator,
            composer,
            dialogue,
            clock,
            stored=bells["outbox"].set,
            learned=learning.wake,
            signal=bells["inbox"],
            figures=figures,
        )

        def hears(text: str) -> bool:
            return dialogue.library.screen.assess(text).level.alarming

    assert hears is not None, "a house that does not think is told how danger is heard"
    emergency = Emergency(bot, hears)
    news: dict[str, Callable[[], None]] = {"inbox": bells["inbox"].set, "outbox": bells["outbox"].set}
    if learning is not None:
        news["learned"] = learning.wake
    if web_chat is not None:
        hub = web_chat.hub
        news["web"] = hub.bell.set
        figures.pages = lambda: hub.pages
    return House(
        settings=settings,
        load=load,
        roles=roles,
        database=database,
        bot=bot,
        identity=identity,
        store=store,
        staff=staff,
        reception=Reception(store, identity, staff, arrived=bells["inbox"].set, store_failed=emergency.answer),
        outline=words if isinstance(words, Outline) else outline_of(words),
        desk=desk,
        learning=learning,
        hears=hears,
        figures=figures,
        standing=Standing(settings.database_url, news),
        bells=bells,
        drawer=drawer,
        clock=clock,
        web_chat=web_chat,
    )
