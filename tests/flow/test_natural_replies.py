"""Choices of flows answered in other words than stand on the buttons: taken as meant, else asked which of two."""

from datetime import date

import pytest

from bot.dialogue.likening import NOTHING, Likening, reread
from bot.flow.answers import Understood, read_answer
from bot.flow.definition import SlotType
from bot.flow.session import read_session
from tests.dialogue.talking import library, somebody
from tests.flow.natural_replies import AFTERWARDS, SEEN, UNSEEN, rows

UNDERSTOOD, WRONG = 0.95, 0.03
UNDERSTOOD_UNSEEN, WRONG_UNSEEN = 0.8, 0.12
"""What was reached on replies that nothing was made for."""
TODAY = date(2026, 11, 23)


def read_as(flow: str, name: str, reply: str) -> tuple[str, ...]:
    """What is taken; two when is asked which of them."""
    slot = next(found for found in library().flows.values() if found.id == flow).slots[name]
    read = reread(library().likening, slot, reply, read_answer(slot, reply, "nl", TODAY), "nl")
    if isinstance(read, Understood):
        return read.value if isinstance(read.value, tuple) else (str(read.value),)
    return read.near or (("",) if not read.doubt else ("doubt",))


@pytest.mark.parametrize(
    ("replies", "understood", "most_wrong"),
    [(SEEN + UNSEEN, UNDERSTOOD, WRONG), (AFTERWARDS, UNDERSTOOD_UNSEEN, WRONG_UNSEEN)],
    ids=["written before", "written afterwards"],
)
def test_natural_replies_are_taken_as_they_are_meant(replies: str, understood: float, most_wrong: float) -> None:
    read = [(row, read_as(*row[:3])) for row in rows(replies)]
    missed = [(row, taken) for row, taken in read if row[3] not in taken]
    wrong = [(row, taken) for row, taken in missed if len(taken) == 1 and taken[0] not in ("", "doubt")]
    assert len(missed) <= (1 - understood) * len(read), missed
    assert len(wrong) <= most_wrong * len(read), wrong


def test_every_choice_of_every_flow_is_in_the_list() -> None:
    """But how long it lasts, how safe it is at home, and the question about danger, which are read in their own way."""
    own_way = {("niet_goed_voelen", "dood"), ("ruzie_thuis", "veilig")}
    choices = {
        (str(flow.id), name)
        for flow in library().flows.values()
        for name, slot in flow.slots.items()
        if slot.type in (SlotType.CHOICE, SlotType.MULTI) and not any(option.days for option in slot.options)
    }
    assert choices - own_way == {(flow, name) for flow, name, _, _ in rows(SEEN + UNSEEN)}


@pytest.mark.parametrize("reply", ["ik weet het echt niet hoor", "laat me met rust", "boeiend zeg", "alles is kut"])
def test_a_question_about_danger_is_never_answered_by_likeness(reply: str) -> None:
    assert read_as("niet_goed_voelen", "dood", reply) != ("nee",)


def test_a_question_at_a_choice_is_a_question() -> None:
    person = somebody()
    person.says("/start flow_pesten")
    person.says("wat betekent opp?")
    session = read_session(person.state.flow)
    assert session is not None
    assert session.slots == {}
    assert "ontwikkelingsperspectief" in "\n".join(person.said)


def test_the_choice_that_was_meant_is_taken_in_the_chat() -> None:
    person = somebody()
    person.says("/start flow_kind_zit_thuis")
    person.says("al drie weken")
    person.says("hij krijgt paniek bij de poort")
    session = read_session(person.state.flow)
    assert session is not None
    assert session.slots["reden"] == "wilniet"


NONSENSE = ("blauw met stippen", "banaan", "lekker patat eten", "asdf qwerty", "ken je die mop", "mijn kat is zwart")


def test_what_is_about_nothing_on_offer_is_hardly_ever_taken() -> None:
    read = [
        (flow.id, name, words, taken)
        for flow in library().flows.values()
        for name, slot in flow.slots.items()
        if slot.type is SlotType.CHOICE and not any(option.takes for option in slot.options)
        for words in NONSENSE
        if len(taken := read_as(flow.id, name, words)) == 1 and taken != ("",)
    ]
    asked = [name for flow in library().flows.values() for name in flow.slots]
    assert len(read) <= 0.1 * len(asked) * len(NONSENSE), read


def test_without_an_encoder_nothing_is_likened() -> None:
    assert Likening().nearest("iets", {"a": ("iets",), "b": ("anders",)}) == NOTHING
