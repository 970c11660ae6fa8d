"""How easy a Dutch text reads: Flesch's reading ease in Douma's Dutch form, and the longest sentence.

textstat counts; 60 to 70 is plain, 50 to 60 fairly hard (Douma 1960). B1 lies around 60 and above.
"""

import re
import warnings
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.text.placeholders import ANYTHING

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Readability:
    """``ease`` from about 0 (very hard) to 120 (very easy); ``longest`` in words."""

    ease: float
    longest: int


def readability(markdown: str) -> Readability:
    """Measure a Dutch text; signs, addresses and placeholders do not count."""
    text = _LINK.sub(r"\1", ANYTHING.sub("naam", markdown))
    text = re.sub(r"(?m)^\s*(?:-|\d+\.)\s+", "", re.sub(r"[*_]", "", text))
    # A heading or list item ends like a sentence does.
    text = re.sub(r"(?<![.!?:])\n+", ".\n", text.strip())
    longest = max((len(part.split()) for part in re.split(r"[.!?:]+", text)), default=0)
    return Readability(ease=float(_textstat().flesch_reading_ease(text)), longest=longest)


@cache
def _textstat() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat

        textstat.set_lang("nl")
    return textstat
