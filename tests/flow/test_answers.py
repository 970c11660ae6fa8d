"""A typed answer means the same as a button, a number or a typo."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.answers import Unclear, Understood, add_months, read_answer, read_date
from bot.flow.definition import Option, Slot, SlotType

TODAY = date(2026, 11, 23)
CHOICE = Slot(
    name="duur",
    type=SlotType.CHOICE,
    label={"nl": "Hoe lang"},
    options=(
        Option(id="dagen", label={"nl": "Een paar dagen", "en": "A few days"}, also=("paar dagen",)),
        Option(id="weken", label={"nl": "Een paar weken", "en": "A few weeks"}, also=("3 weken",)),
        Option(id="lang", label={"nl": "Al heel lang", "en": "Very long"}),
    ),
)


@pytest.mark.parametrize(
    "text", ["Al heel lang", "al heel lang!", "3", "al heel lnag", "AL HEEL LANG", "very long", "lang"]
)
def test_every_way_to_say_an_option(text: str) -> None:
    read = read_answer(CHOICE, text, "nl", TODAY)
    assert isinstance(read, Understood)
    assert read.value == "lang"


def test_two_options_that_are_near_are_asked_about() -> None:
    read = read_answer(CHOICE, "een paar deken", "nl", TODAY)
    assert isinstance(read, Unclear)
    assert set(read.near) <= {"dagen", "weken"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("morgen", date(2026, 11, 24)),
        ("gisteren", date(2026, 11, 22)),
        ("12 maart", date(2027, 3, 12)),
        ("12-3", date(2027, 3, 12)),
        ("12-3-2028", date(2028, 3, 12)),
        ("2027-01-04", date(2027, 1, 4)),
        ("over 2 weken", date(2026, 12, 7)),
        ("drie dagen geleden", date(2026, 11, 20)),
        ("volgende vrijdag", date(2026, 11, 27)),
        ("vorige maandag", date(2026, 11, 16)),
        ("tomorrow", date(2026, 11, 24)),
        ("blauw", None),
        ("31-2", None),
        ("99-99", None),
    ],
)
def test_days_in_words(text: str, expected: date | None) -> None:
    assert read_date(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("ja hoor", "ja"), ("Jep", "ja"), ("nee liever niet", "nee"), ("no", "nee"), ("ok", "ja")]
)
def test_yes_and_no(text: str, expected: str) -> None:
    slot = Slot(name="x", type=SlotType.YES_NO, label={})
    assert read_answer(slot, text, "nl", TODAY) == Understood(expected)


def test_scales_and_numbers_have_bounds() -> None:
    scale = Slot(name="x", type=SlotType.SCALE, label={})
    assert read_answer(scale, "een 7", "nl", TODAY) == Understood(7)
    assert read_answer(scale, "acht", "nl", TODAY) == Understood(8)
    assert isinstance(read_answer(scale, "11", "nl", TODAY), Unclear)


def test_months_end_where_they_end() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 23), 3) == date(2027, 2, 23)


@given(st.sampled_from(list(SlotType)), st.text(max_size=60))
def test_no_answer_breaks_anything(kind: SlotType, text: str) -> None:
    slot = Slot(name="x", type=kind, label={}, options=CHOICE.options)
    assert isinstance(read_answer(slot, text, "nl", TODAY), Understood | Unclear)
