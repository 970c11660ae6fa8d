"""References of national files to what an organisation took out: dropped without a word, it cannot mend those files."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.adapters.content.entries import LocatedEntry
from bot.adapters.content.overlay import Kind, Stack
from bot.domain.ids import EntryId, FlowId
from bot.flow.definition import Faq, Flow, Goto


def entries_without_removed(entries: Iterable[LocatedEntry], stack: Stack) -> tuple[LocatedEntry, ...]:
    """Entries of lower layers no longer name related questions or a flow that an upper layer took out."""
    kept = []
    for located in entries:
        entry = located.entry
        if stack.is_below(located.file):
            flow_is_gone = entry.flow is not None and entry.flow in stack.removed(Kind.FLOW)
            related = tuple(EntryId(name) for name in stack.kept(Kind.ENTRY, entry.related, located.file))
            entry = replace(entry, related=related, flow=None if flow_is_gone else entry.flow)
        kept.append(LocatedEntry(entry, located.fields, located.allow))
    return tuple(kept)


def flows_without_removed(flows: Mapping[FlowId, Flow], stack: Stack) -> dict[FlowId, Flow]:
    """Flows of lower layers pass by the answers that an upper layer took out."""
    return {name: _passing_by(flow, stack) for name, flow in flows.items()}


def _passing_by(flow: Flow, stack: Stack) -> Flow:
    removed = stack.removed(Kind.ENTRY)
    if not removed or not stack.is_below(flow.file):
        return flow
    steps = tuple(
        Goto(id=step.id, target=flow.after(step), line=step.line)
        if isinstance(step, Faq) and step.entry in removed
        else step
        for step in flow.steps
    )
    return replace(flow, steps=steps)
