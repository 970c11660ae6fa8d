"""Languages by the names people give them."""

from bot.dialogue.library import Library
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
    names = {fold(name): one.id for one in library.other_languages.values() for name in one.names}
    names |= {name: Language(code) for name, code in _NAMES.items() if code in library.languages}
    return names | {fold(library.texts.say("language-name", one)): one for one in library.languages}
