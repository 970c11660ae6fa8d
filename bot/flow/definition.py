"""A flow as an editor wrote it, checked and immutable."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ENGLISH, EntryId, FlowId
from bot.flow.conditions import Condition
from bot.replies.days import Direction

Texts = Mapping[str, str]
"""A text per language, where needed per audience: ``nl``, ``nl@jongere``, ``en``."""


class SlotType(StrEnum):
    """What kind of answer a question wants."""

    CHOICE = "choice"
    MULTI = "multi"
    YES_NO = "yes_no"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    SCALE = "scale"
    """A whole number from 1 to 10, drawn as a bar in documents."""


class Takes(StrEnum):
    """Replies that say no option in words, and that an option may stand for."""

    YES = "yes"
    NO = "no"
    DOUBT = "doubt"
    UNCLEAR = "unclear"
    """Whatever is neither this nor that. Its question then takes a "no" only when it is said clearly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a closed question."""

    id: str
    label: Texts
    also: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    takes: frozenset[Takes] = frozenset()
    days: tuple[int, int | None] | None = None
    """How many days it stands for, where the question is how long something lasts; without an end for "longer"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An answer with a name."""

    name: str
    type: SlotType
    label: Texts
    options: tuple[Option, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    """Of a number its highest value, of a text its longest length."""
    shared: bool = True
    """May be part of what staff see."""
    unit: str = ""
    """What a number counts: a value of ``Unit``. An amount in another unit is converted."""
    doubt: str = ""
    """What "I do not know" means as the answer to a yes-or-no question: ``ja``, ``nee``, or nothing."""

    def option(self, identifier: str) -> Option | None:
        """The option with this id, or the one that had it once."""
        for option in self.options:
            if option.id == identifier or identifier in option.was:
                return option
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Say something."""

    id: str
    text: Texts
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask and wait; the answer goes into the slot."""

    id: str
    slot: str
    text: Texts
    again: Texts = field(default_factory=dict)
    help: Texts = field(default_factory=dict)
    skip: bool = False
    interrupt: bool = True
    """A question in between is answered first."""
    direction: Direction | None = None
    """Whether a question about a day asks about the past or the future."""
    was: tuple[str, ...] = ()
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Show what was answered, each with a button to change it."""

    id: str
    slots: tuple[str, ...]
    text: Texts
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """Give an answer of the FAQ."""

    id: str
    entry: EntryId
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One way of a branch; without a condition it is the last one."""

    condition: Condition | None
    goto: str
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Go on where the first arm that is true says."""

    id: str
    arms: tuple[Arm, ...]
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """Give a slot a value: a literal, or nothing."""

    id: str
    slot: str
    value: str | int | None
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckon:
    """Reckon with dates: so many days, weeks or months after another date (``today`` or a slot)."""

    id: str
    slot: str
    start: str
    days: int = 0
    months: int = 0
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Go through another flow and come back."""

    id: str
    flow: FlowId
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Goto:
    """Go on elsewhere: a step, ``end``, ``menu`` or ``flow:<id>``."""

    id: str
    target: str
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """Offer a talk with staff; the person sees first what is shared."""

    id: str
    summary: tuple[str, ...]
    text: Texts = field(default_factory=dict)
    urgent: bool = False
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """Send one later message, when the person said yes to it."""

    id: str
    consent: str
    text: Texts
    days: int = 0
    at: str = ""
    """A date slot; ``days`` are then counted before it."""
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something to take along, made of the answers."""

    id: str
    kind: str
    """``sheet``, ``picture``, ``card`` or ``calendar``."""
    title: Texts
    slots: tuple[str, ...]
    text: Texts = field(default_factory=dict)
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Pass an anonymous signal on to the group: only the named slots, no talk."""

    id: str
    summary: tuple[str, ...]
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Count an outcome; no person."""

    id: str
    name: str
    then: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Finish, with a last word."""

    id: str
    outcome: str
    text: Texts = field(default_factory=dict)
    line: int = 1


Step = (
    Say | Ask | Review | Faq | Branch | Put | Reckon | Call | Goto | Handoff | Remind | Document | Signal | Mark | End
)
Waiting = Ask | Review
"""Steps at which the person is waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One flow; ``steps`` run from top to bottom unless a step says otherwise."""

    id: FlowId
    title: Texts
    audiences: frozenset[Audience]
    steps: tuple[Step, ...]
    slots: Mapping[str, Slot]
    words: Texts = field(default_factory=dict)
    start_words: tuple[str, ...] = ()
    menu: bool = True
    survey: bool = False
    """The answers to its choices and scales are counted, and who wants hears what came out of it."""
    draft: bool = False
    """Not ready: only staff play it."""
    file: str = ""
    unreviewed: frozenset[str] = frozenset()
    """Languages in which nobody read the translation again."""

    def step(self, identifier: str) -> Step | None:
        """The step of this name, also by a name it had before."""
        for step in self.steps:
            if step.id == identifier or (isinstance(step, Ask) and identifier in step.was):
                return step
        return None

    def after(self, step: Step) -> str:
        """Where the flow goes on after a step that does not decide so itself."""
        then = getattr(step, "then", "")
        if then:
            return str(then)
        position = self.steps.index(step)
        return self.steps[position + 1].id if position + 1 < len(self.steps) else "end"

    def targets(self, step: Step) -> Iterator[str]:
        """Every step that may come directly after this one."""
        match step:
            case Branch(arms=arms):
                yield from (arm.goto for arm in arms)
            case Goto(target=target):
                yield target
            case End():
                yield "end"
            case _:
                yield self.after(step)

    def question_hash(self, step: Step) -> str:
        """Changes when the words or the options of a question change; not when its neighbours or translations do."""
        if isinstance(step, Ask):
            slot = self.slots[step.slot]
            seen = [_source(step.text), slot.type, [[option.id, _source(option.label)] for option in slot.options]]
        elif isinstance(step, Review):
            seen = [_source(step.text), list(step.slots)]
        else:
            seen = [step.id]
        letters = json.dumps(seen, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(letters.encode()).hexdigest()[:8]


def _source(texts: Texts) -> dict[str, str]:
    """The forms that stand in the file of a flow: those in other languages are translations of these."""
    return {key: text for key, text in texts.items() if key.split("@")[0] in (DUTCH, ENGLISH)}
