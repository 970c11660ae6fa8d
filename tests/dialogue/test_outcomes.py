"""A survey is counted without whose it is, and its outcome goes back once to who asked for it."""

from datetime import UTC, date, datetime

import pytest

from bot.app.library import load_library
from bot.dialogue.conversing import Conversing
from bot.dialogue.library import Library
from bot.dialogue.turn import Turn
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import Count, SendStaff, SendText
from bot.domain.ids import DUTCH, LaneKey, Language, MessageId, PressId, SealedAddress, StaffKey, VisitorKey
from bot.domain.inbound import (
    Arrival,
    ChoicePressed,
    CommandReceived,
    Inbound,
    Origin,
    StaffCommanded,
    Staffer,
    StaffPressed,
    TextReceived,
)
from bot.domain.question import Participant
from bot.domain.tally import Measure, Tally
from bot.handoff.room import Room

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
ANOUK = Staffer(key=StaffKey("a"), name="Anouk", address=SealedAddress("x"))


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(None)


def turn(library: Library, inbound: Inbound, room: Room, visitor: str = "", state: Conversation | None = None) -> Turn:
    origin = Origin(visitor=VisitorKey(visitor), address=SealedAddress("sealed"), lane=LaneKey("lane"), language=DUTCH)
    before = state or Conversation(visitor=VisitorKey(visitor))
    return Conversing(library).take_turn(before, Arrival(origin=origin, inbound=inbound, at=NOW, cause="c"), room)


def filled_in(library: Library, last: str) -> Turn:
    """Somebody who fills in the survey to its end."""
    state = Conversation(visitor=VisitorKey("v"), audience=Audience.PARENT, language=DUTCH)
    start = CommandReceived(name="start", argument="flow_meedenken", message=MessageId(1))
    done = turn(library, start, Room(), "v", state)
    for answer in ("hulp krijgen", "7", "een rustige plek", last):
        done = turn(library, TextReceived(text=answer, message=MessageId(2)), Room(), "v", done.conversation)
    yes = next(offer.choice for offer in done.conversation.offers if offer.label == "Dit klopt")
    return turn(library, ChoicePressed(choice=yes, press=PressId("p"), message=None), Room(), "v", done.conversation)


def test_answers_are_counted_and_free_words_are_not(library: Library) -> None:
    done = filled_in(library, "nee")
    counted = {effect.name for effect in done.effects if isinstance(effect, Count) and effect.measure is Measure.SURVEY}
    assert counted == {"meedenken/thema/hulp", "meedenken/cijfer/7"}
    assert done.room is None


def test_who_wants_to_hear_it_is_remembered(library: Library) -> None:
    done = filled_in(library, "ja")
    assert done.room is not None
    (participant,) = done.room.participants.values()
    assert (participant.flow, participant.visitor, participant.heard) == ("meedenken", "v", False)


def answered(value: str, count: int, slot: str = "thema") -> Tally:
    return Tally(week=date(2026, 11, 16), measure=Measure.SURVEY, name=f"meedenken/{slot}/{value}", count=count)


def waiting(number: int, visitor: str, language: str = "nl") -> Participant:
    return Participant(
        id=f"p{number}", flow="meedenken", visitor=VisitorKey(visitor), address="sealed", lane=f"lane-{visitor}",
        language=Language(language), audience="ouder", at=NOW,
    )  # fmt: skip


def test_the_outcome_goes_back_once_to_who_asked(library: Library) -> None:
    people = [waiting(1, "een"), waiting(2, "twee", "en"), waiting(3, "een")]
    room = Room(
        tallies=(answered("hulp", 12), answered("school", 9), answered("vinden", 2), answered("anders", 8)),
        participants={person.id: person for person in people},
    )
    asked = StaffCommanded(staff=ANOUK, topic=None, message=MessageId(1), name="uitslag", argument="")
    (shown,) = [effect for effect in turn(library, asked, room).effects if isinstance(effect, SendStaff)]
    assert "Hulp krijgen: 12" in shown.text
    # Two is hidden, and with it what would tell that it is two.
    assert "Informatie vinden: –" in shown.text
    (button,) = shown.buttons[0]
    assert "2 deelnemers" in button.label
    press = StaffPressed(staff=ANOUK, topic=None, message=None, choice=button.choice or "", press=PressId("p"))
    sent = turn(library, press, room)
    told = [effect for effect in sent.effects if isinstance(effect, SendText)]
    assert sorted(str(effect.to.visitor) for effect in told if effect.to) == ["een", "twee"]
    assert any("Getting help: 12" in effect.text for effect in told)
    assert sent.room is not None
    again = turn(library, press, sent.room)
    assert not [effect for effect in again.effects if isinstance(effect, SendText)]


def test_too_few_answers_show_nothing(library: Library) -> None:
    asked = StaffCommanded(staff=ANOUK, topic=None, message=MessageId(1), name="uitslag", argument="")
    effects = turn(library, asked, Room(tallies=(answered("hulp", 4),))).effects
    assert ["nog geen 5 antwoorden" in effect.text for effect in effects if isinstance(effect, SendStaff)] == [True]
