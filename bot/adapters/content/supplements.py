"""The files beside the entries: contacts, glossary, menu, small talk and questions that are not for us."""

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.adapters.content.fields import Fields
from bot.adapters.content.layers import Layer
from bot.adapters.content.organisation import read_hours
from bot.adapters.content.overlay import OVERLAY_FIELDS, Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.dialogue.library import Contact, Localised, Meaning, Theme
from bot.dialogue.opening import Schedule
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ContactId, EntryId, Language
from bot.matching.corpus import SmallTalk, Term


@dataclass(frozen=True, slots=True)
class LocatedTerm:
    """All ways to write a term, with its place in the files, for findings."""

    forms: tuple[str, ...]
    file: str
    line: int
    allow: dict[str, str]
    """Codes of findings that it is excused from, each with its reason."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms for matching, and their meanings for people."""

    terms: tuple[Term, ...] = ()
    located: tuple[LocatedTerm, ...] = ()
    meanings: dict[str, Meaning] = field(default_factory=dict)


def load_contacts(stack: Stack) -> dict[ContactId, Contact]:
    """``contacts.yaml``; contacts with ``publish: false`` are left out."""
    contacts: dict[ContactId, Contact] = {}
    for fields in items_of(stack, Kind.CONTACT, "contacts", "dit contact"):
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


def load_glossary(stack: Stack) -> Glossary:
    """``glossary.yaml``."""
    terms: list[Term] = []
    located: list[LocatedTerm] = []
    meanings: dict[str, Meaning] = {}
    for fields in items_of(stack, Kind.TERM, "terms", "dit begrip"):
        fields.need("id", "term")
        term = fields.text("term")
        forms = tuple(dict.fromkeys((term, *_texts(fields, "short"), *_texts(fields, "also"))))
        allow = fields.map("allow", "deze uitzondering")
        excused = {code: allow.text(code) for code in allow.names_of_fields()} if allow else {}
        located.append(LocatedTerm(forms, fields.file, fields.line, excused))
        terms.append(Term(forms=forms, parts=_texts(fields, "parts")))
        entry = next(iter(stack.kept(Kind.ENTRY, (fields.identifier("entry"),), fields.file)), "")
        meaning = fields.texts("meaning")
        if meaning:
            meanings[fields.identifier("id")] = Meaning(term, meaning, EntryId(entry) if entry else None, forms)
    return Glossary(tuple(terms), tuple(located), meanings)


def _texts(fields: Fields, name: str) -> tuple[str, ...]:
    """A single text or a list of texts."""
    value = fields.raw(name)
    if value is None or value.data is None:
        return ()
    return fields.names(name) if isinstance(value.data, list) else (fields.text(name),)


MOST_ON_A_SCREEN = 8
"""Buttons with a question that fit on a phone without scrolling past the ways on."""


def load_menu(stack: Stack, known: Collection[EntryId]) -> dict[Audience, tuple[Theme, ...]]:
    """``menu.yaml``: themes per audience; entries that do not exist are reported and left out."""
    tops = [top for layer in stack.layers if (top := _read(stack, layer, "menu.yaml", "het menu")) is not None]
    for top in tops:
        top.only(tuple(Audience))
    menu: dict[Audience, tuple[Theme, ...]] = {}
    for audience in Audience if tops else ():
        merged = stack.merge(Kind.THEME, [top.maps(audience, "dit thema") for top in tops])
        themes = [_theme(stack, fields, known) for fields in merged]
        menu[audience] = tuple(theme for theme in themes if theme.entries)
    return menu


def _theme(stack: Stack, fields: Fields, known: Collection[EntryId]) -> Theme:
    fields.only(("id", "title", "entries", "groups", *OVERLAY_FIELDS))
    fields.need("id", "title", "groups" if "groups" in fields else "entries")
    groups = tuple(_theme(stack, group, known) for group in fields.maps("groups", "dit deel van een thema"))
    groups = tuple(group for group in groups if group.entries)
    for group in groups:
        if group.groups:
            what, advice = f"'{group.id}' heeft zelf ook 'groups'", "houd het bij één laag"
            fields.findings.error(fields.file, fields.line_of("groups"), "menu", what, advice)
    if "entries" in fields and groups:
        what, advice = "dit thema heeft 'entries' en 'groups'", "zet elke vraag in een van de delen"
        fields.findings.error(fields.file, fields.line_of("entries"), "menu", what, advice)
    names = [EntryId(name) for name in stack.kept(Kind.ENTRY, fields.names("entries"), fields.file)]
    for name in names:
        if name not in known:
            fields.findings.error(
                fields.file,
                fields.line_of("entries"),
                "verwijzing",
                f"de vraag '{name}' bestaat niet",
                "haal hem uit het menu",
            )
    if len(names) > MOST_ON_A_SCREEN:
        what = f"'{fields.text('id')}' heeft {len(names)} vragen onder elkaar"
        advice = f"hooguit {MOST_ON_A_SCREEN}; verdeel ze met 'groups'"
        fields.findings.warn(fields.file, fields.line_of("entries"), "menu_lang", what, advice)
    own = tuple(name for name in names if name in known)
    return Theme(
        id=fields.identifier("id"),
        title=fields.texts("title"),
        entries=own or tuple(dict.fromkeys(name for group in groups for name in group.entries)),
        groups=groups,
    )


def load_smalltalk(stack: Stack) -> tuple[dict[str, Localised], tuple[SmallTalk, ...]]:
    """``smalltalk.yaml``: replies by id, and the phrasings that call for them."""
    replies: dict[str, Localised] = {}
    phrasings: list[SmallTalk] = []
    for fields in items_of(stack, Kind.SMALLTALK, "smalltalk", "dit antwoord"):
        fields.need("id", "questions", "answer")
        identifier = fields.identifier("id")
        replies[identifier] = fields.texts("answer")
        lists = {Language(key): texts for key, texts in fields.text_lists("questions").items()}
        phrasings.append(SmallTalk(id=identifier, phrasings=lists))
    return replies, tuple(phrasings)


def load_not_for_us(stack: Stack) -> dict[Language, tuple[str, ...]]:
    """``not_for_us.yaml``: typical messages that no entry answers; those of every layer count."""
    found: dict[Language, tuple[str, ...]] = {}
    for layer in stack.layers:
        fields = _read(stack, layer, "not_for_us.yaml", "dit bestand")
        for key, texts in fields.text_lists("questions").items() if fields else ():
            language = Language(key or DUTCH)
            found[language] = tuple(dict.fromkeys((*found.get(language, ()), *texts)))
    return found


def _read(stack: Stack, layer: Layer, file: str, what: str) -> Fields | None:
    """A file of one layer, None without it."""
    path = layer.faq / file
    name = f"{layer.prefix}faq/{file}"
    value = read_file(path, name, stack.findings) if path.exists() else None
    return None if value is None else Fields(value, name, stack.findings, what=what)


def items_of(stack: Stack, kind: Kind, key: str, what: str) -> list[Fields]:
    """The items of a file in every layer, laid over each other; they stand under ``key`` or are the whole file."""
    layers = [_listed(stack, layer, _FILES[kind], key, what) for layer in stack.layers]
    return stack.merge(kind, layers)


def _listed(stack: Stack, layer: Layer, file: str, key: str, what: str) -> list[Fields]:
    path = layer.faq / file
    name = f"{layer.prefix}faq/{file}"
    value = read_file(path, name, stack.findings) if path.exists() else None
    if value is None or value.data is None:
        return []
    if isinstance(value.data, list):
        return [Fields(item, name, stack.findings, what=what) for item in value.data]
    return Fields(value, name, stack.findings, what="dit bestand").maps(key, what)


_FILES = {
    Kind.CONTACT: "contacts.yaml",
    Kind.FACT: "facts.yaml",
    Kind.TERM: "glossary.yaml",
    Kind.SMALLTALK: "smalltalk.yaml",
}
