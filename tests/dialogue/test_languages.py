"""Six languages to choose from: by button, command, name or link; what is missing is said so, never half."""

from dataclasses import replace

import pytest

from bot.dialogue.library import Library
from bot.domain.ids import EntryId, Language
from bot.text.localising import fitting
from tests.dialogue.talking import heard, somebody
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


@pytest.mark.parametrize("language", ["en", "tr", "ar", "pl", "uk"])
def test_a_link_leads_to_a_place_in_a_language(library: Library, language: str) -> None:
    talk = Talk(library)
    human = library.texts.say("button-human", Language(language))
    assert human in labels(talk.commands("start", f"ouder-{language}"))
    assert (talk.state.language, talk.state.audience) == (language, "ouder")
    talk = Talk(library)
    talk.commands("start", f"faq_thuis-{language}")
    assert (talk.state.language, talk.state.last_entry) == (language, "thuis")


def test_a_link_in_a_language_that_is_not_offered_leads_to_its_place(library: Library) -> None:
    talk = Talk(library)
    talk.commands("start", "jongere-xx")
    assert (talk.state.language, talk.state.audience) == (None, "jongere")


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


def translated(library: Library, **profile: object) -> Library:
    """The same, in which one answer is there in Turkish and nobody reviewed it."""
    turkish = Language("tr")
    one = library.entries[EntryId("tlv_aanvragen")]
    one = replace(
        one,
        title={**one.title, turkish: "TLV nasıl alınır?"},
        answer={**one.answer, turkish: "TLV'yi okul ister."},
        unreviewed=frozenset({turkish}),
    )
    about = replace(library.profile, **profile)  # type: ignore[arg-type]  # fields by name
    return replace(library, entries={**library.entries, one.id: one}, profile=about)


def test_a_translated_answer_says_that_nobody_reviewed_it_and_shows_its_dutch(library: Library) -> None:
    talk = Talk(translated(library))
    talk.commands("taal", "tr")
    shown = talk.commands("start", "faq_tlv_aanvragen")
    assert "TLV'yi okul ister." in shown.text
    assert "henüz Türkçe değil" not in shown.text
    assert "Bu çeviri henüz kontrol edilmedi" in shown.text
    label = next(label for label in labels(shown) if "Hollandaca" in label)
    dutch = talk.says(label)
    assert dutch.text.startswith("**Hoe vraag je een TLV aan?**")
    assert "Antwoord over tlv_aanvragen." in dutch.text
    assert "Nog meer over de TLV." in dutch.text
    assert "Menü" in labels(dutch)


def test_titles_on_buttons_are_in_the_language_where_there_is_one(library: Library) -> None:
    talk = Talk(translated(library))
    talk.commands("start", "ouder")
    talk.commands("taal", "tr")
    talk.commands("menu")
    shown = labels(talk.says("Regels"))
    assert "TLV nasıl alınır?" in shown
    assert "Mijn kind zit thuis (en)" in shown


def test_dutch_and_english_answers_have_no_button_to_dutch(library: Library) -> None:
    for language in ("nl", "en"):
        talk = Talk(translated(library))
        talk.commands("taal", language)
        assert not [label for label in labels(talk.commands("start", "faq_tlv_aanvragen")) if "🇳🇱" in label]


def test_only_the_languages_the_organisation_offers_can_be_chosen(library: Library) -> None:
    talk = Talk(translated(library, languages=("nl", "tr")))
    assert labels(talk.commands("taal")) == ["Türkçe"]
    talk.commands("taal", "pl")
    talk.says("polski")
    assert talk.state.language is None
    talk.says("Türkçe")
    assert talk.state.language == "tr"


@pytest.mark.parametrize(
    ("language", "yes", "sheet"),
    [("tr", "Evet", "Kâğıdınız burada"), ("pl", "Tak", "Oto twoja kartka"), ("uk", "Так", "Ось ваш аркуш")],
)
def test_a_talk_with_school_is_prepared_in_a_language(language: str, yes: str, sheet: str) -> None:
    person = somebody("ouder", language=language)
    for line in ("/start flow_gesprek_voorbereiden", "1", "12-3", "a", "7", "b", "c", "d"):
        heard(person, line)
    overview = heard(person, yes)
    assert f"**{yes.lower()}**" in overview
    assert "yes" not in overview
    assert sheet in heard(person, "1")
