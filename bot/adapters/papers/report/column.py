"""A column of text and bars on a drawing, filled from top to bottom."""

from collections.abc import Sequence

from bot.adapters.papers.report.board import (
    INK,
    PLAIN_FILL,
    QUIET,
    RULE,
    STRIPES,
    Box,
    Drawing,
    Words,
    width_of,
    wrapped,
)
from bot.dialogue.reporting import worded
from bot.insight.report import Figure

SMALLEST = 28.0
"""Smallest letters, in dots of a picture 1080 wide: as large on a phone as its own text."""
_TEXT, _HEAD, _LEAD = 31.0, 37.0, 1.32
_BAR, _MORE = 40.0, 26.0
"""Thickness of a bar, and length of the piece behind it that stands for what is hidden."""
_LABELS = 0.45
"""Part of the width for the labels of bars."""


class Column:
    """A place on a drawing that fills from top to bottom."""

    def __init__(self, drawing: Drawing, left: float, width: float, y: float = 0.0) -> None:
        self.drawing, self.left, self.width, self.y = drawing, left, width, y

    def text(self, text: str, size: float = _TEXT, *, bold: bool = False, colour: str = INK, most: int = 99) -> None:
        """A paragraph."""
        for line in wrapped(text, size, self.width, bold=bold, most=most):
            self.y += size * _LEAD
            self.words(self.left, self.y - size * 0.3, line, size, bold=bold, colour=colour)

    def head(self, text: str, note: str = "") -> None:
        """The title of a part, below a thin line; ``note`` says what the part is about."""
        self.y += 34
        self.box(self.left, self.y, self.width, 3, RULE)
        self.y += 18
        self.text(text, _HEAD, bold=True)
        if note:
            self.text(note, SMALLEST, colour=QUIET)
        self.y += 12

    def words(
        self, left: float, base: float, text: str, size: float = _TEXT, *,
        bold: bool = False, colour: str = INK, align: str = "left",
    ) -> None:  # fmt: skip
        """One line at a place."""
        self.drawing.words.append(
            Words(left=left, base=base, text=text, size=size, bold=bold, colour=colour, align=align)
        )

    def box(
        self, left: float, up: float, width: float, height: float, colour: str,
        pattern: str = PLAIN_FILL, *, hollow: bool = False,
    ) -> None:  # fmt: skip
        """A rectangle at a place."""
        self.drawing.boxes.append(
            Box(left=left, top=up, width=width, height=height, colour=colour, pattern=pattern, hollow=hollow)
        )

    def bars(self, rows: Sequence[tuple[str, Figure, str, str]], numbers: int = 1) -> None:
        """Rows of label, figure, colour and pattern; each figure is the sum of so many numbers.

        A hidden number has no bar: its row says why.
        """
        most = max((count.value for _, count, _, _ in rows), default=0)
        start = self.left + self.width * _LABELS + 20
        beside = max((width_of(worded(count, numbers), _TEXT, bold=True) for _, count, _, _ in rows), default=0.0)
        long = self.left + self.width - start - beside - _MORE - 14
        for label, count, colour, pattern in rows:
            lines = wrapped(label, _TEXT, self.width * _LABELS, most=2)
            tall = max(_BAR, len(lines) * _TEXT * 1.2)
            middle = self.y + tall / 2
            first = middle - (len(lines) - 1) * _TEXT * 0.6 + _TEXT * 0.36
            for number, line in enumerate(lines):
                self.words(self.left, first + number * _TEXT * 1.2, line)
            end = start
            if count.value:
                length = max(long * count.value / most, 4)
                self.box(start, middle - _BAR / 2, length, _BAR, colour, pattern)
                end += length + 14
                if not count.exact:
                    self.box(start + length, middle - _BAR / 2, _MORE, _BAR, colour, STRIPES, hollow=True)
                    end += _MORE
            loud = count.exact or bool(count.value)
            size, shade = (_TEXT, INK) if loud else (SMALLEST, QUIET)
            self.words(end, middle + size * 0.36, worded(count, numbers), size, bold=loud, colour=shade)
            self.y += tall + 14
