"""The report for the board: a page to look at and a page to read, A4, fonts embedded."""

from collections.abc import Sequence
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer, Table, TableStyle

from bot.adapters.papers.fonts import BOLD, PLAIN, register
from bot.adapters.papers.report import parts
from bot.adapters.papers.report.board import INK, QUIET, RULE, Drawing, paint_page
from bot.adapters.papers.report.tables import Sheet, questions_and_answers, subjects_and_people
from bot.dialogue.reporting import ReportNames, audiences_of, block_words
from bot.domain.audience import Audience
from bot.insight.report import Report

_MARGIN = 16 * mm
_WIDTH, _HEIGHT = A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN
_FOOT = 22.0
_SCALE = 0.34
"""Points a dot: the smallest letters of the picture become 9.5 points."""
_GAP = 70.0

_SECTION = ParagraphStyle("section", fontName=BOLD, fontSize=10.5, leading=14, textColor=HexColor(INK), spaceBefore=10)
_NOTE = ParagraphStyle("note", fontName=PLAIN, fontSize=8, leading=11, textColor=HexColor(QUIET), spaceAfter=2)
_CELL = ParagraphStyle("cell", fontName=PLAIN, fontSize=8.5, leading=11, textColor=HexColor(INK))
_NUMBER = ParagraphStyle("number", parent=_CELL, alignment=2)


def report_pdf(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]] = ()) -> bytes:
    """A4: the parts of the picture, and below or behind it all figures in tables; at most two pages."""
    register()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, initialFontName=PLAIN, lang="nl")
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


def _overview(
    report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]
) -> tuple[Drawing, float]:
    """The first page: what was asked and answered on the left, who and how on the right."""
    drawing = Drawing()
    wide = _WIDTH / _SCALE
    whole = parts.Column(drawing, 0, wide)
    parts.heading(whole, report, names)
    parts.weeks(whole, report)
    half = (wide - _GAP) / 2
    left = parts.Column(drawing, 0, half, whole.y + 10)
    right = parts.Column(drawing, half + _GAP, half, whole.y + 10)
    if report.blocks:
        audiences = [name for name in audiences_of(report) if name] or list(Audience)
        for audience, column in zip(audiences, (left, right), strict=False):
            parts.themes(column, report, names, str(audience))
        left.y = right.y = max(left.y, right.y)
        parts.answered(left, report)
        parts.waiting(right, report, names)
        parts.ratings(right, report)
        parts.unanswered_part(left, unanswered)
    elif report.weeks:
        parts.later(whole, report)
        parts.unanswered_part(whole, unanswered)
        left.y = right.y = whole.y
    whole.y = max(left.y, right.y, whole.y)
    parts.footnote(whole)
    return drawing, whole.y


def _tables(
    canvas: Canvas, report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]
) -> None:
    top = A4[1] - _MARGIN
    title = ParagraphStyle("title", fontName=BOLD, fontSize=16, leading=20, textColor=HexColor(INK))
    about = f"De vragen gaan over {parts.period(report)}."
    if report.blocks:
        about += f" Al het andere gaat over {block_words(report.blocks)}: dat tellen we per vier weken tegelijk."
    for paragraph in (Paragraph("De cijfers", title), Paragraph(about, _NOTE)):
        _, high = paragraph.wrapOn(canvas, _WIDTH, _HEIGHT)
        top -= high
        paragraph.drawOn(canvas, _MARGIN, top)
    wide = (_WIDTH - 24) / 2
    room = top - _MARGIN - _FOOT
    columns = (questions_and_answers(report, names), subjects_and_people(report, names, unanswered))
    for number, sheets in enumerate(columns):
        story = [flowable for sheet in sheets for flowable in _sheet(sheet, wide)]
        frame = KeepInFrame(wide, room, story or [Spacer(1, 1)], mode="shrink")
        _, high = frame.wrapOn(canvas, wide, room)
        frame.drawOn(canvas, _MARGIN + number * (wide + 24), top - high)


def _sheet(sheet: Sheet, wide: float) -> list[Flowable]:
    number = wide * 0.3
    count = max(len(row) for row in sheet.rows)
    widths = [wide - number] + [number] if count == 2 else [wide - 2 * number * 0.8, *[number * 0.8] * 2]
    table = Table(
        [
            [Paragraph(escape(text), _CELL if place == 0 else _NUMBER) for place, text in enumerate(row)]
            for row in sheet.rows
        ],
        colWidths=widths,
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
