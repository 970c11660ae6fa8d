"""Fits what somebody answered to the flow as it is now: an editor may have changed it meanwhile."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.ids import FlowId
from bot.flow.conditions import Value
from bot.flow.definition import Flow, Slot, SlotType
from bot.flow.session import Session


def settled(flows: Mapping[FlowId, Flow], session: Session) -> tuple[Session, bool]:
    """Fit a session to the flow as it is now; whether its question is no longer the one that was asked."""
    flow = flows.get(session.flow)
    if flow is None:
        return session, True
    # Inside a called flow the answers of the caller wait untouched.
    slots = {
        name: value if session.stack and name not in flow.slots else _fits(flow.slots.get(name), value)
        for name, value in session.slots.items()
    }
    kept = {name: value for name, value in slots.items() if value is not None}
    step = flow.step(session.step)
    path = tuple(found.id for name in session.path if (found := flow.step(name)) is not None)
    session = replace(session, slots=kept, path=path)
    if step is None:
        # The step is gone: back to the last question of this path that still exists, else to the start.
        return replace(session, step=path[-1] if path else flow.steps[0].id, path=path[:-1], asked=""), True
    changed = bool(session.asked) and session.asked != flow.question_hash(step)
    return replace(session, step=step.id), changed


def _fits(slot: Slot | None, value: Value) -> Value:
    """The value as the slot is now; None when it no longer fits."""
    if slot is None:
        return None
    match slot.type:
        case SlotType.CHOICE:
            option = slot.option(str(value))
            return option.id if option else None
        case SlotType.MULTI:
            kept = tuple(o.id for part in value if (o := slot.option(part))) if isinstance(value, tuple) else ()
            return kept or None
        case SlotType.YES_NO:
            return value if value in ("ja", "nee") else None
        case SlotType.NUMBER | SlotType.SCALE:
            return value if isinstance(value, int) else None
        case SlotType.DATE:
            return value if isinstance(value, date) else None
        case SlotType.TEXT:
            return value if isinstance(value, str) else None
