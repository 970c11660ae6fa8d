"""``flows draw|schema``: pictures of flows, and what an editor needs to help with typing them."""

from pathlib import Path

from bot.adapters.content.flow_schema import schema_text
from bot.app.commands.flows import read_flows
from bot.flow.definition import Ask, Branch, Flow, Handoff, Step
from bot.text.localising import fitting


def schema_command(output: Path | None) -> int:
    """The JSON Schema of a flow file, printed or written."""
    if output is None:
        print(schema_text(), end="")
    else:
        output.write_text(schema_text(), encoding="utf-8")
        print(output)
    return 0


def draw_command(root: Path | None, output: Path) -> int:
    """One Mermaid file for each flow: pasted in any Markdown viewer it is a picture."""
    output.mkdir(parents=True, exist_ok=True)
    for flow in read_flows(root).values():
        path = output / f"{flow.id}.mmd"
        path.write_text(diagram(flow), encoding="utf-8")
        print(path)
    return 0


def diagram(flow: Flow) -> str:
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
