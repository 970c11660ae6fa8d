"""``flows/vertalingen/<language>/…yaml`` → flows in more languages, text by text beside the Dutch it was made from.

A translation stands under the Dutch words themselves, as in a catalogue of gettext. A text whose Dutch changed is then
said in English or Dutch until somebody renews it, and the rest of the flow stays as it was.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.adapters.content.facts import Facts, Written
from bot.adapters.content.fields import Fields
from bot.adapters.content.flows import TRANSLATIONS
from bot.adapters.content.layers import Layer
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.adapters.content.texts import packaged_texts
from bot.adapters.content.translations import ADDRESS
from bot.domain.ids import DUTCH, ENGLISH, FlowId, Language
from bot.flow.definition import Flow, Option
from bot.text.placeholders import BRACED, FACT

_FIELDS = ("flow", "made", "reviewed", "texts")
_ONE = ("nl", "text", "also")
_LONGEST_LABEL, _LONGEST_TEXT = 40, 1350
"""Letters of a button, and of a text: half as many again as the Dutch may have."""
_PART = re.compile(r"\.(?:number|to)\}")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """One text in one language."""

    text: str
    also: tuple[str, ...] = ()
    """Other words in which people type this choice, or ask for this flow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowTranslation:
    """One flow in one language, by the Dutch words of its texts."""

    flow: FlowId
    language: Language
    texts: Mapping[str, Translated]
    reviewed: bool
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class FlowTranslations:
    """All of them."""

    made: tuple[FlowTranslation, ...] = ()
    written: tuple[Written, ...] = ()
    """The texts as they stand in the files."""
    missing: Mapping[tuple[Language, FlowId], tuple[str, ...]] = field(default_factory=dict)
    """Dutch texts of a flow that this language does not have."""

    def added_to(self, flow: Flow, *, unreviewed: bool) -> Flow:
        """The flow with its texts in these languages; without those nobody reviewed unless ``unreviewed``."""
        for one in self.made:
            if one.flow == flow.id and (unreviewed or one.reviewed):
                flow = _in_language(flow, one)
                if not one.reviewed:
                    flow = replace(flow, unreviewed=flow.unreviewed | {one.language})
        return flow


def dutch_texts(flow: Flow) -> tuple[str, ...]:
    """Every Dutch text of a flow, each once, in the order of the file."""
    return tuple(dict.fromkeys(_dutch(flow)))


def load_flow_translations(stack: Stack, flows: Mapping[FlowId, Flow], facts: Facts) -> FlowTranslations:
    """Those of every layer, an upper one instead of a lower one; what is wrong goes to the findings."""
    found: dict[tuple[Language, FlowId], FlowTranslation] = {}
    written: dict[tuple[Language, FlowId], tuple[Written, ...]] = {}
    for layer in stack.layers:
        own: set[tuple[Language, FlowId]] = set()
        for language, path in translation_files(layer):
            one, texts = _read(stack, layer, language, path, flows, facts)
            if one is None:
                continue
            key = (one.language, one.flow)
            if key in own:
                what = f"'{one.flow}' is in deze taal al vertaald in {found[key].file}"
                stack.findings.error(one.file, one.line, "dubbel_id", what, "laat een van de twee staan")
                continue
            own.add(key)
            found[key], written[key] = one, texts
    missing = {
        key: left
        for key, one in found.items()
        if (left := tuple(text for text in dutch_texts(flows[one.flow]) if text not in one.texts))
    }
    for key, left in missing.items():
        one = found[key]
        if not stack.is_below(one.file):
            what = f"{len(left)} teksten van '{one.flow}' zijn hier niet vertaald, de eerste: '{_short(left[0])}'"
            advice = "zet ze erbij; tot dan staan ze er in het Engels of Nederlands"
            stack.findings.warn(one.file, one.line, "onvertaald", what, advice)
    return FlowTranslations(tuple(found.values()), tuple(text for texts in written.values() for text in texts), missing)


def translation_files(layer: Layer) -> Iterator[tuple[str, Path]]:
    """The folder's name (a language) and the file, in a fixed order."""
    top = layer.root / "flows" / TRANSLATIONS
    for path in sorted(top.rglob("*.yaml")):
        yield path.relative_to(top).parts[0], path


def _read(
    stack: Stack, layer: Layer, language: str, path: Path, flows: Mapping[FlowId, Flow], facts: Facts
) -> tuple[FlowTranslation | None, tuple[Written, ...]]:
    findings, name = stack.findings, layer.name(path)
    content = read_file(path, name, findings)
    languages = [language for language in packaged_texts().languages if language not in (DUTCH, ENGLISH)]
    if language not in languages:
        what = f"'{language}' is geen taal waarin vertaald wordt"
        findings.error(name, 1, "taal", what, f"kies een map uit: {', '.join(languages)}")
        return None, ()
    if content is None or content.data is None:
        return None, ()
    head = Fields(content, name, findings, what="deze vertaling")
    head.only(_FIELDS)
    head.need("flow", "made", "texts")
    flow = FlowId(head.identifier("flow"))
    reviewed = _signed(head, "made") and _signed(head, "reviewed")
    if flow not in flows:
        if flow and flow not in stack.removed(Kind.FLOW):
            line, advice = head.line_of("flow"), "verbeter de naam, of haal dit bestand weg"
            findings.error(name, line, "verwijzing", f"er is geen stappenplan '{flow}'", advice)
        return None, ()
    texts: dict[str, Translated] = {}
    written: list[Written] = []
    labels = set(_labels(flows[flow]))
    known = {*dutch_texts(flows[flow])}
    for item in head.maps("texts", "deze tekst"):
        item.only(_ONE)
        item.need("nl", "text")
        dutch, text = item.text("nl").strip(), item.text("text").strip()
        if not dutch or not text:
            continue
        written.append(
            Written(file=name, line=item.line_of("text"), where=flow, language=language, text=item.text("text"))
        )
        if dutch not in known:
            # An organisation that words a flow anew cannot mend the national translation of the old one.
            if not stack.is_below(name):
                what = f"'{_short(dutch)}' staat niet (meer) in '{flow}': deze vertaling wordt niet getoond"
                advice = "zet het Nederlands er precies zo neer als in het stappenplan, en werk de vertaling bij"
                findings.warn(name, item.line, "vertaling_oud", what, advice)
        elif _fits(item, dutch, text, facts, label=dutch in labels):
            texts[dutch] = Translated(text=text, also=item.names("also"))
    made = FlowTranslation(
        flow=flow, language=Language(language), texts=texts, reviewed=reviewed, file=name, line=head.line
    )
    return made, tuple(written)


def _signed(head: Fields, name: str) -> bool:
    """Who did it and when is there."""
    signed = head.map(name, "wie dit deed")
    if signed is None:
        return False
    signed.only(("by", "on"))
    signed.need("by", "on")
    return bool(signed.text("by")) and signed.day("on") is not None


def _fits(item: Fields, dutch: str, text: str, facts: Facts, *, label: bool) -> bool:
    """Nothing fell away, nothing came along, and it is short enough; otherwise the editor hears it."""
    wrong = [
        ("weggevallen", f"{there} staat wel in het Nederlands en hier niet", "zet het er weer in")
        for there in sorted(_held(dutch, facts) - _held(text, facts))
    ]
    wrong += [
        ("bijgekomen", f"{extra} staat hier wel en in het Nederlands niet", "haal het weg")
        for extra in sorted(_held(text, facts) - _held(dutch, facts))
    ]
    most = _LONGEST_LABEL if label else _LONGEST_TEXT
    if len(text) > most:
        wrong.append(("lengte", f"deze tekst heeft {len(text)} tekens", f"hooguit {most}"))
    for code, what, advice in wrong:
        item.findings.error(item.file, item.line_of("text"), code, what, advice)
    return not wrong


def _held(text: str, facts: Facts) -> set[str]:
    """What stands between braces, and addresses.

    A fact may be said as its number alone where grammar wants that, and one without a number ("a week") in words.
    """
    braced = {_PART.sub("}", found) for found in BRACED.findall(text)}
    wordy = {found for found in braced if (match := FACT.fullmatch(found)) and not facts.has_number(match[1])}
    return (braced - wordy) | set(ADDRESS.findall(text))


def _short(text: str) -> str:
    first = text.splitlines()[0]
    return first if len(first) <= 40 else f"{first[:39]}…"


def _labels(flow: Flow) -> Iterator[str]:
    for slot in flow.slots.values():
        for option in slot.options:
            yield from (form.strip() for key, form in option.label.items() if _is_dutch(key))


def _is_dutch(key: str) -> bool:
    return key.split("@")[0] == DUTCH


def _is_texts(thing: Mapping[Any, Any]) -> bool:
    return DUTCH in thing and all(isinstance(value, str) for value in thing.values())


def _dutch(thing: Any) -> Iterator[str]:
    """The Dutch forms of every text inside."""
    if isinstance(thing, Mapping):
        if _is_texts(thing):
            yield from (form.strip() for key, form in thing.items() if _is_dutch(key))
        else:
            for value in thing.values():
                yield from _dutch(value)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _dutch(item)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for one in fields(thing):
            yield from _dutch(getattr(thing, one.name))


def _in_language(flow: Flow, made: FlowTranslation) -> Flow:
    title = made.texts.get(flow.title.get(DUTCH, "").strip())
    words = (*flow.start_words, *title.also) if title is not None else flow.start_words
    return replace(_told(flow, made), start_words=words)


def _told(thing: _T, made: FlowTranslation) -> _T:
    """The same thing, every text in it also in this language; a translation in the file of the flow itself stays."""
    if isinstance(thing, Mapping):
        if not _is_texts(thing):
            return cast("_T", {key: _told(value, made) for key, value in thing.items()})
        new = {
            key.replace(DUTCH, made.language, 1): found.text
            for key, form in thing.items()
            if _is_dutch(key) and (found := made.texts.get(form.strip())) is not None
        }
        return cast("_T", {**new, **thing})
    if isinstance(thing, tuple):
        return cast("_T", tuple(_told(item, made) for item in thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        changed = {
            one.name: told
            for one in fields(thing)
            if (told := _told(held := getattr(thing, one.name), made)) is not held and told != held
        }
        label = made.texts.get(thing.label.get(DUTCH, "").strip()) if isinstance(thing, Option) else None
        if label is not None and label.also and isinstance(thing, Option):
            changed["also"] = (*thing.also, *label.also)
        return cast("_T", replace(thing, **changed)) if changed else thing
    return thing
