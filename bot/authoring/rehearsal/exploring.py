"""Every way through a flow by its buttons: what can be reached, and does each way end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.domain.audience import Audience
from bot.domain.ids import FlowId
from bot.flow.definition import Ask, Branch, Flow, Handoff, Review, Slot, SlotType
from bot.flow.engine import Engine
from bot.flow.output import Ended, Notice
from bot.flow.session import Session
from bot.flow.surroundings import Surroundings

MOST_WAYS = 4_000


@dataclass(slots=True)
class Explored:
    """What all ways together touched."""

    questions: set[str] = field(default_factory=set)
    options: set[tuple[str, str]] = field(default_factory=set)
    arms: set[tuple[str, str]] = field(default_factory=set)
    endings: int = 0
    dead_ends: list[str] = field(default_factory=list)
    whole: bool = True
    """False when there were more ways than were walked."""


def explore(flows: dict[FlowId, Flow], flow: FlowId, *, language: str = "nl") -> Explored:
    """Walk every way by buttons; two ways that stand at the same question with the same answers count once."""
    engine, found = Engine(flows), Explored()
    for audience in sorted(flows[flow].audiences):
        for is_open in (True, False):
            around = Surroundings(
                language=language, audience=Audience(audience), today=date(2026, 11, 23), open=is_open,
                day_in_words=lambda day: f"{day:%d-%m-%Y}",
            )  # fmt: skip
            _walk(engine, flow, around, found)
    definition = flows[flow]
    found.arms = {
        (step.id, arm.goto)
        for step in definition.steps
        if isinstance(step, Branch)
        for arm in step.arms
        if arm.goto in found.questions or not isinstance(definition.step(arm.goto), Ask)
    }
    return found


def _walk(engine: Engine, flow: FlowId, around: Surroundings, found: Explored) -> None:
    first = engine.start(flow, around)
    waiting = [first.session] if first.session is not None else []
    if first.session is None:
        found.endings += 1
    seen: set[tuple[str, str]] = set()
    while waiting:
        session = waiting.pop()
        key = (session.flow + session.step, repr(sorted(session.slots.items(), key=str)))
        if key in seen:
            continue
        seen.add(key)
        if len(seen) > MOST_WAYS:
            found.whole = False
            return
        found.questions.add(session.step)
        for answer in _answers(engine, session):
            result = _give(engine, session, answer, around)
            if any(isinstance(output, Notice) and output.name == "flow-broken" for output in result[1]):
                found.dead_ends.append(session.step)
            if result[0] is None:
                found.endings += any(isinstance(output, Ended) for output in result[1])
            else:
                waiting.append(result[0])
            if answer:
                found.options.add((session.step, answer))


def _give(
    engine: Engine, session: Session, answer: str, around: Surroundings
) -> tuple[Session | None, tuple[object, ...]]:
    step = engine.waiting_step(session)
    if isinstance(step, Handoff):
        result = engine.go_on(session, around)
    elif not answer:
        result = engine.skip(session, around)
    else:
        result = engine.answer(session, answer, around)
    return result.session, result.outputs


def _answers(engine: Engine, session: Session) -> Iterator[str]:
    step = engine.waiting_step(session)
    if isinstance(step, Handoff):
        yield ""
    elif isinstance(step, Review):
        yield "klaar"
    elif isinstance(step, Ask):
        yield from _of(engine.waiting_slot(session))
        if step.skip:
            yield ""


def _of(slot: Slot | None) -> Iterator[str]:
    if slot is None:
        return
    match slot.type:
        case SlotType.CHOICE | SlotType.MULTI:
            yield from (option.id for option in slot.options)
        case SlotType.YES_NO:
            yield from ("ja", "nee")
        case SlotType.SCALE:
            yield from ("2", "8")
        case SlotType.NUMBER:
            yield str(slot.minimum if slot.minimum is not None else 1)
            if slot.maximum is not None:
                yield str(slot.maximum)
        case SlotType.DATE:
            yield from ("2026-11-20", "2027-01-18")
        case SlotType.TEXT:
            yield "een antwoord"
