"""The few words a flow says of itself, in the languages flows are written in."""

from collections.abc import Mapping

from bot.text.folding import fold
from bot.text.localising import fitting

YES = {"nl": "Ja", "en": "Yes", "tr": "Evet", "ar": "نعم", "pl": "Tak", "uk": "Так"}
NO = {"nl": "Nee", "en": "No", "tr": "Hayır", "ar": "لا", "pl": "Nie", "uk": "Ні"}
RIGHT = {
    "nl": "Dit klopt",
    "en": "This is right",
    "tr": "Bu doğru",
    "ar": "هذا صحيح",
    "pl": "Zgadza się",
    "uk": "Так, правильно",
}
CHANGE = {"nl": "Wijzigen", "en": "Change", "tr": "Değiştir", "ar": "تغيير", "pl": "Zmień", "uk": "Змінити"}
DONE = {"nl": "Klaar", "en": "Done", "tr": "Bitti", "ar": "انتهيت", "pl": "Gotowe", "uk": "Готово"}
DONE_CHOICE = "klaar"
"""What the button under a question with several answers carries, and that under a list that is right."""
SAYS_DONE = frozenset(map(fold, DONE.values()))
"""Typed instead of that button, folded."""


def beside(texts: Mapping[str, str], words: Mapping[str, str], language: str) -> str:
    """``words`` in the language in which ``texts``, which stand beside them, are shown."""
    written = {key.split("@")[0] for key in texts}
    return fitting(words, language if language in written else "en" if language != "nl" else "nl")
