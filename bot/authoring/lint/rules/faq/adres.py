"""The address of a source can be opened."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    for source in located.entry.sources:
        if source.url and not source.url.startswith(("https://", "http://")):
            yield in_question(located, "sources", f"'{source.url}' is geen webadres", "begin met https://")


RULE = Rule(
    id="adres",
    means="het adres van een bron is geen webadres",
    mend="begin met `https://`",
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
                url: www.ggd.nl
                checked: "2026-11-01"
            """
    ),
    check=each_question(_check),
)
