"""The register of law, the facts and the answers fit together."""

from collections.abc import Iterator, Mapping

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.facts import Fact
from bot.adapters.content.findings import Severity
from bot.adapters.content.register import Article, Bill, Register
from bot.authoring.lint.examples import Example
from bot.authoring.lint.law import articles_in, numbers_in
from bot.authoring.lint.rule import Look, Problem, Rule, in_question


def _check(look: Look) -> Iterator[Problem]:
    register = look.content.register
    if not register.there:
        return
    places: list[Article | Bill] = [*register.articles, *register.bills]
    for place in places:
        for entry in place.entries:
            if entry not in look.entries:
                what, advice = f"de vraag '{entry}' bestaat niet", "haal hem uit het register"
                yield Problem(file=place.file, line=place.line, what=what, advice=advice)
    for article in register.articles:
        yield from _without_page(article, look)
    yield from _facts(register, look.content.facts.by_id)
    for located in look.content.entries:
        yield from _unregistered(located, register)


def _without_page(article: Article, look: Look) -> Iterator[Problem]:
    """At the last check the text was old or missing, without a page in its place; or an answer lacks that page."""
    if article.checked is not None and article.is_behind(article.checked) and not article.instead:
        what = f"van {article} is de tekst van nu niet gelezen"
        advice = "lees hem, of zet bij 'instead' de bron die is nagekeken"
        yield Problem(file=article.file, line=article.line, what=what, advice=advice)
    for name in article.entries:
        located = look.entries.get(name)
        if article.instead and located and article.instead not in {one.title for one in located.entry.sources}:
            what = f"{name}: steunt op {article}, en noemt '{article.instead}' niet als bron"
            advice = "zet die bron bij het antwoord, met de dag"
            yield Problem(file=article.file, line=article.line, what=what, advice=advice)


def _facts(register: Register, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    quoted: dict[str, list[tuple[Article, str]]] = {}
    for article in register.articles:
        for name, words in article.facts.items():
            quoted.setdefault(name, []).append((article, words))
            if name not in facts:
                what, advice = f"het feit '{name}' bestaat niet", "kies er een uit facts.yaml"
                yield Problem(file=article.file, line=article.line, what=what, advice=advice)
    for fact in facts.values():
        named = {article.key for article, _ in quoted.get(fact.id, ())}
        for key in fact.law:
            if key not in named:
                what = f"het feit '{fact.id}' rust op {key}, maar het register noemt het daar niet"
                yield _about(fact, what, "zet in bronnen.yaml bij dat artikel de woorden onder 'facts'")
        for article, words in quoted.get(fact.id, ()):
            if article.key not in fact.law:
                what = f"het register noemt '{fact.id}' bij {article.key}, maar het feit niet"
                yield _about(fact, what, "zet dat artikel bij 'law'")
            missing = numbers_in(fact.text.get("nl", "")) - numbers_in(words)
            if missing:
                what = f"het feit '{fact.id}' zegt {min(missing)}, en {article} niet: \"{words}\""
                yield _about(fact, what, "kijk in de wet welke van de twee klopt")


def _about(fact: Fact, what: str, advice: str) -> Problem:
    return Problem(file=fact.file, line=fact.line, what=what, advice=advice)


def _unregistered(located: LocatedEntry, register: Register) -> Iterator[Problem]:
    for source in located.entry.sources:
        named = articles_in(source.title)
        for number in named[1] if named is not None else ():
            if named is not None and not any(
                (article.law, article.article) == (named[0], number) and located.entry.id in article.entries
                for article in register.articles
            ):
                what = f"{named[0]}, artikel {number} staat bij deze vraag niet in het register"
                advice = "zet de id bij dat artikel in faq/bronnen.yaml"
                yield in_question(located, "sources", what, advice, severity=Severity.WARNING)


_SOURCE = """
sources:
  - title: Leerplichtwet 1969, artikel {article}
    url: https://wetten.overheid.nl/BWBR0002628
    checked: "2026-11-01"
"""
_REGISTER = """\
articles:
  - law: Leerplichtwet 1969
    bwb: BWBR0002628
    article: "11a"
    date: "2026-01-01"
    checked: "2026-11-01"
    entries: [voorbeeld]
"""

RULE = Rule(
    id="register",
    means="een feit, een artikel en een antwoord passen niet bij elkaar",
    mend="kijk in de wet, en verbeter `faq/bronnen.yaml` of `faq/facts.yaml`",
    good=Example(question=_SOURCE.format(article="11a"), files={"faq/bronnen.yaml": _REGISTER}),
    bad=Example(question=_SOURCE.format(article="12"), files={"faq/bronnen.yaml": _REGISTER}),
    check=_check,
)
