"""What somebody writes in is followed; what they chose goes first, and danger keeps its own rules."""

from dataclasses import replace

import pytest

from bot.dialogue.library import Library, OtherLanguage
from bot.domain.conversation import Conversation
from bot.domain.ids import Language, MessageId, VisitorKey
from bot.domain.inbound import TextReceived
from tests.dialogue.test_conversing import Talk, labels, library

__all__ = ["library"]
TURKISH = "çocuğum okula gitmek istemiyor ne yapmalıyım"
GERMAN = "mein Kind wird in der Schule jeden Tag gemobbt"


@pytest.fixture
def desk(library: Library) -> Library:
    """With a paragraph in German."""
    german = OtherLanguage(id=Language("de"), names=("Deutsch", "duits"), text="Hallo von {steunpunt}. 112.")
    return replace(library, other_languages={german.id: german})


@pytest.mark.parametrize(
    ("text", "language", "menu"),
    [
        (TURKISH, "tr", "Menü"),
        ("Moje dziecko nie chce chodzić do szkoły i nie wiem co robić", "pl", "Menu"),
        ("ابني لا يريد الذهاب إلى المدرسة منذ أسابيع", "ar", "القائمة"),
        ("моя дитина вже тиждень не хоче ходити до школи, що мені робити", "uk", "Меню"),
    ],
)
def test_a_written_language_is_answered_in_with_one_tap_back(
    desk: Library, text: str, language: str, menu: str
) -> None:
    talk = Talk(desk)
    said = talk.says(text)
    assert talk.state.written == language
    assert talk.state.language is None
    assert "/taal" in said.text
    assert labels(said).count("Nederlands") == 1
    assert menu in labels(talk.commands("help"))
    assert "/taal" not in talk.says(f"{text}?").text
    talk.says("Nederlands")
    assert talk.state.language == "nl"
    talk.says(text)
    assert "Menu" in labels(talk.commands("help"))


def test_a_short_dutch_word_after_it_stays_in_the_language_and_a_dutch_sentence_goes_back(desk: Library) -> None:
    talk = Talk(desk)
    talk.says(TURKISH)
    assert "Menü" in labels(talk.says("tlv?"))
    assert "Menu" in labels(talk.says("mijn zoon zit al weken thuis en gaat niet meer naar school"))
    assert talk.state.written == "nl"


@pytest.mark.parametrize(
    "text", ["ok bye", "mijn zoon zit al weken thuis", "tlv", "hoe vraag ik een tlv aan", "ja graag", "😀"]
)
def test_dutch_and_what_is_too_short_changes_nothing(desk: Library, text: str) -> None:
    talk = Talk(desk)
    talk.says(text)
    assert talk.state.written is None


def test_danger_is_still_said_in_the_usual_language_beside_the_written_one(desk: Library) -> None:
    talk = Talk(desk)
    talk.says(TURKISH)
    said = talk.says("ik wil dood")
    assert "113" in said.text
    assert "Bel" in said.text


def test_a_language_without_answers_gets_its_paragraph_once_and_two_languages_to_choose(desk: Library) -> None:
    talk = Talk(desk)
    said = talk.hears(TextReceived(text=GERMAN, message=MessageId(1)))
    assert said[0].text == "Hallo von Steunpunt Test. 112."
    assert labels(said[0])[:2] == ["Nederlands", "English"]
    assert len(said) > 1
    assert "Hallo von" not in talk.says(f"{GERMAN} und ich auch").text
    talk.says("English")
    assert talk.state.language == "en"


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("in het engels graag", "en"), ("kan dit in het turks?", "tr"), ("Türkçe lütfen", "tr"), ("liever pools", "pl"),
        ("can we speak arabic please", "ar"), ("in english please", "en"), ("po polsku proszę", "pl"),
        ("kun je in het oekraïens antwoorden", "uk"),
    ],
)  # fmt: skip
def test_a_language_is_asked_for_in_a_few_words(desk: Library, typed: str, language: str) -> None:
    talk = Talk(desk)
    talk.says(typed)
    assert talk.state.language == language


def test_a_language_without_answers_is_asked_for_by_name(desk: Library) -> None:
    for typed in ("Deutsch", "in het duits graag"):
        assert Talk(desk).says(typed).text.startswith("Hallo von")
    assert Talk(desk).commands("taal", "de").text.startswith("Hallo von")


def test_the_state_remembers_it() -> None:
    state = Conversation(visitor=VisitorKey("v"), written=Language("tr"))
    assert Conversation.from_json(state.visitor, state.to_json()) == state
