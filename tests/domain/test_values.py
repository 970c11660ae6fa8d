"""The shared words: what is written down reads back, and the small reckonings in them."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.audience import Audience
from bot.domain.colours import contrast, ink_on, is_colour
from bot.domain.conversation import Awaited, Child, Conversation, Expectation, Offer, Piece, Said
from bot.domain.deeplinks import deep_link, is_bot_name
from bot.domain.effects import Priority
from bot.domain.errors import ContentError, SettingsError, SteunpuntError, StoreUnavailable, UnreadableUpdate
from bot.domain.ids import EntryId, Language, MessageId, VisitorKey
from bot.domain.question import Participant
from bot.domain.tally import MINUTE_STEPS, minute_step, week_of

PERSON = VisitorKey("p")
FULL = Conversation(
    visitor=PERSON, audience=Audience.YOUTH, language=Language("en"),
    written=Language("pl"), last_entry=EntryId("tlv"),
    offers=(Offer(label="Ja", choice="ja"), Offer(label="Nee", choice="nee")), misses=3, gone=True, alarm="crisis",
    alarm_said_at=datetime(2026, 11, 23, 10, tzinfo=UTC), flow="{}", last_question=MessageId(9), unanswered="vraag é",
    missed="none", asked_opinion=True,
    just_said=(Said(text="ik wil", at=datetime(2026, 11, 23, 10, tzinfo=UTC)),), trial="{}", album="a1",
    expects=Expectation(kind=Awaited.REMARK, yes="a", no="b", again="c", subject="h1", put=1),
    child=Child(age=9, school="po", group="groep 5"),
    heard_at=datetime(2026, 11, 23, 10, tzinfo=UTC), told=("answer", "0"),
    others=(EntryId("opp"),), subjects=(EntryId("opp"),), said="0123456789ab", alarm_category="suicide",
    crisis_until=datetime(2026, 11, 23, 11, tzinfo=UTC), held="wat is een opp",
    pending=(Piece(text="mijn zoon", message=MessageId(4)),),
)  # fmt: skip


def test_a_conversation_reads_back_as_it_was() -> None:
    assert Conversation.from_json(PERSON, FULL.to_json()) == FULL
    assert "é" in FULL.to_json()
    empty = Conversation(visitor=PERSON)
    assert Conversation.from_json(PERSON, empty.to_json()) == empty


def test_what_an_earlier_version_wrote_is_read_with_what_is_usual() -> None:
    assert Conversation.from_json(PERSON, "{}") == Conversation(visitor=PERSON)


@pytest.mark.parametrize("field", sorted(json.loads(FULL.to_json())))
def test_each_field_is_read_by_itself(field: str) -> None:
    alone = Conversation.from_json(PERSON, json.dumps({field: json.loads(FULL.to_json())[field]}))
    assert getattr(alone, field) == getattr(FULL, field)
    assert [
        other
        for other in json.loads(FULL.to_json())
        if getattr(alone, other) != getattr(Conversation(visitor=PERSON), other)
    ] == [field]


@pytest.mark.parametrize(
    ("minutes", "step"),
    [
        (0, "1"),
        (1, "1"),
        (1.01, "2"),
        (3, "3"),
        (4, "5"),
        (8, "10"),
        (61, "90"),
        (2880, "2880"),
        (2880.5, "2881"),
        (9e9, "2881"),
    ],
)
def test_a_time_falls_in_the_step_that_holds_it(minutes: float, step: str) -> None:
    assert minute_step(minutes) == step


def test_the_steps_go_up_to_two_days() -> None:
    assert MINUTE_STEPS == (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880)


@given(st.dates(min_value=date(2000, 1, 3)))
def test_a_week_begins_on_its_monday(day: date) -> None:
    monday = week_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


def test_a_moment_falls_in_the_week_of_its_own_clock() -> None:
    east = timezone(timedelta(hours=1))
    assert week_of(datetime(2026, 11, 23, 0, 30, tzinfo=east)) == date(2026, 11, 23)
    assert week_of(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("a_bot", True), ("abot", False), ("bot", False), ("aabot", True), ("SteunpuntBOT", True), ("steunpunt", False),
        ("1steunbot", False),
        ("_aabot", False), ("a" * 29 + "bot", True), ("a" * 30 + "bot", False), ("a-aabot", False),
        ("@steunpuntbot", False), ("steunpuntbot ", False),
    ],
)  # fmt: skip
def test_the_name_of_a_bot(name: str, good: bool) -> None:
    assert is_bot_name(name) is good


@pytest.mark.parametrize(
    ("payload", "good"), [("a", True), ("a" * 64, True), ("a" * 65, False), ("", False), ("a b", False)]
)
def test_a_link_holds_what_telegram_takes(payload: str, good: bool) -> None:
    if good:
        assert deep_link("steunpuntbot", payload) == f"https://t.me/steunpuntbot?start={payload}"
    else:
        with pytest.raises(SettingsError, match="past niet in een link"):
            deep_link("steunpuntbot", payload)
    with pytest.raises(SettingsError, match="geen gebruikersnaam"):
        deep_link("steunpunt", payload)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("#17495c", True),
        ("#ABCDEF", True),
        ("17495c", False),
        ("#17495", False),
        ("#17495cc", False),
        ("#17495g", False),
    ],
)
def test_a_colour(text: str, good: bool) -> None:
    assert is_colour(text) is good


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        # Well-known ratios, and the darkest greys on both sides of the bend in the curve.
        ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#808080", "#ffffff", 3.95),
        ("#ff0000", "#ffffff", 4.0), ("#00ff00", "#ffffff", 1.37), ("#0000ff", "#ffffff", 8.59),
        ("#0a0a0a", "#000000", 1.06),
        ("#0b0b0b", "#0a0a0a", 1.01), ("#123456", "#123456", 1.0),
    ],
)  # fmt: skip
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("paper", "ink"), [("#ffffff", "#111111"), ("#000000", "#ffffff"), ("#f6c667", "#111111"), ("#17495c", "#ffffff")]
)
def test_ink_that_reads_best(paper: str, ink: str) -> None:
    assert ink_on(paper) == ink


def test_danger_is_delivered_first_and_what_is_for_many_last() -> None:
    names = ["CRISIS", "RELAY", "ANSWER", "HANDOFF", "STATUS", "BULK"]
    assert [priority.name for priority in sorted(Priority)] == names


@pytest.mark.parametrize("error", [SettingsError, ContentError, UnreadableUpdate, StoreUnavailable])
def test_every_error_of_the_house_can_be_caught_as_one(error: type[Exception]) -> None:
    assert issubclass(error, SteunpuntError)


def test_who_heard_the_outcome_hears_it_once() -> None:
    one = Participant(id="1", flow="f", visitor=PERSON, address="a", lane="l", language=Language("nl"),
                      audience="ouder", at=datetime(2026, 11, 23, tzinfo=UTC))  # fmt: skip
    assert not one.heard
    assert one.told().heard
    assert one.told().id == "1"
