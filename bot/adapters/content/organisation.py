"""``steunpunt.yaml`` → profile, and opening hours in general."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import holidays

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import PROFILE_FILE
from bot.adapters.content.strict_yaml import read_file
from bot.dialogue.library import Profile
from bot.dialogue.opening import Schedule
from bot.domain.colours import LEAST_CONTRAST, Colours, contrast, is_colour
from bot.domain.deeplinks import is_bot_name

WEEKDAYS: Mapping[str, int] = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}


def load_profile(root: Path, findings: Findings) -> Profile:
    """The organisation's profile; an empty one when the folder has none (``ask --content``)."""
    path = root / PROFILE_FILE
    if not path.exists():
        return Profile(name="het steunpunt", example=True)
    value = read_file(path, PROFILE_FILE, findings)
    if value is None:
        return Profile(name="het steunpunt", example=True)
    fields = Fields(value, PROFILE_FILE, findings, what="het profiel")
    fields.need("name")
    retention = fields.map("retention", "de bewaartermijnen")
    handoff = fields.map("handoff", "de gesprekken met een mens")
    coordinator = fields.map("coordinator", "wie het steunpunt is")

    def number(of: Fields | None, name: str, otherwise: int) -> int:
        return (of.number(name) if of else None) or otherwise

    days = retention.number("unanswered_questions_days") if retention else None

    schedule = read_hours(fields.maps("hours", "deze openingstijd"), _closed_days(fields))
    return Profile(
        name=fields.text("name") or "het steunpunt",
        region=fields.text("region"),
        phone=fields.text("phone"),
        email=fields.text("email"),
        url=fields.text("url"),
        hours_text=fields.texts("hours_text"),
        schedule=schedule,
        timezone=fields.text("timezone") or "Europe/Amsterdam",
        example=fields.flag("example"),
        state_hours=number(retention, "conversation_state_hours", 24),
        content_days=number(retention, "handoff_content_days", 7),
        crisis_log_days=number(retention, "crisis_log_days", 30),
        question_days=30 if days is None else days,
        waiting_minutes=number(handoff, "waiting_minutes", 15),
        most_live_per_staff=number(handoff, "max_live_per_staff", 3),
        team=coordinator.texts("text") if coordinator else {},
        telegram=_bot_name(fields),
        colours=_colours(fields),
    )


def _bot_name(fields: Fields) -> str:
    name = fields.text("telegram")
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
            return time(23, 59, 59)
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


def _closed_days(fields: Fields) -> frozenset[date]:
    """Public holidays of the Netherlands this year and the next two, breaks, and days the profile names itself."""
    breaks: set[date] = set()
    for pause in fields.maps("breaks", "deze vakantie"):
        pause.need("from", "to")
        first, last = pause.day("from"), pause.day("to")
        if first is not None and last is not None:
            breaks.update(first + timedelta(days=count) for count in range((last - first).days + 1))
    closed = {day for name in fields.names("closed_on") if (day := _day(fields, name)) is not None}
    if fields.text("holidays") == "nl":
        this_year = datetime.now(UTC).year
        # The calendar answers for the years it was asked; the program is restarted or reloaded more often than that.
        closed.update(holidays.country_holidays("NL", years=range(this_year - 1, this_year + 3)).keys())
    return frozenset(closed | breaks)


def _day(fields: Fields, text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        fields.findings.error(
            fields.file, fields.line_of("closed_on"), "datum", f"'{text}' is geen datum", 'schrijf hem als "2026-12-24"'
        )
        return None
