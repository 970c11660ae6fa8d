"""Turns of phrase with heavy words: the phrase does not alarm, and danger in the same words does.

``idioms.tsv``: the name of a turn of phrase, a sentence without danger that holds it, and one with danger in the same
words.
"""

from pathlib import Path

import pytest
import yaml

from bot.adapters.content.layers import packaged_content
from bot.safety.assessment import Level
from bot.safety.listening import Said
from bot.safety.reading import read
from bot.safety.screen import Screen
from bot.safety.signals import Mask
from tests.safety.packaged import packaged_screen, packaged_signals

ROWS = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "idioms.tsv").read_text(encoding="utf-8").splitlines()
]
CONTENT = packaged_content() / "faq" / "veiligheid" / "uitdrukkingen_alledaags.yaml"
NAMES = [mask["id"] for mask in yaml.safe_load(CONTENT.read_text(encoding="utf-8"))["masks"]]


@pytest.fixture(scope="module")
def screen() -> Screen:
    return packaged_screen()


@pytest.fixture(scope="module")
def masks() -> dict[str, Mask]:
    return {mask.id: mask for mask in packaged_signals().masks if mask.id in NAMES}


def test_there_are_many_and_each_has_both_sentences(masks: dict[str, Mask]) -> None:
    assert len(masks) >= 80
    assert {name for name, _, _ in ROWS} == set(masks)


def test_each_is_found_where_it_stands_and_never_in_danger(masks: dict[str, Mask]) -> None:
    assert [row for row in ROWS if not masks[row[0]].expression.search(read(row[1]))] == []
    in_danger = [(mask.id, row[2]) for row in ROWS for mask in masks.values() if mask.expression.search(read(row[2]))]
    assert in_danger == []


def test_the_phrase_does_not_alarm(screen: Screen) -> None:
    assert [harmless for _, harmless, _ in ROWS if screen.assess(harmless).level.alarming] == []


def test_danger_in_the_same_words_alarms(screen: Screen) -> None:
    assert [danger for _, _, danger in ROWS if not screen.assess(danger).level.alarming] == []


@pytest.mark.parametrize(
    "beside", ["ik heb pillen geslikt en wil dood", "mijn vader slaat me elke dag", "ik ga me ophangen"]
)
def test_danger_beside_a_phrase_alarms(screen: Screen, beside: str) -> None:
    calm = [harmless for _, harmless, _ in ROWS if not screen.assess(f"{harmless}. {beside}").level.alarming]
    assert calm == []


def test_a_short_phrase_lowers_an_alarm_to_a_question_and_never_to_nothing(screen: Screen) -> None:
    text = "de baas heeft ons allemaal ontslagen en nu staat papa op straat"
    found = screen.assess(text)
    assert found.level is Level.CONCERN
    assert "uitdrukking" in found.reasons
    assert screen.having_heard([Said(text)]).assess(text) == found
