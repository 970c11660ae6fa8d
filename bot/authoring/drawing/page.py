"""A page one draws on in millimetres from the top left; it becomes a PDF or a picture, with the same look."""

from io import BytesIO

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch
from matplotlib.path import Path as Outline

from bot.authoring.drawing.lettering import CAP_HEIGHT, MM_PER_POINT, Block, typeface

DOTS_PER_INCH = 300
_MM_PER_INCH = 25.4


class Page:
    """Everything is drawn as on a page of ``width`` by ``height`` mm; ``scale`` makes the paper smaller.

    With ``from_right`` left and right change places, for languages that are read from the right; a code does not.
    """

    def __init__(self, width: float, height: float, scale: float, *, from_right: bool = False) -> None:
        """White and empty."""
        self._scale = scale
        self._width, self._from_right = width, from_right
        size = (width * scale / _MM_PER_INCH, height * scale / _MM_PER_INCH)
        self._figure = Figure(figsize=size, dpi=DOTS_PER_INCH, facecolor="white")
        self._axes = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    @property
    def dot(self) -> float:
        """Size of one dot of the picture, in mm of the drawing."""
        return _MM_PER_INCH / DOTS_PER_INCH / self._scale

    def box(
        self, left: float, top: float, width: float, height: float, *, radius: float, fill: str, edge: str = "none"
    ) -> None:
        """A rectangle with round corners; the edge is half a millimetre wide."""
        self._axes.add_patch(
            FancyBboxPatch(
                (self._across(left, width), top), width, height, boxstyle=f"round,pad=0,rounding_size={radius}",
                facecolor=fill, edgecolor=edge, linewidth=0 if edge == "none" else self._points(0.5),
            )
        )  # fmt: skip

    def disc(self, middle: float, height: float, radius: float, fill: str) -> None:
        """A filled circle around the point (``middle``, ``height``)."""
        self._axes.add_patch(Circle((self._across(middle), height), radius, facecolor=fill, linewidth=0))

    def shape(self, corners: list[tuple[float, float]], fill: str, *, bent: bool = False) -> None:
        """A filled shape; ``bent`` takes every second point as the handle of a curve."""
        step = [Outline.CURVE3] * (len(corners) - 1) if bent else [Outline.LINETO] * (len(corners) - 1)
        corners = [(self._across(x), y) for x, y in corners]
        outline = Outline([*corners, corners[0]], [Outline.MOVETO, *step, Outline.CLOSEPOLY])
        self._axes.add_patch(PathPatch(outline, facecolor=fill, linewidth=0))

    def line(self, left: float, right: float, height: float, colour: str) -> None:
        """A thin level line."""
        ends = [self._across(left), self._across(right)]
        self._axes.plot(ends, [height, height], color=colour, linewidth=self._points(0.35), clip_on=False)

    def squares(self, rows: list[list[bool]], left: float, top: float, side: float) -> None:
        """Black squares in a grid; one shape, so that no viewer shows seams between them."""
        left = self._across(left, len(rows) * side)
        points: list[tuple[float, float]] = []
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    x, y = left + across * side, top + down * side
                    points += [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
        codes = [Outline.MOVETO, *[Outline.LINETO] * 3, Outline.CLOSEPOLY] * (len(points) // 5)
        # Sharp edges: grey ones make a code harder to scan.
        self._axes.add_patch(
            PathPatch(Outline(points, codes), facecolor="black", linewidth=0, antialiased=False, snap=False)
        )

    def words(
        self, block: Block, left: float, top: float, colour: str, *, middle: bool = False, link: str | None = None
    ) -> None:
        """Lines whose first capitals touch ``top``; ``left`` is the middle of the lines with ``middle``.

        With ``link`` somebody who reads the PDF on a screen can follow it.
        """
        step = block.size * MM_PER_POINT
        left = self._across(left)
        edge = "right" if self._from_right else "left"
        for number, line in enumerate(block.lines):
            base = top + (CAP_HEIGHT + number * block.leading) * step
            # parse_math: a name with two dollar signs is no formula.
            self._axes.text(
                left, base, line, fontproperties=typeface(bold=block.bold), fontsize=block.size * self._scale,
                color=colour, ha="center" if middle else edge, va="baseline", parse_math=False,
                url=link,
            )  # fmt: skip

    def pdf(self, title: str) -> bytes:
        """One page, the letters embedded; no moment and no maker in it."""
        buffer = BytesIO()
        # 42: whole letters (TrueType), which every printer knows, instead of drawings of them.
        with matplotlib.rc_context({"pdf.fonttype": 42}):
            FigureCanvasPdf(self._figure).print_pdf(  # type: ignore[no-untyped-call]
                buffer, metadata={"Title": title, "Creator": None, "Producer": None, "CreationDate": None}
            )
        return buffer.getvalue()

    def png(self) -> bytes:
        """At 300 dots to the inch."""
        buffer = BytesIO()
        FigureCanvasAgg(self._figure).print_png(buffer, metadata={"Software": None})  # type: ignore[no-untyped-call]
        return buffer.getvalue()

    def _across(self, left: float, width: float = 0.0) -> float:
        """Where something ``width`` wide begins, seen from the left edge of the paper."""
        return self._width - left - width if self._from_right else left

    def _points(self, millimetres: float) -> float:
        return millimetres * self._scale / MM_PER_POINT
