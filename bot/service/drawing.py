"""Draws the documents of waiting messages beside everything else: after the commit, and before the message leaves.

What is being drawn stays a waiting row with the value in it. A crash loses the drawing and nothing else: it is drawn
again. Only what stands behind it for the same person with the same urgency waits for it.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from bot.domain.errors import DrawingFailed
from bot.service.ports import Drawer
from bot.service.records import Drawing, WaitingMessage

logger = logging.getLogger(__name__)

_FORGOTTEN_AFTER = 600.0
"""Seconds after which a drawing that nobody came for goes: its person wiped everything, or it waits for long."""


@dataclass(slots=True)
class _Begun:
    task: asyncio.Task[bytes | None]
    at: float


class Drawings:
    """What is being drawn and what is ready; belongs to one dispatcher."""

    def __init__(self, drawer: Drawer, finished: Callable[[], None]) -> None:
        """``finished`` is called whenever one is ready, or failed."""
        self._drawer = drawer
        self._finished = finished
        self._begun: dict[int, _Begun] = {}

    @property
    def under_way(self) -> Collection[int]:
        """Sequences of the messages that cannot leave yet."""
        old = time.monotonic() - _FORGOTTEN_AFTER
        self._begun = {row: begun for row, begun in self._begun.items() if not begun.task.done() or begun.at > old}
        return [row for row, begun in self._begun.items() if not begun.task.done()]

    def ready(self, waiting: WaitingMessage) -> WaitingMessage | None:
        """The message with all that it needs to leave; None while something is drawn for it."""
        drawing = waiting.message.drawing
        if drawing is None:
            return waiting
        begun = self._begun.get(waiting.sequence)
        if begun is None:
            task = asyncio.create_task(self._draw(drawing))
            task.add_done_callback(lambda _: self._finished())
            self._begun[waiting.sequence] = _Begun(task, time.monotonic())
            return None
        if not begun.task.done():
            return None
        drawn = begun.task.result()
        return replace(waiting, drawn=drawn) if drawn is not None else _in_words(waiting, drawing)

    def leaves(self, waiting: WaitingMessage) -> None:
        """It goes now; should it have to go again, it is drawn again."""
        self._begun.pop(waiting.sequence, None)

    async def close(self) -> None:
        """Stop drawing; the rows wait for whoever comes next."""
        tasks = [begun.task for begun in self._begun.values()]
        self._begun = {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _draw(self, drawing: Drawing) -> bytes | None:
        kind = drawing.document.get("kind", "")
        try:
            return await self._drawer.draw(drawing.document)
        except DrawingFailed as error:
            logger.warning("a document could not be drawn", extra={"reason": f"{kind}: {error}"})
        except Exception as error:
            # A mistake of ours in one document must not stop all others; the class name is safe to keep.
            logger.warning("a document could not be drawn", extra={"reason": f"{kind}: {type(error).__name__}"})
        return None


def _in_words(waiting: WaitingMessage, drawing: Drawing) -> WaitingMessage:
    """What is said in place of a document that could not be made."""
    said = replace(waiting.message, method=drawing.method, parameters=drawing.parameters, drawing=None)
    return replace(waiting, message=said)
