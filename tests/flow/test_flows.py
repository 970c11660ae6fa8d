"""The flows that come with the program, and what must hold in every one of them."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.app.library import load_library
from bot.authoring.rehearsal.exploring import explore
from bot.authoring.rehearsal.playing import Script, play
from bot.authoring.rehearsal.scripts import load_scripts
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.ids import FlowId
from bot.flow.definition import Ask, Flow, SlotType
from bot.flow.session import Session, read_session
from bot.testing.person import OnePerson

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)


@cache
def library() -> Library:
    """The packaged content."""
    return load_library(None)


@cache
def scripts() -> tuple[Script, ...]:
    """What editors wrote."""
    findings = Findings()
    found = load_scripts(packaged_content(), findings)
    assert not findings.errors
    return tuple(found)


def names() -> list[str]:
    """All flows."""
    return [path.stem for path in sorted((packaged_content() / "flows").rglob("*.yaml")) if ".test" not in path.name]


@pytest.mark.parametrize("script", scripts(), ids=lambda script: f"{script.flow}: {script.name} {script.language}")
def test_a_rehearsal_goes_as_written(script: Script) -> None:
    failure = play(library(), script)
    assert failure is None, f"{script.file}:{failure.line} {failure.what}"


@pytest.mark.parametrize("name", names())
def test_every_way_ends_and_every_question_is_reached(name: str) -> None:
    flow = library().flows[FlowId(name)]
    walked = explore(dict(library().flows), flow.id)
    assert not walked.dead_ends
    assert walked.endings
    if walked.whole:
        assert {step.id for step in flow.steps if isinstance(step, Ask)} <= walked.questions


def begin(flow: Flow, language: str = "nl") -> OnePerson:
    """Somebody at the first question."""
    rehearsal = OnePerson(library=library(), now=NOON, audience=min(flow.audiences), language=language)
    rehearsal.says(f"/start flow_{flow.id}")
    return rehearsal


odd = st.sampled_from(
    ["", "   ", "x" * 5000, "🙂🙂🙂", "stop", "terug", "mens", "menu", "waarom", "overslaan", "wijzig", "opnieuw",
     "herhaal", "ja", "nee", "1", "7", "99", "morgen", "hoe vraag ik een tlv aan?", "{contact:113}", "{x}", "<b>",
     "/menu", "/sos", "/stop", "/privacy", "ik wil dood", "hello"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(names()), st.sampled_from(["nl", "en"]), st.lists(st.one_of(odd, st.integers(0, 12)), max_size=14)
)
def test_from_any_state_any_message_leads_to_a_way_on(name: str, language: str, story: list[str | int]) -> None:
    rehearsal = begin(library().flows[FlowId(name)], language)
    for act in story:
        if isinstance(act, int):
            tappable = [button for button in rehearsal.buttons if button.choice]
            if tappable:
                rehearsal.taps(tappable[act % len(tappable)].label)
        elif act.strip():
            rehearsal.says(act)
        session = read_session(rehearsal.state.flow)
        if session is not None:
            assert read_session(session.to_json()) == session
        assert len(rehearsal.said) <= 8
        relayed = rehearsal.state.flow == "" and not rehearsal.said
        assert rehearsal.buttons or relayed
        assert not any("{slot" in text or "flow-" in text for text in rehearsal.said)


@pytest.mark.parametrize("name", names())
def test_danger_menu_and_human_work_at_the_first_question(name: str) -> None:
    flow = library().flows[FlowId(name)]
    for words, expected in (("ik wil dood", "113"), ("/sos", "112"), ("/menu", "")):
        rehearsal = begin(flow)
        rehearsal.says(words)
        assert expected in " ".join(rehearsal.said)
        assert rehearsal.state.flow, "the flow waits"
    rehearsal = begin(flow)
    rehearsal.says("mens")
    assert "Dit ziet de medewerker" in " ".join(rehearsal.said)


def test_a_question_that_was_turned_round_does_not_take_the_old_answer() -> None:
    flow = library().flows[FlowId("meedenken")]
    rehearsal = begin(flow)
    rehearsal.taps("Informatie vinden")
    session = read_session(rehearsal.state.flow)
    assert session is not None
    step = next(s for s in flow.steps if isinstance(s, Ask) and s.id == session.step)
    steps = tuple(
        replace(s, text={"nl": "Hoe slecht lukt dat?", "en": "How badly?"}) if s is step else s for s in flow.steps
    )
    rehearsal.republish(replace(library(), flows={**library().flows, flow.id: replace(flow, steps=steps)}))
    rehearsal.says("8")
    after = read_session(rehearsal.state.flow)
    assert after is not None
    assert after.slots.get("cijfer") is None
    assert "net veranderd" in " ".join(rehearsal.said)
    rehearsal.says("3")
    last = read_session(rehearsal.state.flow)
    assert last is not None
    assert last.slots["cijfer"] == 3


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(names()), st.data())
def test_an_edited_flow_loses_nobody(name: str, data: st.DataObject) -> None:
    flow = library().flows[FlowId(name)]
    asks = [step for step in flow.steps if isinstance(step, Ask)]
    gone = data.draw(st.sampled_from(asks))
    at = data.draw(st.sampled_from(asks))
    steps = tuple(step for step in flow.steps if step is not gone)
    edited = replace(flow, steps=steps)
    broken = replace(library(), flows={**library().flows, flow.id: edited})
    rehearsal = begin(flow)
    session = Session(
        flow=flow.id, step=at.id, asked=flow.question_hash(at), path=tuple(a.id for a in asks[: asks.index(at)])
    )
    rehearsal.stands_at(session.to_json())
    rehearsal.republish(broken)
    rehearsal.says("ja")
    assert rehearsal.said
    assert rehearsal.buttons


def test_the_words_of_a_young_person_are_left_out_when_they_say_so() -> None:
    rehearsal = OnePerson(library=library(), now=NOON, audience=Audience.YOUTH, language="nl")
    rehearsal.says("/start flow_praat_met_een_mens")
    rehearsal.taps("Iets anders")
    rehearsal.says("ze noemen me een sukkel in de kleedkamer")
    assert "sukkel" in " ".join(rehearsal.said)
    rehearsal.taps("Ja, zonder mijn eigen woorden")
    assert "sukkel" not in " ".join(rehearsal.staff)
    assert "Iets anders" in " ".join(rehearsal.staff)


def test_slots_types_are_all_used_somewhere() -> None:
    used = {slot.type for flow in library().flows.values() for slot in flow.slots.values()}
    assert used == set(SlotType)
    assert Path(packaged_content() / "flows").is_dir()
