"""Keeps the dialogue's knowledge up to date: accepted phrasings count at once, and new content without a restart."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from bot.dialogue.library import Library
from bot.domain.errors import StoreUnavailable
from bot.domain.ids import EntryId, Language
from bot.domain.question import AcceptedPhrasing
from bot.service.desk import Dialogue
from bot.service.ports import Store
from bot.service.staffroom import read_record

logger = logging.getLogger(__name__)

_LOOK_EVERY = 10.0
"""Another process may have learned something; here it is known within this many seconds."""


class Learning:
    """Runs as one task; the only one that replaces the library of the dialogue."""

    def __init__(self, store: Store, dialogue: Dialogue) -> None:
        self._store = store
        self._dialogue = dialogue
        self._content = dialogue.library
        """The content as it was loaded, before anything was learned."""
        self._known: frozenset[AcceptedPhrasing] = frozenset()
        self._signal = asyncio.Event()

    @property
    def library(self) -> Library:
        """What the dialogue knows now."""
        return self._dialogue.library

    def wake(self) -> None:
        """Something was accepted."""
        self._signal.set()

    async def renew(self, library: Library) -> None:
        """Go on with new content; turns that are under way end with the old one."""
        self._content = library
        self._dialogue.library = library
        self._known = frozenset()
        with suppress(StoreUnavailable):
            await self.look()

    async def run(self) -> None:
        """Look at the start, after each decision of staff, and now and then."""
        while True:
            self._signal.clear()
            try:
                await self.look()
            except StoreUnavailable as error:
                logger.warning("accepted phrasings cannot be read, trying again", extra={"reason": str(error)})
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_EVERY):
                    await self._signal.wait()

    async def look(self) -> None:
        """Teach the matcher what was accepted and is not in the content yet."""
        records = await self._store.records("phrasing")
        accepted = frozenset(record for kept in records if isinstance(record := read_record(kept), AcceptedPhrasing))
        if accepted == self._known:
            return
        content = self._content
        matcher = content.matcher
        for language, phrasings in _fresh(content, accepted).items():
            # Learning takes some hundredths of a second; the loop must not stand still for it.
            matcher = await asyncio.to_thread(matcher.with_phrasings, phrasings, language=language)
        if content is self._content:
            self._dialogue.library = replace(content, matcher=matcher)
            self._known = accepted


def _fresh(
    library: Library, accepted: frozenset[AcceptedPhrasing]
) -> Mapping[Language, Mapping[EntryId, tuple[str, ...]]]:
    found: dict[Language, dict[EntryId, tuple[str, ...]]] = defaultdict(dict)
    for phrasing in sorted(accepted, key=lambda p: p.id):
        entry = library.entries.get(phrasing.entry)
        if entry is not None and phrasing.text not in entry.questions.get(phrasing.language, ()):
            known = found[phrasing.language].get(entry.id, ())
            found[phrasing.language][entry.id] = (*known, phrasing.text)
    return found
