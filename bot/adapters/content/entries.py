"""FAQ files → entries."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import Layer, layers_of
from bot.adapters.content.overlay import OVERLAY_FIELDS, Kind, Stack, removes
from bot.adapters.content.strict_yaml import read_file
from bot.domain.audience import Audience
from bot.domain.ids import ContactId, EntryId, FlowId, Language
from bot.matching.entry import Entry, Source

_FIELDS = (
    "id",
    "audience",
    "title",
    "questions",
    "keywords",
    "answer",
    "more",
    "sources",
    "review_by",
    "related",
    "delicate",
    "flow",
    "human",
    "contacts",
    "doubts",
    "allow",
    *OVERLAY_FIELDS,
)
SPECIAL_FILES = frozenset(
    {
        "andere_talen.yaml",
        "akkoord.yaml",
        "bronnen.yaml",
        "contacts.yaml",
        "facts.yaml",
        "glossary.yaml",
        "menu.yaml",
        "smalltalk.yaml",
        "not_for_us.yaml",
        "vaste_zinnen.yaml",
    }
)
"""Files directly under ``faq/`` that hold something else than entries."""
TRANSLATIONS = "vertalingen"
"""The folder of answers in more languages."""
SPECIAL_FOLDERS = frozenset({"veiligheid", TRANSLATIONS})


class LocatedEntry:
    """An entry with its place in the files, for findings."""

    __slots__ = ("allow", "entry", "fields", "file")

    def __init__(self, entry: Entry, fields: Fields, allow: dict[str, str]) -> None:
        self.entry = entry
        self.fields = fields
        self.file = fields.file
        self.allow = allow
        """Codes of findings that this entry is excused from, each with its reason."""


def entry_files(faq: Path) -> Iterator[Path]:
    """All files with entries, at any depth, in a fixed order."""
    for path in sorted(faq.rglob("*.yaml")):
        inside = path.relative_to(faq)
        if inside.parts[0] in SPECIAL_FOLDERS or (len(inside.parts) == 1 and inside.name in SPECIAL_FILES):
            continue
        yield path


def load_entries(root: Path, findings: Findings) -> list[LocatedEntry]:
    """The folder's own entries, under ``faq`` (or ``root`` itself when it has no ``faq``); doubles are left out."""
    items = _items(layers_of(root, findings)[-1], findings)
    return _located((item for item in items if not removes(item)), findings)


def load_all_entries(stack: Stack) -> list[LocatedEntry]:
    """The entries of every layer, the upper laid over the lower."""
    return _located(stack.merge(Kind.ENTRY, [_items(layer, stack.findings) for layer in stack.layers]), stack.findings)


def _items(layer: Layer, findings: Findings) -> list[Fields]:
    items: list[Fields] = []
    for path in entry_files(layer.faq):
        name = layer.name(path)
        content = read_file(path, name, findings)
        if content is None or content.data is None:
            continue
        if not isinstance(content.data, list):
            findings.error(
                name, content.line, "vorm", "dit bestand is geen lijst van vragen", "begin elke vraag met '- id: …'"
            )
            continue
        items += [Fields(value, name, findings, what="deze vraag") for value in content.data]
    return items


def _located(items: Iterable[Fields], findings: Findings) -> list[LocatedEntry]:
    found: dict[str, LocatedEntry] = {}
    for fields in items:
        located = _entry(fields)
        if located is None:
            continue
        earlier = found.get(located.entry.id)
        if earlier is not None:
            findings.error(
                fields.file,
                fields.line_of("id"),
                "dubbel_id",
                f"de vraag '{located.entry.id}' bestaat al in {earlier.file}:{earlier.fields.line}",
                "geef een van de twee een andere id",
            )
            continue
        found[located.entry.id] = located
    return list(found.values())


def _entry(fields: Fields) -> LocatedEntry | None:
    fields.only(_FIELDS)
    fields.need("id", "title", "questions", "answer")
    identifier = fields.identifier("id")
    if not identifier:
        return None
    entry = Entry(
        id=EntryId(identifier),
        audiences=_audiences(fields),
        title=_by_language(fields.texts("title")),
        questions={Language(key): texts for key, texts in fields.text_lists("questions").items()},
        answer=_by_language(fields.texts("answer")),
        keywords={Language(key): texts for key, texts in fields.text_lists("keywords").items()},
        more=_by_language(fields.texts("more")),
        sources=tuple(_source(source) for source in fields.maps("sources", "deze bron")),
        review_by=fields.day("review_by"),
        related=tuple(EntryId(name) for name in fields.names("related")),
        flow=FlowId(fields.identifier("flow")) if "flow" in fields else None,
        contacts=tuple(ContactId(name) for name in fields.names("contacts")),
        human=fields.flag("human"),
        delicate=fields.flag("delicate"),
    )
    allow = fields.map("allow", "deze uitzondering")
    excused = {code: allow.text(code) for code in allow.names_of_fields()} if allow else {}
    return LocatedEntry(entry, fields, excused)


def _by_language(texts: dict[str, str]) -> dict[Language, str]:
    return {Language(key): text.strip() for key, text in texts.items()}


def _audiences(fields: Fields) -> frozenset[Audience]:
    names = fields.names("audience")
    for name in names:
        if name not in tuple(Audience):
            fields.findings.error(
                fields.file,
                fields.line_of("audience"),
                "doelgroep",
                f"'{name}' is geen doelgroep",
                "kies ouder of jongere",
            )
    known = frozenset(Audience(name) for name in names if name in tuple(Audience))
    return known or frozenset(Audience)


def _source(fields: Fields) -> Source:
    fields.only(("title", "url", "checked"))
    fields.need("title", "url")
    return Source(title=fields.text("title"), url=fields.text("url"), checked=fields.day("checked"))
