"""A typed answer means the same as a button, a number or a typo."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.answers import Unclear, Understood, read_answer
from bot.flow.definition import Option, Slot, SlotType, Takes
from bot.replies.days import Direction

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
        ("ja hoor", "ja"),
        ("Jep", "ja"),
        ("nee liever niet", "nee"),
        ("no", "nee"),
        ("ok", "ja"),
        ("nee joh", "nee"),
        ("tuurlijk", "ja"),
        ("2", "nee"),
    ],
)
def test_yes_and_no(text: str, expected: str) -> None:
    slot = Slot(name="x", type=SlotType.YES_NO, label={})
    assert read_answer(slot, text, "nl", TODAY) == Understood(expected)


def test_scales_and_numbers_have_bounds() -> None:
    scale = Slot(name="x", type=SlotType.SCALE, label={})
    assert read_answer(scale, "een 7", "nl", TODAY) == Understood(7)
    assert read_answer(scale, "acht", "nl", TODAY) == Understood(8)
    assert isinstance(read_answer(scale, "11", "nl", TODAY), Unclear)


FEELING = Slot(
    name="dood",
    type=SlotType.CHOICE,
    label={"nl": "Gedachten"},
    options=(
        Option(id="nee", label={"nl": "Nee, dat niet"}, takes=frozenset({Takes.NO})),
        Option(id="soms", label={"nl": "Soms"}, also=("een beetje",), takes=frozenset({Takes.DOUBT})),
        Option(id="vaak", label={"nl": "Vaak, of nu"}, also=("elke dag",), takes=frozenset({Takes.YES, Takes.UNCLEAR})),
    ),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja elke dag", "vaak"), ("best vaak", "vaak"), ("eigenlijk wel", "vaak"), ("ja", "vaak"), ("niet echt", "vaak"), ("nee maar ik wil ook niet verder", "vaak"),
        ("hangt van mijn moeder af", "vaak"), ("weet ik niet", "soms"), ("nee soms", "soms"), ("een beetje", "soms"), ("misschien", "soms"),
        ("nee", "nee"), ("nee joh", "nee"), ("nee gelukkig niet", "nee"), ("nooit", "nee"), ("Nee, dat niet", "nee"), ("1", "nee"), ("no", "nee"),
    ],
)  # fmt: skip
def test_what_is_not_clearly_a_no_is_none(text: str, value: str) -> None:
    read = read_answer(FEELING, text, "nl", TODAY)
    assert isinstance(read, Understood)
    assert read.value == value


LASTING = Slot(
    name="hoelang",
    type=SlotType.CHOICE,
    label={"nl": "Hoe lang"},
    options=(
        Option(id="dagen", label={"nl": "Een paar dagen"}, days=(0, 6)),
        Option(id="weken", label={"nl": "Een tot vier weken"}, days=(7, 28)),
        Option(id="lang", label={"nl": "Langer dan vier weken"}, days=(29, None)),
    ),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("al 3 weken ongeveer", "weken"), ("2 dagen", "dagen"), ("sinds gisteren", "dagen"), ("sinds september", "lang"), ("bijna een jaar", "lang"),
     ("sinds 9 november", "weken"), ("28 dagen", "weken"), ("29 dagen", "lang"), ("al maanden", "lang")],
)  # fmt: skip
def test_how_long_falls_in_a_span(text: str, value: str) -> None:
    read = read_answer(LASTING, text, "nl", TODAY)
    assert isinstance(read, Understood)
    assert read.value == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 weken", 10),
        ("5", 5),
        ("een week", 5),
        ("drie dagen", 3),
        ("een halve dag", 1),
        ("1 dag", 1),
        ("anderhalve week", 8),
    ],
)
def test_an_amount_is_read_in_the_unit_that_was_asked(text: str, number: int) -> None:
    slot = Slot(name="dagen", type=SlotType.NUMBER, label={}, unit="school_days")
    assert read_answer(slot, text, "nl", TODAY) == Understood(number)


def test_a_range_or_a_telephone_number_is_no_number() -> None:
    slot = Slot(name="dagen", type=SlotType.NUMBER, label={})
    read = read_answer(slot, "2 of 3", "nl", TODAY)
    assert isinstance(read, Unclear)
    assert read.near == ("2", "3")
    assert isinstance(read_answer(slot, "0612345678", "nl", TODAY), Unclear)


def test_a_day_is_read_where_the_question_looks() -> None:
    slot = Slot(name="x", type=SlotType.DATE, label={})
    past = read_answer(slot, "12 mei", "nl", TODAY, direction=Direction.PAST)
    assert past == Understood(date(2026, 5, 12))
    assert read_answer(slot, "12 mei", "nl", TODAY, direction=Direction.FUTURE) == Understood(date(2027, 5, 12))
    wrong = read_answer(slot, "morgen", "nl", TODAY, direction=Direction.PAST)
    assert wrong == Unclear("flow-date-past", day=date(2026, 11, 24))
    about = read_answer(slot, "begin november", "nl", TODAY, direction=Direction.PAST)
    assert about == Understood(date(2026, 11, 1), exact=False)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("Weet school ervan?", "school weet ervan", "ja"),
        ("Weet school ervan?", "school weet het niet", "nee"),
        ("Ligt er een plan op papier?", "er ligt een plan", "ja"),
        ("Durft je kind nog naar school?", "hij durft niet", "nee"),
        ("Krijgt je kind schoolwerk mee?", "hij krijgt wel schoolwerk", "ja"),
    ],
)
def test_a_statement_answers_with_the_words_of_the_question(question: str, text: str, value: str) -> None:
    slot = Slot(name="x", type=SlotType.YES_NO, label={})
    read = read_answer(slot, text, "nl", TODAY, question=question)
    assert isinstance(read, Understood)
    assert (read.value, read.sure) == (value, False)


def test_doubt_counts_for_what_the_slot_says() -> None:
    slot = Slot(name="x", type=SlotType.YES_NO, label={}, doubt="ja")
    assert read_answer(slot, "weet ik niet", "nl", TODAY) == Understood("ja")
    assert read_answer(Slot(name="x", type=SlotType.YES_NO, label={}), "weet ik niet", "nl", TODAY) == Unclear(
        "flow-doubt", doubt=True
    )


@given(st.sampled_from(list(SlotType)), st.text(max_size=60))
def test_no_answer_breaks_anything(kind: SlotType, text: str) -> None:
    slot = Slot(name="x", type=kind, label={}, options=CHOICE.options)
    assert isinstance(read_answer(slot, text, "nl", TODAY), Understood | Unclear)


def slot(kind: SlotType, **changes: object) -> Slot:
    return replace(Slot(name="x", type=kind, label={}), **changes)  # type: ignore[arg-type]  # fields that are there


@pytest.mark.parametrize(
    ("minimum", "maximum", "text", "read"),
    [
        (2, 5, "2", Understood(2)),
        (2, 5, "1", Unclear("flow-number-wanted")),
        (2, 5, "5", Understood(5)),
        (2, 5, "6", Unclear("flow-number-wanted")),
        (None, 5, "0", Understood(0)),
        (2, None, "900", Understood(900)),
        # Of two numbers only one fits; of two that fit the first, unless it is a range.
        (2, 5, "9 en 3", Understood(3)),
        (2, 5, "4 en 3", Understood(4)),
        (2, 5, "3-4", Unclear("flow-which", near=("3", "4"))),
        (2, 5, "3 tot 9", Understood(3)),
        (2, 5, "geen idee", Unclear("flow-number-wanted", doubt=True)),
        (2, 5, "blauw", Unclear("flow-number-wanted")),
        # Up, so that nobody gets too little.
        (None, None, "2,5", Understood(3)),
    ],
)
def test_a_number_lies_within_its_bounds(
    minimum: int | None, maximum: int | None, text: str, read: Understood | Unclear
) -> None:
    assert read_answer(slot(SlotType.NUMBER, minimum=minimum, maximum=maximum), text, "nl", TODAY) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1", Understood(1)),
        ("10", Understood(10)),
        ("0", Unclear("flow-scale-wanted")),
        ("11", Unclear("flow-scale-wanted")),
        ("7,4", Understood(7)),
        ("7,5", Understood(8)),
        ("6 of 7", Unclear("flow-which", near=("6", "7"))),
        ("weet ik niet", Unclear("flow-scale-wanted", doubt=True)),
    ],
)
def test_a_scale_goes_from_one_to_ten_and_rounds(text: str, read: Understood | Unclear) -> None:
    assert read_answer(slot(SlotType.SCALE), text, "nl", TODAY) == read


@pytest.mark.parametrize(
    ("longest", "length", "taken"), [(5, 5, True), (5, 6, False), (None, 1000, True), (None, 1001, False)]
)
def test_how_long_words_may_be(longest: int | None, length: int, taken: bool) -> None:
    read = read_answer(slot(SlotType.TEXT, maximum=longest), f"  {'x' * length} ", "nl", TODAY)
    assert read == (Understood("x" * length) if taken else Unclear("flow-text-too-long"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1", Understood("ja")),
        ("2", Understood("nee")),
        ("3", Unclear("flow-yes-no-wanted")),
        ("paarse krokodil", Unclear("flow-yes-no-wanted")),
        # Six of ten words of the question are enough, a question is no answer.
        ("de leraar weet ervan", Understood("ja", sure=False)),
        ("weet de leraar ervan?", Unclear("flow-yes-no-wanted")),
        ("leraar weet blauwe paarse dingen", Unclear("flow-yes-no-wanted")),
        ("leraar weet ervan paarse dingen", Understood("ja", sure=False)),
        ("het is de en", Unclear("flow-yes-no-wanted")),
    ],
)
def test_yes_no_and_the_words_of_the_question(text: str, read: Understood | Unclear) -> None:
    assert read_answer(slot(SlotType.YES_NO), text, "nl", TODAY, question="Weet de leraar ervan?") == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0 dagen", Understood("dagen", sure=False)),
        ("6 dagen", Understood("dagen", sure=False)),
        ("7 dagen", Understood("weken", sure=False)),
        ("28 dagen", Understood("weken", sure=False)),
        ("29 dagen", Understood("lang", sure=False)),
        # A number alone is the number of an option.
        ("3", Understood("lang")),
        ("blauw", Unclear("flow-choose")),
        ("geen idee", Unclear("flow-choose", doubt=True)),
        # What has yet to come lasts no time.
        ("morgen", Unclear("flow-choose")),
    ],
)
def test_spans_of_days_at_their_ends(text: str, read: Understood | Unclear) -> None:
    assert read_answer(LASTING, text, "nl", TODAY) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nee", Understood("nee")),
        ("nee echt niet hoor", Understood("nee")),
        # What is not said outright, or with much beside it, is no clear "no".
        ("misschien", Understood("soms")),
        ("blauwe maandag", Understood("vaak", sure=False)),
        ("2", Understood("soms")),
    ],
)
def test_who_is_careful_takes_only_a_clear_no(text: str, read: Understood) -> None:
    answer = read_answer(FEELING, text, "nl", TODAY)
    assert isinstance(answer, Understood)
    assert answer.value == read.value


SEVERAL = Slot(name="x", type=SlotType.MULTI, label={}, options=CHOICE.options)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 en 3", ("dagen", "lang")),
        ("al heel lang", ("lang",)),
        ("2", ("weken",)),
        ("blauw", None),
        ("geen idee", None),
    ],
)
def test_several_are_picked_by_number_or_by_word(text: str, value: tuple[str, ...] | None) -> None:
    read = read_answer(SEVERAL, text, "nl", TODAY)
    if value is None:
        assert read == Unclear("flow-choose", doubt=text == "geen idee")
    else:
        assert isinstance(read, Understood)
        assert read.value == value


def test_a_day_that_cannot_be_read_is_asked_for() -> None:
    assert read_answer(slot(SlotType.DATE), "blauw", "nl", TODAY) == Unclear("flow-date-wanted")
    assert read_answer(slot(SlotType.DATE), "weet ik niet", "nl", TODAY) == Unclear("flow-date-wanted", doubt=True)
