"""Danger is answered in the language somebody writes, and never only in a guess."""

import re
from dataclasses import replace

import pytest

from bot.dialogue.library import Library, SafetyAnswer
from bot.domain.ids import Language
from bot.safety.assessment import Category, Level
from bot.safety.screen import Screen
from bot.safety.signals import Pattern, Signals
from tests.dialogue.test_conversing import Talk, library

__all__ = ["library"]


@pytest.fixture
def wary(library: Library) -> Library:
    """Hears danger in every message, so that only the words of the answer are tried here."""
    pattern = Pattern(id="p", category=Category.SUICIDE, level=Level.CRISIS, expression=re.compile("."))
    return replace(library, screen=Screen(Signals(patterns=(pattern,))))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ich will nicht mehr leben und ich weiß nicht wohin", "**Ruf 113 an**"),
        ("je ne veux plus vivre et je ne sais pas quoi faire", "**Appelle le 113**"),
        ("nie chcę już żyć i nie wiem co mam robić", "**Zadzwoń pod 113**"),
    ],
)
def test_a_message_in_another_language_is_answered_in_it_and_in_dutch(wary: Library, text: str, first: str) -> None:
    said = Talk(wary).says(text).text
    assert first in said.split("\n\n")[0]
    assert "**Bel 113**" in said


def test_a_chosen_language_is_the_only_one(wary: Library) -> None:
    talk = Talk(wary)
    talk.state = replace(talk.state, language=Language("en"))
    said = talk.says("ich will nicht mehr leben und ich weiß nicht wohin").text
    assert said.startswith("**Call 113**")
    assert "Ruf" not in said


def test_few_words_are_answered_in_the_usual_language(wary: Library) -> None:
    assert Talk(wary).says("ich will").text.startswith("**Bel 113**")


def test_the_sos_button_follows_the_phone_and_says_it_in_dutch_too(library: Library) -> None:
    said = Talk(library, language="so").commands("sos").text
    assert "Wac 112" in said
    assert "Bel 112" in said
    assert Talk(library, language="nl").commands("sos").text.count("112") == 1


def test_an_approved_text_without_the_language_gives_way_to_the_built_in_one(wary: Library) -> None:
    approved = SafetyAnswer(level=Level.CRISIS, category=Category.SUICIDE, text={"nl": "Goedgekeurd. Bel 113."})
    talk = Talk(replace(wary, safety_answers=(approved,)))
    said = talk.says("ich will nicht mehr leben und ich weiß nicht wohin").text
    assert "Ruf 113 an" in said
    assert said.endswith("Goedgekeurd. Bel 113.")
    talk.state = replace(talk.state, language=Language("en"), alarm_said_at=None)
    assert talk.says("ik wil dood").text.startswith("**Call 113**")
