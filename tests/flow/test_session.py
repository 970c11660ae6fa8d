"""Where somebody is in a flow reads back as it was, and conditions hold as written."""

import json
from dataclasses import fields
from datetime import date

import pytest

from bot.domain.ids import FlowId
from bot.flow.conditions import Both, ConditionError, Either, Not, Value, holds, parse
from bot.flow.conditions import Test as Compared
from bot.flow.session import Session, read_session

FULL = Session(
    flow=FlowId("proef"), step="vraag", asked="hash",
    slots={"keuze": "a", "getal": 3, "dag": date(2026, 11, 23), "meer": ("a", "b"), "leeg": None, "tekst": "é"},
    path=("een", "twee"), tries=2, pending="ja", stack=((FlowId("ander"), "stap"),), marks=("m",), changing=True,
)  # fmt: skip


def test_a_session_reads_back_as_it_was() -> None:
    assert read_session(FULL.to_json()) == FULL
    assert "é" in FULL.to_json()
    assert read_session("") is None


def test_what_an_earlier_version_wrote_is_read_with_what_is_usual() -> None:
    assert read_session('{"flow": "proef", "step": "vraag"}') == Session(flow=FlowId("proef"), step="vraag")


@pytest.mark.parametrize("field", [field.name for field in fields(Session) if field.name not in ("flow", "step")])
def test_each_field_is_read_by_itself(field: str) -> None:
    written = json.loads(FULL.to_json())
    alone = read_session(json.dumps({"flow": "proef", "step": "vraag", field: written[field]}))
    assert alone is not None
    usual = Session(flow=FlowId("proef"), step="vraag")
    assert getattr(alone, field) == getattr(FULL, field)
    assert [f.name for f in fields(Session) if getattr(alone, f.name) != getattr(usual, f.name)] == [field]


def test_a_value_that_nothing_wrote_is_no_value() -> None:
    read = read_session('{"flow": "f", "step": "s", "slots": {"a": {"x": 1}, "b": 1.5}}')
    assert read is not None
    assert read.slots == {"a": None, "b": None}


A, B, C = Compared("a", "true"), Compared("b", "true"), Compared("c", "true")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a", A),
        ("a and b and c", Both((A, B, C))),
        ("a or b or c", Either((A, B, C))),
        ("a or b and c", Either((A, Both((B, C))))),
        ("(a or b) and c", Both((Either((A, B)), C))),
        ("not a and b", Both((Not(A), B))),
        ("not (a and b)", Not(Both((A, B)))),
        ("not not a", Not(Not(A))),
        ("a is x", Compared("a", "is", ("x",))),
        ("a is not x", Compared("a", "is not", ("x",))),
        ("a has x", Compared("a", "has", ("x",))),
        ("a in [x, y ,z]", Compared("a", "in", ("x", "y", "z"))),
        ("a in[x]", Compared("a", "in", ("x",))),
        ("a<3", Compared("a", "<", ("3",))),
        ("a<=3", Compared("a", "<=", ("3",))),
        ("a > 03", Compared("a", ">", ("03",))),
        ("a >= 3", Compared("a", ">=", ("3",))),
        ("a known", Compared("a", "known")),
        ("  a  ", A),
    ],
)
def test_how_a_condition_is_read(text: str, condition: object) -> None:
    assert parse(text) == condition


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "leeg"),
        ("  ", "leeg"),
        ("a b", "na 'a' hoort geen 'b'"),
        ("a = b", "'=' hoort niet"),
        ("(a", "hier hoort '\\)'"),
        ("a in x", "hier hoort '\\['"),
        ("a in [x", "hier hoort '\\]'"),
        ("a is", "hier hoort 'een woord'"),
        ("a < x", "na '<' hoort een getal, niet 'x'"),
        ("and", "niet 'and'"),
        ("a is (", "niet '\\('"),
        ("not", "een woord"),
        ("a and " * 30 + "a", "te lang"),
    ],
)
def test_what_is_said_of_a_wrong_one(text: str, complaint: str) -> None:
    with pytest.raises(ConditionError, match=complaint):
        parse(text)


def test_sixty_words_are_not_too_long() -> None:
    assert parse("not " * 59 + "a")
    with pytest.raises(ConditionError, match="te lang"):
        parse("not " * 60 + "a")


VALUES: dict[str, Value] = {
    "ja": "ja",
    "nee": "nee",
    "niets": "",
    "nul": 0,
    "een": 1,
    "geen": (),
    "lijst": ("a", "b"),
    "tien": 10,
    "woord": "10",
    "dag": date(2026, 11, 23),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja", True),
        ("nee", False),
        ("niets", False),
        ("nul", False),
        ("een", True),
        ("geen", False),
        ("lijst", True),
        ("dag", True),
        ("weg", False),
        ("nul known", True),
        ("geen known", True),
        ("weg known", False),
        ("ja is ja", True),
        ("ja is nee", False),
        ("tien is 10", True),
        ("dag is 2026", False),
        ("weg is weg", False),
        ("ja is not nee", True),
        ("ja is not ja", False),
        ("weg is not ja", True),
        ("ja in [nee, ja]", True),
        ("ja in [nee]", False),
        ("weg in [weg]", False),
        ("lijst has a", True),
        ("lijst has c", False),
        ("ja has ja", False),
        ("weg has a", False),
        ("tien < 10", False),
        ("tien < 11", True),
        ("tien <= 10", True),
        ("tien <= 9", False),
        ("tien > 10", False),
        ("tien > 9", True),
        ("tien >= 10", True),
        ("tien >= 11", False),
        ("weg < 3", False),
        ("weg >= 0", False),
        ("ja < 3", False),
        ("not weg < 3", True),
        ("ja and een", True),
        ("ja and nul", False),
        ("nul or een", True),
        ("nul or nee", False),
    ],
)
def test_what_holds(text: str, expected: bool) -> None:
    assert holds(parse(text), VALUES) is expected
