"""Steps that wait for nobody: branches, jumps, calls, reckoning, documents, reminders, and what staff are shown."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.audience import Audience
from bot.domain.ids import FlowId
from bot.flow.conditions import Value, parse
from bot.flow.definition import Arm, Branch, Call, Document, End, Goto, Handoff, Mark, Put, Reckon, Remind, Say, Signal
from bot.flow.engine import Engine
from bot.flow.output import Asked, Ended, MakeDocument, Marked, Notice, OfferHuman, PassSignal, RemindLater, Spoken
from bot.flow.run import MOST_STEPS, Result, Run
from bot.flow.session import Session
from bot.flow.surroundings import Surroundings
from tests.flow.test_engine import AROUND, END, ENGLISH, PROEF, TODAY, answered, ask, engine, flow, label, waiting

FILLED: dict[str, Value] = {
    "keuze": "rood", "meer": ("a", "b"), "janee": "ja", "getal": 3, "cijfer": 4, "dag": date(2026, 12, 24),
    "woorden": "*vet* [x](y)", "geheim": "stil",
}  # fmt: skip


def run_from(made: Engine, step: str, slots: dict[str, Value] | None = None, around: Surroundings = AROUND) -> Result:
    session = Session(flow=PROEF, step=step, slots=FILLED if slots is None else slots)
    return Run(made.flows, session, around).go(step)


def spoken(result: Result) -> list[str]:
    return [output.text for output in result.outputs if isinstance(output, Spoken)]


@pytest.mark.parametrize(
    ("condition", "around", "said"),
    [
        ("keuze is rood", AROUND, "Eerste"),
        ("keuze is blauw", AROUND, "Tweede"),
        ("open", AROUND, "Eerste"),
        ("open", replace(AROUND, open=False), "Tweede"),
        ("audience is ouder", AROUND, "Eerste"),
        ("audience is jongere", AROUND, "Tweede"),
        ("audience known", replace(AROUND, audience=None), "Tweede"),
        ("language is nl", AROUND, "Eerste"),
        ("language is nl", ENGLISH, "Tweede (en)"),
    ],
)
def test_a_branch_takes_the_first_that_is_true(condition: str, around: Surroundings, said: str) -> None:
    arms = (Arm(condition=parse(condition), goto="een"), Arm(condition=None, goto="twee"))
    made = engine(
        Branch(id="b", arms=arms), Say(id="een", text=label("Eerste"), then="end"), Say(id="twee", text=label("Tweede"))
    )
    assert spoken(run_from(made, "b", around=around)) == [said]


def test_a_branch_without_a_way_ends() -> None:
    made = engine(Branch(id="b", arms=(Arm(condition=parse("weg"), goto="een"),)), Say(id="een", text=label("Nee")))
    assert run_from(made, "b").outputs == (Ended(flow=PROEF, outcome="end"),)


def test_put_gives_a_value_or_takes_it_away() -> None:
    made = engine(Put(id="p", slot="getal", value=7), Put(id="q", slot="keuze", value=None), ask("janee"), END)
    assert waiting(run_from(made, "p")).slots == {**FILLED, "getal": 7, "keuze": None}


@pytest.mark.parametrize(
    ("start", "days", "months", "day"),
    [
        ("today", 7, 0, date(2026, 11, 30)),
        ("today", 0, 1, date(2026, 12, 23)),
        ("today", -1, 3, date(2027, 2, 22)),
        ("dag", 1, 0, date(2026, 12, 25)),
        ("getal", 1, 0, None),
        ("weg", 1, 0, None),
    ],
)
def test_reckoning_with_days(start: str, days: int, months: int, day: date | None) -> None:
    made = engine(Reckon(id="r", slot="dag", start=start, days=days, months=months), ask("janee"), END)
    assert waiting(run_from(made, "r")).slots["dag"] == (day or FILLED["dag"])


@pytest.mark.parametrize(
    ("consent", "days", "at", "later"),
    [
        ("ja", 3, "", 3), ("ja", 1, "", 1), ("ja", 0, "", None), ("nee", 3, "", None), (None, 3, "", None),
        # Before a day: the 24th of December is 31 days away.
        ("ja", 1, "dag", 30), ("ja", 30, "dag", 1), ("ja", 31, "dag", None), ("ja", 1, "getal", None),
        ("ja", 1, "weg", None),
    ],
)  # fmt: skip
def test_a_reminder_comes_only_after_a_yes_and_only_later(
    consent: str | None, days: int, at: str, later: int | None
) -> None:
    made = engine(Remind(id="r", consent="janee", text=label("Denk eraan"), days=days, at=at), END)
    outputs = run_from(made, "r", {**FILLED, "janee": consent}).outputs
    reminders = [output for output in outputs if isinstance(output, RemindLater)]
    assert reminders == ([] if later is None else [RemindLater(flow=PROEF, step="r", in_days=later)])


@pytest.mark.parametrize(("kind", "day"), [("sheet", "24-12"), ("calendar", "2026-12-24")])
def test_a_document_holds_the_answers_in_words(kind: str, day: str) -> None:
    slots = ("keuze", "meer", "getal", "cijfer", "dag", "woorden")
    made = engine(Document(id="d", kind=kind, title=label("Van {keuze}"), slots=slots, text=label("Tot {dag}")), END)
    (document,) = (output for output in run_from(made, "d").outputs if isinstance(output, MakeDocument))
    assert document == MakeDocument(
        kind=kind, title="Van Rood", closing="Tot 24-12",
        lines=(("Keuze", "Rood", None), ("Meer", "Appel, Banaan", None), ("Getal", "3", None), ("Cijfer", "4", 4),
               ("Dag", day, None), ("Woorden", "*vet* [x](y)", None)),
    )  # fmt: skip
    without = run_from(made, "d", {**FILLED, "meer": None}).outputs
    (less,) = (output for output in without if isinstance(output, MakeDocument))
    assert less.lines == (document.lines[0], *document.lines[2:])
    bare = engine(Document(id="d", kind=kind, title=label("Leeg"), slots=("keuze", "cijfer")), END)
    (document,) = (
        output for output in run_from(bare, "d", {"cijfer": None}).outputs if isinstance(output, MakeDocument)
    )
    assert (document.lines, document.closing) == ((), "")


def test_what_is_filled_in_is_words_and_what_is_no_slot_stays() -> None:
    made = engine(Say(id="s", text=label("{woorden} {keuze} {contact} {leeg} {janee} {getal}")), END)
    assert spoken(run_from(made, "s", {**FILLED, "getal": None}))[0] == (
        "\\*vet\\* \\[x\\]\\(y\\) Rood {contact} {leeg} ja -"
    )
    english = engine(Say(id="s", text={"en": "{janee} {getal}"}), END)
    assert spoken(run_from(english, "s", around=ENGLISH))[0] == "yes 3"
    assert spoken(run_from(english, "s", {"janee": "nee"}, ENGLISH))[0] == "no -"


@pytest.mark.parametrize("urgent", [False, True])
def test_staff_are_offered_only_what_may_be_shared(urgent: bool) -> None:
    step = Handoff(id="h", summary=("keuze", "woorden", "geheim", "getal"), text=label("Over {keuze}"), urgent=urgent)
    made = engine(step, Say(id="s", text=label("Verder")), END)
    result = run_from(made, "h", {**FILLED, "getal": None})
    assert result.outputs == (
        OfferHuman(
            summary=(("Keuze", "Rood", False), ("Woorden", "*vet* [x](y)", True)), theme=label("Proef"),
            text="Over Rood", urgent=urgent,
        ),
    )  # fmt: skip
    session = waiting(result)
    assert (session.step, session.asked) == ("h", "")
    assert made.summary_so_far(session, AROUND) == (("Keuze", "Rood", False), ("Woorden", "*vet* [x](y)", True))
    # Who wants no human goes on; a question is put again.
    assert spoken(made.go_on(session, AROUND)) == ["Verder", "Tot ziens"]
    assert spoken(made.skip(session, AROUND)) == []
    waits = engine(ask("keuze"), END)
    again = waits.go_on(waiting(waits.start(PROEF, AROUND)), AROUND)
    assert waiting(again).step == "keuze"


def test_a_signal_holds_its_slots_and_nobody() -> None:
    made = engine(Signal(id="s", summary=("keuze", "geheim")), END)
    assert run_from(made, "s").outputs[0] == PassSignal(
        summary=(("Keuze", "Rood"),), theme=label("Proef"), flow=PROEF, slots=FILLED
    )


def test_a_mark_is_passed_once_in_a_run_and_apart_in_each_flow() -> None:
    made = engine(Mark(id="m", name="x"), Mark(id="n", name="x"), Mark(id="o", name="y"), END)
    marks = [output for output in run_from(made, "m").outputs if isinstance(output, Marked)]
    assert marks == [Marked(flow=PROEF, name="x"), Marked(flow=PROEF, name="y")]


def test_a_called_flow_comes_back_where_it_was_called() -> None:
    inner = flow(ask("getal"), End(id="e", outcome="ok", text=label("Binnen klaar")), name="binnen")
    made = engine(ask("keuze"), Call(id="c", flow=FlowId("binnen"), then="janee"), Say(id="s", text=label("Nooit")),
                  ask("janee"), END, others=(inner,))  # fmt: skip
    inside = waiting(answered(made, "rood"))
    assert (inside.flow, inside.step, inside.stack, inside.path) == ("binnen", "getal", ((PROEF, "janee"),), ())
    back = made.answer(inside, "4", AROUND)
    session = waiting(back)
    assert spoken(back) == ["Binnen klaar"]
    assert (session.flow, session.step, session.stack, session.path) == (PROEF, "janee", (), ())
    assert session.slots == {"keuze": "rood", "getal": 4}
    # A call of a flow that is not there is passed over.
    lost = engine(Call(id="c", flow=FlowId("weg")), Say(id="s", text=label("Door")), END)
    assert spoken(run_from(lost, "c")) == ["Door", "Tot ziens"]


def test_the_menu_is_the_menu_also_from_inside() -> None:
    inner = flow(Goto(id="g", target="menu"), name="binnen")
    made = engine(Call(id="c", flow=FlowId("binnen")), Say(id="s", text=label("Nooit")), END, others=(inner,))
    assert run_from(made, "c").outputs == (Ended(flow=FlowId("binnen"), outcome="menu"),)


def test_a_jump_to_another_flow_begins_it_with_nothing() -> None:
    other = flow(ask("getal"), END, name="ander")
    made = engine(Goto(id="g", target="flow:ander"), END, others=(other,))
    session = waiting(run_from(made, "g"))
    assert (session.flow, session.step, session.slots, session.stack) == ("ander", "getal", {}, ())
    lost = run_from(engine(Goto(id="g", target="flow:weg"), END), "g")
    assert (lost.session, lost.outputs) == (None, (Notice(name="flow-broken"),))


def test_a_target_that_is_not_there_and_a_loop_end_with_a_word() -> None:
    broken = (Notice(name="flow-broken"),)
    assert run_from(engine(Goto(id="g", target="weg"), END), "g").outputs == broken
    assert run_from(engine(Goto(id="g", target="h"), Goto(id="h", target="g")), "g").outputs == broken


@pytest.mark.parametrize(("steps", "ends"), [(MOST_STEPS - 1, True), (MOST_STEPS, True), (MOST_STEPS + 1, False)])
def test_fifty_steps_without_a_question_are_enough(steps: int, ends: bool) -> None:
    # The last step leads to the end, which is looked at in the round after it.
    made = engine(*(Put(id=f"p{number}", slot="getal", value=number) for number in range(steps - 1)))
    result = run_from(made, "p0")
    assert MOST_STEPS == 50
    assert (result.outputs[-1] == Ended(flow=PROEF, outcome="end")) is ends


def test_an_answer_before_a_step_that_asks_nothing() -> None:
    step = Handoff(id="h", summary=(), text=label("Een mens?"))
    made = engine(ask("keuze"), step, END)
    session = waiting(answered(made, "rood"))
    again = made.answer(session, "ja", AROUND)
    assert isinstance(again.outputs[0], OfferHuman)
    assert waiting(made.back(session, AROUND)).step == "keuze"
    assert isinstance(made.back(session, AROUND).outputs[-1], Asked)


def test_the_words_of_the_audience_come_first() -> None:
    text = {"nl": "u", "nl@jongere": "jij", "en": "you"}
    made = engine(Say(id="s", text=text), End(id="e", outcome="x"))
    assert spoken(run_from(made, "s")) == ["u"]
    assert spoken(run_from(made, "s", around=replace(AROUND, audience=Audience.YOUTH))) == ["jij"]
    assert AROUND.today == TODAY
