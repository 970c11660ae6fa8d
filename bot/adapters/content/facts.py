"""``faq/facts.yaml``: terms, ages and amounts that stand in several texts, each in one place.

A text says ``{fact:bezwaar_termijn}`` and gets "6 weken"; ``{fact:bezwaar_termijn.number}`` gives only "6", for
languages in which the word beside it changes its form. They are filled in when the files are read, so that whatever
looks at a text (the matcher, the readability, the mark of a translation) sees what a reader sees. A fact that changes
makes the translations of its answers older, as any other change of the Dutch does.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from bot.adapters.content.fields import Fields
from bot.adapters.content.overlay import OVERLAY_FIELDS, Kind, Stack
from bot.adapters.content.supplements import items_of
from bot.domain.ids import DUTCH, ENGLISH
from bot.text.placeholders import FACT

_FIELDS = ("id", "what", "text", "near", "law", "source", "note", *OVERLAY_FIELDS)
_NUMBER = re.compile(r"\d[\d.]*")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One term, age or amount."""

    id: str
    text: Mapping[str, str]
    """How it is said, per language; Dutch and English are always there."""
    near: Mapping[str, tuple[str, ...]]
    """Beginnings of words that stand in the same sentence when a text writes this fact out, per language."""
    law: tuple[str, ...]
    """Articles it rests on, as the register calls them: the number of the law and the article."""
    file: str
    line: int

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it, as they are written."""
        return tuple(_NUMBER.findall(self.text.get(DUTCH, "")))

    def said(self, part: str | None, language: str) -> str | None:
        """What a placeholder becomes; None when it cannot be said in this language."""
        if part is None:
            return self.text.get(language)
        return self.numbers[0 if part == "number" else -1] if self.numbers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text as it stands in a file, before facts are filled in: for findings."""

    file: str
    line: int
    """Of the field; the lines of a block come below it."""
    where: str
    """What holds it: the id of a question, the name of a flow."""
    language: str
    text: str

    def line_at(self, place: int) -> int:
        """The line of a sign in the text; that of the field when the text stands behind it."""
        return self.line + (1 + self.text.count("\n", 0, place) if "\n" in self.text else 0)


@dataclass(frozen=True, slots=True)
class Facts:
    """All of them, by id."""

    by_id: Mapping[str, Fact] = field(default_factory=dict)

    def fill(self, text: str, language: str) -> str:
        """The text with its facts; one that does not exist is left out (``check`` refuses it), as with contacts."""

        def said(match: re.Match[str]) -> str:
            fact = self.by_id.get(match[1])
            return "" if fact is None else fact.said(match[2], language) or fact.text.get(DUTCH, "")

        return FACT.sub(said, text) if "{fact:" in text else text

    def has_number(self, name: str) -> bool:
        """Whether a fact holds a number; one that does not exist might."""
        fact = self.by_id.get(name)
        return fact is None or bool(fact.numbers)

    def told(self, thing: _T, language: str = DUTCH) -> _T:
        """The same thing, its texts with their facts: by the language a text stands under, else in ``language``."""
        return cast("_T", self._told(thing, language))

    def _told(self, thing: Any, language: str) -> Any:
        if isinstance(thing, str):
            return self.fill(thing, language) if "{fact:" in thing else thing
        if isinstance(thing, Mapping):
            return {key: self._told(value, _language(key, language)) for key, value in thing.items()}
        if isinstance(thing, tuple):
            return tuple(self._told(item, language) for item in thing)
        if is_dataclass(thing) and not isinstance(thing, type):
            held = {one.name: getattr(thing, one.name) for one in fields(thing) if one.init}
            told = {name: self._told(value, language) for name, value in held.items()}
            changed = {name: value for name, value in told.items() if value is not held[name] and value != held[name]}
            return replace(thing, **changed) if changed else thing
        return thing


def _language(key: object, otherwise: str) -> str:
    """The language a key stands for (``nl``, ``nl@jongere``); any other key says nothing."""
    name = str(key).split("@")[0]
    return name if len(name) == len(DUTCH) and name.isalpha() else otherwise


def load_facts(stack: Stack) -> Facts:
    """``facts.yaml`` of every layer, the upper laid over the lower."""
    found: dict[str, Fact] = {}
    for item in items_of(stack, Kind.FACT, "facts", "dit feit"):
        fact = _fact(item)
        if fact is None:
            continue
        if fact.id in found:
            what = f"het feit '{fact.id}' staat er twee keer"
            item.findings.error(item.file, item.line_of("id"), "dubbel_id", what, "laat er één staan")
            continue
        found[fact.id] = fact
    return Facts(found)


def _fact(item: Fields) -> Fact | None:
    item.only(_FIELDS)
    item.need("id", "what", "text")
    source = item.map("source", "deze bron")
    if source is not None:
        source.only(("title", "url", "checked"))
        source.need("title", "url", "checked")
        source.day("checked")
    identifier, text = item.identifier("id"), item.texts("text")
    for language in (DUTCH, ENGLISH):
        if text and language not in text:
            what = f"het feit '{identifier}' heeft geen '{language}'"
            item.findings.error(item.file, item.line_of("text"), "taal", what, f"zet er '{language}:' bij")
    law = item.names("law")
    if not law and source is None:
        what = f"het feit '{identifier}' rust nergens op"
        item.findings.error(item.file, item.line, "bron", what, "noem een artikel bij 'law', of een 'source'")
    if not identifier or not text:
        return None
    return Fact(id=identifier, text=text, near=item.text_lists("near"), law=law, file=item.file, line=item.line)


def raw_texts(item: Fields, where: str, *names: str, language: str = DUTCH) -> Iterator[Written]:
    """Texts as they stand in a file; one without languages is in ``language``."""
    for name in names:
        value = item.raw(name)
        if value is None:
            continue
        forms = value.data if isinstance(value.data, dict) else {language: value}
        for key, form in forms.items():
            if isinstance(form.data, str):
                yield Written(file=item.file, line=form.line, where=where, language=key.split("@")[0], text=form.data)
