"""Requests whose answers are what Telegram promises, or a plain error: a proxy may answer anything with a 200."""

import json

from telegram._utils.types import JSONDict
from telegram.error import TelegramError
from telegram.request import HTTPXRequest


class PlainRequest(HTTPXRequest):
    """The library trusts that a 200 holds an object with a result; ``[]``, ``null`` and ``{}`` made it fall over."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """The answer; raises ``TelegramError`` for anything that is not one."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict) or (answer.get("result") is None and not answer.get("description")):
            raise TelegramError("Invalid server response")
        return {"result": None, **answer}
