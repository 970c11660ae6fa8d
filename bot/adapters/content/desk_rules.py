"""``macros`` and ``rules`` of ``steunpunt.yaml``: what the team does with one word, and who hears of which talk."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.adapters.content.fields import Fields
from bot.dialogue.later import moment_of
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH
from bot.handoff.record import Weight
from bot.handoff.rules import Macro, Rule
from bot.text.placeholders import NOT_OF_A_MACRO

LONGEST_LABEL = 30
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,29}")
_TWO_LETTERS = re.compile(r"[a-z]{2}")
_SOME_DAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What rules and macros can name; None: not looked at."""

    themes: Collection[str] = ()
    flows: Collection[str] = ()
    sentences: Collection[str] = ()


def read_macros(fields: Fields, known: Known | None) -> tuple[Macro, ...]:
    """Each with a name of its own, and something to do."""
    found: dict[str, Macro] = {}
    for item in fields.maps("macros", "deze macro")[:_MOST]:
        item.only(("name", "text", "sentence", "label", "priority", "later"))
        item.need("name")
        name = item.matching("name", _NAME, "gebruik kleine letters, cijfers, - en _ (hooguit 30 tekens)")
        macro = Macro(
            name=name,
            text=_words(item),
            sentence=_named(item, "sentence", known.sentences if known else None),
            label=_label(item),
            weight=_weight(item),
            later=_later(item),
        )
        if macro.text and macro.sentence:
            _wrong(item, "sentence", "dubbel", "deze macro heeft een text en een sentence", "laat er één staan")
        if macro == Macro(name=name) and not any(one in item for one in ("text", "sentence", "label", "later")):
            _wrong(item, "name", "leeg", f"de macro '{name}' doet niets", "geef hem text, sentence, label of later")
        if name in found:
            _wrong(item, "name", "dubbel_id", f"er zijn twee macro's '{name}'", "geef een van de twee een andere naam")
        elif name:
            found[name] = macro
    return tuple(found.values())


def read_rules(fields: Fields, known: Known | None) -> tuple[Rule, ...]:
    """Each with something that must be true, and something that then happens."""
    found = []
    for item in fields.maps("rules", "deze regel")[:_MOST]:
        item.only((*_WHEN, *_THEN))
        if not any(name in item for name in _WHEN):
            _wrong(item, "", "ontbreekt", "deze regel zegt niet wanneer", f"zet erbij: {', '.join(_WHEN)}")
        if not any(name in item for name in _THEN):
            _wrong(item, "", "ontbreekt", "deze regel zegt niet wat er dan gebeurt", f"zet erbij: {', '.join(_THEN)}")
        languages = item.names("language")
        for language in languages:
            if not _TWO_LETTERS.fullmatch(language):
                _wrong(item, "language", "taal", f"'{language}' is geen taal", "schrijf twee letters, zoals nl of tr")
        rule = Rule(
            themes=item.among("theme", known.themes) if known else item.names("theme"),
            flows=item.among("flow", known.flows) if known else item.names("flow"),
            audiences=tuple(Audience(name) for name in item.among("audience", [str(one) for one in Audience])),
            languages=languages,
            call=item.names("call"),
            topic=item.text("topic"),
            label=_label(item),
            weight=_weight(item),
        )
        if rule != Rule(call=rule.call, topic=rule.topic, label=rule.label, weight=rule.weight):
            # What it was about is gone when nothing of it exists: then it would be about every talk.
            found.append(rule)
    return tuple(found)


_WHEN = ("theme", "flow", "audience", "language")
_THEN = ("call", "topic", "label", "priority")


def _words(item: Fields) -> dict[str, str]:
    texts = item.texts("text")
    if texts and DUTCH not in texts:
        _wrong(item, "text", "taal", "deze macro heeft geen Nederlands", "zet er 'nl:' bij")
        return {}
    for language, text in texts.items():
        if NOT_OF_A_MACRO.search(text):
            what = f"in de tekst ({language}) staat een {{ die nergens bij hoort"
            _wrong(item, "text", "accolade", what, "hier kunnen alleen {alias} en {openingstijd}")
    return texts


def _named(item: Fields, name: str, known: Collection[str] | None) -> str:
    text = item.text(name)
    if text and known is not None and text not in known:
        _wrong(item, name, "onbekend", f"de vaste zin '{text}' bestaat niet", "kijk in faq/vaste_zinnen.yaml")
        return ""
    return text


def _label(item: Fields) -> str:
    text = " ".join(item.text("label").split())
    if len(text) > LONGEST_LABEL:
        _wrong(item, "label", "lengte", f"het label '{text}' is te lang", f"hooguit {LONGEST_LABEL} tekens")
    return text[:LONGEST_LABEL]


def _weight(item: Fields) -> Weight | None:
    text = item.text("priority")
    weight = next((weight for weight in Weight if weight == text), None)
    if text and weight is None:
        _wrong(item, "priority", "onbekend", f"'{text}' is geen prioriteit", f"kies uit: {', '.join(Weight)}")
    return weight


def _later(item: Fields) -> str:
    text = item.text("later")
    if text and moment_of(text, _SOME_DAY) is None:
        advice = 'schrijf zoals bij /straks: "30", "2 uur", "morgen 9.00" of "maandag 13.00"'
        _wrong(item, "later", "tijd", f"'{text}' is geen moment", advice)
        return ""
    return text


def _wrong(item: Fields, name: str, code: str, what: str, advice: str) -> None:
    item.findings.error(item.file, item.line_of(name), code, what, advice)
