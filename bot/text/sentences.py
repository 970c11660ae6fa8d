"""Cutting a message into the sentences and listed points it is made of."""

import re

_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+|(?<=[?!])(?=[^\s?!.)\"'])")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.):]|\(?[a-eA-E][.)])\s+")


def sentences(text: str) -> list[str]:
    """Return the sentences, lines and listed points of ``text``, stripped, without their bullets or numbers; empty
    ones are left out.
    """
    pieces = (_BULLET.sub("", piece).strip() for piece in _BREAK.split(text))
    return [piece for piece in pieces if any(character.isalnum() for character in piece)]
