"""Amounts in sentences."""

import pytest

from bot.replies.figures import Amount, Unit, in_unit, looks_like_number_of_somebody, read_amounts, read_duration


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("ik ben 12", [(12, None)]),
        ("2 weken", [(2, Unit.WEEKS)]),
        ("een week", [(1, Unit.WEEKS)]),
        ("een week of drie", [(3, Unit.WEEKS)]),
        ("anderhalve week", [(1.5, Unit.WEEKS)]),
        ("drie hele dagen", [(3, Unit.DAYS)]),
        ("10 school dagen", [(10, Unit.SCHOOL_DAYS)]),
        ("een dikke 7", [(7, None)]),
        ("7 van de 10", [(7, None)]),
        ("7,5", [(7.5, None)]),
        ("vijfentwintig", [(25, None)]),
        ("twelve years", [(12, Unit.YEARS)]),
        ("eentje", [(1, None)]),
        ("2 of 3", [(2, None), (3, None)]),
        ("3-4 dagen", [(3, None), (4, Unit.DAYS)]),
        ("2,5-3", [(2.5, None), (3, None)]),
        ("-3", [(-3, None)]),
        ("een beetje", []),
        ("06 12345678", []),
        ("tot vrijdag", []),
    ],
)
def test_amounts(text: str, amounts: list[tuple[float, Unit | None]]) -> None:
    assert [(amount.number, amount.unit) for amount in read_amounts(text)] == amounts


@pytest.mark.parametrize(
    ("amount", "wanted", "number"),
    [
        (Amount(2, Unit.WEEKS), Unit.SCHOOL_DAYS, 10),
        (Amount(3, Unit.DAYS), Unit.SCHOOL_DAYS, 3),
        (Amount(10, Unit.SCHOOL_DAYS), Unit.WEEKS, 2),
        (Amount(2, Unit.WEEKS), Unit.DAYS, 14),
        (Amount(4, None), Unit.YEARS, 4),
        (Amount(3, Unit.HOURS), Unit.SCHOOL_DAYS, None),
    ],
)
def test_an_amount_in_another_unit(amount: Amount, wanted: Unit, number: float | None) -> None:
    assert in_unit(amount, wanted) == number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("al 3 weken ongeveer", 21),
        ("een paar dagen", 3),
        ("al maanden", 120),
        ("sinds gisteren", 1),
        ("half jaar", 182.5),
        ("heel lang", None),
    ],
)
def test_how_long(text: str, days: float | None) -> None:
    assert read_duration(text) == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0612345678", True),
        ("+32 470 12 34 56", True),
        ("06-12345678", True),
        ("123456782", True),
        ("12-05-2026", False),
        ("2026-05-12", False),
        ("12", False),
    ],
)
def test_somebodys_number(text: str, expected: bool) -> None:
    assert looks_like_number_of_somebody(text) is expected
