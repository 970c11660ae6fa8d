"""Articles and numbers as they stand in Dutch texts."""

import re

_LAW = re.compile(r"^(?P<law>(?=[^,]*[wW]et)[^,]+), artikel(?:en)? (?P<articles>.+)$")
_PART = re.compile(
    r"\([^)]*\)|,? ?\b(?:lid|leden|onder|onderdeel) (?:\d+|[a-z]\b)(?:(?:, | en |, en | tot en met )\d+(?![\da-z.:]))*"
)
_NUMBER = re.compile(r"\d+(?:[.:]\d+)*[a-z]?\b")
_ONE_TO_TWENTY = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig"
)
_WORDS = {word: number for number, word in enumerate(_ONE_TO_TWENTY.split(), 1)}


def numbers_in(text: str) -> set[int]:
    """The numbers of a Dutch text, written in digits or in words."""
    digits = {int(found.replace(".", "")) for found in re.findall(r"\d[\d.]*", text.rstrip("."))}
    return digits | {_WORDS[word] for word in re.findall(r"\w+", text.lower()) if word in _WORDS}


def articles_in(title: str) -> tuple[str, tuple[str, ...]] | None:
    """The law and the articles a source names; None when it is no article of a law."""
    match = _LAW.match(title)
    if match is None:
        return None
    return match["law"], tuple(_NUMBER.findall(_PART.sub("", match["articles"])))
