"""Small rules without a talk around them: what is read along for danger, moments, roles, ages, and what is counted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue import attention
from bot.dialogue.flow_counts import counts_of, wants_outcome
from bot.dialogue.hearing import Role, read_child, read_role
from bot.dialogue.later import moment_of
from bot.domain.audience import Audience
from bot.domain.conversation import Child, Conversation, Offer, Said
from bot.domain.ids import FlowId, VisitorKey
from bot.domain.tally import Measure
from bot.flow.conditions import Value
from bot.flow.definition import Ask, Flow, Option, Slot, SlotType
from bot.flow.output import Ended, Marked, Output, PassSignal, Spoken
from bot.flow.run import Result
from bot.flow.session import Session
from bot.safety.assessment import CALM, Assessment, Category, Level
from bot.safety.screen import AFTER_AN_ALARM
from tests.safety.meaning import judge
from tests.safety.test_screen_rules import pattern

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOBODY = Conversation(visitor=VisitorKey("p"))
NONE, CONCERN, CRISIS, ACUTE = Level


def ago(**passed: float) -> datetime:
    return NOON - timedelta(**passed)


# What is read along for danger


@pytest.mark.parametrize(
    ("alarm", "said_at", "level"),
    [
        ("", None, CONCERN),
        ("crisis", ago(minutes=59, seconds=59), CRISIS),
        ("crisis", ago(hours=1), CONCERN),
        ("crisis", None, CONCERN),
        ("acute", ago(minutes=1), CRISIS),
        ("concern", ago(minutes=1), CONCERN),
        ("", ago(minutes=1), CONCERN),
    ],
)
def test_an_alarm_of_the_last_hour_makes_a_worry_an_alarm(alarm: str, said_at: datetime | None, level: Level) -> None:
    before = replace(NOBODY, alarm=alarm, alarm_said_at=said_at)
    found = attention.hear(judge(0.1, 1.0), before, "zomaar iets", NOON)
    assert found.level is level
    assert (AFTER_AN_ALARM in found.reasons) is (level is CRISIS)


@pytest.mark.parametrize(
    ("said", "flow", "level"),
    [
        ([("ik wil", 1), ("niet meer", 0.5)], "", CRISIS),
        ([("ik wil", 9.9), ("niet meer", 9.9)], "", CRISIS),
        # What was said ten minutes ago is another story, and answers to a flow are none.
        ([("niet meer", 10)], "", NONE),
        ([("niet meer", 1)], "{}", NONE),
    ],
)
def test_what_was_said_just_before_is_read_along(said: list[tuple[str, float]], flow: str, level: Level) -> None:
    before = tuple(Said(text=text, at=ago(minutes=minutes)) for text, minutes in said)
    screen = judge(patterns=[pattern("niet meer leven", always=True)])
    conversation = replace(NOBODY, just_said=before, flow=flow)
    assert attention.hear(screen, conversation, "leven", NOON).level is level


def test_words_of_our_own_buttons_alarm_nobody() -> None:
    screen = judge(patterns=[pattern("dood", always=True)])
    offered = replace(NOBODY, offers=(Offer(label="Ik denk aan de dood", choice="x"),))
    assert attention.hear(screen, offered, "ik denk aan de DOOD!", NOON) == CALM
    assert attention.hear(screen, offered, "ik denk vaak aan de dood", NOON).level is CRISIS
    assert attention.hear(screen, NOBODY, "ik denk aan de dood", NOON).level is CRISIS


def test_in_a_flow_only_words_that_say_more_break_it_off() -> None:
    flow = replace(NOBODY, flow="{}")
    assert attention.hear(judge(0.1, 1.0), flow, "al heel lang", NOON) == CALM
    assert attention.hear(judge(0.1, 1.0), NOBODY, "al heel lang", NOON).level is CONCERN
    assert attention.hear(judge(1.0, 1.0), flow, "al heel lang", NOON).level is CRISIS
    worded = judge(0.1, 1.0, patterns=[pattern("moe", CONCERN)])
    assert attention.hear(worded, flow, "ik ben moe", NOON).level is CONCERN


def test_the_last_four_messages_of_ten_minutes_are_kept_and_their_beginnings() -> None:
    kept = NOBODY
    for number in range(6):
        kept = attention.after(kept, f"{number}" + "x" * 300, NOON, CALM)
    assert [said.text[0] for said in kept.just_said] == ["2", "3", "4", "5"]
    assert {len(said.text) for said in kept.just_said} == {200}
    later = attention.after(kept, "z", NOON + timedelta(minutes=9, seconds=59), CALM)
    assert [said.text[0] for said in later.just_said] == ["3", "4", "5", "z"]
    assert len(attention.after(kept, "z", NOON + timedelta(minutes=10), CALM).just_said) == 1


@pytest.mark.parametrize(
    ("flow", "level", "kept"), [("", NONE, 1), ("", CONCERN, 1), ("", CRISIS, 0), ("", ACUTE, 0), ("{}", NONE, 0)]
)
def test_after_an_alarm_and_in_a_flow_a_new_story_begins(flow: str, level: Level, kept: int) -> None:
    found = Assessment(level=level, category=Category.SUICIDE)
    assert len(attention.after(replace(NOBODY, flow=flow), "iets", NOON, found).just_said) == kept


# Moments as staff write them; the 23rd of November 2026 is a Monday


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("1", NOON + timedelta(minutes=1)),
        ("0", None),
        ("0 uur", None),
        ("999", NOON + timedelta(minutes=999)),
        ("1000", None),
        ("5 D", NOON + timedelta(days=5)),
        ("1 u", NOON + timedelta(hours=1)),
        ("overmorgen", datetime(2026, 11, 25, 9, tzinfo=UTC)),
        ("morgen 0", datetime(2026, 11, 24, 0, tzinfo=UTC)),
        ("morgen 23.59", datetime(2026, 11, 24, 23, 59, tzinfo=UTC)),
        ("morgen 24", None),
        ("morgen 23.60", None),
        ("morgen 8:05", datetime(2026, 11, 24, 8, 5, tzinfo=UTC)),
        # A weekday is the next one, never today.
        ("maandag", datetime(2026, 11, 30, 9, tzinfo=UTC)),
        ("dinsdag om 14 uur", datetime(2026, 11, 24, 14, tzinfo=UTC)),
        ("ZONDAG", datetime(2026, 11, 29, 9, tzinfo=UTC)),
        (" vrijdag ", datetime(2026, 11, 27, 9, tzinfo=UTC)),
        ("gisteren", None),
    ],
)
def test_a_moment_in_words(written: str, due: datetime | None) -> None:
    assert moment_of(written, NOON.replace(second=0)) == due
    if due is not None and due.hour != NOON.hour and "u" not in written:
        assert moment_of(written, NOON + timedelta(seconds=30, microseconds=5)) in (
            due,
            due + timedelta(seconds=30, microseconds=5),
        )


def test_on_a_wednesday_the_days_are_counted_from_there() -> None:
    wednesday = NOON + timedelta(days=2, seconds=7)
    days = [moment_of(day, wednesday) for day in ("woensdag", "donderdag", "dinsdag")]
    assert days == [
        datetime(2026, 12, 2, 9, tzinfo=UTC),
        datetime(2026, 11, 26, 9, tzinfo=UTC),
        datetime(2026, 12, 1, 9, tzinfo=UTC),
    ]


# Who somebody is, and how old


@pytest.mark.parametrize(
    ("text", "role", "whole"),
    [
        ("ik ben 23 jaar", Role.YOUTH, True),
        ("ik ben 24 jaar", None, False),
        ("ik ben een jongen van 24", None, False),
        ("ik ben moeder", Role.PARENT, True),
        # Eleven words may say who somebody is and nothing else.
        ("ik ben moeder van een kind uit klas twee bij ons", Role.PARENT, True),
        ("ik ben moeder van een kind uit klas twee bij ons op school", Role.PARENT, False),
        ("ik werk op een school", Role.PROFESSIONAL, True),
        ("ik werk op een school maar", Role.PROFESSIONAL, False),
        ("mijn zoon", Role.PARENT, False),
        ("mijn kleinkind", Role.HELPER, False),
        ("ik zit in groep 8", Role.YOUTH, False),
        ("ben 15", Role.YOUTH, False),
        ("zomaar", None, False),
    ],
)
def test_who_somebody_is(text: str, role: Role | None, whole: bool) -> None:
    said = read_role(text)
    assert (None if said is None else said.role) is role
    if said is not None:
        assert said.whole is whole
        assert said.audience is (Audience.YOUTH if role is Role.YOUTH else Audience.PARENT)


BEFORE = Child(age=9, school="po", group="groep 6")


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("niets nieuws", BEFORE),
        ("hij is 1", replace(BEFORE, age=1)),
        ("hij is 0", BEFORE),
        ("ze is 23", replace(BEFORE, age=23)),
        ("ze is 24", BEFORE),
        ("hij wordt 12 jaar", replace(BEFORE, age=12)),
        ("klas 2", Child(age=9, school="vo", group="klas 2")),
        ("year 4", replace(BEFORE, group="klas 4")),
        ("groep 3", Child(age=9, school="po", group="groep 3")),
        ("naar het mbo", replace(BEFORE, school="mbo")),
    ],
)
def test_what_is_said_of_the_child_replaces_what_was_known(text: str, child: Child) -> None:
    assert read_child(text, BEFORE) == child


# What is counted of a flow

F, G = FlowId("f"), FlowId("g")
SLOTS = (
    Slot(name="a", type=SlotType.CHOICE, label={}, options=(Option(id="x", label={}),)),
    Slot(name="b", type=SlotType.SCALE, label={}),
    Slot(name="t", type=SlotType.TEXT, label={}),
    Slot(name="nooit", type=SlotType.YES_NO, label={}),
    Slot(name="uitkomst", type=SlotType.YES_NO, label={}),
)


def flows(*, survey: bool) -> dict[FlowId, Flow]:
    steps = tuple(Ask(id=name, slot=name, text={}) for name in ("a", "b", "t", "uitkomst"))
    made = Flow(id=F, title={}, audiences=frozenset(), steps=steps, slots={s.name: s for s in SLOTS}, survey=survey)
    return {F: made}


def at(step: str, *path: str, flow: FlowId = F, asked: str = "h") -> Session:
    return Session(flow=flow, step=step, path=path, asked=asked)


def counted(before: Session | None, after: Session | None, *outputs: Output) -> list[str]:
    found = counts_of(flows(survey=True), before, Result(session=after, outputs=outputs))
    return [f"{measure}:{name}" for measure, name in found]


STEP, FLOW = Measure.STEP, Measure.FLOW


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        (None, at("a"), [f"{FLOW}:f:started", f"{STEP}:f/a:reached"]),
        (None, at("a", asked=""), [f"{FLOW}:f:started"]),
        (None, None, []),
        (at("a"), at("b", "a"), [f"{STEP}:f/b:reached", f"{STEP}:f/a:left"]),
        # The same question again, going back and changing an answer count nothing.
        (at("a"), at("a"), []),
        (at("b", "a"), at("a"), []),
        (at("a", "a", "b"), at("t", "a", "b"), [f"{STEP}:f/t:reached"]),
        (at("t", "a", "b"), at("b", "a"), []),
        # Into another flow, and out of it all.
        (at("a"), at("k", flow=G), [f"{STEP}:g/k:reached", f"{STEP}:f/a:left"]),
        (at("a"), None, [f"{STEP}:f/a:left"]),
        (at("a", asked=""), None, []),
        (at("a", asked=""), at("b", "a"), [f"{STEP}:f/b:reached"]),
    ],
)
def test_each_question_is_reached_and_left_once(
    before: Session | None, after: Session | None, names: list[str]
) -> None:
    assert counted(before, after) == names


def test_ends_marks_and_surveys_are_counted() -> None:
    slots: dict[str, Value] = {"a": "x", "b": 4, "t": "woorden", "nooit": "ja", "uitkomst": "ja"}
    signal = PassSignal(summary=(), theme={}, flow=F, slots=slots)
    outputs = (Spoken(text="x"), Ended(flow=F, outcome="end"), Marked(flow=F, name="m"), signal)
    assert counted(at("a", asked=""), None, *outputs) == [
        f"{FLOW}:f:ended", f"{Measure.MARK}:f/m", f"{Measure.SURVEY}:f/a/x", f"{Measure.SURVEY}:f/b/4",
    ]  # fmt: skip
    assert counted(at("a", asked=""), None, replace(signal, slots={"b": None})) == []
    assert counted(at("a", asked=""), None, replace(signal, flow=G)) == []
    plain = counts_of(flows(survey=False), at("a", asked=""), Result(session=None, outputs=(signal,)))
    assert list(plain) == []
    assert wants_outcome(flows(survey=True), signal)
    assert not wants_outcome(flows(survey=False), signal)
    assert not wants_outcome(flows(survey=True), replace(signal, flow=G))
    assert not wants_outcome(flows(survey=True), replace(signal, slots={"uitkomst": "nee"}))
