"""Makes the encoder ready from the weights that were installed: once, some seconds, always the same files."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bot.encoder import sentence_encoder
from bot.encoder.weights import Weights, installed_weights

_VERSION = "3"
"""Raised when what is made changes."""


def prepared_folder(cache: Path) -> Path:
    """Where the encoder of the installed weights belongs; raises ``NoWeights`` when there are none."""
    weights = installed_weights()
    try:
        size = weights.stat().st_size
    except OSError:
        size = 0
    mark = hashlib.sha256(f"{_VERSION}/{weights.name}/{size}".encode()).hexdigest()[:16]
    return cache / f"encoder-{mark}"


def prepare(cache: Path, report: Callable[[str], None]) -> Path:
    """The folder of a prepared encoder; made when it is not there. ``report`` hears what goes on.

    Raises ``NoWeights`` without weights, ``ImportError`` without the libraries to make it, ``OSError`` when it cannot
    be written.
    """
    folder = prepared_folder(cache)
    if (folder / sentence_encoder.FACTS).exists():
        return folder
    # Only needed here: whoever has a prepared encoder needs neither.
    from bot.encoder.network import network
    from bot.encoder.pieces import vocabulary

    cache.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="encoder-", suffix=".part", dir=cache))
    try:
        report("taalmodel: gewichten lezen")
        weights = Weights(installed_weights())
        report("taalmodel: woordenlijst")
        (part / sentence_encoder.VOCABULARY).write_bytes(vocabulary(weights))
        report("taalmodel: netwerk")
        (part / sentence_encoder.NETWORK).write_bytes(network(weights))
        table = weights.blocks("emb.word", weights.rows, weights.width)
        (part / sentence_encoder.TABLE).write_bytes(np.ascontiguousarray(table).tobytes())
        positions = weights.numbers("emb.pos").reshape(-1, weights.width) + weights.numbers("emb.type")[: weights.width]
        np.save(part / sentence_encoder.POSITIONS, positions.astype(np.float32))
        facts = {
            "name": f"multilingual-e5-small/int8/{_VERSION}",
            "begin": weights.begin,
            "end": weights.end,
            "padding": weights.padding,
            "normal_forms": weights.normal_forms,
        }
        (part / sentence_encoder.FACTS).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        try:
            part.replace(folder)
        except OSError:
            # Another process was first: theirs is the same.
            if not (folder / sentence_encoder.FACTS).exists():
                raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder
