"""The built-in words about danger: every kind its own, and its own number first, in every language."""

import re
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import Value, read_file
from bot.domain.audience import Audience
from bot.domain.ids import Language
from bot.safety.assessment import Assessment, Category, Level
from bot.safety.lifeline import CORE_TEXT, core_text, kind_text
from bot.safety.lifeline_languages import WORDS

LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk", "de", "fr", "es", "so", "ti", "fa")
FIRST = {
    Category.SUICIDE: "113",
    Category.SELF_HARM: "113",
    Category.UNSAFE_HOME: "0800-2000",
    Category.SEXUAL_VIOLENCE: "0800-0188",
    Category.ACUTE_DANGER: "112",
}
NUMBER = re.compile(r"(?<![\d-])\d[\d-]{2,}(?![\d-])")


def assessed(category: Category, level: Level = Level.CRISIS, *, other: bool = False) -> Assessment:
    return Assessment(level=level, category=category, about_other=other)


def numbers(text: str) -> list[str]:
    return NUMBER.findall(re.sub(r"https?://\S+|\b113\.nl", "", text))


@pytest.mark.parametrize("audience", [None, *Audience])
@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", list(Category))
def test_the_line_that_belongs_to_it_comes_first(
    category: Category, language: str, other: bool, audience: Audience | None
) -> None:
    text = kind_text(assessed(category, other=other), Language(language), audience)
    assert numbers(text)[0] == FIRST[category]
    assert "112" in numbers(text)
    now = kind_text(assessed(category, Level.ACUTE, other=other), Language(language), audience)
    assert numbers(now)[0] == "112"
    assert FIRST[category] in numbers(now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_say_the_same_and_another_is_not_oneself(language: str) -> None:
    audiences = list(Audience) if language in ("nl", "en") else [Audience.YOUTH]
    said = [
        kind_text(assessed(category, other=other), Language(language), audience)
        for category in Category
        for other in (False, True)
        for audience in audiences
    ]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("category", [Category.SUICIDE, Category.SELF_HARM])
def test_whoever_took_something_is_sent_to_112_even_when_well(
    category: Category, audience: Audience, other: bool
) -> None:
    dutch = kind_text(assessed(category, other=other), Language("nl"), audience)
    assert re.search(r"al iets gedaan of ingenomen\? \*\*Bel 112\*\*, ook als", dutch)
    english = kind_text(assessed(category, other=other), Language("en"), audience)
    assert re.search(r"already .*done or taken.*\? \*\*Call 112\*\*, even if", english)


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name not in ("nl", "en")])
def test_other_languages_name_the_word_for_112_and_the_interpreter(language: str) -> None:
    texts = [core_text(Language(language)), *(kind_text(assessed(c), Language(language)) for c in Category)]
    for text in texts:
        assert "tolk" in text
        assert "Netherlands" in text or "112" in text
    assert numbers(core_text(Language(language)))[:3] == ["112", "113", "0800-0113"]
    assert "0800-2000" in core_text(Language(language))


def test_every_language_of_the_lifeline_is_there_and_an_unknown_one_is_dutch() -> None:
    assert set(CORE_TEXT) == set(LANGUAGES)
    assert core_text(None) == core_text(Language("xx")) == CORE_TEXT["nl"]
    assert kind_text(assessed(Category.SUICIDE), Language("xx")) == kind_text(assessed(Category.SUICIDE), None)
    assert kind_text(Assessment(level=Level.CRISIS), None) == CORE_TEXT["nl"]


@pytest.mark.parametrize("language", ["tr", "uk"])
@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize("level", [Level.CRISIS, Level.ACUTE])
@pytest.mark.parametrize("category", list(Category))
def test_what_is_said_in_other_languages_and_in_which_order(
    category: Category, level: Level, other: bool, language: str
) -> None:
    words = WORDS[language]
    about = {
        Category.SUICIDE: words.suicide, Category.SELF_HARM: words.self_harm, Category.UNSAFE_HOME: words.unsafe_home,
        Category.SEXUAL_VIOLENCE: words.sexual_violence, Category.ACUTE_DANGER: words.acute_danger,
    }[category]  # fmt: skip
    now = level is Level.ACUTE and category is not Category.ACUTE_DANGER
    oneself = category in (Category.SUICIDE, Category.SELF_HARM)
    said = [words.acute_danger] if now else []
    said += [about]
    # 112 once; the thought of dying may be there beside anything else.
    said += [words.danger] if not oneself and not now and category is not Category.ACUTE_DANGER else []
    said += [] if oneself else [words.suicide]
    said += [words.other] if other else []
    said += [words.ending]
    text = kind_text(assessed(category, level, other=other), Language(language), Audience.PARENT)
    assert text == "\n\n".join(said)


@pytest.mark.parametrize(("language", "now"), [("nl", "**Bel nu 112.**"), ("en", "**Call 112 now.**")])
def test_when_it_is_now_112_stands_above_all_else_and_once(language: str, now: str) -> None:
    for category in Category:
        calm = kind_text(assessed(category), Language(language), Audience.YOUTH)
        acute = kind_text(assessed(category, Level.ACUTE), Language(language), Audience.YOUTH)
        if category is Category.ACUTE_DANGER:
            assert acute == calm
        else:
            assert acute.startswith(now)
            assert acute.endswith("\n\n" + calm)
            assert now not in calm


def test_who_did_not_say_who_they_are_gets_the_words_for_the_young() -> None:
    for category in Category:
        young = kind_text(assessed(category), None, Audience.YOUTH)
        assert kind_text(assessed(category), None) == young
        assert kind_text(assessed(category), None, Audience.PARENT) != young


def test_the_numbers_are_those_of_the_contacts() -> None:
    file = read_file(Path(__file__).parents[2] / "faq" / "contacts.yaml", "contacts.yaml", Findings())
    assert file is not None
    known = set(NUMBER.findall(str(_plain(file))))
    for language in LANGUAGES:
        for category in Category:
            for other in (False, True):
                for audience in Audience:
                    text = kind_text(assessed(category, other=other), Language(language), audience)
                    assert set(numbers(text)) <= known, text


def _plain(value: Value) -> object:
    data = value.data
    if isinstance(data, dict):
        return {key: _plain(part) for key, part in data.items()}
    return [_plain(part) for part in data] if isinstance(data, list) else data
