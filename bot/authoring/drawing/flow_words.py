"""What a drawing of a flow says: each step in a few Dutch words, each way with why it is taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.domain.ids import FlowId
from bot.flow.conditions import Both, Condition, Either, Not, Test, tests_in
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
    Put,
    Reckon,
    Remind,
    Review,
    Say,
    Signal,
    SlotType,
    Step,
)
from bot.text.localising import fitting

KINDS: Mapping[str, str] = {
    "question": "vraag",
    "text": "tekst",
    "way": "keuze van de weg",
    "document": "om mee te nemen",
    "human": "mens",
    "other": "doet iets op de achtergrond",
    "end": "einde",
}
"""Kinds of steps, with what the key of the drawing calls them."""

_BETWEEN = "\N{NO-BREAK SPACE}· "
"""A row never begins with the dot."""
_PAPERS = {"sheet": "gespreksblad", "picture": "praatplaat", "card": "kaart", "calendar": "agenda-bestand"}
_AROUND = {"audience": "Wie", "language": "Taal", "open": "Steunpunt open"}
_OPEN_ANSWERS = {
    SlotType.YES_NO: "ja · nee",
    SlotType.TEXT: "eigen woorden",
    SlotType.NUMBER: "een getal",
    SlotType.DATE: "een dag",
    SlotType.SCALE: "een cijfer van 1 tot 10",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One step in words: what it is, what it says, and small print."""

    kind: str
    head: str
    body: str
    small: str = ""


def step_in_words(flow: Flow, step: Step, titles: Mapping[FlowId, str]) -> Words:
    """What the box of a step says; that it may come to itself is said here, for a line cannot show it."""
    words = _words(flow, step, titles)
    if step.id in flow.targets(step):
        return replace(words, small=_BETWEEN.join(filter(None, (words.small, "komt hier zelf weer terug"))))
    return words


def _words(flow: Flow, step: Step, titles: Mapping[FlowId, str]) -> Words:
    match step:
        case Ask():
            return Words(kind="question", head="vraag", body=_dutch(step.text), small=_answers(flow, step))
        case Review():
            return Words(kind="question", head="nakijken", body=_dutch(step.text), small=_labels(flow, step.slots))
        case Say():
            return Words(kind="text", head="tekst", body=_dutch(step.text))
        case Faq():
            return Words(kind="text", head="antwoord uit de faq", body=str(step.entry))
        case Branch():
            return Words(kind="way", head="weg", body=_subject(flow, step) or "Welke weg?")
        case Document():
            paper = _PAPERS.get(step.kind, step.kind)
            return Words(kind="document", head=paper, body=_dutch(step.title), small=_labels(flow, step.slots))
        case Handoff():
            body = _dutch(step.text) or "Biedt een gesprek met een mens aan"
            shared = f"deelt: {_labels(flow, step.summary)}" if step.summary else ""
            return Words(kind="human", head="mens", body=body, small=shared)
        case Signal():
            return Words(
                kind="human", head="seintje", body="Kaart zonder naam aan het team", small=_labels(flow, step.summary)
            )
        case End():
            return Words(kind="end", head="einde", body=_dutch(step.text) or step.outcome or "Klaar")
        case _:
            head, body = _in_the_background(flow, step, titles)
            return Words(kind="other", head=head, body=body)


def _in_the_background(flow: Flow, step: Step, titles: Mapping[FlowId, str]) -> tuple[str, str]:
    match step:
        case Put():
            return "vult in", f"{_label(flow, step.slot)}: {'leeg' if step.value is None else step.value}"
        case Reckon():
            start = "vandaag" if step.start == "today" else _label(flow, step.start)
            weeks, days = divmod(step.days, 7)
            lengths = ((step.months, "maanden"), (step.days, "dagen") if days else (weeks, "weken"))
            return "rekent", f"{_label(flow, step.slot)} = {start}" + "".join(
                f" {'+' if number > 0 else '−'} {abs(number)} {unit}" for number, unit in lengths if number
            )
        case Call():
            return "ander stappenplan", f"Doet eerst: {titles.get(step.flow, step.flow)}"
        case Goto():
            return "ga naar", target_in_words(step.target, titles)
        case Remind():
            moment = f"{step.days} dagen {'voor ' + _label(flow, step.at) if step.at else 'later'}"
            return "herinnering", f"{moment}, als {_label(flow, step.consent)}: ja"
        case Mark():
            return "telt", step.name
        case _:
            raise AssertionError(step)


def target_in_words(target: str, titles: Mapping[FlowId, str]) -> str:
    """A place that a step goes to, in words."""
    if target.startswith("flow:"):
        name = FlowId(target.removeprefix("flow:"))
        return f"Stappenplan: {titles.get(name, name)}"
    return {"end": "Einde", "menu": "Menu"}.get(target, target)


def arm_in_words(flow: Flow, branch: Branch, arm: Arm) -> str:
    """When this way is taken; the slot is left out where the branch names it."""
    if arm.condition is None:
        return "anders"
    return _condition(flow, arm.condition, named=bool(_subject(flow, branch)))


def _subject(flow: Flow, branch: Branch) -> str:
    """The one answer all ways depend on, or nothing."""
    names = {test.name for arm in branch.arms if arm.condition is not None for test in tests_in(arm.condition)}
    return _label(flow, names.pop()) if len(names) == 1 else ""


def _condition(flow: Flow, condition: Condition, *, named: bool) -> str:
    match condition:
        case Not(inner=inner):
            return f"niet: {_condition(flow, inner, named=named)}"
        case Both(parts=parts):
            return " en ".join(_part(flow, part, named=named) for part in parts)
        case Either(parts=parts):
            return " of ".join(_part(flow, part, named=named) for part in parts)
        case Test():
            value = _value(flow, condition)
            return value if named else f"{_label(flow, condition.name)}: {value}"


def _part(flow: Flow, condition: Condition, *, named: bool) -> str:
    words = _condition(flow, condition, named=named)
    return f"({words})" if isinstance(condition, Both | Either) else words


def _value(flow: Flow, test: Test) -> str:
    values = " of ".join(_option(flow, test.name, value) for value in test.values)
    match test.operator:
        case "known":
            return "ingevuld"
        case "true":
            return "ja of ingevuld"
        case "is not":
            return f"niet {values}"
        case "has":
            return f"ook {values}"
        case ">=":
            return f"{values} of meer"
        case "<=":
            return f"{values} of minder"
        case ">":
            return f"meer dan {values}"
        case "<":
            return f"minder dan {values}"
        case _:
            return values


def _option(flow: Flow, slot: str, value: str) -> str:
    option = flow.slots[slot].option(value) if slot in flow.slots else None
    return fitting(option.label, "nl") if option else value


def _label(flow: Flow, slot: str) -> str:
    if slot in flow.slots:
        return fitting(flow.slots[slot].label, "nl") or slot
    return _AROUND.get(slot, slot)


def _labels(flow: Flow, slots: tuple[str, ...]) -> str:
    return _BETWEEN.join(_label(flow, slot) for slot in slots)


def _answers(flow: Flow, step: Ask) -> str:
    slot = flow.slots.get(step.slot)
    if slot is None:
        return ""
    answers = _BETWEEN.join(fitting(option.label, "nl") for option in slot.options) or _OPEN_ANSWERS.get(slot.type, "")
    return f"{answers}{_BETWEEN}mag overgeslagen" if step.skip else answers


def _dutch(texts: Mapping[str, str]) -> str:
    """The Dutch text on one line, without the marks of its make-up."""
    lines = (line.strip() for line in fitting(texts, "nl").replace("**", "").splitlines())
    return " ".join(" ".join(re.sub(r"^- ", "• ", line) for line in lines).split())
