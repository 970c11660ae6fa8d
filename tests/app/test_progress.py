"""The first preparation takes minutes: whoever waits sees how far it is, at a terminal and anywhere else."""

import io
import os
import pty
import subprocess
from pathlib import Path

import pytest

from bot.app.progress import Progress
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]


class Screen(io.StringIO):
    """A terminal that keeps what is written."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_bar_at_a_terminal_is_one_line_that_grows_and_ends() -> None:
    screen, clock = Screen(terminal=True), Clock()
    progress = Progress(screen, clock)
    with progress.step("vragen leren"):
        for done in (250, 500, 750, 1000):
            clock.now += 30
            progress.done(done, 1000)
    lines = screen.getvalue().split("\n")
    assert lines[0] == "vragen leren …"
    assert len(lines) == 4
    bars = lines[1].split("\r\x1b[K")
    assert [bar.count("#") for bar in bars] == [7, 15, 22, 30]
    assert bars[0].endswith("250/1000, nog ongeveer 2 minuten")
    assert bars[1].endswith("nog ongeveer 1 minuut")
    assert bars[2].endswith("nog ongeveer 30 seconden")
    assert bars[3].endswith("1000/1000")
    assert lines[2] == "vragen leren: klaar na 120 s"


def test_plain_lines_now_and_then_where_nobody_looks_at_a_terminal() -> None:
    screen, clock = Screen(terminal=False), Clock()
    progress = Progress(screen, clock, every=10)
    with progress.step("vragen leren"):
        for done in range(100, 1100, 100):
            clock.now += 4
            progress.done(done, 1000)
    # Every third: ten seconds lie between two lines.
    assert screen.getvalue().splitlines() == [
        "zinnen leren: 300 van 1000 (30 %), nog ongeveer 30 seconden",
        "zinnen leren: 600 van 1000 (60 %), nog ongeveer 15 seconden",
        "zinnen leren: 900 van 1000 (90 %), nog ongeveer 5 seconden",
    ]
    assert "\r" not in screen.getvalue()


@pytest.mark.parametrize("terminal", [True, False])
def test_what_is_quick_says_no_more_than_it_must(terminal: bool) -> None:
    screen, clock = Screen(terminal=terminal), Clock()
    progress = Progress(screen, clock)
    with progress.step("vragen leren"):
        progress.done(499, 499)
    assert len(screen.getvalue().splitlines()) == (2 if terminal else 0)


def test_a_step_without_a_measure_says_that_it_goes_on() -> None:
    screen = Screen(terminal=False)
    progress = Progress(screen, every=0, beat=0.001)
    with progress.step("sommen"):
        deadline = 0
        while "sommen: al 0 seconden bezig" not in screen.getvalue() and deadline < PATIENCE * 1000:
            deadline += 1
            os.sched_yield()
    assert "sommen: al 0 seconden bezig" in screen.getvalue()
    said = screen.getvalue()
    progress.done(1, 10)
    assert screen.getvalue() == said, "nothing goes on after the end"


def test_a_mistake_in_a_step_is_not_hidden() -> None:
    progress = Progress(Screen(terminal=True))
    with pytest.raises(ValueError, match="kapot"), progress.step("sommen"):
        raise ValueError("kapot")


def prepare(folder: Path, *, terminal: bool) -> str:
    """``tools/prepare-environment`` in a copy of its own, with a Python that pretends to install."""
    (folder / "tools").mkdir()
    script = folder / "tools" / "prepare-environment"
    script.write_text((ROOT / "tools" / "prepare-environment").read_text())
    script.chmod(0o755)
    (folder / "requirements").mkdir()
    (folder / "requirements" / "run.lock").write_text("# niets\n")
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@" >> "$(dirname "$0")/asked"\nsleep 0.3\n')
    python.chmod(0o755)
    environment = {**os.environ, "PREPARE_EVERY": "0.05"}
    command = [str(script), "run"]
    if not terminal:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=PATIENCE)
        return done.stdout + done.stderr
    ours, theirs = pty.openpty()
    try:
        subprocess.run(command, env=environment, stdout=theirs, stderr=theirs, check=True, timeout=PATIENCE)
        os.close(theirs)
        said = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            said += part
        return said.decode()
    finally:
        os.close(ours)


def test_installing_shows_a_bar_at_a_terminal(tmp_path: Path) -> None:
    said = prepare(tmp_path, terminal=True)
    assert "Pakketten installeren" in said
    assert "--quiet" not in (tmp_path / ".venv" / "bin" / "asked").read_text()
    assert "bezig" not in said


def test_installing_says_now_and_then_that_it_goes_on(tmp_path: Path) -> None:
    said = prepare(tmp_path, terminal=False)
    assert "Pakketten installeren" in said
    assert "--quiet" in (tmp_path / ".venv" / "bin" / "asked").read_text()
    assert "bezig" in said
    before = (tmp_path / ".venv" / "bin" / "asked").read_text()
    # The second time there is nothing to do, and nothing is said.
    done = subprocess.run(
        [str(tmp_path / "tools" / "prepare-environment"), "run"],
        capture_output=True, text=True, check=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.stdout + done.stderr == ""
    assert (tmp_path / ".venv" / "bin" / "asked").read_text() == before
