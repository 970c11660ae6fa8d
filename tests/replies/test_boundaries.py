"""Readers of replies at their boundaries: how far, how many, from which length, and which of two."""

from datetime import date

import pytest

from bot.replies.days import Direction, add_months, read_day
from bot.replies.figures import Amount, Unit, days_of, in_unit, read_amounts, read_duration
from bot.replies.picking import Pickable, Picked, pick

TODAY = date(2026, 11, 27)
"""A Friday."""
PAST, FUTURE = Direction


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("text", "direction", "found", "exact"),
    [
        # Years and days that can be
        ("12-05-1899", None, None, True), ("12-05-1900", None, "1900-05-12", True),
        ("1-1-2200", None, "2200-01-01", True), ("1-1-2201", None, None, True),
        ("31-12", None, "2026-12-31", True), ("32-12", None, None, True), ("0-5", None, None, True),
        ("1-0", None, None, True), ("1-13", None, None, True), ("12 mei '27", None, "2027-05-12", True),
        ("03.12.26", None, "2026-12-03", True), ("30.11.2026", None, "2026-11-30", True),
        ("29 feb", PAST, "2024-02-29", True), ("29 feb", FUTURE, "2028-02-29", True), ("29 feb 2027", None, None, True),
        # Today lies on both sides
        ("27 november", PAST, "2026-11-27", True), ("27 november", FUTURE, "2026-11-27", True),
        ("26 november", FUTURE, "2027-11-26", True), ("28 november", PAST, "2025-11-28", True),
        # Without a direction what is nearest, and the next of a weekday
        ("27 mei", None, "2027-05-27", True), ("20 juni", None, "2026-06-20", True),
        ("vrijdag", None, "2026-12-04", True), ("donderdag", None, "2026-12-03", True),
        ("1 december volgend jaar", FUTURE, "2027-12-01", True), ("1 september vorig jaar", PAST, "2025-09-01", True),
        # Counted, up to ten years of weeks
        ("520 dagen geleden", PAST, "2025-06-25", True), ("521 dagen geleden", PAST, None, True),
        ("over 520 dagen", FUTURE, "2028-04-30", True), ("over 521 dagen", FUTURE, None, True),
        ("over anderhalve week", FUTURE, "2026-12-07", True), ("over een half jaar", FUTURE, "2027-05-27", True),
        ("over een paar dagen", FUTURE, "2026-11-30", False), ("een paar dagen geleden", PAST, "2026-11-24", False),
        ("2 dagen geleden", PAST, "2026-11-25", True), ("2 weken geleden", PAST, "2026-11-13", False),
        ("een jaar geleden", PAST, "2025-11-27", False), ("anderhalf jaar geleden", PAST, "2025-05-27", False),
        ("over 3 maanden", FUTURE, "2027-02-27", True), ("over drie jaar", FUTURE, "2029-11-27", True),
        ("maandag over twee weken", FUTURE, "2026-12-14", True), ("maandag over een week", FUTURE, "2026-12-07", True),
        # Weeks
        ("volgende week maandag", None, "2026-11-30", True), ("vorige week zondag", None, "2026-11-22", True),
        ("deze week maandag", PAST, "2026-11-23", True), ("volgende vrijdag", FUTURE, "2026-12-04", True),
        ("vorige vrijdag", PAST, "2026-11-20", True), ("zo komende", FUTURE, "2026-11-29", True),
        ("zo", FUTURE, None, True), ("ma en di", FUTURE, None, True), ("wo", PAST, "2026-11-25", True),
        # Only a number
        ("de 27e", FUTURE, "2026-11-27", True), ("de 27e", PAST, "2026-11-27", True),
        ("de 26e", FUTURE, "2026-12-26", True), ("de 28e", PAST, "2026-10-28", True),
        ("de 31e", FUTURE, "2026-12-31", True), ("de 31e", PAST, "2026-10-31", True),
        ("de 32e", FUTURE, None, True), ("de 0e", FUTURE, None, True), ("de 1e", FUTURE, "2026-12-01", True),
        # Words
        ("derde mei", FUTURE, "2027-05-03", True), ("eenendertigste mei", FUTURE, "2027-05-31", True),
        ("eerste mei", PAST, "2026-05-01", True), ("2 of 3 mei", FUTURE, "2027-05-03", True),
        ("12:30 op 3 mei", FUTURE, "2027-05-03", True), ("14.30", None, None, True), ("3.12", FUTURE, "2026-12-03", True),
        # Months
        ("november 2025", PAST, "2025-11-01", False), ("mei", PAST, "2026-05-01", False),
        ("sinds oktober", PAST, "2026-10-01", False), ("eind november", PAST, "2026-11-21", False),
    ],
)  # fmt: skip
def test_days_at_their_boundaries(text: str, direction: Direction | None, found: str | None, exact: bool) -> None:
    read = read_day(text, TODAY, direction)
    assert (None if read is None else (read.day, read.exact)) == (None if found is None else (day(found), exact))


@pytest.mark.parametrize(
    ("text", "today", "found"),
    [
        ("begin november", 1, "2026-11-01"), ("begin november", 10, "2026-11-10"), ("begin november", 11, "2027-11-01"),
        ("half november", 10, "2026-11-11"), ("half november", 11, "2026-11-11"), ("half november", 20, "2026-11-20"),
        ("half november", 21, "2027-11-11"), ("eind november", 20, "2026-11-21"), ("eind november", 22, "2026-11-22"),
        ("november", 1, "2026-11-01"), ("november", 30, "2026-11-30"), ("november 2026", 30, "2026-11-01"),
    ],
)  # fmt: skip
def test_a_part_of_this_month_that_is_not_over_is_still_to_come(text: str, today: int, found: str) -> None:
    read = read_day(text, date(2026, 11, today), FUTURE)
    assert read is not None
    assert read.day == day(found)


@pytest.mark.parametrize(
    ("text", "direction", "against"),
    [
        ("12 mei 2020", FUTURE, True), ("12 mei 2020", PAST, False), ("12 mei 2020", None, False),
        ("vandaag", FUTURE, False), ("vandaag", PAST, False), ("begin mei 2020", FUTURE, True),
    ],
)  # fmt: skip
def test_which_days_lie_on_the_wrong_side(text: str, direction: Direction | None, against: bool) -> None:
    read = read_day(text, TODAY, direction)
    assert read is not None
    assert read.against is against


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-12-31", 2, "2027-02-28"), ("2026-01-31", -1, "2025-12-31"), ("2026-01-01", -13, "2024-12-01"),
        ("2024-01-31", 1, "2024-02-29"), ("2026-12-01", 0, "2026-12-01"), ("2026-11-05", 13, "2027-12-05"),
    ],
)  # fmt: skip
def test_months_on(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


# Picking

ANIMALS = tuple(Pickable(id=f"dier{at}", forms=(form,)) for at, form in enumerate(("Aap", "Beer", "Cavia", "Duif")))


def animals(numbers: str) -> tuple[str, ...]:
    return tuple(f"dier{number}" for number in numbers)


@pytest.mark.parametrize(
    ("text", "one", "near", "several"),
    [
        ("1", "0", "", "0"), ("4", "3", "", "3"), ("5", "", "", ""), ("004", "3", "", "3"), ("0004", "", "", ""),
        ("2 3", "", "12", "12"), ("1 en 1", "0", "", "0"), ("2 of 4", "", "13", "13"), ("1+3", "", "02", "02"),
        ("de middelste", "2", "", "2"), ("de onderste", "3", "", "3"), ("laatste", "3", "", "3"),
        ("een", "", "", ""), ("one", "0", "", "0"), ("one of them", "", "", ""), ("first one", "0", "", "0"),
        ("drie", "2", "", "2"), ("vijf", "", "", ""), ("de eerste hond", "", "", ""), ("+", "", "", ""),
        ("alles", "", "", "0123"), ("alles graag", "", "", "0123"), ("beide", "", "", "0123"),
        ("aap en beer", "", "01", "01"), ("beer beer", "1", "", "1"), ("ik zou zeggen beer", "1", "", "1"),
        # What is said not to be it is not it.
        ("niet de aap", "", "", ""), ("niet aap", "", "", ""), ("geen aap wel de beer", "1", "", "1"),
        ("niet aap maar beer", "1", "", "1"),
        # Four letters may have a slip, three not.
        ("cavi", "2", "", "2"), ("dui", "", "", ""), ("x", "", "", ""), ("", "", "", ""),
    ],
)  # fmt: skip
def test_what_is_picked(text: str, one: str, near: str, several: str) -> None:
    alone = pick(text, ANIMALS)
    assert alone.ids == animals(one)
    assert alone.near == animals(near)
    assert pick(text, ANIMALS, several=True).ids == animals(several)


def test_a_not_that_is_part_of_what_is_offered_picks_it() -> None:
    offered = (Pickable(id="wel", forms=("Mag mee",)), Pickable(id="niet", forms=("Mag niet mee",)))
    assert pick("mag niet mee", offered).ids == ("niet",)
    assert pick("mag niet meee", offered).ids == ("niet",)
    assert pick("mag mee", offered).ids == ("wel",)


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("beer", Picked(ids=animals("1"))),
        ("de beer", Picked(ids=animals("1"))),
        ("ik zou zeggen beer", Picked(ids=animals("1"), sure=False)),
        ("cavi", Picked(ids=animals("2"), sure=False)),
        ("2 3", Picked(sure=False, near=animals("12"))),
        ("vis", Picked(sure=False)),
    ],
)
def test_how_sure_it_is(text: str, picked: Picked) -> None:
    assert pick(text, ANIMALS) == picked


def test_two_that_look_alike_are_asked_about() -> None:
    alike = (Pickable(id="a", forms=("Begeleiding",)), Pickable(id="b", forms=("Begeleidinx",)))
    found = pick("begeleidinq", alike)
    assert (found.ids, set(found.near)) == ((), {"a", "b"})
    assert pick("x" * 61, alike).near == ()
    assert pick("begeleidin9", alike).near == ()


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        # Another form of the same word, from four letters that stay.
        ("gepest", "Pesten", True), ("geest", "Esten", False), ("boek", "Boeken", True), ("begrip", "Begrippen", True),
        ("huisje", "Huizen", False), ("meisjes", "Meisje", True), ("ruzies", "Ruzie", True), ("kip", "Kippen", False),
    ],
)  # fmt: skip
def test_another_form_of_a_word(text: str, form: str, found: bool) -> None:
    offered = (Pickable(id="wel", forms=(form,)), Pickable(id="niet", forms=("Zonnebloem",)))
    assert pick(text, offered).ids == (("wel",) if found else ())


LONGER = (
    Pickable(id="a", forms=("Praten met de mentor van school",)),
    Pickable(id="b", forms=("Praten met ouders",)),
    Pickable(id="c", forms=("Wachten",)),
)


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        # A word that one of them has counts whole, a word that more have a little.
        ("mentor", Picked(ids=("a",))),
        ("praten", Picked(sure=False)),
        ("praten met mijn ouders thuis", Picked(ids=("b",), sure=False)),
        ("de mentor en ouders", Picked(sure=False, near=("a", "b"))),
        ("praten met ouders graag", Picked(ids=("b",))),
        ("iets met wachten tot morgen", Picked(ids=("c",), sure=False)),
        ("praten met de mentor van school of wachten", Picked(ids=("a",))),
    ],
)
def test_how_much_of_a_label_must_be_said(text: str, picked: Picked) -> None:
    found = pick(text, LONGER)
    assert (found.ids, found.near) == (picked.ids, picked.near)
    if picked.ids:
        assert found.sure is picked.sure


@pytest.mark.parametrize(
    ("text", "forms", "found"),
    [
        ("🙂", ("🙂 Blij", "🙁"), "0"), ("🙂", ("🙂", "🙂 ook"), ""), ("🙂🙂", ("🙂",), ""), ("  🙂 ", ("🙂",), "0"),
        ("🙂", ("🙂Blij",), ""),
    ],
)  # fmt: skip
def test_signs(text: str, forms: tuple[str, ...], found: str) -> None:
    offered = tuple(Pickable(id=str(at), forms=(form,)) for at, form in enumerate(forms))
    assert pick(text, offered).ids == tuple(found)


# Amounts

HOURS, DAYS, SCHOOL, WEEKS, MONTHS, YEARS = (
    Unit.HOURS, Unit.DAYS, Unit.SCHOOL_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS,
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "unit", "wanted", "found"),
    [
        (3, None, DAYS, 3), (3, DAYS, DAYS, 3), (2, WEEKS, DAYS, 14), (14, DAYS, WEEKS, 2),
        (2, WEEKS, SCHOOL, 10), (10, SCHOOL, WEEKS, 2), (1, YEARS, SCHOOL, 200), (400, SCHOOL, YEARS, 2),
        (3, DAYS, SCHOOL, 3), (3, SCHOOL, DAYS, 3), (3, HOURS, SCHOOL, None), (3, SCHOOL, HOURS, None),
        (2, MONTHS, SCHOOL, 43.5), (48, HOURS, DAYS, 2),
    ],
)  # fmt: skip
def test_amounts_in_other_units(number: float, unit: Unit | None, wanted: Unit, found: float | None) -> None:
    assert in_unit(Amount(number, unit), wanted) == (None if found is None else pytest.approx(found))


def test_days_of_an_amount() -> None:
    assert days_of(Amount(3, None)) is None
    assert days_of(Amount(3, WEEKS)) == 21


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("10 school dagen", [(10, SCHOOL)]), ("3 hele weken", [(3, WEEKS)]), ("3 rode weken", [(3, None)]),
        ("een", [(1, None)]), ("een dag", [(1, DAYS)]), ("een hond", []), ("one dog", [(1, None)]), ("half", []),
        ("half jaar", [(0.5, YEARS)]), ("9999", [(9999, None)]), ("7 van de 10", [(7, None)]), ("7/10", [(7, None)]),
        ("een week of drie", [(3, WEEKS)]), ("twee weken en 3 dagen", [(2, WEEKS), (3, DAYS)]), ("", []),
    ],
)  # fmt: skip
def test_amounts_in_sentences(text: str, amounts: list[tuple[float, Unit | None]]) -> None:
    assert [(amount.number, amount.unit) for amount in read_amounts(text)] == amounts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("een paar weken", 21), ("enkele maanden", 3 * 30.4), ("een paar jaar", 3 * 365), ("gisteren", 1),
        ("deze week", 3), ("vorige week", 8), ("vorige maand", 31), ("al maanden", 120), ("wekenlang", 21),
        ("al dagen", 3), ("2 dagen en 3 weken", 21), ("een paar dagen", 3), ("niets", None),
    ],
)  # fmt: skip
def test_about_how_many_days(text: str, days: float | None) -> None:
    found = read_duration(text)
    assert found == (None if days is None else pytest.approx(days, rel=0.01))
