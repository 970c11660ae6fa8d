"""Who may do what and who goes first, rule by rule."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import HandoffId, LaneKey, Language, MessageId, SealedAddress, StaffKey, TopicId, VisitorKey
from bot.handoff.alias import alias_for
from bot.handoff.policy import Refusal, coordinators, may_claim, may_close, may_speak, on_duty, whom_to_call
from bot.handoff.record import Block, Handoff, StaffMember, Status
from bot.handoff.room import Room

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ANOUK, BRAM = StaffKey("anouk"), StaffKey("bram")
WAITING, CLAIMED, CLOSED = Status


def talk(name: str, *, waits: int = 0, status: Status = WAITING, by: StaffKey | None = None, urgent: bool = False,
         language: str = "nl", theme: str = "", visitor: str = "", topic: int | None = None) -> Handoff:  # fmt: skip
    return Handoff(
        id=HandoffId(name), alias=name, visitor=VisitorKey(visitor or name), address=SealedAddress(""),
        lane=LaneKey(""), audience=None, language=Language(language), asked_at=NOW - timedelta(minutes=waits),
        status=status, claimer=by, urgent=urgent, theme=theme, topic=None if topic is None else TopicId(topic),
    )  # fmt: skip


def member(name: str, *, duty: bool | None = True, coordinator: bool = False, languages: tuple[str, ...] = (),
           themes: tuple[str, ...] = ()) -> StaffMember:  # fmt: skip
    return StaffMember(key=StaffKey(name), name=name, address=SealedAddress(""), on_duty=duty,
                       coordinator=coordinator, languages=languages, themes=themes)  # fmt: skip


def room(*records: Handoff | StaffMember | Block) -> Room:
    made = Room()
    for record in records:
        made = made.keep(record)
    return made


def names(found: tuple[StaffMember, ...]) -> list[str]:
    return [colleague.name for colleague in found]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_danger_goes_first_and_then_who_waits_longest_whatever_they_are_called(order: tuple[int, ...]) -> None:
    letters = ["abcd"[place] for place in order]
    late, long, danger, danger_long = (
        talk(letters[0], waits=1), talk(letters[1], waits=90),
        talk(letters[2], waits=2, urgent=True), talk(letters[3], waits=30, urgent=True),
    )  # fmt: skip
    made = room(
        late, long, danger, danger_long, talk("x", waits=99, status=CLAIMED), talk("y", waits=99, status=CLOSED)
    )
    assert made.queue() == (danger_long, danger, long, late)
    assert [made.place_in_queue(waiting) for waiting in (danger_long, danger, long, late)] == [1, 2, 3, 4]
    assert made.place_in_queue(made.handoffs[HandoffId("x")]) == 0


def test_who_asked_at_the_same_moment_keeps_one_order() -> None:
    first, second = talk("a"), talk("b")
    assert room(first, second).queue() == room(second, first).queue() == (first, second)


@pytest.mark.parametrize(
    ("status", "claimer", "has", "most", "urgent", "answer"),
    [
        (WAITING, None, 0, 2, False, None),
        (WAITING, None, 1, 2, False, None),
        (WAITING, None, 2, 2, False, Refusal.TOO_MANY),
        (WAITING, None, 3, 2, False, Refusal.TOO_MANY),
        (WAITING, None, 2, 2, True, None),
        (WAITING, None, 0, 1, False, None),
        (WAITING, None, 1, 1, False, Refusal.TOO_MANY),
        (CLAIMED, ANOUK, 0, 2, False, Refusal.YOURS_ALREADY),
        (CLAIMED, BRAM, 0, 2, False, Refusal.TAKEN),
        (CLAIMED, BRAM, 0, 2, True, Refusal.TAKEN),
        (CLOSED, ANOUK, 0, 2, False, Refusal.CLOSED),
        (CLOSED, None, 0, 2, True, Refusal.CLOSED),
    ],
)
def test_who_may_claim(
    status: Status, claimer: StaffKey | None, has: int, most: int, urgent: bool, answer: Refusal | None
) -> None:
    wanted = talk("w", status=status, by=claimer, urgent=urgent)
    others = [talk(f"o{number}", status=CLAIMED, by=ANOUK) for number in range(has)]
    # What is closed, waits or is somebody else's does not count.
    noise = [talk("n1", status=CLOSED, by=ANOUK), talk("n2"), talk("n3", status=CLAIMED, by=BRAM)]
    assert may_claim(room(*others, *noise), wanted, ANOUK, most) is answer


@pytest.mark.parametrize(
    ("status", "claimer", "speak", "close", "close_as_coordinator"),
    [
        (WAITING, None, Refusal.NOT_CLAIMED, None, None),
        (CLAIMED, ANOUK, None, None, None),
        (CLAIMED, BRAM, Refusal.NOT_YOURS, Refusal.NOT_YOURS, None),
        (CLOSED, ANOUK, Refusal.CLOSED, Refusal.CLOSED, Refusal.CLOSED),
        (CLOSED, BRAM, Refusal.CLOSED, Refusal.CLOSED, Refusal.CLOSED),
    ],
)
def test_who_may_speak_and_close(
    status: Status,
    claimer: StaffKey | None,
    speak: Refusal | None,
    close: Refusal | None,
    close_as_coordinator: Refusal | None,
) -> None:
    about = talk("w", status=status, by=claimer)
    assert may_speak(about, ANOUK) is speak
    assert may_close(about, ANOUK, coordinator=False) is close
    assert may_close(about, ANOUK, coordinator=True) is close_as_coordinator


def test_only_who_said_so_is_on_duty() -> None:
    assert names(on_duty(room(member("a"), member("b", duty=False), member("c", duty=None)))) == ["a"]


@pytest.mark.parametrize(
    ("language", "theme", "called"),
    [
        ("tr", "", ["all", "turks", "recht"]),
        ("nl", "", ["all", "recht"]),
        ("nl", "Recht op school", ["all", "recht"]),
        ("nl", "Pesten", ["all"]),
        ("tr", "Pesten", ["all", "turks"]),
    ],
)
def test_who_fits_in_language_and_theme_is_called(language: str, theme: str, called: list[str]) -> None:
    made = room(member("all"), member("turks", languages=("tr", "en")), member("recht", themes=("rECHT", "geld")))
    assert names(whom_to_call(made, talk("w", language=language, theme=theme), 2)) == called


def test_when_nobody_fits_everybody_free_is_called() -> None:
    made = room(member("turks", languages=("tr",)), member("weg", duty=False))
    assert names(whom_to_call(made, talk("w"), 2)) == ["turks"]
    assert whom_to_call(room(member("weg", duty=False)), talk("w"), 2) == ()


@pytest.mark.parametrize(("has", "called"), [(0, ["anouk"]), (1, ["anouk"]), (2, []), (3, [])])
def test_who_is_full_is_not_called(has: int, called: list[str]) -> None:
    made = room(member("anouk"), *(talk(f"o{number}", status=CLAIMED, by=ANOUK) for number in range(has)))
    assert names(whom_to_call(made, None, 2)) == called
    assert names(whom_to_call(made, talk("w"), 2)) == called


def test_the_coordinators_are_called_and_without_one_everybody() -> None:
    assert names(coordinators(room(member("a"), member("b", coordinator=True, duty=False)))) == ["b"]
    assert names(coordinators(room(member("a"), member("b", duty=False)))) == ["a", "b"]
    assert coordinators(Room()) == ()


def test_the_live_talk_of_somebody_goes_before_closed_ones_and_else_the_one_closed_last() -> None:
    early = replace(talk("e", waits=300, status=CLOSED, visitor="p"), closed_at=NOW - timedelta(minutes=200))
    late = replace(talk("l", waits=400, status=CLOSED, visitor="p"), closed_at=NOW - timedelta(minutes=100))
    live = talk("z", waits=500, visitor="p")
    other = talk("o", visitor="q")
    assert room(late, early, other).of(VisitorKey("p")) == late
    assert room(late, early, other).live(VisitorKey("p")) is None
    assert room(late, live, early, other).of(VisitorKey("p")) == live
    assert room(late, live, early, other).live(VisitorKey("p")) == live
    assert room(other).of(VisitorKey("p")) is None
    assert room(other).live(VisitorKey("p")) is None


def test_a_talk_is_found_by_its_topic_and_else_by_what_is_replied_to() -> None:
    links = {MessageId(50): HandoffId("b"), MessageId(51): HandoffId("weg")}
    made = replace(room(talk("a", topic=7), talk("b", topic=8)), links=links)
    a, b = made.handoffs[HandoffId("a")], made.handoffs[HandoffId("b")]
    assert made.at(TopicId(7), None) == a
    assert made.at(TopicId(7), MessageId(50)) == a
    assert made.at(TopicId(9), MessageId(50)) == b
    assert made.at(None, MessageId(50)) == b
    assert made.at(None, MessageId(51)) is None
    assert made.at(None, MessageId(52)) is None
    assert made.at(None, None) is None


@pytest.mark.parametrize(("minutes", "holds"), [(1, True), (0, False), (-1, False)])
def test_a_block_holds_until_its_moment(minutes: int, holds: bool) -> None:
    block = Block(visitor=VisitorKey("p"), until=NOW + timedelta(minutes=minutes), reason="", by=ANOUK)
    assert room(block).blocked(VisitorKey("p"), NOW) == (block if holds else None)
    assert room(block).blocked(VisitorKey("q"), NOW) is None


def test_what_is_live_and_where_a_talk_is() -> None:
    assert [talk("a", status=status).live for status in (WAITING, CLAIMED, CLOSED)] == [True, True, False]
    made = replace(talk("a", topic=7), topic_key="sleutel")
    assert (made.place.topic, made.place.opened_by) == (7, "")
    assert (replace(made, topic=None).place.topic, replace(made, topic=None).place.opened_by) == (None, "sleutel")
    assert made.origin.visitor == made.visitor
    assert made.origin.language == "nl"


def test_aliases_are_made_of_all_words_with_a_number_of_two_digits() -> None:
    made = [alias_for(str(seed), ()).rsplit(" ", 1) for seed in range(3000)]
    numbers = {int(number) for _, number in made}
    assert numbers == set(range(10, 100))
    assert len({words for words, _ in made}) == 16 * 30


@given(st.text(min_size=1, max_size=20))
def test_a_taken_alias_gives_way_and_when_all_are_taken_there_is_still_a_name(seed: str) -> None:
    class Everything(frozenset[str]):
        def __contains__(self, name: object) -> bool:
            return not str(name).startswith("Gast")

    first = alias_for(seed, ())
    assert alias_for(seed, {first}) != first
    assert alias_for(seed, Everything()) == alias_for(seed, Everything())
    assert alias_for(seed, Everything()).startswith("Gast ")
    assert len(alias_for(seed, Everything())) == len("Gast ") + 8
