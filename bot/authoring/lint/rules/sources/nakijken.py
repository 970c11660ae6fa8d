"""Answers are read again when their law changed, or when nobody looked for half a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Severity
from bot.adapters.content.register import Article
from bot.authoring.lint.examples import Example
from bot.authoring.lint.law import articles_in
from bot.authoring.lint.rule import Look, Problem, Rule, in_question

_RENEW_AFTER = timedelta(days=183)
"""Half a year: as long as the check of an article or a source holds."""


def _check(look: Look) -> Iterator[Problem]:
    for article in look.content.register.articles:
        for name in article.entries:
            located = look.entries.get(name)
            if located is not None:
                yield from _renew(located, article, look.today)
    for located in look.content.entries:
        for source in located.entry.sources:
            if articles_in(source.title) is None and source.checked is not None and _old(source.checked, look.today):
                what = f"de bron '{source.title}' is sinds {source.checked} niet nagekeken"
                yield in_question(located, "sources", what, "lees hem, en zet een nieuwe dag bij 'checked'")


def _renew(located: LocatedEntry, article: Article, today: date) -> Iterator[Problem]:
    looked = _looked(located, article)
    new = max((day for day in (article.changed, article.read) if day is not None), default=None)
    renew = f"lees het artikel en dit antwoord; zet dan bij allebei een nieuwe dag ({article.file}:{article.line})"
    if new is not None and looked is not None and looked < new <= today:
        what = f"{article} is veranderd op {new}, en dit antwoord is van {looked}"
        yield in_question(located, "sources", what, renew)
    elif article.changed is not None and article.changed > today:
        yield in_question(located, "sources", f"{article} verandert op {article.changed}", renew)
    elif article.checked is None or _old(article.checked, today):
        yield in_question(located, "sources", f"{article} is sinds {article.checked} niet nagekeken", renew)


def _looked(located: LocatedEntry, article: Article) -> date | None:
    """When somebody last held this answer against the article: the day at its source, else that of the register."""
    for source in located.entry.sources:
        named = articles_in(source.title)
        if named is not None and named[0] == article.law and article.article in named[1]:
            return source.checked
    return article.checked


def _old(day: date, today: date) -> bool:
    return today - day > _RENEW_AFTER


RULE = Rule(
    id="nakijken",
    means="een artikel is veranderd sinds iemand dit antwoord las, of er is een half jaar niet naar gekeken",
    mend="lees het artikel en het antwoord, en zet bij allebei een nieuwe dag",
    severity=Severity.WARNING,
    good=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
                checked: "2026-08-01"
            """
    ),
    bad=Example(
        question="""
            sources:
              - title: GGD
                url: https://www.ggd.nl/
                checked: "2026-03-01"
            """
    ),
    check=_check,
)
