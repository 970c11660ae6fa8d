"""A sentence encoder from a local ONNX file, for those who add the extra ``semantic``; nothing is ever downloaded."""

import hashlib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import numpy as np

from bot.matching.sparse import Floats

_MOST_TOKENS = 128
_SENTENCES_AT_ONCE = 32


class OnnxEncoder:
    """Implements :class:`bot.matching.encoder.Encoder` with onnxruntime and tokenizers.

    Fits the usual exports of sentence encoders: inputs ``input_ids``, ``attention_mask`` and perhaps
    ``token_type_ids``; the first output either one vector a sentence or one a token, which are then averaged.
    """

    def __init__(self, model: Path, tokenizer: Path, *, threads: int = 1) -> None:
        """Load ``model`` (ONNX) and ``tokenizer`` (``tokenizer.json``).

        Raises ImportError when the extra is not installed, OSError when a file cannot be read.
        """
        runtime = import_module("onnxruntime")
        tokenizers = import_module("tokenizers")
        data = model.read_bytes()
        words = tokenizer.read_bytes()
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = runtime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._inputs = {part.name for part in self._session.get_inputs()}
        self._tokenizer = tokenizers.Tokenizer.from_str(words.decode("utf-8"))
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.enable_padding()
        self.name = hashlib.sha256(data + words).hexdigest()[:32]

    def encode(self, sentences: Sequence[str]) -> Floats:
        """Return one vector of length 1 per sentence (sentences × dimensions)."""
        starts = range(0, len(sentences), _SENTENCES_AT_ONCE)
        batches = [self._encode_batch(sentences[start : start + _SENTENCES_AT_ONCE]) for start in starts]
        return np.concatenate(batches)

    def _encode_batch(self, sentences: Sequence[str]) -> Floats:
        encoded = self._tokenizer.encode_batch(list(sentences))
        numbers = np.array([one.ids for one in encoded], dtype=np.int64)
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        offered = {"input_ids": numbers, "attention_mask": mask, "token_type_ids": np.zeros_like(numbers)}
        feed = {name: value for name, value in offered.items() if name in self._inputs}
        vectors = np.asarray(self._session.run(None, feed)[0], dtype=np.float32)
        if vectors.ndim == 3:
            weights = mask[:, :, None].astype(np.float32)
            vectors = (vectors * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
