"""The screen over the packaged signals, learned once for all tests and kept as the program keeps it."""

from functools import lru_cache

from bot.app.library import checked_content, screen_for
from bot.safety.screen import Screen
from bot.safety.signals import Signals


@lru_cache(maxsize=1)
def packaged_screen() -> Screen:
    return screen_for(checked_content(None))


@lru_cache(maxsize=1)
def packaged_signals() -> Signals:
    return checked_content(None).signals
