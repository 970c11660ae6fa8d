"""Numbers in sentences, with the unit that was said: "ik ben 12", "al 3 weken", "een 7 min", "anderhalf jaar"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.text.folding import fold, soften


class Unit(StrEnum):
    """What is counted; school days and years of age are what a question may want."""

    DAYS = "days"
    SCHOOL_DAYS = "school_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was said; ``unit`` is None for a bare one."""

    number: float
    unit: Unit | None = None


_ONES = "nul zero|een 1 one|twee two|drie three|vier four|vijf five|zes six|zeven seven|acht eight|negen nine|tien ten|elf eleven|twaalf twelve|dertien thirteen|veertien fourteen|vijftien fifteen|zestien sixteen|zeventien seventeen|achttien eighteen|negentien nineteen"
_TENS = {20: "twintig twenty", 30: "dertig thirty", 40: "veertig forty", 50: "vijftig fifty", 60: "zestig sixty", 70: "zeventig seventy", 80: "tachtig eighty", 90: "negentig ninety", 100: "honderd hundred"}  # fmt: skip
_ELSEWHERE = "|bir jeden odin eins un uno|iki dwa zwei deux dos|uc trzy drei trois tres|dort cztery vier quatre cuatro|bes piec funf cinq cinco|alti szesc sechs six seis|yedi siedem sieben sept siete|sekiz osiem acht huit ocho|dokuz dziewiec neun neuf nueve|on dziesiec zehn dix diez"


def _number_words() -> Mapping[str, int]:
    words: dict[str, int] = {}
    for number, forms in enumerate(_ELSEWHERE.split("|")):
        words.update(dict.fromkeys(forms.split(), number))
    for number, forms in enumerate(_ONES.split("|")):
        words.update({form: number for form in forms.split() if not form.isdecimal()})
    for ten, forms in _TENS.items():
        words.update(dict.fromkeys(forms.split(), ten))
        for one, ones in enumerate(_ONES.split("|")[1:10], 1):
            dutch = ones.split()[0]
            # Folded like what is typed: of the three e's of "tweeëntwintig" two are left.
            words[fold(f"{dutch}en{forms.split()[0]}")] = ten + one if ten < 100 else 0
    # A number of another language that is an ordinary Dutch or English word is none.
    return {word: number for word, number in words.items() if word not in ("on", "un", "dix", "uc", "bes")}


NUMBER_WORDS = _number_words()
_UNITS: Mapping[str, Unit] = {
    **dict.fromkeys(["schooldag", "schooldagen", "lesdag", "lesdagen", "schoolday", "schooldays"], Unit.SCHOOL_DAYS),
    **dict.fromkeys(
        ["dag", "dagen", "daagjes", "dgn", "dagjes", "day", "days", "gun", "dni", "tage", "tag", "jours", "dias"],
        Unit.DAYS,
    ),
    **dict.fromkeys(
        ["week", "weken", "weekje", "weekjes", "wk", "wkn", "weeks", "hafta", "tygodnie", "tydzien", "woche", "wochen"],
        Unit.WEEKS,
    ),
    **dict.fromkeys(
        ["maand", "maanden", "maandje", "mnd", "month", "months", "ay", "miesiac", "monat", "monate"], Unit.MONTHS
    ),
    **dict.fromkeys(
        ["jaar", "jaren", "jr", "jaartje", "jarige", "years", "year", "yrs", "yas", "lat", "jahre", "ans", "anos"],
        Unit.YEARS,
    ),
    **dict.fromkeys(["uur", "uren", "uurtje", "hour", "hours", "hrs"], Unit.HOURS),
}
IN_DAYS: Mapping[Unit, float] = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30.4, Unit.YEARS: 365, Unit.HOURS: 1 / 24}
_SCHOOL_DAYS_A_WEEK = 5
_LONGEST_NUMBER = 4
_FRACTIONS = {
    "anderhalf": 1.5, "anderhalve": 1.5, "half": 0.5, "halve": 0.5, fold("tweeënhalf"): 2.5, fold("tweeënhalve"): 2.5,
}  # fmt: skip
_OUT_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:van de|uit|out of|/)\s*10\b")
_A_WEEK_OR_THREE = re.compile(r"\been (dag|week|maand|jaar) of (\w+)")
_TOKEN = re.compile(r"(?:(?<![\d.,])-)?\d+(?:[.,]\d+)?|[^\W\d_]+")
ROW_OF_DIGITS = re.compile(r"(?:\+|00)?\d(?:[\s().-]{0,2}\d){6,}")


def looks_like_number_of_somebody(text: str) -> bool:
    """Whether a long row of digits stands in it, such as a telephone or citizen number; that is no choice or amount."""
    return any(
        sum(sign.isdigit() for sign in found[0]) >= 7
        and not re.fullmatch(r"\d{1,2}[-. ]\d{1,2}[-. ]\d{4}|\d{4}[-. ]\d{1,2}[-. ]\d{1,2}", found[0])
        for found in ROW_OF_DIGITS.finditer(text)
    )


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Every number of the text with its unit, in order; none when it holds somebody's number."""
    if looks_like_number_of_somebody(text):
        return ()
    plain = _OUT_OF.sub(r"\1 ", soften(text))
    tokens = _TOKEN.findall(_A_WEEK_OR_THREE.sub(r"\2 \1", plain))
    return tuple(_amounts(tokens))


def _amounts(tokens: list[str]) -> Iterator[Amount]:
    for at, token in enumerate(tokens):
        number = _value(token, tokens, at)
        if number is None:
            continue
        following = tokens[at + 1 : at + 3]
        unit = next((_UNITS[word] for word in following[:1] if word in _UNITS), None)
        if unit is None and len(following) == 2 and following[0] in ("hele", "school", "halve", "whole", "full"):
            unit = (
                Unit.SCHOOL_DAYS
                if following[0] == "school" and following[1] in ("dagen", "days")
                else _UNITS.get(following[1])
            )
        yield Amount(number, unit)


def _value(token: str, tokens: list[str], at: int) -> float | None:
    if token[-1].isdigit():
        number = float(token.replace(",", "."))
        return number if len(token.split(".")[0].split(",")[0].lstrip("-")) <= _LONGEST_NUMBER else None
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if token in _FRACTIONS:
        return _FRACTIONS[token] if following in _UNITS else None
    if token in ("een", "one", "a", "an", "eentje"):
        # "een" is an article unless it counts: "een week", "een", "een van de twee" is not a number at all.
        counts = following in _UNITS or len(tokens) == 1 or token in ("eentje", "one")
        return 1.0 if counts else None
    return NUMBER_WORDS.get(token)


def in_unit(amount: Amount, wanted: Unit) -> float | None:
    """The amount in another unit; None where that cannot be said (an age in weeks, school days in hours)."""
    if amount.unit is None or amount.unit is wanted:
        return amount.number
    if Unit.SCHOOL_DAYS in (amount.unit, wanted):
        other = amount.unit if wanted is Unit.SCHOOL_DAYS else wanted
        weeks = {Unit.DAYS: None, Unit.WEEKS: 1.0, Unit.MONTHS: 4.35, Unit.YEARS: 40.0}.get(other, 0.0)
        if weeks is None:
            return amount.number
        if not weeks:
            return None
        days = weeks * _SCHOOL_DAYS_A_WEEK
        return amount.number * days if wanted is Unit.SCHOOL_DAYS else amount.number / days
    return amount.number * IN_DAYS[amount.unit] / IN_DAYS[wanted]


def days_of(amount: Amount) -> float | None:
    """How many days an amount of time is; None for a bare number."""
    return None if amount.unit is None else in_unit(amount, Unit.DAYS)


_VAGUE: tuple[tuple[re.Pattern[str], Unit, float], ...] = tuple(
    (re.compile(rf"\b(?:een )?(?:paar|aantal|enkele|several|few|couple of) {word}\b"), unit, number)
    for word, unit, number in (
        ("(?:school ?)?(?:dagen|dagjes|days)", Unit.DAYS, 3),
        ("(?:weken|weekjes|weeks)", Unit.WEEKS, 3),
        ("(?:maanden|months)", Unit.MONTHS, 3),
        ("(?:jaar|jaren|years)", Unit.YEARS, 3),
    )
)
_MANY: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\b(?:sinds )?(?:vandaag|gisteren|eergisteren|today|yesterday)\b"), 1),
    (re.compile(r"\b(?:deze week|van de week|this week)\b"), 3),
    (re.compile(r"\b(?:vorige week|last week)\b"), 8),
    (re.compile(r"\b(?:vorige maand|last month)\b"), 31),
    (
        re.compile(
            r"\b(?:maanden|months|maandenlang|half jaar|jaren|years|heel het jaar|hele jaar|schooljaar|vorig jaar)\b"
        ),
        120,
    ),
    (re.compile(r"\b(?:weken|weeks|wekenlang)\b"), 21),
    (re.compile(r"\b(?:dagen|days)\b"), 3),
)


def read_duration(text: str) -> float | None:
    """About how many days a text speaks of: "al 3 weken ongeveer", "sinds kort" says nothing."""
    plain = fold(text)
    for pattern, unit, number in _VAGUE:
        if pattern.search(plain):
            return days_of(Amount(number, unit))
    found = [days for amount in read_amounts(text) if (days := days_of(amount)) is not None]
    if found:
        return max(found)
    return next((days for pattern, days in _MANY if pattern.search(plain)), None)
