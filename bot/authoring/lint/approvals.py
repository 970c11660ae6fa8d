"""Whether what was approved still stands there."""

from collections.abc import Iterable

from bot.adapters.content.approvals import Approvals
from bot.adapters.content.findings import Finding, Severity


def inspect_approvals(approvals: Approvals) -> Iterable[Finding]:
    """Answers that changed since somebody approved them."""
    for one in approvals.older.values():
        yield Finding(
            file=one.file,
            line=one.line,
            code="akkoord_oud",
            what=f"{one.id} is veranderd sinds {one.by} het op {one.on} goedkeurde",
            advice="laat het opnieuw lezen: faq review-sheet, en dan faq approve",
            severity=Severity.WARNING,
        )
