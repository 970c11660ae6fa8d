"""Documents written down: a tagged union with versions, so that what waits is still understood after an update."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from bot.domain.documents import Document, FlowPaper
from bot.insight.names import ReportNames
from bot.insight.picture import ReportPicture
from bot.insight.report import Report

_PAPER = TypeAdapter(FlowPaper)
_REPORT = TypeAdapter(Report)


def written(document: Document) -> dict[str, Any]:
    """What can be stored; raises ``TypeError`` for a document that nobody draws."""
    match document:
        case FlowPaper():
            return {"kind": "flow_paper", "version": 1, "paper": _PAPER.dump_python(document, mode="json")}
        case ReportPicture(report=report, names=names, unanswered=unanswered):
            return {
                "kind": "report_picture",
                "version": 1,
                "report": _REPORT.dump_python(report, mode="json"),
                "organisation": names.organisation,
                "titles": [[*place, title] for place, title in names.titles.items()],
                "members": list(names.members),
                "unanswered": [list(one) for one in unanswered],
            }
        case _:
            raise TypeError(type(document).__name__)


def read(stored: Mapping[str, Any]) -> Document:
    """What was written down; raises ``ValueError`` for what only a newer version knows."""
    match stored:
        case {"kind": "flow_paper", "version": 1, "paper": paper}:
            return _PAPER.validate_python(paper)
        case {"kind": "report_picture", "version": 1}:
            titles = {(table, group, name): title for table, group, name, title in stored["titles"]}
            return ReportPicture(
                report=_REPORT.validate_python(stored["report"]),
                names=ReportNames(organisation=stored["organisation"], titles=titles, members=tuple(stored["members"])),
                unanswered=tuple((title, count) for title, count in stored["unanswered"]),
            )
        case _:
            raise ValueError(f"{stored.get('kind')} {stored.get('version')}")
