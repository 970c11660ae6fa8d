"""The picture of a report as a value: the figures that may be shown, and what they are called."""

from dataclasses import dataclass

from bot.domain.documents import Document
from bot.insight.names import ReportNames
from bot.insight.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPicture(Document):
    """One picture for the phone; only of what was released, so it holds nothing of anybody."""

    report: Report
    names: ReportNames
    unanswered: tuple[tuple[str, int], ...] = ()
    """Titles of entries that questions without an answer look like, with a number from five up."""
