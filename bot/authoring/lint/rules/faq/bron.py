"""An answer says what it rests on."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    if not located.entry.sources:
        yield in_question(located, "sources", "heeft geen bron", "noem minstens één bron met datum")


RULE = Rule(
    id="bron",
    means="een antwoord noemt geen bron; bij een feit is dat een fout",
    mend="noem minstens één bron, met de dag waarop je hem las",
    severity=Severity.WARNING,
    good=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
                checked: "2026-11-01"
            """
    ),
    bad=Example(without=("sources",)),
    check=each_question(_check),
)
