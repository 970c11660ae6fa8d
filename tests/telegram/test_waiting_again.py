"""How long is waited before a send is tried again."""

from datetime import timedelta

import pytest

from bot.adapters.telegram.delivery import backoff


@pytest.mark.parametrize(
    ("tries", "seconds"), [(0, 0.5), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (7, 30), (10, 30), (5_000, 30)]
)
def test_each_time_twice_as_long_and_at_most_half_a_minute(tries: int, seconds: float) -> None:
    assert backoff(tries) == timedelta(seconds=seconds)
