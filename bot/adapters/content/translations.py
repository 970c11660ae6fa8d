"""``faq/vertalingen/<language>/…yaml`` → answers in more languages, each held against the Dutch it was made from."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bot.adapters.content.entries import TRANSLATIONS, LocatedEntry
from bot.adapters.content.facts import Facts, Written, raw_texts
from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import Layer
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.adapters.content.texts import packaged_texts
from bot.domain.ids import DUTCH, ENGLISH, EntryId, Language
from bot.matching.entry import Entry
from bot.text.placeholders import PLACEHOLDER

_MARK_LENGTH = 12
_FIELDS = ("id", "title", "questions", "answer", "more", "made", "reviewed")
_LONGEST = {"title": 90, "answer": 900, "more": 2250}
"""Half as long again as the Dutch may be: other languages need more letters."""
ADDRESS = re.compile(r"\]\(([^)\s]+)\)")
"""Where a link goes."""
_STAMP = "typ: python -m bot faq translated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """One entry in one language, with its place in the files."""

    id: EntryId
    language: Language
    title: str
    answer: str
    more: str
    questions: tuple[str, ...]
    of: str
    """The mark of the Dutch it was made from; empty when nobody stamped it."""
    reviewed: bool
    file: str
    line: int
    line_of_made: int


@dataclass(frozen=True, slots=True)
class Translations:
    """Those that may be used, and those whose Dutch changed since."""

    current: tuple[Translation, ...] = ()
    older: tuple[Translation, ...] = ()
    by_entry: Mapping[EntryId, tuple[Translation, ...]] = field(default_factory=dict)
    """The usable ones, by entry."""
    written: tuple[Written, ...] = ()
    """All texts as they stand in the files."""

    def questions(self, entry: Entry) -> Entry:
        """The entry with the phrasings translators gave."""
        made = self.by_entry.get(entry.id, ())
        return replace(entry, translated_questions={one.language: one.questions for one in made}) if made else entry

    def added_to(self, entry: Entry, *, unreviewed: bool) -> Entry:
        """The entry with its texts in these languages; without those nobody reviewed unless ``unreviewed``."""
        made = [one for one in self.by_entry.get(entry.id, ()) if unreviewed or one.reviewed]
        if not made:
            return self.questions(entry)
        return replace(
            self.questions(entry),
            title={**entry.title, **{one.language: one.title for one in made}},
            answer={**entry.answer, **{one.language: one.answer for one in made}},
            more={**entry.more, **{one.language: one.more for one in made if one.more}},
            unreviewed=frozenset(one.language for one in made if not one.reviewed),
        )


def mark_of(entry: Entry) -> str:
    """Twelve hexadecimal digits that change when the Dutch title, answer or more changes; layout does not count."""
    held = [
        f"{key}: {' '.join(text.split())}"
        for texts in (entry.title, entry.answer, entry.more)
        for key, text in sorted(texts.items())
        if key.split("@")[0] == DUTCH
    ]
    return hashlib.sha256("\n".join(held).encode()).hexdigest()[:_MARK_LENGTH]


def translation_files(layer: Layer) -> Iterator[tuple[str, Path]]:
    """The folder's name (a language) and the file, in a fixed order."""
    top = layer.faq / TRANSLATIONS
    for path in sorted(top.rglob("*.yaml")):
        yield path.relative_to(top).parts[0], path


def load_translations(
    stack: Stack, entries: Mapping[EntryId, LocatedEntry], facts: Facts | None = None
) -> Translations:
    """The translations of every layer, the upper before the lower; what is wrong goes to the findings."""
    facts = facts or Facts()
    found: dict[tuple[Language, EntryId], Translation] = {}
    written: list[Written] = []
    for layer in stack.layers:
        own: set[tuple[Language, EntryId]] = set()
        for one in _of_layer(layer, stack, entries, facts, written):
            key = (one.language, one.id)
            if key in own:
                what = f"'{one.id}' is in deze taal al vertaald in {found[key].file}:{found[key].line}"
                stack.findings.error(one.file, one.line, "dubbel_id", what, "laat een van de twee staan")
                continue
            own.add(key)
            found[key] = one
    current = [one for one in found.values() if one.of == mark_of(entries[one.id].entry)]
    older = [one for one in found.values() if one.of != mark_of(entries[one.id].entry)]
    for one in older:
        # An organisation that words an answer anew cannot mend the national translation of the old one.
        if one.of and not stack.is_below(one.file):
            what = f"{one.id}: deze vertaling is ouder dan het Nederlands en wordt niet getoond"
            advice = f"werk de vertaling bij, haal dan 'of' onder 'made' weg en {_STAMP}"
            stack.findings.warn(one.file, one.line_of_made, "vertaling_oud", what, advice)
    by_entry: dict[EntryId, tuple[Translation, ...]] = {}
    for one in current:
        by_entry[one.id] = (*by_entry.get(one.id, ()), one)
    return Translations(tuple(current), tuple(older), by_entry, tuple(written))


def _of_layer(
    layer: Layer, stack: Stack, entries: Mapping[EntryId, LocatedEntry], facts: Facts, written: list[Written]
) -> Iterator[Translation]:
    findings = stack.findings
    languages = [language for language in packaged_texts().languages if language not in (DUTCH, ENGLISH)]
    for language, path in translation_files(layer):
        name = layer.name(path)
        content = read_file(path, name, findings)
        if language not in languages:
            what = f"'{language}' is geen taal waarin vertaald wordt"
            findings.error(name, 1, "taal", what, f"kies een map uit: {', '.join(languages)}")
            continue
        if content is None or content.data is None:
            continue
        if not isinstance(content.data, list):
            what, advice = "dit bestand is geen lijst van vertalingen", "begin elke vertaling met '- id: …'"
            findings.error(name, content.line, "vorm", what, advice)
            continue
        for value in content.data:
            fields = Fields(value, name, findings, what="deze vertaling")
            one = _translation(fields, Language(language))
            if one is None:
                continue
            written += raw_texts(fields, one.id, "title", "answer", "more", language=language)
            one = facts.told(one, language)
            if one.id in entries:
                _compare(one, fields, entries[one.id].entry, findings)
                yield one
            elif one.id not in stack.removed(Kind.ENTRY):
                what = f"er is geen vraag '{one.id}'"
                findings.error(name, fields.line_of("id"), "verwijzing", what, "verbeter de id, of haal deze weg")


def _translation(fields: Fields, language: Language) -> Translation | None:
    fields.only(_FIELDS)
    fields.need("id", "title", "answer", "made")
    made = fields.map("made", "wie dit vertaalde")
    reviewed = fields.map("reviewed", "wie dit nakeek")
    identifier = fields.identifier("id")
    day: date | None = None
    if reviewed is not None:
        reviewed.only(("by", "on"))
        reviewed.need("by", "on")
        day = reviewed.day("on") if reviewed.text("by") else None
    if made is not None:
        made.only(("by", "on", "of"))
        made.need("by", "on", "of")
        made.day("on")
    if not identifier:
        return None
    return Translation(
        id=EntryId(identifier),
        language=language,
        title=fields.text("title").strip(),
        answer=fields.text("answer").strip(),
        more=fields.text("more").strip(),
        questions=fields.names("questions"),
        of=made.text("of") if made is not None else "",
        reviewed=day is not None,
        file=fields.file,
        line=fields.line,
        line_of_made=fields.line_of("made"),
    )


def _compare(one: Translation, fields: Fields, entry: Entry, findings: Findings) -> None:
    """What the Dutch gives the reader must be there in the translation too, and nothing that it does not name."""

    def wrong(name: str, code: str, what: str, advice: str) -> None:
        findings.error(one.file, fields.line_of(name), code, f"{one.id}: {what}", advice)

    for name, most in _LONGEST.items():
        length = len(getattr(one, name))
        if length > most:
            wrong(name, "lengte", f"'{name}' heeft {length} tekens", f"hooguit {most}")
    if one.of != mark_of(entry):
        # Made from other words; what it must hold is compared when it is renewed.
        return
    if entry.more.get(DUTCH) and not one.more:
        wrong("more", "ontbreekt", "het Nederlands heeft 'more', deze vertaling niet", "vertaal 'more' ook")
    for name in ("answer", "more"):
        dutch, text = getattr(entry, name).get(DUTCH, ""), getattr(one, name)
        for there in sorted((_held(dutch) - _held(text)).keys() if text else ()):
            wrong(name, "weggevallen", f"{there} staat wel in het Nederlands en hier niet", "zet het er weer in")
        known = set(_held(dutch)) | _AT_HAND
        for extra in sorted(set(_held(text)) - known):
            wrong(name, "bijgekomen", f"{extra} staat hier wel en in het Nederlands niet", "haal het weg")
        leftover = PLACEHOLDER.sub("", text)
        if "{" in leftover or "}" in leftover:
            wrong(name, "accolade", "er staat een { of } die nergens bij hoort", "neem hem over van het Nederlands")


_AT_HAND = frozenset({"{steunpunt}", "{steunpunt.name}"})
"""May stand anywhere: a language that repeats the name is not wrong."""


def _held(text: str) -> Counter[str]:
    return Counter({match[0] for match in PLACEHOLDER.finditer(text)} | set(ADDRESS.findall(text)))
