"""What an expert approved still stands there."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule


def _check(look: Look) -> Iterator[Problem]:
    for one in look.content.approvals.older.values():
        yield Problem(
            file=one.file,
            line=one.line,
            what=f"{one.id} is veranderd sinds {one.by} het op {one.on} goedkeurde",
            advice="laat het opnieuw lezen: faq review-sheet, en dan faq approve",
        )


_APPROVAL = """\
- id: voorbeeld
  by: "M. de Wit, jurist"
  on: "2026-11-20"
  of: "{mark}"
"""

RULE = Rule(
    id="akkoord_oud",
    means="een antwoord is veranderd sinds een deskundige het goedkeurde",
    mend="laat het opnieuw lezen: `faq review-sheet`, dan `faq approve`",
    severity=Severity.WARNING,
    good=Example(files={"faq/akkoord.yaml": _APPROVAL.format(mark="2591f85be037")}),
    bad=Example(files={"faq/akkoord.yaml": _APPROVAL.format(mark="0123456789ab")}),
    check=_check,
)
