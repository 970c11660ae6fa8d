"""Fits words into a place on paper: measures them in the embedded typeface and breaks them into lines."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path

from bot.adapters.papers.fonts import font_file

MM_PER_POINT = 25.4 / 72
CAP_HEIGHT = 0.73
"""Height of a capital of DejaVu Sans, in ems."""
DESCENT = 0.24
"""How far a tail such as that of g hangs below the line, in ems."""


@cache
def typeface(*, bold: bool) -> FontProperties:
    """The same letters as on the other papers."""
    return FontProperties(fname=str(_file(bold=bold)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines of one size; ``size`` in points, ``leading`` as a factor of it."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    leading: float

    @property
    def height(self) -> float:
        """From the top of the capitals to below the last tail, in mm; 0 without lines."""
        if not self.lines:
            return 0.0
        ems = (len(self.lines) - 1) * self.leading + CAP_HEIGHT + DESCENT
        return ems * self.size * MM_PER_POINT

    @property
    def width(self) -> float:
        """Of the longest line, in mm."""
        return max((width_of(line, self.size, bold=self.bold) for line in self.lines), default=0.0)


def fit(
    text: str,
    width: float,
    height: float,
    *,
    largest: float,
    smallest: float,
    bold: bool = False,
    leading: float = 1.3,
) -> Block:
    """The largest size from ``largest`` down to ``smallest`` (points) at which ``text`` fits; both sides in mm.

    A word is only broken, and the end only cut off with "…", when nothing else helps.
    """
    text = printable(text)
    # On whole dots a line may turn out a trifle wider than measured.
    width *= 0.99
    words = text.split()
    size = largest
    while True:
        longest = max((width_of(word, size, bold=bold) for word in words), default=0.0)
        block = Block(lines=_balanced(words, size, width, bold=bold), size=size, bold=bold, leading=leading)
        if block.height <= height and longest <= width:
            return block
        if size <= smallest:
            return _cut(block, height, width)
        size = max(smallest, size * 0.96)


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool) -> float:
    """Width of one line in mm."""
    wide, _, _ = text_to_path.get_text_width_height_descent(text, _measure(bold=bold), ismath=False)
    return float(wide) / _MEASURED_AT * size * MM_PER_POINT


def printable(text: str) -> str:
    """The text without signs that the typeface lacks, such as emoji; white space becomes single spaces."""
    known = _known()
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(sign if ord(sign) in known and sign.isprintable() else " " for sign in composed).split())


def from_right(text: str) -> bool:
    """Whether its first letter is read from the right; what draws the letters joins and orders them by itself."""
    sides = (unicodedata.bidirectional(sign) for sign in text)
    return next((side != "L" for side in sides if side in ("L", "R", "AL")), False)


_MEASURED_AT = 100.0


@cache
def _measure(*, bold: bool) -> FontProperties:
    return FontProperties(fname=str(_file(bold=bold)), size=_MEASURED_AT)


@cache
def _known() -> frozenset[int]:
    both = [set(FT2Font(str(_file(bold=bold))).get_charmap()) for bold in (False, True)]
    return frozenset(both[0] & both[1])


def _file(*, bold: bool) -> Path:
    return font_file("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


def _balanced(words: list[str], size: float, width: float, *, bold: bool) -> tuple[str, ...]:
    """As few lines as possible, and those about equally long."""
    best = _broken(words, size, width, bold=bold)
    longest = max((width_of(word, size, bold=bold) for word in words), default=0.0)
    low, high = min(width, max(width * 0.5, longest)), width
    for _ in range(8):
        middle = (low + high) / 2
        lines = _broken(words, size, middle, bold=bold)
        if len(lines) <= len(best):
            best, high = lines, middle
        else:
            low = middle
    return best


def _broken(words: list[str], size: float, width: float, *, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in (part for word in words for part in _pieces(word, size, width, bold=bold)):
        longer = f"{line} {piece}" if line else piece
        if line and width_of(longer, size, bold=bold) > width:
            lines.append(line)
            line = piece
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
    """The word itself, or parts of it when it is wider than a line."""
    piece = ""
    for sign in word:
        if piece and width_of(piece + sign, size, bold=bold) > width:
            yield piece
            piece = sign
        else:
            piece += sign
    if piece:
        yield piece


def _cut(block: Block, height: float, width: float) -> Block:
    step = block.leading * block.size * MM_PER_POINT
    room = max(1, int((height - (CAP_HEIGHT + DESCENT) * block.size * MM_PER_POINT) / step) + 1)
    if len(block.lines) <= room:
        return block
    last = block.lines[room - 1]
    while last and width_of(f"{last}…", block.size, bold=block.bold) > width:
        last = last[:-1]
    lines = (*block.lines[: room - 1], f"{last.rstrip()}…")
    return Block(lines=lines, size=block.size, bold=block.bold, leading=block.leading)
