"""Documents to draw, of each kind."""

from datetime import date

from bot.domain.documents import FlowPaper, PaperKind
from bot.domain.ids import DUTCH
from bot.domain.tally import Measure, Tally
from bot.insight.names import ReportNames
from bot.insight.picture import ReportPicture
from bot.insight.report import WEEK, block_of, make_report

TODAY = date(2026, 11, 24)


def paper(kind: PaperKind = PaperKind.SHEET, closing: str = "Wat spreken we af?") -> FlowPaper:
    """What a flow made of three answers."""
    return FlowPaper(
        kind=kind,
        title="Mijn gesprek",
        lines=(("Dit wil ik zeggen", "naast Sam zitten", None), ("Slapen", "4", 4), ("Begin", "2026-12-01", None)),
        closing=closing,
        language=DUTCH,
    )


def figures() -> ReportPicture:
    """The figures of a busy block."""
    block = block_of(TODAY - WEEK * 5)
    tallies = [
        Tally(week=block + WEEK * n, measure=Measure.QUESTION, name=name, audience="ouder", language="nl", count=count)
        for n in range(4)
        for name, count in (("answered", 40), ("suggested", 15), ("none", 9))
    ]
    report = make_report(tallies, block, TODAY, {("ouder", "tlv"): "regels"}, TODAY)
    names = ReportNames(organisation="Steunpunt Proef", titles={("audiences", "", "ouder"): "Ouders"})
    return ReportPicture(report=report, names=names, unanswered=(("Vervoer", 6),))
