"""The bot's own sentences: the same in every language, and none forgotten; staff read Dutch."""

import re
from pathlib import Path

import pytest

from bot.adapters.content.texts import FluentTexts
from bot.domain.errors import ContentError

LOCALE = Path(__file__).parents[2] / "bot" / "locale"


def names(language: str) -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*) =", (LOCALE / f"{language}.ftl").read_text(), re.MULTILINE))


def test_every_language_has_every_text() -> None:
    assert len(names("nl")) > 30
    assert names("nl") == names("en")


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
