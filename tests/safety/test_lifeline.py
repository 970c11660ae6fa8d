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
