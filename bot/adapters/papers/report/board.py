"""A drawing of boxes and words, put on a picture or on a page by two small painters, so that both look the same."""

from dataclasses import dataclass, field
from io import BytesIO

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from PIL import Image  # matplotlib cannot do without it
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from bot.adapters.papers.fonts import BOLD, PLAIN, font_file, register

INK, QUIET, RULE, WHITE = "#1f2a33", "#4d5b66", "#c9d2d8", "#ffffff"
BLUE, ORANGE, GREEN, SKY, VERMILION = "#0072B2", "#E69F00", "#009E73", "#56B4E9", "#D55E00"
"""Colours that people with any kind of colour blindness can tell apart (Okabe & Ito, 2008)."""
STRIPES, CROSSES, PLAIN_FILL = "/", "x", ""
"""Patterns, so that colour is never the only difference."""
_COLOURS = 128
_STEP = 14.0
"""Distance between the lines of a pattern."""
_FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; lengths in dots of a picture 1080 wide, from the left and from the top."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    pattern: str = PLAIN_FILL
    """Light lines over the colour."""
    hollow: bool = False
    """An outline with lines in the colour: something is there that is not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text; ``base`` is the line it stands on, ``left`` its left, middle or right."""

    left: float
    base: float
    text: str
    size: float
    bold: bool = False
    colour: str = INK
    align: str = "left"


@dataclass(slots=True)
class Drawing:
    """What was drawn, from below to above."""

    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line will be."""
    register()
    return float(pdfmetrics.stringWidth(text, BOLD if bold else PLAIN, size))


def wrapped(text: str, size: float, width: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """Lines that fit; what is left after ``most`` lines becomes an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    cut = len(lines) > most
    lines = lines[:most]
    for number, line in enumerate(lines):
        ending = "…" if cut and number == most - 1 else ""
        short = line
        while short and width_of(short + ending, size, bold=bold) > width:
            short, ending = short[:-1].rstrip(), "…"
        lines[number] = short + ending
    return lines or [""]


def paint_picture(drawing: Drawing, width: int, height: int) -> bytes:
    """PNG of exactly this size."""
    # With 72 dots an inch a point is a dot, so sizes are in dots all over.
    figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=WHITE)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    fonts = {bold: FontProperties(fname=str(font_file(name))) for bold, name in _FILES.items()}
    for box in drawing.boxes:
        corner = (box.left, box.top)
        if box.hollow:
            axes.add_patch(Rectangle(corner, box.width, box.height, facecolor=WHITE, edgecolor=box.colour, linewidth=2))
        else:
            axes.add_patch(Rectangle(corner, box.width, box.height, facecolor=box.colour, linewidth=0))
        for start, end in _lines(box):
            colour = box.colour if box.hollow else WHITE
            axes.plot([start[0], end[0]], [start[1], end[1]], color=colour, linewidth=2, solid_capstyle="butt")
    for words in drawing.words:
        axes.text(
            words.left, words.base, words.text.replace("$", r"\$"), fontproperties=fonts[words.bold],
            fontsize=words.size, color=words.colour, ha=words.align, va="baseline",
        )  # fmt: skip
    canvas.draw()  # type: ignore[no-untyped-call]
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")  # type: ignore[no-untyped-call]
    buffer = BytesIO()
    # A few flat colours with their edges: a palette makes the file a third as large. No metadata is written.
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def paint_page(drawing: Drawing, canvas: Canvas, left: float, top: float, scale: float) -> None:
    """Put it on a page; ``left`` and ``top`` in points from below, ``scale`` points a dot."""
    for box in drawing.boxes:
        x, y = left + box.left * scale, top - (box.top + box.height) * scale
        canvas.setFillColor(HexColor(WHITE if box.hollow else box.colour))
        canvas.setStrokeColor(HexColor(box.colour))
        canvas.setLineWidth(2 * scale)
        canvas.rect(x, y, box.width * scale, box.height * scale, fill=1, stroke=int(box.hollow))
        canvas.setStrokeColor(HexColor(box.colour if box.hollow else WHITE))
        for start, end in _lines(box):
            canvas.line(left + start[0] * scale, top - start[1] * scale, left + end[0] * scale, top - end[1] * scale)
    for words in drawing.words:
        canvas.setFillColor(HexColor(words.colour))
        canvas.setFont(BOLD if words.bold else PLAIN, words.size * scale)
        x, y = left + words.left * scale, top - words.base * scale
        draw = {"left": canvas.drawString, "center": canvas.drawCentredString, "right": canvas.drawRightString}
        draw[words.align](x, y, words.text)


def _lines(box: Box) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The lines of a pattern, cut at the edges of the box."""
    if not box.pattern or box.width <= 0 or box.height <= 0:
        return []
    right, bottom = box.left + box.width, box.top + box.height
    found = []
    offset = _STEP
    while offset < box.width + box.height:
        # Points on the edges whose distance from the top left corner, along both axes together, is the offset.
        start = (box.left + min(offset, box.width), box.top + max(0.0, offset - box.width))
        end = (box.left + max(0.0, offset - box.height), box.top + min(offset, box.height))
        found.append((start, end))
        if box.pattern == CROSSES:
            found.append(((box.left + right - start[0], start[1]), (box.left + right - end[0], end[1])))
        offset += _STEP
    assert all(box.top <= y <= bottom + 0.01 for line in found for _, y in line)
    return found
