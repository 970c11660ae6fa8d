"""The sentence encoder of this process: prepared when it was not yet, and missed loudly when it cannot be had."""

import logging
import os
from functools import lru_cache
from pathlib import Path

from bot.app.progress import PROGRESS
from bot.encoder.port import Encoder
from bot.encoder.preparing import prepare
from bot.encoder.remembering import RememberingEncoder
from bot.encoder.weights import NoWeights

logger = logging.getLogger(__name__)

_VECTORS = "vectors.npz"


def cache_folder() -> Path:
    """Where what was learned is kept between starts."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "steunpuntbot"


@lru_cache(maxsize=1)
def sentence_encoder() -> Encoder | None:
    """The encoder, or None when it cannot be had on this machine: the bot then goes on with words alone."""
    try:
        from bot.encoder.sentence_encoder import SentenceEncoder

        return SentenceEncoder(prepare(cache_folder(), PROGRESS.tell))
    except (NoWeights, ImportError, OSError, ValueError) as error:
        logger.warning(
            "het taalmodel kan niet laden; de bot gaat door met woorden alleen en hoort minder. "
            "Voer 'make demo' of 'tools/prepare-environment run' opnieuw uit.",
            extra={"reason": f"{type(error).__name__}: {error}"},
        )
        return None


@lru_cache(maxsize=1)
def content_encoder() -> RememberingEncoder | None:
    """The same for the texts of content files, with the vectors of earlier starts."""
    encoder = sentence_encoder()
    return None if encoder is None else RememberingEncoder(encoder, cache_folder() / _VECTORS, PROGRESS.done)
