"""What the running bot loads: as little as it needs, since each start pays for it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = (
    "import bot.app.cli, bot.app.commands.running, bot.app.wiring, bot.app.house, bot.app.tenants, bot.app.furnishing, "
    "bot.app.command_menu, bot.service.desk, bot.service.learning, bot.dialogue.conversing, "
    "bot.adapters.telegram.composer"
)
"""With what ``furnishing`` imports only where a process thinks."""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Modules of a fresh process that is about to run."""
    program = f"{RUN}; import sys; print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_run_time_path_is_what_was_loaded(loaded: set[str]) -> None:
    assert {"telegram", "aiohttp", "bot.service.desk", "bot.adapters.telegram.request"} <= loaded


@pytest.mark.parametrize("module", ["httpx", "httpcore", "bot.authoring", "bot.playground", "matplotlib", "alembic"])
def test_what_running_needs_not_is_not_loaded(loaded: set[str], module: str) -> None:
    assert not {name for name in loaded if name == module or name.startswith(f"{module}.")}
