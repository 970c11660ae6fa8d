"""The event loop that the bot runs on: uvloop where it is installed, else Python's own."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import Any

_LETS_GO_AFTER = 0.0005
"""Seconds; Python's own is ten times as long. Whoever thinks in a thread lets the loop go on that much sooner."""


def run_in_loop(main: Coroutine[Any, Any, None]) -> None:
    """As ``asyncio.run``."""
    sys.setswitchinterval(_LETS_GO_AFTER)
    with asyncio.Runner(loop_factory=_uvloop()) as runner:
        runner.run(main)


def _uvloop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Optional: there is none for Windows, and nothing in the bot needs it."""
    try:
        factory: Callable[[], asyncio.AbstractEventLoop] = import_module("uvloop").new_event_loop
    except ImportError:
        return None
    return factory
