"""How the steps of a flow hang together, and what stands in their texts: shared by the rules about flows."""

from collections.abc import Iterator, Mapping

from bot.adapters.content.flow_texts import step_texts
from bot.domain.ids import FlowId
from bot.flow.conditions import Test, tests_in
from bot.flow.definition import Ask, Branch, Call, Document, Flow, Handoff, Put, Reckon, Remind, Review, Signal, Step
from bot.text.placeholders import PLACEHOLDER, SLOT

OUTSIDE = frozenset({"end", "menu"})
"""Places a step may lead to that are no steps."""
_OTHER = "flow:"


def steps_led_to(flow: Flow) -> Iterator[tuple[Step, str]]:
    """Each step, with every place of this flow it leads to."""
    for step in flow.steps:
        yield from ((step, target) for target in flow.targets(step) if not target.startswith(_OTHER))


def flows_led_to(flow: Flow) -> Iterator[tuple[Step, FlowId]]:
    """Each step that leads to another flow, with that flow."""
    for step in flow.steps:
        for target in flow.targets(step):
            if target.startswith(_OTHER):
                yield step, FlowId(target.removeprefix(_OTHER))
        if isinstance(step, Call):
            yield step, step.flow


def is_whole(flow: Flow, flows: Mapping[FlowId, Flow]) -> bool:
    """Every step and every flow it leads to is there; without that, what follows cannot be said."""
    known = {step.id for step in flow.steps} | OUTSIDE
    return all(target in known for _, target in steps_led_to(flow)) and all(
        name in flows for _, name in flows_led_to(flow)
    )


def ways_in(flow: Flow) -> dict[str, list[str]]:
    """From each step to those that may come next."""
    ways: dict[str, list[str]] = {step.id: [] for step in flow.steps}
    for step, target in steps_led_to(flow):
        ways[step.id].append(target)
    return ways


def reached_from(start: str, ways: Mapping[str, list[str]]) -> set[str]:
    """All steps that can come after one, and itself."""
    seen, open_now = {start}, [start]
    while open_now:
        for target in ways.get(open_now.pop(), []):
            if target not in seen:
                seen.add(target)
                open_now.append(target)
    return seen


def slots_named(step: Step) -> tuple[str, ...]:
    """The slots a step asks, fills or shows."""
    match step:
        case Ask(slot=slot) | Put(slot=slot):
            return (slot,)
        case Reckon(slot=slot, start=start):
            return (slot,) if start == "today" else (slot, start)
        case Review(slots=slots) | Document(slots=slots):
            return slots
        case Handoff(summary=names) | Signal(summary=names):
            return names
        case Remind(consent=consent, at=at):
            return tuple(name for name in (consent, at) if name)
        case _:
            return ()


def slots_set(flow: Flow) -> set[str]:
    """The slots that some step fills."""
    return {step.slot for step in flow.steps if isinstance(step, Ask | Put | Reckon)}


def tests_of(flow: Flow) -> Iterator[tuple[int, Test]]:
    """Every comparison in a condition, with its line."""
    for step in flow.steps:
        if isinstance(step, Branch):
            for arm in step.arms:
                if arm.condition is not None:
                    yield from ((arm.line, test) for test in tests_in(arm.condition))


def first_line_of(flow: Flow, slot: str) -> int:
    """Where a slot comes up first; slots themselves have no line."""
    return next((step.line for step in flow.steps if slot in slots_named(step)), 1)


def forms_of(flow: Flow) -> Iterator[tuple[Step, str, str]]:
    """Every text of every step: the step, the language and the words."""
    for step in flow.steps:
        for text in step_texts(step):
            yield from ((step, language, form) for language, form in text.items())


def without_placeholders(form: str) -> str:
    """What is left of a text when all that is filled in is gone."""
    return SLOT.sub("", PLACEHOLDER.sub("", form))
