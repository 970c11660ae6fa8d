"""The engine: pure, so that tests, the demo, crash recovery and the real bot run the very same thing.

``(flow, session, what happened) → (session, outputs)``. A session that stands at a question whose words or options were
changed meanwhile does not take the old answer: the question is asked again.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.ids import FlowId
from bot.flow import own_words
from bot.flow.answers import Unclear, Understood, read_answer
from bot.flow.conditions import Value
from bot.flow.definition import Ask, Flow, Handoff, Review, Slot, SlotType, Step
from bot.flow.output import Asked, Notice, Output, Spoken
from bot.flow.run import Result, Run
from bot.flow.session import Session
from bot.flow.settling import settled
from bot.flow.surroundings import Surroundings
from bot.flow.wording import label_of, shown, summary
from bot.replies.leaning import Leaning, read_leaning
from bot.text.folding import fold
from bot.text.localising import fitting

MOST_TRIES = 3


class Engine:
    """Runs flows; holds no state of its own."""

    def __init__(self, flows: Mapping[FlowId, Flow]) -> None:
        self.flows = flows

    def start(self, flow: FlowId, around: Surroundings) -> Result:
        """From the first step."""
        definition = self.flows[flow]
        return Run(self.flows, Session(flow=flow, step=definition.steps[0].id), around).go(definition.steps[0].id)

    def again(self, session: Session, around: Surroundings, *outputs: Output) -> Result:
        """Put the waiting question once more."""
        session, changed = self.settle(session)
        run = Run(self.flows, session, around)
        run.outputs += [*outputs, *([Notice(name="flow-changed")] if changed else [])]
        return run.go(session.step)

    def settle(self, session: Session) -> tuple[Session, bool]:
        """Fit a session to the flow as it is now; whether its question is no longer the one that was asked."""
        return settled(self.flows, session)

    def answer(
        self, session: Session, text: str, around: Surroundings, read: Understood | Unclear | None = None
    ) -> Result:
        """A typed answer to the waiting question; ``read`` where somebody else has read it already."""
        session, changed = self.settle(session)
        if changed:
            return self.again(replace(session, asked=""), around, Notice(name="flow-changed"))
        flow = self.flows[session.flow]
        step = flow.step(session.step)
        if isinstance(step, Review):
            return self._review(session, step, text, around)
        if not isinstance(step, Ask):
            return self.again(session, around)
        slot = flow.slots[step.slot]
        if slot.type is SlotType.MULTI and fold(text) in own_words.SAYS_DONE:
            return self.take(session, step, session.slots.get(slot.name) or (), around)
        read = read or _read(slot, step, text, around)
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
                back = replace(session, step=name, path=session.path[:position], changing=True, tries=0)
                return self._pressed(back, earlier, value, around)
        if changed:
            return self.again(replace(session, asked=""), around, Notice(name="flow-changed"))
        return None

    def _pressed(self, session: Session, step: Ask, value: str, around: Surroundings) -> Result | None:
        slot = self.flows[session.flow].slots[step.slot]
        match slot.type:
            case SlotType.MULTI:
                chosen = session.slots.get(slot.name)
                before = chosen if isinstance(chosen, tuple) else ()
                if value == own_words.DONE_CHOICE:
                    return self.take(session, step, before, around)
                if slot.option(value) is None:
                    return None
                after = tuple(v for v in before if v != value) if value in before else (*before, value)
                return self.again(replace(session, slots={**session.slots, slot.name: after}), around)
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
        taken = replace(session, slots=slots, path=(*session.path, step.id), tries=0, pending="", asked="")
        result = Run(self.flows, taken, around).go(self.flows[session.flow].after(step))
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
            return Run(self.flows, session, around).go(self.flows[session.flow].after(step))
        if not isinstance(step, Ask) or not step.skip:
            return self.again(session, around, Notice(name="flow-no-skip"))
        slots = {name: value for name, value in session.slots.items() if name != step.slot}
        skipped = replace(session, slots=slots, path=(*session.path, step.id), tries=0, asked="")
        return Run(self.flows, skipped, around).go(self.flows[session.flow].after(step))

    def back(self, session: Session, around: Surroundings) -> Result:
        """The question before this one, its answer forgotten."""
        session, _ = self.settle(session)
        if not session.path:
            return self.again(session, around, Notice(name="flow-first"))
        flow = self.flows[session.flow]
        step = flow.step(session.path[-1])
        forgotten = step.slot if isinstance(step, Ask) else ""
        slots = {name: value for name, value in session.slots.items() if name != forgotten}
        earlier = replace(session, step=session.path[-1], path=session.path[:-1], slots=slots, asked="", tries=0)
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
        again = replace(session, step=name, path=session.path[:position], changing=True, asked="", tries=0)
        return self.again(again, around)

    def restart(self, session: Session, around: Surroundings) -> Result:
        """From the first step, everything forgotten but what was counted already."""
        first = self.flows[session.flow].steps[0].id
        return Run(self.flows, Session(flow=session.flow, step=first, marks=session.marks), around).go(first)

    def go_on(self, session: Session, around: Surroundings) -> Result:
        """After a handoff that was declined: the next step."""
        session, _ = self.settle(session)
        step = self.waiting_step(session)
        if step is None or isinstance(step, Ask | Review):
            return self.again(session, around)
        return Run(self.flows, session, around).go(self.flows[session.flow].after(step))

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
            typed == own_words.DONE_CHOICE
            or fold(text) == "1"
            or (reply is not None and reply.leaning is Leaning.YES and not reply.but)
        ):
            return Run(self.flows, replace(session, asked=""), around).go(self.flows[session.flow].after(step))
        return self.change(session, around)

    def _unclear(self, session: Session, slot: Slot, unclear: Unclear, around: Surroundings) -> Result:
        tries = session.tries + 1
        session = replace(session, tries=tries)
        if tries >= MOST_TRIES:
            stuck = "flow-stuck" if (tries - MOST_TRIES) % 2 == 0 else "flow-stuck-again"
            return self.again(session, around, Notice(name=stuck))
        labels = [label_of(slot, name, around) for name in unclear.near]
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
