"""To be called back, and to leave a message: a number goes to the team after a yes, and with the talk."""

import pytest

from bot.dialogue.cards import card
from bot.dialogue.stages.calling import wishes
from bot.domain.ids import VisitorKey
from bot.handoff.record import Handoff
from bot.handoff.transitions import Event, step
from bot.testing.person import OnePerson
from bot.text.masking import find_phone
from tests.dialogue.talking import FRIDAY_NIGHT, heard, somebody

CALL = "📞 Bel mij terug"


def waiting() -> OnePerson:
    """Somebody in the queue on Friday night."""
    person = somebody("ouder", at=FRIDAY_NIGHT)
    heard(person, "/mens", "ja")
    return person


def talk_of(person: OnePerson) -> Handoff:
    handoff = person.room.live(VisitorKey("proef"))
    assert handoff is not None
    return handoff


def on_the_card(person: OnePerson, handoff: Handoff) -> str:
    return card(person.library, person.room, handoff, person.now)[0]


def test_a_number_is_said_back_and_only_given_after_a_yes() -> None:
    person = waiting()
    assert person.taps(CALL)
    assert "**06-12345678**" in heard(person, "bel maar op 06 1234 5678")
    assert talk_of(person).call_back == ""
    assert person.staff == []
    assert "maandag" in heard(person, "ja hoor")
    assert talk_of(person).call_back == "06-12345678"
    assert "06-12345678" in on_the_card(person, talk_of(person))
    # In the topic only that there is one: the card can be emptied, a line cannot.
    assert all("06-" not in line for line in person.staff)
    assert CALL not in [button.label for button in person.buttons]


@pytest.mark.parametrize("answer", ["nee", "liever niet", "nee toch maar niet"])
def test_a_no_gives_nothing_and_the_place_stays(answer: str) -> None:
    for lines in ([answer], ["0612345678", answer]):
        person = waiting()
        person.taps(CALL)
        heard(person, *lines)
        assert talk_of(person).call_back == ""
        assert "06-" not in on_the_card(person, talk_of(person))


def test_what_is_no_number_goes_to_the_team_and_a_yes_asks_for_the_number() -> None:
    person = waiting()
    person.taps(CALL)
    assert "Typ je het nog een keer" in heard(person, "ja graag")
    assert "telefoonnummer" in heard(person, "06 1234")
    assert "Bewaard voor het team" in heard(person, "ik heb zo'n hoofdpijn van alles")


def test_who_asks_for_it_in_words_is_asked_for_consent_then_for_the_number() -> None:
    person = somebody("ouder", at=FRIDAY_NIGHT)
    assert "Zal ik dit doorgeven" in heard(person, "kunnen jullie mij maandag terugbellen")
    assert "Op welk nummer" in heard(person, "ja")
    assert "Lees ik het goed" in heard(person, "0701234567")


def test_a_message_may_be_left() -> None:
    person = waiting()
    assert person.taps("✉️ Laat een bericht achter")
    assert "maandag" in "\n".join(person.said)
    assert "Bewaard voor het team" in heard(person, "Mijn zoon heeft maandag een gesprek")


def test_while_the_team_is_there_nobody_is_sent_to_the_telephone() -> None:
    person = somebody("ouder")
    heard(person, "/mens", "ja")
    assert CALL not in [button.label for button in person.buttons]


def test_the_number_goes_when_the_talk_closes_and_is_in_the_overview_of_what_is_kept() -> None:
    person = waiting()
    heard(person, "bel mij terug", "0612345678", "ja")
    closed = step(talk_of(person), Event.CLOSE, person.now).handoff
    assert closed.call_back == ""
    assert "06-" not in on_the_card(person, closed)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0612345678", "06-12345678"),
        ("06 12 34 56 78", "06-12345678"),
        ("+31 6 12345678", "06-12345678"),
        ("0031612345678", "06-12345678"),
        ("bel 070-1234567 maar", "0701234567"),
        ("0032 470 12 34 56", "+32470123456"),
        ("061234", None),
        ("ik ben 12", None),
        ("15-12-2026", None),
    ],
)
def test_a_number_is_read_in_each_way_of_writing(text: str, number: str | None) -> None:
    assert find_phone(text) == number


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("bel me terug", True),
        ("bel mij even terug alsjeblieft", True),
        ("kan iemand mij bellen", True),
        ("ik wil graag teruggebeld worden", True),
        ("please call me back", True),
        ("school belt mij nooit terug", False),
        ("de juf zou ons bellen", False),
        ("hij mag mij bellen", False),
        ("ik bel morgen de huisarts", False),
    ],
)
def test_only_a_wish_to_be_called_by_us_counts(text: str, wish: bool) -> None:
    assert wishes(text) is wish


def test_after_an_alarm_a_yes_to_passing_on_is_a_yes() -> None:
    person = somebody("jongere")
    heard(person, "ik wil dood", "ik wil iemand spreken", "ja")
    assert talk_of(person).urgent
