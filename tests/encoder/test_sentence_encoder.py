"""The encoder is prepared from the installed weights, means the same in every language, and minds nothing typed."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.encoder import sentence_encoder
from bot.encoder.preparing import prepare
from bot.encoder.remembering import RememberingEncoder
from bot.encoder.sentence_encoder import SentenceEncoder
from bot.encoder.weights import NoWeights, Weights, installed_weights, plain


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("cache"), lambda _: None)


@pytest.fixture(scope="module")
def encoder(folder: Path) -> SentenceEncoder:
    return SentenceEncoder(folder)


PAIRS = (
    ("mijn kind wordt gepest op school", "okulda çocuğuma zorbalık yapıyorlar", "de bus naar school komt te laat"),
    ("wanneer is het schoolvakantie", "when are the school holidays", "mijn dochter kan niet goed lezen"),
    ("ik wil met iemand praten", "хочу з кимось поговорити", "hoeveel kost een rekenmachine"),
    ("de school heeft mijn zoon geschorst", "المدرسة أوقفت ابني عن الدراسة", "welke boeken heb ik nodig voor wiskunde"),
)


@pytest.mark.parametrize(("dutch", "other", "else_"), PAIRS)
def test_the_same_in_another_language_is_nearer_than_another_subject(
    encoder: SentenceEncoder, dutch: str, other: str, else_: str
) -> None:
    here, there, elsewhere = encoder.encode([dutch, other, else_])
    assert here @ there > here @ elsewhere
    assert here @ there > there @ elsewhere


def test_a_batch_gives_what_each_sentence_gives_alone(encoder: SentenceEncoder, folder: Path) -> None:
    sentences = ["ja", "hoe vraag ik een tlv aan voor mijn zoon van acht", "x" * 3000, "", "🙂", "mijn kind " * 90]
    together = SentenceEncoder(folder).encode(sentences)
    alone = np.concatenate([encoder.encode([sentence]) for sentence in sentences])
    assert np.abs(together - alone).max() < 1e-4
    assert np.allclose((together**2).sum(axis=1), 1, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_vector(text: str) -> None:
    encoder = _shared()
    (row,) = encoder.encode([text])
    assert np.isfinite(row).all()
    assert abs(float(row @ row) - 1) < 1e-3


def test_lone_surrogates_and_control_signs_are_read(encoder: SentenceEncoder) -> None:
    assert np.isfinite(encoder.encode(["\ud800 hoi", "\x00\x01", "\u202eomgekeerd"])).all()


def test_threads_share_one(encoder: SentenceEncoder) -> None:
    sentences = [f"vraag nummer {number} over school" for number in range(40)]
    wanted = np.concatenate([encoder.encode([sentence]) for sentence in sentences])
    with ThreadPoolExecutor(4) as threads:
        found = np.concatenate(list(threads.map(lambda sentence: encoder.encode([sentence]), sentences)))
    assert (wanted * found).sum(axis=1).min() > 0.999


def test_preparing_twice_makes_the_same_and_costs_nothing(folder: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    assert prepare(folder.parent, steps.append) == folder
    assert steps == []
    again = prepare(tmp_path, steps.append)
    assert steps
    for file in sorted(folder.iterdir()):
        assert (again / file.name).read_bytes() == file.read_bytes()


def test_a_damaged_folder_is_said(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / sentence_encoder.NETWORK).write_bytes(b"nothing")
    with pytest.raises(ValueError):
        SentenceEncoder(copy)


def test_another_file_is_no_weights(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"other" * 100)
    with pytest.raises(NoWeights):
        Weights(path)


def test_four_bit_blocks_are_read_low_half_first() -> None:
    weights = Weights(installed_weights())
    blocks = weights.blocks("l0.q.w", weights.width, weights.width)[:1, :1]
    numbers = plain(blocks)[0]
    scale = float(blocks["scale"][0, 0])
    first = int(blocks["halves"][0, 0, 0])
    assert numbers[0] == pytest.approx(((first & 15) - 8) * scale)
    assert numbers[16] == pytest.approx(((first >> 4) - 8) * scale)


def test_vectors_of_content_are_kept(encoder: SentenceEncoder, tmp_path: Path) -> None:
    path = tmp_path / "vectors.npz"
    wanted = RememberingEncoder(encoder, path).encode(["een", "twee", "een"])
    counted: list[tuple[int, int]] = []
    found = RememberingEncoder(encoder, path, lambda done, whole: counted.append((done, whole))).encode(
        ["drie", "twee", "een"]
    )
    assert counted == [(1, 1)]
    assert np.allclose(found[1], wanted[1])
    assert np.allclose(found[2], wanted[0])
    path.write_bytes(b"damaged")
    assert RememberingEncoder(encoder, path).encode(["een"]).shape == (1, 384)


def test_vectors_that_were_let_go_are_read_again(encoder: SentenceEncoder, tmp_path: Path) -> None:
    counted: list[tuple[int, int]] = []
    kept = RememberingEncoder(encoder, tmp_path / "v.npz", lambda done, whole: counted.append((done, whole)))
    first, deep = kept.encode(["een", "twee"]), kept.encode_depths(["een"])
    kept.rest()
    assert np.array_equal(kept.encode(["een", "twee"]), first)
    assert np.array_equal(kept.encode_depths(["een"]), deep)
    assert counted == [(2, 2), (1, 1)], "nothing is encoded twice"


_kept: list[SentenceEncoder] = []


def _shared() -> SentenceEncoder:
    if not _kept:
        from bot.app.encoder import sentence_encoder as of_this_process

        found = of_this_process()
        assert isinstance(found, SentenceEncoder)
        _kept.append(found)
    return _kept[0]
