"""Telegram: the only room where its ids and types exist."""

import os
import sys
from types import ModuleType
from typing import Any

# The library's next version gives waiting times as ``timedelta``; we take them so already.
os.environ.setdefault("PTB_TIMEDELTA", "1")

_ITS_TRANSPORT = "telegram.request._httpxrequest"


class _Unused:
    """Stands where python-telegram-bot has a transport of its own: ours is always given (``request.py``)."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise AssertionError("a bot is made with the transport of this package")


def _leave_out_its_transport() -> None:
    """httpx, with all it brings, is then not loaded: a quarter of a second and some megabytes at every start."""
    if "telegram" not in sys.modules:
        module = ModuleType(_ITS_TRANSPORT)
        module.HTTPXRequest = _Unused  # type: ignore[attr-defined]  # a module made by hand
        sys.modules[_ITS_TRANSPORT] = module


_leave_out_its_transport()
