"""What was learned is kept between starts, and never used for other signals."""

import re
from dataclasses import replace

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.signals import load_signals
from bot.safety.assessment import Category, Level
from bot.safety.learned import Learned, signals_version
from bot.safety.screen import Screen
from bot.safety.signals import Pattern, Signals

TEXTS = ("me pa klapt me elke dag", "hoe vraag ik een tlv aan", "ik kan niet meer", "heb weer in me arm gekrast")


@pytest.fixture(scope="module")
def signals() -> Signals:
    whole = load_signals(packaged_content() / "faq", Findings())
    # A part that is learned in a moment; every category and level is among it.
    return replace(whole, examples=whole.examples[::12])


def test_a_screen_that_learned_before_judges_the_same(signals: Signals) -> None:
    fresh = Screen(signals)
    again = Screen(signals, Learned.from_bytes(fresh.learned.to_bytes()))
    assert [again.assess(text) for text in TEXTS] == [fresh.assess(text) for text in TEXTS]


@pytest.mark.parametrize("data", [b"", b"iets anders", b"PK\x03\x04 half"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        Learned.from_bytes(data)


def test_every_change_of_the_signals_is_another_version(signals: Signals) -> None:
    long = "x" * 300
    one, other = (
        Pattern(id="p", category=Category.SUICIDE, level=Level.CRISIS, expression=re.compile(long + end))
        for end in ("a", "b")
    )
    versions = {
        signals_version(changed)
        for changed in (
            signals,
            replace(signals, patterns=(one,)),
            replace(signals, patterns=(other,)),
            replace(signals, examples=signals.examples[1:]),
            replace(signals, groups=signals.groups[1:]),
            replace(signals, masks=signals.masks[1:]),
        )
    }
    assert len(versions) == 6
