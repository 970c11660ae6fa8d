"""Finds what could say who somebody is, in a text meant for others: numbers, addresses, mail.

A BSN is nine digits whose weighted sum divides by eleven (Besluit burgerservicenummer, "elfproef"); other rows of nine
digits are left alone unless they look like a phone number.
"""

import re
from dataclasses import dataclass

_GAP = r"[\s().\u200b-\u200d\u2060/-]"
"""What may stand between two digits of one number, also what cannot be seen."""
_MAIL = re.compile(r"(?:mailto:)?\b[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+\b", re.IGNORECASE)
_LINK = re.compile(
    r"\btg:(?://)?\w+\?\S+|\btg://\S+|\b(?:tel|sms|callto):\+?\d+|\b(?:skype|facetime):\+?[\w.]+"
    r"|\b(?:whatsapp|viber|sgnl|signal|snapchat|instagram|skype|facetime|discord):/{1,2}\S+"
    r"|(?<![\w.-])(?:https?://)?(?:[\w-]+\.)*(?:youtube\.com/@|reddit\.com/u(?:ser)?/|roblox\.com/users/"
    r"|steamcommunity\.com/(?:id|profiles)/|bsky\.app/profile/)\S+|(?<![\w.-])(?:https?://)?(?:[\w-]+\.)*"
    r"(?:t\.me|telegram\.me|telegram\.dog|wa\.me|whatsapp\.com|signal\.me|signal\.group|m\.me|facebook\.com|fb\.com"
    r"|instagram\.com|threads\.net|threads\.com|vk\.com|bere\.al|linktr\.ee|twitch\.tv|line\.me|snapchat\.com|tiktok\.com"
    r"|linkedin\.com|discord\.gg|discord\.com|x\.com|twitter\.com)/\S+",
    re.IGNORECASE,
)
"""A page of one person, or a way to reach them."""
_ACCOUNT = re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}\b")
_IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[\s-]?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_DUTCH_IBAN = re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b[1-9]\d{3}(?:\s?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})\b(?:\s+\d{1,5}(?:[A-Za-z]{1,2}|\s[A-Za-z])?\b)?"
)
_PHONE = re.compile(rf"(?<![\d.,])(?:\+\s?31|0031|0){_GAP}{{0,2}}[1-9](?:{_GAP}{{0,2}}\d){{7,8}}(?!\d)")
_ABROAD = re.compile(rf"(?<![\d.,+])(?:\+\s?|00)[1-9](?:{_GAP}{{0,2}}\d){{7,13}}(?!\d)")
"""Any country's number in the way it is written from abroad (E.164: 8 to 15 digits)."""
_STREET = re.compile(
    r"\b[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3}(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|steeg|dreef|pad|plantsoen)"
    r"\s\d{1,4}(?:[a-zA-Z]{1,2}|\s[a-zA-Z])?\b|\b[a-z'-]{3,}(?:straat|laan|plein|kade|gracht|singel|steeg|dreef|plantsoen)\s\d{1,4}[a-z]?\b"
)
_NINE = re.compile(r"(?<!\d)(?:\d[\s.-]?){8}\d(?!\d)")

MASK = "▒▒▒"


def find_phone(text: str) -> str | None:
    """The telephone number in ``text``, in one way of writing; None when there is none."""
    found = _PHONE.search(text) or _ABROAD.search(text)
    if found is None:
        return None
    digits = re.sub(r"[^\d+]", "", found[0])
    digits = f"+{digits[2:]}" if digits.startswith("00") else digits
    digits = f"0{digits[3:].removeprefix('0')}" if digits.startswith("+31") else digits
    return f"06-{digits[2:]}" if digits.startswith("06") else digits


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

    def hide_iban(match: re.Match[str]) -> str:
        whole = re.sub(r"[\s-]", "", match[0]).upper()
        for end in range(len(whole), 14, -1):
            if is_iban(whole[:end]):
                return hide(match)
        return match[0]

    for pattern in (_MAIL, _LINK, _ACCOUNT, _DUTCH_IBAN):
        text = pattern.sub(hide, text)
    text = _IBAN.sub(hide_iban, text)
    for pattern in (_PHONE, _ABROAD):
        text = pattern.sub(hide, text)
    text = _NINE.sub(hide_bsn, text)
    for pattern in (_POSTCODE, _STREET):
        text = pattern.sub(hide, text)
    return Masked(text, found)


def is_iban(written: str) -> bool:
    """Whether a bank number passes its own test (ISO 13616, the remainder by 97 is one)."""
    if not 15 <= len(written) <= 34 or not written.isascii() or not written.isalnum():
        return False
    moved = written[4:] + written[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the test of a burgerservicenummer."""
    if len(digits) != 9 or digits == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
