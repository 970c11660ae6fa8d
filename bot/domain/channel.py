"""By which way somebody talks with us."""

from enum import StrEnum


class Channel(StrEnum):
    """What a person uses; words and marks may depend on it, decisions do not."""

    TELEGRAM = "telegram"
    WEB = "web"
