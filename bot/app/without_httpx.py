"""python-telegram-bot reads httpx when it is imported, for a transport that this process never uses: six megabytes."""

import sys
from types import ModuleType
from typing import Any

_THEIRS = "telegram.request._httpxrequest"


class HTTPXRequest:
    """Stands where their transport would; ours is ``adapters/telegram/request.py``."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise RuntimeError("this process speaks with Telegram over aiohttp")


def leave_httpx_out() -> None:
    """Before anything imports ``telegram``; without effect after that."""
    if "telegram" not in sys.modules:
        stand_in = ModuleType(_THEIRS)
        stand_in.__dict__["HTTPXRequest"] = HTTPXRequest
        sys.modules[_THEIRS] = stand_in
