"""Draws in a process of its own: a thread would hold up everybody with each picture, because Python runs one at a time.

The process starts with the first document (which takes a second or so), draws one after the other, and goes when there
was nothing to draw for a while, so that an idle bot stays small. It ends by itself when we are killed: its input ends.
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from bot.adapters.papers.pipe import LENGTH, MADE
from bot.domain.errors import DrawingFailed

WORKER = (sys.executable, "-m", "bot.adapters.papers.worker")
_TRIES = 2
"""A process that was killed says nothing about the document; a document that fails says so itself."""
_PATIENCE = 120.0
"""Seconds for one document, on a machine that is busy with other things; ten times what any of them takes."""
_IDLE = 120.0


class DrawingProcess:
    """Implements ``Drawer``."""

    def __init__(self, *, command: tuple[str, ...] = WORKER, patience: float = _PATIENCE, idle: float = _IDLE) -> None:
        self._command = command
        self._patience = patience
        self._idle = idle
        self._lock = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._leaving: asyncio.Task[None] | None = None

    @property
    def number(self) -> int | None:
        """Of the process that draws now; None when there is none."""
        return None if self._process is None else self._process.pid

    async def draw(self, document: Mapping[str, Any]) -> bytes:
        """The file; raises ``DrawingFailed``."""
        async with self._lock:
            self._stay()
            try:
                return await self._insist(json.dumps(document, ensure_ascii=False).encode("utf-8"))
            finally:
                self._leaving = asyncio.create_task(self._leave())

    async def close(self) -> None:
        """End it, whatever it does."""
        self._stay()
        await self._end()

    async def _insist(self, request: bytes) -> bytes:
        reason = ""
        for _ in range(_TRIES):
            try:
                async with asyncio.timeout(self._patience):
                    return await self._ask(request)
            except DrawingFailed:
                raise
            except (OSError, EOFError) as error:
                # Too slow is one of them as well.
                reason = type(error).__name__
                await self._end()
            except BaseException:
                # Whoever asked is gone: an answer half read would be taken for the next.
                await self._end()
                raise
        raise DrawingFailed(reason)

    async def _ask(self, request: bytes) -> bytes:
        process = self._process = self._process or await self._start()
        if process.stdin is None or process.stdout is None:
            raise OSError
        process.stdin.write(LENGTH.pack(len(request)) + request)
        await process.stdin.drain()
        made = await process.stdout.readexactly(1)
        (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        content = await process.stdout.readexactly(length)
        if made != MADE:
            raise DrawingFailed(content.decode("ascii", "replace"))
        return content

    async def _start(self) -> asyncio.subprocess.Process:
        package = str(Path(__file__).parents[3])
        # It needs no key and no token, so it gets none.
        clean = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
        path = os.pathsep.join(filter(None, (package, clean.get("PYTHONPATH"))))
        return await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**clean, "PYTHONPATH": path},
            # Ctrl-C in a terminal is for us: we end it when all is sent.
            start_new_session=True,
        )

    def _stay(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    async def _leave(self) -> None:
        await asyncio.sleep(self._idle)
        async with self._lock:
            await self._end()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


@dataclass(slots=True)
class _Shared:
    drawer: DrawingProcess
    users: int = 0


_of_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, _Shared] = WeakKeyDictionary()


@asynccontextmanager
async def shared_drawer() -> AsyncIterator[DrawingProcess]:
    """The one of this loop: organisations beside each other have one process that draws; the last to go ends it."""
    loop = asyncio.get_running_loop()
    shared = _of_loop.setdefault(loop, _Shared(DrawingProcess()))
    shared.users += 1
    try:
        yield shared.drawer
    finally:
        shared.users -= 1
        if not shared.users:
            await shared.drawer.close()
