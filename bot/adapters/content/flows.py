"""``flows/**/*.yaml`` → flows; every complaint names the file, the line and what to do."""

from pathlib import Path, PurePosixPath

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.flow_replies import one_of, some_of, span
from bot.adapters.content.flow_shape import (
    CLOSED,
    DOUBTS,
    FLOW,
    OPTION,
    SLOT,
    START,
    TAKES,
    UNITS,
)
from bot.adapters.content.flow_steps import Steps, conform
from bot.adapters.content.layers import NATIONAL, Layer
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import read_file
from bot.domain.audience import Audience
from bot.domain.ids import FlowId
from bot.flow.definition import (
    Flow,
    Option,
    Slot,
    SlotType,
    Takes,
)

TEST_SUFFIX = ".test.yaml"
TRANSLATIONS = "vertalingen"
"""The folder beside the flows that holds them in other languages."""


def flow_files(root: Path) -> list[Path]:
    """All flow files of a content folder, tests and translations left out."""
    top = root / "flows"
    return sorted(
        path
        for path in top.rglob("*.yaml")
        if not path.name.endswith(TEST_SUFFIX) and path.relative_to(top).parts[0] != TRANSLATIONS
    )


def load_flows(stack: Stack) -> dict[FlowId, Flow]:
    """Every flow of every layer; what is wrong goes to the findings of the stack."""
    flows: dict[FlowId, Flow] = {}
    for fields in stack.merge(Kind.FLOW, [_heads(layer, stack.findings) for layer in stack.layers], key="flow"):
        flow = _flow(fields)
        if flow is None:
            continue
        if flow.id in flows:
            stack.findings.error(
                fields.file,
                1,
                "E102",
                f"het stappenplan '{flow.id}' bestaat al",
                "geef een van de twee een andere naam",
            )
        flows[flow.id] = flow
    return flows


def _heads(layer: Layer, findings: Findings) -> list[Fields]:
    """The files of a layer, each one flow."""
    heads = []
    for path in flow_files(layer.root):
        name = layer.name(path)
        value = read_file(path, name, findings)
        if value is not None:
            heads.append(Fields(value, name, findings, what="dit stappenplan"))
    return heads


def _flow(fields: Fields) -> Flow | None:
    file, findings = fields.file, fields.findings
    stem = PurePosixPath(file).stem
    conform(fields, FLOW, but=("steps",))
    fields.text(NATIONAL)
    identifier = fields.identifier("flow")
    if not identifier:
        return None
    if identifier != stem:
        findings.error(
            file,
            fields.line_of("flow"),
            "E107",
            f"het bestand heet {stem}, het stappenplan {identifier}",
            "geef ze dezelfde naam",
        )
    fields.day("review_by")
    fields.text("owner")
    fields.names("sources")
    audiences = frozenset(Audience(name) for name in fields.names("audience") if name in tuple(Audience))
    if len(audiences) != len(fields.names("audience")):
        findings.error(file, fields.line_of("audience"), "E304", "een doelgroep bestaat niet", "kies ouder of jongere")
    slots = {slot.name: slot for item in fields.maps("slots", "deze vraag") if (slot := _slot(item)) is not None}
    steps = Steps(file, findings).read(fields.raw("steps"))
    if not steps:
        findings.error(
            file, fields.line_of("steps"), "E104", "er zijn geen stappen", "begin met '- ask: …' of '- say:'"
        )
        return None
    start = fields.map("start", "het begin")
    if start is not None:
        conform(start, START)
    return Flow(
        id=FlowId(identifier),
        title=fields.texts("title"),
        audiences=audiences or frozenset(Audience),
        steps=tuple(steps),
        slots=slots,
        start_words=tuple(start.names("words")) if start else (),
        menu="menu" not in fields or fields.flag("menu"),
        survey="survey" in fields and fields.flag("survey"),
        draft="draft" in fields and fields.flag("draft"),
        file=file,
    )


def _slot(fields: Fields) -> Slot | None:
    conform(fields, SLOT)
    kind = fields.text("type")
    if kind not in tuple(SlotType):
        fields.findings.error(
            fields.file,
            fields.line_of("type"),
            "E507",
            f"'{kind}' is geen soort antwoord",
            f"kies uit {', '.join(SlotType)}",
        )
        return None
    options = []
    for item in fields.maps("options", "deze keuze"):
        conform(item, OPTION)
        options.append(
            Option(
                id=item.identifier("id"),
                label=item.texts("label"),
                also=item.names("also"),
                was=item.names("was"),
                takes=frozenset(map(Takes, some_of(item, "takes", TAKES))),
                days=span(item),
            )
        )
    closed = kind in CLOSED
    if closed and len(options) < 2:
        fields.findings.error(
            fields.file, fields.line, "E403", "een keuze heeft minder dan twee antwoorden", "zet er 'options' bij"
        )
    if not closed and options:
        fields.findings.error(
            fields.file,
            fields.line_of("options"),
            "E507",
            f"bij '{kind}' horen geen keuzes",
            "haal 'options' weg of maak er choice van",
        )
    return Slot(
        name=fields.identifier("name"),
        type=SlotType(kind),
        label=fields.texts("label"),
        options=tuple(options),
        minimum=fields.number("min"),
        maximum=fields.number("max"),
        shared="shared" not in fields or fields.flag("shared"),
        unit=one_of(fields, "unit", UNITS),
        doubt=one_of(fields, "doubt", DOUBTS),
    )
