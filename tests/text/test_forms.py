"""Which form of a text, and where its sentences end."""

import pytest

from bot.text.folding import soften, words
from bot.text.language import detect_language
from bot.text.localising import fitting
from bot.text.sentences import sentences

ALL = {"nl": "nl", "en": "en", "nl@jongere": "nl jongere", "en@jongere": "en jongere"}


@pytest.mark.parametrize(
    ("forms", "language", "audience", "expected"),
    [
        (ALL, "en", "jongere", "en jongere"),
        (ALL, "en", "ouder", "en"),
        (ALL, "nl", "jongere", "nl jongere"),
        (ALL, "tr", "jongere", "en jongere"),
        (ALL, "tr", "ouder", "en"),
        (ALL, "tr", None, "en"),
        ({"nl": "nl", "nl@jongere": "nl jongere"}, "tr", "jongere", "nl jongere"),
        ({"en": "en", "nl@jongere": "nl jongere"}, "en", "jongere", "en"),
        ({"tr": "tr"}, "pl", "ouder", "tr"),
        ({}, "nl", None, ""),
    ],
)
def test_the_form_that_fits_best(forms: dict[str, str], language: str, audience: str | None, expected: str) -> None:
    assert fitting(forms, language, audience) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een. Twee! Drie? Vier…Vijf… Zes", ["Een.", "Twee!", "Drie?", "Vier…Vijf…", "Zes"]),
        ("Goed ... dan", ["Goed ...", "dan"]),
        ("eerst 1. iets 2. anders", ["eerst", "iets", "anders"]),
        ("(1) iets\n(b) anders\n• derde\n10) tien", ["iets", "anders", "derde", "tien"]),
        ("!!!\n---\n😀\n7", ["7"]),
        ("Hoi!Dag (echt?)", ["Hoi!", "Dag (echt?)"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_softening_keeps_signs_and_layout() -> None:
    assert soften("Één  'héél'\nGROTE zin!!! ﬁets soooo") == "een  'heel'\ngrote zin!!! fiets soo"
    assert soften("\ufe0f\u202a\u202e\u2066\u2069\u180e\u206a") == "\u206a"
    # Just outside the ranges of what is invisible.
    for sign in "\u2029\u202f\u2065\u206a\ufdff\ufe10":
        assert soften(f"a{sign}b") != "ab"
    assert words("een\u202ftwee") == ["een", "twee"]
    assert soften("1000 jaaaa ---") == "1000 jaa ---"
    assert words("zo'n 'aap' foto's") == ["zo'n", "aap", "foto's"]


def test_under_three_words_no_language_is_guessed() -> None:
    assert detect_language("good morning") is None
    assert detect_language("good morning everybody") == "en"
    assert detect_language("good morning everybody", least_certainty=1.01) is None
