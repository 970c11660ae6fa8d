"""The traps of YAML, and what an editor hears about them."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import Value, read_file, read_text


def plain(value: Value | None) -> object:
    """The data without its lines."""
    assert value is not None
    if isinstance(value.data, dict):
        return {key: plain(item) for key, item in value.data.items()}
    return [plain(item) for item in value.data] if isinstance(value.data, list) else value.data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: no", "no"),
        ("a: on", "on"),
        ("a: 8:30", "8:30"),
        ("a: 012", "012"),
        ("a: 1.10", "1.10"),
        ("a: 2026-03-02", "2026-03-02"),
        ("a: 12", 12),
        ("a: true", True),
        ("a:", None),
        ('a: "12"', "12"),
    ],
)
def test_only_plain_numbers_and_constants_are_special(text: str, expected: object) -> None:
    findings = Findings()
    assert plain(read_text(text, "f.yaml", findings)) == {"a": expected}
    assert findings.items == []


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\nb: 2\na: 3", 3, "dubbel"),
        ("a:\n  {nl: Ja, graag, en: Yes}", 2, "inline"),
        ("a: b\n c: d: e", 2, "yaml"),
        ("a: 'open", 1, "yaml"),
    ],
)
def test_traps_are_refused_with_their_line(text: str, line: int, code: str) -> None:
    findings = Findings()
    read_text(text, "f.yaml", findings)
    assert [(finding.line, finding.code) for finding in findings.items] == [(line, code)]
    assert " · " in str(findings.items[0])


ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]\n" for below, name in pairwise("abcdefghijkl")
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ALIAS_BOMB, "met een * naar een ander stuk"),
        ("a: &a [1, *a]", "met een * naar een ander stuk"),
        ("&a {b: *a}", "met een * naar een ander stuk"),
        ("- &a twee\n- *a", "met een * naar een ander stuk"),
        ("[" * 100_000, "te diep"),
        ("- " * 50_000, "te diep"),
        ("? " * 50_000, "te diep"),
        ('["]", ' * 20_000, "te diep"),
        ("\n".join(" " * depth + "a:" for depth in range(2_000)), "te diep"),
    ],
)
def test_a_bomb_ends_at_once_with_a_sentence(text: str, words: str) -> None:
    findings = Findings()
    started = time.process_time()
    read_text(text, "f.yaml", findings)
    assert time.process_time() - started < 1
    assert any(words in str(finding) for finding in findings.errors)


def test_lists_of_lists_are_read_as_before() -> None:
    findings = Findings()
    text = "\n".join("- [a, [b, [c]]]" for _ in range(100))
    assert plain(read_text(text, "f.yaml", findings)) == [["a", ["b", ["c"]]]] * 100
    assert findings.items == []


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("# vol\n" * 400_000)
    findings = Findings()
    assert read_file(path, "f.yaml", findings) is None
    assert "te groot" in str(findings.items[0])
