"""Loads a content folder with its matcher: from the cache when the content did not change, else prepared anew."""

import logging
import os
from dataclasses import replace
from pathlib import Path
from weakref import WeakValueDictionary

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import Content, load_content
from bot.adapters.content.signals import load_signals
from bot.app.encoder import cache_folder, content_encoder, sentence_encoder
from bot.app.progress import PROGRESS
from bot.dialogue.library import Library
from bot.dialogue.likening import Likening
from bot.domain.errors import ContentError
from bot.encoder.port import Encoder
from bot.matching.matcher import Matcher, StaleMatcher, prepared_version
from bot.safety.crisis import CrisisReplies
from bot.safety.learned import Learned, signals_version
from bot.safety.screen import Screen

logger = logging.getLogger(__name__)


def load_library(root: Path | None, *, always_screen: bool = False) -> Library:
    """Everything the dialogue knows; raises ``ContentError`` that lists all errors in the content.

    ``always_screen``: a folder without signals of danger gets the packaged ones, so that no bot runs without them.
    """
    content = checked_content(root)
    if always_screen:
        content = _with_signals(content)
    library = content.library(matcher_for(content), screen_for(content), crisis_for(content))
    remembered = content_encoder()
    if remembered is not None:
        remembered.rest()
    return replace(library, likening=Likening(sentence_encoder()))


def screen_of(root: Path | None) -> Screen:
    """Only what hears danger, of a content folder or else the packaged one."""
    return screen_for(_with_signals(checked_content(root)))


def _with_signals(content: Content) -> Content:
    if content.signals.patterns:
        return content
    return replace(content, signals=load_signals(packaged_content() / "faq", Findings()))


def checked_content(root: Path | None) -> Content:
    """The content of a folder, when it has no errors."""
    findings = Findings()
    content = load_content(root or packaged_content(), findings)
    if findings.errors:
        raise ContentError("\n".join(str(finding) for finding in findings.errors))
    return content


def matcher_for(content: Content) -> Matcher:
    """The matcher of this content: from the cache, else learned now; then kept."""
    corpus = content.corpus()
    encoder = sentence_encoder()
    version = prepared_version(corpus, encoder)
    # Organisations in one process that have the same questions share one matcher: it never changes.
    matcher = _in_use.get(version) or _from_cache(version, encoder)
    if matcher is None:
        with PROGRESS.step("vragen leren begrijpen (na een verandering van de vragen duurt dat een paar minuten)"):
            matcher = Matcher.prepare(corpus, content_encoder()).with_encoder(encoder)
        _keep(_cache_path(version), matcher.to_bytes())
    _in_use[version] = matcher
    return matcher


_ORDINARY = 3
"""So many phrasings of each entry, beside its title, tell ordinary questions from what is said after an alarm."""

_in_use: WeakValueDictionary[str, Matcher] = WeakValueDictionary()
_screens: WeakValueDictionary[str, Screen] = WeakValueDictionary()


def screen_for(content: Content) -> Screen:
    """The screen of these signals: the one in use, else from what was learned before, else learned now and kept."""
    encoder = sentence_encoder()
    version = signals_version(content.signals, encoder.name if encoder else "")
    screen = _screens.get(version)
    if screen is None:
        path = _cache_path(f"danger-{version}")
        try:
            screen = Screen(content.signals, Learned.from_bytes(path.read_bytes()), encoder)
        except (OSError, ValueError):
            with PROGRESS.step(
                "leren wat gevaar is (na een verandering van de voorbeelden duurt dat een paar minuten)"
            ):
                learned = Screen(content.signals, encoder=content_encoder()).learned
            _keep(path, learned.to_bytes())
            # What people write is encoded by the one that remembers nothing.
            screen = Screen(content.signals, learned, encoder)
    _screens[version] = screen
    return screen


def crisis_for(content: Content) -> CrisisReplies:
    """What is said after an alarm, recognised by meaning where there is an encoder."""
    # The phrasings come from the memory of earlier starts; what people write does not go into it.
    entries = [located.entry for located in content.entries] if content.crisis else []
    ordinary = [title for entry in entries for title in entry.title.values()]
    ordinary += [text for entry in entries for texts in entry.questions.values() for text in texts[:_ORDINARY]]
    ordinary += [text for one in content.translations.current for text in (one.title, *one.questions[:1])]
    replies = CrisisReplies(content.crisis, content_encoder(), ordinary)
    return replies.with_encoder(sentence_encoder())


def _from_cache(version: str, encoder: Encoder | None) -> Matcher | None:
    try:
        return Matcher.from_bytes(_cache_path(version).read_bytes(), version, encoder)
    except (OSError, StaleMatcher):
        return None


def _keep(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.with_suffix(f".{os.getpid()}.part")
        whole.write_bytes(data)
        whole.replace(path)
    except OSError as error:
        logger.info("what was learned could not be kept for the next start", extra={"reason": type(error).__name__})


def _cache_path(version: str) -> Path:
    return cache_folder() / f"{version}.npz"
