"""Chooses who makes which document."""

from collections.abc import Callable, Mapping, Sequence

from bot.domain.ids import Language
from bot.flow.output import MakeDocument
from bot.insight.names import ReportNames
from bot.insight.report import Report

_Maker = Callable[[MakeDocument, Language], bytes]


class PaperMaker:
    """Implements ``Papers``; makers are imported with the first document, because that takes a second."""

    def make(self, document: MakeDocument, language: Language) -> tuple[str, bytes]:
        """File name and content."""
        from bot.adapters.papers.calendar import calendar
        from bot.adapters.papers.picture import picture
        from bot.adapters.papers.sheet import card, sheet

        makers: Mapping[str, tuple[str, str, _Maker]] = {
            "sheet": ("gespreksblad.pdf", "talk.pdf", sheet),
            "card": ("mijn-kaart.pdf", "my-card.pdf", card),
            "picture": ("praatplaat.png", "talking-picture.png", picture),
            "calendar": ("datums.ics", "dates.ics", calendar),
        }
        dutch, english, make = makers[document.kind]
        return dutch if language == "nl" else english, make(document, language)

    def report(self, report: Report, names: ReportNames, unanswered: Sequence[tuple[str, int]]) -> bytes:
        """The picture of the figures."""
        from bot.adapters.papers.report import report_picture

        return report_picture(report, names, unanswered)
