"""Names for people in the staff group: easy to remember, and made of nothing but chance."""

import hashlib
from collections.abc import Collection

_COLOURS = (
    "Rode", "Oranje", "Gele", "Groene", "Blauwe", "Paarse", "Roze", "Bruine", "Grijze", "Witte", "Zwarte", "Gouden",
    "Zilveren", "Turquoise", "Mintgroene", "Koperen",
)  # fmt: skip
_ANIMALS = (
    "Otter", "Vos", "Egel", "Uil", "Das", "Zwaan", "Reiger", "Haas", "Eekhoorn", "Bever", "Merel", "Specht", "Libel",
    "Vlinder", "Zeehond", "Dolfijn", "Schildpad", "Kraanvogel", "IJsvogel", "Hermelijn", "Lynx", "Valk", "Mus",
    "Roerdomp", "Salamander", "Kameleon", "Pinguïn", "Panda", "Koala", "Alpaca",
)  # fmt: skip


def alias_for(seed: str, taken: Collection[str]) -> str:
    """A name like "Groene Otter 41" that is not in ``taken``; the same seed gives the same name."""
    for attempt in range(1_000):
        digest = hashlib.sha256(f"{seed}/{attempt}".encode()).digest()
        colour = _COLOURS[digest[0] % len(_COLOURS)]
        animal = _ANIMALS[digest[1] % len(_ANIMALS)]
        name = f"{colour} {animal} {10 + digest[2] % 90}"
        if name not in taken:
            return name
    return f"Gast {hashlib.sha256(seed.encode()).hexdigest()[:8]}"
