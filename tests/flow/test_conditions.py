"""The closed grammar of conditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.conditions import ConditionError, Value, holds, parse

VALUES: dict[str, Value] = {"duur": "weken", "leeftijd": 12, "waar": ("school", "online"), "open": "ja"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("duur is weken", True),
        ("duur is not weken", False),
        ("duur in [dagen, weken]", True),
        ("waar has online", True),
        ("leeftijd < 12", False),
        ("leeftijd >= 12 and duur is weken", True),
        ("not (duur is weken or leeftijd > 20)", False),
        ("onbekend is iets", False),
        ("onbekend is not iets", True),
        ("onbekend known", False),
        ("duur known and open", True),
    ],
)
def test_what_holds(text: str, expected: bool) -> None:
    assert holds(parse(text), VALUES) is expected


@pytest.mark.parametrize(
    "text",
    ["", "is weken", "duur is", "duur is weken weken", "(duur is weken", "leeftijd > veel", "duur in dagen", "a or",
     "__import__('os').system('x')", "duur == weken", "a " * 70],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ConditionError):
        parse(text)


words = st.sampled_from(
    ["duur", "is", "not", "and", "or", "in", "[", "]", "(", ")", "weken", ",", "<", "3", "has", "known", "'", "."]
)


@given(st.lists(words, max_size=14).map(" ".join))
def test_a_random_condition_is_refused_or_runs(text: str) -> None:
    try:
        condition = parse(text)
    except ConditionError:
        return
    assert holds(condition, VALUES) in (True, False)
