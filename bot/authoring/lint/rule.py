"""What a rule is: a name, words for an editor, an example of each kind, and how it is held against a folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.findings import Finding, Findings, Severity
from bot.adapters.content.library import Content
from bot.authoring.lint.examples import Example
from bot.authoring.lint.flow_ways import is_whole
from bot.authoring.lint.nearness import Neighbours, neighbours
from bot.authoring.rehearsal.checking import Rehearsals
from bot.authoring.sharing import Shared, load_shared
from bot.domain.audience import Audience
from bot.domain.ids import EntryId
from bot.flow.definition import Flow


@dataclass(frozen=True)
class Look:
    """What rules look at; what several of them need is worked out once."""

    content: Content
    today: date
    excuses: frozenset[str] = frozenset()
    """What ``allow`` of a question may name."""
    rehearsals: Rehearsals | None = None
    """What came of trying the flows out; only done when nothing else is wrong."""

    @cached_property
    def entries(self) -> Mapping[EntryId, LocatedEntry]:
        """All questions by id."""
        return {located.entry.id: located for located in self.content.entries}

    @cached_property
    def neighbours(self) -> tuple[tuple[Audience, Neighbours], ...]:
        """How near the phrasings of each audience are to each other."""
        return tuple(neighbours(self.content.entries))

    @cached_property
    def _packs(self) -> tuple[Shared, Findings]:
        findings = Findings()
        return load_shared(self.content.layers[-1], findings), findings

    @property
    def shared(self) -> Shared:
        """What came from other steunpunten."""
        return self._packs[0]

    @property
    def about_packs(self) -> list[Finding]:
        """What was wrong with what came from others."""
        return self._packs[1].items


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One place where a rule is broken."""

    file: str
    line: int
    what: str
    advice: str
    severity: Severity | None = None
    """None: as heavy as its rule."""
    allow: Mapping[str, str] | None = None
    """What the thing it is about is excused from."""


Check = Callable[[Look], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing an editor can be told."""

    id: str
    """Stands behind a finding and in ``allow``: it never changes."""
    means: str
    """What is wrong, in plain Dutch; begins small, without a full stop."""
    mend: str
    """What to do about it, in the same way."""
    good: Example
    bad: Example
    """Gives this finding, once, and no other."""
    check: Check | None
    """None for what is found while the files are read."""
    severity: Severity = Severity.ERROR
    excusable: bool = False
    """``allow`` with this name and a reason excuses a question."""
    before: tuple[str, ...] = ()
    """Names that ``allow`` knew it by earlier."""

    def findings(self, look: Look) -> Iterator[Finding]:
        """Every place in the folder where it is broken and not excused."""
        for problem in self.check(look) if self.check is not None else ():
            excused = problem.allow or {}
            if self.excusable and any(excused.get(name) for name in (self.id, *self.before)):
                continue
            yield Finding(
                file=problem.file,
                line=problem.line,
                code=self.id,
                what=problem.what,
                advice=problem.advice,
                severity=problem.severity or self.severity,
            )


def in_question(
    located: LocatedEntry, field: str, what: str, advice: str, *, severity: Severity | None = None
) -> Problem:
    """A problem with a field of a question."""
    return Problem(
        file=located.file,
        line=located.fields.line_of(field),
        what=f"{located.entry.id}: {what}",
        advice=advice,
        severity=severity,
        allow=located.allow,
    )


def in_flow(flow: Flow, line: int, what: str, advice: str) -> Problem:
    """A problem with a line of a flow."""
    return Problem(file=flow.file, line=line, what=what, advice=advice)


def each_question(check: Callable[[LocatedEntry, Look], Iterable[Problem]]) -> Check:
    """A rule about one question at a time."""
    return lambda look: (problem for located in look.content.entries for problem in check(located, look))


def each_flow(check: Callable[[Flow, Look], Iterable[Problem]], *, whole: bool = False) -> Check:
    """A rule about one flow at a time; ``whole``: only of those whose steps all lead somewhere."""
    return lambda look: (
        problem
        for flow in look.content.flows.values()
        if not whole or is_whole(flow, look.content.flows)
        for problem in check(flow, look)
    )
