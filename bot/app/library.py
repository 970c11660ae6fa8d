"""Loads a content folder with its matcher: from the cache when the content did not change, else prepared anew."""

import logging
import os
from dataclasses import replace
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.library import Content, load_content, packaged_content
from bot.adapters.content.signals import load_signals
from bot.dialogue.library import Library
from bot.domain.errors import ContentError
from bot.matching.corpus import Corpus, corpus_version
from bot.matching.matcher import Matcher, StaleMatcher

logger = logging.getLogger(__name__)

PREPARED_FILE = "matcher.npz"
"""The packaged content's matcher, made ahead by ``steunpuntbot check --prepare``."""


def load_library(root: Path | None, *, always_screen: bool = False) -> Library:
    """Everything the dialogue knows; raises ``ContentError`` that lists all errors in the content.

    ``always_screen``: a folder without signals of danger gets the packaged ones, so that no bot runs without them.
    """
    content = checked_content(root)
    if always_screen and not content.signals.patterns:
        findings = Findings()
        signals = load_signals(packaged_content() / "faq", findings)
        content = replace(content, signals=signals)
    return content.library(matcher_for(content))


def checked_content(root: Path | None) -> Content:
    """The content of a folder, when it has no errors."""
    findings = Findings()
    content = load_content(root or packaged_content(), findings)
    if findings.errors:
        raise ContentError("\n".join(str(finding) for finding in findings.errors))
    return content


def matcher_for(content: Content) -> Matcher:
    """The matcher of this content; preparing takes seconds, so the result is kept."""
    corpus = content.corpus()
    version = corpus_version(corpus)
    for path in (prepared_path(content.root), _cache_path(version)):
        try:
            return Matcher.from_bytes(path.read_bytes(), version)
        except (OSError, StaleMatcher):
            continue
    return _prepare(corpus, version)


def prepared_path(root: Path) -> Path:
    """Where the matcher that comes with a content folder lies."""
    return root / "faq" / PREPARED_FILE


def _prepare(corpus: Corpus, version: str) -> Matcher:
    matcher = Matcher.prepare(corpus)
    path = _cache_path(version)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.with_suffix(f".{os.getpid()}.part")
        whole.write_bytes(matcher.to_bytes())
        whole.replace(path)
    except OSError as error:
        logger.info("the matcher could not be kept for the next start", extra={"reason": type(error).__name__})
    return matcher


def _cache_path(version: str) -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "steunpuntbot" / f"{version}.npz"
