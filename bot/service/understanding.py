"""Thinking away from the event loop: what people wrote is understood together in one thread, before any transaction.

Thinking beforehand only saves time. When it fails for a batch, each message is thought about by itself; what fails then
as well is left to its own turn, where a mistake is counted, tried again and in the end set aside.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

from bot.dialogue.understanding import Moment, Understood

logger = logging.getLogger(__name__)

_THINKER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="thinking")
"""One for all desks of this process: two that think beside each other only wait for one another."""


class Thinker(Protocol):
    """The part of the dialogue that takes its time."""

    def hear(self, moments: Sequence[Moment]) -> Understood:
        """Danger in what these say."""
        ...

    def think(self, heard: Understood, moments: Sequence[Moment]) -> Understood:
        """The same, in which what these ask was judged too."""
        ...


@dataclass(frozen=True, slots=True)
class Thoughts:
    """What was understood, by the source of each update."""

    _found: Mapping[str, Understood] = field(default_factory=dict)

    def of(self, source: str) -> Understood | None:
        """None where nothing was thought: the turn thinks for itself."""
        return self._found.get(source)

    def alarming(self, source: str) -> bool:
        """Whether danger is heard in it."""
        found = self._found.get(source)
        return found is not None and source in found.alarming


async def hear(thinker: Thinker, moments: Sequence[Moment]) -> Thoughts:
    """Danger in all these."""
    return Thoughts(await _together("danger", thinker.hear, moments))


async def think(thinker: Thinker, heard: Thoughts, moments: Sequence[Moment]) -> Thoughts:
    """What all these ask, beside what was heard in them."""
    known = {source: one for moment in moments if (one := heard.of(source := moment.arrival.cause)) is not None}
    found: dict[str, Understood] = dict(known)
    for one in {id(one): one for one in known.values()}.values():
        own = [moment for moment in moments if known.get(moment.arrival.cause) is one]

        def judged(some: Sequence[Moment], heard: Understood = one) -> Understood:
            return thinker.think(heard, some)

        found |= await _together("questions", judged, own)
    return Thoughts(found)


async def _together(
    what: str, judge: Callable[[Sequence[Moment]], Understood], moments: Sequence[Moment]
) -> dict[str, Understood]:
    if not moments:
        return {}
    try:
        understood = await asyncio.get_running_loop().run_in_executor(_THINKER, judge, moments)
    except Exception as error:
        if len(moments) > 1:
            alone = [await _together(what, judge, [moment]) for moment in moments]
            return {source: one for found in alone for source, one in found.items()}
        # The words of an error might quote a person.
        logger.warning("thinking beforehand failed", extra={"reason": f"{what}: {type(error).__name__}"})
        return {}
    return {moment.arrival.cause: understood for moment in moments}
