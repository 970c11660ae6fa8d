"""A pattern that could take for ever is refused; every pattern that comes with the program is fast."""

import time
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.linear import is_linear
from bot.adapters.content.signals import load_signals


@pytest.mark.parametrize(
    "slow",
    [
        r"(a+)+", r"(a*)*b", r"(?:\w+ )*x", r"(?:a|b+)*", r"(?=(a+)+)", r"(?:(?:\w+ ){0,3})*", r"(a{1,100}){1,100}",
        r"\w+\w+x", r".*.*x", r"(a+)+?", r"(?P<x>\w+)(?:\w+ )*", "(", r"(?:x{2,}){3,}",
    ],
)  # fmt: skip
def test_repetition_inside_repetition_is_refused(tmp_path: Path, slow: str) -> None:
    assert not is_linear(slow)
    (tmp_path / "veiligheid").mkdir()
    (tmp_path / "veiligheid" / "x.yaml").write_text(
        f"category: suicide\npatterns:\n  - id: traag\n    level: crisis\n    match: '{slow}'\n"
    )
    findings = Findings()
    assert load_signals(tmp_path, findings).patterns == ()
    assert [(error.code, error.line) for error in findings.errors] == [("patroon", 5)]


@pytest.mark.parametrize(
    "quick", [r"(?: \w+){0,8} x", r"a+b+", r"\bik wil\b \w*", r"(?:(?:x)+)?", r"(?:x{0,5}){0,9}", r"(?:ja|nee) \w+"]
)
def test_what_is_quick_is_taken(quick: str) -> None:
    assert is_linear(quick)


@pytest.mark.parametrize("unit", ["a", "a ", "in ", "ik ", "boek ", "dood "])
def test_every_pattern_of_ours_is_quick_on_the_longest_message(unit: str) -> None:
    findings = Findings()
    signals = load_signals(packaged_content() / "faq", findings)
    assert not findings.errors
    text = (unit * 4096)[:4096]
    for expression in [*(mask.expression for mask in signals.masks), *(one.expression for one in signals.patterns)]:
        started = time.process_time()
        for _ in expression.finditer(text):
            pass
        assert time.process_time() - started < 0.5, expression.pattern
