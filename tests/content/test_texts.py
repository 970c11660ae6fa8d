"""The bot's own sentences: the same in every language, and none forgotten; staff read Dutch."""

import re
from pathlib import Path

import pytest

from bot.adapters.content.texts import FluentTexts
from bot.domain.errors import ContentError
from bot.domain.ids import Language

LOCALE = Path(__file__).parents[2] / "bot" / "locale"


def names(language: str) -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*) =", (LOCALE / f"{language}.ftl").read_text(), re.MULTILINE))


def test_every_language_has_every_text() -> None:
    assert len(names("nl")) > 30
    assert names("nl") == names("en")


@pytest.mark.parametrize("language", ["tr", "ar", "pl", "uk"])
def test_a_translation_knows_no_other_texts_and_fills_in_the_same(language: str) -> None:
    """What it lacks is said in English; what it has may not ask for more than English gives."""
    assert names(language) <= names("en")
    assert names(language) == names("tr")
    assert len(names(language)) >= 0.95 * len(names("en"))
    for name in names(language):
        assert variables(language, name) <= variables("en", name), name


@pytest.mark.parametrize("language", ["en", "tr", "ar", "pl", "uk"])
def test_a_translation_names_the_same_numbers_and_commands(language: str) -> None:
    for name in names(language):
        said, dutch = text_of(language, name), text_of("nl", name)
        for number in re.findall(r"\b(?:112|113|0800-\d+)\b", dutch):
            assert number in said, name
        assert set(re.findall(r"(?<![\w/])/[a-z]+", said)) <= set(re.findall(r"(?<![\w/])/[a-z]+", dutch)) | {
            "/taal"
        }, name
        assert ("{steunpunt}" in said) is ("{steunpunt}" in dutch), name


def text_of(language: str, name: str) -> str:
    source = (LOCALE / f"{language}.ftl").read_text()
    found = re.search(rf"^{name} =.*?(?=^[a-z][a-z_-]* =|^#|\Z)", source, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[0]


def variables(language: str, name: str) -> set[str]:
    source = (LOCALE / f"{language}.ftl").read_text()
    found = re.search(rf"^{name} =.*?(?=^[a-z][a-z-]* =|\Z)", source, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"\$[a-z_]+", found[0])) if found else set()


def test_the_page_says_everything_in_every_language_it_is_written_in() -> None:
    pages = sorted(path.name.removesuffix(".ftl") for path in LOCALE.glob("*.web.ftl"))
    assert pages == [f"{language}.web" for language in ("ar", "en", "nl", "pl", "tr", "uk")]
    for page in pages:
        assert names(page) == names("nl.web"), page


def test_a_text_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "nl.ftl").write_text("goed = ja\nfout =\n    **vet**\n")
    with pytest.raises(ContentError, match=r"nl\.ftl"):
        FluentTexts(tmp_path)


def test_a_missing_translation_falls_back_to_dutch(tmp_path: Path) -> None:
    (tmp_path / "nl.ftl").write_text("hallo = Hallo { $person }\n")
    (tmp_path / "en.ftl").write_text("other = Other\n")
    texts = FluentTexts(tmp_path)
    assert texts.languages == ("nl", "en")
    assert texts.say("hallo", texts.languages[1], person="x") == "Hallo x"


def test_another_language_falls_back_to_english_and_then_to_dutch(tmp_path: Path) -> None:
    (tmp_path / "nl.ftl").write_text("een = nl\ntwee = nl\ndrie = nl\n")
    (tmp_path / "en.ftl").write_text("een = en\ntwee = en\n")
    (tmp_path / "ar.ftl").write_text("een = ar\n")
    texts = FluentTexts(tmp_path)
    assert texts.languages == ("nl", "en", "ar")
    assert [texts.say(name, texts.languages[2]) for name in ("een", "twee", "drie")] == ["ar", "en", "nl"]
    assert texts.say("een", Language("xx")) == "nl"
