"""Days in sentences, in the direction the question looks. Today is Friday 27 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies.days import Direction, add_months, read_day

TODAY = date(2026, 11, 27)
PAST = [
    ("12 mei", date(2026, 5, 12)), ("20 mei", date(2026, 5, 20)), ("15 dec", date(2025, 12, 15)), ("12-05", date(2026, 5, 12)),
    ("maandag", date(2026, 11, 23)), ("vrijdag", date(2026, 11, 20)), ("vorige week maandag", date(2026, 11, 16)),
    ("afgelopen dinsdag", date(2026, 11, 24)), ("vorige maandag", date(2026, 11, 23)), ("gisteren", date(2026, 11, 26)),
    ("gisteravond", date(2026, 11, 26)), ("eergisteren", date(2026, 11, 25)), ("vandaag", TODAY), ("vanochtend", TODAY),
    ("drie dagen geleden", date(2026, 11, 24)), ("de brief is van 10 november", date(2026, 11, 10)), ("May 5", date(2026, 5, 5)),
    ("5th of May", date(2026, 5, 5)), ("twaalf mei", date(2026, 5, 12)), ("12 mei jl.", date(2026, 5, 12)), ("de 12e", date(2026, 11, 12)),
    ("vrijdag 12 december 2025", date(2025, 12, 12)), ("2026-10-01", date(2026, 10, 1)), ("1 september vorig jaar", date(2025, 9, 1)),
    ("op 3 november denk ik", date(2026, 11, 3)), ("yesterday", date(2026, 11, 26)),
]  # fmt: skip
FUTURE = [
    ("morgen", date(2026, 11, 28)), ("morgenochtend", date(2026, 11, 28)), ("overmorgen om 9 uur", date(2026, 11, 29)),
    ("12 mei", date(2027, 5, 12)), ("14 juni", date(2027, 6, 14)), ("15 dec om 14.30", date(2026, 12, 15)),
    ("15 dec om half drie", date(2026, 12, 15)), ("op 3 december om 9 uur", date(2026, 12, 3)), ("3-12", date(2026, 12, 3)),
    ("03.12.26", date(2026, 12, 3)), ("3/12/2026", date(2026, 12, 3)), ("maandag", date(2026, 11, 30)), ("vrijdag", date(2026, 12, 4)),
    ("volgende week vrijdag", date(2026, 12, 4)), ("volgende week do", date(2026, 12, 3)), ("ma 30 nov", date(2026, 11, 30)),
    ("vr", date(2026, 12, 4)), ("maandag a.s.", date(2026, 11, 30)), ("dinsdagmiddag", date(2026, 12, 1)), ("over 2 weken", date(2026, 12, 11)),
    ("over een maand", date(2026, 12, 27)), ("maandag over een week", date(2026, 12, 7)), ("eerste december", date(2026, 12, 1)),
    ("ik denk volgende week woensdag om 15.00 uur", date(2026, 12, 2)), ("de 12e", date(2026, 12, 12)), ("tomorrow", date(2026, 11, 28)),
    ("next Friday at 2pm", date(2026, 12, 4)), ("deze week zaterdag", date(2026, 11, 28)),
    ("12 Mart", date(2027, 3, 12)), ("5 maja", date(2027, 5, 5)), ("3 października", date(2027, 10, 3)), ("w środę", date(2026, 12, 2)),
    ("12 березня", date(2027, 3, 12)), ("1 лютого", date(2027, 2, 1)), ("у п'ятницю", date(2026, 12, 4)),
    ("12 مارس", date(2027, 3, 12)), ("10 أكتوبر", date(2027, 10, 10)), ("يوم الأحد", date(2026, 11, 29)),
]  # fmt: skip
ABOUT = [
    ("begin november", Direction.PAST, date(2026, 11, 1)), ("eind oktober", Direction.PAST, date(2026, 10, 21)),
    ("half november", Direction.PAST, date(2026, 11, 11)), ("in september", Direction.PAST, date(2026, 9, 1)),
    ("drie weken geleden", Direction.PAST, date(2026, 11, 6)), ("een maand geleden", Direction.PAST, date(2026, 10, 27)),
    ("begin november", Direction.FUTURE, date(2027, 11, 1)), ("eind november", Direction.FUTURE, TODAY),
    ("half december", Direction.FUTURE, date(2026, 12, 11)), ("mei", Direction.FUTURE, date(2027, 5, 1)),
]  # fmt: skip
NONE = """zo snel mogelijk|we gaan zo naar school|ik weet het niet|0612345678|06-12 34 56 78|blauw|31-2|99-99|I may go|do your best|dat is zo|ma mag dat|
wo is mij niet bekend|12|hij is 12 jaar|half drie|om 14.30|zo"""


@pytest.mark.parametrize(("text", "day"), PAST)
def test_a_day_that_has_been(text: str, day: date) -> None:
    read = read_day(text, TODAY, Direction.PAST)
    assert read is not None
    assert (read.day, read.exact, read.against) == (day, True, False)


@pytest.mark.parametrize(("text", "day"), FUTURE)
def test_a_day_to_come(text: str, day: date) -> None:
    read = read_day(text, TODAY, Direction.FUTURE)
    assert read is not None
    assert (read.day, read.exact, read.against) == (day, True, False)


@pytest.mark.parametrize(("text", "direction", "day"), ABOUT)
def test_the_earliest_day_that_may_be_meant(text: str, direction: Direction, day: date) -> None:
    read = read_day(text, TODAY, direction)
    assert read is not None
    assert (read.day, read.against) == (day, False)
    assert not read.exact


@pytest.mark.parametrize("text", [text.strip() for text in NONE.replace("\n", "").split("|")])
def test_what_names_no_day(text: str) -> None:
    assert read_day(text, TODAY, Direction.FUTURE) is None
    assert read_day(text, TODAY, Direction.PAST) is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("gisteren", Direction.FUTURE),
        ("12 mei 2020", Direction.FUTURE),
        ("morgen", Direction.PAST),
        ("over 2 weken", Direction.PAST),
    ],
)
def test_a_day_on_the_wrong_side_is_said_to_be_so(text: str, direction: Direction) -> None:
    read = read_day(text, TODAY, direction)
    assert read is not None
    assert read.against


def test_next_week_is_next_week_also_in_the_middle_of_it() -> None:
    read = read_day("volgende week vrijdag", date(2026, 11, 25), Direction.FUTURE)
    assert read is not None
    assert read.day == date(2026, 12, 4)


def test_months_end_where_they_end() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 23), 3) == date(2027, 2, 23)


@given(st.text(max_size=60), st.sampled_from([None, *Direction]), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_nothing_breaks_the_reader(text: str, direction: Direction | None, today: date) -> None:
    read = read_day(text, today, direction)
    assert read is None or isinstance(read.day, date)
