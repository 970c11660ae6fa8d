"""Buttons under a card: whom a talk can be given to, who saw a warning, how pressing it is, and forged ones."""

from dataclasses import replace

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.effects import AnswerPress, SendStaff
from bot.domain.ids import MessageId, PressId, SealedAddress, StaffKey
from bot.domain.inbound import Staffer, StaffMoved, StaffPressed, TextReceived
from bot.handoff.record import Status, Weight
from bot.safety.screen import Screen
from bot.safety.signals import Signals
from bot.testing.team import ANOUK, BRAM, TOPIC, Team
from tests.acceptance.content import write_content
from tests.dialogue.test_live_talk import PATTERNS

EVA = Staffer(key=StaffKey("e" * 32), name="Eva", address=SealedAddress("sealed-e"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    content = load_library(write_content(tmp_path_factory.mktemp("content") / "content"))
    return replace(content, screen=Screen(Signals(patterns=PATTERNS)))


@pytest.fixture
def team(library: Library) -> Team:
    """Anouk has a talk; Bram and Eva are there."""
    made = Team(library)
    for colleague in (ANOUK, BRAM, EVA):
        made.commands(colleague, "dienst aan", topic=None)
    handoff = made.asks()
    made.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    return made


def presses(team: Team, staff: Staffer, kind: StaffKind, more: str, identifier: str = "") -> None:
    choice = staff_choice(kind, identifier or team.handoff.id, more)
    team.happens(StaffPressed(staff=staff, topic=TOPIC, message=None, choice=choice, press=PressId("p")))


def toast(team: Team) -> str:
    return " ".join(effect.text for effect in team.effects if isinstance(effect, AnswerPress))


def offered(team: Team) -> list[str]:
    return [
        button.label
        for effect in team.effects
        if isinstance(effect, SendStaff)
        for row in effect.buttons
        for button in row
    ]


def test_a_talk_can_be_given_to_the_others_and_back_to_the_queue(team: Team) -> None:
    team.presses(ANOUK, StaffKind.TRANSFER, team.handoff.id)
    names = offered(team)
    assert names[:2] == ["Bram", "Eva"]
    assert "Anouk" not in names
    assert len(names) == 3


def test_eight_colleagues_are_offered(team: Team) -> None:
    for number in range(9):
        key = StaffKey(f"{number}" * 32)
        team.commands(Staffer(key=key, name=f"C{number}", address=SealedAddress("s")), "dienst aan", topic=None)
    team.presses(ANOUK, StaffKind.TRANSFER, team.handoff.id)
    assert len(offered(team)) == 9


def test_a_talk_that_nobody_has_is_not_given_by_this_button(library: Library) -> None:
    team = Team(library)
    team.asks()
    team.presses(ANOUK, StaffKind.TRANSFER, team.handoff.id)
    assert offered(team) == []
    assert toast(team)


@pytest.mark.parametrize(
    ("who", "claimer"), [("b" * 12, BRAM.key), ("e" * 12, EVA.key), ("x" * 12, ANOUK.key), ("", ANOUK.key)]
)
def test_the_colleague_on_the_button_gets_it(team: Team, who: str, claimer: StaffKey) -> None:
    presses(team, ANOUK, StaffKind.TRANSFER_TO, who)
    assert team.handoff.claimer == claimer
    assert team.handoff.status is Status.CLAIMED


def test_who_left_the_group_gets_nothing(team: Team) -> None:
    team.happens(StaffMoved(staff=BRAM, present=False))
    presses(team, ANOUK, StaffKind.TRANSFER_TO, "b" * 12)
    assert team.handoff.claimer == ANOUK.key
    assert toast(team)


@pytest.mark.parametrize(("staff", "waits"), [(ANOUK, True), (BRAM, False)])
def test_only_its_colleague_gives_it_back(team: Team, staff: Staffer, waits: bool) -> None:
    presses(team, staff, StaffKind.BACK_TO_QUEUE, "")
    assert (team.handoff.status is Status.WAITING) is waits


@pytest.mark.parametrize(("word", "weight"), [("hoog", Weight.HIGH), ("laag", Weight.LOW), ("onzin", Weight.NORMAL)])
def test_how_pressing_it_is(team: Team, word: str, weight: Weight) -> None:
    presses(team, ANOUK, StaffKind.WEIGHT, word)
    assert team.handoff.weight is weight
    if word == "onzin":
        assert toast(team)


def test_a_warning_is_seen_once(team: Team) -> None:
    team.happens(TextReceived(text="ik wil dood", message=MessageId(70)))
    alert = next(iter(team.room.alerts.values()))
    assert alert.seen_by is None
    before = len(team.group)
    presses(team, BRAM, StaffKind.SEEN, "", alert.id)
    assert team.room.alerts[alert.id].seen_by == BRAM.key
    assert len(team.group) == before + 1
    assert "Bram" in team.group[-1]
    presses(team, EVA, StaffKind.SEEN, "", alert.id)
    assert team.room.alerts[alert.id].seen_by == BRAM.key
    assert len(team.group) == before + 1
    presses(team, EVA, StaffKind.SEEN, "", "onbekend")
    assert len(team.group) == before + 1
    assert toast(team)
