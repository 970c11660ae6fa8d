"""What is wrong with a flow as a whole: steps nobody reaches, ways without an end, answers that may be missing."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.adapters.content.findings import Finding, Severity
from bot.adapters.content.flow_texts import step_texts
from bot.authoring.lint.flow_replies import replies
from bot.domain.audience import Audience
from bot.domain.ids import ContactId, EntryId, FlowId
from bot.flow.conditions import ENVIRONMENT, Test, tests_in
from bot.flow.definition import (
    Ask,
    Branch,
    Call,
    Document,
    End,
    Faq,
    Flow,
    Goto,
    Handoff,
    Put,
    Reckon,
    Remind,
    Review,
    Signal,
    Slot,
    SlotType,
    Step,
)
from bot.text.folding import fold
from bot.text.localising import fitting

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_KNOWN = re.compile(r"\{(?:contact|open):[a-z0-9_]+(?:\.(?:name|phone|url))?\}|\{steunpunt(?:\.[a-z]+)?\}")
_CONTACT = re.compile(r"\{(?:contact|open):([a-z0-9_]+)")
_PHONE = re.compile(r"(?<!\d)(?:0\d{1,3}[- ]?\d{6,8}|0800[- ]?\d{4,7}|14 ?0\d{2})(?!\d)")
_OUTSIDE = frozenset({"end", "menu"})
_WAY_OUT = frozenset(
    {
        "stop", "menu", "terug", "opnieuw", "mens", "sos", "herhaal", "waarom", "wijzig", "overslaan", "sla over",
        "back", "restart", "human", "why", "skip", "change",
    }
)  # fmt: skip
_LONGEST_TEXT, _LONGEST_LABEL, _MOST_OPTIONS = 900, 40, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What flows may refer to."""

    flows: Mapping[FlowId, Flow]
    entries: Mapping[EntryId, Collection[Audience]]
    contacts: Collection[ContactId]


def inspect_flow(flow: Flow, around: Around) -> list[Finding]:
    """All findings of one flow; where a step does not exist, what follows from that is left out."""
    found = [*_references(flow, around), *_slots(flow), *_conditions(flow), *_texts(flow, around)]
    if not any(finding.code in ("E201", "E202") for finding in found):
        found += [*_graph(flow), *_empty(flow)]
    return found


def _wrong(flow: Flow, line: int, code: str, what: str, advice: str) -> Finding:
    severity = Severity.WARNING if code.startswith("W") else Severity.ERROR
    return Finding(file=flow.file, line=line, code=code, what=what, advice=advice, severity=severity)


def _references(flow: Flow, around: Around) -> Iterator[Finding]:
    known = {step.id for step in flow.steps} | _OUTSIDE
    for step in flow.steps:
        for target in flow.targets(step):
            if target.startswith("flow:"):
                yield from _leads_to(flow, step, FlowId(target.removeprefix("flow:")), around)
            elif target not in known:
                yield _wrong(
                    flow, step.line, "E201", f"de stap '{target}' bestaat niet", "verbeter de naam of maak de stap"
                )
        if isinstance(step, Call):
            yield from _leads_to(flow, step, step.flow, around)
        if isinstance(step, Faq):
            audiences = around.entries.get(step.entry)
            if audiences is None:
                yield _wrong(flow, step.line, "E801", f"de vraag '{step.entry}' bestaat niet", "kies een id uit faq/")
            elif not flow.audiences & set(audiences):
                yield _wrong(
                    flow, step.line, "W807", f"'{step.entry}' is voor een andere doelgroep", "kies een andere vraag"
                )
        for name in _used(step):
            if name not in flow.slots:
                yield _wrong(
                    flow, step.line, "E501", f"'{name}' staat niet bij slots", "verbeter de naam of voeg het toe"
                )


def _leads_to(flow: Flow, step: Step, name: FlowId, around: Around) -> Iterator[Finding]:
    other = around.flows.get(name)
    if other is None:
        yield _wrong(flow, step.line, "E202", f"het stappenplan '{name}' bestaat niet", "verbeter de naam")
    elif other.draft and not flow.draft:
        yield _wrong(
            flow, step.line, "E212", f"het stappenplan '{name}' is nog een concept",
            "haal daar 'draft: true' weg, of verwijs er nog niet naar",
        )  # fmt: skip


def _used(step: Step) -> tuple[str, ...]:
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
            return (consent, at) if at else (consent,)
        case _:
            return ()


def _slots(flow: Flow) -> Iterator[Finding]:
    set_by = {step.slot for step in flow.steps if isinstance(step, Ask | Put | Reckon)}
    used = {name for step in flow.steps for name in _used(step) if not isinstance(step, Ask)}
    used |= {test.name for test in _all_tests(flow)}
    used |= {
        name
        for step in flow.steps
        for text in step_texts(step)
        for form in text.values()
        for name in _PLACEHOLDER.findall(form)
    }
    for name, slot in flow.slots.items():
        line = next((step.line for step in flow.steps if name in _used(step)), 1)
        if name not in set_by:
            yield _wrong(flow, line, "W508", f"'{name}' wordt nergens gevraagd", "haal het weg bij slots")
        elif name not in used and not flow.survey:
            yield _wrong(
                flow, line, "W509", f"'{name}' wordt gevraagd maar nergens gebruikt", "vraag niet meer dan nodig"
            )
        if len(slot.options) > _MOST_OPTIONS:
            yield _wrong(
                flow,
                line,
                "W404",
                f"'{name}' heeft {len(slot.options)} keuzes",
                f"hooguit {_MOST_OPTIONS} past op een scherm",
            )
        yield from _options(flow, slot, line)
        yield from replies(flow, slot, line)
    for step in flow.steps:
        if isinstance(step, Handoff | Signal):
            for name in step.summary:
                slot_found = flow.slots.get(name)
                if slot_found is not None and not slot_found.shared:
                    yield _wrong(
                        flow, step.line, "E705", f"'{name}' mag niet naar medewerkers", "haal het uit de samenvatting"
                    )


def _options(flow: Flow, slot: Slot, line: int) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for option in slot.options:
        forms = {fold(form) for form in (*option.label.values(), *option.also)}
        for form in forms:
            if seen.setdefault(form, option.id) != option.id:
                yield _wrong(
                    flow, line, "E406", f"'{form}' past op twee keuzes van '{slot.name}'", "maak ze verschillend"
                )
            if form in _WAY_OUT:
                yield _wrong(flow, line, "E407", f"'{form}' is ook een woord om eruit te gaan", "kies een ander woord")
        for label in option.label.values():
            if len(label) > _LONGEST_LABEL:
                yield _wrong(flow, line, "W411", f"de knop '{label[:20]}…' is lang", f"hooguit {_LONGEST_LABEL} tekens")
        if "en" not in option.label:
            yield _wrong(flow, line, "W302", f"'{option.id}' heeft geen Engels", "zet er 'en:' bij")
        for old in option.was:
            if any(other.id == old for other in slot.options):
                yield _wrong(
                    flow, line, "E510", f"'{old}' staat bij 'was' maar bestaat nog", "haal een van de twee weg"
                )


def _all_tests(flow: Flow) -> Iterator[Test]:
    for step in flow.steps:
        if isinstance(step, Branch):
            for arm in step.arms:
                if arm.condition is not None:
                    yield from tests_in(arm.condition)


def _conditions(flow: Flow) -> Iterator[Finding]:
    for step in flow.steps:
        if not isinstance(step, Branch):
            continue
        for arm in step.arms:
            for test in tests_in(arm.condition) if arm.condition is not None else ():
                yield from _test(flow, arm.line, test)


def _test(flow: Flow, line: int, test: Test) -> Iterator[Finding]:
    if test.name in ENVIRONMENT:
        return
    slot = flow.slots.get(test.name)
    if slot is None:
        yield _wrong(flow, line, "E501", f"'{test.name}' staat niet bij slots", "verbeter de naam")
        return
    numeric = slot.type in (SlotType.NUMBER, SlotType.SCALE)
    if test.operator in ("<", "<=", ">", ">=") and not numeric:
        yield _wrong(flow, line, "E504", f"'{test.name}' is geen getal", "vergelijk met 'is'")
    if test.operator == "has" and slot.type is not SlotType.MULTI:
        yield _wrong(flow, line, "E504", f"'{test.name}' is één keuze", "gebruik 'is' in plaats van 'has'")
    allowed = {"ja", "nee"} if slot.type is SlotType.YES_NO else {option.id for option in slot.options}
    if test.operator in ("is", "is not", "in", "has") and allowed:
        for value in test.values:
            if value not in allowed:
                yield _wrong(
                    flow,
                    line,
                    "E505",
                    f"'{value}' is geen keuze van {test.name}",
                    f"kies uit {', '.join(sorted(allowed))}",
                )


def _texts(flow: Flow, around: Around) -> Iterator[Finding]:
    for step in flow.steps:
        for number, text in enumerate(step_texts(step)):
            if not text:
                continue
            if "nl" not in text and not any(key.startswith("nl@") for key in text):
                yield _wrong(flow, step.line, "E302", "er is geen Nederlandse tekst", "zet er 'nl:' bij")
            if "en" not in text and not any(key.startswith("en@") for key in text):
                yield _wrong(flow, step.line, "W302", "er is geen Engelse tekst", "zet er 'en:' bij")
            dutch = set(_PLACEHOLDER.findall(fitting(text, "nl")))
            for language, form in text.items():
                yield from _form(flow, step, language, form, around)
                if set(_PLACEHOLDER.findall(form)) != dutch and number == 0:
                    yield _wrong(
                        flow,
                        step.line,
                        "E305",
                        f"de tekst in {language} noemt andere antwoorden dan de Nederlandse",
                        "gebruik dezelfde {…}",
                    )


def _form(flow: Flow, step: Step, language: str, form: str, around: Around) -> Iterator[Finding]:
    if len(form) > _LONGEST_TEXT:
        yield _wrong(
            flow, step.line, "W402", f"de tekst in {language} heeft {len(form)} tekens", f"hooguit {_LONGEST_TEXT}"
        )
    for name in _PLACEHOLDER.findall(form):
        if name not in flow.slots and name != "steunpunt":
            yield _wrong(flow, step.line, "E501", f"'{{{name}}}' staat niet bij slots", "verbeter de naam")
    for contact in _CONTACT.findall(form):
        if ContactId(contact) not in around.contacts:
            yield _wrong(
                flow, step.line, "E802", f"contact '{contact}' bestaat niet", "kies een id uit faq/contacts.yaml"
            )
    rest = _PLACEHOLDER.sub("", _KNOWN.sub("", form))
    if "{" in rest or "}" in rest:
        yield _wrong(
            flow, step.line, "E412", "er staat een { of } die nergens bij hoort", "schrijf {naam} of {contact:…}"
        )
    if _PHONE.search(rest):
        yield _wrong(flow, step.line, "W701", "er staat een telefoonnummer in de tekst", "gebruik {contact:…}")
    if isinstance(step, Ask) and form.count("?") > 2:
        yield _wrong(flow, step.line, "W602", "er staan meer dan twee vragen in één bericht", "vraag één ding tegelijk")


def _graph(flow: Flow) -> Iterator[Finding]:
    """Everything reachable, everything with an end, no circle without a question."""
    ways = {step.id: [t for t in flow.targets(step) if not t.startswith("flow:")] for step in flow.steps}
    reached = _from(flow.steps[0].id, ways)
    # Saying yes to a handoff ends the flow; what follows it is for those who say no.
    for step in flow.steps:
        if step.id not in reached:
            yield _wrong(
                flow, step.line, "E203", f"niemand komt bij de stap '{step.id}'", "verwijs ernaar of haal hem weg"
            )
    ends = {step.id for step in flow.steps if isinstance(step, End | Handoff | Goto) or _OUTSIDE & set(ways[step.id])}
    for step in flow.steps:
        if step.id in reached and not (_from(step.id, ways) & (ends | _OUTSIDE)):
            yield _wrong(
                flow, step.line, "E206", f"vanaf '{step.id}' komt er geen einde", "laat een stap naar end gaan"
            )
    quiet = {
        step.id: [t for t in ways[step.id] if not isinstance(flow.step(t), Ask | Review | Handoff)]
        for step in flow.steps
        if not isinstance(step, Ask | Review | Handoff)
    }
    for name in quiet:
        if name in {target for target in quiet[name] for target in _from(target, quiet)}:
            step = next(step for step in flow.steps if step.id == name)
            yield _wrong(
                flow, step.line, "E207", f"'{name}' draait rond zonder vraag", "zet er een vraag in, of ga naar end"
            )
            return


def _from(start: str, ways: Mapping[str, list[str]]) -> set[str]:
    seen, open_now = {start}, [start]
    while open_now:
        for target in ways.get(open_now.pop(), []):
            if target not in seen:
                seen.add(target)
                open_now.append(target)
    return seen


def _empty(flow: Flow) -> Iterator[Finding]:
    """Answers that may not be there yet where a text names them (must-analysis over all ways)."""
    everything = frozenset(flow.slots)
    known: dict[str, frozenset[str]] = {step.id: everything for step in flow.steps}
    known[flow.steps[0].id] = frozenset()
    changed = True
    while changed:
        changed = False
        for step in flow.steps:
            after = known[step.id]
            if isinstance(step, Ask) and not step.skip:
                after = after | {step.slot}
            elif isinstance(step, Put):
                after = after | {step.slot} if step.value is not None else after - {step.slot}
            elif isinstance(step, Reckon) and (step.start == "today" or step.start in after):
                after = after | {step.slot}
            for target in flow.targets(step):
                if target in known and not known[target] <= after:
                    known[target] = known[target] & after
                    changed = True
    for step in flow.steps:
        for text in step_texts(step):
            for form in text.values():
                for name in set(_PLACEHOLDER.findall(form)) & everything:
                    if name not in known[step.id]:
                        yield _wrong(
                            flow,
                            step.line,
                            "E502",
                            f"'{{{name}}}' kan hier nog leeg zijn",
                            "vraag het eerder, of noem het hier niet",
                        )
                        return
