"""Return codes: six plain Dutch words, drawn by chance, easy to write down and to say aloud.

512 words, six of them: 54 bits, a little more than GlobaLeaks' sixteen digits. Guessing is limited besides, and what is
kept is a keyed hash, so that a stolen database cannot be searched through without the key.
"""

import re
import secrets
import unicodedata
from collections.abc import Sequence

from bot.adapters.webchat.words import WORDS

LENGTH = 6
_KNOWN = frozenset(WORDS)


def new_code() -> str:
    """A code nobody has."""
    return " ".join(secrets.choice(WORDS) for _ in range(LENGTH))


def read_code(written: str) -> str | None:
    """What somebody wrote down, as it was given; None when it cannot be a code.

    Capitals, accents, commas and one wrong letter in a word do no harm: no two words differ by one letter only.
    """
    plain = unicodedata.normalize("NFKD", written.casefold())
    found = re.findall(r"[a-z]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    if len(found) != LENGTH:
        return None
    words = [word if word in _KNOWN else _nearest(word) for word in found]
    return None if None in words else " ".join(word for word in words if word)


def _nearest(word: str) -> str | None:
    """The one word that a single slip of the finger away; None when there is none, or more than one."""
    near = [known for known in WORDS if abs(len(known) - len(word)) <= 1 and one_slip(known, word)]
    return near[0] if len(near) == 1 else None


def one_slip(one: Sequence[str] | str, other: Sequence[str] | str) -> bool:
    """Whether one letter was changed, left out or added."""
    if len(one) > len(other):
        one, other = other, one
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    return one[start:] == other[start + 1 :]
