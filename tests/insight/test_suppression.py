"""Somebody who knows everything that is shown, and the rule, must not find a number under five."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.insight.suppression import Hidden, Released, release, withhold

counts = st.dictionaries(st.sampled_from("abcdef"), st.one_of(st.integers(0, 6), st.integers(0, 40)), min_size=1)


def possible(released: Released, true_total: int) -> dict[str, set[int]]:
    """Every value each hidden cell could have, by trying all combinations that fit what is shown."""
    hidden = {name: cell for name, cell in released.cells.items() if not isinstance(cell, int)}
    if not hidden:
        return {}
    shown = sum(cell for cell in released.cells.values() if isinstance(cell, int))
    rest = true_total - shown if isinstance(released.total, int) else None
    small = [name for name, cell in hidden.items() if cell is Hidden.SMALL]
    guards = [name for name, cell in hidden.items() if cell is Hidden.GUARD]
    found: dict[str, set[int]] = {name: set() for name in hidden}
    for values in product(range(1, 5), repeat=len(small)):
        left = None if rest is None else rest - sum(values)
        # With a guard the rest may be spread in any way that gives each at least five.
        if left is None or (guards and left >= 5 * len(guards)) or (not guards and left == 0):
            for name, value in zip(small, values, strict=True):
                found[name].add(value)
    return found


@settings(max_examples=400, deadline=None)
@given(counts)
def test_a_small_number_cannot_be_worked_out(table: dict[str, int]) -> None:
    released = release(table)
    total = sum(table.values())
    found = possible(released, total)
    for name, count in table.items():
        if 0 < count < 5:
            assert released.cells[name] is Hidden.SMALL
            assert found[name] == {1, 2, 3, 4}


@settings(max_examples=200, deadline=None)
@given(counts)
def test_what_is_shown_is_true(table: dict[str, int]) -> None:
    released = release(table)
    assert all(cell == table[name] for name, cell in released.cells.items() if isinstance(cell, int))
    assert all(not 0 < cell < 5 for cell in released.cells.values() if isinstance(cell, int))
    assert released.total == sum(table.values()) or not isinstance(released.total, int)


def test_nothing_small_means_nothing_hidden() -> None:
    assert release({"a": 5, "b": 0, "c": 9}).cells == {"a": 5, "b": 0, "c": 9}


def test_one_small_cell_takes_a_larger_one_with_it() -> None:
    assert release({"a": 3, "b": 9, "c": 30}).cells == {"a": Hidden.SMALL, "b": Hidden.GUARD, "c": 30}


def test_without_anything_to_hide_behind_the_total_goes() -> None:
    released = release({"a": 3, "b": 5})
    assert released.cells == {"a": Hidden.SMALL, "b": 5}
    assert not isinstance(released.total, int)


def test_the_parts_of_a_hidden_number_are_hidden() -> None:
    assert withhold({"a": 30, "b": 0}).cells == {"a": Hidden.GUARD, "b": 0}
