"""The engine: pure, so that tests, the demo, crash recovery and the real bot run the very same thing.

``(flow, session, what happened) → (session, outputs)``. A session that stands at a question whose words or options were
changed meanwhile does not take the old answer: the question is asked again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.audience import Audience
from bot.domain.ids import FlowId
from bot.flow import own_words
from bot.flow.answers import Unclear, Understood, read_answer
from bot.flow.conditions import Value, Values, holds
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
)
from bot.flow.output import (
    Asked,
    Ended,
    MakeDocument,
    Marked,
    Notice,
    OfferHuman,
    Output,
    PassSignal,
    RemindLater,
    ShowEntry,
    Spoken,
)
from bot.flow.session import Session
from bot.replies.days import add_months
from bot.replies.leaning import Leaning, read_leaning
from bot.text.folding import fold
from bot.text.localising import fitting

MOST_STEPS = 50
"""More without a question is a loop that the check should have found."""
MOST_TRIES = 3
_DONE = "klaar"
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a flow may look at outside itself."""

    language: str
    audience: Audience | None
    today: date
    open: bool
    day_in_words: Callable[[date], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Where the person is now (None: nowhere), and what must be said and done."""

    session: Session | None
    outputs: tuple[Output, ...]


class Engine:
    """Runs flows; holds no state of its own."""

    def __init__(self, flows: Mapping[FlowId, Flow]) -> None:
        self.flows = flows

    def start(self, flow: FlowId, around: Surroundings) -> Result:
        """From the first step."""
        definition = self.flows[flow]
        return _Run(self, Session(flow=flow, step=definition.steps[0].id), around).go(definition.steps[0].id)

    def again(self, session: Session, around: Surroundings, *outputs: Output) -> Result:
        """Put the waiting question once more."""
        session, changed = self.settle(session)
        run = _Run(self, session, around)
        run.outputs += [*outputs, *([Notice(name="flow-changed")] if changed else [])]
        return run.go(session.step)

    def settle(self, session: Session) -> tuple[Session, bool]:
        """Fit a session to the flow as it is now; whether its question is no longer the one that was asked."""
        flow = self.flows.get(session.flow)
        if flow is None:
            return session, True
        # Inside a called flow the answers of the caller wait untouched.
        slots = {
            name: value if session.stack and name not in flow.slots else _fits(flow.slots.get(name), value)
            for name, value in session.slots.items()
        }
        kept = {name: value for name, value in slots.items() if value is not None}
        step = flow.step(session.step)
        path = tuple(found.id for name in session.path if (found := flow.step(name)) is not None)
        session = session.evolve(slots=kept, path=path)
        if step is None:
            # The step is gone: back to the last question of this path that still exists, else to the start.
            return session.evolve(step=path[-1] if path else flow.steps[0].id, path=path[:-1], asked=""), True
        changed = bool(session.asked) and session.asked != flow.question_hash(step)
        return session.evolve(step=step.id), changed

    def answer(self, session: Session, text: str, around: Surroundings) -> Result:
        """A typed answer to the waiting question."""
        session, changed = self.settle(session)
        if changed:
            return self.again(session.evolve(asked=""), around, Notice(name="flow-changed"))
        flow = self.flows[session.flow]
        step = flow.step(session.step)
        if isinstance(step, Review):
            return self._review(session, step, text, around)
        if not isinstance(step, Ask):
            return self.again(session, around)
        slot = flow.slots[step.slot]
        if slot.type is SlotType.MULTI and text.strip().casefold() in (_DONE, "done", "klaar!"):
            return self.take(session, step, session.slots.get(slot.name) or (), around)
        read = _read(slot, step, text, around)
        if isinstance(read, Understood):
            return self.take(session, step, read.value, around, exact=read.exact)
        if read.doubt and step.skip:
            return self.skip(session, around)
        return self._unclear(session, slot, read, around)

    def reads(self, session: Session, text: str, around: Surroundings) -> Understood | Unclear | None:
        """How an answer would be read, without taking it; None when no question waits."""
        session, changed = self.settle(session)
        flow = self.flows.get(session.flow)
        step = flow.step(session.step) if flow is not None and not changed else None
        if flow is None or not isinstance(step, Ask):
            return None
        return _read(flow.slots[step.slot], step, text, around)

    def waiting_slot(self, session: Session) -> Slot | None:
        """The slot of the waiting question."""
        flow = self.flows.get(session.flow)
        step = flow.step(session.step) if flow is not None else None
        return flow.slots[step.slot] if flow is not None and isinstance(step, Ask) else None

    def waiting_step(self, session: Session) -> Step | None:
        """The step that waits."""
        flow = self.flows.get(session.flow)
        return flow.step(session.step) if flow is not None else None

    def press(self, session: Session, question: str, value: str, around: Surroundings) -> Result | None:
        """A button: of the waiting question, or of an earlier one, which is then corrected; None for any other."""
        session, changed = self.settle(session)
        flow = self.flows.get(session.flow)
        if flow is None:
            return None
        step = flow.step(session.step)
        if step is not None and not changed and question == flow.question_hash(step):
            if isinstance(step, Review):
                return self._review(session, step, value, around)
            if isinstance(step, Ask):
                return self._pressed(session, step, value, around)
        for name in session.path:
            earlier = flow.step(name)
            if isinstance(earlier, Ask) and question == flow.question_hash(earlier):
                position = session.path.index(name)
                back = session.evolve(step=name, path=session.path[:position], changing=True, tries=0)
                return self._pressed(back, earlier, value, around)
        if changed:
            return self.again(session.evolve(asked=""), around, Notice(name="flow-changed"))
        return None

    def _pressed(self, session: Session, step: Ask, value: str, around: Surroundings) -> Result | None:
        slot = self.flows[session.flow].slots[step.slot]
        match slot.type:
            case SlotType.MULTI:
                chosen = session.slots.get(slot.name)
                before = chosen if isinstance(chosen, tuple) else ()
                if value == _DONE:
                    return self.take(session, step, before, around)
                if slot.option(value) is None:
                    return None
                after = tuple(v for v in before if v != value) if value in before else (*before, value)
                return self.again(session.evolve(slots={**session.slots, slot.name: after}), around)
            case SlotType.CHOICE:
                option = slot.option(value)
                return None if option is None else self.take(session, step, option.id, around)
            case SlotType.YES_NO if value in ("ja", "nee"):
                return self.take(session, step, value, around)
            case SlotType.SCALE | SlotType.NUMBER if value.isdecimal():
                return self.take(session, step, int(value), around)
            case _:
                return None

    def take(self, session: Session, step: Ask, value: Value, around: Surroundings, *, exact: bool = True) -> Result:
        """Put the answer in its slot and go on; a day is said back in full before anything is reckoned with it."""
        if value == () and not step.skip:
            return self.again(session, around, Notice(name="flow-choose"))
        slots = {**session.slots, step.slot: value if value != () else None}
        taken = session.evolve(slots=slots, path=(*session.path, step.id), tries=0, pending="", asked="")
        result = _Run(self, taken, around).go(self.flows[session.flow].after(step))
        if not isinstance(value, date):
            return result
        day = around.day_in_words(value)
        if exact and any(isinstance(output, Spoken) and day in output.text for output in result.outputs):
            return result
        back = Notice(name="flow-day-taken" if exact else "flow-day-about", arguments={"day": day})
        return Result(session=result.session, outputs=(back, *result.outputs))

    def skip(self, session: Session, around: Surroundings) -> Result:
        """Leave the waiting question out, when it may be."""
        session, _ = self.settle(session)
        step = self.waiting_step(session)
        if isinstance(step, Review):
            return _Run(self, session, around).go(self.flows[session.flow].after(step))
        if not isinstance(step, Ask) or not step.skip:
            return self.again(session, around, Notice(name="flow-no-skip"))
        slots = {name: value for name, value in session.slots.items() if name != step.slot}
        skipped = session.evolve(slots=slots, path=(*session.path, step.id), tries=0, asked="")
        return _Run(self, skipped, around).go(self.flows[session.flow].after(step))

    def back(self, session: Session, around: Surroundings) -> Result:
        """The question before this one, its answer forgotten."""
        session, _ = self.settle(session)
        if not session.path:
            return self.again(session, around, Notice(name="flow-first"))
        flow = self.flows[session.flow]
        step = flow.step(session.path[-1])
        forgotten = step.slot if isinstance(step, Ask) else ""
        slots = {name: value for name, value in session.slots.items() if name != forgotten}
        earlier = session.evolve(step=session.path[-1], path=session.path[:-1], slots=slots, asked="", tries=0)
        return self.again(earlier, around)

    def change(self, session: Session, around: Surroundings) -> Result:
        """Show what was answered, each with a button to change it."""
        session, _ = self.settle(session)
        flow = self.flows[session.flow]
        answered = tuple(step for name in session.path if isinstance(step := flow.step(name), Ask))
        if not answered:
            return self.again(session, around, Notice(name="flow-first"))
        options = tuple(
            (f"{fitting(flow.slots[step.slot].label, around.language, around.audience)}: "
             f"{shown(flow.slots[step.slot], session.slots.get(step.slot), around)}"[:60], f"wijzig_{step.id}")
            for step in answered
        )  # fmt: skip
        asked = Asked(text="", options=options, rows=1, question="wijzig", skip=False, help=False, back=False)
        return Result(session=session, outputs=(Notice(name="flow-which-change"), asked))

    def change_one(self, session: Session, name: str, around: Surroundings) -> Result | None:
        """Ask this question again; later answers are kept where they still fit."""
        session, _ = self.settle(session)
        if name not in session.path:
            return None
        position = session.path.index(name)
        again = session.evolve(step=name, path=session.path[:position], changing=True, asked="", tries=0)
        return self.again(again, around)

    def restart(self, session: Session, around: Surroundings) -> Result:
        """From the first step, everything forgotten but what was counted already."""
        first = self.flows[session.flow].steps[0].id
        return _Run(self, Session(flow=session.flow, step=first, marks=session.marks), around).go(first)

    def go_on(self, session: Session, around: Surroundings) -> Result:
        """After a handoff that was declined: the next step."""
        session, _ = self.settle(session)
        step = self.waiting_step(session)
        if step is None or isinstance(step, Ask | Review):
            return self.again(session, around)
        return _Run(self, session, around).go(self.flows[session.flow].after(step))

    def summary_so_far(self, session: Session, around: Surroundings) -> tuple[tuple[str, str, bool], ...]:
        """What was answered up to here and may be shared."""
        flow = self.flows.get(session.flow)
        if flow is None:
            return ()
        step = flow.step(session.step)
        names = step.summary if isinstance(step, Handoff) else tuple(
            name for name, slot in flow.slots.items() if slot.shared
        )  # fmt: skip
        return summary(flow, names, session.slots, around)

    def _review(self, session: Session, step: Review, text: str, around: Surroundings) -> Result:
        typed = text.strip().casefold()
        if typed.startswith("wijzig_"):
            return self.change_one(session, typed.removeprefix("wijzig_"), around) or self.again(session, around)
        reply = read_leaning(text)
        if (
            typed == _DONE
            or fold(text) == "1"
            or (reply is not None and reply.leaning is Leaning.YES and not reply.but)
        ):
            return _Run(self, session.evolve(asked=""), around).go(self.flows[session.flow].after(step))
        return self.change(session, around)

    def _unclear(self, session: Session, slot: Slot, unclear: Unclear, around: Surroundings) -> Result:
        tries = session.tries + 1
        session = session.evolve(tries=tries)
        if tries >= MOST_TRIES:
            stuck = "flow-stuck" if (tries - MOST_TRIES) % 2 == 0 else "flow-stuck-again"
            return self.again(session, around, Notice(name=stuck))
        labels = [_label(slot, name, around) for name in unclear.near]
        if len(labels) == 2:
            notice = Notice(name="flow-which", arguments={"first": labels[0], "second": labels[1]})
        elif unclear.day is not None:
            notice = Notice(name=unclear.why, arguments={"day": around.day_in_words(unclear.day)})
        else:
            notice = Notice(name=unclear.why if tries == 1 else f"{unclear.why}-again")
        return self.again(session, around, notice)


def _read(slot: Slot, step: Ask, text: str, around: Surroundings) -> Understood | Unclear:
    question = fitting(step.text, around.language, around.audience)
    return read_answer(slot, text, around.language, around.today, direction=step.direction, question=question)


class _Run:
    """Steps from one question to the next."""

    def __init__(self, engine: Engine, session: Session, around: Surroundings) -> None:
        self.engine = engine
        self.session = session
        self.around = around
        self.outputs: list[Output] = []

    @property
    def flow(self) -> Flow:
        return self.engine.flows[self.session.flow]

    @property
    def values(self) -> Values:
        around = self.around
        return {
            **self.session.slots,
            "audience": str(around.audience) if around.audience else None,
            "language": around.language,
            "open": "ja" if around.open else "nee",
        }

    def go(self, target: str) -> Result:
        """Run until a question, a handoff or the end."""
        for _ in range(MOST_STEPS):
            step = self._arrive(target)
            if step is None:
                return self._result(None)
            after = self._do(step)
            if after is None:
                return self._result(self.session)
            target = after
        self.outputs.append(Notice(name="flow-broken"))
        return self._result(None)

    def _result(self, session: Session | None) -> Result:
        return Result(session=session, outputs=tuple(self.outputs))

    def _arrive(self, target: str) -> Step | None:
        """The step to do next; None when it is all over."""
        while target in ("end", "menu") or target.startswith("flow:"):
            if target.startswith("flow:"):
                flow = FlowId(target.removeprefix("flow:"))
                if flow not in self.engine.flows:
                    self.outputs.append(Notice(name="flow-broken"))
                    return None
                self.session = Session(flow=flow, step=self.engine.flows[flow].steps[0].id)
                return self.engine.flows[flow].steps[0]
            if not self.session.stack or target == "menu":
                self.outputs.append(Ended(flow=self.session.flow, outcome=target))
                return None
            *rest, (flow, step) = self.session.stack
            # Its answers stay with the flow that called it, under their own names.
            self.session = self.session.evolve(flow=flow, step=step, stack=tuple(rest), path=(), tries=0)
            target = step
        found = self.flow.step(target)
        if found is None:
            self.outputs.append(Notice(name="flow-broken"))
        return found

    def _do(self, step: Step) -> str | None:
        """Do one step; the name of the next one, or None to wait here."""
        match step:
            case Ask():
                return self._ask(step)
            case Review():
                self._wait(step)
                self.outputs.append(self._review(step))
                return None
            case Branch(arms=arms):
                values = self.values
                for arm in arms:
                    if arm.condition is None or holds(arm.condition, values):
                        return arm.goto
                return "end"
            case Goto(target=target):
                return target
            case End(text=text):
                if text:
                    self._say(text)
                return "end"
            case Call(flow=flow):
                after = self.flow.after(step)
                if flow not in self.engine.flows:
                    return after
                self.session = self.session.evolve(
                    flow=flow, stack=(*self.session.stack, (self.session.flow, after)), path=(), tries=0
                )
                return self.flow.steps[0].id
            case Handoff():
                self._handoff(step)
                return None
            case _:
                self._quiet(step)
                return self.flow.after(step)

    def _quiet(self, step: Step) -> None:
        """Steps that wait for nobody."""
        session = self.session
        match step:
            case Say(text=text):
                self._say(text)
            case Faq(entry=entry):
                self.outputs.append(ShowEntry(entry=entry))
            case Put(slot=slot, value=value):
                self.session = session.evolve(slots={**session.slots, slot: value})
            case Reckon():
                self._reckon(step)
            case Mark(name=name):
                key = f"{session.flow}/{name}"
                if key not in session.marks:
                    self.session = session.evolve(marks=(*session.marks, key))
                    self.outputs.append(Marked(flow=session.flow, name=name))
            case Signal(summary=names):
                rows = summary(self.flow, names, session.slots, self.around)
                pairs = tuple((label, value) for label, value, _ in rows)
                self.outputs.append(
                    PassSignal(summary=pairs, theme=self.flow.title, flow=session.flow, slots=session.slots)
                )
            case Document():
                self._document(step)
            case Remind():
                self._remind(step)

    def _ask(self, step: Ask) -> str | None:
        if self.session.changing and self.session.slots.get(step.slot) is not None and self.session.step != step.id:
            # An earlier answer was changed; this one still stands.
            self.session = self.session.evolve(path=(*self.session.path, step.id))
            return self.flow.after(step)
        repeated = self.session.step == step.id and bool(self.session.asked)
        text = step.again if repeated and step.again else step.text
        self._wait(step)
        slot = self.flow.slots[step.slot]
        self.outputs.append(
            Asked(
                text=self._fill(fitting(text, self.around.language, self.around.audience)),
                options=self._options(slot),
                rows=5 if slot.type is SlotType.SCALE else 2 if slot.type is SlotType.YES_NO else 1,
                question=self.session.asked,
                skip=step.skip,
                help=bool(step.help),
                back=bool(self.session.path),
            )
        )
        return None

    def _wait(self, step: Step) -> None:
        self.session = self.session.evolve(
            step=step.id,
            asked=self.flow.question_hash(step),
            changing=self.session.changing and step.id == self.session.step,
        )

    def _options(self, slot: Slot) -> tuple[tuple[str, str], ...]:
        language, audience = self.around.language, self.around.audience
        match slot.type:
            case SlotType.YES_NO:
                return tuple(
                    (own_words.beside(slot.label, words, language), value)
                    for words, value in ((own_words.YES, "ja"), (own_words.NO, "nee"))
                )
            case SlotType.SCALE:
                return tuple((str(number), str(number)) for number in range(1, 11))
            case SlotType.CHOICE:
                return tuple((fitting(option.label, language, audience), option.id) for option in slot.options)
            case SlotType.MULTI:
                chosen = self.session.slots.get(slot.name)
                marked = chosen if isinstance(chosen, tuple) else ()
                rows = [(_tick(option, marked, language, audience), option.id) for option in slot.options]
                return (*rows, (f"✔️ {own_words.beside(slot.label, own_words.DONE, language)}", _DONE))
            case _:
                return ()

    def _review(self, step: Review) -> Asked:
        rows = summary(self.flow, step.slots, self.session.slots, self.around)
        listed = "\n".join(f"- {label}: **{value}**" for label, value, _ in rows)
        text = self._fill(fitting(step.text, self.around.language, self.around.audience))
        words = [own_words.beside(step.text, one, self.around.language) for one in (own_words.RIGHT, own_words.CHANGE)]
        return Asked(
            text=f"{text}\n\n{listed}" if listed else text,
            options=((words[0], _DONE), (words[1], "nee")),
            rows=1,
            question=self.session.asked,
            skip=False,
            help=False,
            back=bool(self.session.path),
        )

    def _handoff(self, step: Handoff) -> None:
        self.session = self.session.evolve(step=step.id, asked="")
        text = self._fill(fitting(step.text, self.around.language, self.around.audience)) if step.text else ""
        self.outputs.append(
            OfferHuman(
                summary=summary(self.flow, step.summary, self.session.slots, self.around),
                theme=self.flow.title,
                text=text,
                urgent=step.urgent,
            )
        )

    def _say(self, text: Mapping[str, str]) -> None:
        self.outputs.append(Spoken(text=self._fill(fitting(text, self.around.language, self.around.audience))))

    def _fill(self, text: str) -> str:
        """Slots in the text; what is not a slot is left for the dialogue (contacts, the organisation)."""

        def value(match: re.Match[str]) -> str:
            slot = self.flow.slots.get(match[1])
            return (
                match[0] if slot is None else plain_words(shown(slot, self.session.slots.get(slot.name), self.around))
            )

        return _PLACEHOLDER.sub(value, text)

    def _reckon(self, step: Reckon) -> None:
        start = self.around.today if step.start == "today" else self.session.slots.get(step.start)
        if isinstance(start, date):
            day = add_months(start, step.months) + timedelta(days=step.days)
            self.session = self.session.evolve(slots={**self.session.slots, step.slot: day})

    def _document(self, step: Document) -> None:
        lines: list[tuple[str, str, int | None]] = []
        for name in step.slots:
            slot, value = self.flow.slots[name], self.session.slots.get(name)
            if value is None:
                continue
            label = fitting(slot.label, self.around.language, self.around.audience)
            number = value if slot.type is SlotType.SCALE and isinstance(value, int) else None
            words = (
                value.isoformat()
                if step.kind == "calendar" and isinstance(value, date)
                else shown(slot, value, self.around)
            )
            lines.append((label, words, number))
        title = self._fill(fitting(step.title, self.around.language, self.around.audience))
        closing = self._fill(fitting(step.text, self.around.language, self.around.audience)) if step.text else ""
        self.outputs.append(MakeDocument(kind=step.kind, title=title, lines=tuple(lines), closing=closing))

    def _remind(self, step: Remind) -> None:
        if self.session.slots.get(step.consent) != "ja":
            return
        days = step.days
        if step.at:
            day = self.session.slots.get(step.at)
            if not isinstance(day, date):
                return
            days = (day - self.around.today).days - step.days
        if days > 0:
            self.outputs.append(RemindLater(flow=self.session.flow, step=step.id, in_days=days))


def summary(
    flow: Flow, names: tuple[str, ...], slots: Mapping[str, Value], around: Surroundings
) -> tuple[tuple[str, str, bool], ...]:
    """Label, value in words, and whether these are the person's own words."""
    rows = []
    for name in names:
        slot, value = flow.slots[name], slots.get(name)
        if value is not None and slot.shared:
            label = fitting(slot.label, around.language, around.audience)
            rows.append((label, shown(slot, value, around), slot.type is SlotType.TEXT))
    return tuple(rows)


def shown(slot: Slot, value: Value, around: Surroundings) -> str:
    """An answer in words."""
    match value:
        case None:
            return "-"
        case date():
            return around.day_in_words(value)
        case tuple():
            return ", ".join(_label(slot, part, around) for part in value)
        case _ if slot.type is SlotType.YES_NO and around.language != "nl":
            words = own_words.YES if value == "ja" else own_words.NO
            return own_words.beside(slot.label, words, around.language).lower()
        case _:
            return _label(slot, str(value), around)


def plain_words(text: str) -> str:
    """A person's words as words: Markdown signs lose their meaning."""
    return re.sub(r"([\\`*_\[\]()#<>~|{}])", r"\\\1", text)


def _label(slot: Slot, value: str, around: Surroundings) -> str:
    option = slot.option(value)
    return value if option is None else fitting(option.label, around.language, around.audience)


def _tick(option: Option, marked: tuple[str, ...], language: str, audience: Audience | None) -> str:
    label = fitting(option.label, language, audience)
    return f"✅ {label}" if option.id in marked else label


def _fits(slot: Slot | None, value: Value) -> Value:
    """The value as the slot is now; None when it no longer fits."""
    if slot is None:
        return None
    match slot.type:
        case SlotType.CHOICE:
            option = slot.option(str(value))
            return option.id if option else None
        case SlotType.MULTI:
            kept = tuple(o.id for part in value if (o := slot.option(part))) if isinstance(value, tuple) else ()
            return kept or None
        case SlotType.YES_NO:
            return value if value in ("ja", "nee") else None
        case SlotType.NUMBER | SlotType.SCALE:
            return value if isinstance(value, int) else None
        case SlotType.DATE:
            return value if isinstance(value, date) else None
        case SlotType.TEXT:
            return value if isinstance(value, str) else None
