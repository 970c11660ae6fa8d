"""The steps of a flow, read from YAML."""

from collections.abc import Callable, Mapping

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.flow_replies import one_of
from bot.adapters.content.flow_shape import (
    ARM,
    DIRECTIONS,
    DOCUMENTS,
    LAST_ARM,
    STEPS,
    Shape,
    required,
)
from bot.adapters.content.strict_yaml import Value
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
    Goto,
    Handoff,
    Mark,
    Put,
    Reckon,
    Remind,
    Review,
    Say,
    Signal,
    Step,
)
from bot.replies.days import Direction


def conform(fields: Fields, shape: Shape, *, but: tuple[str, ...] = ()) -> None:
    """Complain about fields that do not exist or miss; ``but``: missing ones that have a complaint of their own."""
    fields.only(shape)
    fields.need(*required(shape, but=but))
    fields.text("note")


class Steps:
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
            conform(fields, STEPS[verbs[0]], but=("remind", "branch"))
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
            conform(item, LAST_ARM if last else ARM)
            condition = None if last else self._condition(item)
            arms.append(Arm(condition=condition, goto=item.text("else" if last else "goto"), line=item.line))
        if not any("else" in item for item in items):
            self._wrong(fields.line, "E204", "er is geen 'else'", "zet als laatste '- else: stap'")
        elif any("else" in item for item in items[:-1]):
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
