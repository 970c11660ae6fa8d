"""The grammar of what stands between braces."""

import pytest

from bot.text.placeholders import ANYTHING, BRACED, CONTACT, FACT, NOT_OF_A_MACRO, OPEN_NOW, PLACEHOLDER, SLOT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel {contact:113}.", [("contact", "113", "", "")]),
        ("{contact:mijn_lijn.phone} {open:kt}", [("contact", "mijn_lijn", "phone", ""), ("open", "kt", "", "")]),
        ("{steunpunt} {steunpunt.hours}", [("", "", "", ""), ("", "", "", "hours")]),
        ("{contact:113.fax} {contact:} {contact: 113} {Contact:113} {steunpunten} {kind} {fact:x}", []),
    ],
)
def test_what_is_filled_in_when_it_is_said(text: str, found: list[tuple[str, ...]]) -> None:
    assert PLACEHOLDER.findall(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Je zei {duur} en {wat_2}.", ["duur", "wat_2"]), ("{2e} {_x} {Duur} {duur } {contact:113} {a.b}", [])],
)
def test_an_answer_of_a_flow(text: str, found: list[str]) -> None:
    assert SLOT.findall(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{fact:bezwaar_termijn} {fact:leeftijd.number} {fact:x.to}", [
            ("bezwaar_termijn", ""), ("leeftijd", "number"), ("x", "to"),
        ]),
        ("{fact:x.from} {fact:} {feit:x}", []),
    ],
)  # fmt: skip
def test_a_fact(text: str, found: list[tuple[str, str]]) -> None:
    assert FACT.findall(text) == found


def test_a_contact_is_found_however_it_goes_on() -> None:
    assert CONTACT.findall("{contact:a} {open:b {contact:c.fax} {contact: d} (contact:e)") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bel nu, {open:lijn}.", "Bel nu."),
        ("Bel {open:lijn} of mail", "Bel of mail"),
        ("{contact:lijn}", "{contact:lijn}"),
    ],
)
def test_whether_it_is_open_now_goes_with_its_comma(text: str, left: str) -> None:
    assert OPEN_NOW.sub("", text) == left


def test_anything_in_braces() -> None:
    assert BRACED.findall("{a} {b c} {d:e.f} {}") == ["{a}", "{d:e.f}"]
    assert ANYTHING.findall("{a} {b c} {}") == ["{a}", "{b c}", "{}"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("Hoi {alias}, wij zijn er {openingstijd}.", False), ("{naam}", True), ("{aliassen}", True), ("{", True)],
)
def test_a_macro_knows_two_words(text: str, wrong: bool) -> None:
    assert bool(NOT_OF_A_MACRO.search(text)) is wrong
