"""``faq/bronnen.yaml``: which article of which law an answer rests on, and the bills an answer speaks of."""

from dataclasses import dataclass
from datetime import date

from bot.adapters.content.fields import Fields
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.domain.ids import EntryId

FILE = "bronnen.yaml"
_ARTICLE = ("law", "bwb", "article", "date", "checked", "changed", "instead", "entries", "facts", "note")
_BILL = ("name", "number", "state", "review_by", "entries", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, and what rests on it."""

    law: str
    bwb: str
    """The number of the law on wetten.overheid.nl."""
    article: str
    read: date | None
    """Of which day the text is that was read; None when nobody read the article itself."""
    checked: date | None
    """When somebody last looked."""
    changed: date | None
    """From which day it says something else than was read, as far as an editor heard."""
    instead: str
    """The source that was checked because the present text was not to be had; empty when it was."""
    entries: tuple[EntryId, ...]
    facts: dict[str, str]
    """Ids of facts, each with the words of the article it stands in."""
    file: str
    line: int

    @property
    def key(self) -> str:
        """How facts refer to it."""
        return f"{self.bwb} {self.article}"

    def is_behind(self, today: date) -> bool:
        """Nobody read the text that holds on this day."""
        return self.read is None or (self.changed is not None and self.read < self.changed <= today)

    def __str__(self) -> str:
        """As a source of an answer names it."""
        return f"{self.law}, artikel {self.article}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A law that is not there yet."""

    name: str
    number: str
    state: str
    review_by: date | None
    entries: tuple[EntryId, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Register:
    """All articles and bills; those of an organisation come after the national ones."""

    articles: tuple[Article, ...] = ()
    bills: tuple[Bill, ...] = ()
    there: bool = False
    """There is a register; without one nothing is held against it."""


def load_register(stack: Stack) -> Register:
    """``bronnen.yaml`` of every layer behind each other."""
    articles: list[Article] = []
    bills: list[Bill] = []
    there = False
    for layer in stack.layers:
        path = layer.faq / FILE
        if not path.is_file():
            continue
        name = layer.name(path)
        value = read_file(path, name, stack.findings)
        if value is None or value.data is None:
            continue
        there = True
        top = Fields(value, name, stack.findings, what="het register")
        top.only(("articles", "bills"))
        articles += [_article(item, stack) for item in top.maps("articles", "dit artikel")]
        bills += [_bill(item, stack) for item in top.maps("bills", "dit wetsvoorstel")]
    return Register(tuple(articles), tuple(bills), there)


def _article(item: Fields, stack: Stack) -> Article:
    item.only(_ARTICLE)
    item.need("law", "bwb", "article", "checked", "entries")
    facts = item.map("facts", "de feiten van dit artikel")
    return Article(
        law=item.text("law"),
        bwb=item.text("bwb"),
        article=item.text("article"),
        read=item.day("date"),
        checked=item.day("checked"),
        changed=item.day("changed"),
        instead=item.text("instead"),
        entries=_entries(item, stack),
        facts={name: facts.text(name) for name in facts.names_of_fields()} if facts is not None else {},
        file=item.file,
        line=item.line,
    )


def _bill(item: Fields, stack: Stack) -> Bill:
    item.only(_BILL)
    item.need("name", "state", "review_by", "entries")
    return Bill(
        name=item.text("name"),
        number=item.text("number"),
        state=item.text("state"),
        review_by=item.day("review_by"),
        entries=_entries(item, stack),
        file=item.file,
        line=item.line,
    )


def _entries(item: Fields, stack: Stack) -> tuple[EntryId, ...]:
    """Without those an organisation took out: it cannot mend the national register."""
    return tuple(EntryId(name) for name in stack.kept(Kind.ENTRY, item.names("entries"), item.file))
