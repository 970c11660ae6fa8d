"""Steps from one question to the next, and what they give to say and do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.ids import FlowId
from bot.flow import own_words
from bot.flow.conditions import Values, holds
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
from bot.flow.surroundings import Surroundings
from bot.flow.wording import plain_words, shown, summary, ticked
from bot.replies.days import add_months
from bot.text.localising import fitting
from bot.text.placeholders import SLOT

LETTER = "letter"
"""The kind of document that is sent to somebody, in words that can be copied."""
MOST_STEPS = 50
"""More without a question is a loop that the check should have found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Where the person is now (None: nowhere), and what must be said and done."""

    session: Session | None
    outputs: tuple[Output, ...]


class Run:
    """One go through the steps, from a question until the next."""

    def __init__(self, flows: Mapping[FlowId, Flow], session: Session, around: Surroundings) -> None:
        self.flows = flows
        self.session = session
        self.around = around
        self.outputs: list[Output] = []

    @property
    def flow(self) -> Flow:
        """The flow somebody is in now; a call or a jump changes it."""
        return self.flows[self.session.flow]

    @property
    def values(self) -> Values:
        """What conditions may look at."""
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
                if flow not in self.flows:
                    self.outputs.append(Notice(name="flow-broken"))
                    return None
                self.session = Session(flow=flow, step=self.flows[flow].steps[0].id)
                return self.flows[flow].steps[0]
            if not self.session.stack or target == "menu":
                self.outputs.append(Ended(flow=self.session.flow, outcome=target))
                return None
            *rest, (flow, step) = self.session.stack
            # Its answers stay with the flow that called it, under their own names.
            self.session = replace(self.session, flow=flow, step=step, stack=tuple(rest), path=(), tries=0)
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
                if flow not in self.flows:
                    return after
                self.session = replace(
                    self.session, flow=flow, stack=(*self.session.stack, (self.session.flow, after)), path=(), tries=0
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
                self.session = replace(session, slots={**session.slots, slot: value})
            case Reckon():
                self._reckon(step)
            case Mark(name=name):
                key = f"{session.flow}/{name}"
                if key not in session.marks:
                    self.session = replace(session, marks=(*session.marks, key))
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
            self.session = replace(self.session, path=(*self.session.path, step.id))
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
        self.session = replace(
            self.session,
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
                rows = [(ticked(option, marked, language, audience), option.id) for option in slot.options]
                return (*rows, (f"✔️ {own_words.beside(slot.label, own_words.DONE, language)}", own_words.DONE_CHOICE))
            case _:
                return ()

    def _review(self, step: Review) -> Asked:
        rows = summary(self.flow, step.slots, self.session.slots, self.around)
        listed = "\n".join(f"- {label}: **{value}**" for label, value, _ in rows)
        text = self._fill(fitting(step.text, self.around.language, self.around.audience))
        words = [own_words.beside(step.text, one, self.around.language) for one in (own_words.RIGHT, own_words.CHANGE)]
        return Asked(
            text=f"{text}\n\n{listed}" if listed else text,
            options=((words[0], own_words.DONE_CHOICE), (words[1], "nee")),
            rows=1,
            question=self.session.asked,
            skip=False,
            help=False,
            back=bool(self.session.path),
        )

    def _handoff(self, step: Handoff) -> None:
        self.session = replace(self.session, step=step.id, asked="")
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

        return SLOT.sub(value, text)

    def _reckon(self, step: Reckon) -> None:
        start = self.around.today if step.start == "today" else self.session.slots.get(step.start)
        if isinstance(start, date):
            day = add_months(start, step.months) + timedelta(days=step.days)
            self.session = replace(self.session, slots={**self.session.slots, step.slot: day})

    def _document(self, step: Document) -> None:
        if step.kind == LETTER:
            self.outputs.append(self._letter(step))
            return
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

    def _letter(self, step: Document) -> MakeDocument:
        """In Dutch, and beside it in the person's language; a paragraph that leans on what was not said is left out."""
        title, text = self._own_words(step.title, "nl"), self._own_words(step.text, "nl")
        language = self.around.language
        reading = self._own_words(step.text, language) if language != "nl" else ""
        return MakeDocument(kind=LETTER, title=title, lines=(), closing=text, reading=reading)

    def _own_words(self, text: Mapping[str, str], language: str) -> str:
        def value(match: re.Match[str]) -> str:
            slot = self.flow.slots.get(match[1])
            said = None if slot is None else self.session.slots.get(slot.name)
            if slot is None or said is None:
                return match[0]
            if isinstance(said, date):
                return f"{said.day}-{said.month}-{said.year}"
            return shown(slot, said, replace(self.around, language=language)).strip()

        def whole(paragraph: str) -> bool:
            names = SLOT.findall(paragraph)
            return all(self.session.slots.get(name) is not None for name in names if name in self.flow.slots)

        paragraphs = re.split(r"\n\s*\n", fitting(text, language, self.around.audience).strip())
        return "\n\n".join(SLOT.sub(value, one).strip() for one in paragraphs if whole(one))

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
