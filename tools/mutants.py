"""Would the tests notice? Small mistakes are put into the rules, one at a time, and the tests of that room must fail.

cosmic-ray makes the mistakes. They go into copies of the tree, never into the tree itself. Which mistakes are tried is
drawn with a seed, so that the same code gives the same sample. The tests of a room run once without a mistake, and it is
written down which functions each of them comes by; a mistake is then shown to the tests that come by it, the quickest
first. For each a process that has imported the libraries already is forked: that is why hundreds fit in twenty minutes.

    python tools/mutants.py [--rooms handoff flow] [--sample 260] [--seed 1] [--processes 2]

The last line is ``killed N of M (P %)``; the survivors stand above it, each with what was changed.
"""

import argparse
import ast
import compileall
import contextlib
import fcntl
import importlib
import json
import os
import py_compile
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = "steunpuntbot"
ROOMS = {
    "handoff": (
        "tests/handoff/test_policy.py", "tests/handoff/test_rules_and_cases.py", "tests/handoff/test_transitions.py",
        "tests/handoff/test_masking_and_alias.py",
    ),
    # Rules only: what asks the packaged content or its classifier needs minutes where these need seconds.
    "flow": (
        "tests/flow/test_engine.py", "tests/flow/test_steps.py", "tests/flow/test_answers.py",
        "tests/flow/test_conditions.py", "tests/flow/test_session.py",
    ),
    "safety": (
        "tests/safety/test_screen_rules.py", "tests/safety/test_screen_stories.py", "tests/safety/test_learning.py",
        "tests/safety/test_crisis_replies.py", "tests/safety/test_reading.py", "tests/safety/test_word_groups.py", "tests/safety/test_lifeline.py",
    ),
    "text": ("tests/text",),
    "insight": ("tests/insight",),
    "domain": ("tests/domain",),
    "service": (
        "tests/service/test_desk.py", "tests/service/test_needs.py", "tests/service/test_outbox.py",
        "tests/service/test_outbox_rules.py", "tests/service/test_pace.py", "tests/service/test_limits.py",
        "tests/service/test_records.py", "tests/service/test_learning.py", "tests/service/test_watching.py",
        "tests/service/test_moments.py", "tests/service/test_drawing.py", "tests/service/test_channels.py",
    ),
    "dialogue": ("tests/dialogue", "tests/handoff", "tests/flow/test_marks.py", "tests/flow/test_typing.py"),
    "replies": ("tests/replies",),
    "matching": ("tests/matching/test_verdict.py", "tests/matching/test_matcher.py"),
}  # fmt: skip
"""Each room, and the fast tests that must notice."""
RULES = {"matching": ("bands.py", "judging.py", "verdict.py")}
"""Of a room that is mostly mathematics, the files with rules; how good the rest is, is measured (docs/matching.md)."""
OPERATORS = (
    "AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue",
    "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_USub_UAdd", "NumberReplacer", "ExceptionReplacer",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop",
    "ReplaceBinaryOperator_Add_Sub", "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_Div_Mul", "ReplaceBinaryOperator_FloorDiv_Mul", "ReplaceBinaryOperator_Mod_Mul",
    "ReplaceComparisonOperator_Eq_NotEq", "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Lt_LtE", "ReplaceComparisonOperator_Lt_GtE",
    "ReplaceComparisonOperator_LtE_Lt", "ReplaceComparisonOperator_LtE_Gt",
    "ReplaceComparisonOperator_Gt_GtE", "ReplaceComparisonOperator_Gt_LtE",
    "ReplaceComparisonOperator_GtE_Gt", "ReplaceComparisonOperator_GtE_Lt",
    "ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is",
)  # fmt: skip
"""Mistakes that somebody could make. Others of cosmic-ray (``+`` into ``<<``) fail at once and would flatter the figure."""
LIBRARIES = (
    "hypothesis", "numpy", "scipy.sparse", "scipy.optimize", "rapidfuzz", "Stemmer", "yaml", "sqlalchemy.ext.asyncio",
    "cryptography.fernet", "aiohttp", "telegram", "markdown_it", "fluent.runtime", "holidays", "icalendar", "reportlab.pdfgen",
    "PIL.Image", "matplotlib.figure", "pydantic_settings", "py3langid.langid", "openpyxl", "_pytest.config",
)  # fmt: skip
"""Imported once; they are never changed."""
DULL = ("@dataclass", "@lru_cache", "@cache")
"""Lines that hold no rule: whether a class is frozen is mypy's to say."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One change of one place."""

    room: str
    path: str
    line: int
    column: int
    operator: str
    occurrence: int
    was: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} {self.operator} #{self.occurrence}   {self.was}"


def mistakes(room: str) -> Iterator[Mistake]:
    """All that can be made in a room."""
    files = sorted((ROOT / "bot" / room).rglob("*.py"))
    for path in (path for path in files if path.name in RULES.get(room, (path.name,))):
        source = path.read_text(encoding="utf-8")
        lines, tree = source.split("\n"), get_ast(source)
        for name in OPERATORS:
            operator = get_operator(f"core/{name}")()
            places = (place for node in ast_nodes(tree) for place in operator.mutation_positions(node))
            for occurrence, ((line, column), _) in enumerate(places):
                text = lines[line - 1].strip()
                sign = lines[line - 1][column : column + 2]
                # The sign between parameters is no multiplication.
                if not text.startswith(DULL) and sign not in ("*,", "/,"):
                    yield Mistake(room, str(path.relative_to(ROOT)), line, column + 1, name, occurrence, text)


def copy_of_the_tree(target: Path) -> None:
    """Everything that git knows or would add; compiled, and noticing when a source changes."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if source.is_file() and not name.startswith(".venv"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    compileall.compile_dir(target / "bot", quiet=1, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)


MOST_SECONDS = 15.0
"""Of tests a mistake is shown to, as long as they took without one."""
_TREE = Path()
_LEARNED = Path()
"""Of this worker: its copy, and what was learned without mistakes."""


class Reach:
    """Part of pytest while it runs without a mistake: how long each test takes, and which functions it comes by."""

    def __init__(self, written: Path) -> None:
        self._written = written
        self._found: dict[str, tuple[float, list[str]]] = {}
        self._failed: list[str] = []
        self._own = str(_TREE / "bot")
        self._seen: set[CodeType] = set()

    def _trace(self, frame: FrameType, _event: str, _argument: object) -> None:
        self._seen.add(frame.f_code)

    def _names(self) -> list[str]:
        own = [code for code in self._seen if code.co_filename.startswith(self._own)]
        names = {f"{os.path.relpath(code.co_filename, _TREE)}:{code.co_qualname}" for code in own}
        return sorted({name.split(".<locals>")[0].split(".<lambda>")[0] for name in names})

    def pytest_runtest_protocol(self, item: Any, nextitem: Any) -> Any:
        """Around one test, with all that it has made ready."""
        from _pytest.runner import runtestprotocol

        self._seen, begun = set(), time.monotonic()
        threading.settrace(self._trace)
        sys.settrace(self._trace)
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        if all(report.passed for report in reports):
            self._found[item.nodeid] = (time.monotonic() - begun, self._names())
        elif any(report.failed for report in reports):
            self._failed.append(item.nodeid)
        return True

    def pytest_sessionfinish(self) -> None:
        """For the workers."""
        self._written.write_text(json.dumps({"found": self._found, "failed": self._failed}), encoding="utf-8")


def reached(room: str, folder: Path) -> dict[str, tuple[float, list[str]]]:
    """What the tests of a room come by; found out once, by the first worker that asks."""
    written = folder / f"{room}.json"
    with (folder / f"{room}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not written.exists():
            passes(list(ROOMS[room]), 900, reach=folder / f"{room}.new")
            known = json.loads((folder / f"{room}.new").read_text(encoding="utf-8"))
            # A test that cannot be asked for by its name would fail with any mistake.
            if not passes(["--collect-only", *known["found"]], 300):
                raise RuntimeError(f"some tests of {room} have names that cannot be asked for")
            for test in known["failed"]:
                print(f"left out, because it fails without any mistake: {test}", flush=True)
            (folder / f"{room}.new").rename(written)
    found: dict[str, tuple[float, list[str]]] = json.loads(written.read_text(encoding="utf-8"))["found"]
    return found


def place_of(mistake: Mistake) -> str:
    """The function or method of a mistake as ``Reach`` names it; its file when it stands in none."""
    tree = ast.parse((ROOT / mistake.path).read_text(encoding="utf-8"))
    for node in tree.body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in inside:
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                begin = min([function.body[0].lineno, function.lineno])
                if begin <= mistake.line <= (function.end_lineno or 0):
                    above = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
                    return f"{mistake.path}:{above}{function.name}"
    return f"{mistake.path}:"


def shown_to(mistake: Mistake, found: dict[str, tuple[float, list[str]]]) -> list[str]:
    """The tests that come by a mistake, the quickest first, as many as fit in the time."""
    place = place_of(mistake)
    in_no_function = place.endswith(":")
    by = {t for t, (_, names) in found.items() if any(n == place or (in_no_function and n.startswith(place)) for n in names)}
    # A value in no function (a threshold, a list of words, a default), or in one that only runs at the start, is everybody's.
    every = in_no_function or not by
    others = sorted(set(found) - by, key=lambda test: (found[test][0], test)) if every else []
    chosen, seconds = [], 0.0
    for test in (*sorted(by, key=lambda test: (found[test][0], test)), *others):
        if seconds + found[test][0] <= MOST_SECONDS:
            chosen.append(test)
            seconds += found[test][0]
    return chosen


def linked(source: Path, target: Path) -> None:
    """A copy in a moment: whoever writes one of its files anew leaves the other as it was."""
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target, copy_function=os.link)


def prepare(folder: str) -> None:
    """A worker makes its copy and imports what does not change."""
    global _TREE, _LEARNED  # noqa: PLW0603 - a worker has one tree
    _TREE = Path(tempfile.mkdtemp(dir=folder))
    _LEARNED = Path(folder) / "learned"
    copy_of_the_tree(_TREE)
    os.chdir(_TREE)
    sys.path[:] = [
        str(_TREE),
        *(entry for entry in sys.path if Path(entry or ".").resolve() not in (ROOT, ROOT / "tools")),
    ]
    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _run_tests(tests: Sequence[str], reach: Path | None) -> int:
    os.setsid()
    silence = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(silence, number)
    sys.dont_write_bytecode = reach is None
    # What a mistaken room learns is not for the next one.
    learned = _TREE / ".cache" if reach is None else _LEARNED
    os.environ["XDG_CACHE_HOME"] = str(learned)
    if reach is None:
        linked(_LEARNED, learned)
    import pytest

    quick = ["-q", "-p", "no:cacheprovider", "-m", "not slow", "--hypothesis-profile=mutants"]
    quick += ["-x"] if reach is None else []
    # Some plugins are among what was imported; how their assertions look does not matter here.
    quick += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*quick, *tests], plugins=[] if reach is None else [Reach(reach)]))


def passes(tests: Sequence[str], seconds: float, *, reach: Path | None = None) -> bool:
    """Whether these tests pass with the copy as it is; too slow is a failure."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(_run_tests(tests, reach))
        finally:
            # Whatever went wrong, this copy of the worker may not go on as one.
            os._exit(70)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def killed(mistake: Mistake) -> bool | None:
    """Whether the tests notice this one; None when it changes nothing."""
    found = reached(mistake.room, _LEARNED.parent)
    tests = shown_to(mistake, found)
    if not tests:
        return False
    allowed = 20 + 5 * sum(found[test][0] for test in tests)
    file = _TREE / mistake.path
    source = file.read_text(encoding="utf-8")
    changed = mutate_code(source, get_operator(f"core/{mistake.operator}")(), mistake.occurrence)
    if changed is None or changed == source:
        return None
    try:
        file.write_text(changed, encoding="utf-8")
        return not passes(tests, allowed)
    finally:
        file.write_text(source, encoding="utf-8")


def sample(rooms: Sequence[str], size: int, seed: int, only: str = "") -> list[Mistake]:
    """The mistakes to make: half of them from every room as many, half as many as a room is large."""
    found = {room: sorted(mistake for mistake in mistakes(room) if only in mistake.path) for room in rooms}
    every = sum(map(len, found.values()))
    drawn: list[Mistake] = []
    for room, own in found.items():
        share = size / 2 / len(found) + size / 2 * len(own) / max(every, 1)
        drawn += random.Random(f"{seed}/{room}").sample(own, min(round(share), len(own)))
    print(f"{every} mistakes can be made; {len(drawn)} are", flush=True)
    return drawn


def main() -> int:
    """Make them, tell which survived, and how many did not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS), choices=list(ROOMS))
    parser.add_argument("--only", default="", help="part of the path of the files to change")
    parser.add_argument("--sample", type=int, default=260)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="only show what would be changed")
    asked = parser.parse_args()
    drawn = sample(asked.rooms, asked.sample, asked.seed, asked.only)
    if asked.list:
        print(*sorted(drawn), sep="\n")
        return 0
    survivors: list[Mistake] = []
    tested: list[Mistake] = []
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as folder,
        ProcessPoolExecutor(asked.processes, get_context("spawn"), prepare, (folder,)) as pool,
    ):
        # What this machine learned of the content before, so that it need not learn it again.
        linked(
            Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / PRODUCT,
            Path(folder) / "learned" / PRODUCT,
        )
        waiting = {pool.submit(killed, mistake): mistake for mistake in drawn}
        for done in as_completed(waiting):
            if done.exception() is not None:
                pool.shutdown(cancel_futures=True)
            outcome = done.result()
            if outcome is None:
                continue
            tested.append(waiting[done])
            if not len(tested) % 20:
                print(f"{len(tested)} of {len(drawn)}, {len(survivors)} survived", file=sys.stderr, flush=True)
            if not outcome:
                survivors.append(waiting[done])
                print(f"survived {len(survivors)} of {len(tested)}: {waiting[done]}", flush=True)
    print("\nSurvivors:", *sorted(survivors), sep="\n")
    print("\nRooms:")
    for room in asked.rooms:
        lived, tried = (sum(one.room == room for one in some) for some in (survivors, tested))
        print(f"{room:10} {tried - lived} of {tried}")
    share = 100 * (len(tested) - len(survivors)) / max(len(tested), 1)
    print(f"killed {len(tested) - len(survivors)} of {len(tested)} ({share:.0f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
