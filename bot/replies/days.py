"""Days in sentences, read in the direction the question looks: "12 mei" about a decision that was taken is past.

A time of day ("om half drie") is no part of the day and is left out. What names no day ("zo snel mogelijk") is none.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.replies.figures import NUMBER_WORDS, looks_like_number_of_somebody
from bot.text.folding import soften


class Direction(StrEnum):
    """Where a question about a day looks."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDay:
    """A day that was meant; ``exact`` is False for "begin november", of which it is the earliest that may be meant.
    ``against`` when it lies on the other side of today than was asked.
    """

    day: date
    exact: bool = True
    against: bool = False


_MONTHS_IN_ORDER = (
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютии березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
)
_WEEKDAYS_IN_ORDER = (
    "poniedzialku wtorku srode czwartku piatku sobote niedziele",
    "понеділок вівторок середа четвер п'ятниця субота неділя",
    "понеділка вівторка середу четверга п'ятницю суботу неділю",
    "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد",
)
"""More languages, folded: January and Monday first."""


def _in_order(rows: Iterable[str]) -> Iterator[tuple[str, int]]:
    for row in rows:
        yield from ((word, number) for number, word in enumerate(row.split()))


_MONTHS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("januari jan january ocak styczen januar janvier enero", "februari feb febr february subat luty februar fevrier febrero",
         "maart mrt march marca mart marzec marz mars marzo", "april apr nisan kwiecien avril abril",
         "mei may mayis maj mai mayo", "juni jun june haziran czerwiec juin junio", "juli jul july temmuz lipiec juillet julio",
         "augustus aug august agustos sierpien aout agosto", "september sep sept eylul wrzesien septembre septiembre",
         "oktober okt october oct ekim pazdziernik octobre octubre", "november nov kasim listopad novembre noviembre",
         "december dec aralik grudzien dezember decembre diciembre"),
        start=1,
    )
    for word in words.split()
} | {word: number + 1 for word, number in _in_order(_MONTHS_IN_ORDER)}  # fmt: skip
_WEEKDAYS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("maandag monday pazartesi poniedzialek montag lundi lunes", "dinsdag tuesday sali wtorek dienstag mardi martes",
         "woensdag wednesday carsamba sroda mittwoch mercredi miercoles", "donderdag thursday persembe czwartek donnerstag jeudi jueves",
         "vrijdag friday cuma piatek freitag vendredi viernes", "zaterdag saturday cumartesi sobota samstag samedi sabado",
         "zondag sunday pazar niedziela sonntag dimanche domingo"),
    )
    for word in words.split()
} | dict(_in_order(_WEEKDAYS_IN_ORDER))  # fmt: skip
_SHORT_WEEKDAYS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(("ma mon", "di tue tues", "wo wed", "do thu thurs", "vr fri", "za sat", "zo sun"))
    for word in words.split()
}
_PARTS_OF_A_DAY = "ochtend|morgen|middag|avond|nacht|morning|afternoon|evening|night"
_RELATIVE: tuple[tuple[str, int], ...] = (
    ("overmorgen|day after tomorrow", 2), ("eergisteren|eergister|day before yesterday", -2),
    (rf"gister(?:en)?(?:{_PARTS_OF_A_DAY})?|yesterday|wczoraj|dun|gestern|hier|ayer|вчора|امس", -1),
    (rf"morgen(?:{_PARTS_OF_A_DAY})?|tomorrow|yarin|jutro|demain|manana|завтра|غدا", 1),
    (rf"vandaag|van(?:{_PARTS_OF_A_DAY})|vannacht|today|tonight|this (?:{_PARTS_OF_A_DAY})|bugun|dzisiaj|dzis|heute|aujourd'hui|hoy|сьогодні|اليوم", 0),
)  # fmt: skip
_FORWARD = r"volgende|volgend|komende|komend|aanstaande|eerstvolgende|a\.?s\.?|next|coming"
_BACKWARD = r"vorige|vorig|afgelopen|verleden|laatste|j\.?l\.?|jongstleden|last|past"
_CLOCK_WORDS = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_TIME = re.compile(
    rf"\b(?:om|rond|vanaf|at|around|from|tussen)\s+(?:\d{{1,2}}(?:[:.h]\d{{2}})?|(?:half|kwart (?:over|voor)|\w+ (?:over|voor)(?: half)?)?\s*(?:\d{{1,2}}|{_CLOCK_WORDS}))"
    rf"(?:\s*(?:uur|u\b|am\b|pm\b|o'clock))?"
    rf"|\b\d{{1,2}}[:h]\d{{2}}(?:\s*(?:uur|u\b))?|(?<![\d./-])\b\d{{1,2}}\.(?:1[3-9]|[2-5]\d|00)(?:\s*(?:uur|u\b))?(?![-./\d])|\b\d{{1,2}}(?:[.:]\d{{2}})?\s*(?:uur|u|am|pm|o'clock)\b"
    rf"|\b(?:half|kwart (?:over|voor)) (?:{_CLOCK_WORDS}|\d{{1,2}})\b"
    r"|\b(?:'s |s )?(?:ochtends|morgens|middags|avonds|nachts)\b|\bin de (?:ochtend|middag|avond)\b|\bin the (?:morning|afternoon|evening)\b"
)  # fmt: skip
_UNIT = r"(dag(?:en)?|week|weken|wk|maand(?:en)?|days?|weeks?|months?|jaar|years?)"
_AHEAD = re.compile(rf"\b(?:over|in|na|after)\s+(?:(?:een|a)\s+(?=paar|few|half|halve|anderhal))?(\w+)\s+{_UNIT}\b")
_AGO = re.compile(rf"\b(\w+)\s+{_UNIT}\s+(?:geleden|ago|terug|back)\b")
_ISO = re.compile(r"\b(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\b")
_NUMERIC = re.compile(r"(?<![\d.,])(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?'?(\d{4}|\d{2}))?(?![\d])")
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:e|de|ste|st|nd|rd|th)?\.?\s?(?:of\s|van\s)?({_NAMES})\b\.?(?:\s*,?\s*'?(\d{{4}}))?"
)
_MONTH_DAY = re.compile(rf"\b({_NAMES})\.?\s(?:the\s)?(\d{{1,2}})(?:e|de|ste|st|nd|rd|th)?\b(?:\s*,?\s*(\d{{4}}))?")
_PART_OF_MONTH = re.compile(
    rf"\b(begin|start|early|beginning of|half|halverwege|midden|medio|mid|middle of|eind|einde|end of|late|in|van|sinds|during)[\s-]+(?:van\s|of\s|de maand\s)?({_NAMES})\b(?:\s(\d{{4}}))?"
)
_BEGIN = ("begin", "start", "early", "beginning of")
_MIDDLE = 11
_FIRST_OF_PART = {
    **dict.fromkeys(("half", "halverwege", "midden", "medio", "mid", "middle of"), _MIDDLE),
    **dict.fromkeys(("eind", "einde", "end of", "late"), 21),
}
_DAY_ONLY = re.compile(r"\b(?:de|the|op|on)\s(?:de\s|the\s)?(\d{1,2})(?:e|de|ste|st|nd|rd|th)\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})(?:{_PARTS_OF_A_DAY})?\b")
_MANNERS = frozenset(
    [
        "op",
        "de",
        "het",
        "een",
        "is",
        "was",
        "dat",
        "om",
        "rond",
        "van",
        "on",
        "the",
        "it",
        "is",
        "was",
        "a",
        "at",
        "dus",
        "denk",
        "ik",
        "ongeveer",
        "circa",
        "ca",
        "uur",
        "hoor",
        "nog",
        "al",
        "ja",
    ]
)
_A_COUPLE = {"paar": 3, "couple": 2, "few": 3, "anderhalve": 1.5, "anderhalf": 1.5, "halve": 0.5, "half": 0.5, "een": 1, "a": 1, "an": 1}  # fmt: skip

_ABOUT = frozenset({"paar", "few", "couple"})


def read_day(text: str, today: date, direction: Direction | None = None) -> ReadDay | None:
    """The day of ``text`` as seen from ``today``; None when it names none. Without a direction: what comes next for a
    weekday, the nearest for a date without a year.
    """
    if looks_like_number_of_somebody(text):
        return None
    plain = _TIME.sub(" ", soften(text).replace("\n", " "))
    for found in _readings(plain, today, direction):
        if found is not None:
            return ReadDay(day=found.day, exact=found.exact, against=_against(found.day, today, direction))
    return None


def _against(day: date, today: date, direction: Direction | None) -> bool:
    return (direction is Direction.PAST and day > today) or (direction is Direction.FUTURE and day < today)


def _readings(plain: str, today: date, direction: Direction | None) -> Iterator[ReadDay | None]:
    yield _written_out(plain, today, direction)
    yield _part_of_month(plain, today, direction)
    yield _counted(plain, today)
    yield _weekday(plain, today, direction)
    for words, days in _RELATIVE:
        if re.search(rf"\b(?:{words})\b", plain):
            yield ReadDay(day=today + timedelta(days=days))
    yield _day_only(plain, today, direction)


def _written_out(plain: str, today: date, direction: Direction | None) -> ReadDay | None:
    iso = _ISO.search(plain)
    if iso:
        return _as_read(_day(int(iso[1]), int(iso[2]), int(iso[3])))
    named = _DAY_MONTH.search(plain)
    if named:
        return _as_read(_nearest(int(named[1]), _MONTHS[named[2]], _year(named[3], plain, today), today, direction))
    turned = _MONTH_DAY.search(plain)
    if turned:
        return _as_read(_nearest(int(turned[2]), _MONTHS[turned[1]], _year(turned[3], plain, today), today, direction))
    numeric = _NUMERIC.search(plain)
    if numeric:
        return _as_read(_nearest(int(numeric[1]), int(numeric[2]), _year(numeric[3], plain, today), today, direction))
    spoken = re.search(rf"\b(\w+?)(?:de|ste)?\s({_NAMES})\b", plain)
    if spoken and spoken[1] in _ORDINALS:
        return _as_read(_nearest(_ORDINALS[spoken[1]], _MONTHS[spoken[2]], None, today, direction))
    return None


_ORDINALS: Mapping[str, int] = {
    "eer": 1, "eerste": 1, "first": 1, "tweede": 2, "second": 2, "der": 3, "derde": 3, "third": 3, "vijf": 5, "fifth": 5,
    **{word: number for word, number in NUMBER_WORDS.items() if 0 < number <= 31},
}  # fmt: skip


def _as_read(day: date | None) -> ReadDay | None:
    return None if day is None else ReadDay(day=day)


def _year(written: str | None, plain: str, today: date) -> int | None:
    if written:
        return int(written) + (2000 if len(written) == 2 else 0)
    if re.search(r"\b(?:vorig jaar|verleden jaar|last year)\b", plain):
        return today.year - 1
    return today.year + 1 if re.search(r"\b(?:volgend jaar|next year)\b", plain) else None


def _part_of_month(plain: str, today: date, direction: Direction | None) -> ReadDay | None:
    """The earliest day that may be meant: a term that is counted from it never ends too late."""
    found = _PART_OF_MONTH.search(plain) or re.fullmatch(rf"\s*()({_NAMES})(?:\s+(\d{{4}}))?\s*", plain)
    if not found:
        return None
    first, month = _FIRST_OF_PART.get(found[1], 1), _MONTHS[found[2]]
    year = _year(found[3] or None, plain, today)
    day = _nearest(first, month, year, today, direction)
    if day is None:
        return None
    last = 10 if found[1] in _BEGIN else 20 if first == _MIDDLE else 31
    if direction is Direction.FUTURE and year is None and today.month == month and first < today.day <= last:
        # "Eind november", said on the 27th: these last days, not those of next year.
        day = today
    return ReadDay(day=day, exact=False)


def _counted(plain: str, today: date) -> ReadDay | None:
    weekday = _WEEKDAY.search(plain)
    ahead, ago = _AHEAD.search(plain), _AGO.search(plain)
    if weekday and ahead and ahead[2].startswith("we"):
        # "Maandag over twee weken": the coming Monday and then so many weeks.
        return ReadDay(day=_next(today, _WEEKDAYS[weekday[1]]) + timedelta(weeks=_count(ahead[1]) or 1))
    for found, sign in ((ahead, 1), (ago, -1)):
        count: float | None = _count(found[1]) if found else None
        if found and count is not None and count <= 520:
            exact = found[2].startswith("d") and found[1] not in _A_COUPLE
            exact = (exact or sign > 0) and found[1] not in _ABOUT
            return ReadDay(day=_moved(today, found[2], sign * count), exact=exact)
    return None


def _count(word: str) -> float | None:
    return float(word) if word.isdecimal() else _A_COUPLE.get(word, NUMBER_WORDS.get(word))


def _moved(today: date, unit: str, count: float) -> date:
    if unit.startswith(("ma", "mo")):
        return add_months(today, int(count))
    if unit.startswith(("j", "y")):
        return add_months(today, int(count * 12))
    return today + timedelta(days=round(count * (7 if unit.startswith("w") else 1)))


def _weekday(plain: str, today: date, direction: Direction | None) -> ReadDay | None:
    found = _WEEKDAY.search(plain)
    weekday = _WEEKDAYS[found[1]] if found else _short_weekday(plain)
    if weekday is None:
        return None
    this_week = today - timedelta(days=today.weekday()) + timedelta(days=weekday)
    if re.search(r"\b(?:volgende week|next week)\b", plain):
        return ReadDay(day=this_week + timedelta(days=7))
    if re.search(r"\b(?:vorige week|afgelopen week|last week)\b", plain):
        return ReadDay(day=this_week - timedelta(days=7))
    if re.search(r"\b(?:deze week|this week)\b", plain):
        return ReadDay(day=this_week)
    if re.search(rf"(?<![\w.])(?:{_BACKWARD})(?![\w])", plain):
        return ReadDay(day=_last(today, weekday))
    if re.search(rf"(?<![\w.])(?:{_FORWARD})(?![\w])", plain):
        return ReadDay(day=_next(today, weekday))
    return ReadDay(day=_last(today, weekday) if direction is Direction.PAST else _next(today, weekday))


def _short_weekday(plain: str) -> int | None:
    """Short names such as "vr" and "ma", only where nothing else is said: "zo" and "do" are ordinary words."""
    words = re.findall(r"[a-z]+", plain)
    short = [word for word in words if word in _SHORT_WEEKDAYS]
    around = re.compile(rf"(?:{_FORWARD}|{_BACKWARD}|week|deze|this)")
    others = [word for word in words if word not in short and word not in _MANNERS and not around.fullmatch(word)]
    if len(short) != 1 or others or (short == ["zo"] and not any(around.fullmatch(word) for word in words)):
        return None
    return _SHORT_WEEKDAYS[short[0]]


def _day_only(plain: str, today: date, direction: Direction | None) -> ReadDay | None:
    found = _DAY_ONLY.search(plain)
    if not found or not 1 <= int(found[1]) <= 31:
        return None
    number = int(found[1])
    months = range(0, -14, -1) if direction is Direction.PAST else range(14)
    for ahead in months:
        start = add_months(today.replace(day=1), ahead)
        day = _day(start.year, start.month, number)
        if day is not None and not _against(day, today, direction or Direction.FUTURE):
            return ReadDay(day=day)
    return None


def _next(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _last(today: date, weekday: int) -> date:
    return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)


def _nearest(day: int, month: int, year: int | None, today: date, direction: Direction | None) -> date | None:
    if year is not None:
        return _day(year, month, day)
    candidates = [found for y in range(-4, 5) if (found := _day(today.year + y, month, day))]
    right = [found for found in candidates if not _against(found, today, direction)]
    return min(right, key=lambda found: abs(found - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def add_months(start: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
