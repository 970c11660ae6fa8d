"""What the register of law says about the answers: gaps between the two, and what has to be read again."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.facts import Fact
from bot.adapters.content.findings import Finding, Severity
from bot.adapters.content.library import Content
from bot.adapters.content.register import Article, Bill, Register
from bot.domain.ids import EntryId

RENEW_AFTER = timedelta(days=183)
"""Half a year: as long as the check of an article or a source holds."""
_LAW = re.compile(r"^(?P<law>(?=[^,]*[wW]et)[^,]+), artikel(?:en)? (?P<articles>.+)$")
_PART = re.compile(
    r"\([^)]*\)|,? ?\b(?:lid|leden|onder|onderdeel) (?:\d+|[a-z]\b)(?:(?:, | en |, en | tot en met )\d+(?![\da-z.:]))*"
)
_NUMBER = re.compile(r"\d+(?:[.:]\d+)*[a-z]?\b")
_ONE_TO_TWENTY = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig"
)
_WORDS = {word: number for number, word in enumerate(_ONE_TO_TWENTY.split(), 1)}


def inspect_register(content: Content) -> Iterator[Finding]:
    """Where the register, the facts and the answers do not fit together."""
    register = content.register
    if not register.there:
        return
    known = {located.entry.id: located for located in content.entries}
    places: list[Article | Bill] = [*register.articles, *register.bills]
    for place in places:
        for entry in place.entries:
            if entry not in known:
                yield _error(place.file, place.line, f"de vraag '{entry}' bestaat niet", "haal hem uit het register")
    for article in register.articles:
        yield from _without_page(article, known)
    yield from _facts(register, content.facts.by_id)
    for located in content.entries:
        yield from _unregistered(located, register)


def _without_page(article: Article, known: Mapping[EntryId, LocatedEntry]) -> Iterator[Finding]:
    """At the last check the text was old or missing, without a page in its place; or an answer lacks that page."""
    if article.checked is not None and article.is_behind(article.checked) and not article.instead:
        what = f"van {article} is de tekst van nu niet gelezen"
        yield _error(article.file, article.line, what, "lees hem, of zet bij 'instead' de bron die is nagekeken")
    for name in article.entries:
        located = known.get(name)
        if article.instead and located and article.instead not in {one.title for one in located.entry.sources}:
            what = f"{name}: steunt op {article}, en noemt '{article.instead}' niet als bron"
            yield _error(article.file, article.line, what, "zet die bron bij het antwoord, met de dag")


def _facts(register: Register, facts: Mapping[str, Fact]) -> Iterator[Finding]:
    quoted: dict[str, list[tuple[Article, str]]] = {}
    for article in register.articles:
        for name, words in article.facts.items():
            quoted.setdefault(name, []).append((article, words))
            if name not in facts:
                yield _error(
                    article.file, article.line, f"het feit '{name}' bestaat niet", "kies er een uit facts.yaml"
                )
    for fact in facts.values():
        named = {article.key for article, _ in quoted.get(fact.id, ())}
        for key in fact.law:
            if key not in named:
                what = f"het feit '{fact.id}' rust op {key}, maar het register noemt het daar niet"
                yield _error(fact.file, fact.line, what, "zet in bronnen.yaml bij dat artikel de woorden onder 'facts'")
        for article, words in quoted.get(fact.id, ()):
            if article.key not in fact.law:
                what = f"het register noemt '{fact.id}' bij {article.key}, maar het feit niet"
                yield _error(fact.file, fact.line, what, "zet dat artikel bij 'law'")
            missing = numbers_in(fact.text.get("nl", "")) - numbers_in(words)
            if missing:
                what = f"het feit '{fact.id}' zegt {min(missing)}, en {article} niet: \"{words}\""
                yield _error(fact.file, fact.line, what, "kijk in de wet welke van de twee klopt")


def numbers_in(text: str) -> set[int]:
    """The numbers of a Dutch text, written in digits or in words."""
    digits = {int(found.replace(".", "")) for found in re.findall(r"\d[\d.]*", text.rstrip("."))}
    return digits | {_WORDS[word] for word in re.findall(r"\w+", text.lower()) if word in _WORDS}


def articles_in(title: str) -> tuple[str, tuple[str, ...]] | None:
    """The law and the articles a source names; None when it is no article of a law."""
    match = _LAW.match(title)
    if match is None:
        return None
    return match["law"], tuple(_NUMBER.findall(_PART.sub("", match["articles"])))


def _unregistered(located: LocatedEntry, register: Register) -> Iterator[Finding]:
    for source in located.entry.sources:
        named = articles_in(source.title)
        if named is None:
            continue
        for number in named[1]:
            if not any(
                (article.law, article.article) == (named[0], number) and located.entry.id in article.entries
                for article in register.articles
            ):
                yield Finding(
                    file=located.file,
                    line=located.fields.line_of("sources"),
                    code="register",
                    what=f"{located.entry.id}: {named[0]}, artikel {number} staat bij deze vraag niet in het register",
                    advice="zet de id bij dat artikel in faq/bronnen.yaml",
                    severity=Severity.WARNING,
                )


def renewals(content: Content, today: date) -> Iterator[Finding]:
    """Answers to read again: an article changed, or nobody looked for half a year; and the bills that are pending."""
    places = {located.entry.id: located for located in content.entries}
    for article in content.register.articles:
        for name in article.entries:
            located = places.get(name)
            if located is not None:
                yield from _renew(located, article, today)
                yield from _behind(located, article, today)
    for located in content.entries:
        for source in located.entry.sources:
            if articles_in(source.title) is None and source.checked is not None and _old(source.checked, today):
                what = f"{located.entry.id}: de bron '{source.title}' is sinds {source.checked} niet nagekeken"
                yield _again(located, what, "lees hem, en zet een nieuwe dag bij 'checked'")
    for bill in content.register.bills:
        past = bill.review_by is not None and bill.review_by < today
        called = f"{bill.name} ({bill.number})" if bill.number else bill.name
        yield Finding(
            file=bill.file,
            line=bill.line,
            code="wetsvoorstel",
            what=f"{called}: {bill.state}; bij {', '.join(bill.entries)}",
            advice="kijk hoe het ermee staat, en zet een nieuwe dag" if past else f"kijk uiterlijk {bill.review_by}",
            severity=Severity.WARNING if past else Severity.HINT,
        )


def _renew(located: LocatedEntry, article: Article, today: date) -> Iterator[Finding]:
    looked = _looked(located, article)
    new = max((day for day in (article.changed, article.read) if day is not None), default=None)
    renew = f"lees het artikel en dit antwoord; zet dan bij allebei een nieuwe dag ({article.file}:{article.line})"
    if new is not None and looked is not None and looked < new <= today:
        what = f"{located.entry.id}: {article} is veranderd op {new}, en dit antwoord is van {looked}"
        yield _again(located, what, renew)
    elif article.changed is not None and article.changed > today:
        what = f"{located.entry.id}: {article} verandert op {article.changed}"
        yield _again(located, what, renew)
    elif article.checked is None or _old(article.checked, today):
        yield _again(located, f"{located.entry.id}: {article} is sinds {article.checked} niet nagekeken", renew)


def _behind(located: LocatedEntry, article: Article, today: date) -> Iterator[Finding]:
    """For as long as the present text is not read: which one was, and what was checked in its place."""
    if not article.is_behind(today):
        return
    text = f"de tekst van {article.read}" if article.read is not None else "geen tekst"
    days = [str(source.checked) for source in located.entry.sources if source.title == article.instead]
    page = f"'{article.instead}' ({days[0]})" if days else "niets"
    yield Finding(
        file=article.file,
        line=article.line,
        code="oude_tekst",
        what=f"{located.entry.id}: van {article} is {text} gelezen; in plaats daarvan is nagekeken: {page}",
        advice="lees de tekst van nu zodra die er is; zet 'date' op die dag en haal 'changed' en 'instead' weg",
        severity=Severity.HINT,
    )


def _looked(located: LocatedEntry, article: Article) -> date | None:
    """When somebody last held this answer against the article: the day at its source, else that of the register."""
    for source in located.entry.sources:
        named = articles_in(source.title)
        if named is not None and named[0] == article.law and article.article in named[1]:
            return source.checked
    return article.checked


def _old(day: date, today: date) -> bool:
    return today - day > RENEW_AFTER


def _again(located: LocatedEntry, what: str, advice: str) -> Finding:
    line = located.fields.line_of("sources")
    return Finding(file=located.file, line=line, code="nakijken", what=what, advice=advice, severity=Severity.WARNING)


def _error(file: str, line: int, what: str, advice: str) -> Finding:
    return Finding(file=file, line=line, code="register", what=what, advice=advice)
