"""What is wrong with the content, for an editor: where, what, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """Whether a finding stops the start."""

    ERROR = "fout"
    WARNING = "let op"
    HINT = "tip"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One complaint; ``code`` is short and stable, so that an exception can name it."""

    file: str
    line: int
    code: str
    what: str
    advice: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """One line for people: place · what · what to do."""
        mark = "" if self.severity is Severity.ERROR else f"({self.severity}) "
        return f"{self.file}:{self.line} · {mark}{self.what} · {self.advice} [{self.code}]"


@dataclass(slots=True)
class Findings:
    """Collects complaints, so that an editor hears them all at once."""

    items: list[Finding] = field(default_factory=list)
    read: set[Path] = field(default_factory=set)
    """Files that were looked at; what else lies in a content folder does nothing, and that is said."""

    def error(self, file: str, line: int, code: str, what: str, advice: str) -> None:
        """Something that must be mended first."""
        self.items.append(Finding(file=file, line=line, code=code, what=what, advice=advice))

    def warn(self, file: str, line: int, code: str, what: str, advice: str) -> None:
        """Something that should be looked at."""
        self.items.append(Finding(file=file, line=line, code=code, what=what, advice=advice, severity=Severity.WARNING))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Only what stops the start, in reading order."""
        return tuple(sorted(item for item in self.items if item.severity is Severity.ERROR))

    def extend(self, others: Iterable[Finding]) -> None:
        """Take over findings made elsewhere."""
        self.items.extend(others)
