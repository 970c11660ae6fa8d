"""What the ids in a report are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNames:
    """What the ids in a report are called, in Dutch."""

    organisation: str
    titles: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """Per table of the report, group inside it (an audience, ``started`` …; empty when it has none) and id."""
    members: tuple[str, ...] = ()
    """The organisations whose figures were added up; empty when they are of one."""

    def title(self, table: str, name: str, group: str = "") -> str:
        """The title of an id, or the id itself when the content no longer knows it."""
        return self.titles.get((table, group, name)) or name or "–"

    def audience(self, name: str) -> str:
        """The title of an audience."""
        return self.title("audiences", name)
