"""What the papers say is so: commands are understood and run, and files, settings and targets are there."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import read_text
from bot.adapters.storage.encryption import new_secret_key
from bot.app.cli import _parser
from bot.app.settings import Settings
from tests.acceptance.content import write_content

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
_INDENTED = re.compile(r"(?:^|\n\n)((?: {4}\S.*\n?)+)")
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_OURS = re.compile(r"^(?:sudo -u \S+ )?(?:\S*/)?(?:python3? -m bot|steunpuntbot) (.+)$")
_PATH = re.compile(r"^(?:[\w.-]+/)+[\w.-]+$")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_IMAGE = re.compile(r'<img src="([^"]+)"[^>]*\balt="([^"]+)"')
_SETTING = re.compile(r"STEUNPUNT_[A-Z_]+")
GO_ON = {"run", "demo"}
"""Commands that go on until they are stopped."""
ELSEWHERE = {
    "init": "asks questions",
    "db": "needs the database of somebody who runs it; tests/storage",
    "evaluate": "takes a while; tests/questions",
    "report": "needs counts; tests/app and tests/papers",
}
"""Commands that are tried elsewhere, and why not here."""
THEIRS = ("faq/onze_", "organisations/", "/var/", "/etc/", "inhoud/", "jullie-map/", "../")
"""Folders of whoever runs it."""


def code(paper: Path) -> Iterator[str]:
    """Each line of code in a paper, without its remark."""
    text = paper.read_text(encoding="utf-8")
    for block in (*_BLOCK.findall(text), *_INDENTED.findall(_BLOCK.sub("", text)), *_INLINE.findall(text)):
        for line in block.replace("\\\n", " ").splitlines():
            for part in re.split(r"\s&&\s", re.sub(r"\s+#\s.*$", "", line.strip())):
                yield part.strip()


@cache
def commands() -> tuple[tuple[str, str], ...]:
    """Every command of ours with the paper it is in; three dots and the like are for the reader to fill in."""
    found = {
        (match[1].strip().rstrip("'"), paper.relative_to(ROOT).as_posix())
        for paper in PAPERS
        if paper.name != "CHANGELOG.md"
        for line in code(paper)
        if (match := _OURS.match(line))
    }
    return tuple(sorted(found))


def test_there_are_commands_to_look_at() -> None:
    assert len(commands()) >= 20


@pytest.mark.parametrize(("command", "paper"), commands())
def test_every_command_is_understood(command: str, paper: str) -> None:
    words = shlex.split(re.split(r"\s[|>]\s?", command)[0])
    if words[-1] in {"…", "..."}:
        words.pop()
    if len(words) == 1:
        # Only its name: it has a page of help.
        words.append("--help")
    assert understood(words), f"{paper}: {command}"


def understood(words: list[str]) -> bool:
    try:
        _parser().parse_args(words)
    except SystemExit as stopped:
        return stopped.code == 0
    return True


def runs(command: str) -> bool:
    first = command.split()[0]
    return first not in GO_ON and first not in ELSEWHERE and not re.search(r"[|>…]|\.\.|[A-Z]{3,}|--content", command)


@pytest.mark.slow
@pytest.mark.parametrize("command", sorted({command for command, _ in commands() if runs(command)}))
def test_what_can_run_runs(command: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    words = shlex.split(command)
    # Little content where it may be said which: what is tried is the command, not how long learning takes.
    if getattr(_parser().parse_args(words), "content", words) is None:
        words += ["--content", str(write_content(tmp_path / "content"))]
    environment |= {
        "PYTHONPATH": str(ROOT),
        "STEUNPUNT_SECRET_KEY": new_secret_key(),
        "STEUNPUNT_ALLOW_EXAMPLE_PROFILE": "1",
    }
    (tmp_path / "flows").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    # 1 is a finding or a plain sentence that says what is missing; 2 is wrong use, and nothing may break.
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


def test_every_target_of_make_is_there() -> None:
    there = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        (word, paper.name)
        for paper in PAPERS
        for line in code(paper)
        if (match := re.match(r"make ([a-z]+)\b", line))
        for word in [match[1]]
    }
    assert named
    assert [(word, paper) for word, paper in sorted(named) if word not in there] == []


def test_every_setting_is_one() -> None:
    known = {f"STEUNPUNT_{name.upper()}" for name in Settings.model_fields}
    for paper in PAPERS:
        named = set(_SETTING.findall(paper.read_text(encoding="utf-8")))
        assert named <= known, (paper.name, sorted(named - known))


def test_every_setting_is_described_for_the_operator() -> None:
    described = set(_SETTING.findall((ROOT / "docs" / "operator.md").read_text(encoding="utf-8")))
    assert {f"STEUNPUNT_{name.upper()}" for name in Settings.model_fields} <= described


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(paper: Path) -> None:
    for target in _LINK.findall(paper.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith(("mailto:", "{", "#")):
            assert (paper.parent / target).exists(), target


_KIND = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_SCRIPT = re.compile(r"^(?:\S*python3? )((?:benchmarks|tools)/[\w-]+\.py)(.*)$")


def blocks_of(kind: str) -> list[tuple[str, str]]:
    """Every block of this kind, with the paper it is in."""
    return [
        (paper.relative_to(ROOT).as_posix(), body)
        for paper in PAPERS
        for found, body in _KIND.findall(paper.read_text(encoding="utf-8"))
        if found == kind
    ]


def test_every_block_of_yaml_can_be_read() -> None:
    blocks = blocks_of("yaml")
    assert len(blocks) >= 10
    for paper, body in blocks:
        # Three dots stand for what is left out.
        whole = "\n".join(line for line in body.splitlines() if line.strip() != "…")
        findings = Findings()
        read_text(whole, paper, findings)
        assert not findings.errors, (paper, [str(finding) for finding in findings.errors])


def test_every_block_of_shell_is_shell() -> None:
    blocks = blocks_of("sh")
    assert len(blocks) >= 10
    for paper, body in blocks:
        done = subprocess.run(["bash", "-n"], input=body, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, (paper, done.stderr)


def test_every_script_that_is_named_knows_its_options() -> None:
    named = {
        (match[1], match[2], paper.name)
        for paper in PAPERS
        if paper.name != "CHANGELOG.md"
        for line in code(paper)
        if (match := _SCRIPT.match(line))
    }
    assert len(named) >= 8
    for script, rest, paper in sorted(named):
        text = (ROOT / script).read_text(encoding="utf-8")
        for option in re.findall(r"--[a-z-]+", rest):
            assert f'"{option}"' in text, (paper, script, option)


def test_every_picture_of_the_staff_guide_is_there_said_in_words_and_small() -> None:
    paper = ROOT / "docs" / "staff.md"
    text = paper.read_text(encoding="utf-8")
    shown = _IMAGE.findall(text)
    assert len(shown) == text.count("<img")
    assert len(shown) >= 6
    for target, words in shown:
        assert (paper.parent / target).stat().st_size < 120_000, target
        assert len(words) > 40, target
    drawn = {path.name for path in (ROOT / "docs" / "pictures").glob("staf-*.png")}
    assert drawn == {Path(target).name for target, _ in shown if "staf-" in target}


def exists(name: str) -> bool:
    """From the root, or, as the map of the house writes it, from inside ``bot`` or one of its rooms."""
    if any((base / name).exists() for base in (ROOT, ROOT / "bot", ROOT / "docs", ROOT / "faq")):
        return True
    return any(ROOT.glob(f"bot/*/{name}"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_is_there(paper: Path) -> None:
    if paper.name == "CHANGELOG.md":
        return  # It tells of what was.
    named = [part for part in _INLINE.findall(paper.read_text(encoding="utf-8")) if _PATH.match(part)]
    files = [
        name for name in named if re.search(r"\.(?:py|md|ya?ml|toml|ftl|sh|tsv|png|svg|lock|sql|service|timer)$", name)
    ]
    assert [name for name in files if not name.startswith(THEIRS) and not exists(name)] == []
