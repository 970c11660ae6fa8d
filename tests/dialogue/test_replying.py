"""What is typed while something is waited for is the reply to it; nothing is put without end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.choices import Kind
from bot.dialogue.stages.choosing import HANDLERS
from bot.domain.conversation import Awaited, Conversation
from bot.domain.ids import VisitorKey
from bot.flow.session import read_session
from bot.testing.person import OnePerson
from tests.dialogue.talking import heard, somebody

YES = [
    "ja",
    "ja graag",
    "ok",
    "ja hoor doe maar",
    "tuurlijk",
    "👍",
    "1",
    "de eerste",
    "geef maar door",
    "yes please",
    "evet",
    "Ja, doorgeven",
]
NO = [
    "nee",
    "nee joh",
    "neuh",
    "hoeft niet",
    "liever niet",
    "laat maar",
    "👎",
    "toch maar niet",
    "no thanks",
    "hayır",
    "zeker niet",
]
NEITHER = ["misschien", "weet ik niet", "ja maar niet alles", "ja zonder mijn naam", "0612345678", "not sure"]


def passed_on(person: OnePerson) -> bool:
    return any("Wacht" in line for line in person.staff)


def test_every_kind_of_choice_has_one_handler() -> None:
    assert set(HANDLERS) == set(Kind)


@pytest.mark.parametrize("reply", YES)
def test_a_yes_to_passing_on_passes_it_on(reply: str) -> None:
    person = somebody()
    heard(person, "/mens", reply)
    assert passed_on(person)


@pytest.mark.parametrize("reply", NO)
def test_a_no_to_passing_on_does_not(reply: str) -> None:
    person = somebody()
    assert "geef niets door" in heard(person, "/mens", reply)
    assert not person.staff


@pytest.mark.parametrize("reply", NEITHER)
def test_what_is_no_yes_is_no_consent(reply: str) -> None:
    person = somebody()
    heard(person, "/mens")
    put = person.said
    said = heard(person, reply)
    assert not person.staff
    assert "ja of nee" in said
    assert person.said != put
    heard(person, "ja")
    assert passed_on(person)


def test_a_question_in_between_is_answered_and_consent_put_once_more() -> None:
    person = somebody()
    said = heard(person, "/mens", "wat betekent opp?")
    assert "OPP" in said
    assert "Zal ik het doorgeven" in said
    again = heard(person, "wat betekent tlv?")
    assert "Zal ik het doorgeven" not in again
    assert person.state.expects is None or person.state.expects.kind is not Awaited.CONSENT


@pytest.mark.parametrize("reply", ["ja", "ja wis maar", "doe maar", "ok", "1"])
def test_a_yes_to_wiping_wipes(reply: str) -> None:
    assert "gewist" in heard(somebody(), "/wis", reply)


@pytest.mark.parametrize("reply", ["nee", "nee toch niet", "liever niet", "2"])
def test_a_no_to_wiping_wipes_nothing(reply: str) -> None:
    assert "ik wis niets" in heard(somebody(), "/wis", reply)


@pytest.mark.parametrize(
    ("reply", "goes"), [("ja", True), ("ja hoor", True), ("nee", False), ("nee joh", False), ("nee, toch niet", False)]
)
def test_both_answers_to_a_human_at_the_end_of_a_flow_end_it(reply: str, goes: bool) -> None:
    person = somebody()
    heard(person, "/start flow_pesten", "schelden", "nee", "nee", reply)
    assert read_session(person.state.flow) is None
    assert passed_on(person) is goes


def test_the_offer_of_a_human_is_never_put_a_third_time() -> None:
    person = somebody()
    heard(person, "/start flow_pesten", "schelden", "nee", "nee")
    offer = person.said[-1]
    for line in ("hallo?", "blablabla", "wat bedoel je"):
        heard(person, line)
        assert offer not in person.said


def test_a_no_with_a_question_is_both() -> None:
    person = somebody()
    said = heard(person, "/mens", "nee, wat betekent opp?")
    assert "geef niets door" in said
    assert "OPP" in said


def test_a_question_is_passed_on_by_a_typed_yes() -> None:
    person = somebody()
    heard(person, "blablabla zoemzoem")
    assert person.taps("✉️ Geef mijn vraag door")
    assert "Gelukt" in heard(person, "ja hoor")


def talked(person: OnePerson) -> None:
    heard(person, "/mens", "ja")
    assert person.taps("Gesprek stoppen")


@pytest.mark.parametrize(
    ("reply", "mark"), [("5", 5), ("een 8", 4), ("😀", 5), ("heel fijn", 5), ("niet zo goed", 2), ("gaat wel", 3)]
)
def test_a_mark_in_words(reply: str, mark: int) -> None:
    person = somebody()
    talked(person)
    assert "Daar leren we van" in heard(person, reply)
    assert [talk.rating for talk in person.room.handoffs.values()] == [mark]


def test_a_question_after_a_talk_is_no_mark() -> None:
    person = somebody()
    talked(person)
    heard(person, "wat betekent opp?")
    assert [talk.rating for talk in person.room.handoffs.values()] == [None]


def test_a_remark_is_words_and_a_no_is_none() -> None:
    person = somebody()
    talked(person)
    heard(person, "4")
    assert person.taps("✏️ Iets erbij zeggen")
    heard(person, "jullie waren heel aardig voor mij")
    assert any("heel aardig" in line for line in person.staff)
    other = somebody()
    talked(other)
    heard(other, "4")
    assert other.taps("✏️ Iets erbij zeggen")
    heard(other, "nee laat maar")
    assert not other.staff


def test_a_choice_by_place_and_a_yes_to_many() -> None:
    person = somebody()
    heard(person, "hoe vraag ik een tlv aan")
    assert person.state.expects is not None
    labels = [button.label for button in person.buttons]
    if "Geen van deze" in labels:
        assert "Welke bedoel je" in heard(person, "ja")
        assert labels[1] in heard(person, "de tweede")


def test_a_telephone_number_is_no_choice() -> None:
    person = somebody()
    heard(person, "/menu")
    before = person.state.last_entry
    heard(person, "0612345678")
    assert person.state.last_entry == before


def test_an_earlier_version_waited_for_a_remark() -> None:
    state = Conversation.from_json(VisitorKey("v"), '{"remark_on": "abc", "audience": "ouder"}')
    assert state.expects is not None
    assert (state.expects.kind, state.expects.subject) == (Awaited.REMARK, "abc")


REPLIES = [
    *YES,
    *NO,
    *NEITHER,
    "hallo?",
    "terug",
    "stop",
    "blabla",
    "menu",
    "mens",
    "wat betekent opp?",
    "2",
    "de laatste",
    "12 mei",
    "een beetje",
    "waarom",
]
STARTS = ["/mens", "/wis", "/menu", "/start", "/taal", "/start flow_pesten", "/start flow_schorsing", "/start flow_niet_eens_met_school",
          "/start flow_nieuwe_school", "/start flow_behoeften_in_kaart", "/start flow_meedenken", "hoe vraag ik een tlv aan"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), st.lists(st.sampled_from(REPLIES), min_size=1, max_size=8))
def test_no_reply_leads_to_the_message_before_it(start: str, replies: list[str]) -> None:
    person = somebody()
    heard(person, start)
    for reply in replies:
        before = list(person.said)
        heard(person, reply)
        assert not person.said or person.said != before, reply


@pytest.mark.parametrize(
    ("question", "of_its_own"),
    [
        ("ik wil switchen, deze school past niet bij me", True),
        ("de ib'er wil de notities niet laten zien", True),
        ("school doet niks", True),
        ("nee dat zoek ik niet", False),
        ("daar gaat het niet over", False),
        ("dit bedoel ik niet", False),
        ("niet echt", False),
    ],
)
def test_a_not_about_school_is_no_opinion_on_an_answer(question: str, of_its_own: bool) -> None:
    # An opinion is asked now and then: the moment decides.
    person = somebody()
    for greetings in range(40):
        person = somebody()
        heard(person, "/start ouder", *["/help"] * greetings, "bij wie kan ik een klacht indienen over de school")
        if person.state.expects is not None and person.state.expects.kind is Awaited.OPINION:
            break
    else:
        pytest.fail("nobody was asked for an opinion")
    assert ("ernaast" in heard(person, question)) is not of_its_own


@pytest.mark.parametrize("reply", ["ja graag", "doe maar", "ja dat is goed", "tuurlijk"])
@pytest.mark.parametrize(
    "before",
    [
        ("mijn kind durft niet naar school", "hoelang mag dat duren"),
        ("mijn kind durft niet naar school", "meer", "meer"),
        ("zonnepanelen subsidie aanvragen voor mijn dak", "hypotheek oversluiten voor een appartement"),
    ],
)
def test_a_yes_to_a_human_who_can_help_is_a_yes_to_a_human(before: tuple[str, ...], reply: str) -> None:
    person = somebody()
    assert "Een mens" in heard(person, *before)
    heard(person, reply)
    assert person.state.expects is not None
    assert person.state.expects.kind is Awaited.CONSENT
