"""Where somebody is in a flow, and what they answered; written down with their state, sealed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.domain.ids import FlowId
from bot.flow.conditions import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a flow."""

    flow: FlowId
    step: str
    asked: str = ""
    """Hash of the question that waits for an answer."""
    slots: Mapping[str, Value] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    """Questions that were answered, in order."""
    tries: int = 0
    pending: str = ""
    """Free text that looked like a question; it may have been the answer after all."""
    stack: tuple[tuple[FlowId, str], ...] = ()
    """Where to come back to after a flow inside a flow: flow and step."""
    marks: tuple[str, ...] = ()
    """Marks this run went past, so that who goes back is not counted twice."""
    changing: bool = False
    """One answer is being changed; what comes after it is kept where it still fits."""

    def to_json(self) -> str:
        """For the store; ``read_session`` gives an equal value back."""
        return json.dumps(
            {
                "flow": self.flow,
                "step": self.step,
                "asked": self.asked,
                "slots": {name: _written(value) for name, value in self.slots.items()},
                "path": self.path,
                "tries": self.tries,
                "pending": self.pending,
                "stack": self.stack,
                "marks": self.marks,
                "changing": self.changing,
            },
            ensure_ascii=False,
        )


def read_session(text: str) -> Session | None:
    """What ``to_json`` wrote; None for an empty text."""
    if not text:
        return None
    data = json.loads(text)
    return Session(
        flow=FlowId(data["flow"]),
        step=data["step"],
        asked=data.get("asked", ""),
        slots={name: _read(value) for name, value in data.get("slots", {}).items()},
        path=tuple(data.get("path", ())),
        tries=int(data.get("tries", 0)),
        pending=data.get("pending", ""),
        stack=tuple((FlowId(flow), step) for flow, step in data.get("stack", ())),
        marks=tuple(data.get("marks", ())),
        changing=bool(data.get("changing", False)),
    )


def _written(value: Value) -> Any:
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _read(value: Any) -> Value:
    match value:
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case list():
            return tuple(str(part) for part in value)
        case str() | int() | None:
            return value
        case _:
            return None
