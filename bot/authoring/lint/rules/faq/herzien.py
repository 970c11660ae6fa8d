"""An answer is looked at again before the day that was agreed."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question


def _check(located: LocatedEntry, look: Look) -> Iterator[Problem]:
    review_by = located.entry.review_by
    if review_by is not None and review_by < look.today:
        advice = "kijk het antwoord na en zet een nieuwe datum"
        yield in_question(located, "review_by", "de herziendatum is voorbij", advice)


RULE = Rule(
    id="herzien",
    means="de dag bij `review_by` is voorbij",
    mend="kijk het antwoord na en zet een nieuwe dag",
    severity=Severity.WARNING,
    good=Example(question='review_by: "2027-05-01"\n'),
    bad=Example(question='review_by: "2026-05-01"\n'),
    check=each_question(_check),
)
