"""Opening hours, holidays and moments in words; which helplines answer now."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import moments
from bot.dialogue.library import Contact, Library, Profile
from bot.dialogue.opening import Schedule
from bot.domain.audience import Audience
from bot.domain.ids import ContactId, Language
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher

HERE = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = {
    **{day: ((time(9), time(12)), (time(13), time(17))) for day in range(4)},
    4: ((time(10), time(12)),),
}
CHRISTMAS = frozenset({date(2026, 12, 25)})
OFFICE = Schedule(days=WEEKDAYS, closed_on=CHRISTMAS)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        # Monday 23 November 2026
        (at(23, 8, 59), None), (at(23, 9), time(12)), (at(23, 11, 59), time(12)), (at(23, 12), None),
        (at(23, 12, 59), None), (at(23, 13), time(17)), (at(23, 16, 59), time(17)), (at(23, 17), None),
        # Friday and the weekend
        (at(27, 9, 30), None), (at(27, 10), time(12)), (at(27, 14), None), (at(28, 10), None),
        # A holiday on a Friday, and the Thursday before it
        (at(25, 10, 30, month=12), None), (at(24, 10, 30, month=12), time(12)),
    ],
)  # fmt: skip
def test_open_until(moment: datetime, until: time | None) -> None:
    assert OFFICE.open_until(moment) == until
    assert OFFICE.is_open(moment) is (until is not None)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (at(23, 8), at(23, 9)), (at(23, 9), at(23, 13)), (at(23, 13), at(24, 9)), (at(26, 18), at(27, 10)),
        (at(27, 10), at(30, 9)), (at(28, 3), at(30, 9)),
        # After Christmas Eve comes the Monday: Friday is a holiday.
        (at(24, 13, month=12), at(28, 9, month=12)),
    ],
)  # fmt: skip
def test_the_next_opening_is_later_and_never_on_a_holiday(moment: datetime, opening: datetime) -> None:
    assert OFFICE.next_opening(moment) == opening


def test_day_and_night_means_no_hours_at_all_and_no_hours_means_never() -> None:
    always, never = Schedule(always=True, closed_on=CHRISTMAS), Schedule()
    assert always.is_open(at(25, 3, month=12))
    assert always.open_until(at(23, 10)) is None
    assert always.next_opening(at(23, 10)) is None
    assert not never.is_open(at(23, 10))
    assert never.next_opening(at(23, 10)) is None


@pytest.mark.parametrize(("weeks", "found"), [(1, True), (2, True), (3, True), (4, False)])
def test_three_weeks_are_looked_ahead(weeks: int, found: bool) -> None:
    monday = at(23, 9)
    closed = frozenset((monday + timedelta(days=day)).date() for day in range(7 * weeks))
    schedule = Schedule(days={0: ((time(9), time(10)),)}, closed_on=closed)
    opening = schedule.next_opening(monday - timedelta(minutes=1))
    assert opening == (monday + timedelta(weeks=weeks) if found else None)


moments_of_a_year = st.integers(0, 354 * 24 * 60 - 1).map(
    lambda minutes: at(1, 0, month=1) + timedelta(minutes=minutes)
)


@given(moments_of_a_year)
def test_at_the_next_opening_it_is_open_and_in_between_it_does_not_open(moment: datetime) -> None:
    opening = OFFICE.next_opening(moment)
    assert opening is not None
    assert opening > moment
    assert OFFICE.is_open(opening)
    if not OFFICE.is_open(moment):
        steps = int((opening - moment).total_seconds() // 1800)
        assert not any(OFFICE.is_open(moment + timedelta(minutes=30 * step)) for step in range(steps))


NL, EN, TR = Language("nl"), Language("en"), Language("tr")


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        (at(24, 9), NL, "dinsdag om 9.00 uur"), (at(29, 9, 5), NL, "zondag om 9.05 uur"),
        (at(30, 9), NL, "maandag 30 november om 9.00 uur"), (at(29, 13, 30), EN, "Sunday at 13.30"),
        (at(30, 9), EN, "Monday 30 November at 9.00"), (at(24, 9), TR, "salı, 9.00"),
        (at(25, 9, month=1) + timedelta(days=365), NL, "maandag 25 januari om 9.00 uur"),
        (at(7, 9, month=12), NL, "maandag 7 december om 9.00 uur"),
    ],
)  # fmt: skip
def test_a_moment_in_words(moment: datetime, language: Language, words: str) -> None:
    assert moments.in_words(moment, language, at(23, 23, 59)) == words


def test_a_day_in_words() -> None:
    assert moments.day_in_words(date(2027, 1, 4), NL) == "maandag 4 januari 2027"
    assert moments.day_in_words(date(2027, 12, 5), EN) == "Sunday 5 December 2027"
    assert moments.day_in_words(date(2027, 2, 28), TR) == "pazar 28 Şubat 2027"


def library(schedule: Schedule | None, *contacts: Contact) -> Library:
    return Library(
        entries={}, texts={}, matcher=Matcher.prepare(Corpus(entries=())),  # type: ignore[arg-type]  # nothing is said
        profile=Profile(name="x", phone="1", email="a@b.example", schedule=schedule),
        contacts={contact.id: contact for contact in contacts},
    )  # fmt: skip


def test_without_known_hours_nobody_is_promised() -> None:
    assert not moments.is_open(library(None), at(23, 10))
    assert moments.next_opening(library(None), at(23, 10)) is None
    assert moments.is_open(library(OFFICE), at(23, 10))
    assert moments.next_opening(library(OFFICE), at(23, 8)) == at(23, 9)


def contact(name: str, *audiences: Audience, schedule: Schedule | None = OFFICE) -> Contact:
    return Contact(id=ContactId(name), name={"nl": name}, phone="1", schedule=schedule, helpline_for=audiences)


@pytest.mark.parametrize(
    ("audience", "hour", "named"),
    [
        (Audience.PARENT, 10, ["ouders", "allen", "altijd"]), (Audience.YOUTH, 10, ["jongeren", "allen", "altijd"]),
        (None, 10, ["allen", "altijd"]), (None, 20, ["altijd"]), (Audience.YOUTH, 20, ["altijd"]),
    ],
)  # fmt: skip
def test_helplines_that_answer_now_and_are_for_this_person(
    audience: Audience | None, hour: int, named: list[str]
) -> None:
    both = (Audience.PARENT, Audience.YOUTH)
    made = library(
        None, contact("ouders", Audience.PARENT), contact("jongeren", Audience.YOUTH), contact("allen", *both),
        contact("altijd", *both, schedule=Schedule(always=True)),
        contact("onbekend", *both, schedule=None), contact("geen"),
    )  # fmt: skip
    assert [line.id for line in moments.open_helplines(made, audience, at(23, hour))] == named
