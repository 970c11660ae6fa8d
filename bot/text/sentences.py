"""Cutting a message into the sentences and listed points it is made of."""

import re

_END = re.compile(r"(?<=[.!?…])\s+(?!\.)|(?<=[?!])(?=[^\s?!.)\"'])")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.):]|\(?[a-eA-E][.)])\s+")
_NUMBERED = re.compile(r"\s+(?=\(?[1-9][.)]\s)")


def sentences(text: str) -> list[str]:
    """Return the sentences, lines and listed points of ``text``, stripped and without their bullets or numbers.

    What holds neither a letter nor a digit is left out.
    """
    points = [point for line in text.splitlines() for point in _NUMBERED.split(line)]
    pieces = [piece.strip() for point in points for piece in _END.split(_BULLET.sub("", point))]
    return [piece for piece in pieces if any(character.isalnum() for character in piece)]
