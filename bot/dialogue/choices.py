"""What buttons carry: a kind and a value, at most 64 bytes (Bot API, callback_data).

Anything may come back, also something forged by hand, so reading is strict and what is not ours is ``None``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of choices."""

    AUDIENCE = "audience"
    LANGUAGE = "lang"
    MENU = "menu"
    THEME = "theme"
    ENTRY = "faq"
    MORE = "more"
    NONE_OF_THESE = "none"
    HUMAN = "human"
    SOS = "sos"
    HELP = "help"
    MISUNDERSTOOD = "anders"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice, e.g. entry ``tlv_wat``."""

    kind: Kind
    value: str = ""

    def data(self) -> str:
        """What the button carries."""
        return f"{self.kind}:{self.value}" if self.value else str(self.kind)


_FORM = re.compile(r"([a-z]+)(?::([A-Za-z0-9_]{1,55}))?")


def read_choice(data: str) -> Choice | None:
    """The choice in ``data``, or None when it is not one of ours."""
    match = _FORM.fullmatch(data)
    if match is None:
        return None
    try:
        return Choice(Kind(match[1]), match[2] or "")
    except ValueError:
        return None
