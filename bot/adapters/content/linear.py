"""Regular expressions that take no longer than the text is long: a repetition inside a repetition can take for ever."""

import re

# The library's own reader of expressions; it has no public name (docs.python.org, library/re).
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as reader  # type: ignore[attr-defined]
from typing import Any

_MANY = 60
"""From this many times a repetition counts as endless."""


def is_linear(expression: str) -> bool:
    """No endless repetition inside another, and no two beside each other that can both take the same letters."""
    try:
        return _good(reader.parse(expression), inside=False)
    except (re.error, RecursionError, OverflowError):
        return False


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def _good(pattern: Any, *, inside: bool) -> bool:
    previous = ""
    for code, argument in pattern:
        if code in _REPEATS:
            _, most, body = argument
            endless = most > _MANY
            taken = str(body) if endless else ""
            if (endless and inside) or (taken and taken == previous):
                return False
            if not _good(body, inside=inside or endless):
                return False
            previous = taken
            continue
        previous = ""
        for part in _parts(argument):
            if not _good(part, inside=inside):
                return False
    return True


def _parts(argument: Any) -> list[Any]:
    """The patterns inside one element, whatever its kind."""
    if isinstance(argument, reader.SubPattern):
        return [argument]
    if isinstance(argument, list | tuple):
        return [part for item in argument for part in _parts(item)]
    return []
