"""Everything is said in English as well."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question
from bot.domain.ids import DUTCH, ENGLISH


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    entry = located.entry
    for field, texts in (("title", entry.title), ("answer", entry.answer), ("questions", entry.questions)):
        if DUTCH in texts and ENGLISH not in texts:
            yield in_question(located, field, f"'{field}' heeft geen Engels", "zet er 'en:' bij")


RULE = Rule(
    id="vertaling",
    means="een titel, antwoord of lijst met zinnen heeft geen Engels; wie Engels koos, leest daar Nederlands",
    mend="zet er `en:` bij",
    severity=Severity.WARNING,
    good=Example(
        question="""
            title:
              nl: Wat doet de schoolarts?
              en: What does the school doctor do?
            """
    ),
    bad=Example(
        question="""
            title:
              nl: Wat doet de schoolarts?
            """
    ),
    check=each_question(_check),
)
