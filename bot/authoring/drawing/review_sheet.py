"""Sheets on which an expert reads answers and says of each whether it is right; for a printer or a tablet."""

import re
from dataclasses import dataclass
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from bot.adapters.papers.fonts import BOLD, PLAIN, register

_DARK, _LINE, _SOFT = HexColor("#1f3a4d"), HexColor("#8aa0ae"), HexColor("#eef3f6")
_MARGIN = 18 * mm
_PADDING = 6
"""Of the frame reportlab puts around a page."""
_WIDTH = A4[0] - 2 * _MARGIN - 2 * _PADDING
_CHOICES = ("klopt", "klopt niet", "weet ik niet")
_PLAIN = ParagraphStyle("plain", fontName=PLAIN, fontSize=10, leading=14.5, spaceAfter=2.2 * mm)
_BULLET = ParagraphStyle("bullet", parent=_PLAIN, leftIndent=4.5 * mm, bulletIndent=1 * mm, spaceAfter=0.6 * mm)
_SMALL = ParagraphStyle("small", fontName=PLAIN, fontSize=8, leading=11.5, textColor=HexColor("#3c3c3c"))
_LABEL = ParagraphStyle("label", fontName=BOLD, fontSize=8.5, leading=12, textColor=_DARK, spaceBefore=1.5 * mm)
_QUESTION = ParagraphStyle("question", fontName=BOLD, fontSize=13, leading=17, textColor=_DARK, spaceAfter=0.5 * mm)
_TITLE = ParagraphStyle("title", fontName=BOLD, fontSize=19, leading=24, textColor=_DARK, spaceAfter=3 * mm)
_THEME = ParagraphStyle("theme", fontName=BOLD, fontSize=15, leading=20, textColor=_DARK, spaceAfter=4 * mm)
_DOUBT = ParagraphStyle("doubt", parent=_SMALL, leftIndent=4.5 * mm, bulletIndent=1 * mm)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One question with its answer, as a reader sees it (Markdown)."""

    title: str
    version: str
    """What to hand back: the id and the mark of this version."""
    answer: str
    more: str
    sources: tuple[str, ...]
    doubts: tuple[str, ...]
    approved: str
    """Who approved it before; empty when nobody did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """Everything on the sheets of one audience."""

    title: str
    explanation: tuple[str, ...]
    themes: tuple[tuple[str, tuple[ReviewItem, ...]], ...]
    foot: str


def review_pdf(sheet: ReviewSheet) -> bytes:
    """A PDF with a page break between themes; the same content gives the same bytes."""
    register()
    story: list[Flowable] = [Paragraph(escape(sheet.title), _TITLE)]
    story += [Paragraph(_inline(text), _PLAIN) for text in sheet.explanation]
    for number, (theme, items) in enumerate(sheet.themes):
        story.append(PageBreak() if number else Spacer(1, 4 * mm))
        story.append(Paragraph(escape(theme), _THEME))
        for item in items:
            story += _item(item)
    buffer = BytesIO()

    def foot(canvas: object, _document: object) -> None:
        canvas.setFont(PLAIN, 7.5)  # type: ignore[attr-defined]  # reportlab has no types
        canvas.setFillColor(_DARK)  # type: ignore[attr-defined]
        canvas.drawString(_MARGIN + _PADDING, 9 * mm, sheet.foot)  # type: ignore[attr-defined]
        page = canvas.getPageNumber()  # type: ignore[attr-defined]
        canvas.drawRightString(A4[0] - _MARGIN - _PADDING, 9 * mm, str(page))  # type: ignore[attr-defined]

    pages = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=16 * mm, bottomMargin=18 * mm,
        title=sheet.title, author="", invariant=1,
    )  # fmt: skip
    pages.build(story, onFirstPage=foot, onLaterPages=foot)
    return buffer.getvalue()


def _item(item: ReviewItem) -> list[Flowable]:
    head: list[Flowable] = [
        Paragraph(escape(item.title), _QUESTION),
        Paragraph(escape(item.version), _SMALL),
        Spacer(1, 1.5 * mm),
    ]
    answer = _markdown(item.answer)
    parts: list[Flowable] = [CondPageBreak(60 * mm), KeepTogether([*head, *answer[:1]]), *answer[1:]]
    if item.more:
        parts += [Paragraph("Meer", _LABEL), *_markdown(item.more)]
    below: list[Flowable] = []
    if item.sources:
        below.append(Paragraph("Bronnen", _LABEL))
        below += [Paragraph(escape(source), _DOUBT, bulletText="•") for source in item.sources]
    if item.doubts:
        below.append(Paragraph("Let hierop", _LABEL))
        below += [Paragraph(escape(doubt), _DOUBT, bulletText="•") for doubt in item.doubts]
    if item.approved:
        below += [Spacer(1, 1 * mm), Paragraph(escape(item.approved), _SMALL)]
    # Nobody should have to turn a page between what an answer rests on and the box.
    return [*parts, KeepTogether([*below, Spacer(1, 2 * mm), _Box()]), Spacer(1, 8 * mm)]


class _Box(Flowable):
    """Three squares to tick, and room to write."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height = _WIDTH, 27 * mm

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """A frame with a darker edge, squares, and two lines."""
        canvas = self.canv
        canvas.setStrokeColor(_DARK)
        canvas.setFillColor(_SOFT)
        canvas.roundRect(0, 0, self.width, self.height, 2 * mm, fill=1)
        canvas.setFont(PLAIN, 10)
        left, top = 4 * mm, self.height - 8 * mm
        for choice in _CHOICES:
            canvas.setFillColor(HexColor("#ffffff"))
            canvas.rect(left, top, 4 * mm, 4 * mm, fill=1)
            canvas.setFillColor(_DARK)
            canvas.drawString(left + 6 * mm, top + 0.7 * mm, choice)
            left += 42 * mm
        canvas.setFont(BOLD, 8.5)
        canvas.drawString(4 * mm, top - 6 * mm, "Opmerking")
        canvas.setStrokeColor(_LINE)
        for height in (top - 10 * mm, top - 16 * mm):
            canvas.line(26 * mm if height > top - 12 * mm else 4 * mm, height, self.width - 4 * mm, height)


def _markdown(text: str) -> list[Flowable]:
    """The few things answers use: paragraphs, lists, bold, links."""
    found: list[Flowable] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        plain: list[str] = []
        for line in block.splitlines():
            point = re.match(r"\s*(?:[-*]|(\d+)\.)\s+(.*)", line)
            if point is None:
                plain.append(line.strip())
                continue
            _flush(found, plain)
            found.append(Paragraph(_inline(point[2]), _BULLET, bulletText=f"{point[1]}." if point[1] else "•"))
        if not plain:
            found.append(Spacer(1, 1.6 * mm))
        _flush(found, plain)
    return found or [Spacer(1, 0)]


def _flush(found: list[Flowable], plain: list[str]) -> None:
    if plain:
        found.append(Paragraph(_inline(" ".join(plain)), _PLAIN))
        plain.clear()


def _inline(text: str) -> str:
    """Markdown inside a line as reportlab's marks; an address behind a link stays behind it."""
    marked = re.sub(r"\[([^\]]*)\]\([^)\s]*\)", r"\1", escape(text, quote=False))
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", marked)
    return re.sub(r"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])", r"<u>\1</u>", marked)


def count_of(sheet: ReviewSheet) -> int:
    """How many answers are on it."""
    return sum(len(items) for _, items in sheet.themes)
