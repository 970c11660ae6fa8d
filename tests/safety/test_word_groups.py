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


SLIPS = WordGroups(
    (
        WordGroup(name="four", words=("stuk",)),
        WordGroup(name="three", words=("pak",)),
        WordGroup(name="seven", words=("kapotje",)),
        WordGroup(name="nine", words=("pistolhak",)),
        WordGroup(name="eight", words=("blokfuit",)),
        WordGroup(name="row", words=("op straat gezet", "brommer", "Fiets")),
        WordGroup(name="begin", words=("klap*",)),
        WordGroup(name="both", words=("brommer",)),
    )
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # By sound from four letters on: "c" and "k" are said alike.
        ("stuk", {"four"}),
        ("stuc", {"four"}),
        ("pak", {"three"}),
        ("pac", set()),
        # By a slip when the sound has seven letters, by two when it has nine.
        ("kapotja", {"seven"}),
        ("kapatja", set()),
        ("blakfuit", {"eight"}),
        ("blakfuot", set()),
        ("pastolhak", {"nine"}),
        ("pastolhok", {"nine"}),
        ("pastalhok", set()),
        # The first letter is right, or it is another word.
        ("rapotje", set()),
        ("stun", set()),
        ("klap", {"begin"}),
        ("klapte", {"begin"}),
        ("klop", set()),
        ("pakje", set()),
        ("op straat gezet", {"row"}),
        ("gezet op straat", set()),
        ("fiets", {"row"}),
        ("brommer", {"row", "both"}),
        ("bromer", {"row", "both"}),
        ("klap en stuk", {"begin", "four"}),
        ("", set()),
    ],
)
def test_how_far_a_word_may_be_away(text: str, names: set[str]) -> None:
    assert SLIPS.of(text) == names


def test_marks_are_groups_and_every_two_of_them() -> None:
    assert SLIPS.marks("stuk pak klap") == ["begin", "four", "three", "begin+four", "begin+three", "four+three"]
    assert SLIPS.marks("stuk") == ["four"]
    assert SLIPS.marks("niets") == []


def test_which_groups_make_a_heavy_word_doubtful() -> None:
    assert WordGroups(GROUPS).context == {"schoolwork"}


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
