"""Says to whoever waits what takes so long: a bar at a terminal, a plain line now and then anywhere else.

What is over within seconds says nothing where nobody looks at a terminal.
"""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TextIO

logger = logging.getLogger(__name__)

_WIDTH = 30
_MANY = 500
"""Fewer sentences than this are done before somebody wonders."""


class Progress:
    """Of one process; ``out`` and ``clock`` are those of the process unless somebody else is told."""

    def __init__(
        self,
        out: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        every: float = 10.0,
        beat: float = 1.0,
    ) -> None:
        """``every``: seconds between two plain lines; ``beat``: between two looks at a step without a measure."""
        self._out = out
        self._clock = clock
        self._every = every
        self._beat = beat
        self._said = clock()
        self._began = clock()
        self._open = False
        """A line at the terminal that has no end yet."""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Something that may take minutes, and does not say itself how far it is."""
        began, over = self._clock(), Event()
        self._began = self._said = began
        if self._terminal:
            self._write(f"{name} …")

        def beat() -> None:
            while not over.wait(self._beat):
                if not self._terminal:
                    self._plainly(f"{name}: al {self._clock() - began:.0f} seconden bezig")

        teller = Thread(target=beat, daemon=True)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join()
            if self._terminal:
                self._write(f"{name}: klaar na {self._clock() - began:.0f} s")

    def tell(self, name: str) -> None:
        """A step that is over soon."""
        if self._terminal:
            self._write(f"{name} …")
        else:
            self._plainly(name)

    def done(self, count: int, whole: int) -> None:
        """So many sentences of so many."""
        if whole < _MANY:
            return
        if count >= whole or count < 1:
            left = ""
        else:
            seconds = (self._clock() - self._began) * (whole - count) / count
            left = f", nog ongeveer {_in_words(seconds)}"
        if self._terminal:
            bar = "#" * (_WIDTH * count // whole)
            self._write(f"zinnen leren [{bar:<{_WIDTH}}] {count}/{whole}{left}", goes_on=count < whole)
        else:
            self._plainly(f"zinnen leren: {count} van {whole} ({100 * count // whole} %){left}")

    @property
    def _stream(self) -> TextIO:
        return self._out or sys.stderr

    @property
    def _terminal(self) -> bool:
        return self._stream.isatty()

    def _write(self, text: str, *, goes_on: bool = False) -> None:
        before = "\r\x1b[K" if self._open else ""
        print(f"{before}{text}", end="" if goes_on else "\n", file=self._stream, flush=True)
        self._open = goes_on

    def _plainly(self, text: str) -> None:
        if self._clock() - self._said < self._every:
            return
        self._said = self._clock()
        if self._out is None and logging.getLogger().handlers:
            # A bot that runs: its log has a form of its own.
            logger.info(text)
        else:
            print(text, file=self._stream, flush=True)


def _in_words(seconds: float) -> str:
    if seconds < 50:
        return f"{max(5, round(seconds / 5) * 5)} seconden"
    minutes = max(1, round(seconds / 60))
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"


PROGRESS = Progress()
"""Of this process."""
