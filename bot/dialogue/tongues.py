"""Languages by the names people give them."""

from functools import lru_cache

from bot.dialogue.library import Library, Texts
from bot.domain.ids import Language
from bot.text.folding import fold

_NAMES = {
    **dict.fromkeys(("nederlands", "dutch", "hollands"), "nl"),
    **dict.fromkeys(("engels", "english", "ingilizce"), "en"),
    **dict.fromkeys(("turks", "turkish", "turkce"), "tr"),
    **dict.fromkeys(("arabisch", "arabic", "عربي", "بالعربية", "بالعربي"), "ar"),
    **dict.fromkeys(("pools", "polish", "po polsku"), "pl"),
    **dict.fromkeys(("oekraiens", "ukrainian", "українською", "украінською", "по украінськи"), "uk"),
}
"""Other ways than a language's own name to ask for it, folded."""


def named_languages(library: Library) -> dict[str, Language]:
    """Every name that is known, folded: its own, the Dutch one and others."""
    others = tuple((name, one.id) for one in library.other_languages.values() for name in one.names)
    return _named(library.texts, library.languages, others)


@lru_cache(maxsize=64)
def _named(
    texts: Texts, languages: tuple[Language, ...], others: tuple[tuple[str, Language], ...]
) -> dict[str, Language]:
    """Content only; asked at nearly every message, and made once for each organisation."""
    names = {fold(name): language for name, language in others}
    names |= {name: Language(code) for name, code in _NAMES.items() if code in languages}
    return names | {fold(texts.say("language-name", one)): one for one in languages}
