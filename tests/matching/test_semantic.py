"""The seam for meaning, proven with an encoder small enough to build here: synonyms share a vector."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from bot.domain.ids import DUTCH
from bot.matching.corpus import Corpus
from bot.matching.matcher import Matcher, StaleMatcher, prepared_version
from bot.matching.semantic import OnnxEncoder
from tests.matching.examples import entry

SENSES = [
    ["[UNK]", "ik", "mijn", "de", "een", "wat", "hoe", "met", "nu", "aan", "is", "doe"],
    ["fiets", "rijwiel", "tweewieler", "karretje"],
    ["hond", "viervoeter", "keffer", "woefje"],
    ["brood", "boterham", "lunch", "kadetje"],
    ["huis", "woning", "flat", "optrekje"],
]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> OnnxEncoder:
    folder: Path = tmp_path_factory.mktemp("encoder")
    vocabulary = {word: number for number, word in enumerate(word for sense in SENSES for word in sense)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    table = np.zeros((len(vocabulary), len(SENSES)), dtype=np.float32)
    for sense, listed in enumerate(SENSES):
        for word in listed:
            table[vocabulary[word], sense] = 0.05 if sense == 0 else 1.0
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])],
        "encoder",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", len(SENSES)])],
        [numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, str(folder / "model.onnx"))
    return OnnxEncoder(folder / "model.onnx", folder / "tokenizer.json")


CORPUS = Corpus(
    entries=(
        entry("fiets", "mijn fiets is stuk", "wat doe ik met een fiets", "een rijwiel", "hoe nu de tweewieler"),
        entry("hond", "mijn hond is ziek", "wat doe ik met een hond", "een viervoeter", "hoe nu de keffer"),
        entry("brood", "mijn brood is op", "wat doe ik met een brood", "een boterham", "hoe nu de lunch"),
        entry("huis", "mijn huis is koud", "wat doe ik met een huis", "een woning", "hoe nu de flat"),
    )
)


def test_meaning_finds_what_letters_cannot(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(["de hond", "een viervoeter", "mijn fiets"])
    assert vectors.shape == (3, len(SENSES))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert vectors[0] @ vectors[1] > 0.9 > vectors[0] @ vectors[2]
    with_sense = Matcher.prepare(CORPUS, encoder)
    without = Matcher.prepare(CORPUS)

    def sure(matcher: Matcher) -> float:
        found = matcher.judge("woefje", language=DUTCH).candidates
        return next(candidate.confidence for candidate in found if candidate.id == "hond")

    assert with_sense.judge("woefje").candidates[0].id == "hond"
    assert sure(with_sense) > sure(without)


def test_without_the_encoder_it_was_prepared_with_a_matcher_is_stale(encoder: OnnxEncoder) -> None:
    data = Matcher.prepare(CORPUS, encoder).to_bytes()
    loaded = Matcher.from_bytes(data, prepared_version(CORPUS, encoder), encoder)
    assert loaded.judge("woefje") == Matcher.prepare(CORPUS, encoder).judge("woefje")
    with pytest.raises(StaleMatcher):
        Matcher.from_bytes(data, prepared_version(CORPUS))
