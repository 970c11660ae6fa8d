"""Staff play a flow in their own chat: it looks real, nothing of it is, and their own talk stays theirs."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.conversation import Conversation
from bot.domain.effects import AnswerPress, Count, SendFile, SendStaff, SendText
from bot.domain.ids import FlowId, MessageId, PressId, VisitorKey
from bot.domain.inbound import ChoicePressed, CommandReceived, StaffCommanded, TextReceived
from bot.handoff.room import Room
from bot.service.records import Kept
from bot.service.staffroom import keys_of
from bot.testing.team import ANOUK, Team
from tests.flow.pieces import packaged, with_flow

EVERYTHING = """\
slots:
  - name: hoe
    type: choice
    label:
      nl: Hoe gaat het
      en: How is it
    options:
      - id: goed
        label:
          nl: Goed
          en: Good
      - id: slecht
        label:
          nl: Slecht
          en: Bad
  - name: mag
    type: yes_no
    label:
      nl: Mag
      en: May
steps:
  - ask: hoe
    text:
      nl: Hoe is het op school?
      nl@jongere: Hoe is het op school?
      en: How is school?
  - mark: gevraagd
  - signal: [hoe]
  - ask: mag
    text:
      nl: Mag ik je herinneren?
      en: May I remind you?
  - remind: mag
    days: 2
    text:
      nl: Hoe is het nu?
      en: How is it now?
  - document: sheet
    title:
      nl: Blad
      en: Sheet
    slots: [hoe]
  - handoff: [hoe]
    text:
      nl: Wil je een mens spreken?
      en: Do you want to talk to a human?
  - end: klaar
    text:
      nl: Dag.
      en: Bye.
"""


class Play(Team):
    """A colleague with the group, and their own chat with the bot."""

    def invites(self, argument: str) -> str:
        """``/test`` in the group; the way in that it gives, empty when it gives none."""
        self.happens(StaffCommanded(staff=ANOUK, topic=None, message=MessageId(9), name="test", argument=argument))
        found = re.search(r"/start (proef_\w+)", self.group[-1])
        return found[1] if found else ""

    def starts(self, payload: str, visitor: str = "anouk") -> None:
        self.happens(CommandReceived(name="start", argument=payload, message=MessageId(1)), visitor)

    def says(self, text: str) -> None:
        self.happens(TextReceived(text=text, message=MessageId(2)), "anouk")

    def presses_here(self, choice: str) -> None:
        self.happens(ChoicePressed(choice=choice, press=PressId("p"), message=None), "anouk")

    @property
    def said(self) -> list[str]:
        return [effect.text for effect in self.effects if isinstance(effect, SendText)]

    @property
    def choices(self) -> dict[str, str]:
        """What the buttons of this turn carry, by their label."""
        rows = [row for e in self.effects if isinstance(e, SendText | SendFile) for row in e.buttons]
        return {button.label: button.choice for row in rows for button in row if button.choice}

    @property
    def state(self) -> Conversation:
        return Conversation.from_json(VisitorKey("anouk"), self.states["anouk"])


@pytest.fixture
def play(tmp_path: Path) -> Play:
    return Play(with_flow(tmp_path, EVERYTHING))


def test_a_colleague_plays_a_flow_from_the_group(play: Play) -> None:
    way_in = play.invites("proef jongere")
    assert "een jongere" in play.group[-1]
    play.starts(way_in)
    assert "Dit is een proef" in play.said[0]
    assert "PROEF" in play.said[-1]
    assert "Hoe is het op school?" in play.said[-1]


def test_the_button_opens_the_same_way_in(play: Play) -> None:
    profile = replace(play.library.profile, telegram="proef_bot")
    play.republish(replace(play.library, profile=profile))
    way_in = play.invites("proef")
    (sent,) = [effect for effect in play.effects if isinstance(effect, SendStaff)]
    assert [button.url for row in sent.buttons for button in row] == [f"https://t.me/proef_bot?start={way_in}"]


def test_nothing_of_a_trial_is_real(play: Play) -> None:
    play.starts(play.invites("proef"))
    asked = len(play.group)
    play.says("slecht")
    assert "krijgt het team nu een bericht" in " ".join(play.said)
    assert "Mag ik je herinneren?" in play.said[-1]
    play.says("ja")
    assert "later een herinnering" in " ".join(play.said)
    assert any(isinstance(effect, SendFile) and "PROEF" in effect.caption for effect in play.effects)
    assert "Dit ziet de medewerker" in " ".join(play.said)
    play.presses_here(play.choices.get("Ja, doorgeven", "p.deel:all"))
    assert "Einde van de proef" in play.said[-1]
    assert len(play.group) == asked
    assert play.room.handoffs == {}
    assert play.timers == {}
    assert play.state.trial == ""


def test_a_trial_leaves_no_count_and_no_buttons_behind(play: Play) -> None:
    play.starts(play.invites("proef"))
    counted = [effect for effect in play.effects if isinstance(effect, Count)]
    for words in ("goed", "nee"):
        play.says(words)
        counted += [effect for effect in play.effects if isinstance(effect, Count)]
    play.presses_here("p.deel:no")
    counted += [effect for effect in play.effects if isinstance(effect, Count)]
    assert "Einde van de proef" in play.said[-1]
    assert counted == []
    assert play.choices == {}


def test_the_person_behind_it_stays_who_they_were(play: Play) -> None:
    play.happens(CommandReceived(name="start", argument="flow_meedenken", message=MessageId(1)), "anouk")
    before = play.state
    assert before.flow
    play.starts(play.invites("proef jongere en"))
    assert "How is school?" in play.said[-1]
    assert play.state.audience == before.audience == Audience.PARENT
    assert play.state.flow == before.flow
    play.says("good")
    play.says("stop")
    assert "Einde van de proef" in play.said[-1]
    assert play.state == before


def test_a_way_in_works_once_and_not_for_long(play: Play) -> None:
    way_in = play.invites("proef")
    play.starts(way_in)
    play.starts(way_in, "bram")
    assert "al gespeeld, of te oud" in play.said[-1]
    late = play.invites("proef")
    play.now += timedelta(minutes=16)
    play.starts(late)
    assert "al gespeeld, of te oud" in play.said[-1]
    play.starts("proef_verzonnen")
    assert "al gespeeld, of te oud" in play.said[-1]


def test_a_button_of_a_trial_does_nothing_afterwards(play: Play) -> None:
    play.starts(play.invites("proef"))
    old = play.choices
    assert all(choice.startswith("p.") for choice in old.values())
    play.says("/stop" if False else "stop")
    for choice in (*old.values(), "p.deel:all", "p.mening:5_proef"):
        play.presses_here(choice)
        assert "hoort bij een proef" in play.said[-1]
        assert not any(isinstance(effect, Count | SendStaff) for effect in play.effects)
    assert play.room.handoffs == {}


def test_a_real_button_stays_real_in_the_middle_of_a_trial(play: Play) -> None:
    play.starts(play.invites("proef"))
    play.presses_here("menu")
    assert "PROEF" not in " ".join(play.said)
    assert any(isinstance(effect, AnswerPress) for effect in play.effects)
    play.says("goed")
    assert "PROEF" in play.said[-1]


def test_danger_is_never_played(play: Play) -> None:
    play.starts(play.invites("proef"))
    play.says("ik wil dood")
    assert "113" in " ".join(play.said)
    assert "PROEF" not in " ".join(play.said)
    assert any("signaal" in text.lower() or "gevaar" in text.lower() for text in play.group[-1:])
    assert play.room.alerts
    assert play.state.trial == ""


def test_who_comes_back_after_an_hour_is_taken_seriously(play: Play) -> None:
    play.starts(play.invites("proef"))
    play.now += timedelta(minutes=61)
    play.says("goed")
    assert "PROEF" not in " ".join(play.said)


def test_what_is_kept_of_them_is_never_played(play: Play) -> None:
    play.starts(play.invites("proef"))
    play.happens(CommandReceived(name="wis", argument="", message=MessageId(3)), "anouk")
    assert "PROEF" not in " ".join(play.said)


def test_no_trial_during_a_real_talk(play: Play) -> None:
    play.asks("anouk")
    play.starts(play.invites("proef"))
    assert "gesprek met een medewerker" in play.said[-1]
    assert play.state.trial == ""


def test_the_list_names_every_flow_and_marks_drafts(tmp_path: Path) -> None:
    library = with_flow(tmp_path, "draft: true\n" + EVERYTHING)
    play = Play(library)
    for argument in ("", "bestaat_niet"):
        assert play.invites(argument) == ""
        assert "proef: Proef (concept)" in play.group[-1].replace("\\", "")
        assert "ruzie_thuis: " in play.group[-1].replace("\\", "")
    assert play.invites("ruzie_thuis ouder") == ""
    assert "is er niet voor: een ouder" in play.group[-1]


def test_a_draft_can_be_played_and_nobody_else_meets_it(tmp_path: Path) -> None:
    play = Play(with_flow(tmp_path, "draft: true\nstart:\n  words: [doe de proef]\n" + EVERYTHING))
    play.starts("flow_proef")
    assert "Hoe is het op school?" not in " ".join(play.said)
    play.says("doe de proef")
    assert "Hoe is het op school?" not in " ".join(play.said)
    play.starts(play.invites("proef"))
    assert "Hoe is het op school?" in play.said[-1]
    play.says("slecht")
    assert "Mag ik je herinneren?" in play.said[-1]


def test_the_way_in_is_read_from_the_store(play: Play) -> None:
    way_in = play.invites("proef")
    (row,) = [row for row in play.kept.values() if row.kind == "trial"]
    assert isinstance(row, Kept)
    assert row.forget_at == play.now + timedelta(minutes=15)
    assert ANOUK.key not in row.content
    started = play_arrival(way_in)
    assert row.key in keys_of([started], [])


def play_arrival(way_in: str):  # type: ignore[no-untyped-def]
    from bot.domain.ids import LaneKey, SealedAddress
    from bot.domain.inbound import Arrival, Origin
    from tests.flow.pieces import NOON

    origin = Origin(visitor=VisitorKey("anouk"), address=SealedAddress("x"), lane=LaneKey("l"))
    return Arrival(origin=origin, inbound=CommandReceived(name="start", argument=way_in, message=MessageId(1)), at=NOON)


_WORDS = st.sampled_from(
    ["ja", "nee", "1", "2", "7", "morgen", "mens", "menu", "terug", "stop", "hoe vraag ik een tlv aan?", "dankjewel"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(packaged().flows)), st.lists(st.one_of(_WORDS, st.integers(0, 9)), max_size=10))
def test_whatever_is_played_stays_a_play(name: FlowId, story: list[str | int]) -> None:
    play = Play(packaged())
    play.starts(play.invites(name))
    quiet, room = len(play.group), play.room
    for act in story:
        if not play.state.trial:
            break
        before = list(play.choices.values())
        if isinstance(act, str):
            play.says(act)
        elif before:
            play.presses_here(before[act % len(before)])
        assert not any(isinstance(effect, Count | SendStaff) for effect in play.effects)
        assert all(choice.startswith("p.") for choice in play.choices.values())
        texts = [text for text in play.said if "🧪" not in text]
        assert texts == []
    assert len(play.group) == quiet
    assert play.timers == {}
    assert play.room == room


def library_without(library: Library, name: str) -> Library:
    """The same content, one flow taken away."""
    return replace(library, flows={key: flow for key, flow in library.flows.items() if key != name})


def test_a_flow_that_was_withdrawn_ends_the_trial_kindly(play: Play) -> None:
    play.starts(play.invites("proef"))
    play.republish(library_without(play.library, "proef"))
    play.says("goed")
    assert "er niet meer" in " ".join(play.said)
    assert "Einde van de proef" in play.said[-1]
    assert isinstance(play.room, Room)
