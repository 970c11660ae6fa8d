"""Sheets on paper: one calm page with the person's own words, readable in black and white."""

from html import escape
from io import BytesIO
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from bot.adapters.papers.fonts import BOLD, PLAIN, register
from bot.adapters.papers.right_to_left import holds_right_to_left, in_order, lines_in_order, reads_from_right
from bot.domain.documents import FlowPaper

_DARK, _LINE, _SOFT = HexColor("#1f3a4d"), HexColor("#8aa0ae"), HexColor("#eef3f6")
_SPARE = 4
"""Points that a line broken here stays short of the paper's own measure, so that it is not broken again."""
_WORDS = {
    "nl": {
        "agree": "Wat spreken we af?",
        "who": ("Wat", "Wie", "Wanneer"),
        "foot": "Gemaakt met steunpuntbot. Dit blad is van jou.",
    },
    "en": {
        "agree": "What do we agree?",
        "who": ("What", "Who", "When"),
        "foot": "Made with steunpuntbot. This sheet is yours.",
    },
    "tr": {
        "agree": "Neye karar veriyoruz? (Wat spreken we af?)",
        "who": ("Ne (wat)", "Kim (wie)", "Ne zaman (wanneer)"),
        "foot": "steunpuntbot ile yapıldı. Bu kâğıt senindir.",
    },
    "pl": {
        "agree": "Co ustalamy? (Wat spreken we af?)",
        "who": ("Co (wat)", "Kto (wie)", "Kiedy (wanneer)"),
        "foot": "Zrobione w steunpuntbot. Ta kartka jest twoja.",
    },
    "uk": {
        "agree": "Про що домовляємося? (Wat spreken we af?)",
        "who": ("Що (wat)", "Хто (wie)", "Коли (wanneer)"),
        "foot": "Зроблено в steunpuntbot. Цей аркуш ваш.",
    },
    "ar": {
        "agree": "على ماذا نتفق؟ (Wat spreken we af?)",
        "who": ("ماذا (wat)", "من (wie)", "متى (wanneer)"),
        "foot": "صُنعت بـ steunpuntbot. هذه الورقة لكم.",
    },
}


def sheet(document: FlowPaper) -> bytes:
    """A4: the answers above, room to write agreements below."""
    return _page(document, A4, agreements=True)


def card(document: FlowPaper) -> bytes:
    """A5: what I want to say, large and clear."""
    return _page(document, A5, agreements=False)


class _Scale(Flowable):
    """A number from 1 to 10 as ten boxes, filled up to it, with the number beside: no colour is needed."""

    def __init__(self, value: int, *, right: bool) -> None:
        super().__init__()
        self._value = value
        self._right = right
        self.hAlign = "RIGHT" if right else "LEFT"
        self.width, self.height = 100 * mm, 6 * mm

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Ten boxes."""
        canvas = self.canv
        for number in range(10):
            canvas.setStrokeColor(_DARK)
            canvas.setFillColor(_DARK if number < self._value else HexColor("#ffffff"))
            place = number * 8 * mm
            canvas.rect(self.width - place - 6.5 * mm if self._right else place, 0.5 * mm, 6.5 * mm, 5 * mm, fill=1)
        canvas.setFillColor(_DARK)
        canvas.setFont(BOLD, 11)
        if self._right:
            canvas.drawRightString(self.width - 82 * mm, 1.5 * mm, str(self._value))
        else:
            canvas.drawString(82 * mm, 1.5 * mm, str(self._value))


def _page(document: FlowPaper, size: tuple[float, float], *, agreements: bool) -> bytes:
    register()
    words = _WORDS.get(document.language, _WORDS["en"])
    right = reads_from_right(document.language)
    margin = 16 * mm
    side: Literal[0, 2] = TA_RIGHT if right else TA_LEFT
    title = ParagraphStyle(
        "title", fontName=BOLD, fontSize=19 if agreements else 17, leading=24, textColor=_DARK, alignment=side
    )
    label = ParagraphStyle(
        "label", fontName=BOLD, fontSize=10, leading=13, textColor=_DARK, spaceBefore=7, alignment=side
    )
    value = ParagraphStyle("value", fontName=PLAIN, fontSize=11, leading=15, alignment=side)
    note = ParagraphStyle(
        "note", fontName=PLAIN, fontSize=9.5, leading=13, backColor=_SOFT, borderPadding=5, spaceBefore=10,
        alignment=side,
    )  # fmt: skip
    width = size[0] - 2 * margin - 12

    def written(text: str, style: ParagraphStyle) -> Paragraph:
        if not (right or holds_right_to_left(text)):
            return Paragraph(escape(text).replace("\n", "<br/>"), style)
        lines = lines_in_order(text, width - _SPARE, style.fontName, style.fontSize, right=right)
        return Paragraph("<br/>".join(escape(line) for line in lines), style)

    story: list[Flowable] = [written(document.title, title), Spacer(1, 3 * mm)]
    for name, text, number in document.lines:
        story.append(written(name, label))
        story.append(_Scale(number, right=right) if number is not None else written(text, value))
    if document.closing:
        story += [Spacer(1, 3 * mm), written(document.closing, note)]
    if agreements:
        heads = [in_order(head, right=right) for head in words["who"]]
        story += [
            written(str(words["agree"]), label),
            Spacer(1, 1.5 * mm),
            _agreements(heads, right=right),
        ]
    buffer = BytesIO()

    def frame(canvas: object, _page: object) -> None:
        canvas.setFont(PLAIN, 7.5)  # type: ignore[attr-defined]
        canvas.setFillColor(_LINE)  # type: ignore[attr-defined]
        foot = in_order(str(words["foot"]), right=right)
        if right:
            canvas.drawRightString(size[0] - margin, 9 * mm, foot)  # type: ignore[attr-defined]
        else:
            canvas.drawString(margin, 9 * mm, foot)  # type: ignore[attr-defined]

    pages = SimpleDocTemplate(
        buffer, pagesize=size, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin,
        title=document.title, author="", invariant=1,
    )  # fmt: skip
    # One page, always: what does not fit is made smaller.
    whole = KeepInFrame(width, size[1] - 2 * margin - 14, story, mode="shrink")
    pages.build([whole], onFirstPage=frame)
    return buffer.getvalue()


def _agreements(heads: list[str], *, right: bool) -> Table:
    widths = [92 * mm, 40 * mm, 38 * mm]
    if right:
        heads, widths = heads[::-1], widths[::-1]
    table = Table([heads, *[["", "", ""]] * 4], colWidths=widths, rowHeights=[7 * mm] + [11 * mm] * 4)
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, 0), BOLD, 9),
                ("TEXTCOLOR", (0, 0), (-1, 0), _DARK),
                ("BACKGROUND", (0, 0), (-1, 0), _SOFT),
                ("ALIGN", (0, 0), (-1, -1), "RIGHT" if right else "LEFT"),
                ("GRID", (0, 0), (-1, -1), 0.6, _LINE),
            ]
        )
    )
    return table
