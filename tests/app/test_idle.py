"""A process that only fetches, sends or rings reads nothing of what understands people, and still hears danger."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.app.library import load_library
from bot.app.outline import hears_when_needed, load_outline, outline_of
from bot.domain.errors import ContentError
from tests.acceptance.content import write_content

ROOT = Path(__file__).parents[2]
HEAVY = (
    "numpy", "scipy", "onnx", "onnxruntime", "sentencepiece", "reportlab", "PIL", "matplotlib", "holidays", "fluent",
    "babel", "httpx", "rapidfuzz", "markdown_it", "openpyxl", "alembic", "sqlite3", "bot.matching", "bot.dialogue",
    "bot.flow", "bot.encoder", "bot.safety.screen",
)  # fmt: skip
_READ = """
import sys
import bot.app.cli, bot.app.commands.running, bot.app.wiring, bot.app.furnishing
from bot.app.outline import load_outline
load_outline(None)
print(*sys.modules)
"""


def test_it_reads_nothing_that_it_does_not_need() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READ], cwd=ROOT, capture_output=True, text=True, check=True, timeout=200
    )
    read = done.stdout.split()
    assert "telegram" in read
    assert "sqlalchemy" in read
    assert [name for name in read if name in HEAVY or name.startswith(tuple(f"{one}." for one in HEAVY))] == []


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_content(tmp_path_factory.mktemp("content") / "content")


def change(content: Path, folder: Path, more: str) -> Path:
    folder.mkdir()
    (folder / "steunpunt.yaml").write_text((content / "steunpunt.yaml").read_text() + more)
    return folder


@pytest.mark.parametrize("more", ["", "retention:\n  conversation_state_hours: 5\nnews: true\n"])
def test_what_it_knows_is_what_the_others_know(content: Path, tmp_path: Path, more: str) -> None:
    path = content / "steunpunt.yaml"
    before = path.read_text()
    path.write_text(before + more)
    try:
        outline = load_outline(content)
        assert outline == outline_of(load_library(content))
        assert (outline.state_hours, outline.news) == ((5, True) if more else (24, False))
        assert outline.texts.say("command-menu", outline.texts.languages[0])
    finally:
        path.write_text(before)


@pytest.mark.parametrize("more", ["retention:\n  conversation_state_hours: 0\n", "news: misschien\n", "- kapot\n"])
def test_a_mistake_in_it_is_refused(content: Path, tmp_path: Path, more: str) -> None:
    with pytest.raises(ContentError, match=r"steunpunt\.yaml:\d+"):
        load_outline(change(content, tmp_path / "fout", more))


def test_danger_is_heard_when_nothing_can_be_stored(content: Path) -> None:
    hears = hears_when_needed(content)
    assert hears("ik wil dood")
    assert not hears("hoe vraag ik een tlv aan")
