"""Chooses who makes which document."""

from bot.domain.documents import Document, FlowPaper, PaperKind
from bot.insight.picture import ReportPicture


def make(document: Document) -> bytes:
    """The file; raises ``TypeError`` for what nobody here makes. Makers are imported with their first document."""
    match document:
        case FlowPaper(kind=PaperKind.SHEET):
            from bot.adapters.papers.sheet import sheet

            return sheet(document)
        case FlowPaper(kind=PaperKind.CARD):
            from bot.adapters.papers.sheet import card

            return card(document)
        case FlowPaper(kind=PaperKind.PICTURE):
            from bot.adapters.papers.picture import picture

            return picture(document)
        case FlowPaper(kind=PaperKind.LETTER):
            from bot.adapters.papers.letter import letter

            return letter(document)
        case FlowPaper(kind=PaperKind.CALENDAR):
            from bot.adapters.papers.calendar import calendar

            return calendar(document)
        case ReportPicture(report=report, names=names, unanswered=unanswered):
            from bot.adapters.papers.report import report_picture

            return report_picture(report, names, unanswered)
        case _:
            raise TypeError(type(document).__name__)
