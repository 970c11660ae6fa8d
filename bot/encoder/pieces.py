"""The vocabulary as a sentencepiece model (Kudo 2018), so that a well-kept library cuts text of strangers."""

from importlib import import_module
from typing import Any

from bot.encoder.weights import Weights

_UNIGRAM, _UNKNOWN, _CONTROL = 1, 2, 3


def vocabulary(weights: Weights) -> bytes:
    """For ``SentencePieceProcessor(model_proto=…)``; normal forms are applied before, character by character."""
    # Made by protobuf when it is imported, so no type checker knows what is in it.
    model: Any = import_module("sentencepiece.sentencepiece_model_pb2").ModelProto()
    controls = {weights.begin, weights.end, weights.padding, weights.pieces - 1}
    for number, (word, score) in enumerate(zip(weights.words, weights.scores.tolist(), strict=True)):
        piece = model.pieces.add()
        piece.piece, piece.score = word, score
        if number == weights.unknown:
            piece.type = _UNKNOWN
        elif number in controls:
            piece.type = _CONTROL
    trained = model.trainer_spec
    trained.model_type, trained.vocab_size = _UNIGRAM, weights.pieces
    for name in ("unknown", "begin", "end", "padding"):
        number = getattr(weights, name)
        short = {"unknown": "unk", "begin": "bos", "end": "eos", "padding": "pad"}[name]
        setattr(trained, f"{short}_id", number)
        setattr(trained, f"{short}_piece", weights.words[number])
    rules = model.normalizer_spec
    rules.name, rules.add_dummy_prefix, rules.remove_extra_whitespaces, rules.escape_whitespaces = (
        "identity",
        True,
        True,
        True,
    )
    return bytes(model.SerializeToString())
