"""Six languages to choose from: by button, command, name or link; what is missing is said so, never half."""

import pytest

from bot.dialogue.library import Library
from bot.text.localising import fitting
from tests.dialogue.test_conversing import Talk, labels, library

__all__ = ["library"]
MENU = {"nl": "Menu", "en": "Menu", "tr": "Menü", "ar": "القائمة", "pl": "Menu", "uk": "Меню"}
CHOSEN = {
    "nl": "verder in het Nederlands",
    "en": "go on in English",
    "tr": "Türkçe devam",
    "ar": "نكمل بالعربية",
    "pl": "dalej po polsku",
    "uk": "далі українською",
}


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("Türkçe", "tr"), ("turkce", "tr"), ("Turks", "tr"), ("العربية", "ar"), ("arabisch", "ar"), ("POLSKI", "pl"),
        ("pools!", "pl"), ("Українська", "uk"), ("Oekraïens", "uk"), ("Engels", "en"), ("nederlands", "nl"),
    ],
)  # fmt: skip
def test_a_language_is_chosen_by_its_name(library: Library, typed: str, language: str) -> None:
    talk = Talk(library)
    assert CHOSEN[language] in talk.says(typed).text
    assert talk.state.language == language
    assert CHOSEN[language] in Talk(library).commands("taal", typed).text


@pytest.mark.parametrize("language", list(CHOSEN))
def test_a_language_is_chosen_by_command_and_by_link(library: Library, language: str) -> None:
    assert CHOSEN[language] in Talk(library).commands("taal", language).text
    talk = Talk(library)
    assert CHOSEN[language] in talk.commands("start", language).text
    assert MENU[language] in labels(talk.commands("help"))


@pytest.mark.parametrize(
    "typed", ["mijn dochter spreekt turks", "engels is moeilijk", "ik wil arabisch leren op school"]
)
def test_a_language_inside_a_sentence_is_not_a_choice(library: Library, typed: str) -> None:
    talk = Talk(library)
    talk.says(typed)
    assert talk.state.language is None


def test_an_answer_that_is_not_translated_says_so_in_one_sentence(library: Library) -> None:
    talk = Talk(library)
    talk.commands("taal", "tr")
    said = talk.commands("start", "faq_thuis").text
    assert said.startswith("Bu cevap henüz Türkçe değil.")
    for language in ("nl", "en"):
        talk.commands("taal", language)
        assert talk.commands("start", "faq_thuis").text.startswith("**")


@pytest.mark.parametrize(
    ("forms", "language", "expected"),
    [
        ({"nl": "a", "en": "b"}, "tr", "b"),
        ({"nl": "a", "en": "b", "tr": "c"}, "tr", "c"),
        ({"nl": "a"}, "tr", "a"),
        ({"nl": "a", "en": "b", "en@jongere": "c"}, "tr", "c"),
        ({"nl": "a", "nl@jongere": "d"}, "en", "d"),
        ({"en": "b"}, "nl", "b"),
        ({"nl": "a", "en": "b"}, "nl", "a"),
    ],
)
def test_what_is_missing_falls_back_to_english_and_then_to_dutch(
    forms: dict[str, str], language: str, expected: str
) -> None:
    assert fitting(forms, language, "jongere") == expected
