"""Vectors of content, kept between starts by a hash of their text: an edit costs only what changed."""

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np

from bot.encoder.port import Encoder, Vectors

logger = logging.getLogger(__name__)

_AT_ONCE = 64


class RememberingEncoder:
    """An encoder for the texts of content files; what it encoded before is read from ``path``.

    Only for content: what a person wrote is never kept.
    """

    def __init__(self, encoder: Encoder, path: Path, report: Callable[[int, int], None] | None = None) -> None:
        """``report`` hears how many texts are done, of how many, while new ones are encoded."""
        self.name = encoder.name
        self._plain = _Kept(encoder.name, encoder.encode, path, report)
        self._depths = _Kept(encoder.name, encoder.encode_depths, path.with_stem(f"{path.stem}-depths"), report)

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one row of length 1 per sentence."""
        return self._plain.rows(sentences)

    def encode_depths(self, sentences: Sequence[str]) -> Vectors:
        """Return one row per sentence, of several depths side by side."""
        return self._depths.rows(sentences)

    def rest(self) -> None:
        """Let go of what was read: content is loaded seldom, and its vectors are tens of megabytes."""
        self._plain.rest()
        self._depths.rest()


class _Kept:
    """What one way of encoding gave before, in a file of its own; read when it is first asked for."""

    def __init__(
        self,
        name: str,
        encode: Callable[[Sequence[str]], Vectors],
        path: Path,
        report: Callable[[int, int], None] | None,
    ) -> None:
        self._name = name
        self._encode = encode
        self._path = path
        self._report = report

    @cached_property
    def _known(self) -> dict[bytes, Vectors]:
        return self._read()

    def rows(self, sentences: Sequence[str]) -> Vectors:
        keys = [self._key(sentence) for sentence in sentences]
        new = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if key not in self._known}
        if new:
            self._learn(new)
        return np.stack([self._known[key] for key in keys]).astype(np.float32)

    def rest(self) -> None:
        # Read anew when it is asked for again.
        self.__dict__.pop("_known", None)

    def _learn(self, new: dict[bytes, str]) -> None:
        # Alike in length together, so that little is padding; two batches beside each other, one a core.
        ordered = sorted(new.items(), key=lambda item: len(item[1]))
        parts = [ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE)]
        done = 0
        with ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as threads:
            for part, vectors in zip(parts, threads.map(self._encoded, parts), strict=True):
                self._known.update((key, row) for (key, _), row in zip(part, vectors, strict=True))
                done += len(part)
                if self._report is not None:
                    self._report(done, len(ordered))
        self._write()

    def _encoded(self, part: Sequence[tuple[bytes, str]]) -> Vectors:
        return self._encode([text for _, text in part]).astype(np.float16)

    def _key(self, sentence: str) -> bytes:
        return hashlib.sha256(f"{self._name}\n{sentence}".encode("utf-8", "replace")).digest()[:16]

    def _read(self) -> dict[bytes, Vectors]:
        try:
            with np.load(self._path, allow_pickle=False) as whole:
                keys, rows = whole["keys"], whole["rows"]
            return dict(zip((bytes(key) for key in keys), rows, strict=True))
        except Exception:
            # No file yet, or a damaged one: everything is encoded anew.
            return {}

    def _write(self) -> None:
        part = self._path.with_suffix(f".{os.getpid()}.part.npz")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            keys = np.frombuffer(b"".join(self._known), dtype=np.uint8).reshape(-1, 16)
            np.savez(part, keys=keys, rows=np.stack(list(self._known.values())))
            part.replace(self._path)
        except OSError as error:
            logger.info("vectors could not be kept for the next start", extra={"reason": type(error).__name__})
