"""B1 Dutch, measured."""

from collections.abc import Iterator

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.readability import readability
from bot.authoring.lint.rule import Look, Problem, Rule, each_question, in_question
from bot.domain.ids import DUTCH

_LEAST_EASE, _LEAST_EASE_MORE, _LONGEST_SENTENCE = 60, 55, 22
"""Reading ease of an answer and of its second part, and words in a sentence."""


def _check(located: LocatedEntry, _look: Look) -> Iterator[Problem]:
    entry = located.entry
    for field, texts, least in (("answer", entry.answer, _LEAST_EASE), ("more", entry.more, _LEAST_EASE_MORE)):
        text = texts.get(DUTCH)
        if not text:
            continue
        measured = readability(text)
        if measured.ease < least:
            what = f"'{field}' leest te moeilijk ({measured.ease:.0f}, minstens {least})"
            advice = "maak zinnen korter en kies gewone woorden, of schrijf bij allow: leesbaar: waarom het niet kan"
            yield in_question(located, field, what, advice)
        elif measured.longest > _LONGEST_SENTENCE:
            what = f"'{field}' heeft een zin van {measured.longest} woorden (hooguit {_LONGEST_SENTENCE})"
            yield in_question(located, field, what, "knip de zin in tweeën")


RULE = Rule(
    id="leesbaar",
    means="een antwoord leest te moeilijk (Flesch onder 60, bij Meer onder 55), of een zin heeft meer dan 22 woorden",
    mend='schrijf korter en gewoner; kan het echt niet, zet bij de vraag `allow:` met `leesbaar: "waarom"`',
    severity=Severity.WARNING,
    excusable=True,
    before=("readability",),
    good=Example(
        question="""
            answer:
              nl: De school vraagt eerst of jij het goed vindt.
              en: The school asks you first.
            """
    ),
    bad=Example(
        question="""
            answer:
              nl: De toestemmingsverlening geschiedt voorafgaand aan iedere gegevensuitwisseling.
              en: The school asks you first.
            """
    ),
    check=each_question(_check),
)
