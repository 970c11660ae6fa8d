"""How a worried person reads: spelling undone, heavy words repaired from a slip away, ordinary words left alone."""

import pytest

from bot.safety.reading import is_spaced_out, read


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        # Up to seven letters one slip, from eight on two; shorter than six none.
        ("politi", "politie"),
        ("polliti", "polliti"),
        ("suicid", "suicide"),
        ("gevaat", "gevaar"),
        ("gevaart", "gevaar"),
        ("gevar", "gevar"),
        ("ademem", "ademen"),
        ("zelmord", "zelmord"),
        ("zelfmoort", "zelfmoord"),
        ("loverbois", "loverboy"),
        ("overdose", "overdosis"),
        # The first letter is right, or it is another word.
        ("leerkracht", "leerkracht"),
        ("balitie", "balitie"),
        # A heavy word is itself, also where it lies beside another.
        ("suicidal suicidaal", "suicidal suicidaal"),
        # Ordinary words that lie beside a heavy one.
        ("verwacht gebruikt verkocht behandeld", "verwacht gebruikt verkocht behandeld"),
    ],
)
def test_heavy_words_are_repaired(text: str, plain: str) -> None:
    assert read(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("!!!", ""),
        ("'t", "t"),
        ("z3lfm00rd", "zelfmoord"),
        ("ik wil d00d!", "ik wil dood"),
        ("gev4ar", "gevaar"),
        ("1234", "1234"),
        ("k wil niemeer", "ik wil niet meer"),
        ("m'n vader en me ma", "mijn vader en mijn moeder"),
        ("z.e.l.f", "zelf"),
        ("ik 🔪 jou 🆘", "ik mes jou sos"),
        ("ik ga. dood\nnu! echt? ja", "ik ga . dood . nu . echt . ja"),
        ("z e l f m o o r d", "zelfmoord"),
        ("ik wil z e l f m o o r d plegen", "ik wil zelfmoord plegen"),
    ],
)
def test_spelling_is_undone(text: str, plain: str) -> None:
    assert read(text) == plain


@pytest.mark.parametrize(
    ("text", "spaced"), [("z e l f", True), ("z e l", False), ("zelf moord", False), ("ik wil d.o.o.d", True)]
)
def test_letters_that_stand_apart(text: str, spaced: bool) -> None:
    assert is_spaced_out(text) is spaced


def test_four_thousand_characters_are_read() -> None:
    assert len(read("ab" * 3000)) == 4000
    assert read("ab" * 1999 + "c d")[-2:] == "bc"
    assert read("ab" * 1999 + " d")[-2:] == " d"
