"""Answers in words: for a summary, a document, a label with a tick."""

import re
from collections.abc import Mapping
from datetime import date

from bot.domain.audience import Audience
from bot.flow import own_words
from bot.flow.conditions import Value
from bot.flow.definition import Flow, Option, Slot, SlotType
from bot.flow.surroundings import Surroundings
from bot.text.localising import fitting


def summary(
    flow: Flow, names: tuple[str, ...], slots: Mapping[str, Value], around: Surroundings
) -> tuple[tuple[str, str, bool], ...]:
    """Label, value in words, and whether these are the person's own words."""
    rows = []
    for name in names:
        slot, value = flow.slots[name], slots.get(name)
        if value is not None and slot.shared:
            label = fitting(slot.label, around.language, around.audience)
            rows.append((label, shown(slot, value, around), slot.type is SlotType.TEXT))
    return tuple(rows)


def shown(slot: Slot, value: Value, around: Surroundings) -> str:
    """An answer in words."""
    match value:
        case None:
            return "-"
        case date():
            return around.day_in_words(value)
        case tuple():
            return ", ".join(label_of(slot, part, around) for part in value)
        case _ if slot.type is SlotType.YES_NO and around.language != "nl":
            words = own_words.YES if value == "ja" else own_words.NO
            return own_words.beside(slot.label, words, around.language).lower()
        case _:
            return label_of(slot, str(value), around)


def plain_words(text: str) -> str:
    """A person's words as words: Markdown signs lose their meaning."""
    return re.sub(r"([\\`*_\[\]()#<>~|{}])", r"\\\1", text)


def label_of(slot: Slot, value: str, around: Surroundings) -> str:
    """An option in words; what is no option stays as it is."""
    option = slot.option(value)
    return value if option is None else fitting(option.label, around.language, around.audience)


def ticked(option: Option, marked: tuple[str, ...], language: str, audience: Audience | None) -> str:
    """The label of an option of several, with a tick when it was chosen."""
    label = fitting(option.label, language, audience)
    return f"✅ {label}" if option.id in marked else label
