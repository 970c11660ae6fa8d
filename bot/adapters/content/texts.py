"""The bot's own short sentences, in Project Fluent files beside the code."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from bot.domain.errors import ContentError
from bot.domain.ids import DUTCH, ENGLISH, Language

_FOLDER = Path(__file__).parents[2] / "locale"


class FluentTexts:
    """Implements ``Texts``."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        """Reads every ``<language>.ftl`` in ``folder``, and ``<language>.staff.ftl``; Dutch must be among them."""
        self._bundles: dict[Language, FluentBundle] = {}
        for path in sorted(folder.glob("*.ftl")):
            language = Language(path.name.split(".")[0])
            bundle = self._bundles.setdefault(language, FluentBundle([language], use_isolating=False))
            resource = FluentResource(path.read_text(encoding="utf-8"))
            for part in resource.body:
                if isinstance(part, Junk):
                    # Fluent skips what it cannot read; we would only find out when a person needs the sentence.
                    raise ContentError(f"{path.name}: dit stuk is niet te lezen: {str(part.content)[:60]!r}")
            bundle.add_resource(resource)
        others = sorted((name for name in self._bundles if name != DUTCH), key=lambda name: (name != ENGLISH, name))
        self.languages: tuple[Language, ...] = (DUTCH, *others)
        """Those that people can choose: Dutch first, then English."""

    def say(self, name: str, language: Language, /, **arguments: str | int) -> str:
        """The text of this name; when the language lacks it in English, else in Dutch."""
        tried = (language, ENGLISH, DUTCH) if language in self._bundles else (DUTCH,)
        bundles = [self._bundles[known] for known in tried if known in self._bundles]
        bundle = next((bundle for bundle in bundles if bundle.has_message(name)), self._bundles[DUTCH])
        pattern = bundle.get_message(name).value
        if pattern is None:
            raise KeyError(name)
        text, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise KeyError(f"{name}: {type(errors[0]).__name__}")
        return str(text)


@cache
def packaged_texts() -> FluentTexts:
    """The texts that come with the program."""
    return FluentTexts()
