"""Intervision, rule by rule: what each word of the command does, which card is meant, and when nothing happens."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind, staff_choice
from bot.dialogue.library import Library
from bot.domain.alarms import Alarm, AlarmKind
from bot.domain.effects import AnswerPress, ChangeTopic, SendStaff
from bot.domain.ids import HandoffId, MessageId, PressId
from bot.domain.inbound import MessageSettled, StaffPressed, WaitExpired
from bot.handoff.case import CaseCard, CaseStage
from bot.service.staffroom import Rooms
from bot.testing.team import ANOUK, BRAM, TOPIC
from tests.acceptance.content import write_content
from tests.dialogue.test_intervision import ANSWERS, MEETING, Meeting

HOW, NONE, UNKNOWN = "Een kaart maken: typ /intervisie", "Er ligt geen casus", "ken ik niet"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


def toasts(team: Meeting) -> list[str]:
    return [effect.text for effect in team.effects if isinstance(effect, AnswerPress) and effect.text]


def cards(team: Meeting) -> list[CaseCard]:
    return sorted(team.room.cases.values(), key=lambda card: card.at)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("vraag", HOW), ("vraag:", HOW), ("weg", HOW), ("weg x", HOW), ("zomaar iets", HOW), ("vraag: wat nu", HOW),
        ("lijst", NONE), ("LIJST", NONE), ("", NONE), ("3", f"Casus 3 {UNKNOWN}"), ("weg 3", f"Casus 3 {UNKNOWN}"),
    ],
)  # fmt: skip
def test_each_word_outside_a_talk(library: Library, words: str, told: str) -> None:
    team = Meeting(library)
    team.commands(ANOUK, f"intervisie {words}".strip(), topic=None)
    assert told in team.group[-1]
    assert not team.room.cases


@pytest.mark.parametrize(("words", "told"), [("lijst", NONE), ("zomaar", HOW), ("3", UNKNOWN)])
def test_a_word_in_a_talk_begins_no_card(library: Library, words: str, told: str) -> None:
    team = Meeting(library)
    team.commands(ANOUK, f"intervisie {words}")
    assert told in team.group[-1]
    assert not team.room.cases


@pytest.mark.parametrize("word", ["gevraagd", "geprobeerd", "hielp", "vraag"])
def test_each_part_by_its_word(library: Library, word: str) -> None:
    team = Meeting(library)
    team.tells()
    team.commands(ANOUK, f"intervisie {word.upper()}: Iets nieuws", topic=None)
    parts = {"gevraagd": team.card.asked, "geprobeerd": team.card.tried, "hielp": team.card.helped,
             "vraag": team.card.question}  # fmt: skip
    assert parts.pop(word) == "Iets nieuws"
    assert "Iets nieuws" not in parts.values()


def test_who_has_two_drafts_means_the_one_of_this_talk_and_else_the_last(library: Library) -> None:
    team = Meeting(library)
    team.tells()
    second = team.asks("q")
    team.presses(ANOUK, StaffKind.CLAIM, second.id)
    team.presses(ANOUK, StaffKind.CLOSE, second.id)
    team.now += timedelta(minutes=1)
    team.commands(ANOUK, "intervisie", topic=TOPIC + 1)
    first_card, second_card = cards(team)
    assert (first_card.talk, second_card.talk) == (team.talk.id, second.id)
    team.commands(ANOUK, "intervisie vraag: Eerste")
    team.commands(ANOUK, "intervisie vraag: Tweede", topic=None)
    assert [card.question for card in cards(team)] == ["Eerste", "Tweede"]
    # A colleague without a draft of their own says nothing in it.
    team.commands(BRAM, "intervisie vraag: Derde")
    assert HOW in team.group[-1]
    assert [card.question for card in cards(team)] == ["Eerste", "Tweede"]


@pytest.mark.parametrize(("length", "kept"), [(600, 600), (601, 600)])
def test_six_hundred_signs_of_a_part_are_kept(library: Library, length: int, kept: int) -> None:
    team = Meeting(library)
    team.tells("ab" * 400)
    assert len(team.card.asked) == 600
    team.commands(ANOUK, "intervisie gevraagd: " + ("ab" * 400)[:length])
    assert len(team.card.asked) == kept


def test_what_is_hidden_is_told_and_what_is_not_is_not(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "intervisie")
    team.writes(ANOUK, "Zij belde 06-12345678")
    assert any("verborgen" in text.text for text in team.said)
    team.writes(ANOUK, "Samen gelezen")
    assert not any("verborgen" in text.text for text in team.said)


def test_the_questions_are_numbered_and_asked_in_order(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "intervisie")
    asked = [team.group[-1]]
    for words in ANSWERS:
        team.writes(ANOUK, words)
        asked.append(team.group[-1])
    assert [text[2:9] for text in asked[:4]] == ["1 van 4", "2 van 4", "3 van 4", "4 van 4"]
    assert "Zo komt het erbij te staan" in asked[4]
    # Share, each of the four parts anew, and throw away.
    assert [len(row) for row in team.said[-1].buttons] == [1] * 6
    # What is typed now is nobody's part.
    team.writes(ANOUK, "nog iets")
    assert team.card.question == ANSWERS[3]


@pytest.mark.parametrize("what", ["ronde1", "klaar", "onzin", ""])
def test_a_draft_knows_only_its_own_buttons(library: Library, what: str) -> None:
    team = Meeting(library)
    team.tells()
    team.taps(ANOUK, what)
    assert team.card.stage is CaseStage.DRAFT
    assert len(toasts(team)) == 1


def test_skipping_when_nothing_is_asked_is_an_old_button(library: Library) -> None:
    team = Meeting(library)
    team.tells()
    before = team.card
    team.taps(ANOUK, "over")
    assert team.card == before
    assert toasts(team)


def test_a_draft_that_is_thrown_away_is_gone_and_its_topic_closes(library: Library) -> None:
    team = Meeting(library)
    team.tells()
    card = team.card
    team.taps(BRAM, "weg")
    assert toasts(team) == ["Anouk maakt al een kaart van dit gesprek."]
    assert team.card.stage is CaseStage.DRAFT
    team.taps(ANOUK, "weg")
    assert team.card == CaseCard(id=card.id, at=card.at, stage=CaseStage.GONE)
    changed = [effect for effect in team.effects if isinstance(effect, ChangeTopic)]
    assert changed == [ChangeTopic(topic=TOPIC, closed=True)]
    team.taps(ANOUK, "weg")
    assert len(toasts(team)) == 1
    assert not team.said
    # And a new one can be begun.
    team.commands(ANOUK, "intervisie")
    assert len(team.room.cases) == 2


def test_cards_are_numbered_on_and_listed_in_that_order(library: Library) -> None:
    team = Meeting(library)
    rooms = Rooms(team.kept.values(), {})
    room = rooms.room
    for number in (3, 1, 2):
        card = CaseCard(id=f"c{number}", at=team.now, question=f"Vraag {number}?", number=number, to_ask=())
        room = room.keep(replace(card, stage=CaseStage.SHARED))
    for row in rooms.changes(room, team.library.profile):
        team.kept[row.kind, row.key] = row
    team.commands(BRAM, "intervisie lijst", topic=None)
    lines = [line for line in team.group[-1].splitlines() if line.startswith("- ")]
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["1?", "2?", "3?"]
    team.tells()
    draft = next(card for card in team.room.cases.values() if card.stage is CaseStage.DRAFT)
    choice = staff_choice(StaffKind.CASE, draft.id, "stuur")
    team.happens(StaffPressed(staff=ANOUK, topic=TOPIC, message=None, choice=choice, press=PressId("p")))
    assert team.room.cases[draft.id].number == 4


@pytest.mark.parametrize(
    ("what", "offered"),
    [
        ("ronde1", ["ronde2", "klaar"]), ("ronde4", ["ronde5", "klaar"]), ("ronde5", ["klaar"]),
        ("ronde0", None), ("ronde6", None), ("ronde", None), ("rondex", None),
    ],
)  # fmt: skip
def test_a_round_goes_from_one_to_five(library: Library, what: str, offered: list[str] | None) -> None:
    team = Meeting(library)
    team.shares()
    team.taps(BRAM, what)
    if offered is None:
        assert not team.said
        assert len(toasts(team)) == 1
        return
    (told,) = team.said
    choices = [button.choice or "" for row in told.buttons for button in row]
    assert [choice.rsplit(":", 1)[1] for choice in choices] == offered


def test_a_card_that_was_discussed_can_be_seen_and_taken_away(library: Library) -> None:
    team = Meeting(library)
    team.shares()
    team.taps(BRAM, "klaar")
    stages = [team.card.stage]
    # Nobody knows yet where it stands, so nothing is changed there.
    assert [type(effect) for effect in team.effects if isinstance(effect, SendStaff)] == [SendStaff]
    team.commands(BRAM, "intervisie 1", topic=None)
    assert ANSWERS[3] in team.group[-1]
    team.commands(BRAM, "intervisie weg 1", topic=None)
    assert [*stages, team.card.stage] == [CaseStage.DISCUSSED, CaseStage.GONE]
    assert "Casus 1 is weggehaald" in team.group[-1]


@pytest.mark.parametrize(("day", "listed"), [(1, True), (7, True), (8, False), (30, False)])
def test_the_list_comes_in_the_first_week_of_a_month(library: Library, day: int, listed: bool) -> None:
    team = Meeting(library)
    team.shares()
    team.happens(MessageSettled(handoff=HandoffId(team.card.id), what="card", result=MessageId(88)))
    team.now = datetime(2026, 12, day, 9, tzinfo=team.now.tzinfo)
    before = len(team.group)
    team.happens(WaitExpired(alarm=Alarm(AlarmKind.REPORT)), "")
    found = [text for text in team.group[before:] if "Intervisie deze maand" in text]
    assert len(found) == listed


def test_with_nothing_left_there_is_no_list(library: Library) -> None:
    team = Meeting(library)
    team.now = datetime(2026, 12, 7, 9, tzinfo=team.now.tzinfo)
    before = len(team.group)
    team.happens(WaitExpired(alarm=Alarm(AlarmKind.REPORT)), "")
    assert not any("Intervisie deze maand" in text for text in team.group[before:])


def test_without_a_place_of_its_own_it_stands_where_all_is_said(library: Library) -> None:
    team = Meeting(library)
    team.commands(ANOUK, "hier intervisie", topic=MEETING)
    team.shares()
    shared = next(text for text in team.said if "Ingebracht door" in text.text)
    assert shared.place.topic is None
    assert any("Staat in Algemeen" in text.text for text in team.said)
