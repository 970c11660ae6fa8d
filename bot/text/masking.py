"""Finds what could say who somebody is, in a text meant for others: numbers, addresses, mail.

A BSN is nine digits whose weighted sum divides by eleven (Besluit burgerservicenummer, "elfproef"); other rows of nine
digits are left alone unless they look like a phone number.
"""

import re
from dataclasses import dataclass

_MAIL = re.compile(r"\b[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+\b")
_ACCOUNT = re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}\b|\b(?:t|telegram)\.me/\w+", re.IGNORECASE)
_IBAN = re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b[1-9]\d{3}(?:\s?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})\b(?:\s+\d{1,5}(?:[A-Za-z]{1,2}|\s[A-Za-z])?\b)?"
)
_PHONE = re.compile(r"(?<![\d.,])(?:\+\s?31|0031|0)[\s().-]{0,2}[1-9](?:[\s().-]{0,2}\d){7,8}(?!\d)")
_STREET = re.compile(
    r"\b[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3}(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|steeg|dreef|pad|plantsoen)"
    r"\s\d{1,4}(?:[a-zA-Z]{1,2}|\s[a-zA-Z])?\b|\b[a-z'-]{3,}(?:straat|laan|plein|kade|gracht|singel|steeg|dreef|plantsoen)\s\d{1,4}[a-z]?\b"
)
_NINE = re.compile(r"(?<!\d)(?:\d[\s.-]?){8}\d(?!\d)")

MASK = "▒▒▒"


@dataclass(frozen=True, slots=True)
class Masked:
    """The text with what was found replaced, and how many were found."""

    text: str
    found: int


def mask(text: str) -> Masked:
    """Replace mail addresses, accounts, bank numbers, phone numbers, BSN, postcodes and streets with a number."""
    found = 0

    def hide(_match: re.Match[str]) -> str:
        nonlocal found
        found += 1
        return MASK

    def hide_bsn(match: re.Match[str]) -> str:
        return hide(match) if is_bsn(re.sub(r"\D", "", match[0])) else match[0]

    for pattern in (_MAIL, _ACCOUNT, _IBAN, _PHONE):
        text = pattern.sub(hide, text)
    text = _NINE.sub(hide_bsn, text)
    for pattern in (_POSTCODE, _STREET):
        text = pattern.sub(hide, text)
    return Masked(text, found)


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the test of a burgerservicenummer."""
    if len(digits) != 9 or digits == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
