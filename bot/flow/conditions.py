"""Conditions in flows: a closed grammar with its own parser, never ``eval``.

    or  := and ("or" and)*      and := atom ("and" atom)*      atom := "not" atom | "(" or ")" | test
    test := name | name "known" | name "is" value | name "is" "not" value | name "in" "[" value, … "]"
          | name "has" value | name (< <= > >=) number

A name is a slot, or one of ``audience language open``. Of an unknown slot only ``is not`` and ``not`` hold.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

Value = str | int | date | tuple[str, ...] | None
Values = Mapping[str, Value]

ENVIRONMENT = ("audience", "language", "open")
_TOKEN = re.compile(r"\s*(<=|>=|[<>()\[\],]|[A-Za-z0-9_]+)")
_WORDS = frozenset({"and", "or", "not", "is", "in", "has", "known"})
_LONGEST = 60


class ConditionError(ValueError):
    """The condition cannot be read; the text says what is wrong, in Dutch."""


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison; ``values`` are the words it compares with."""

    name: str
    operator: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    inner: "Condition"


@dataclass(frozen=True, slots=True)
class Both:
    """All of these."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these."""

    parts: tuple["Condition", ...]


Condition = Test | Not | Both | Either


def parse(text: str) -> Condition:
    """Read a condition; raises ``ConditionError``."""
    tokens: list[str] = []
    position = 0
    text = text.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise ConditionError(f"'{text[position:].lstrip()[0]}' hoort niet in een voorwaarde")
        tokens.append(match[1])
        position = match.end()
    if not tokens:
        raise ConditionError("de voorwaarde is leeg")
    if len(tokens) > _LONGEST:
        raise ConditionError("de voorwaarde is te lang")
    parser = _Parser(tokens)
    condition = parser.either()
    if parser.left():
        raise ConditionError(f"na '{tokens[parser.at - 1]}' hoort geen '{parser.peek()}'")
    return condition


class _Parser:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self.at = 0

    def left(self) -> bool:
        return self.at < len(self._tokens)

    def peek(self) -> str:
        return self._tokens[self.at] if self.left() else ""

    def take(self, expected: str | None = None) -> str:
        token = self.peek()
        if not token or (expected is not None and token != expected):
            raise ConditionError(f"hier hoort '{expected or 'een woord'}'")
        self.at += 1
        return token

    def either(self) -> Condition:
        parts = [self.both()]
        while self.peek() == "or":
            self.take()
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self) -> Condition:
        parts = [self.atom()]
        while self.peek() == "and":
            self.take()
            parts.append(self.atom())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def atom(self) -> Condition:
        if self.peek() == "not":
            self.take()
            return Not(self.atom())
        if self.peek() == "(":
            self.take()
            inner = self.either()
            self.take(")")
            return inner
        return self.test()

    def test(self) -> Condition:
        name = self.word()
        match self.peek():
            case "known":
                self.take()
                return Test(name, "known")
            case "is":
                self.take()
                if self.peek() == "not":
                    self.take()
                    return Test(name, "is not", (self.word(),))
                return Test(name, "is", (self.word(),))
            case "has":
                self.take()
                return Test(name, "has", (self.word(),))
            case "in":
                self.take()
                self.take("[")
                values = [self.word()]
                while self.peek() == ",":
                    self.take()
                    values.append(self.word())
                self.take("]")
                return Test(name, "in", tuple(values))
            case "<" | "<=" | ">" | ">=" as operator:
                self.take()
                number = self.word()
                if not number.isdecimal():
                    raise ConditionError(f"na '{operator}' hoort een getal, niet '{number}'")
                return Test(name, operator, (number,))
            case _:
                return Test(name, "true")

    def word(self) -> str:
        token = self.take()
        if token in _WORDS or not re.fullmatch(r"[A-Za-z0-9_]+", token):
            raise ConditionError(f"hier hoort een naam of een waarde, niet '{token}'")
        return token


def holds(condition: Condition, values: Values) -> bool:
    """Whether it is true for these values."""
    match condition:
        case Not(inner=inner):
            return not holds(inner, values)
        case Both(parts=parts):
            return all(holds(part, values) for part in parts)
        case Either(parts=parts):
            return any(holds(part, values) for part in parts)
        case Test(name=name, operator=operator, values=wanted):
            return _test(values.get(name), operator, wanted)


def _test(value: Value, operator: str, wanted: tuple[str, ...]) -> bool:
    match operator:
        case "known":
            return value is not None
        case "is not":
            return value is None or str(value) not in wanted
        case _ if value is None:
            return False
        case "true":
            return value not in ("nee", "", 0, ())
        case "is" | "in":
            return str(value) in wanted
        case "has":
            return isinstance(value, tuple) and wanted[0] in value
        case _:
            return isinstance(value, int) and _compare(value, operator, int(wanted[0]))


def _compare(value: int, operator: str, number: int) -> bool:
    match operator:
        case "<":
            return value < number
        case "<=":
            return value <= number
        case ">":
            return value > number
        case _:
            return value >= number


def tests_in(condition: Condition) -> Iterator[Test]:
    """Every comparison inside."""
    match condition:
        case Test():
            yield condition
        case Not(inner=inner):
            yield from tests_in(inner)
        case Both(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from tests_in(part)
