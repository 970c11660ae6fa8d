"""The page in six languages: which one somebody gets, and from which side it is written."""

import pytest

from bot.adapters.content.texts import packaged_texts
from bot.adapters.webchat.pages import about_page, chat_page, language_of
from bot.dialogue.library import Library, Profile
from bot.domain.ids import Language
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher

TITLES = {
    "nl": "Vragen en antwoorden",
    "en": "Questions and answers",
    "tr": "Sorular ve cevaplar",
    "ar": "أسئلة وأجوبة",
    "pl": "Pytania i odpowiedzi",
    "uk": "Запитання і відповіді",
}


def library(*offered: str) -> Library:
    profile = Profile(name="Steunpunt", languages=tuple(Language(one) for one in offered))
    return Library(entries={}, texts=packaged_texts(), matcher=Matcher.prepare(Corpus(entries=())), profile=profile)


@pytest.mark.parametrize(
    ("asked", "accepted", "expected"),
    [
        (None, None, "nl"),
        ("tr", None, "tr"),
        ("ar", "nl", "ar"),
        (None, "uk-UA,uk;q=0.9,en;q=0.8", "uk"),
        (None, "en-GB,pl;q=0.5", "pl"),
        (None, "en-GB,en", "nl"),
        ("en", "nl", "en"),
        ("xx", "so,ar;q=0.9", "ar"),
        ("de", "de", "nl"),
    ],
)
def test_the_language_asked_for_or_the_first_of_the_browser(
    asked: str | None, accepted: str | None, expected: str
) -> None:
    assert language_of(asked, accepted, library()) == expected


def test_what_an_organisation_does_not_offer_is_not_there() -> None:
    only = library("nl", "tr")
    assert language_of("ar", "ar,tr;q=0.5", only) == "tr"
    page = chat_page(only, Language("tr"), "", "").text or ""
    assert 'hreflang="nl"' in page
    assert 'hreflang="ar"' not in page


@pytest.mark.parametrize(("language", "title"), TITLES.items())
def test_a_page_is_whole_in_its_language(language: str, title: str) -> None:
    here = library()
    side = "rtl" if language == "ar" else "ltr"
    for page in (chat_page(here, Language(language), "", ""), about_page(here, Language(language), "", "")):
        text = page.text or ""
        assert f'<html lang="{language}" dir="{side}">' in text
        assert "{{" not in text
    chat = chat_page(here, Language(language), "", "").text or ""
    assert f"<title>{title}" in chat
    # The code is Dutch, and read from the left, whatever the language around it.
    assert 'id="code" class="code" lang="nl" dir="ltr"' in chat
    for other in TITLES:
        assert (f'hreflang="{other}"' in chat) is (other != language)
