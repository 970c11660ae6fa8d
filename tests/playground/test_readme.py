"""The playground's own README: its example runs, and it names what there is."""

import os
import re
import subprocess
import sys
from pathlib import Path

from bot.playground.faults import FaultKind
from bot.playground.methods import METHODS

ROOT = Path(__file__).parents[2]
README = (ROOT / "bot" / "playground" / "README.md").read_text(encoding="utf-8")


def test_the_example_runs() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-2:] == ["heard: hello to you", "requests: ['getMe', 'sendMessage']"]
    assert done.stdout.startswith("lost: ")


def test_it_names_every_fault_method_and_file() -> None:
    assert {kind for kind in FaultKind if f"`{kind}`" not in README} == set()
    assert set(METHODS) - set(re.findall(r"\w+", README)) == set()
    named = set(re.findall(r"`(\w+\.(?:py|json))`", README))
    assert [name for name in named if not (ROOT / "bot" / "playground" / name).is_file()] == []
