"""Folding gives one form to texts that mean the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.folding import fold, words
from bot.text.language import detect_language
from bot.text.sentences import sentences


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Mijn  ZOON\nzit thuis!!", "mijn zoon zit thuis"),
        ("één privé-school", "een prive school"),
        ("de ib’er, foto´s en zo'n juf", "de ib'er foto's en zo'n juf"),
        ("heeeeelp", "heelp"),
        ("\u202egepest\u202c op\u200b school 😀🏳️‍🌈", "gepest op school"),
        ("ＰＧＢ ﬁets", "pgb fiets"),
        ("😀!?", ""),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(text) == fold(text).split()


def test_sentences_follow_lines_bullets_and_marks() -> None:
    assert sentences("Hoi! Mijn zoon is 8.\n1. wat is een tlv\n- wie betaalt dat?Bedankt ...") == [
        "Hoi!",
        "Mijn zoon is 8.",
        "wat is een tlv",
        "wie betaalt dat?",
        "Bedankt ...",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mijn kind zit al weken thuis", "nl"),
        ("my child has been at home for weeks", "en"),
        ("çocuğum haftalardır okula gitmiyor", "tr"),
        ("ابني لا يذهب إلى المدرسة", "ar"),
        ("ok bye", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language
