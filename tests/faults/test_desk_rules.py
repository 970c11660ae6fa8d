"""Rules of the desk and of masking, through the dialogue (F2 F15 F20 F21 F24 F25 O13 O14 O17, conversation 12)."""

from dataclasses import replace

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Kind, StaffKind
from bot.dialogue.library import Library
from bot.domain.effects import EditStaff, Relay, RelayReaction, SendStaff
from bot.domain.ids import MessageId, PressId, SealedAddress, StaffKey, TopicId
from bot.domain.inbound import (
    ChoicePressed,
    CommandReceived,
    MediaKind,
    MediaReceived,
    MessageEdited,
    Staffer,
    StaffReacted,
    TextReceived,
    TopicChanged,
)
from bot.handoff.record import Status
from bot.testing.team import ANOUK, BRAM, TOPIC, Team
from bot.text.masking import mask
from tests.acceptance.content import write_content


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"), always_screen=True)


def talking(library: Library) -> Team:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    return team


def lines(team: Team) -> list[str]:
    return [effect.html for effect in team.effects if isinstance(effect, Relay)]


@pytest.mark.parametrize(
    "inbound",
    [
        TextReceived(text="ik wil dood", message=MessageId(9)),
        MessageEdited(text="ik wil dood", message=MessageId(9)),
        MediaReceived(kind=MediaKind.PHOTO, caption="ik wil dood", message=MessageId(9)),
        MediaReceived(kind=MediaKind.DOCUMENT, caption="ik wil dood", message=MessageId(9)),
        CommandReceived(name="hoi", argument="ik wil dood", message=MessageId(9)),
    ],
)
def test_f02_words_of_danger_reach_the_topic_however_they_came(library: Library, inbound: object) -> None:
    team = talking(library)
    team.happens(inbound)  # type: ignore[arg-type]
    assert any("ik wil dood" in line for line in lines(team))
    assert any("113" in text for text in team.told["p"])


def test_f02_the_picture_beside_them_is_asked_about_and_then_goes(library: Library) -> None:
    team = talking(library)
    team.happens(MediaReceived(kind=MediaKind.PHOTO, caption="ik wil dood", message=MessageId(9)))
    team.happens(ChoicePressed(choice=team.offered(Kind.PASS_ON), press=PressId("x"), message=None))
    assert any(isinstance(effect, Relay) and effect.source.message == 9 for effect in team.effects)


def test_f25_an_old_button_shares_nothing_newer(library: Library) -> None:
    team = Team(library)
    team.happens(TextReceived(text="hoe vraag ik een tlv aan", message=MessageId(1)))
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(2)))
    old = team.offered(Kind.SHARE)
    team.happens(TextReceived(text="mijn zoon zit al weken thuis", message=MessageId(3)))
    team.happens(ChoicePressed(choice=old, press=PressId("x"), message=None))
    assert not team.room.handoffs
    assert "Dit ziet de medewerker" in team.last()
    team.happens(ChoicePressed(choice=team.offered(Kind.SHARE), press=PressId("x"), message=None))
    assert team.room.handoffs


def test_o13_only_who_has_the_talk_reacts_to_the_person(library: Library) -> None:
    team = talking(library)
    for staff, passed in ((BRAM, 0), (ANOUK, 1)):
        # In these rules the topic's card stands for any message of the talk.
        handoff = team.handoff
        room = team.room.keep(replace(handoff, card=MessageId(77)))
        team.kept.update({(row.kind, row.key): row for row in _rows(team, room)})
        team.happens(StaffReacted(staff=staff, message=MessageId(77), emoji="👍"))
        assert sum(isinstance(effect, RelayReaction) for effect in team.effects) == passed


def _rows(team: Team, room: object) -> list:  # type: ignore[type-arg]
    from bot.service.staffroom import Rooms

    return list(Rooms(team.kept.values(), {}).changes(room, team.library.profile))  # type: ignore[arg-type]


def test_o14_a_yes_is_about_one_kind(library: Library) -> None:
    team = talking(library)
    team.happens(MediaReceived(kind=MediaKind.PHOTO, caption="", message=MessageId(9)))
    team.happens(ChoicePressed(choice=team.offered(Kind.PASS_ON), press=PressId("x"), message=None))
    team.happens(MediaReceived(kind=MediaKind.PHOTO, caption="", message=MessageId(10)))
    assert any(isinstance(effect, Relay) for effect in team.effects)
    for kind in (MediaKind.VOICE, MediaKind.VIDEO, MediaKind.LOCATION):
        team.happens(MediaReceived(kind=kind, caption="", message=MessageId(11)))
        assert not any(isinstance(effect, Relay) for effect in team.effects), kind


def test_o17_nobody_takes_a_talk_by_giving_it_to_themselves(library: Library) -> None:
    team = talking(library)
    team.commands(BRAM, "overdragen Bram")
    assert team.handoff.claimer == ANOUK.key
    team.commands(BRAM, "overdragen")
    assert team.handoff.status is Status.CLAIMED
    team.commands(ANOUK, "overdragen Bram, jij weet dit")
    assert team.handoff.claimer == BRAM.key


def test_a_mistake_in_a_name_keeps_the_talk(library: Library) -> None:
    team = talking(library)
    team.commands(BRAM, "dienst", topic=None)
    said = len(team.told["p"])
    team.commands(ANOUK, "overdragen Brm, kun jij dit")
    assert (team.handoff.status, team.handoff.claimer) == (Status.CLAIMED, ANOUK.key)
    assert "Ik ken geen collega" in team.group[-1]
    assert len(team.told["p"]) == said


def test_o17_two_of_one_name_can_be_told_apart(library: Library) -> None:
    team = talking(library)
    for letter, surname in (("c", "J"), ("d", "K")):
        other = Staffer(key=StaffKey(letter * 32), name="Bram", address=SealedAddress(letter), surname=surname)
        team.commands(other, "dienst", topic=None)
    team.presses(ANOUK, StaffKind.TRANSFER, team.handoff.id)
    shown = [effect for effect in team.effects if isinstance(effect, SendStaff) and effect.buttons]
    labels = [button.label for row in shown[-1].buttons for button in row]
    assert {"Bram J", "Bram K"} <= set(labels)
    assert len(labels) == len(set(labels))
    team.commands(ANOUK, "overdragen Bram, welke ook")
    assert team.handoff.claimer == ANOUK.key
    team.commands(ANOUK, "overdragen Bram K, jij")
    assert team.handoff.claimer == StaffKey("d" * 32)


def test_f24_who_closed_it_is_named_and_names_are_only_words(library: Library) -> None:
    team = talking(library)
    odd = Staffer(key=StaffKey("e" * 32), name="<b>*Eva*</b>", address=SealedAddress("e"))
    team.happens(TopicChanged(topic=TOPIC, closed=True, staff=odd))
    assert team.handoff.closer == odd.key
    assert any("Eva" in text and "\\*Eva\\*" in text for text in team.group)
    second = team.asks("q")
    team.presses(odd, StaffKind.CLAIM, second.id)
    team.commands(BRAM, "afsluiten", topic=TopicId(second.topic or 0))
    assert "\\<b\\>" in team.group[-1]


def test_alerts_of_one_person_are_one_card_that_rings_a_bounded_number_of_times(library: Library) -> None:
    team = Team(library)
    for number in range(5):
        team.happens(TextReceived(text="ik wil dood", message=MessageId(number + 1)))
    (alert,) = team.room.alerts.values()
    assert alert.times == 5
    assert sum("Signaal van gevaar" in text for text in team.group) == 1
    for _ in range(12):
        team.later(minutes=6)
    rung = [text for text in team.group if "nog niemand gezien" in text]
    assert len(rung) == 3
    assert "laatste keer" in rung[-1]


def test_what_comes_later_is_added_to_the_card(library: Library) -> None:
    team = Team(library)
    team.happens(TextReceived(text="ik wil dood", message=MessageId(1)))
    (alert,) = team.room.alerts.values()
    room = team.room.keep(replace(alert, card=MessageId(55)))
    team.kept.update({(row.kind, row.key): row for row in _rows(team, room)})
    team.happens(TextReceived(text="ik wil dood", message=MessageId(2)))
    (edit,) = [effect for effect in team.effects if isinstance(effect, EditStaff)]
    assert edit.message == 55
    assert "2 keer" in edit.text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("bel +32 475 12 34 56 even", "475"),
        ("mijn oma: +49 151 23456789", "23456789"),
        ("0032475123456", "475123456"),
        ("kijk op t.me/jan_de_b of https://wa.me/31612345678", "jan_de_b"),
        ("https://wa.me/31612345678", "31612345678"),
        ("tg://resolve?domain=jan", "jan"),
        ("instagram.com/sanne.x is van mij", "sanne"),
        ("BE68 5390 0754 7034", "5390"),
        ("DE89370400440532013000", "3704"),
        ("NL91 ABNA 0417 1643 00", "0417"),
        ("06\u200b12\u200b34\u200b56\u200b78", "34"),
    ],
)
def test_f21_more_kinds_of_personal_data_are_hidden(text: str, secret: str) -> None:
    hidden = mask(text)
    assert hidden.found
    assert secret not in hidden.text


@pytest.mark.parametrize(
    "text",
    [
        "groep 8 is 12 jaar en 3 maanden",
        "zie https://www.rijksoverheid.nl/onderwerpen/passend-onderwijs",
        "schooljaar 2026/2027, week 12-14",
        "dat kost 1.200,50 euro",
        "bel 0800-2000 of 113",
    ],
)
def test_f21_what_is_nobodys_stays(text: str) -> None:
    assert mask(text).text == text


def test_f21_a_caption_goes_without_what_says_who_it_is(library: Library) -> None:
    team = talking(library)
    team.happens(MediaReceived(kind=MediaKind.PHOTO, caption="bel 06-12345678", message=MessageId(9)))
    team.happens(ChoicePressed(choice=team.offered(Kind.PASS_ON), press=PressId("x"), message=None))
    (copy,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert copy.caption == ""
    team.happens(MediaReceived(kind=MediaKind.PHOTO, caption="mail a@b.nl", message=MessageId(10)))
    (copy,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert copy.caption == "mail ▒▒▒"


def test_a_silent_colleague_costs_nobody_their_place(library: Library) -> None:
    team = Team(library)
    first = team.asks("p")
    team.presses(ANOUK, StaffKind.CLAIM, first.id)
    team.later(minutes=1)
    second = team.asks("q")
    for _ in range(2):
        team.later(minutes=16)
    assert team.room.handoffs[first.id].status is Status.WAITING
    assert [handoff.id for handoff in team.room.queue()] == [first.id, second.id]
