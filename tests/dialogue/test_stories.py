"""A long story is read by sentence; its subjects are named and walked one after another, and none is forgotten."""

import pytest

from tests.dialogue.talking import heard, somebody

GONE_WRONG = (
    "Mijn zoon van 9 wordt al maanden gepest door een groepje uit zijn klas. Sinds drie weken wil hij niet meer naar "
    "school en zit hij thuis. Nu zegt de leerplichtambtenaar dat we een boete krijgen."
)
SUSPENDED = (
    "mijn dochter is vorige week geschorst omdat ze een docent uitschold, en we hebben ook nog ruzie met school over "
    "het opp dat ze zonder ons hebben gemaakt. verder zoeken we eigenlijk een andere school maar die weigeren haar"
)
YOUNG = (
    "ik word gepest op school en thuis hebben mijn ouders de hele tijd ruzie. ik slaap slecht. mijn mentor luistert "
    "niet naar me en ik weet niet met wie ik moet praten"
)


@pytest.mark.parametrize(
    ("audience", "story", "first", "rest"),
    [
        ("ouder", GONE_WRONG, "pesten", ("thuiszitter", "verzuim")),
        ("ouder", SUSPENDED, "schorsing", ("opp_oneens", "school_weigert")),
        ("jongere", YOUNG, "j_gepest", ("j_ruzie_thuis", "j_wie_is_wie_op_school")),
    ],
)
def test_three_subjects_are_named_and_walked(audience: str, story: str, first: str, rest: tuple[str, ...]) -> None:
    person = somebody(audience)
    assert "Ik lees drie dingen" in heard(person, story)
    assert person.state.last_entry is None
    walked: list[object] = []
    for reply in ("ja", "ja graag", "de volgende"):
        person.says(reply)
        walked.append(person.state.last_entry)
    assert walked == [first, *rest]
    assert person.state.subjects == ()


def test_where_to_begin_is_up_to_them_and_the_rest_stays() -> None:
    person = somebody("ouder")
    person.says(SUSPENDED)
    person.says("het opp")
    assert person.state.last_entry == "opp_oneens"
    assert person.state.subjects == ("schorsing", "school_weigert")


def test_a_question_in_between_forgets_nothing_and_thanks_bring_it_up() -> None:
    person = somebody("ouder")
    person.says(GONE_WRONG)
    person.says("de tweede")
    person.says("hoe lang duurt dat")
    assert "Je noemde ook nog" in heard(person, "bedankt")
    person.says("ja")
    assert person.state.last_entry == "pesten"


def test_after_half_an_hour_it_is_over() -> None:
    person = somebody("ouder")
    person.says(GONE_WRONG)
    person.waits(1)
    person.says("bedankt")
    assert "Je noemde" not in "\n".join(person.said)
    assert person.state.subjects == ()


@pytest.mark.parametrize(
    "text",
    [
        "mijn zoon zit al weken thuis, wie helpt ons?",
        "Mijn dochter van elf gaat straks naar de brugklas. Ze krijgt extra hulp. Hoe geeft de basisschool dat door?",
    ],
)
def test_one_subject_is_no_list(text: str) -> None:
    assert "Ik lees" not in heard(somebody("ouder"), text)


def test_nothing_is_left_when_somebody_else_takes_the_phone() -> None:
    person = somebody("ouder")
    person.says(GONE_WRONG)
    person.says("/start jongere")
    assert person.state.subjects == ()
