"""Arabic, Persian and Hebrew on paper: letters joined, in the order in which they are read, line by line.

The order of a mixed line follows the Unicode Bidirectional Algorithm (UAX 9, python-bidi) and can only be settled once
it is known which words stand on it, so a text is broken into lines first. Letters take their joined forms
(arabic-reshaper), which the embedded typeface has.
"""

import unicodedata
from functools import cache

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from reportlab.pdfbase.pdfmetrics import stringWidth

_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur"})


def reads_from_right(language: str) -> bool:
    """Whether a page in this language starts at the right."""
    return language in _FROM_RIGHT


def holds_right_to_left(text: str) -> bool:
    """Whether any letter of it is read from the right."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def in_order(text: str, *, right: bool) -> str:
    """One line as it must be drawn from the left; ``right``: the line as a whole starts at the right."""
    if not (right or holds_right_to_left(text)):
        return text
    return str(get_display(_reshaper().reshape(text), base_dir="R" if right else "L"))


def lines_in_order(text: str, width: float, font: str, size: float, *, right: bool) -> list[str]:
    """The text on lines of at most ``width`` points, each as it must be drawn from the left.

    A word that is wider than a line stands alone on it.
    """
    made = []
    for paragraph in text.split("\n"):
        line: list[str] = []
        for word in paragraph.split():
            longer = [*line, word]
            if line and stringWidth(_reshaper().reshape(" ".join(longer)), font, size) > width:
                made.append(in_order(" ".join(line), right=right))
                line = [word]
            else:
                line = longer
        made.append(in_order(" ".join(line), right=right))
    return made


@cache
def _reshaper() -> ArabicReshaper:
    # Signs that set vowels are rare here and would be dropped by default.
    return ArabicReshaper({"delete_harakat": False, "support_ligatures": True})
