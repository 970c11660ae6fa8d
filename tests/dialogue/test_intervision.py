"""Intervision: a talk becomes a card about nobody, and a talk that goes on is never mistaken for a card."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind, StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import ChangeTopic, EditStaff, Relay, SendFile, SendStaff
from bot.domain.ids import HandoffId, MessageId, PressId, TopicId
from bot.domain.inbound import ChoicePressed, CommandReceived, MessageSettled, Staffer, StaffPressed, WaitExpired
from bot.handoff.case import CaseCard, CaseStage
from bot.handoff.record import Status
from bot.testing.team import ANOUK, BRAM, TOPIC, Team
from tests.acceptance.content import write_content
from tests.factories import text_of

MEETING = TopicId(40)
ANSWERS = (
    "Moeder wil overstappen.",
    "Samen de regels gelezen.",
    "Dat iemand luisterde.",
    "Hoe zouden jullie dit doen?",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


class Meeting(Team):
    """A team that has a topic for it, and a talk that is over."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.talk = self.asks()
        self.presses(ANOUK, StaffKind.CLAIM, self.talk.id)
        self.commands(ANOUK, "hier intervisie", topic=MEETING)
        self.presses(ANOUK, StaffKind.CLOSE, self.talk.id)

    @property
    def card(self) -> CaseCard:
        return next(iter(self.room.cases.values()))

    def taps(self, staff: Staffer, what: str) -> None:
        choice = staff_choice(StaffKind.CASE, self.card.id, what)
        self.happens(StaffPressed(staff=staff, topic=TOPIC, message=None, choice=choice, press=PressId("p")))

    def tells(self, *answers: str) -> None:
        self.commands(ANOUK, "intervisie")
        for words in answers or ANSWERS:
            self.writes(ANOUK, words)

    def shares(self) -> None:
        self.tells()
        self.taps(ANOUK, "stuur")

    @property
    def said(self) -> list[SendStaff]:
        return [effect for effect in self.effects if isinstance(effect, SendStaff)]


def test_four_questions_make_a_card_that_says_nothing_of_anybody(library: Library) -> None:
    team = Meeting(library)
    team.tells(ANSWERS[0], f"{team.talk.alias} belde 06-12345678.", *ANSWERS[2:])
    draft = team.group[-1]
    assert "Dat iemand luisterde" in draft
    assert "12345678" not in draft
    assert "de vrager belde" in draft
    team.taps(ANOUK, "stuur")
    shared = next(text for text in team.said if text.place.topic == MEETING)
    assert team.talk.alias not in shared.text
    assert team.talk.id not in str(team.card)
    assert str(team.talk.visitor) not in {team.card.visitor, team.card.by, team.card.talk}
    assert team.card.at == datetime(2026, 11, 1, tzinfo=UTC)
    assert team.kept["case", team.card.id].visitor == ""
    assert any(isinstance(effect, ChangeTopic) and effect.closed for effect in team.effects)


def test_a_draft_waits_in_an_open_topic_and_goes_to_nobody(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "intervisie")
    assert any(isinstance(effect, ChangeTopic) and effect.closed is False for effect in team.effects)
    assert team.handoff.status is Status.CLOSED
    team.writes(ANOUK, ANSWERS[0])
    assert not any(isinstance(effect, Relay) for effect in team.effects)
    assert team.card.asked == ANSWERS[0]
    team.writes(ANOUK, "// even overleggen")
    team.writes(BRAM, "ik weet ook iets")
    assert team.card.tried == ""


def test_once_the_person_is_back_what_is_typed_is_for_them(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "intervisie")
    team.happens(ChoicePressed(choice=Choice(Kind.REOPEN, team.talk.id).data(), press=PressId("x"), message=None))
    team.presses(ANOUK, StaffKind.CLAIM, team.talk.id)
    team.writes(ANOUK, "Fijn dat je terug bent")
    assert [effect.html for effect in team.effects if isinstance(effect, Relay)]
    assert team.card.asked == ""


def test_only_its_writer_decides_and_there_is_a_question(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "intervisie")
    team.taps(BRAM, "stuur")
    stages = [team.card.stage]
    for _ in range(4):
        team.taps(ANOUK, "over")
    team.taps(ANOUK, "stuur")
    stages.append(team.card.stage)
    team.taps(ANOUK, "vraag")
    team.writes(ANOUK, "Wat zouden jullie doen?")
    assert "Wat zouden jullie doen" in team.group[-1]
    team.taps(ANOUK, "stuur")
    assert [*stages, team.card.stage] == [CaseStage.DRAFT, CaseStage.DRAFT, CaseStage.SHARED]


def test_one_part_is_said_anew_and_the_others_stay(library: Library) -> None:
    team = Meeting(library)
    team.tells()
    team.taps(ANOUK, "hielp")
    assert "Er staat nu: Dat iemand luisterde" in team.group[-1]
    team.writes(ANOUK, "Rust")
    assert (team.card.helped, team.card.question) == ("Rust", ANSWERS[3])
    team.commands(ANOUK, "intervisie gevraagd: Iets anders", topic=None)
    assert (team.card.asked, team.card.helped) == ("Iets anders", "Rust")


def test_a_talk_that_goes_on_makes_no_card(library: Library) -> None:
    team = Team(library)
    talk = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, talk.id)
    team.commands(ANOUK, "intervisie")
    assert not team.room.cases
    assert "loopt nog" in team.group[-1]


def test_the_button_and_the_name_do_the_same_where_nobody_can_type(library: Library) -> None:
    team = Meeting(library)
    closed = next(effect for effect in team.said if effect.buttons)
    (button,) = closed.buttons[0]
    team.happens(StaffPressed(staff=BRAM, topic=TOPIC, message=None, choice=button.choice or "", press=PressId("p")))
    assert team.card.by == BRAM.key
    team.commands(ANOUK, f"intervisie {team.talk.alias.lower()}", topic=None)
    assert "Bram maakt al een kaart" in team.group[-1]


def test_answers_that_were_sent_are_what_was_tried(library: Library) -> None:
    team = Team(library)
    talk = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, talk.id)
    choice = staff_choice(StaffKind.SEND_ENTRY, talk.id, "tlv_aanvragen")
    team.happens(StaffPressed(staff=ANOUK, topic=TOPIC, message=None, choice=choice, press=PressId("p")))
    team.presses(ANOUK, StaffKind.CLOSE, talk.id)
    team.commands(ANOUK, "intervisie")
    (card,) = team.room.cases.values()
    assert "Hoe vraag je een TLV aan?" in card.tried


def test_a_round_has_five_steps_and_then_it_is_discussed(library: Library) -> None:
    team = Meeting(library)
    team.shares()
    team.happens(MessageSettled(handoff=HandoffId(team.card.id), what="card", result=88))
    for step in range(1, 6):
        team.taps(BRAM, f"ronde{step}")
        (told,) = team.said
        assert told.place.topic == MEETING
        assert f"stap {step} van 5" in told.text
    assert len(told.buttons) == 1
    team.taps(BRAM, "ronde6")
    assert not team.said
    team.commands(BRAM, "intervisie lijst", topic=None)
    assert "Hoe zouden jullie dit doen" in team.group[-1]
    team.taps(BRAM, "klaar")
    assert any(isinstance(effect, EditStaff) and effect.message == 88 for effect in team.effects)
    team.commands(BRAM, "intervisie lijst", topic=None)
    assert "Er ligt geen casus" in team.group[-1]


def test_the_first_monday_of_a_month_lists_what_is_left(library: Library) -> None:
    team = Meeting(library)
    team.shares()
    for day, expected in ((30, False), (37, True)):
        team.now = datetime(2026, 11, 1, 9, tzinfo=UTC) + timedelta(days=day - 1)
        before = len(team.group)
        team.happens(WaitExpired(alarm=Alarm(AlarmKind.REPORT)), "")
        assert any("Intervisie deze maand" in text for text in team.group[before:]) is expected


def test_a_card_in_which_somebody_is_known_goes_everywhere(library: Library) -> None:
    team = Meeting(library)
    team.shares()
    team.happens(MessageSettled(handoff=HandoffId(team.card.id), what="card", result=88))
    team.commands(BRAM, "intervisie weg 1", topic=None)
    (edited,) = [effect for effect in team.effects if isinstance(effect, EditStaff)]
    assert edited.message == 88
    assert ANSWERS[0] not in edited.text
    assert ANSWERS[0] not in team.kept["case", team.card.id].content
    team.commands(BRAM, "intervisie 1", topic=None)
    assert "ken ik niet" in team.group[-1]


def test_somebody_sees_that_a_draft_is_about_them(library: Library) -> None:
    team = Meeting(library)
    team.tells()
    team.happens(CommandReceived(name="inzage", argument="", message=MessageId(9)))
    (file,) = [effect for effect in team.effects if isinstance(effect, SendFile)]
    assert "een kaart waarop een medewerker schrijft" in text_of(file)
    team.taps(ANOUK, "stuur")
    team.happens(CommandReceived(name="inzage", argument="", message=MessageId(9)))
    (file,) = [effect for effect in team.effects if isinstance(effect, SendFile)]
    assert "een kaart waarop" not in text_of(file)


def test_a_place_is_a_topic_of_the_team_itself(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "hier overleg")
    assert "alleen in een onderwerp van het team" in team.group[-1]
    team.commands(ANOUK, "hier overleg", topic=None)
    assert "alleen in een onderwerp van het team" in team.group[-1]
    assert dict(team.room.group.places) == {"intervisie": MEETING}
    team.commands(ANOUK, "hier Intervisie", topic=MEETING)
    assert team.room.group.places == ()
