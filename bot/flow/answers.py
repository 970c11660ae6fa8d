"""Reading an answer: a button, its number, its words, a typo; a number, a date in words."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz

from bot.flow.conditions import Value
from bot.flow.definition import Slot, SlotType
from bot.text.folding import fold
from bot.text.localising import fitting

_ALIKE, _APART = 80, 10
LONGEST_TEXT = 1_000

_YES = frozenset(
    [
        "ja",
        "j",
        "yes",
        "y",
        "jep",
        "jazeker",
        "zeker",
        "klopt",
        "inderdaad",
        "goed",
        "prima",
        "oke",
        "ok",
        "graag",
        "doen",
        "yep",
        "sure",
        "jaa",
        "joh",
    ]
)
_NO = frozenset(["nee", "n", "no", "nope", "neen", "liever_niet", "nooit", "niet", "nah", "neee"])

_NUMBERS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("nul zero", "een één one", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven",
         "acht eight", "negen nine", "tien ten", "elf eleven", "twaalf twelve", "dertien thirteen",
         "veertien fourteen", "vijftien fifteen", "zestien sixteen", "zeventien seventeen", "achttien eighteen",
         "negentien nineteen", "twintig twenty")
    )
    for word in words.split()
}  # fmt: skip
_MONTHS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("januari jan january", "februari feb february", "maart mrt march", "april apr", "mei may", "juni jun june",
         "juli jul july", "augustus aug august", "september sep sept", "oktober okt october oct", "november nov",
         "december dec"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_WEEKDAYS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("maandag ma monday", "dinsdag di tuesday", "woensdag wo wednesday", "donderdag do thursday",
         "vrijdag vr friday", "zaterdag za saturday", "zondag zo sunday")
    )
    for word in words.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understood:
    """A value; ``sure`` when it was an exact answer and not a likely typo."""

    value: Value
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood; ``near`` are options it may have meant, ``why`` names the sentence that says what is wanted."""

    why: str
    near: tuple[str, ...] = ()


def read_answer(slot: Slot, text: str, language: str, today: date) -> Understood | Unclear:
    """What a typed text means as the answer to this slot's question."""
    match slot.type:
        case SlotType.TEXT:
            longest = slot.maximum or LONGEST_TEXT
            words = text.strip()
            return Unclear("flow-text-too-long") if len(words) > longest else Understood(words)
        case SlotType.YES_NO:
            return _yes_no(text)
        case SlotType.NUMBER | SlotType.SCALE:
            return _number(slot, text)
        case SlotType.DATE:
            day = read_date(text, today)
            return Unclear("flow-date-wanted") if day is None else Understood(day)
        case SlotType.MULTI:
            return _several(slot, text, language)
        case SlotType.CHOICE:
            return _one(slot, text, language)


def _yes_no(text: str) -> Understood | Unclear:
    words = fold(text).replace("liever niet", "liever_niet").split()
    if words and (words[0] in _YES or (len(words) <= 2 and words[-1] in _YES)):
        return Understood("ja")
    if words and words[0] in _NO:
        return Understood("nee")
    return Unclear("flow-yes-no-wanted")


def _number(slot: Slot, text: str) -> Understood | Unclear:
    found = re.search(r"-?\d+", text)
    number = int(found[0]) if found else next((_NUMBERS[w] for w in fold(text).split() if w in _NUMBERS), None)
    low, high = (1, 10) if slot.type is SlotType.SCALE else (slot.minimum, slot.maximum)
    if number is None or (low is not None and number < low) or (high is not None and number > high):
        return Unclear("flow-scale-wanted" if slot.type is SlotType.SCALE else "flow-number-wanted")
    return Understood(number)


def _one(slot: Slot, text: str, language: str) -> Understood | Unclear:
    typed = fold(text)
    if typed.isdecimal() and 1 <= int(typed) <= len(slot.options):
        return Understood(slot.options[int(typed) - 1].id)
    scored: list[tuple[float, str]] = []
    for option in slot.options:
        forms = [fold(fitting(option.label, language)), *map(fold, option.label.values()), *map(fold, option.also)]
        if typed in forms or typed == option.id:
            return Understood(option.id)
        scored.append((max(fuzz.ratio(typed, form) for form in forms), option.id))
    scored.sort(reverse=True)
    if not typed or not scored or scored[0][0] < _ALIKE:
        return Unclear("flow-choose")
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _APART:
        return Unclear("flow-which", near=(scored[0][1], scored[1][1]))
    return Understood(scored[0][1], sure=False)


def _several(slot: Slot, text: str, language: str) -> Understood | Unclear:
    chosen: list[str] = []
    for part in re.split(r"[,;/+]| en | and ", text):
        if not part.strip():
            continue
        one = _one(slot, part, language)
        if isinstance(one, Unclear):
            return one
        if isinstance(one.value, str) and one.value not in chosen:
            chosen.append(one.value)
    return Understood(tuple(chosen)) if chosen else Unclear("flow-choose")


def read_date(text: str, today: date) -> date | None:
    """A day in words, such as ``morgen``, ``12-3`` or ``over 2 weken``; without a year the nearest one."""
    words = fold(text)
    relative = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2, "gisteren": -1, "gister": -1,
                "yesterday": -1, "eergisteren": -2}  # fmt: skip
    for word, days in relative.items():
        if re.search(rf"\b{word}\b", words):
            return today + timedelta(days=days)
    ahead = re.search(r"\b(?:over|in) (\w+) (dag|dagen|week|weken|days?|weeks?)\b", words)
    back = re.search(r"\b(\w+) (dag|dagen|week|weken|days?|weeks?) (?:geleden|ago)\b", words)
    for found, sign in ((ahead, 1), (back, -1)):
        if found:
            count = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
            if count is not None and count <= 520:
                return today + sign * timedelta(days=count * (7 if found[2].startswith("we") else 1))
    iso = re.search(r"\b(\d{4})[- ](\d{1,2})[- ](\d{1,2})\b", words)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    numeric = re.search(r"\b(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2,4}))?\b", words)
    if numeric:
        return _nearest(int(numeric[1]), int(numeric[2]), numeric[3], today)
    named = re.search(r"\b(\d{1,2})e? (?:of )?([a-z]+)(?: (\d{4}))?\b", words)
    if named and named[2] in _MONTHS:
        return _nearest(int(named[1]), _MONTHS[named[2]], named[3], today)
    weekday = next((_WEEKDAYS[word] for word in words.split() if word in _WEEKDAYS), None)
    if weekday is None:
        return None
    if re.search(r"\b(vorige|afgelopen|last)\b", words):
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _nearest(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    candidates = [found for y in (-1, 0, 1) if (found := _day(today.year + y, month, day))]
    return min(candidates, key=lambda found: abs(found - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def add_months(start: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
