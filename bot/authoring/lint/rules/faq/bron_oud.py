"""Sources are read again within a year."""

from collections.abc import Iterator
from datetime import timedelta

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question

_STALE_AFTER = timedelta(days=365)


def _check(located: LocatedEntry, look: Look) -> Iterator[Problem]:
    for source in located.entry.sources:
        if source.checked is not None and look.today - source.checked > _STALE_AFTER:
            what = "een bron is langer dan een jaar niet nagekeken"
            yield in_question(located, "sources", what, "kijk of het antwoord nog klopt")


RULE = Rule(
    id="bron_oud",
    means="een bron is langer dan een jaar niet nagekeken",
    mend="lees de bron, kijk of het antwoord nog klopt, en zet bij `checked` een nieuwe dag",
    severity=Severity.WARNING,
    good=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
                checked: "2026-06-01"
            """
    ),
    bad=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
                checked: "2025-06-01"
            """
    ),
    check=each_question(_check),
)
