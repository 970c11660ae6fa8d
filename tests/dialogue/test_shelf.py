"""Labels, reminders, searching, standing sentences and lifting a block."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import StaffKind
from bot.dialogue.later import moment_of
from bot.dialogue.library import Library
from bot.domain.conversation import Conversation
from bot.domain.effects import Relay
from bot.domain.ids import MessageId, VisitorKey
from bot.domain.inbound import CommandReceived
from bot.testing.team import ANOUK, TOPIC, Team
from tests.acceptance.content import write_content

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("30", NOW + timedelta(minutes=30)),
        ("30 min", NOW + timedelta(minutes=30)),
        ("2 uur", NOW + timedelta(hours=2)),
        ("2u", NOW + timedelta(hours=2)),
        ("3 dagen", NOW + timedelta(days=3)),
        ("morgen", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("Morgen om 14.30 uur", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("morgen 25.00", None),
        ("0", None),
        ("straks", None),
        ("", None),
        ("-5", None),
    ],
)
def test_moments(written: str, due: datetime | None) -> None:
    assert moment_of(written, NOW) == due


def test_a_reminder_comes_back_to_whose_talk_it_is(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.writes(ANOUK, "ik zoek het uit")
    team.commands(ANOUK, "straks 45")
    before = len(team.group)
    team.later(minutes=44)
    assert not any("terugkomen op" in text for text in team.group[before:])
    team.later(minutes=2)
    assert any("terugkomen op" in text and "[Anouk](staff:sealed-a)" in text for text in team.group[before:])


def test_labels_go_on_and_off_and_find_a_talk(library: Library) -> None:
    team = Team(library)
    first, second = team.asks("p"), team.asks("q")
    team.commands(ANOUK, "label Wachtlijst")
    assert team.room.handoffs[first.id].labels == ("Wachtlijst",)
    team.commands(ANOUK, "zoek wachtl", topic=None)
    assert first.alias in team.group[-1]
    assert second.alias not in team.group[-1]
    team.commands(ANOUK, "label wachtlijst")
    assert team.room.handoffs[first.id].labels == ()
    team.commands(ANOUK, "zoek wachtl", topic=None)
    assert "Niets gevonden" in team.group[-1]


def test_a_standing_sentence_is_filled_in_and_thrown_away(library: Library) -> None:
    team = Team(library)
    handoff = team.asks()
    team.presses(ANOUK, StaffKind.CLAIM, handoff.id)
    team.commands(ANOUK, "zin dag = Dag {alias}, we zijn er weer {openingstijd}.")
    team.commands(ANOUK, "zin dag")
    (relay,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert f"Dag {handoff.alias}, we zijn er weer" in relay.html
    assert "{" not in relay.html
    team.commands(ANOUK, "zin dag =")
    team.commands(ANOUK, "zin dag")
    assert not any(isinstance(effect, Relay) for effect in team.effects)


def test_a_block_can_be_lifted(library: Library) -> None:
    team = Team(library)
    team.asks()
    team.commands(ANOUK, "blokkeer scheldt")
    team.commands(ANOUK, "deblokkeer")
    team.happens(CommandReceived(name="mens", argument="", message=MessageId(9)))
    assert "Dit ziet de medewerker" in team.last()
    team.commands(ANOUK, "deblokkeer")
    assert "niet geblokkeerd" in team.group[-1]


def test_a_new_talk_rings_at_who_is_there_and_once(library: Library) -> None:
    team = Team(library)
    team.commands(ANOUK, "dienst aan", topic=None)
    team.asks()
    rung = [text for text in team.group if "Nieuw gesprek" in text]
    assert len(rung) == 1
    assert "[Anouk](staff:sealed-a)" in rung[0]


def test_an_own_sentence_in_two_languages_goes_in_the_one_of_the_person(library: Library) -> None:
    team = Team(library)
    english = library.texts.languages[1]
    team.states["q"] = Conversation(visitor=VisitorKey("q"), language=english).to_json()
    dutch, other = team.asks("p"), team.asks("q")
    for talk in (dutch, other):
        team.presses(ANOUK, StaffKind.CLAIM, talk.id)
    team.commands(ANOUK, "zin hallo = Fijn dat je er bent")
    team.commands(ANOUK, "zin hallo en = Good that you are here")
    sent = {}
    for topic in (TOPIC, TOPIC + 1):
        team.commands(ANOUK, "zin hallo", topic=topic)
        (relay,) = [effect for effect in team.effects if isinstance(effect, Relay)]
        sent[topic] = relay.html
    assert "Good" not in sent[TOPIC]
    assert sent[TOPIC + 1].index("Good that") < sent[TOPIC + 1].index("Fijn dat")
    team.commands(ANOUK, "zin hallo en =")
    team.commands(ANOUK, "zin hallo", topic=TOPIC + 1)
    (relay,) = [effect for effect in team.effects if isinstance(effect, Relay)]
    assert relay.html.count("Fijn dat je er bent") == 1
    assert "Good" not in relay.html
