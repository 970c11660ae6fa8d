"""Which counts may be shown: from five up, and so that no smaller one can be worked out from the others.

Cell suppression as in official statistics (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4): small
cells are hidden (primary), and where a total would give one away other cells are hidden with it (secondary). The
attacker is taken to know all that is shown, the total, this rule, and which hidden cells are small.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

THRESHOLD = 5
"""The smallest number that is shown, apart from nought."""


class Hidden(StrEnum):
    """Why a number is not shown."""

    SMALL = "<5"
    """It is one to four."""
    GUARD = "*"
    """It would give a small one away."""


Cell = int | Hidden


@dataclass(frozen=True, slots=True)
class Released:
    """What may be shown of some counts that add up to a total."""

    cells: Mapping[str, Cell]
    total: Cell


def release(counts: Mapping[str, int], *, show_total: bool = True) -> Released:
    """Hide what must be hidden; without ``show_total`` the total stays hidden, and then small cells need no guards."""
    small = [name for name, count in counts.items() if 0 < count < THRESHOLD]
    total = sum(counts.values())
    guards: list[str] = []
    if not show_total or 0 < total < THRESHOLD:
        return Released(_shown(counts, small, guards), Hidden.SMALL if 0 < total < THRESHOLD else Hidden.GUARD)
    spare = sorted(
        (name for name, count in counts.items() if count >= THRESHOLD), key=lambda name: (counts[name], name)
    )
    while small and not _safe(counts, small, guards):
        if not spare:
            # Nothing is left to hide behind: the total goes.
            return release(counts, show_total=False)
        guards.append(spare.pop(0))
    return Released(_shown(counts, small, guards), total)


def withhold(counts: Mapping[str, int]) -> Released:
    """Show nothing of the parts of a number that is hidden itself: together they would tell it."""
    return Released({name: 0 if count == 0 else Hidden.GUARD for name, count in counts.items()}, Hidden.GUARD)


def _shown(counts: Mapping[str, int], small: list[str], guards: list[str]) -> dict[str, Cell]:
    shown: dict[str, Cell] = dict(counts)
    shown.update(dict.fromkeys(small, Hidden.SMALL))
    shown.update(dict.fromkeys(guards, Hidden.GUARD))
    return shown


def _safe(counts: Mapping[str, int], small: list[str], guards: list[str]) -> bool:
    """Whether every small cell could still be anything from one to four, given the total and the cells that show."""
    rest = sum(counts[name] for name in (*small, *guards))
    most_small, least_guard = THRESHOLD - 1, THRESHOLD
    others = len(small) - 1
    could_be_four = rest - others - least_guard * len(guards) >= most_small
    could_be_one = bool(guards) or rest - most_small * others <= 1
    return could_be_four and could_be_one
