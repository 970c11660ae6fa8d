"""Errors as Telegram words them."""

from collections.abc import Mapping


class BotApiError(Exception):
    """An answer with ``ok: false``."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str) -> BotApiError:
    """400, the most common refusal."""
    return BotApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> BotApiError:
    """403: the other side does not want us."""
    return BotApiError(403, f"Forbidden: {description}")
