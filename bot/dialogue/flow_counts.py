"""What is counted of a flow: which questions are reached and left, and the answers to a survey; never whose."""

from collections.abc import Iterator, Mapping

from bot.domain.ids import FlowId
from bot.domain.tally import Measure
from bot.flow.definition import Ask, Flow, SlotType
from bot.flow.output import Ended, Marked, PassSignal
from bot.flow.run import Result
from bot.flow.session import Session

OUTCOME_SLOT = "uitkomst"
"""The yes-or-no question of a survey whether somebody wants to hear what came out of it."""
_COUNTED = (SlotType.CHOICE, SlotType.YES_NO, SlotType.SCALE)


def counts_of(flows: Mapping[FlowId, Flow], before: Session | None, result: Result) -> Iterator[tuple[Measure, str]]:
    """One for each thing that happened for the first time in this run of the flow."""
    after = result.session
    if before is None and after is not None:
        yield Measure.FLOW, f"{after.flow}:started"
    if after is not None and after.asked and not (before is not None and _known(before, after.flow, after.step)):
        yield Measure.STEP, f"{after.flow}/{after.step}:reached"
    if before is not None and before.asked and _left(before, after):
        yield Measure.STEP, f"{before.flow}/{before.step}:left"
    for output in result.outputs:
        match output:
            case Ended(flow=flow):
                yield Measure.FLOW, f"{flow}:ended"
            case Marked(flow=flow, name=name):
                yield Measure.MARK, f"{flow}/{name}"
            case PassSignal(flow=flow) if flow in flows and flows[flow].survey:
                yield from _survey(flows[flow], output)
            case _:
                continue


def wants_outcome(flows: Mapping[FlowId, Flow], signal: PassSignal) -> bool:
    """Whether this is a survey whose filler-in wants to hear what came out of it."""
    return signal.flow in flows and flows[signal.flow].survey and signal.slots.get(OUTCOME_SLOT) == "ja"


def _known(session: Session, flow: FlowId, step: str) -> bool:
    return session.flow == flow and (session.step == step or step in session.path)


def _left(before: Session, after: Session | None) -> bool:
    """Whether the question that waited was answered now; who goes back or changes an answer is not counted again."""
    if after is None or after.flow != before.flow:
        return True
    return after.step != before.step and before.step in after.path and before.step not in before.path


def _survey(flow: Flow, signal: PassSignal) -> Iterator[tuple[Measure, str]]:
    asked = {step.slot for step in flow.steps if isinstance(step, Ask)}
    for name, slot in flow.slots.items():
        value = signal.slots.get(name)
        if name in asked and name != OUTCOME_SLOT and slot.type in _COUNTED and value is not None:
            yield Measure.SURVEY, f"{flow.id}/{name}/{value}"
