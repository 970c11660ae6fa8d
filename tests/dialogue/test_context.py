"""What was said before is leaned on for half an hour: the last answer, the child, who is talking."""

import re
from itertools import pairwise

import pytest

from bot.dialogue.hearing import Role, read_child, read_role
from bot.domain.audience import Audience
from bot.domain.conversation import Child
from bot.domain.ids import FlowId, MessageId
from bot.domain.inbound import CommandReceived
from tests.dialogue.talking import heard, library, somebody

TLV = "/start faq_tlv_wat"


@pytest.mark.parametrize(
    ("follow_up", "words"),
    [
        ("hoe lang duurt dat", "Hoe lang is een TLV geldig"),
        ("wie beslist dat", "Wie regelt het"),
        ("wie doet dat", "Wie regelt het"),
        ("en dan", "En na de TLV"),
        ("kost dat iets", "Wat het kost"),
        ("moet ik tekenen", "Of je moet tekenen"),
        ("geldt dat ook voor mbo", "Of dat daar ook geldt"),
        ("wat bedoel je", "samenwerkingsverband"),
        ("weet je dat zeker", "nagekeken"),
    ],
)
def test_a_short_follow_up_is_about_the_last_answer(follow_up: str, words: str) -> None:
    said = heard(somebody(), TLV, follow_up)
    assert words in said
    assert "TLV" in said


def test_two_follow_ups_do_not_get_the_same_words() -> None:
    person = somebody()
    heard(person, TLV)
    seen = [
        heard(person, follow_up)
        for follow_up in (
            "kost dat iets",
            "moet ik tekenen",
            "geldt dat ook voor mbo",
            "en als hij 19 is",
            "kost dat geld?",
            "wat kost dat",
        )
    ]
    assert all(first != second for first, second in pairwise(seen))


@pytest.mark.parametrize("follow_up", ["hoe lang duurt dat", "wie doet dat", "en als ze dat niet doen"])
def test_after_half_an_hour_nothing_is_leaned_on(follow_up: str) -> None:
    person = somebody()
    heard(person, TLV)
    person.waits(0.6)
    # Word for word what somebody hears who never asked about it.
    newcomer = somebody()
    assert heard(person, follow_up) == heard(newcomer, follow_up)
    assert person.state.last_entry == newcomer.state.last_entry != "tlv_aanvragen"


def test_a_second_hit_says_something_new_and_then_that_there_is_nothing() -> None:
    person = somebody()
    first = heard(person, "wat betekent tlv?")
    second = heard(person, "wat is een tlv")
    third = heard(person, "wat betekent tlv")
    assert "hoort ook bij" in second
    assert "Meer weet ik niet" in third
    assert len({first, second, third}) == 3


@pytest.mark.parametrize(
    ("text", "role", "whole"),
    [
        ("ik ben ouder", Role.PARENT, True), ("Hoi ik ben een moeder van drie kinderen", Role.PARENT, True), ("nee ik ben leerling", Role.YOUTH, True),
        ("ik ben oma", Role.HELPER, True), ("ik ben de buurvrouw", Role.HELPER, True), ("ik werk op een school", Role.PROFESSIONAL, True),
        ("ik ben leerkracht", Role.PROFESSIONAL, True), ("ik ben 14 jaar", Role.YOUTH, True), ("I am a parent", Role.PARENT, True),
        ("mijn zoon zit thuis", Role.PARENT, False), ("onze jongste dochter wordt gepest", Role.PARENT, False), ("mijn kleinzoon zit thuis", Role.HELPER, False),
        ("ik werk op een school hoe vraag ik een tlv aan", Role.PROFESSIONAL, False), ("ik ben een meisje van 14 jaar", Role.YOUTH, True),
        ("ik ben vader van een kind dat wordt gepest", Role.PARENT, False), ("wat kan ik doen, ik ben oma van een kind", Role.HELPER, False),
        ("me juf luistert niet", Role.YOUTH, False), ("ik zit in klas 3", Role.YOUTH, False), ("mijn ouders gaan scheiden", Role.YOUTH, False),
    ],
)  # fmt: skip
def test_who_is_talking(text: str, role: Role, whole: bool) -> None:
    said = read_role(text)
    assert said is not None
    assert (said.role, said.whole) == (role, whole)


@pytest.mark.parametrize("text", ["ik ben 45 jaar", "hoe vraag ik een tlv aan", "ik ben boos", "de juf is ziek", "ja"])
def test_who_is_not_said(text: str) -> None:
    assert read_role(text) is None


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("hij is 12", Child(age=12)), ("mijn dochter van 8 jaar", Child(age=8)), ("zit in groep 5", Child(school="po", group="groep 5")),
        ("klas 2 havo", Child(school="vo", group="klas 2")), ("op het mbo", Child(school="mbo")), ("speciaal basisonderwijs", Child(school="so")),
        ("hij is 3 weken thuis", Child()), ("op 12 mei", Child()), ("ze is bijna 4", Child(age=4)),
    ],
)  # fmt: skip
def test_what_is_said_of_the_child(text: str, child: Child) -> None:
    assert read_child(text, Child()) == child


def test_a_role_in_words_sets_the_audience_and_changes_it() -> None:
    person = somebody(None)
    heard(person, "mijn zoon wordt gepest op school en de juf doet niks")
    assert str(person.state.audience) == "ouder"
    heard(person, "/stop", "ik ben leerling")
    assert str(person.state.audience) == "jongere"
    assert "Ik ben ouder of verzorger" in [button.label for button in person.buttons]
    assert person.taps("Ik ben ouder of verzorger")
    assert str(person.state.audience) == "ouder"


def test_a_parent_on_the_phone_of_a_child_is_answered_as_one_and_may_stay() -> None:
    person = somebody("jongere")
    said = heard(person, "wat is een opp voor mijn zoon?")
    assert said
    assert person.state.audience is Audience.YOUTH
    if not person.state.flow:
        assert "Ik ben ouder of verzorger" in [button.label for button in person.buttons]


def test_what_is_remembered_of_the_child_is_shown_and_wiped() -> None:
    person = somebody()
    heard(person, "mijn dochter van 9 zit in groep 6")
    assert person.state.child == Child(age=9, school="po", group="groep 6")
    person.happens(CommandReceived(name="inzage", argument="", message=MessageId(9)))
    assert person.files
    heard(person, "/wis", "ja")
    assert person.state.child == Child()


@pytest.mark.parametrize("name", sorted(library().flows))
def test_consent_fits_a_phone(name: str) -> None:
    person = somebody(min(library().flows[FlowId(name)].audiences))
    heard(person, f"/start flow_{name}", "/mens")
    assert len(person.said[-1]) <= 350
    assert "Zal ik dit doorgeven?" in person.said[-1]


def test_all_that_happens_is_one_tap_away() -> None:
    person = somebody()
    heard(person, "/mens")
    assert person.taps("Wat gebeurt er precies?")
    assert "112" in person.said[-1]
    heard(person, "ja")
    assert any("Wacht" in line for line in person.staff)


@pytest.mark.parametrize(
    ("follow_up", "words"),
    [
        ("en wie moet ik daar dan voor bellen", "Wie regelt het"),
        ("hoeveel weken mag dat dan duren", "Hoe lang"),
        ("kost dat ons dan nog iets", "Wat het kost"),
        ("mogen ze dat zomaar weigeren", "als het niet gebeurt|weiger"),
        ("moet ik daar iets voor inleveren", "staat niet in mijn antwoord"),
    ],
)
def test_a_follow_up_without_a_subject_is_about_the_last_answer_however_it_is_worded(
    follow_up: str, words: str
) -> None:
    assert re.search(words, heard(somebody(), TLV, follow_up))


def test_a_follow_up_with_a_subject_of_its_own_is_a_question() -> None:
    person = somebody()
    said = heard(person, TLV, "hoe lang mag een schorsing duren")
    assert "geschorst" in " ".join([said, *(button.label for button in person.buttons)])
    assert "TLV" not in said


@pytest.mark.parametrize("line", ["ze is trouwens 9 en zit in groep 6", "mijn zoon is 14", "hij zit op de havo"])
def test_a_fact_about_the_child_is_heard(line: str) -> None:
    said = heard(somebody(), "mag ik het dossier van mijn kind inzien", line)
    assert "Bedoel je" not in said
    assert "Dank je" in said or "**" in said
