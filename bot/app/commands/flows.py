"""``flows mutate|plan|record``: how well the tests of flows hold, what a change does to people, new tests."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.flows import TEST_SUFFIX, load_flows
from bot.adapters.content.layers import is_below, layers_of, packaged_content
from bot.adapters.content.overlay import Stack
from bot.app.library import load_library
from bot.authoring.rehearsal.playing import Script, play
from bot.authoring.rehearsal.recording import record
from bot.authoring.rehearsal.scripts import load_scripts
from bot.dialogue.library import Library
from bot.domain.errors import ContentError
from bot.domain.ids import FlowId
from bot.flow.definition import Arm, Ask, Branch, Flow, Goto, Handoff, Review, Step


def plan_command(root: Path | None, old: Path) -> int:
    """What changed between two folders, and what that does to people; 1 when somebody loses their place."""
    before, after = read_flows(old), read_flows(root)
    loses = 0
    for name, flow in before.items():
        if name not in after:
            print(f"{name}: weg. Wie erin zit, krijgt excuses en het menu.")
            loses += 1
            continue
        for step in flow.steps:
            if not isinstance(step, Ask | Review):
                continue
            now = after[name].step(step.id)
            if now is None:
                print(f"{name}: de vraag '{step.id}' is weg zonder 'was'. Wie daar staat, gaat één vraag terug.")
                loses += 1
            elif after[name].question_hash(now) != flow.question_hash(step):
                print(f"{name}: de vraag '{step.id}' is veranderd. Wie daar staat, krijgt hem opnieuw.")
    for name in after:
        if name not in before:
            print(f"{name}: nieuw.")
    return 1 if loses else 0


def record_command(root: Path | None, only: str | None) -> int:
    """Write rehearsals beside every flow that has none (or beside the one that is named): a start for an editor."""
    folder = root or packaged_content()
    layers = layers_of(folder, Findings())
    library = load_library(root).with_drafts()
    for name, flow in library.flows.items():
        path = (folder / flow.file).with_suffix("").with_suffix(TEST_SUFFIX)
        if is_below(layers, flow.file):
            # A flow of the folder that this one builds on: its rehearsals belong there.
            continue
        if only != name and (only or path.exists()):
            continue
        path.write_text(_written(record(library, flow), name), encoding="utf-8")
        print(path)
    return 0


def _written(scripts: list[Script], name: str) -> str:
    lines = [f"# Proefgesprekken bij {name}, opgenomen door het stappenplan te lopen. Zie docs/flows.md.", "tests:"]
    for script in scripts:
        lines += [
            f"  - name: {script.name}",
            f"    audience: [{script.audience}]",
            f"    language: [{script.language}]",
        ]
        lines.append("    chat:")
        lines += [f"      - {line.verb}: {json.dumps(line.value, ensure_ascii=False)}" for line in script.lines]
    return "\n".join(lines) + "\n"


def mutate_command(root: Path | None, only: str | None) -> int:
    """Break each flow on purpose and see whether its tests notice; 1 when more than 5 % goes unnoticed."""
    library = load_library(root).with_drafts()
    scripts = load_scripts(root or packaged_content(), Findings())
    worst = 0
    for name, flow in library.flows.items():
        if only and name != only:
            continue
        own = [script for script in scripts if script.flow == name]
        broken = [script.name for script in own if play(library, script) is not None]
        if broken:
            print(f"{name}: eerst moeten de proefgesprekken zelf slagen: {', '.join(broken)}")
            worst = 1
            continue
        mutants = list(_mutants(flow))
        alive = [what for what, mutant in mutants if not _noticed(library, mutant, own)]
        share = len(alive) / len(mutants) if mutants else 0.0
        print(f"{name}: {len(mutants)} fouten gemaakt, {len(alive)} niet gemerkt ({share:.0%})")
        for what in alive:
            print(f"  niemand merkt het als {what}")
        worst = max(worst, int(share > 0.05))
    return worst


def _noticed(library: Library, mutant: Flow, scripts: list[Script]) -> bool:
    changed = replace(library, flows={**library.flows, mutant.id: mutant})
    for script in scripts:
        try:
            if play(changed, script) is not None:
                return True
        except (KeyError, StopIteration, AssertionError):
            return True
    return False


def _mutants(flow: Flow) -> Iterator[tuple[str, Flow]]:
    def changed(step: Step, other: Step) -> Flow:
        return replace(flow, steps=tuple(other if found is step else found for found in flow.steps))

    for step in flow.steps:
        if not isinstance(step, Branch | Goto):
            skipped = Goto(id=step.id, target=flow.after(step), line=step.line)
            yield f"de stap '{step.id}' wegvalt", changed(step, skipped)
        if isinstance(step, Branch):
            for number, arm in enumerate(step.arms[:-1]):
                other = step.arms[-1].goto
                if arm.goto != other:
                    arms = (*step.arms[:number], Arm(condition=arm.condition, goto=other), *step.arms[number + 1 :])
                    yield f"de weg naar '{arm.goto}' verkeerd gaat", changed(step, replace(step, arms=arms))
        if isinstance(step, Ask) and step.skip:
            yield f"'{step.id}' niet meer overgeslagen kan worden", changed(step, replace(step, skip=False))
        if isinstance(step, Handoff):
            for slot in step.summary:
                rest = tuple(name for name in step.summary if name != slot)
                yield f"'{slot}' uit de samenvatting valt", changed(step, replace(step, summary=rest))


def read_flows(root: Path | None) -> dict[FlowId, Flow]:
    """All flows of a folder; raises ``ContentError`` that lists what is wrong with them."""
    findings = Findings()
    flows = load_flows(Stack(root or packaged_content(), findings))
    if findings.errors:
        raise ContentError("\n".join(str(finding) for finding in findings.errors))
    return flows
