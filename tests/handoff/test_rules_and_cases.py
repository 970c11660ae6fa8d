"""Rules of a team, names of colleagues, and cards for intervision: as values, without a talk around them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.audience import Audience
from bot.domain.effects import Side
from bot.domain.ids import FlowId, HandoffId, Language, StaffKey, VisitorKey
from bot.handoff.alias import alias_for
from bot.handoff.case import NOBODY, CaseCard, CasePart, CaseStage
from bot.handoff.policy import Refusal, called_by_rule, labels, may_transfer, named, whom_to_call
from bot.handoff.record import Album, Alert, Group, Handoff, StaffMember, Status, TrialPass, Weight
from bot.handoff.rules import Rule, fitting, sorted_out
from tests.handoff.test_policy import ANOUK, BRAM, NOW, member, names, room, talk
from tests.handoff.test_transitions import talk as plain_talk

ABOUT = replace(
    talk("t", language="tr"), subjects=("theme:pesten", "flow:gesprek"), audience=Audience.PARENT, labels=("oud",)
)


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (Rule(), True),
        (Rule(themes=("pesten",)), True),
        (Rule(themes=("thuis",)), False),
        (Rule(themes=("thuis", "pesten")), True),
        (Rule(flows=("gesprek",)), True),
        (Rule(flows=("pesten",)), False),
        # A theme or a flow: one of them is enough.
        (Rule(themes=("thuis",), flows=("gesprek",)), True),
        (Rule(audiences=(Audience.PARENT,)), True),
        (Rule(audiences=(Audience.YOUTH,)), False),
        (Rule(languages=("tr", "nl")), True),
        (Rule(languages=("nl",)), False),
        # All of the kinds must fit.
        (Rule(themes=("pesten",), languages=("nl",)), False),
        (Rule(themes=("pesten",), audiences=(Audience.YOUTH,)), False),
        (Rule(themes=("thuis",), audiences=(Audience.PARENT,), languages=("tr",)), False),
        (Rule(themes=("pesten",), audiences=(Audience.PARENT,), languages=("tr",)), True),
    ],
)
def test_which_talks_a_rule_is_about(rule: Rule, fits: bool) -> None:
    assert rule.fits(ABOUT) is fits
    assert fitting([rule], ABOUT) == ((rule,) if fits else ())


def test_labels_and_weight_of_the_rules_in_their_order() -> None:
    rules = (
        Rule(label="een"), Rule(label="niet", languages=("nl",), weight=Weight.LOW), Rule(weight=Weight.HIGH),
        Rule(label="oud"), Rule(label="twee", weight=Weight.LOW), Rule(label="drie"),
    )  # fmt: skip
    sorted_ = sorted_out(rules, ABOUT, 3)
    assert (sorted_.labels, sorted_.weight) == (("oud", "een", "twee"), Weight.HIGH)
    assert sorted_out((), ABOUT, 3) == ABOUT
    assert sorted_out(rules, ABOUT, 9).labels == ("oud", "een", "twee", "drie")


@pytest.mark.parametrize(
    ("status", "claimer", "coordinator", "answer"),
    [
        (Status.WAITING, None, False, None),
        (Status.CLAIMED, ANOUK, False, None),
        (Status.CLAIMED, BRAM, False, Refusal.NOT_YOURS),
        (Status.CLAIMED, BRAM, True, None),
        (Status.CLOSED, ANOUK, True, Refusal.CLOSED),
    ],
)
def test_who_may_give_a_talk_to_somebody_else(
    status: Status, claimer: StaffKey | None, coordinator: bool, answer: Refusal | None
) -> None:
    assert may_transfer(talk("w", status=status, by=claimer), ANOUK, coordinator) is answer


def named_member(key: str, name: str, surname: str = "", *, gone: bool = False) -> StaffMember:
    return replace(member(key), name=name, surname=surname, gone=gone)


def test_everybody_has_a_label_of_their_own() -> None:
    team = room(
        named_member("aaaa", "Anouk"), named_member("bbbb", "Bram", "Jansen"), named_member("cccc", "Bram", "Smit"),
        named_member("dddd", "Eva", "Vos"), named_member("eeee", "Eva", "Vos"),
        named_member("ffff", "Bram", "X", gone=True),
    )  # fmt: skip
    assert labels(team) == {
        "aaaa": "Anouk", "bbbb": "Bram Jansen", "cccc": "Bram Smit", "dddd": "Eva Vos (ddd)", "eeee": "Eva Vos (eee)",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Anouk", "aaaa"), (" @anouk ", "aaaa"), ("ANOU", "aaaa"), ("Bram", None), ("bram j", "bbbb"),
        ("Bram Smit", "cccc"), ("weg", None), ("", None), ("a", None), ("An", None), ("Anna", "gggg"),
    ],
)  # fmt: skip
def test_a_colleague_by_their_name_or_its_beginning(written: str, key: str | None) -> None:
    team = room(
        named_member("aaaa", "Anouk"), named_member("bbbb", "Bram", "Jansen"), named_member("cccc", "Bram", "Smit"),
        named_member("gggg", "Anna"), named_member("hhhh", "Annabel"), named_member("iiii", "Weg", gone=True),
    )  # fmt: skip
    found = named(team, written)
    assert (None if found is None else found.key) == key


@pytest.mark.parametrize(
    ("duty", "has", "called"),
    [(True, 0, ["Anouk"]), (None, 0, ["Anouk"]), (False, 0, []), (True, 1, ["Anouk"]), (True, 2, [])],
)
def test_a_rule_calls_who_is_there_and_has_room(duty: bool | None, has: int, called: list[str]) -> None:
    anouk = replace(named_member("anouk", "Anouk"), on_duty=duty)
    busy = [talk(f"o{number}", status=Status.CLAIMED, by=ANOUK) for number in range(has)]
    team = room(anouk, named_member("bram", "Bram"), *busy)
    rules = (Rule(call=("Anouk", "Niemand", "anouk")), Rule(call=("Bram",), languages=("nl",)))
    assert names(called_by_rule(team, ABOUT, 2, rules)) == called
    # When no rule calls somebody, whoever is there is.
    assert names(whom_to_call(team, ABOUT, 2, rules)) == (called or ["Bram"])


DRAFT = CaseCard(
    id="c", at=datetime(2026, 11, 23, 10, 30, 5, 7, tzinfo=UTC), by=ANOUK, talk=HandoffId("t"), visitor=VisitorKey("p"),
    theme="Pesten", audience=Audience.PARENT,
)  # fmt: skip


def test_the_parts_of_a_card_are_asked_in_order() -> None:
    card, asked = DRAFT, []
    assert (card.number, card.stage) == (0, CaseStage.DRAFT)
    while card.waits_for is not None:
        part = card.waits_for
        asked.append(part)
        card = card.with_part(part, f"over {part}")
    assert asked == list(CasePart)
    assert [card.part(part) for part in CasePart] == [f"over {part}" for part in CasePart]
    skipped = DRAFT.without(CasePart.ASKED)
    assert (skipped.waits_for, skipped.asked) == (CasePart.TRIED, "")


def test_a_card_that_is_shared_leads_back_to_nobody() -> None:
    shared = DRAFT.with_part(CasePart.QUESTION, "Wat nu?").shared(4)
    assert shared == CaseCard(
        id="c", at=datetime(2026, 11, 1, tzinfo=UTC), theme="Pesten", audience=Audience.PARENT, question="Wat nu?",
        stage=CaseStage.SHARED, number=4, by=None, talk=None, visitor=NOBODY, to_ask=(),
    )  # fmt: skip
    assert shared.waits_for is None
    assert DRAFT.thrown_away() == CaseCard(id="c", at=DRAFT.at, stage=CaseStage.GONE)
    assert DRAFT.thrown_away().waits_for is None


def test_a_new_talk_waits_and_nothing_is_said_of_it_yet() -> None:
    new = plain_talk()
    assert isinstance(new, Handoff)
    assert (new.status, new.urgent, new.weight, new.nudges, new.reply_nudged) == (
        Status.WAITING,
        False,
        Weight.NORMAL,
        0,
        False,
    )
    assert (new.rests, new.checked_in, new.left, new.rating, new.albums) == (False, False, False, None, ())
    assert new.language == Language("nl")
    album = Album(name="a", side=Side.PERSON, kind="photo")
    assert (album.asked, album.internal, album.without_captions, album.messages) == (False, False, False, ())
    alert = Alert(
        id="a", at=NOW, level="crisis", category="suicide", audience="", address=new.address, lane=new.lane,
        visitor=new.visitor,
    )  # fmt: skip
    assert (alert.seen_by, alert.raised, alert.times, alert.about_other) == (None, 0, 1, False)
    assert (Group().forum, Group().present, Group().away_since) == (True, True, None)
    played = TrialPass(id="t", flow=FlowId("f"), audience=Audience.YOUTH, language=new.language, until=NOW)
    assert not played.used
    colleague = StaffMember(key=ANOUK, name="Anouk", address=new.address)
    assert (colleague.on_duty, colleague.coordinator, colleague.gone) == (None, False, False)


class Everything(frozenset[str]):
    """All names are taken."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str)


def test_when_every_name_is_taken_a_guest_has_a_number() -> None:
    assert alias_for("x", Everything()) == "Gast 2d711642"
    assert alias_for("x", ()) != alias_for("y", ())
