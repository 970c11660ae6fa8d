"""``flows/**/<id>.test.yaml`` → scripts: chats an editor wrote, in the words of the chat."""

from datetime import UTC, datetime
from pathlib import Path

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.flows import TEST_SUFFIX, flow_files
from bot.adapters.content.layers import layers_of
from bot.adapters.content.strict_yaml import read_file
from bot.authoring.rehearsal.playing import Line, Script
from bot.domain.audience import Audience

_VERBS = (
    "start", "user", "tap", "photo", "wait", "bot", "bot_not", "buttons", "messages", "file", "staff", "staff_not",
    "step", "slot", "mark", "ended",
)  # fmt: skip
_MONDAY_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def load_scripts(root: Path, findings: Findings) -> list[Script]:
    """Every script of a content folder, and of what it builds on; a flow that an upper layer replaces has only its."""
    scripts: list[Script] = []
    replaced: set[str] = set()
    # What is wrong with the layers themselves is told when the content is read.
    for layer in reversed(layers_of(root, Findings())):
        for path in sorted((layer.root / "flows").rglob(f"*{TEST_SUFFIX}")):
            flow = path.name.removesuffix(TEST_SUFFIX)
            if flow not in replaced:
                scripts += _scripts_of(path, layer.name(path), flow, findings)
        replaced |= {path.stem for path in flow_files(layer.root)}
    return scripts


def _scripts_of(path: Path, name: str, flow: str, findings: Findings) -> list[Script]:
    value = read_file(path, name, findings)
    if value is None:
        return []
    top = Fields(value, name, findings, what="dit bestand")
    top.only(("tests",))
    return [script for fields in top.maps("tests", "dit proefgesprek") for script in _scripts(fields, name, flow)]


def _scripts(fields: Fields, file: str, flow: str) -> list[Script]:
    """One script for each audience and language it is for."""
    fields.only(("name", "audience", "language", "at", "chat"))
    fields.need("name", "chat")
    lines = []
    for item in fields.maps("chat", "deze regel"):
        verb = next(iter(item.names_of_fields()), "")
        if verb not in _VERBS or len(item.names_of_fields()) != 1:
            item.findings.error(
                file, item.line, "E955", f"'{verb}' is geen regel van een proefgesprek", f"kies uit {', '.join(_VERBS)}"
            )
            continue
        lines.append(Line(verb=verb, value=item.text(verb), line=item.line))
    audiences = fields.names("audience") or ("ouder",)
    languages = fields.names("language") or ("nl",)
    return [
        Script(
            name=fields.text("name"),
            flow=flow,
            audience=Audience(audience) if audience in tuple(Audience) else None,
            language=language,
            at=_moment(fields),
            lines=tuple(lines),
            file=file,
        )
        for audience in audiences
        for language in languages
    ]


def _moment(fields: Fields) -> datetime:
    text = fields.text("at")
    if not text:
        return _MONDAY_MORNING
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        fields.findings.error(
            fields.file, fields.line_of("at"), "datum", f"'{text}' is geen moment", 'schrijf hem als "2026-11-23 10:00"'
        )
        return _MONDAY_MORNING
