"""Words that belong together are found in any spelling that sounds alike, and ordinary words are left alone."""

import re

import pytest

from bot.safety.assessment import Category, Level
from bot.safety.reading import read
from bot.safety.screen import Screen
from bot.safety.signals import Example, Pattern, Signals
from bot.safety.word_groups import WordGroup, WordGroups, sound_of

GROUPS = (
    WordGroup(name="hitting", words=("geslagen", "klap*", "losse handjes")),
    WordGroup(name="cutting", words=("snijden",)),
    WordGroup(name="schoolwork", words=("werkstuk",), context=True),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ik word geslagen", {"hitting"}),
        ("ik wor geslage", {"hitting"}),
        ("ze klapten ons", {"hitting"}),
        ("hij heeft losse handjes", {"hitting"}),
        ("ze wil sneijen", {"cutting"}),
        ("mijn werkstuck is af", {"schoolwork"}),
        ("losse draadjes en kleine handjes", set()),
        ("de school is gesloten", set()),
    ],
)
def test_groups_are_found(text: str, names: set[str]) -> None:
    assert WordGroups(GROUPS).of(read(text)) == names


def test_an_ordinary_word_is_no_slip_of_a_heavy_one() -> None:
    assert WordGroups(GROUPS).of("geslaagen") == {"hitting"}
    assert WordGroups(GROUPS, known={"geslaagen"}).of("geslaagen") == frozenset()


@pytest.mark.parametrize(("one", "other"), [("pijn", "pein"), ("hand", "hant"), ("snijden", "sneije"), ("zee", "see")])
def test_what_is_said_alike_is_alike(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


def _screen(*examples: tuple[str, Level]) -> Screen:
    made = tuple(
        Example(text=text, level=level, category=None if level is Level.NONE else Category.UNSAFE_HOME)
        for text, level in examples
    )
    hit = Pattern(
        id="word", category=Category.UNSAFE_HOME, level=Level.CRISIS, expression=re.compile("mishandeld"), topic=True
    )
    return Screen(Signals(patterns=(hit,), examples=made, groups=GROUPS))


def test_a_heavy_word_about_schoolwork_is_asked_about_and_never_passed_over() -> None:
    screen = _screen(
        ("ik word thuis mishandeld", Level.CRISIS),
        ("mijn vader heeft mij mishandeld", Level.CRISIS),
        ("mijn werkstuk gaat over dieren", Level.NONE),
        ("wanneer moet het werkstuk af", Level.NONE),
    )
    assert screen.assess("mijn werkstuk gaat over mishandeld zijn").level is Level.CONCERN
    assert screen.assess("dieren worden mishandeld").level is Level.CRISIS
    after = screen.assess("mijn werkstuk gaat over mishandeld zijn", earlier=Level.CRISIS)
    assert after.level is Level.CRISIS
