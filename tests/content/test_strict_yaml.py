"""The traps of YAML, and what an editor hears about them."""

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.strict_yaml import Value, read_text


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
