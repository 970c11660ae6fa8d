"""The hour after an alarm: fixed replies, ordinary answers wait, and nothing that was asked is lost."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.dialogue.conversing import Conversing
from bot.domain.effects import Relay, SendText
from bot.domain.ids import LaneKey, Language, MessageId, SealedAddress
from bot.domain.inbound import Arrival, Origin, TextReceived
from bot.flow.session import read_session
from bot.safety.lifeline import core_text
from bot.testing.person import OnePerson
from tests.dialogue.talking import heard, somebody

IN_DANGER = "ik wil dood"
QUESTION = "wat is een opp"
SAYS = {
    "durf_niet_bellen": ("ik durf echt niet te bellen", "kan ik ook appen ipv bellen", "bellen vind ik doodeng"),
    "hij_hoort_het": ("hij hoort het dan", "me vader hoort me als ik bel", "ik kan niet praten hij is thuis"),
    "niemand_neemt_op": ("ze nemen niet op", "er neemt nimand op", "krijg steeds voicemail", "nobody picks up"),
    "wat_gebeurt_er": ("wat gebeurt er als ik bel", "wat gebeurt er eigenlijk als ik dat nummer bel"),
    "waar_heen_vannacht": ("waar kan ik vannacht heen", "ik kan niet naar huis", "where can i sleep tonight"),
    "weten_mijn_ouders_dit": ("weten mijn ouders dit nu", "zeg je dit tegen mijn mama"),
    "nee_serieus": ("nee serieus", "geloof je me niet"),
    "ik_heb_gebeld": ("ik heb gebeld", "ok ik heb net 113 gebeld"),
    "gaat_weer": ("het gaat weer", "gaat wel weer hoor", "ben weer rustig"),
    "was_een_grapje": ("was een grapje", "het was maar een grapje joh", "just kidding"),
}
ENDS = ("gaat_weer", "was_een_grapje")


def in_danger(*, language: str = "nl") -> OnePerson:
    person = somebody("jongere", language=language)
    heard(person, IN_DANGER)
    return person


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in SAYS.items() for line in lines])
def test_what_people_say_after_an_alarm_gets_its_own_words(name: str, line: str) -> None:
    person = in_danger()
    found = person.library.crisis.recognise(line)
    assert found is not None
    assert found.id == name
    said = heard(person, line)
    assert said.startswith("**")
    assert (person.state.crisis_until is None) is (name in ENDS)


@pytest.mark.parametrize(
    "line",
    [
        "het gaat niet weer",
        "het gaat weer slecht, ik wil niet meer leven",
        "het was geen grapje",
        "gaat weer mis thuis en niemand gelooft me",
    ],
)
def test_who_is_not_through_is_not_taken_for_it(line: str) -> None:
    person = in_danger()
    heard(person, line)
    assert person.state.crisis_until is not None


@pytest.mark.parametrize("line", ["ja", "nee", "nee joh", "ja hoor", "ok", "👍", "ja graag", "yes", "nope"])
def test_a_bare_yes_or_no_ends_nothing_and_is_no_joke(line: str) -> None:
    person = in_danger()
    heard(person, "hij is weg")
    said = heard(person, line)
    assert "grapje" not in said
    assert person.state.crisis_until is not None


BARE = {
    "zegt_ja": ("ja", "jaa", "ja hoor", "yes", "ja klopt", "evet", "نعم", "tak", "так", "oui", "sí"),
    "zegt_nee": ("nee", "nee joh", "nope", "hayır", "لا", "nie", "ні", "nein", "non"),
}


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in BARE.items() for line in lines])
def test_a_bare_yes_or_no_after_an_alarm_gets_words_of_its_own(name: str, line: str) -> None:
    person = in_danger()
    reply = person.library.crisis.on_a_bare(line)
    assert reply is not None
    assert reply.id == name
    assert {"nl", "en", "tr", "ar", "pl", "uk", "de", "fr", "es"} <= set(reply.text)
    before = heard(person, "hm")
    said = heard(person, line)
    assert "112" in said.splitlines()[0]
    assert "Eerst jij" in before
    assert "Eerst jij" not in said
    assert person.state.crisis_until is not None


def test_yes_and_no_are_told_apart_and_neither_takes_the_other_side_for_granted() -> None:
    assert heard(in_danger(), "ja") != heard(in_danger(), "nee")
    for line in ("ja", "nee"):
        said = heard(in_danger(), line).casefold()
        # It may have been a reply to "ben je veilig?" or to "heb je iets ingenomen?": both are spoken to.
        assert "gevaar" in said
        assert "veilig?" in said
        assert "bel nu 112" in said.replace("*", "")


@pytest.mark.parametrize("lines", [["ja"] * 4, ["nee"] * 4, ["hm"] * 4, ["ja", "ja", "nee", "nee", "hm", "hm"]])
def test_nothing_is_said_twice_in_a_row_in_that_hour(lines: list[str]) -> None:
    person = in_danger()
    said = [heard(person, line) for line in lines]
    for before, after in pairwise(said):
        assert before.splitlines()[0] != after.splitlines()[0]
    assert all("112" in text for text in said)


@pytest.mark.parametrize("line", ["ja ik heb pillen genomen", "nee hij staat voor de deur", "ja maar niet thuis"])
def test_a_yes_or_no_with_more_in_it_is_not_bare(line: str) -> None:
    assert somebody().library.crisis.on_a_bare(line) is None


def test_a_yes_to_a_question_of_ours_is_that_also_after_an_alarm() -> None:
    person = somebody("jongere")
    heard(person, "/mens", IN_DANGER, "/mens")
    said = heard(person, "ja")
    assert "Dank je dat je antwoord geeft" not in said
    assert person.room.live(person.state.visitor) is not None


@pytest.mark.parametrize(
    "line", ["mijn zoon zit al weken thuis", "niemand wil met mij in een groepje", "wat is een tlv"]
)
def test_an_ordinary_sentence_is_none_of_these(line: str) -> None:
    assert "ben je veilig" in heard(in_danger(), line)


def test_danger_that_only_looks_like_one_of_these_gets_its_own_text() -> None:
    person = in_danger()
    said = heard(person, "ik wil slapen en nooit meer wakker worden")
    assert "veilige plek" not in said
    assert "113" in said


def test_ordinary_answers_wait_and_the_question_is_answered_afterwards() -> None:
    person = in_danger()
    said = heard(person, QUESTION)
    assert "112" in said
    assert "OPP" not in said
    assert "bewaar ik" in said
    assert QUESTION in heard(person, "/inzage") or person.files
    heard(person, "en nog iets")
    assert person.taps("Het gaat weer, ga verder")
    assert "ontwikkelingsperspectief" in "\n".join(person.said)
    assert person.state.crisis_until is None
    assert person.state.held == ""
    assert "ontwikkelingsperspectief" in heard(person, QUESTION)


def test_a_yes_after_being_through_goes_on_with_what_waited() -> None:
    person = in_danger()
    heard(person, QUESTION, "het gaat weer")
    assert "ontwikkelingsperspectief" in heard(person, "ja graag")


def test_an_hour_later_everything_is_as_before() -> None:
    person = in_danger()
    person.now += timedelta(minutes=59)
    assert "ontwikkelingsperspectief" not in heard(person, QUESTION)
    person.now += timedelta(minutes=2)
    assert "ontwikkelingsperspectief" in heard(person, QUESTION)


def test_each_alarm_begins_the_hour_anew() -> None:
    person = in_danger()
    person.now += timedelta(minutes=50)
    heard(person, "mijn vader slaat me elke dag")
    person.now += timedelta(minutes=50)
    assert "ontwikkelingsperspectief" not in heard(person, QUESTION)


def test_another_kind_of_danger_gets_its_own_text_at_once() -> None:
    person = in_danger()
    assert "Veilig Thuis" in heard(person, "mijn vader slaat me elke dag")
    assert "Veilig Thuis" not in heard(person, "mijn vader slaat me echt elke dag")[:40]


def test_misread_is_over_at_once() -> None:
    person = in_danger()
    assert person.taps("Ik bedoelde iets anders")
    assert "ontwikkelingsperspectief" in heard(person, QUESTION)


def test_a_human_can_be_asked_for_in_words_and_the_consent_is_read() -> None:
    person = in_danger()
    heard(person, "ik wil met een echt mens praten")
    heard(person, "ja graag")
    assert person.room.live(person.state.visitor) is not None


def test_whoever_chooses_a_subject_goes_on() -> None:
    person = in_danger()
    assert person.taps("Menu")
    assert person.state.crisis_until is not None
    theme = next(button for button in person.buttons if (button.choice or "").startswith("theme:"))
    assert person.taps(theme.label)
    assert person.state.crisis_until is None


def test_a_flow_stands_still_and_asks_whether_to_go_on() -> None:
    person = somebody("jongere")
    flow = next(flow for flow in person.library.flows.values() if flow.id == "gepest")
    heard(person, flow.start_words[0])
    before = read_session(person.state.flow)
    assert before is not None
    heard(person, "ik wil dood", "op school", "al een jaar")
    between = read_session(person.state.flow)
    assert between is not None
    assert between.slots == before.slots
    said = heard(person, "het gaat weer")
    assert "verdergaan met de vragen" in said
    heard(person, "ja")
    after = read_session(person.state.flow)
    assert after is not None
    assert after.slots == before.slots
    assert person.state.crisis_until is None


def test_a_waiting_talk_gets_the_words_too() -> None:
    person = somebody("jongere")
    heard(person, "/mens", "ja", IN_DANGER)
    asked = person.state
    arrival = Arrival(
        origin=Origin(visitor=asked.visitor, address=SealedAddress("-"), lane=LaneKey("-")),
        inbound=TextReceived(text="ze nemen niet op", message=MessageId(99)),
        at=person.now,
        cause="proef:99",
    )
    turn = Conversing(person.library).take_turn(asked, arrival, person.room)
    assert any(isinstance(effect, SendText) and effect.text.startswith("**112**") for effect in turn.effects)
    assert any(isinstance(effect, Relay) and "ze nemen niet op" in effect.html for effect in turn.effects)


ELSEWHERE = {
    "tr": {
        "durf_niet_bellen": "aramaya korkuyorum",
        "hij_hoort_het": "babam beni duyar",
        "niemand_neemt_op": "kimse telefonu açmıyor",
        "wat_gebeurt_er": "ararsam ne olacak",
        "waar_heen_vannacht": "geceyi nerede geçireyim",
        "nee_serieus": "şaka yapmıyorum ki",
        "gaat_weer": "artık daha iyiyim teşekkürler",
        "was_een_grapje": "sadece şakaydı ya",
    },
    "ar": {
        "durf_niet_bellen": "أنا أخاف أن أتصل",
        "niemand_neemt_op": "لا أحد يرد علي",
        "waar_heen_vannacht": "أين أنام هذه الليلة",
        "ik_heb_gebeld": "لقد اتصلت بهم",
        "gaat_weer": "صرت احسن شوي",
    },
    "pl": {
        "durf_niet_bellen": "boję się tam dzwonić",
        "niemand_neemt_op": "nikt tam nie odbiera",
        "weten_mijn_ouders_dit": "czy powiecie o tym rodzicom",
        "gaat_weer": "już trochę lepiej",
    },
    "uk": {
        "hij_hoort_het": "тато мене почує",
        "niemand_neemt_op": "ніхто не бере трубку",
        "ik_heb_gebeld": "я вже подзвонила",
        "gaat_weer": "мені трохи краще",
    },
    "de": {"durf_niet_bellen": "ich trau mich nicht anzurufen", "niemand_neemt_op": "da geht keiner ran"},
    "fr": {"durf_niet_bellen": "j'ose pas appeler", "niemand_neemt_op": "personne répond"},
    "es": {"durf_niet_bellen": "me da miedo llamar", "niemand_neemt_op": "nadie me contesta"},
}


@pytest.mark.parametrize(
    ("language", "name", "line"),
    [(language, name, line) for language, lines in ELSEWHERE.items() for name, line in lines.items()],
)
def test_it_is_understood_in_other_languages(language: str, name: str, line: str) -> None:
    crisis = somebody().library.crisis
    found = crisis.recognise(line)
    assert found is not None
    assert found.id == name
    assert language in found.text


@pytest.mark.parametrize(
    "line",
    [
        "ik voel me niet beter", "i don't feel better", "kendimi daha iyi hissetmiyorum", "şaka değildi",
        "nie czuję się lepiej", "to nie był żart", "мені зовсім не краще", "це не був жарт", "أنا لست أفضل",
        "لم تكن مزحة", "es geht mir nicht besser", "ça va pas mieux", "no estoy mejor", "no era una broma",
    ],
)  # fmt: skip
def test_who_says_the_opposite_is_not_through_in_any_language(line: str) -> None:
    found = somebody().library.crisis.recognise(line)
    assert found is None or not found.ends


@pytest.mark.parametrize(
    "line",
    ["syn jest w domu od tygodni", "çocuğum haftalardır evde", "ابني في البيت منذ أسابيع", "син тижнями сидить удома"],
)
def test_a_question_about_school_is_none_of_these_in_any_language(line: str) -> None:
    assert somebody().library.crisis.recognise(line) is None


def test_a_chosen_language_is_the_only_one_said() -> None:
    person = somebody("ouder", language="tr")
    heard(person, "ölmek istiyorum")
    said = heard(person, "kimse telefonu açmıyor")
    assert said.startswith("**112** her zaman açar.")
    assert "neemt altijd op" not in said


def test_in_a_language_without_the_reply_its_lifeline_comes_first_and_then_the_dutch() -> None:
    person = somebody("ouder", language="so")
    heard(person, "ik wil dood")
    said = heard(person, "nobody picks up")
    assert said.startswith(core_text(Language("so")))
    assert "neemt altijd op" in said


def test_in_another_language_the_lifeline_of_that_language_comes_first() -> None:
    person = somebody("ouder", language="tr")
    heard(person, "ölmek istiyorum")
    said = heard(person, "kimse telefonu açmıyor")
    assert "112" in said.splitlines()[0]


def test_who_goes_on_asking_is_answered_below_the_numbers() -> None:
    person = in_danger()
    heard(person, QUESTION)
    said = heard(person, QUESTION)
    assert person.said[0].startswith("**112**")
    assert "ontwikkelingsperspectief" in said
    assert person.state.crisis_until is not None
    assert any("Het gaat weer" in button.label for button in person.buttons)


def test_nothing_is_said_twice_in_a_row_to_who_talks_about_other_things() -> None:
    person = in_danger()
    before = ""
    for line in ("boeie", "later bro", "wat een dag", "ok", "hmm"):
        said = heard(person, line)
        assert "112" in said, line
        assert said != before, line
        before = said
