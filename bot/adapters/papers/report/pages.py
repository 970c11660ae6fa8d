"""The report for the board: a page to look at and a page to read, A4, fonts embedded."""

from collections.abc import Sequence
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from bot.adapters.papers.fonts import BOLD, PLAIN, register
from bot.adapters.papers.report import parts
from bot.adapters.papers.report.board import INK, QUIET, RULE, Drawing, paint_page
from bot.adapters.papers.report.column import Column
from bot.adapters.papers.report.tables import Sheet, sheets_of
from bot.dialogue.reporting import audiences_of, block_words
from bot.domain.audience import Audience
from bot.insight.names import ReportNames
from bot.insight.report import Report

_MARGIN = 16 * mm
_WIDTH, _HEIGHT = A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN
_FOOT = 22.0
_SCALE = 0.34
"""Points a dot: the smallest letters of the picture become 9.5 points."""
_GAP = 70.0
_BETWEEN = 26.0
_SMALLEST_SCALE = 0.4

_SECTION = ParagraphStyle("section", fontName=BOLD, fontSize=10.5, leading=14, textColor=HexColor(INK), spaceBefore=10)
_NOTE = ParagraphStyle("note", fontName=PLAIN, fontSize=8, leading=11, textColor=HexColor(QUIET), spaceAfter=2)
_CELL = ParagraphStyle("cell", fontName=PLAIN, fontSize=8.5, leading=11, textColor=HexColor(INK))
_NUMBER = ParagraphStyle("number", parent=_CELL, alignment=2)


def report_pdf(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]] = ()) -> bytes:
    """A4: the parts of the picture, and below or behind it all figures in tables; at most two pages."""
    register()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, initialFontName=PLAIN, lang="nl")  # type: ignore[arg-type]
    canvas.setTitle(f"Cijfers van {names.organisation}")
    canvas.setAuthor(names.organisation)
    canvas.setSubject(parts.period(report) if report.weeks else "")
    drawing, height = _overview(report, names, unanswered)
    scale = min(_SCALE, (_HEIGHT - _FOOT) / height)
    paint_page(drawing, canvas, _MARGIN, A4[1] - _MARGIN, scale)
    pages = 2 if report.weeks else 1
    _foot(canvas, names, 1, pages)
    if pages == 2:
        canvas.showPage()
        _tables(canvas, report, names, unanswered)
        _foot(canvas, names, 2, pages)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _overview(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]) -> tuple[Drawing, float]:
    """The first page: what was asked and answered on the left, who and how on the right."""
    drawing = Drawing()
    wide = _WIDTH / _SCALE
    whole = Column(drawing, 0, wide)
    parts.heading(whole, report, names)
    parts.weeks(whole, report, names)
    half = (wide - _GAP) / 2
    left = Column(drawing, 0, half, whole.y + 10)
    right = Column(drawing, half + _GAP, half, whole.y + 10)
    if report.blocks:
        audiences = [name for name in audiences_of(report) if name] or list(Audience)
        for audience, column in zip(audiences, (left, right), strict=False):
            parts.themes(column, report, names, str(audience))
        left.y = right.y = max(left.y, right.y)
        parts.answered(left, report, names)
        parts.waiting(right, report, names)
        parts.ratings(right, report)
        parts.unanswered_part(left, unanswered)
    elif report.weeks:
        parts.later(whole, report)
        parts.unanswered_part(whole, unanswered)
        left.y = right.y = whole.y
    whole.y = max(left.y, right.y, whole.y)
    parts.footnote(whole, report)
    return drawing, whole.y


def _tables(canvas: Canvas, report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]) -> None:
    top = A4[1] - _MARGIN
    title = ParagraphStyle("title", fontName=BOLD, fontSize=16, leading=20, textColor=HexColor(INK))
    about = f"De vragen gaan over {parts.period(report)}."
    if report.blocks:
        about += f" Al het andere gaat over {block_words(report.blocks)}: dat tellen we per vier weken tegelijk."
    for paragraph in (Paragraph("De cijfers", title), Paragraph(about, _NOTE)):
        _, high = paragraph.wrapOn(canvas, _WIDTH, _HEIGHT)
        top -= high
        paragraph.drawOn(canvas, _MARGIN, top)
    room = top - _MARGIN - _FOOT
    sheets = sheets_of(report, names, unanswered)
    scale = 1.0
    while True:
        # Smaller letters have more room in every direction: measure anew for each size.
        wide = (_WIDTH / scale - _BETWEEN) / 2
        columns = _two_columns([_sheet(sheet, wide) for sheet in sheets], canvas, wide)
        if max(high for _, high in columns) * scale <= room or scale < _SMALLEST_SCALE:
            break
        scale -= 0.04
    canvas.saveState()
    canvas.translate(_MARGIN, top)
    canvas.scale(scale, scale)
    for number, (flowables, _) in enumerate(columns):
        y = 0.0
        for flowable in flowables:
            _, high = flowable.wrapOn(canvas, wide, _HEIGHT)
            y -= high + flowable.getSpaceBefore()
            flowable.drawOn(canvas, number * (wide + _BETWEEN), y)
            y -= flowable.getSpaceAfter()
    canvas.restoreState()


def _two_columns(
    sheets: Sequence[list[Flowable]], canvas: Canvas, wide: float
) -> tuple[tuple[list[Flowable], float], tuple[list[Flowable], float]]:
    """The tables over two columns, in order, so that the longer one is as short as can be; with their heights."""
    heights = [
        sum(part.wrapOn(canvas, wide, _HEIGHT)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in sheet)
        for sheet in sheets
    ]
    cut = min(range(len(sheets) + 1), key=lambda number: max(sum(heights[:number]), sum(heights[number:])))
    left = [part for sheet in sheets[:cut] for part in sheet]
    right = [part for sheet in sheets[cut:] for part in sheet]
    return (left, sum(heights[:cut])), (right, sum(heights[cut:]))


def _sheet(sheet: Sheet, wide: float) -> list[Flowable]:
    rows = [*([sheet.heads] if sheet.heads else []), *sheet.rows]
    number = wide * (0.3 if len(rows[0]) == 2 else 0.23)
    table = Table(
        [[Paragraph(escape(text), _CELL if place == 0 else _NUMBER) for place, text in enumerate(row)] for row in rows],
        colWidths=[wide - number * (len(rows[0]) - 1), *[number] * (len(rows[0]) - 1)],
    )
    table.setStyle(
        TableStyle(
            [
                ("LINEABOVE", (0, 0), (-1, -1), 0.4, HexColor(RULE)),
                ("LINEBELOW", (0, -1), (-1, -1), 0.4, HexColor(RULE)),
                ("FONT", (0, 0), (-1, -1), PLAIN, 8.5),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        )
    )
    return [Paragraph(escape(sheet.title), _SECTION), Paragraph(escape(sheet.note), _NOTE), table]


def _foot(canvas: Canvas, names: ReportNames, page: int, pages: int) -> None:
    canvas.setFillColor(HexColor(QUIET))
    canvas.setFont(PLAIN, 7.5)
    name = names.organisation if len(names.organisation) <= 80 else f"{names.organisation[:79]}…"
    canvas.drawString(_MARGIN, 10 * mm, f"{name}. Gemaakt met steunpuntbot.")
    canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, f"{page} van {pages}")
