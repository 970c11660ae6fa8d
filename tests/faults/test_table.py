"""The table of faults in docs/reliability.md: every number is there, and so is every test it names."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| ([FO]\d+(?:, [FO]\d+)*) \| (.+) \|$", re.MULTILINE)
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_fault_has_a_test_that_exists() -> None:
    rows = _ROW.findall((ROOT / "docs" / "reliability.md").read_text(encoding="utf-8"))
    numbers = [number for found, _ in rows for number in found.split(", ")]
    assert sorted(numbers) == sorted([f"F{n}" for n in range(1, 26)] + [f"O{n}" for n in range(1, 19)])
    for found, tests in rows:
        named = _NAMED.findall(tests)
        assert named, found
        for file, name in named:
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            there = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
            assert name in there, (found, file, name)
