"""The "praatplaat": one picture to talk about together, with life areas as bars and own words in boxes."""

import textwrap
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from bot.domain.documents import FlowPaper

_DARK, _BAR, _SOFT = "#1f3a4d", "#3d7ea6", "#eef3f6"
_WIDTH = 8.0


def picture(document: FlowPaper) -> bytes:
    """PNG, 8 inch wide at 150 dots: legible on a phone and on paper, also without colour."""
    scales = [(label, number) for label, _, number in document.lines if number is not None]
    boxes = [(label, textwrap.wrap(value, 62) or [""]) for label, value, number in document.lines if number is None]
    heights = [0.34 + 0.2 * len(lines) for _, lines in boxes]
    closing = textwrap.wrap(document.closing, 78)
    bars = 0.42 * len(scales) + (0.35 if scales else 0)
    height = 1.0 + bars + sum(heights) + 0.12 * len(boxes) + 0.2 * len(closing) + 0.3
    figure = Figure(figsize=(_WIDTH, height), dpi=150, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(0, height)
    axes.axis("off")
    top = height - 0.55
    axes.text(0.4, top, document.title, fontsize=18, fontweight="bold", color=_DARK, va="center")
    top -= 0.5
    if scales:
        dutch = document.language == "nl"
        low, high = ("1 = heel moeilijk", "10 = heel goed") if dutch else ("1 = very hard", "10 = very good")
        axes.text(3.0, top, low, fontsize=7.5, color=_DARK)
        axes.text(7.4, top, high, fontsize=7.5, color=_DARK, ha="right")
        top -= 0.3
    for label, number in scales:
        axes.text(0.4, top, "\n".join(textwrap.wrap(label, 26)), fontsize=10, color=_DARK, va="center")
        for place in range(10):
            filled = place < number
            axes.add_patch(
                FancyBboxPatch(
                    (3.0 + place * 0.42, top - 0.12), 0.34, 0.24, boxstyle="round,pad=0,rounding_size=0.04",
                    facecolor=_BAR if filled else "white", edgecolor=_DARK, linewidth=0.9,
                    hatch=None if filled else "",
                )
            )  # fmt: skip
        axes.text(7.4, top, str(number), fontsize=12, fontweight="bold", color=_DARK, va="center", ha="left")
        top -= 0.42
    for (label, lines), tall in zip(boxes, heights, strict=True):
        axes.add_patch(
            FancyBboxPatch(
                (0.35, top - tall), _WIDTH - 0.7, tall, boxstyle="round,pad=0,rounding_size=0.08",
                facecolor=_SOFT, edgecolor=_DARK, linewidth=0.8,
            )
        )  # fmt: skip
        axes.text(0.5, top - 0.17, label, fontsize=9.5, fontweight="bold", color=_DARK, va="center")
        axes.text(0.5, top - 0.3, "\n".join(lines), fontsize=10.5, color="black", va="top", linespacing=1.25)
        top -= tall + 0.12
    if closing:
        axes.text(0.4, top - 0.05, "\n".join(closing), fontsize=9, color=_DARK, va="top")
    buffer = BytesIO()
    # No metadata: a picture must not say when or with what it was made.
    canvas.print_png(buffer, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return buffer.getvalue()
