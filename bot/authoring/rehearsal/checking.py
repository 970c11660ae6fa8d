"""All rehearsals of the flows played, and every way through them walked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.authoring.rehearsal.exploring import Explored, explore
from bot.authoring.rehearsal.playing import Failure, Script, play
from bot.dialogue.library import Library
from bot.dialogue.opening import Schedule
from bot.domain.ids import FlowId
from bot.flow.definition import Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsals:
    """What came of it."""

    tried: frozenset[str]
    """Flows that have a rehearsal."""
    failures: tuple[tuple[Script, Failure], ...]
    walks: Mapping[FlowId, Explored]


def rehearse(flows: Mapping[FlowId, Flow], scripts: Iterable[Script], library: Library) -> Rehearsals:
    """Play them as for an open desk: whatever hours an organisation has, they mean the same."""
    library = library.with_drafts()
    library = replace(library, profile=replace(library.profile, schedule=Schedule(always=True)))
    played = [(script, play(library, script)) for script in scripts if script.flow in flows]
    return Rehearsals(
        tried=frozenset(script.flow for script, _ in played),
        failures=tuple((script, failure) for script, failure in played if failure is not None),
        walks={name: explore(dict(flows), name) for name in flows},
    )
