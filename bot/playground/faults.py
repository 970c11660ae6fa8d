"""Things that go wrong on the way: delays, lost answers, errors, nonsense."""

import random
from dataclasses import dataclass, field
from enum import StrEnum


class FaultKind(StrEnum):
    """What goes wrong."""

    DELAY_BEFORE = "delay_before"
    DELAY_AFTER = "delay_after"
    """The request was carried out; the answer comes late."""
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    """The request was carried out; the connection closes without an answer."""
    STATUS = "status"
    """An HTTP error such as 502; not carried out."""
    FLOOD = "flood"
    """429 with ``retry_after`` = ``value`` seconds."""
    NONSENSE = "nonsense"
    """The answer is no JSON."""
    ODD = "odd"
    """A 200 with JSON that is no answer: ``body``."""
    REFUSAL = "refusal"
    """An answer with ``ok: false``: 400, or 403 when ``value`` says so, with ``body`` as its sentence."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """One fault; ``times`` None means for ever."""

    kind: FaultKind
    method: str | None = None
    chat: int | None = None
    value: float = 0.0
    body: str = ""
    times: int | None = 1
    chance: float = 1.0


@dataclass(slots=True)
class Faults:
    """The faults that wait to happen."""

    seed: int = 1
    waiting: list[Fault] = field(default_factory=list)
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - repeatable on purpose

    def add(self, fault: Fault) -> None:
        """Let this go wrong from now on."""
        self.waiting.append(fault)

    def clear(self) -> None:
        """Everything works again."""
        self.waiting.clear()

    def pick(self, method: str, chat: int | None) -> Fault | None:
        """The fault of this request, if any; counts it."""
        for fault in self.waiting:
            if fault.method not in (None, method) or (fault.chat is not None and fault.chat != chat):
                continue
            if self._random.random() > fault.chance:
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
            return fault
        return None
