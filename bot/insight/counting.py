"""Tallies picked out and added up: what the tables of a report are made of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from bot.domain.tally import Measure, QuestionOutcome, Tally
from bot.insight.suppression import Cell, Released, release, withhold


def within(parent: Cell, counts: Mapping[str, int]) -> Released:
    """Parts of a number: nothing of them when that is hidden itself."""
    return release(counts) if isinstance(parent, int) else withhold(counts)


def is_asked(tally: Tally) -> bool:
    """A question itself, not what was made of the choice that it led to."""
    return tally.name != QuestionOutcome.REJECTED


def name_of(tally: Tally) -> str:
    """What was counted."""
    return tally.name


def audience_of(tally: Tally) -> str:
    """Of whom, as far as they said."""
    return tally.audience


def measured(tallies: Iterable[Tally], measure: Measure) -> list[Tally]:
    """Those of one measure."""
    return [tally for tally in tallies if tally.measure is measure]


def summed(tallies: Iterable[Tally], name: Callable[[Tally], str]) -> dict[str, int]:
    """Added up by a name of each."""
    counts: dict[str, int] = defaultdict(int)
    for tally in tallies:
        counts[name(tally)] += tally.count
    return dict(sorted(counts.items()))
