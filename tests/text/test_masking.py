"""Each kind of personal data: all of it goes, and nothing beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.masking import MASK, is_bsn, mask

SEEN = [
    # bank numbers
    ("mijn rekening is NL91 ABNA 0417 1643 00 graag", "mijn rekening is {} graag"),
    ("NL91ABNA0417164300", "{}"),
    ("nl91abna0417164300", "{}"),
    ("iban: NL91 ABNA 0417164300.", "iban: {}."),
    # mail
    ("mail jan.de-vries+school@mail.example.nl!", "mail {}!"),
    ("jan @ example.nl", "{}"),
    # accounts
    ("ik ben @jan_de_vries op telegram", "ik ben {} op telegram"),
    ("https://t.me/jan_de_vries", "{}"),
    ("telegram.me/jan", "{}"),
    # telephone
    ("bel 06-12345678 of 020 123 45 67", "bel {} of {}"),
    ("+31 6 1234 5678", "{}"),
    ("0031612345678", "{}"),
    ("(020) 1234567", "({}"),
    ("bel 0512-345678", "bel {}"),
    # burgerservicenummer
    ("bsn 111222333", "bsn {}"),
    ("bsn 111.222.333", "bsn {}"),
    ("bsn 111 222 333 van mij", "bsn {} van mij"),
    # postcode, with the number of the house
    ("ik woon op 1234 AB 12 in", "ik woon op {} in"),
    ("ik woon op 1234ab", "ik woon op {}"),
    ("9999 ZZ", "{}"),
    # streets with a number
    ("Dorpsstraat 12 in het dorp", "{} in het dorp"),
    ("Dorpsstraat 12 a, boven", "{}, boven"),
    ("Lange Dorpsstraat 12hs", "{}"),
    ("1234 AB 12b en", "{} en"),
    ("wij wonen kerkstraat 5", "wij wonen {}"),
]


@pytest.mark.parametrize(("text", "shown"), SEEN)
def test_all_of_it_goes_and_nothing_else(text: str, shown: str) -> None:
    hidden = mask(text)
    assert hidden.text == shown.format(*[MASK] * 3)
    assert hidden.found == shown.count("{}")


@pytest.mark.parametrize(
    "text",
    [
        "groep 5, kamer 12", "hij heeft 3000 woorden", "1234 SS", "1234 sa", "0234 AB", "112 en 113", "0800", "7,5",
        "12345678", "1234567890123", "123456789 is geen bsn", "111222334", "een straat verder", "op de weg 5 keer",
        "@ab", "mail mij", "NL91 ABNA 0417", "in 2025 een toets",
    ],
)  # fmt: skip
def test_what_says_nothing_about_anybody_stays(text: str) -> None:
    assert mask(text).text == text
    assert mask(text).found == 0


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("111222333", True), ("123456782", True), ("100000000", False), ("000000012", True), ("111222334", False),
        ("000000000", False), ("11122233", False), ("1112223330", False), ("", False),
    ],
)  # fmt: skip
def test_the_elfproef(digits: str, valid: bool) -> None:
    assert is_bsn(digits) is valid


@given(st.integers(0, 10**9 - 1))
def test_the_elfproef_as_the_law_writes_it(number: int) -> None:
    digits = f"{number:09}"
    weighted = sum((9 - place) * int(digit) for place, digit in enumerate(digits[:8])) - int(digits[8])
    assert is_bsn(digits) == (weighted % 11 == 0 and number > 0)


def test_several_are_counted_one_by_one() -> None:
    assert mask("06-12345678, a@b.nl en 1234 AB").found == 3
