"""A source says on which day it was read, and that day has been."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question


def _check(located: LocatedEntry, look: Look) -> Iterator[Problem]:
    for source in located.entry.sources:
        if source.checked is None:
            what, advice = "een bron heeft geen datum", 'vul in: checked: "2026-11-23"'
            yield in_question(located, "sources", what, advice, severity=Severity.WARNING)
        elif source.checked > look.today:
            yield in_question(located, "sources", "een bron is nagekeken in de toekomst", "verbeter de datum")


RULE = Rule(
    id="bron_datum",
    means="bij een bron staat niet wanneer iemand hem las, of een dag die nog moet komen",
    mend="vul bij `checked` de dag in waarop je de bron las",
    good=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
                checked: "2026-11-01"
            """
    ),
    bad=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
            """
    ),
    check=each_question(_check),
)
