"""Nobody is left waiting without a word: the clock jumps, everything is written and read back in between."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind
from bot.dialogue.library import Library
from bot.domain.effects import ChangeTopic, Relay, SendFile
from bot.domain.ids import HandoffId, MessageId, PressId
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    StaffPressed,
    TextReceived,
)
from bot.handoff.record import Status
from bot.testing.team import ANOUK, BRAM, TOPIC, Team
from tests.acceptance.content import write_content
from tests.factories import text_of


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Open on weekdays from nine to five."""
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


def test_unclaimed_is_said_honestly_twice_and_the_coordinator_is_called(library: Library) -> None:
    team = Team(library)
    team.commands(ANOUK, "dienst aan", topic=None)
    team.commands(BRAM, "coordinator", topic=None)
    team.asks()
    team.later(minutes=16)
    assert "Het duurt langer" in team.last()
    assert "[Anouk](staff:sealed-a)" in team.group[-1]
    team.later(minutes=16)
    assert "coördinator geroepen" in team.last()
    assert "[Bram](staff:sealed-b)" in team.group[-1]
    said = len(team.told["p"])
    team.later(hours=2)
    assert len(team.told["p"]) == said


def test_a_closed_hour_does_not_count(library: Library) -> None:
    team = Team(library)
    team.now = datetime(2026, 11, 23, 20, tzinfo=UTC)
    team.asks()
    assert "morgen" not in team.last()
    assert "dinsdag om 9.00 uur" in team.last()
    team.later(hours=3)
    assert "Het duurt langer" not in team.last()
    team.later(hours=10, minutes=20)
    assert "Het duurt langer" in team.last()


def test_a_silent_claimer_is_nudged_and_then_gives_back(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.later(minutes=16)
    assert "wacht op antwoord" in team.group[-1]
    team.later(minutes=16)
    assert team.handoff.status is Status.WAITING
    assert "weer naar de rij" in team.last()


def test_an_answer_stops_the_clock(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.writes(ANOUK, "Dag!")
    assert any(isinstance(effect, Relay) for effect in team.effects)
    before = len(team.group)
    team.later(hours=1)
    assert team.handoff.claimer == ANOUK.key
    assert len(team.group) == before


def test_only_one_claims_and_a_full_desk_takes_no_more(library: Library) -> None:
    team = Team(library)
    first = team.asks("p")
    team.presses(ANOUK, StaffKind.CLAIM, first.id)
    team.presses(BRAM, StaffKind.CLAIM, first.id)
    assert team.room.handoffs[first.id].claimer == ANOUK.key
    for name in ("q", "r"):
        team.presses(ANOUK, StaffKind.CLAIM, team.asks(name).id)
    assert len(team.room.claimed_by(ANOUK.key)) == team.library.profile.most_live_per_staff == 2


def test_danger_in_a_talk_makes_it_urgent_and_it_goes_first_in_the_queue(library: Library) -> None:
    team = Team(load_library(None))
    first, second = team.asks("p"), team.asks("q")
    team.happens(TextReceived(text="ik wil dood", message=MessageId(3)), "q")
    assert [handoff.id for handoff in team.room.queue()] == [second.id, first.id]
    assert any(isinstance(effect, Relay) for effect in team.effects)
    assert "113" in team.last("q")
    alert = next(iter(team.room.alerts.values()))
    team.later(minutes=6)
    assert "nog niemand gezien" in " ".join(team.group[-3:])
    team.presses(ANOUK, StaffKind.SEEN, alert.id)
    raised = len(team.group)
    team.later(minutes=30)
    assert not any("nog niemand gezien" in text for text in team.group[raised:])


def test_a_person_in_danger_is_never_blocked(library: Library) -> None:
    team = Team(load_library(None))
    team.asks()
    team.commands(ANOUK, "blokkeer scheldt")
    assert team.room.blocks
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(9)))
    assert "geen gesprek" in team.last()
    team.happens(TextReceived(text="ik wil dood", message=MessageId(10)))
    assert "113" in team.last()
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(11)))
    assert "Dit ziet de medewerker" in team.last()


def test_silence_is_asked_about_and_then_closed_kindly_and_can_be_reopened(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.writes(ANOUK, "Hoe gaat het nu?")
    team.later(hours=25)
    assert "Ben je er nog?" in team.last()
    team.later(hours=25)
    assert team.handoff.status is Status.CLOSED
    assert "stil" in team.last()
    team.happens(ChoicePressed(choice=Choice(Kind.REOPEN, handoff.id).data(), press=PressId("x"), message=None))
    reopened = team.handoff
    assert (reopened.status, reopened.topic) == (Status.WAITING, TOPIC)


def test_a_closed_talk_goes_on_its_day(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.presses(ANOUK, StaffKind.CLOSE, handoff.id)
    team.later(days=8)
    assert ChangeTopic(topic=TOPIC, deleted=True) in team.effects
    row = team.kept["handoff", handoff.id]
    assert row.forget_at is not None
    # A few days later, so that the topic still goes when the bot stood still on the day itself.
    assert row.forget_at <= team.now + timedelta(days=2)


def test_forged_buttons_in_the_group_do_no_harm(library: Library, tmp_path: Path) -> None:
    del tmp_path
    team = Team(library)
    team.asks()
    for forged in ("", "s-pak", "s-pak:nee", "s-over:x:y", "s-naar:x:y", "faq:tlv", "s-stuurfaq:x:y", "s-gezien:x"):
        team.happens(StaffPressed(staff=ANOUK, topic=TOPIC, message=None, choice=forged, press=PressId("p")))
    assert team.handoff.status is Status.WAITING
    assert HandoffId(team.handoff.id)


def test_a_sentence_beside_the_mark_reaches_the_topic_and_an_overview_can_be_taken_along(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.presses(ANOUK, StaffKind.CLOSE, handoff.id)

    def chooses(kind: Kind, value: str) -> None:
        team.happens(ChoicePressed(choice=Choice(kind, value).data(), press=PressId("x"), message=None))

    chooses(Kind.RATE, f"{handoff.id}_5")
    chooses(Kind.REMARK, handoff.id)
    team.happens(TextReceived(text="fijn gesprek, bel me op 06-12345678", message=MessageId(9)))
    assert any("fijn gesprek" in text and "12345678" not in text for text in team.group)
    # Only that one sentence: what follows is a question again, also when another button came between.
    team.happens(TextReceived(text="hoe vraag ik een tlv aan", message=MessageId(10)))
    assert "De school vraagt" in team.last()
    chooses(Kind.REMARK, handoff.id)
    chooses(Kind.MENU, "")
    team.happens(TextReceived(text="hoe vraag ik een tlv aan", message=MessageId(11)))
    # The same question again: it is a question, and the same answer is not said twice.
    assert "Hoe vraag je een TLV aan?" in team.last()
    assert not any("tlv aan" in text for text in team.group)
    chooses(Kind.SUMMARY, handoff.id)
    (file,) = [effect for effect in team.effects if isinstance(effect, SendFile)]
    overview = text_of(file)
    assert handoff.alias in overview
    assert "23-11-2026 10.00" in overview
    assert "000-1112223" in overview
    # Nobody else can ask for it.
    team.happens(
        ChoicePressed(choice=Choice(Kind.SUMMARY, handoff.id).data(), press=PressId("x"), message=None), "ander"
    )
    assert not any(isinstance(effect, SendFile) for effect in team.effects)
