"""``flows draw|schema``: pictures of flows, and what an editor needs to help with typing them."""

import csv
from collections.abc import Collection, Mapping
from pathlib import Path

from bot.app.commands.flows import read_flows
from bot.authoring.drawing.diagram import StepCount, draw_flow
from bot.authoring.editing.flow_schema import schema_text
from bot.domain.errors import SettingsError
from bot.domain.ids import FlowId
from bot.flow.definition import Ask, Branch, Flow, Handoff, Step
from bot.text.localising import fitting

Counts = Mapping[str, Mapping[str, StepCount]]
_COLUMNS = ("flow", "step", "reached", "dropped")
_FEW = "<5"


def schema_command(output: Path | None) -> int:
    """The JSON Schema of a flow file, printed or written."""
    if output is None:
        print(schema_text(), end="")
    else:
        output.write_text(schema_text(), encoding="utf-8")
        print(output)
    return 0


def draw_command(root: Path | None, output: Path, counts: Path | None = None) -> int:
    """For each flow an SVG picture and a Mermaid file; with counts, the picture shows where people stop."""
    flows = read_flows(root)
    counted = read_counts(counts, flows) if counts else {}
    titles = {flow.id: fitting(flow.title, "nl") for flow in flows.values()}
    output.mkdir(parents=True, exist_ok=True)
    for flow in flows.values():
        for suffix, text in (
            (".svg", draw_flow(flow, titles, counted.get(flow.id))),
            (".mmd", mermaid(flow)),
        ):
            path = output / f"{flow.id}{suffix}"
            path.write_text(text, encoding="utf-8")
            print(path)
    return 0


def read_counts(path: Path, flows: Mapping[FlowId, Flow]) -> Counts:
    """Counts per flow and step from a CSV file; raises ``SettingsError`` that names the line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            start = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=";" if ";" in start else ",")
            if set(_COLUMNS) - set(rows.fieldnames or ()):
                raise SettingsError(f"{path}:1 · zet op de eerste regel de kolommen {','.join(_COLUMNS)}")
            return _counts(rows, path, {name: [step.id for step in flow.steps] for name, flow in flows.items()})
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path} is niet te lezen als csv; kijk of het bestaat en sla het op als UTF-8.") from error


def _counts(rows: "csv.DictReader[str]", path: Path, steps: Mapping[FlowId, Collection[str]]) -> Counts:
    counts: dict[str, dict[str, StepCount]] = {}
    for row in rows:
        place = f"{path}:{rows.line_num}"
        flow, step = (row["flow"] or "").strip(), (row["step"] or "").strip()
        if step not in steps.get(FlowId(flow), ()):
            # Numbers of last month may name a step that is gone since; the others are still worth seeing.
            print(f"{place} · de stap '{step}' van '{flow}' bestaat niet (meer) en is overgeslagen")
            continue
        if step in counts.setdefault(flow, {}):
            raise SettingsError(f"{place} · de stap '{step}' van '{flow}' staat er twee keer; tel de regels op")
        count = StepCount(reached=_number(row["reached"], place), dropped=_number(row["dropped"], place))
        if count.reached is not None and (count.dropped or 0) > count.reached:
            raise SettingsError(
                f"{place} · er stopten meer mensen dan er kwamen; wissel reached en dropped misschien om"
            )
        counts[flow][step] = count
    return counts


def _number(text: str | None, place: str) -> int | None:
    text = (text or "").replace(" ", "")
    if text == _FEW:
        return None
    if not text.isascii() or not text.isdecimal():
        raise SettingsError(f"{place} · '{text}' is geen aantal; schrijf een getal, of {_FEW} voor minder dan vijf")
    return int(text)


def mermaid(flow: Flow) -> str:
    """The steps as boxes, questions as rounded ones, ways between them."""
    lines = ["flowchart TD", f'  start(["{_clean(fitting(flow.title, "nl"))}"]) --> {flow.steps[0].id}']
    for step in flow.steps:
        lines.append(f"  {step.id}{_shape(step)}")
        if isinstance(step, Branch):
            lines += [f"  {step.id} --> {_target(arm.goto)}" for arm in step.arms]
        else:
            lines += [f"  {step.id} --> {_target(target)}" for target in flow.targets(step)]
    lines.append('  einde(["einde"])')
    return "\n".join(dict.fromkeys(lines)) + "\n"


def _target(name: str) -> str:
    return "einde" if name in ("end", "menu") else name.replace(":", "_")


def _shape(step: Step) -> str:
    match step:
        case Ask():
            return f'("{_clean(fitting(step.text, "nl"))}")'
        case Branch():
            return '{"welke weg?"}'
        case Handoff():
            return '[/"praat met een mens"/]'
        case _:
            text = getattr(step, "text", None) or {"nl": type(step).__name__.lower()}
            return f'["{_clean(fitting(text, "nl"))}"]'


def _clean(text: str) -> str:
    words = " ".join(text.split())[:70]
    return words.replace('"', "'").replace("{", "(").replace("}", ")")
