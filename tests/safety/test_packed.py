"""Half a matrix gives what the whole would."""

import numpy as np
import pytest

from bot.safety.packed import Floats, Packed

SIZES = [1, 2, 3, 6, 7, 40, 41]


def matrix(size: int) -> Floats:
    """Positive definite, and no two of its numbers alike."""
    rows = np.random.default_rng(size).normal(size=(size, size + 3))
    return np.asarray(rows @ rows.T / size + np.eye(size), dtype=np.float32)


def packed(whole: Floats, band: int) -> Packed:
    half = Packed(len(whole))
    for start in range(0, len(whole), band):
        half.fill(start, whole[start:, start : start + band])
    return half


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("band", [1, 4, 64])
def test_what_was_filled_in_is_there(size: int, band: int) -> None:
    whole = matrix(size)
    chosen = range(0, size, 2)
    assert np.array_equal(packed(whole, band).block(chosen), whole[np.ix_(chosen, chosen)])


@pytest.mark.parametrize("size", SIZES)
def test_it_solves_and_inverts_as_the_square(size: int) -> None:
    whole = matrix(size)
    wanted = np.random.default_rng(0).normal(size=(size, 2)).astype(np.float32)
    half = packed(whole, 4)
    half.factor()
    assert np.allclose(half.solve(wanted), np.linalg.solve(whole, wanted), atol=1e-4)
    half.invert()
    assert np.allclose(half.block(range(size)), np.linalg.inv(whole), atol=1e-4)


def test_what_is_not_positive_definite_is_refused() -> None:
    half = packed(np.asarray([[1, 2], [2, 1]], dtype=np.float32), 4)
    with pytest.raises(ValueError, match="positive definite"):
        half.factor()
