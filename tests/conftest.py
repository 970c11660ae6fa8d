"""For all tests."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

from tests.storage.postgresql import Server

# As the bot itself does: waiting times of the library come as what they are.
os.environ.setdefault("PTB_TIMEDELTA", "1")
# A busy machine makes nothing untrue: how long an example takes is never what is tested.
settings.register_profile("ordinary", deadline=None)
settings.load_profile("ordinary")
# For `make mutants`: the same examples each time, and a failure is enough; nobody reads the smallest one.
settings.register_profile(
    "mutants", phases=[Phase.explicit, Phase.generate], derandomize=True, database=None, deadline=None
)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a real PostgreSQL server that only this run knows."""
    with Server() as server:
        yield server.address
