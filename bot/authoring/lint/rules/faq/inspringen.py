"""A line that stands further in than the others is not shown as its editor meant it."""

import re
from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question

_STRAY = re.compile(r"^(?:[ \t]+\*\*.+|(?: {4}|\t)\s*(?![-*•] |\d+[.)] )\S.*)$", re.MULTILINE)
"""A heading, or a line that is no point of a list, with space before it: it hangs in what stands above it."""


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    for field, texts in (("answer", located.entry.answer), ("more", located.entry.more)):
        for language, text in texts.items():
            stray = _STRAY.search(text)
            if stray is not None:
                what = f"in '{field}' ({language}) staat een regel verder naar rechts: '{stray[0].strip()[:40]}'"
                yield in_question(located, field, what, "haal de spaties voor die regel weg")


RULE = Rule(
    id="inspringen",
    means="een kop of regel staat verder naar rechts dan de andere, en komt daardoor in de lijst erboven terecht",
    mend="haal de spaties voor die regel weg",
    severity=Severity.WARNING,
    good=Example(
        question="""
            answer:
              nl: |
                Doe dit:
                - bel school
                - vraag naar de dokter

                **Lukt het niet?** Bel ons.
              en: Call the school.
            """
    ),
    bad=Example(
        question="""
            answer:
              nl: |
                Doe dit:
                - bel school
                - vraag naar de dokter

                    **Lukt het niet?** Bel ons.
              en: Call the school.
            """
    ),
    check=each_question(_check),
)
