"""The engine by itself: every kind of step, what is taken and what is asked again, and the way back."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.audience import Audience
from bot.domain.ids import EntryId, FlowId
from bot.flow.conditions import Value
from bot.flow.definition import (
    Ask,
    End,
    Faq,
    Flow,
    Goto,
    Mark,
    Option,
    Review,
    Say,
    Slot,
    SlotType,
    Step,
)
from bot.flow.engine import Engine
from bot.flow.output import (
    Asked,
    Ended,
    Marked,
    Notice,
    Output,
    ShowEntry,
    Spoken,
)
from bot.flow.run import Result
from bot.flow.session import Session
from bot.flow.surroundings import Surroundings
from bot.replies.days import Direction

TODAY = date(2026, 11, 23)
PROEF = FlowId("proef")
AROUND = Surroundings(
    language="nl", audience=Audience.PARENT, today=TODAY, open=True, day_in_words=lambda day: f"{day.day}-{day.month}"
)
ENGLISH = replace(AROUND, language="en")


def label(words: str) -> dict[str, str]:
    return {"nl": words, "en": f"{words} (en)"}


SLOTS = (
    Slot(name="keuze", type=SlotType.CHOICE, label=label("Keuze"), options=(
        Option(id="rood", label=label("Rood"), was=("rose",)), Option(id="blauw", label=label("Blauw")))),
    Slot(name="meer", type=SlotType.MULTI, label=label("Meer"), options=(
        Option(id="a", label=label("Appel")), Option(id="b", label=label("Banaan")))),
    Slot(name="janee", type=SlotType.YES_NO, label=label("Ja of nee")),
    Slot(name="getal", type=SlotType.NUMBER, label=label("Getal"), minimum=1, maximum=20),
    Slot(name="cijfer", type=SlotType.SCALE, label=label("Cijfer")),
    Slot(name="dag", type=SlotType.DATE, label=label("Dag")),
    Slot(name="woorden", type=SlotType.TEXT, label=label("Woorden"), maximum=20),
    Slot(name="geheim", type=SlotType.TEXT, label=label("Geheim"), shared=False),
)  # fmt: skip


def ask(slot: str, *, name: str = "", skip: bool = False, then: str = "", **changes: object) -> Ask:
    made = Ask(id=name or slot, slot=slot, text=label(f"Vraag {slot}?"), skip=skip, then=then)
    return replace(made, **changes)  # type: ignore[arg-type]  # each test names fields that are there


def flow(*steps: Step, name: str = "proef") -> Flow:
    return Flow(
        id=FlowId(name), title=label("Proef"), audiences=frozenset(Audience), steps=steps,
        slots={slot.name: slot for slot in SLOTS},
    )  # fmt: skip


def engine(*steps: Step, others: tuple[Flow, ...] = ()) -> Engine:
    return Engine({one.id: one for one in (flow(*steps), *others)})


def waiting(result: Result | None) -> Session:
    assert result is not None
    assert result.session is not None
    return result.session


def answered(made: Engine, *texts: str, around: Surroundings = AROUND) -> Result:
    """What these answers lead to, from the start."""
    result = made.start(PROEF, around)
    for text in texts:
        result = made.answer(waiting(result), text, around)
    return result


def notices(result: Result | None) -> list[str]:
    assert result is not None
    return [output.name for output in result.outputs if isinstance(output, Notice)]


def asked(result: Result | None) -> Asked:
    assert result is not None
    (one,) = (output for output in result.outputs if isinstance(output, Asked))
    return one


END = End(id="klaar", outcome="ok", text=label("Tot ziens"))


# Each kind of step


def test_what_is_said_and_given_and_how_it_ends() -> None:
    made = engine(Say(id="s", text=label("Hallo")), Faq(id="f", entry=EntryId("tlv")), Mark(id="m", name="hier"), END)
    result = made.start(PROEF, AROUND)
    assert result.session is None
    assert result.outputs == (
        Spoken(text="Hallo"), ShowEntry(entry=EntryId("tlv")), Marked(flow=PROEF, name="hier"),
        Spoken(text="Tot ziens"), Ended(flow=PROEF, outcome="end"),
    )  # fmt: skip


def test_an_end_without_words_and_a_flow_that_runs_out_end_alike() -> None:
    over: tuple[Output, ...] = (Ended(flow=PROEF, outcome="end"),)
    assert engine(End(id="e", outcome="ok")).start(PROEF, AROUND).outputs == over
    assert engine(Mark(id="m", name="x")).start(PROEF, AROUND).outputs[1:] == over
    assert engine(Goto(id="g", target="end")).start(PROEF, AROUND).outputs == over
    menu = engine(Goto(id="g", target="menu")).start(PROEF, AROUND)
    assert menu.outputs == (Ended(flow=PROEF, outcome="menu"),)


@pytest.mark.parametrize(
    ("slot", "options", "rows"),
    [
        ("keuze", (("Rood", "rood"), ("Blauw", "blauw")), 1),
        ("meer", (("Appel", "a"), ("Banaan", "b"), ("✔️ Klaar", "klaar")), 1),
        ("janee", (("Ja", "ja"), ("Nee", "nee")), 2),
        ("cijfer", tuple((str(number), str(number)) for number in range(1, 11)), 5),
        ("getal", (), 1),
        ("dag", (), 1),
        ("woorden", (), 1),
    ],
)
def test_how_each_kind_is_asked(slot: str, options: tuple[tuple[str, str], ...], rows: int) -> None:
    made = engine(ask(slot), END)
    result = made.start(PROEF, AROUND)
    question = made.flows[PROEF].question_hash(made.flows[PROEF].steps[0])
    assert result.outputs == (
        Asked(text=f"Vraag {slot}?", options=options, rows=rows, question=question, skip=False, help=False, back=False),
    )
    assert waiting(result) == Session(flow=PROEF, step=slot, asked=question)


def test_a_question_shows_what_can_be_done_with_it() -> None:
    made = engine(ask("keuze"), ask("janee", skip=True, help=label("Uitleg")), END)
    question = asked(answered(made, "rood"))
    assert (question.skip, question.help, question.back) == (True, True, True)
    assert asked(made.start(PROEF, ENGLISH)).options == (("Rood (en)", "rood"), ("Blauw (en)", "blauw"))


@pytest.mark.parametrize(
    ("slot", "text", "value", "others"),
    [
        ("keuze", "rood", "rood", None),
        ("janee", "ja", "ja", None),
        ("janee", "2", "nee", None),
        ("getal", "20", 20, "21"),
        ("getal", "1", 1, "0"),
        ("cijfer", "10", 10, "11"),
        ("cijfer", "1", 1, "0"),
        ("woorden", " precies twintig let ", "precies twintig let", "x" * 21),
        ("woorden", "x" * 20, "x" * 20, "x" * 21),
        ("dag", "12 november", date(2026, 11, 12), "nergens"),
    ],
)
def test_an_answer_is_taken_or_asked_again(slot: str, text: str, value: object, others: str | None) -> None:
    made = engine(ask(slot, direction=Direction.PAST), ask("janee", name="laatste"), END)
    session = waiting(answered(made, text))
    assert (session.step, session.path) == ("laatste", (slot,))
    assert session.slots == {slot: value}
    if others is not None:
        again = answered(made, others)
        assert (waiting(again).step, waiting(again).tries, waiting(again).slots) == (slot, 1, {})
        assert notices(again)


def test_the_third_time_another_way_on_is_shown_and_then_in_turn() -> None:
    made = engine(ask("getal", again=label("Welk getal?")), END)
    said = [notices(answered(made, *["geen idee van"] * tries)) for tries in range(1, 7)]
    assert said == [
        ["flow-number-wanted"], ["flow-number-wanted-again"],
        ["flow-stuck"], ["flow-stuck-again"], ["flow-stuck"], ["flow-stuck-again"],
    ]  # fmt: skip
    assert asked(made.start(PROEF, AROUND)).text == "Vraag getal?"
    assert asked(answered(made, "geen idee van")).text == "Welk getal?"
    # A good answer begins counting anew.
    more = engine(ask("getal"), ask("cijfer"), END)
    assert waiting(answered(more, "x", "x", "4")).tries == 0


def test_two_that_are_near_and_a_day_on_the_wrong_side_are_named() -> None:
    made = engine(ask("getal"), END)
    near = answered(made, "2 of 3").outputs[0]
    assert near == Notice(name="flow-which", arguments={"first": "2", "second": "3"})
    made = engine(ask("dag", direction=Direction.PAST), END)
    wrong = answered(made, "morgen").outputs[0]
    assert wrong == Notice(name="flow-date-past", arguments={"day": "24-11"})


def test_doubt_leaves_out_what_may_be_left_out() -> None:
    may = engine(ask("janee", skip=True), ask("getal"), END)
    session = waiting(answered(may, "weet ik niet"))
    assert (session.step, session.slots, session.path) == ("getal", {}, ("janee",))
    must = engine(ask("janee"), ask("getal"), END)
    assert waiting(answered(must, "weet ik niet")).step == "janee"
    # What is no doubt is no reason to leave it out.
    assert waiting(answered(may, "paarse krokodil")).step == "janee"


# A day is said back


@pytest.mark.parametrize(
    ("said", "text", "notice"),
    [
        ("Op {dag} dus.", "12 november", []),
        ("Goed.", "12 november", [Notice(name="flow-day-taken", arguments={"day": "12-11"})]),
        ("Op {dag} dus.", "begin november", [Notice(name="flow-day-about", arguments={"day": "1-11"})]),
    ],
)
def test_a_day_is_said_back_once(said: str, text: str, notice: list[Notice]) -> None:
    made = engine(ask("dag", direction=Direction.PAST), Say(id="s", text={"nl": said}), END)
    outputs = answered(made, text).outputs
    assert [output for output in outputs if isinstance(output, Notice)] == notice


def test_only_days_are_said_back() -> None:
    assert notices(answered(engine(ask("keuze"), END), "rood")) == []


# Buttons


def pressed(made: Engine, session: Session, value: str, step: str = "", around: Surroundings = AROUND) -> Result | None:
    definition = made.flows[PROEF]
    found = definition.step(step or session.step)
    assert found is not None
    return made.press(session, definition.question_hash(found), value, around)


@pytest.mark.parametrize(
    ("slot", "value", "kept"),
    [
        ("keuze", "rood", "rood"),
        ("keuze", "rose", "rood"),
        ("keuze", "groen", None),
        ("janee", "nee", "nee"),
        ("janee", "misschien", None),
        ("cijfer", "7", 7),
        ("cijfer", "zeven", None),
        ("getal", "3", 3),
        ("dag", "2026-11-12", None),
        ("woorden", "x", None),
    ],
)
def test_a_button_gives_its_value_and_a_forged_one_nothing(slot: str, value: str, kept: object) -> None:
    made = engine(ask(slot), ask("janee", name="laatste"), END)
    result = pressed(made, waiting(made.start(PROEF, AROUND)), value)
    if kept is None:
        assert result is None
    else:
        assert waiting(result).slots == {slot: kept}
        assert waiting(result).step == "laatste"


def test_several_are_ticked_and_unticked_until_it_is_done() -> None:
    made = engine(ask("meer"), END)
    session = waiting(made.start(PROEF, AROUND))
    result = pressed(made, session, "b")
    assert asked(result).options == (("Appel", "a"), ("✅ Banaan", "b"), ("✔️ Klaar", "klaar"))
    result = pressed(made, waiting(result), "a")
    assert waiting(result).slots == {"meer": ("b", "a")}
    result = pressed(made, waiting(result), "b")
    assert waiting(result).slots == {"meer": ("a",)}
    assert pressed(made, waiting(result), "peer") is None
    done = pressed(made, waiting(result), "klaar")
    assert done is not None
    assert done.session is None


@pytest.mark.parametrize(("skip", "name"), [(False, "meer"), (True, "laatste")])
def test_nothing_chosen_is_an_answer_only_when_it_may_be_left_out(skip: bool, name: str) -> None:
    made = engine(ask("meer", skip=skip), ask("janee", name="laatste"), END)
    result = pressed(made, waiting(made.start(PROEF, AROUND)), "klaar")
    assert waiting(result).step == name
    assert waiting(result).slots.get("meer") is None
    assert notices(result) == ([] if skip else ["flow-choose"])
    typed = answered(made, "klaar")
    assert waiting(typed).step == name


def test_what_was_ticked_counts_when_done_is_typed() -> None:
    made = engine(ask("meer"), ask("janee", name="laatste"), END)
    ticked = waiting(pressed(made, waiting(made.start(PROEF, AROUND)), "a"))
    assert waiting(made.answer(ticked, "Klaar!", AROUND)).slots == {"meer": ("a",)}
    assert waiting(made.answer(ticked, "banaan", AROUND)).slots == {"meer": ("b",)}


def test_an_earlier_button_corrects_and_what_comes_after_is_kept() -> None:
    made = engine(ask("keuze"), ask("janee"), ask("getal"), ask("cijfer"), END)
    session = waiting(answered(made, "rood", "ja", "4"))
    result = pressed(made, session, "nee", "janee")
    after = waiting(result)
    assert after.slots == {"keuze": "rood", "janee": "nee", "getal": 4}
    # The number still stands: the question that waited is asked again.
    assert (after.step, after.path) == ("cijfer", ("keuze", "janee", "getal"))
    assert made.press(session, "onbekend", "ja", AROUND) is None
    # A question that was not answered yet, and one of another flow, are none of these.
    assert pressed(made, waiting(answered(made, "rood")), "4", "getal") is None
    assert made.press(replace(session, flow=FlowId("weg")), "x", "ja", AROUND) is None


# Skipping, going back, changing, starting over


def test_only_what_may_be_left_out_is_left_out() -> None:
    made = engine(ask("keuze", skip=True), ask("janee"), END)
    first = waiting(made.start(PROEF, AROUND))
    skipped = made.skip(replace(first, slots={"keuze": "rood", "getal": 3}, tries=2), AROUND)
    session = waiting(skipped)
    assert (session.step, session.slots, session.path, session.tries) == ("janee", {"getal": 3}, ("keuze",), 0)
    again = made.skip(session, AROUND)
    assert (waiting(again).step, notices(again)) == ("janee", ["flow-no-skip"])


def test_back_forgets_the_answer_before() -> None:
    made = engine(ask("keuze"), ask("janee"), ask("getal"), END)
    session = waiting(answered(made, "rood", "ja"))
    back = waiting(made.back(replace(session, tries=2), AROUND))
    assert (back.step, back.path, back.slots, back.tries) == ("janee", ("keuze",), {"keuze": "rood"}, 0)
    back = waiting(made.back(back, AROUND))
    assert (back.step, back.path, back.slots) == ("keuze", (), {})
    first = made.back(back, AROUND)
    assert (waiting(first).step, notices(first)) == ("keuze", ["flow-first"])


def test_what_was_answered_is_shown_to_change() -> None:
    made = engine(ask("keuze"), ask("woorden", skip=True), ask("janee"), END)
    session = waiting(answered(made, "rood", "zomaar"))
    result = made.change(session, AROUND)
    assert result.session == session
    assert result.outputs[0] == Notice(name="flow-which-change")
    question = asked(result)
    assert question.options == (("Keuze: Rood", "wijzig_keuze"), ("Woorden: zomaar", "wijzig_woorden"))
    assert (question.rows, question.skip, question.help, question.back) == (1, False, False, False)
    nothing = made.change(waiting(made.start(PROEF, AROUND)), AROUND)
    assert notices(nothing) == ["flow-first"]
    long = replace(session, slots={**session.slots, "woorden": "x" * 90})
    assert len(asked(made.change(long, AROUND)).options[1][0]) == 60


def test_one_answer_is_changed_and_later_ones_are_kept_where_they_fit() -> None:
    made = engine(ask("keuze"), ask("janee"), ask("getal"), END)
    session = waiting(answered(made, "rood", "ja"))
    changing = waiting(made.change_one(session, "keuze", AROUND))
    assert (changing.step, changing.path, changing.changing, changing.slots) == (
        "keuze", (), True, {"keuze": "rood", "janee": "ja"},
    )  # fmt: skip
    after = waiting(made.answer(changing, "blauw", AROUND))
    assert (after.step, after.slots, after.path) == ("getal", {"keuze": "blauw", "janee": "ja"}, ("keuze", "janee"))
    assert not after.changing
    assert made.change_one(session, "getal", AROUND) is None


def test_starting_over_forgets_all_but_what_was_counted() -> None:
    made = engine(Mark(id="m", name="hier"), ask("keuze"), ask("janee"), END)
    session = waiting(answered(made, "rood"))
    assert session.marks == ("proef/hier",)
    result = made.restart(session, AROUND)
    assert (waiting(result).slots, waiting(result).path, waiting(result).marks) == ({}, (), ("proef/hier",))
    assert not any(isinstance(output, Marked) for output in result.outputs)


# Looking over what was answered


REVIEW = Review(id="kijk", slots=("keuze", "woorden", "geheim", "getal"), text=label("Klopt dit?"))


def test_a_review_lists_what_may_be_seen() -> None:
    made = engine(ask("keuze"), ask("geheim"), REVIEW, END)
    result = answered(made, "rood", "stil")
    assert asked(result) == Asked(
        text="Klopt dit?\n\n- Keuze: **Rood**", options=(("Dit klopt", "klaar"), ("Wijzigen", "nee")), rows=1,
        question=waiting(result).asked, skip=False, help=False, back=True,
    )  # fmt: skip
    bare = engine(REVIEW, END).start(PROEF, AROUND)
    assert asked(bare).text == "Klopt dit?"
    assert not asked(bare).back


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("klaar", True), ("Klaar", True), ("1", True), ("ja", True), ("ja hoor", True),
        ("ja maar niet alles", False), ("nee", False), ("2", False), ("weet ik niet", False), ("hm", False),
    ],
)  # fmt: skip
def test_only_a_clear_yes_says_that_it_is_right(text: str, done: bool) -> None:
    made = engine(ask("keuze"), REVIEW, END)
    result = answered(made, "rood", text)
    assert (result.session is None) is done
    assert notices(result) == ([] if done else ["flow-which-change"])


def test_from_a_review_one_answer_is_changed() -> None:
    made = engine(ask("keuze"), REVIEW, END)
    session = waiting(answered(made, "rood"))
    assert waiting(made.answer(session, "wijzig_keuze", AROUND)).step == "keuze"
    assert waiting(made.answer(session, "wijzig_weg", AROUND)).step == "kijk"
    assert waiting(pressed(made, session, "wijzig_keuze")).step == "keuze"
    assert pressed(made, session, "klaar") == made.answer(session, "klaar", AROUND)
    assert made.skip(session, AROUND).session is None


# What an editor changed meanwhile


def test_a_question_that_changed_is_asked_again_and_takes_nothing() -> None:
    before = engine(ask("keuze"), ask("janee"), END)
    session = waiting(answered(before, "rood"))
    after = engine(ask("keuze"), ask("janee", text=label("Anders?")), END)
    for result in (after.answer(session, "ja", AROUND), after.press(session, session.asked, "ja", AROUND)):
        assert notices(result) == ["flow-changed"]
        assert (waiting(result).step, waiting(result).slots) == ("janee", {"keuze": "rood"})
        assert asked(result).text == "Anders?"
    assert notices(after.again(session, AROUND)) == ["flow-changed"]
    assert notices(before.again(session, AROUND)) == []
    assert after.reads(session, "ja", AROUND) is None
    assert before.reads(session, "ja", AROUND) is not None


def test_an_answer_that_no_longer_fits_is_forgotten() -> None:
    made = engine(ask("keuze"), END)
    kept: dict[str, Value] = {
        "keuze": "rose", "meer": ("a", "weg"), "janee": "ja", "getal": 3, "cijfer": 4, "dag": TODAY, "woorden": "x",
    }  # fmt: skip
    session, changed = made.settle(Session(flow=PROEF, step="keuze", slots=kept, path=("weg", "keuze")))
    assert (session.slots, session.path, changed) == ({**kept, "keuze": "rood", "meer": ("a",)}, ("keuze",), False)
    wrong: dict[str, Value] = {
        "keuze": "groen", "meer": ("weg",), "janee": "soms", "getal": "3", "cijfer": "4", "dag": "2026", "woorden": 3,
        "bestaat_niet": "x",
    }  # fmt: skip
    assert made.settle(Session(flow=PROEF, step="keuze", slots=wrong))[0].slots == {}
    assert made.settle(Session(flow=PROEF, step="keuze", slots={"meer": "a"}))[0].slots == {}
    # Inside a called flow the answers of the caller wait untouched.
    inside = Session(flow=PROEF, step="keuze", slots=wrong, stack=((FlowId("ander"), "x"),))
    assert made.settle(inside)[0].slots == {"bestaat_niet": "x"}


def test_a_step_that_is_gone_leads_back_to_the_last_that_is_there() -> None:
    made = engine(ask("keuze"), ask("janee"), END)
    session, changed = made.settle(Session(flow=PROEF, step="weg", asked="x", path=("keuze", "janee")))
    assert (session.step, session.path, session.asked, changed) == ("janee", ("keuze",), "", True)
    session, changed = made.settle(Session(flow=PROEF, step="weg", path=("ook_weg",)))
    assert (session.step, session.path, changed) == ("keuze", (), True)
    gone, changed = made.settle(Session(flow=FlowId("weg"), step="x"))
    assert (gone, changed) == (Session(flow=FlowId("weg"), step="x"), True)
    renamed = engine(ask("keuze", name="nieuw", was=("keuze",)), END)
    assert renamed.settle(Session(flow=PROEF, step="keuze"))[0].step == "nieuw"


def test_what_waits() -> None:
    made = engine(ask("keuze"), REVIEW, END)
    first, second = waiting(made.start(PROEF, AROUND)), waiting(answered(made, "rood"))
    slot = made.waiting_slot(first)
    assert slot is not None
    assert slot.name == "keuze"
    assert made.waiting_slot(second) is None
    assert made.waiting_step(second) == REVIEW
    assert made.reads(second, "ja", AROUND) is None
    lost = replace(first, flow=FlowId("weg"))
    assert (made.waiting_slot(lost), made.waiting_step(lost), made.reads(lost, "x", AROUND)) == (None, None, None)
    assert made.summary_so_far(lost, AROUND) == ()
    assert made.summary_so_far(second, AROUND) == (("Keuze", "Rood", False),)
