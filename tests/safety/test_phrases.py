"""Recognition, held to sentences that were written apart from the patterns and the examples (``phrases.yaml``).

The file is a part of four lists; the rest of them is among the examples. Each list was first measured unseen
(docs/reliability.md tells how that went); after that the screen learned from the rest, so these bounds guard what was
reached and say less about sentences nobody wrote yet. Half of the sentences without danger were written to be taken for
danger, and a third of the dangerous ones never name the danger.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.safety.assessment import Assessment, Level
from bot.safety.screen import Screen
from tests.safety.packaged import packaged_screen

PHRASES = yaml.safe_load((Path(__file__).parent / "phrases.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def screen() -> Screen:
    """The screen over the packaged signals."""
    return packaged_screen()


def share(screen: Screen, wanted: Callable[[dict[str, str]], bool], good: Callable[[Assessment], bool]) -> float:
    """Percentage of the wanted sentences that come out well."""
    texts = [row["text"] for row in PHRASES if wanted(row)]
    assert len(texts) >= 15
    return 100 * sum(good(screen.assess(text)) for text in texts) / len(texts)


def danger(row: dict[str, str]) -> bool:
    return row["level"] in ("crisis", "acute")


def test_direct_words_alarm(screen: Screen) -> None:
    found = share(screen, lambda row: danger(row) and row["style"] == "direct", lambda a: a.level.alarming)
    assert found >= 95


def test_indirect_words_slang_and_typos_alarm(screen: Screen) -> None:
    found = share(screen, lambda row: danger(row) and row["style"] != "direct", lambda a: a.level.alarming)
    assert found >= 80


def test_grey_sentences_are_asked_about(screen: Screen) -> None:
    found = share(screen, lambda row: row["level"] == "concern", lambda a: a.level is not Level.NONE)
    assert found >= 85


def test_ordinary_sentences_seldom_alarm(screen: Screen) -> None:
    found = share(screen, lambda row: row["level"] == "none", lambda a: a.level.alarming)
    assert found <= 4
