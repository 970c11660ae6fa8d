"""While a talk waits, nobody writes into silence."""

from itertools import pairwise

import pytest

from tests.dialogue.talking import FRIDAY_NIGHT, heard, somebody


def test_a_question_is_answered_as_by_the_bot_and_goes_to_the_team() -> None:
    person = somebody()
    said = heard(person, "/mens", "ja", "wat betekent opp?")
    assert said.startswith("🤖")
    assert "OPP" in said


@pytest.mark.parametrize(("at_night", "words"), [(False, "nummer 1 in de rij"), (True, "maandag om 9.00 uur")])
def test_what_is_for_the_team_gets_a_receipt(at_night: bool, words: str) -> None:
    person = somebody(at=FRIDAY_NIGHT) if at_night else somebody()
    assert words in heard(person, "/mens", "ja", "ik wil graag overleggen over mijn zoon")


def test_receipts_differ() -> None:
    person = somebody()
    heard(person, "/mens", "ja")
    said = [heard(person, line) for line in ("hallo?", "ben je daar", "ik wacht", "nog steeds")]
    assert all(first != second for first, second in pairwise(said))
    assert all(said)


def test_a_flow_can_be_walked_meanwhile() -> None:
    person = somebody()
    heard(person, "/mens", "ja", "/start flow_pesten")
    assert "Weet school ervan" in heard(person, "schelden")


def test_the_label_of_a_button_works_meanwhile() -> None:
    person = somebody()
    said = heard(person, "/mens", "ja", "gesprek stoppen")
    assert "gestopt" in said


@pytest.mark.parametrize("at_night", [False, True])
def test_nothing_about_waiting_frightens(at_night: bool) -> None:
    person = somebody(at=FRIDAY_NIGHT) if at_night else somebody()
    said = heard(person, "/mens") + heard(person, "ja") + heard(person, "hallo?")
    person.waits(0.5)
    said += "\n".join(person.said)
    for word in ("niemand voor je", "er is niemand", "Er is nog steeds niemand"):
        assert word not in said
