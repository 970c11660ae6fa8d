"""Folding: one canonical form of what somebody typed, shared by the safety screen and the matcher.

Folding is lossy on purpose (case, accents, emoji and invisible characters go) and never invents a word, so two texts
with equal folded forms mean the same to every room.
"""

import re
import unicodedata

_INVISIBLE = {
    ord(character): None
    for character in "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
}
_INVISIBLE.update(dict.fromkeys((*range(8234, 8239), *range(8294, 8298), *range(65024, 65040))))
_LIGATURES = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ŀ": "l", "ð": "d", "þ": "th"}
)
_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u00b4`\u2032]")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, emoji, invisible characters or drawn-out letters ("heeeelp" →
    "heelp").

    Words are separated by one space; punctuation is gone except an apostrophe inside a word ("ib'er", "foto's"),
    whatever sign it was typed with. Letters of other scripts stay. The empty string comes back for emoji or
    punctuation only.
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Return the folded words of ``text`` in order (see :func:`fold`)."""
    return _WORD.findall(soften(text))


def soften(text: str) -> str:
    """Return ``text`` folded like :func:`fold` but with its punctuation and layout, for whoever needs sentences or
    patterns.
    """
    plain = (
        unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", text.translate(_INVISIBLE)))
        .casefold()
        .translate(_LIGATURES)
    )
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return _DRAWN_OUT.sub(r"\1\1", plain)
