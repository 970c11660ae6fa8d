"""The encoder that runs: sentencepiece cuts, the table is looked up in the file, onnxruntime does the sums.

One thread a call (two calls may run beside each other); the last vectors are remembered for a moment, since danger and
the question are both judged from the same sentence.
"""

import json
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
import sentencepiece

from bot.encoder.port import DEPTHS, Vectors
from bot.encoder.weights import BLOCKS, plain

NETWORK, VOCABULARY, TABLE, POSITIONS, FACTS = (
    "network.onnx", "vocabulary.model", "table.bin", "positions.npy", "facts.json",
)  # fmt: skip
"""The files of a prepared encoder."""

_PREFIX = "query: "
"""How this model wants a sentence that is compared with others of its kind (model card of multilingual-e5-small)."""
_MOST_TOKENS = 128
_MOST_CHARACTERS = 1_000
_MOST_TOGETHER = 1_024
"""Tokens in one call."""
_CALL = 20
"""How many tokens of padding cost as much as a call of its own."""
_REMEMBERED = 512
"""Sentences of the messages that are judged at this moment; what is encoded more at once is no message."""


class SentenceEncoder:
    """Implements :class:`bot.encoder.port.Encoder`; threads may share one."""

    def __init__(self, folder: Path) -> None:
        """Load what ``prepare`` made. Raises ``OSError`` or ``ValueError`` when it is not there or damaged."""
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        self.name: str = facts["name"]
        self._begin, self._end, self._padding = facts["begin"], facts["end"], facts["padding"]
        self._normal_forms = {int(character): form for character, form in facts["normal_forms"].items()}
        self._positions = np.load(folder / POSITIONS, allow_pickle=False)
        width = self._positions.shape[1]
        self._table = np.memmap(folder / TABLE, dtype=BLOCKS, mode="r").reshape(-1, width // 32)
        try:
            self._cutter = sentencepiece.SentencePieceProcessor(model_file=str(folder / VOCABULARY))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            # The arena would keep the memory of the largest batch for good.
            options.enable_cpu_mem_arena = False
            self._session = onnxruntime.InferenceSession(
                str(folder / NETWORK), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            # Both libraries raise exceptions of their own; whatever it is, the bot goes on with words alone.
            raise ValueError(str(error)) from error
        self._recent: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one row of length 1 per sentence; of a very long one the first part counts."""
        return self.encode_depths(sentences)[:, : self._positions.shape[1]]

    def encode_depths(self, sentences: Sequence[str]) -> Vectors:
        """Return one row per sentence: the last layer as ``encode`` gives it, and two less deep beside it."""
        sentences = [sentence.strip() for sentence in sentences]
        found = np.zeros((len(sentences), DEPTHS * self._positions.shape[1]), dtype=np.float32)
        places: dict[str, list[int]] = {}
        with self._lock:
            for place, sentence in enumerate(sentences):
                row = self._recent.get(sentence)
                if row is None:
                    places.setdefault(sentence, []).append(place)
                else:
                    found[place] = row
        unknown = [first for first, *_ in places.values()]
        cut = {place: self._cut(sentences[place]) for place in unknown}
        for batch in _batches(sorted(unknown, key=lambda place: len(cut[place])), cut):
            found[batch] = self._run([cut[place] for place in batch])
        for first, *again in places.values():
            found[again] = found[first]
        if len(unknown) <= _REMEMBERED // 2:
            self._remember(sentences, unknown, found)
        return found

    def _remember(self, sentences: Sequence[str], places: Sequence[int], found: Vectors) -> None:
        with self._lock:
            for place in places:
                self._recent[sentences[place]] = found[place].copy()
            while len(self._recent) > _REMEMBERED:
                self._recent.popitem(last=False)

    def _cut(self, sentence: str) -> list[int]:
        text = (_PREFIX + sentence[:_MOST_CHARACTERS]).translate(self._normal_forms)
        text = text.encode("utf-8", "replace").decode()
        return [self._begin, *self._cutter.encode(text)[: _MOST_TOKENS - 2], self._end]

    def _run(self, rows: Sequence[Sequence[int]]) -> Vectors:
        longest = max(map(len, rows))
        numbers = np.full((len(rows), longest), self._padding, dtype=np.int64)
        mask = np.zeros((len(rows), longest), dtype=np.float32)
        for place, row in enumerate(rows):
            numbers[place, : len(row)] = row
            mask[place, : len(row)] = 1
        embedded = plain(self._table[numbers]) + self._positions[:longest]
        vectors: Vectors = self._session.run(["vectors"], {"embedded": embedded, "mask": mask})[0]
        return vectors


def _batches(places: Sequence[int], cut: dict[int, list[int]]) -> list[list[int]]:
    """Places from short to long, in groups that are alike in length."""
    batches: list[list[int]] = []
    longest = 0
    for place in places:
        length = len(cut[place])
        others = len(batches[-1]) if batches else 0
        padding = others * (length - longest)
        if others and padding <= _CALL and (others + 1) * length <= _MOST_TOGETHER:
            batches[-1].append(place)
        else:
            batches.append([place])
        longest = length
    return batches
