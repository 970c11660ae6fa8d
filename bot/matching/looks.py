"""Looking at texts: each is read and measured once, and many together cost little more than one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.audience import Audience
from bot.domain.ids import Language
from bot.encoder.port import Encoder
from bot.matching.model import LanguageModel
from bot.matching.reading import Reading
from bot.matching.shorthand import written_out
from bot.matching.signals import Measured
from bot.matching.verdict import Verdict
from bot.text.folding import words
from bot.text.sentences import sentences

LONG_MESSAGE = 14
"""From this many words a message of several sentences is judged sentence by sentence as well."""

_FEWEST_WORDS = 4
_WORDS_SEEN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One text as one model sees it, whoever wrote it."""

    reading: Reading
    measured: Measured


class Asked(NamedTuple):
    """A question, and what changes how it is judged."""

    text: str
    audience: Audience | None = None
    language: Language | None = None
    """The choice of who asks, or the language of their app."""


class Looks:
    """What was seen in the texts of one message, or of a few that are judged together; for one thread at a time."""

    def __init__(self, encoder: Encoder | None) -> None:
        self.abroad: dict[tuple[str, Language | None], Language | None] = {}
        """In which language without phrasings a text is, by the text and the language of its writer."""
        self.verdicts: dict[Asked, Verdict] = {}
        """What became of questions, without their explanation."""
        self.parts: dict[Asked, tuple[tuple[str, Verdict], ...]] = {}
        """The same of each question in them."""
        self._typed: dict[str, list[str]] = {}
        self._encoder = encoder
        self._readings: dict[tuple[Language, str], Reading] = {}
        self._found: dict[tuple[Language, str], Look] = {}

    def reading(self, model: LanguageModel, text: str) -> Reading:
        """How ``model`` reads ``text``."""
        key = (model.language, text)
        found = self._readings.get(key)
        if found is None:
            found = self._readings[key] = model.reader.read(text)
        return found

    def strangeness(self, model: LanguageModel, text: str) -> float:
        """The share (0–1) of the first words of ``text`` that the content in the language of ``model`` never uses."""
        typed = self._typed.get(text)
        if typed is None:
            typed = self._typed[text] = written_out(words(text)[:_WORDS_SEEN])
        return sum(word not in model.reader.vocabulary for word in typed) / len(typed) if typed else 0.0

    def take(self, model: LanguageModel, texts: Iterable[str]) -> None:
        """Measure those of ``texts`` that have words and were not looked at before, all together."""
        wanted = [text for text in dict.fromkeys(texts) if (model.language, text) not in self._found]
        readings = [self.reading(model, text) for text in wanted]
        seen = [(text, reading) for text, reading in zip(wanted, readings, strict=True) if reading.words]
        if not seen:
            return
        measured = model.measured([text for text, _ in seen], [reading for _, reading in seen], self._encoder)
        for number, (text, reading) in enumerate(seen):
            self._found[model.language, text] = Look(reading=reading, measured=measured.one(number))

    def of(self, model: LanguageModel, text: str) -> Look | None:
        """What ``model`` sees in ``text``; None when it has no words."""
        self.take(model, [text])
        return self._found.get((model.language, text))

    def said_in(self, model: LanguageModel, text: str) -> list[str]:
        """The sentences of a long message that say something by themselves; none when there are fewer than two."""
        if len(self.reading(model, text).words) < LONG_MESSAGE:
            return []
        said = [part for part in sentences(text) if len(self.reading(model, part).words) >= _FEWEST_WORDS]
        return said if len(said) > 1 else []
