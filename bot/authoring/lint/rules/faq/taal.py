"""Everything is said in Dutch."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question
from bot.domain.ids import DUTCH


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    entry = located.entry
    for field, texts in (("title", entry.title), ("answer", entry.answer), ("questions", entry.questions)):
        if texts and DUTCH not in texts:
            yield in_question(located, field, f"'{field}' heeft geen Nederlands", "zet er 'nl:' bij")


RULE = Rule(
    id="taal",
    means="een tekst heeft geen Nederlands, of staat in een taal die de bot niet kent",
    mend="zet er `nl:` bij, of verbeter de naam van de taal",
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
              en: What does the school doctor do?
            """
    ),
    check=each_question(_check),
)
