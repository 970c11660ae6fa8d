"""The "praatplaat": one picture to talk about together, with life areas as bars and own words in boxes."""

import textwrap
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from bot.adapters.papers.right_to_left import reads_from_right
from bot.domain.documents import FlowPaper

_DARK, _BAR, _SOFT = "#1f3a4d", "#3d7ea6", "#eef3f6"
_WIDTH = 8.0
_ENDS = {
    "nl": ("1 = heel moeilijk", "10 = heel goed"),
    "en": ("1 = very hard", "10 = very good"),
    "tr": ("1 = çok zor", "10 = çok iyi"),
    "ar": ("1 = صعب جدًا", "10 = جيد جدًا"),
    "pl": ("1 = bardzo trudno", "10 = bardzo dobrze"),
    "uk": ("1 = дуже важко", "10 = дуже добре"),
}
"""What both ends of the bars mean."""


def picture(document: FlowPaper) -> bytes:
    """PNG, 8 inch wide at 150 dots: legible on a phone and on paper, also without colour."""
    scales = [(label, number) for label, _, number in document.lines if number is not None]
    right = reads_from_right(document.language)
    boxes = [(label, _wrapped(value, 62, right=right)) for label, value, number in document.lines if number is None]
    heights = [0.34 + 0.2 * len(lines) for _, lines in boxes]
    closing = _wrapped(document.closing, 78, right=right) if document.closing else []
    bars = 0.42 * len(scales) + (0.35 if scales else 0)
    height = 1.0 + bars + sum(heights) + 0.12 * len(boxes) + 0.2 * len(closing) + 0.3
    figure = Figure(figsize=(_WIDTH, height), dpi=150, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(0, height)
    axes.axis("off")
    start, end = ("right", "left") if right else ("left", "right")

    def along(place: float, wide: float = 0.0) -> float:
        """Where a place from the start of a line is; a page that reads from the right is its mirror image."""
        return _WIDTH - place - wide if right else place

    top = height - 0.55
    axes.text(along(0.4), top, document.title, fontsize=18, fontweight="bold", color=_DARK, va="center", ha=start)
    top -= 0.5
    if scales:
        low, high = _ENDS.get(document.language, _ENDS["en"])
        axes.text(along(3.0), top, low, fontsize=7.5, color=_DARK, ha=start)
        axes.text(along(7.4), top, high, fontsize=7.5, color=_DARK, ha=end)
        top -= 0.3
    for label, number in scales:
        name = "\n".join(_wrapped(label, 26, right=right))
        axes.text(along(0.4), top, name, fontsize=10, color=_DARK, va="center", ha=start)
        for place in range(10):
            filled = place < number
            axes.add_patch(
                FancyBboxPatch(
                    (along(3.0 + place * 0.42, 0.34), top - 0.12), 0.34, 0.24,
                    boxstyle="round,pad=0,rounding_size=0.04",
                    facecolor=_BAR if filled else "white", edgecolor=_DARK, linewidth=0.9,
                    hatch=None if filled else "",
                )
            )  # fmt: skip
        axes.text(along(7.4), top, str(number), fontsize=12, fontweight="bold", color=_DARK, va="center", ha=start)
        top -= 0.42
    for (label, lines), tall in zip(boxes, heights, strict=True):
        axes.add_patch(
            FancyBboxPatch(
                (0.35, top - tall), _WIDTH - 0.7, tall, boxstyle="round,pad=0,rounding_size=0.08",
                facecolor=_SOFT, edgecolor=_DARK, linewidth=0.8,
            )
        )  # fmt: skip
        axes.text(along(0.5), top - 0.17, label, fontsize=9.5, fontweight="bold", color=_DARK, va="center", ha=start)
        axes.text(
            along(0.5), top - 0.3, "\n".join(lines), fontsize=10.5, color="black", va="top", ha=start,
            linespacing=1.25,
        )  # fmt: skip
        top -= tall + 0.12
    if closing:
        axes.text(along(0.4), top - 0.05, "\n".join(closing), fontsize=9, color=_DARK, va="top", ha=start)
    buffer = BytesIO()
    # No metadata: a picture must not say when or with what it was made.
    canvas.print_png(buffer, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _wrapped(text: str, width: int, *, right: bool) -> list[str]:
    """On lines, at least one; on a page that reads from the right a line that begins with a Dutch word does too."""
    mark = "\u200f" if right else ""
    return [mark + line for line in textwrap.wrap(text, width) or [""]]
