"""Several messages in a row are one question with one reply; what is whole never waits, and nothing waits for ever."""

from datetime import timedelta

import pytest

from bot.dialogue.gathering import WAITS_FOR
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.ids import MessageId, PressId
from bot.domain.inbound import ChoicePressed, CommandReceived, MessageEdited, WaitExpired
from bot.testing.person import OnePerson
from tests.dialogue.talking import somebody

A_MOMENT = timedelta(seconds=1)


def typing(*lines: str, audience: str | None = "ouder") -> tuple[OnePerson, list[int]]:
    """Somebody who types these lines a second apart, and how many replies each brought at once."""
    person = somebody(audience)
    replies = []
    for line in lines:
        person.now += A_MOMENT
        person.types(line)
        replies.append(len(person.said))
    return person, replies


def silence_ends(person: OnePerson) -> str:
    """The wait is over; what is said then."""
    person.now += WAITS_FOR
    person.happens(WaitExpired(alarm=Alarm(AlarmKind.GATHER)))
    return "\n".join(person.said)


@pytest.mark.parametrize(
    ("audience", "lines", "about"),
    [
        (
            "ouder",
            ("hoi", "ik heb een vraag", "over mijn zoon", "hij zit al 3 weken thuis", "wat moet ik doen"),
            "thuis",
        ),
        ("ouder", ("hallo", "het gaat over een tlv", "hoe vraag je die aan?"), "tlv"),
        ("ouder", ("mijn zoon is...", "geschorst vandaag", "mag dat"), "schors"),
        ("jongere", ("hey", "ze pesten me", "in de klas en", "ook op snap", "wie kan mij helpen?"), "pest"),
        (None, ("hello", "i have a question", "what is a tlv?"), "tlv"),
    ],
)
def test_lines_in_a_row_get_one_reply_that_is_about_all_of_them(
    audience: str | None, lines: tuple[str, ...], about: str
) -> None:
    person, replies = typing(*lines, audience=audience)
    assert replies[:-1] == [0] * (len(lines) - 1)
    assert replies[-1] >= 1
    said = "\n".join([*person.said, *(button.label for button in person.buttons)]).casefold()
    assert any(word in said for word in about.split("|"))
    assert person.state.pending == ()


@pytest.mark.parametrize(
    "line",
    [
        "hoe vraag ik een tlv aan?",
        "mag school mijn kind zomaar schorsen",
        "ik wil een klacht indienen",
        "tlv",
        "help",
        "bedankt",
        "wat betekent opp",
        "ik wil dood",
        "mijn dochter gaat al sinds de herfst niet meer naar school en niemand daar doet iets",
        "stop",
        "terug",
    ],
)
def test_what_is_whole_is_answered_at_once(line: str) -> None:
    _, replies = typing(line)
    assert replies[0] >= 1


@pytest.mark.parametrize("line", ["hoi", "mijn zoon", "ik heb een vraag", "hij is 7", "en toen...", "wat moet ik doen"])
def test_who_stays_alone_is_answered_after_the_wait(line: str) -> None:
    person, replies = typing(line)
    assert replies == [0]
    assert silence_ends(person)
    assert person.buttons
    assert person.state.pending == ()


def test_each_line_begins_the_wait_anew_and_a_late_timer_says_nothing() -> None:
    person, _ = typing("hoi", "hoe vraag ik een tlv aan?")
    assert silence_ends(person) == ""


def test_danger_never_waits_and_the_question_before_it_is_kept_for_later() -> None:
    person, replies = typing("mijn dochter van 8", "ze zegt dat ze dood wil")
    assert replies == [0, 1]
    assert "113" in person.said[0]
    assert person.state.held == "mijn dochter van 8"
    person, replies = typing("hoi", "ik wil dood")
    assert person.state.held == ""


def test_who_presses_a_button_meanwhile_gets_both() -> None:
    person = somebody()
    person.says("/menu")
    choice = next(button.choice for button in person.buttons if button.choice and button.choice.startswith("theme:"))
    person.types("hij is geschorst en")
    person.happens(ChoicePressed(choice=choice, press=PressId("p"), message=None))
    assert len(person.said) == 2
    assert "schors" in person.said[0].casefold()
    assert person.state.pending == ()


@pytest.mark.parametrize("command", ["wis", "weg", "stop", "inzage"])
def test_nothing_that_waits_stays_behind_these(command: str) -> None:
    person, _ = typing("mijn zoon")
    person.happens(CommandReceived(name=command, argument="", message=MessageId(9)))
    assert person.state.pending == ()
    assert silence_ends(person) == ""


def test_small_talk_behind_a_question_is_no_part_of_it() -> None:
    person, replies = typing("mijn zoon is", "geschorst", "laat maar")
    assert replies == [0, 0, 2]
    assert "schors" in person.said[0].casefold()
    assert "schors" not in person.said[1].casefold()


def test_a_line_that_is_changed_while_it_waits_is_read_as_changed() -> None:
    person = somebody()
    person.types("mijn zoon is")
    number = person.state.pending[0].message
    person.happens(MessageEdited(text="mijn zoon is geschorst en", message=number))
    assert person.said == []
    assert "schors" in silence_ends(person).casefold()


def test_a_changed_line_that_turns_out_to_be_danger_does_not_wait() -> None:
    person = somebody()
    person.types("mijn zoon")
    person.happens(MessageEdited(text="ik wil dood", message=person.state.pending[0].message))
    assert "113" in person.said[0]


@pytest.mark.parametrize("reply", ["ja", "nee", "1"])
def test_a_reply_to_what_was_asked_never_waits(reply: str) -> None:
    person = somebody()
    person.says("/mens")
    person.types(reply)
    assert person.said


def test_in_a_flow_nothing_waits() -> None:
    person = somebody()
    person.says("/start flow_gesprek_voorbereiden")
    person.types("de juf")
    assert person.said


def test_when_a_talk_waits_every_line_goes_on_at_once() -> None:
    person = somebody()
    person.says("/mens")
    person.types("ja")
    person.types("hoi")
    assert person.said
    assert person.state.pending == ()


def test_who_they_are_is_heard_in_each_line() -> None:
    person, _ = typing("hoi", "mijn zoon", "van 9", audience=None)
    assert person.state.audience == "ouder"


def test_a_very_long_row_is_answered_in_the_end() -> None:
    _, replies = typing(*["en toen"] * 20)
    assert sum(reply > 0 for reply in replies) >= 2
