"""The files beside the entries: contacts, glossary, menu, small talk and questions that are not for us."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.organisation import read_hours
from bot.adapters.content.strict_yaml import Value, read_file
from bot.dialogue.library import Contact, Localised, Meaning, Theme
from bot.dialogue.opening import Schedule
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ContactId, EntryId, Language
from bot.matching.corpus import SmallTalk, Term


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms for matching, and their meanings for people."""

    terms: tuple[Term, ...] = ()
    meanings: dict[str, Meaning] = field(default_factory=dict)


def load_contacts(faq: Path, findings: Findings) -> dict[ContactId, Contact]:
    """``contacts.yaml``; contacts with ``publish: false`` are left out."""
    contacts: dict[ContactId, Contact] = {}
    for fields in _items(faq, "contacts.yaml", "contacts", "dit contact", findings):
        fields.need("id", "name")
        identifier = ContactId(fields.identifier("id"))
        if not identifier or ("publish" in fields and not fields.flag("publish")):
            continue
        hours = fields.map("hours", "de openingstijden")
        age = fields.map("age", "de leeftijd")
        contacts[identifier] = Contact(
            id=identifier,
            name=fields.texts("name"),
            what=fields.texts("what"),
            phone=fields.text("phone"),
            url=_address(fields.text("url")),
            chat=_address(fields.text("chat")),
            schedule=_schedule(hours),
            helpline_for=tuple(Audience(name) for name in fields.names("helpline_for") if name in tuple(Audience)),
            youngest=age.number("min") if age else None,
            oldest=age.number("max") if age else None,
        )
    return contacts


def _schedule(hours: Fields | None) -> Schedule | None:
    if hours is None:
        return None
    if "always" in hours and hours.flag("always"):
        return Schedule(always=True)
    phone = hours.raw("phone")
    if phone is not None and isinstance(phone.data, dict):
        inner = hours.map("phone", "de openingstijden")
        return Schedule(always=True) if inner is not None and inner.flag("always") else None
    return read_hours(hours.maps("phone", "deze openingstijd"))


def _address(text: str) -> str:
    return text if not text or "://" in text else f"https://{text}"


def load_glossary(faq: Path, findings: Findings) -> Glossary:
    """``glossary.yaml``."""
    terms: list[Term] = []
    meanings: dict[str, Meaning] = {}
    for fields in _items(faq, "glossary.yaml", "terms", "dit begrip", findings):
        fields.need("id", "term")
        term = fields.text("term")
        forms = tuple(dict.fromkeys((term, *_texts(fields, "short"), *_texts(fields, "also"))))
        terms.append(Term(forms=forms, parts=_texts(fields, "parts")))
        entry = fields.identifier("entry")
        meaning = fields.texts("meaning")
        if meaning:
            meanings[fields.identifier("id")] = Meaning(term, meaning, EntryId(entry) if entry else None, forms)
    return Glossary(tuple(terms), meanings)


def _texts(fields: Fields, name: str) -> tuple[str, ...]:
    """A single text or a list of texts."""
    value = fields.raw(name)
    if value is None or value.data is None:
        return ()
    return fields.names(name) if isinstance(value.data, list) else (fields.text(name),)


def load_menu(faq: Path, findings: Findings, known: Collection[EntryId]) -> dict[Audience, tuple[Theme, ...]]:
    """``menu.yaml``: themes per audience; entries that do not exist are reported and left out."""
    value = _read(faq, "menu.yaml", findings)
    if value is None:
        return {}
    top = Fields(value, "faq/menu.yaml", findings, what="het menu")
    top.only(tuple(Audience))
    menu: dict[Audience, tuple[Theme, ...]] = {}
    for audience in Audience:
        themes = []
        for fields in top.maps(audience, "dit thema"):
            fields.only(("id", "title", "entries"))
            fields.need("id", "title", "entries")
            names = [EntryId(name) for name in fields.names("entries")]
            for name in names:
                if name not in known:
                    findings.error(
                        fields.file,
                        fields.line_of("entries"),
                        "verwijzing",
                        f"de vraag '{name}' bestaat niet",
                        "haal hem uit het menu",
                    )
            themes.append(
                Theme(
                    id=fields.identifier("id"),
                    title=fields.texts("title"),
                    entries=tuple(name for name in names if name in known),
                )
            )
        menu[audience] = tuple(themes)
    return menu


def load_smalltalk(faq: Path, findings: Findings) -> tuple[dict[str, Localised], tuple[SmallTalk, ...]]:
    """``smalltalk.yaml``: replies by id, and the phrasings that call for them."""
    replies: dict[str, Localised] = {}
    phrasings: list[SmallTalk] = []
    for fields in _items(faq, "smalltalk.yaml", "smalltalk", "dit antwoord", findings):
        fields.need("id", "questions", "answer")
        identifier = fields.identifier("id")
        replies[identifier] = fields.texts("answer")
        lists = {Language(key): texts for key, texts in fields.text_lists("questions").items()}
        phrasings.append(SmallTalk(id=identifier, phrasings=lists))
    return replies, tuple(phrasings)


def load_not_for_us(faq: Path, findings: Findings) -> dict[Language, tuple[str, ...]]:
    """``not_for_us.yaml``: typical messages that no entry answers."""
    value = _read(faq, "not_for_us.yaml", findings)
    if value is None:
        return {}
    fields = Fields(value, "faq/not_for_us.yaml", findings, what="dit bestand")
    lists = fields.text_lists("questions")
    return {Language(key or DUTCH): texts for key, texts in lists.items()}


def _read(faq: Path, name: str, findings: Findings) -> Value | None:
    path = faq / name
    return read_file(path, f"faq/{name}", findings) if path.exists() else None


def _items(faq: Path, name: str, key: str, what: str, findings: Findings) -> list[Fields]:
    """The list in a file, either under ``key`` or as the whole file."""
    value = _read(faq, name, findings)
    if value is None or value.data is None:
        return []
    if isinstance(value.data, list):
        return [Fields(item, f"faq/{name}", findings, what=what) for item in value.data]
    return Fields(value, f"faq/{name}", findings, what="dit bestand").maps(key, what)
