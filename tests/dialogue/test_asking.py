"""Asking for a human: what is shown first, what a yes is about, and who is told something else."""

from datetime import datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind
from bot.dialogue.library import Library
from bot.domain.conversation import Awaited, Conversation
from bot.domain.effects import Count, Relay, SendText
from bot.domain.ids import MessageId, PressId, StaffKey, VisitorKey
from bot.domain.inbound import ChoicePressed, CommandReceived, TextReceived
from bot.domain.tally import Measure
from bot.handoff.record import Block
from bot.service.staffroom import Rooms
from bot.testing.team import ANOUK, Team
from tests.acceptance.content import write_content


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


def asks(team: Team) -> str:
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(1)))
    return team.last()


def says(team: Team, text: str) -> None:
    team.happens(TextReceived(text=text, message=MessageId(40 + team.turns)))


def presses(team: Team, value: str) -> None:
    team.happens(ChoicePressed(choice=Choice(Kind.SHARE, value).data(), press=PressId("x"), message=None))


def shares(team: Team) -> list[str]:
    """What the buttons of the last message about sharing carry, without the stamp."""
    shown = [effect for effect in team.effects if isinstance(effect, SendText)]
    choices = [button.choice or "" for text in shown for row in text.buttons for button in row]
    return [choice.split(":")[1].split("_")[0] for choice in choices if choice.startswith(f"{Kind.SHARE}:")]


def state(team: Team) -> Conversation:
    return Conversation.from_json(VisitorKey("p"), team.states["p"])


def test_nothing_is_shared_before_a_yes(library: Library) -> None:
    team = Team(library)
    asks(team)
    assert not team.room.handoffs
    assert shares(team) == ["all", "no", "details"]
    waits = state(team).expects
    assert waits is not None
    assert (waits.kind, waits.no, waits.again) == (Awaited.CONSENT, Choice(Kind.SHARE, "no").data(), "share-again")
    presses(team, "no")
    assert not team.room.handoffs
    assert "geef niets door" in team.last()


def test_a_question_goes_along_only_when_that_is_chosen(library: Library) -> None:
    for how, relays in (("all", 1), ("bare", 0)):
        team = Team(library)
        says(team, "hoe vraag ik een tlv aan")
        asks(team)
        assert shares(team) == ["all", "bare", "no", "details"]
        team.happens(ChoicePressed(choice=_with_stamp(team, how), press=PressId("x"), message=None))
        assert len(team.room.handoffs) == 1
        assert sum(isinstance(effect, Relay) for effect in team.effects) == relays
        assert team.handoff.theme == "Hoe vraag je een TLV aan?"
        human = [e.name for e in team.effects if isinstance(e, Count) and e.measure is Measure.HUMAN]
        assert human == ["asked"]
        assert state(team).last_question is None


def _with_stamp(team: Team, how: str) -> str:
    shown = [effect for effect in team.effects if isinstance(effect, SendText)]
    choices = [button.choice or "" for text in shown for row in text.buttons for button in row]
    return next(choice for choice in choices if choice.startswith(f"{Kind.SHARE}:{how}_"))


@pytest.mark.parametrize("value", ["all", "all_", "all_x", "bare_00000000", "zomaar", ""])
def test_a_yes_to_something_else_is_asked_anew(library: Library, value: str) -> None:
    team = Team(library)
    asks(team)
    presses(team, value)
    assert not team.room.handoffs
    assert shares(team)[:1] == ["all"]


def test_a_yes_to_what_was_shown_before_is_asked_anew(library: Library) -> None:
    team = Team(library)
    asks(team)
    old = _with_stamp(team, "all")
    says(team, "hoe vraag ik een tlv aan")
    team.happens(ChoicePressed(choice=old, press=PressId("x"), message=None))
    assert not team.room.handoffs
    asks(team)
    team.happens(ChoicePressed(choice=_with_stamp(team, "all"), press=PressId("x"), message=None))
    assert team.room.handoffs


def test_the_details_are_one_tap_away_and_offer_no_details(library: Library) -> None:
    team = Team(library)
    asks(team)
    presses(team, "details")
    assert shares(team) == ["all", "no"]
    assert state(team).expects is not None
    assert not team.room.handoffs


def test_who_waits_or_talks_is_told_so(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    waiting = asks(team)
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    talking = asks(team)
    assert handoff.alias in waiting
    assert waiting != talking
    assert len(team.room.handoffs) == 1


@pytest.mark.parametrize(("minutes", "alarm", "blocked"), [(1, "", True), (0, "", False), (1, "crisis", False)])
def test_who_is_blocked_is_told_until_when_and_never_after_danger(
    library: Library, minutes: int, alarm: str, blocked: bool
) -> None:
    team = Team(library)
    rooms = Rooms((), {})
    until = team.now + timedelta(minutes=minutes)
    block = Block(visitor=VisitorKey("p"), until=until, reason="", by=StaffKey("k"))
    for row in rooms.changes(rooms.room.keep(block), team.library.profile):
        team.kept[row.kind, row.key] = row
    said = Conversation(visitor=VisitorKey("p"), alarm=alarm, alarm_said_at=team.now if alarm else None)
    team.states["p"] = said.to_json()
    assert ("geen gesprek" in asks(team)) is blocked


@pytest.mark.parametrize(("hour", "open_now"), [(8, False), (9, True), (16, True), (17, False)])
def test_what_is_promised_follows_the_hours(library: Library, hour: int, open_now: bool) -> None:
    team = Team(library)
    team.now = datetime(2026, 11, 23, hour, tzinfo=team.now.tzinfo)
    said = asks(team)
    assert ("om 9.00 uur" in said) is not open_now
    button = next(b.label for e in team.effects if isinstance(e, SendText) for row in e.buttons for b in row)
    other = Team(library)
    asks(other)
    usual = next(b.label for e in other.effects if isinstance(e, SendText) for row in e.buttons for b in row)
    assert (button == usual) is open_now


def test_who_is_before_them_is_said(library: Library) -> None:
    team = Team(library)
    first = asks(team)
    team.asks("q")
    second = asks(team)
    assert first != second
    assert len(team.room.queue()) == 1
