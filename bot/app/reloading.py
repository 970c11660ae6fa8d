"""Reading the content anew while the bot runs: whatever goes wrong is said, and tried again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.app.outline import Outline
from bot.domain.errors import ContentError, SteunpuntError
from bot.domain.ids import DUTCH
from bot.service.measuring import Figures

if TYPE_CHECKING:
    from bot.dialogue.library import Library

logger = logging.getLogger(__name__)

_AGAIN_AFTER = 30.0
"""Seconds after which a reload that failed is tried again by itself: somebody may have mended the file."""

Words = TypeVar("Words", bound="Library | Outline")
Load = Callable[[], "Library | Outline"]
"""Reads the content anew, or what a process needs of it; raises ``ContentError`` that lists what is wrong with it."""


class Reloading(Generic[Words]):
    """Replaces the content of one house, or keeps the old and says why."""

    def __init__(
        self,
        load: Callable[[], Words],
        use: Callable[[Words], Awaitable[None]],
        say: Callable[[str], Awaitable[None]],
        figures: Figures,
    ) -> None:
        """``use`` puts what is good to work; ``say`` tells the group in words why a new one was refused."""
        self._load = load
        self._use = use
        self._say = say
        self._figures = figures
        self._said = ""

    async def once(self) -> bool:
        """Whether the new content is in use now; never raises but for cancellation."""
        try:
            words = await asyncio.to_thread(self._load)
            await self._use(words)
        except Exception as error:
            await self._refuse(error)
            return False
        self._said = self._figures.reload_trouble = ""
        version = "" if isinstance(words, Outline) else words.matcher.version
        self._figures.content_version = version
        logger.info("new content is in use", extra={"version": version})
        return True

    async def run(self, asked: asyncio.Event) -> None:
        """Each time somebody asks; after a failure again and again until it is good."""
        while True:
            await asked.wait()
            asked.clear()
            while not await self.once():
                try:
                    async with asyncio.timeout(_AGAIN_AFTER):
                        await asked.wait()
                except TimeoutError:
                    continue
                self._said = ""
                asked.clear()

    async def _refuse(self, error: Exception) -> None:
        self._figures.reloads_refused += 1
        if isinstance(error, SteunpuntError):
            reason = str(error)
            count = len(reason.splitlines())
            # Only how many: the lines quote files.
            trouble = f"{count} fout(en) in de inhoud" if isinstance(error, ContentError) else reason
            logger.warning("new content was refused", extra={"count": count})
        else:
            from bot.adapters.content.texts import packaged_texts

            reason = packaged_texts().say("house-reload-failed", DUTCH)
            trouble = "het inlezen ging onverwacht mis; het log zegt waar"
            logger.error("new content could not be read", exc_info=error)
        self._figures.reload_trouble = trouble
        if reason == self._said:
            return
        try:
            await self._say(reason)
            self._said = reason
        except Exception as failure:
            # Said at the next try; the old content stays in use meanwhile.
            logger.warning("the group could not be told", extra={"reason": type(failure).__name__})
