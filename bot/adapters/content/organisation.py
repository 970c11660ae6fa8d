"""``steunpunt.yaml`` → profile, and opening hours in general."""

import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.adapters.content.closing import closed_days
from bot.adapters.content.desk_rules import Known, read_macros, read_rules
from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import PROFILE_FILE, STATE_HOURS
from bot.adapters.content.strict_yaml import read_file
from bot.adapters.content.texts import packaged_texts
from bot.dialogue.library import Profile
from bot.dialogue.opening import Schedule
from bot.domain.colours import LEAST_CONTRAST, Colours, contrast, is_colour
from bot.domain.deeplinks import EXAMPLE_BOT, is_bot_name
from bot.domain.ids import Language

WEEKDAYS: Mapping[str, int] = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}


def load_profile(root: Path, findings: Findings, known: Known | None = None) -> Profile:
    """The organisation's profile; an empty one when the folder has none (``ask --content``).

    ``known``: what its rules and macros can name.
    """
    path = root / PROFILE_FILE
    if not path.exists():
        return Profile(name="het steunpunt", example=True)
    value = read_file(path, PROFILE_FILE, findings)
    if value is None:
        return Profile(name="het steunpunt", example=True)
    fields = Fields(value, PROFILE_FILE, findings, what="het profiel")
    fields.only(_FIELDS)
    fields.need("name")
    retention = _block(fields, "retention", "de bewaartermijnen", _RETENTION)
    handoff = _block(fields, "handoff", "de gesprekken met een mens", _HANDOFF)
    coordinator = fields.map("coordinator", "wie het steunpunt is")
    if coordinator is not None:
        coordinator.only(("text",))
    _look_at_the_rest(fields)
    return Profile(
        name=fields.text("name") or "het steunpunt",
        region=fields.text("region"),
        phone=fields.matching("phone", _PHONE, "schrijf een telefoonnummer, zoals 070-3154349"),
        email=fields.matching("email", _EMAIL, "schrijf een mailadres, zoals steunpunt@voorbeeld.nl"),
        url=fields.matching("url", _URL, "begin met https://"),
        hours_text=fields.texts("hours_text"),
        schedule=read_hours(fields.maps("hours", "deze openingstijd"), closed_days(fields)),
        timezone=_timezone(fields),
        example=fields.flag("example"),
        state_hours=retention["conversation_state_hours"],
        content_days=retention["handoff_content_days"],
        crisis_log_days=retention["crisis_log_days"],
        question_days=retention["unanswered_questions_days"],
        waiting_minutes=handoff["waiting_minutes"],
        most_live_per_staff=handoff["max_live_per_staff"],
        team=coordinator.texts("text") if coordinator else {},
        languages=tuple(Language(name) for name in fields.among("languages", packaged_texts().languages)),
        unreviewed_translations=_shows_unreviewed(fields),
        telegram=_bot_name(fields),
        colours=_colours(fields),
        news=fields.flag("news"),
        macros=read_macros(fields, known),
        rules=read_rules(fields, known),
    )


_FIELDS = (
    "example", "basis", "name", "partnership", "region", "phone", "email", "url", "telegram", "colours", "hours_text",
    "hours", "timezone", "holidays", "closed_on", "breaks", "languages", "unreviewed_translations",
    "staff_languages", "refer_to", "retention", "handoff", "coordinator", "macros", "rules", "news",
)  # fmt: skip
_RETENTION = {
    "conversation_state_hours": STATE_HOURS,
    "handoff_content_days": (1, 365, 7),
    "crisis_log_days": (1, 365, 30),
    "unanswered_questions_days": (0, 365, 30),
}
_HANDOFF = {"waiting_minutes": (1, 1440, 15), "max_live_per_staff": (1, 50, 3)}
"""Of each number: the least, the most, and what it is when nothing was filled in."""
_PHONE = re.compile(r"[+(]?[0-9][0-9 ()./–-]{1,24}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://[^\s/]+\S*")
_TWO_LETTERS = re.compile(r"[a-z]{2,3}")


def _block(fields: Fields, name: str, what: str, known: Mapping[str, tuple[int, int, int]]) -> dict[str, int]:
    block = fields.map(name, what)
    if block is None:
        return {key: otherwise for key, (_, _, otherwise) in known.items()}
    block.only(known)
    return {key: block.amount(key, *limits) for key, limits in known.items()}


def _timezone(fields: Fields) -> str:
    name = fields.text("timezone")
    if not name:
        return _HOME
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fields.findings.error(
            fields.file,
            fields.line_of("timezone"),
            "tijdzone",
            f"de tijdzone '{name}' bestaat niet",
            f"schrijf {_HOME}",
        )
        return _HOME
    return name


_HOME = "Europe/Amsterdam"


def _look_at_the_rest(fields: Fields) -> None:
    """Fields that people read and the program does not need: they must be what they say all the same."""
    fields.text("partnership")
    for language in fields.names("staff_languages"):
        if not _TWO_LETTERS.fullmatch(language):
            fields.findings.error(
                fields.file,
                fields.line_of("staff_languages"),
                "taal",
                f"'{language}' is geen taal",
                "schrijf twee letters, zoals nl, en, ar, tr, pl of uk",
            )
    for place in fields.maps("refer_to", "deze verwijzing"):
        place.only(("id", "name", "what", "phone", "email", "url", "note"))
        place.need("id", "name")
        place.identifier("id")
        place.texts("name")
        place.matching("phone", _PHONE, "schrijf een telefoonnummer, zoals 070-3154349")
        place.matching("email", _EMAIL, "schrijf een mailadres, zoals steunpunt@voorbeeld.nl")
        place.matching("url", _URL, "begin met https://")


def _shows_unreviewed(fields: Fields) -> bool:
    word = fields.text("unreviewed_translations")
    if word and word not in _UNREVIEWED:
        what = f"'{word}' kan niet bij 'unreviewed_translations'"
        line = fields.line_of("unreviewed_translations")
        fields.findings.error(fields.file, line, "onbekend", what, f"kies uit: {', '.join(_UNREVIEWED)}")
    return _UNREVIEWED.get(word, True)


_UNREVIEWED = {"tonen": True, "weglaten": False}


def _bot_name(fields: Fields) -> str:
    name = fields.text("telegram")
    if name.lower() == EXAMPLE_BOT and not fields.flag("example"):
        what = f"'{name}' is de naam uit het voorbeeld; daar kan iemand anders achter zitten"
        line = fields.line_of("telegram")
        fields.findings.error(fields.file, line, "telegram", what, "vul in hoe jullie eigen bot heet")
        return ""
    if not name or is_bot_name(name):
        return name
    fields.findings.error(
        fields.file,
        fields.line_of("telegram"),
        "telegram",
        f"'{name}' kan geen gebruikersnaam van een bot zijn",
        "schrijf hem zoals @BotFather hem gaf, zonder @: 5 tot 32 letters, cijfers en _, met 'bot' aan het eind",
    )
    return ""


def _colours(fields: Fields) -> Colours:
    house = Colours()
    block = fields.map("colours", "de kleuren")
    if block is None:
        return house
    block.only(("main", "accent"))
    main = _colour(block, "main", house.main)
    shown = contrast(main, "#ffffff")
    if shown < LEAST_CONTRAST:
        fields.findings.warn(
            fields.file,
            block.line_of("main"),
            "kleur",
            f"witte letters op {main} lezen slecht (contrast {shown:.2f}".replace(".", ",") + ", nodig is 4,5)",
            "kies een donkerder kleur; tot die tijd maakt de bot geen poster",
        )
    return Colours(main=main, accent=_colour(block, "accent", house.accent))


def _colour(fields: Fields, name: str, otherwise: str) -> str:
    text = fields.text(name)
    if not text or is_colour(text):
        return text.lower() or otherwise
    fields.findings.error(
        fields.file,
        fields.line_of(name),
        "kleur",
        f"'{text}' is geen kleur",
        'schrijf een # en zes cijfers of letters van a tot f, tussen aanhalingstekens: "#17495c"',
    )
    return otherwise


def read_hours(items: list[Fields], closed_on: frozenset[date] = frozenset()) -> Schedule | None:
    """A list of ``days``, ``from``, ``to``; None when there is none."""
    days: dict[int, list[tuple[time, time]]] = {}
    for item in items:
        item.only(("days", "from", "to"))
        item.need("days", "from", "to")
        start, end = _clock(item, "from"), _clock(item, "to")
        if start is None or end is None:
            continue
        if start >= end:
            item.findings.error(
                item.file,
                item.line_of("to"),
                "tijden",
                "de eindtijd ligt niet na de begintijd",
                "draai ze om, of splits om middernacht",
            )
            continue
        for name in item.names("days"):
            if name not in WEEKDAYS:
                item.findings.error(
                    item.file,
                    item.line_of("days"),
                    "dag",
                    f"'{name}' is geen dag",
                    "kies uit ma, di, wo, do, vr, za, zo",
                )
                continue
            days.setdefault(WEEKDAYS[name], []).append((start, end))
    if not days:
        return None
    return Schedule(days={day: tuple(sorted(spans)) for day, spans in days.items()}, closed_on=closed_on)


def _clock(fields: Fields, name: str) -> time | None:
    text = fields.text(name)
    hours, _, minutes = text.replace(".", ":").partition(":")
    if hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2:
        if text in ("24:00", "24.00"):
            return time.max
        if int(hours) < 24 and int(minutes) < 60:
            return time(int(hours), int(minutes))
    if text:
        fields.findings.error(
            fields.file,
            fields.line_of(name),
            "tijd",
            f"'{text}' is geen tijd",
            'schrijf hem als "9:00", met aanhalingstekens',
        )
    return None
