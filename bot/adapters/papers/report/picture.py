"""The report as one picture for the phone, legible without colour."""

from collections.abc import Sequence
from math import ceil

from bot.adapters.papers.report import parts
from bot.adapters.papers.report.board import Drawing, paint_picture
from bot.adapters.papers.report.column import Column
from bot.dialogue.reporting import audiences_of
from bot.domain.audience import Audience
from bot.insight.names import ReportNames
from bot.insight.report import Report

WIDTH = 1080
_MARGIN = 48


def report_picture(report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]] = ()) -> bytes:
    """PNG, 1080 wide and as high as it takes; ``unanswered`` are titles of entries with a number from five up."""
    drawing = Drawing()
    column = Column(drawing, _MARGIN, WIDTH - 2 * _MARGIN, 30)
    parts.heading(column, report, names)
    parts.weeks(column, report, names)
    if report.blocks:
        parts.answered(column, report, names)
        for audience in [name for name in audiences_of(report) if name] or list(Audience):
            parts.themes(column, report, names, str(audience))
        parts.waiting(column, report, names)
        parts.ratings(column, report)
    elif report.weeks:
        parts.later(column, report)
    parts.unanswered_part(column, unanswered)
    parts.footnote(column, report)
    return paint_picture(drawing, WIDTH, ceil(column.y) + 40)
