"""``flows/**/*.yaml`` → flows; every complaint names the file, the line and what to do."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.flow_replies import one_of, some_of, span
from bot.adapters.content.flow_shape import (
    ARM,
    CLOSED,
    DIRECTIONS,
    DOCUMENTS,
    DOUBTS,
    FLOW,
    LAST_ARM,
    OPTION,
    SLOT,
    START,
    STEPS,
    TAKES,
    UNITS,
    Shape,
    required,
)
from bot.adapters.content.layers import NATIONAL, Layer
from bot.adapters.content.overlay import Kind, Stack
from bot.adapters.content.strict_yaml import Value, read_file
from bot.domain.audience import Audience
from bot.domain.ids import EntryId, FlowId
from bot.flow.conditions import Condition, ConditionError, parse
from bot.flow.definition import (
    Arm,
    Ask,
    Branch,
    Call,
    Document,
    End,
    Faq,
    Flow,
    Goto,
    Handoff,
    Mark,
    Option,
    Put,
    Reckon,
    Remind,
    Review,
    Say,
    Signal,
    Slot,
    SlotType,
    Step,
    Takes,
)
from bot.replies.days import Direction

TEST_SUFFIX = ".test.yaml"


def flow_files(root: Path) -> list[Path]:
    """All flow files of a content folder, tests left out."""
    return sorted(path for path in (root / "flows").rglob("*.yaml") if not path.name.endswith(TEST_SUFFIX))


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
    _conform(fields, FLOW)
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
    steps = _Steps(file, findings).read(fields.raw("steps"))
    if not steps:
        findings.error(
            file, fields.line_of("steps"), "E104", "er zijn geen stappen", "begin met '- ask: …' of '- say:'"
        )
        return None
    start = fields.map("start", "het begin")
    if start is not None:
        _conform(start, START)
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


def _conform(fields: Fields, shape: Shape, *, but: tuple[str, ...] = ()) -> None:
    """Complain about fields that do not exist or miss; ``but``: missing ones that have a complaint of their own."""
    fields.only(shape)
    fields.need(*required(shape, but=but))
    fields.text("note")


def _slot(fields: Fields) -> Slot | None:
    _conform(fields, SLOT)
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
        _conform(item, OPTION)
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


class _Steps:
    """Reads steps; a branch arm that holds steps of its own is laid out behind the branch."""

    def __init__(self, file: str, findings: Findings) -> None:
        self._file = file
        self._findings = findings
        self._names: set[str] = set()
        self._verbs: Mapping[str, Callable[[Fields, str], Step | None]] = {
            "say": self._say, "ask": self._ask, "review": self._review, "faq": self._faq, "branch": self._branch,
            "set": self._put, "date": self._reckon, "call": self._call, "goto": self._goto, "handoff": self._handoff,
            "remind": self._remind, "document": self._document, "signal": self._signal, "mark": self._mark,
            "end": self._end,
        }  # fmt: skip

    def read(self, value: Value | None) -> list[Step]:
        """The steps of a list."""
        if value is None or not isinstance(value.data, list):
            return []
        steps = []
        for item in value.data:
            fields = Fields(item, self._file, self._findings, what="deze stap")
            verbs = [name for name in fields.names_of_fields() if name in self._verbs]
            if len(verbs) != 1:
                self._wrong(
                    fields.line,
                    "E101",
                    "deze stap heeft niet precies één werkwoord",
                    f"kies er één uit: {', '.join(self._verbs)}",
                )
                continue
            _conform(fields, STEPS[verbs[0]], but=("remind", "branch"))
            name = self._name(fields, verbs[0])
            step = self._verbs[verbs[0]](fields, name)
            if step is not None:
                steps.append(step)
        return steps

    def _name(self, fields: Fields, verb: str) -> str:
        own = fields.identifier("id") or (fields.text("ask") if verb == "ask" else "")
        name = own or f"{verb}_{len(self._names) + 1}"
        if name in self._names or name in ("end", "menu"):
            self._wrong(fields.line, "E102", f"er is al een stap '{name}'", "geef deze stap een eigen id")
        self._names.add(name)
        return name

    def _say(self, fields: Fields, name: str) -> Step:
        return Say(id=name, text=fields.texts("say"), then=fields.text("then"), line=fields.line)

    def _ask(self, fields: Fields, name: str) -> Step:
        return Ask(
            id=name,
            slot=fields.text("ask"),
            text=fields.texts("text"),
            again=fields.texts("again"),
            help=fields.texts("help"),
            skip=fields.flag("skip"),
            interrupt="interrupt" not in fields or fields.flag("interrupt"),
            direction=Direction(looks) if (looks := one_of(fields, "direction", DIRECTIONS)) else None,
            was=fields.names("was"),
            then=fields.text("then"),
            line=fields.line,
        )

    def _review(self, fields: Fields, name: str) -> Step:
        return Review(
            id=name, slots=fields.names("review"), text=fields.texts("text"), then=fields.text("then"), line=fields.line
        )

    def _faq(self, fields: Fields, name: str) -> Step:
        return Faq(id=name, entry=EntryId(fields.text("faq")), then=fields.text("then"), line=fields.line)

    def _branch(self, fields: Fields, name: str) -> Step:
        arms = []
        items = fields.maps("branch", "deze weg")
        for item in items:
            last = "else" in item
            _conform(item, LAST_ARM if last else ARM)
            condition = None if last else self._condition(item)
            arms.append(Arm(condition=condition, goto=item.text("else" if last else "goto"), line=item.line))
        if not items or "else" not in items[-1]:
            self._wrong(fields.line, "E204", "er is geen 'else'", "zet als laatste '- else: stap'")
        if any("else" in item for item in items[:-1]):
            self._wrong(fields.line, "E208", "'else' staat niet als laatste", "zet 'else' onderaan")
        return Branch(id=name, arms=tuple(arms), line=fields.line)

    def _condition(self, fields: Fields) -> Condition | None:
        try:
            return parse(fields.text("if"))
        except ConditionError as error:
            self._wrong(
                fields.line_of("if"), "E503", f"'{fields.text('if')}': {error}", "zie docs/flows.md, Voorwaarden"
            )
            return None

    def _put(self, fields: Fields, name: str) -> Step:
        raw = fields.raw("to")
        text = fields.text("to")
        value = raw.data if raw is not None and isinstance(raw.data, int) else text
        return Put(
            id=name,
            slot=fields.text("set"),
            value=None if raw is None or raw.data is None else value,
            then=fields.text("then"),
            line=fields.line,
        )

    def _reckon(self, fields: Fields, name: str) -> Step:
        return Reckon(
            id=name,
            slot=fields.text("date"),
            start=fields.text("from"),
            days=(fields.number("days") or 0) + 7 * (fields.number("weeks") or 0),
            months=fields.number("months") or 0,
            then=fields.text("then"),
            line=fields.line,
        )

    def _call(self, fields: Fields, name: str) -> Step:
        return Call(id=name, flow=FlowId(fields.text("call")), then=fields.text("then"), line=fields.line)

    def _goto(self, fields: Fields, name: str) -> Step:
        return Goto(id=name, target=fields.text("goto"), line=fields.line)

    def _handoff(self, fields: Fields, name: str) -> Step:
        return Handoff(
            id=name,
            summary=fields.names("handoff"),
            text=fields.texts("text"),
            urgent=fields.flag("urgent"),
            then=fields.text("then"),
            line=fields.line,
        )

    def _remind(self, fields: Fields, name: str) -> Step:
        if not fields.text("remind"):
            self._wrong(
                fields.line,
                "E706",
                "een herinnering zonder toestemming",
                "zet achter remind de ja/nee-vraag die het goed vindt",
            )
        return Remind(
            id=name,
            consent=fields.text("remind"),
            text=fields.texts("text"),
            days=fields.number("days") or 0,
            at=fields.text("before"),
            then=fields.text("then"),
            line=fields.line,
        )

    def _document(self, fields: Fields, name: str) -> Step:
        kind = fields.text("document")
        if kind not in DOCUMENTS:
            self._wrong(
                fields.line_of("document"),
                "E210",
                f"'{kind}' is geen soort document",
                f"kies uit {', '.join(DOCUMENTS)}",
            )
        return Document(
            id=name,
            kind=kind,
            title=fields.texts("title"),
            slots=fields.names("slots"),
            text=fields.texts("text"),
            then=fields.text("then"),
            line=fields.line,
        )

    def _signal(self, fields: Fields, name: str) -> Step:
        return Signal(id=name, summary=fields.names("signal"), then=fields.text("then"), line=fields.line)

    def _mark(self, fields: Fields, name: str) -> Step:
        return Mark(id=name, name=fields.text("mark"), then=fields.text("then"), line=fields.line)

    def _end(self, fields: Fields, name: str) -> Step:
        return End(id=name, outcome=fields.text("end"), text=fields.texts("text"), line=fields.line)

    def _wrong(self, line: int, code: str, what: str, advice: str) -> None:
        self._findings.error(self._file, line, code, what, advice)
