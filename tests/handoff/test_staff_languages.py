"""Who of the team speaks the language of a talk: said with ``/talen``, shown on the card."""

from dataclasses import replace

import pytest

from bot.app.library import load_library
from bot.dialogue.cards import card
from bot.dialogue.library import Library, OtherLanguage
from bot.domain.conversation import Conversation
from bot.domain.ids import Language, VisitorKey
from bot.testing.team import ANOUK, BRAM, Team
from tests.acceptance.content import write_content


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    small = load_library(write_content(tmp_path_factory.mktemp("content") / "content"))
    somali = OtherLanguage(id=Language("so"), names=("Soomaali", "somalisch"), text="112")
    return replace(small, other_languages={somali.id: somali})


def shown(team: Team, language: str) -> str:
    """The card of a talk with somebody who reads this language."""
    team.states["p"] = Conversation(visitor=VisitorKey("p"), language=Language(language)).to_json()
    handoff = team.asks()
    text, _ = card(team.library, team.room, handoff, team.now)
    return text


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("nl en", ("nl", "en")),
        ("turks en pools", ("tr", "pl")),
        ("Turks, Engels", ("tr", "en")),
        ("ik spreek Oekraïens en somalisch", ("uk", "so")),
        ("TR ar", ("tr", "ar")),
        ("Türkçe türkçe", ("tr",)),
    ],
)
def test_languages_are_given_by_name_or_code(library: Library, written: str, spoken: tuple[str, ...]) -> None:
    team = Team(library)
    team.commands(ANOUK, f"talen {written}", topic=None)
    assert team.room.staff[ANOUK.key].languages == spoken


def test_what_is_no_language_is_said_and_changes_nothing(library: Library) -> None:
    team = Team(library)
    team.commands(ANOUK, "taal turks", topic=None)
    team.commands(ANOUK, "taal klingon", topic=None)
    assert "klingon" in team.group[-1]
    assert team.room.staff[ANOUK.key].languages == ("tr",)
    team.commands(ANOUK, "taal geen", topic=None)
    assert team.room.staff[ANOUK.key].languages == ()


def test_alone_it_shows_who_speaks_what(library: Library) -> None:
    team = Team(library)
    team.commands(ANOUK, "talen turks somalisch", topic=None)
    team.commands(BRAM, "talen", topic=None)
    assert "- Anouk: Turks, Somalisch" in team.group[-1]
    assert "- Bram: -" in team.group[-1]


def test_the_card_names_the_language_in_dutch_and_who_speaks_it(library: Library) -> None:
    team = Team(library)
    team.commands(ANOUK, "talen turks", topic=None)
    team.commands(BRAM, "talen pools", topic=None)
    text = shown(team, "tr")
    assert "· Turks" in text
    assert "Spreekt deze taal: Anouk" in text
    assert "Bram" not in text


def test_the_card_says_so_when_nobody_does(library: Library) -> None:
    team = Team(library)
    team.commands(BRAM, "talen pools", topic=None)
    text = shown(team, "ar")
    assert "· Arabisch" in text
    assert "Niemand van het team" in text


def test_a_talk_in_dutch_needs_no_such_line(library: Library) -> None:
    text = shown(Team(library), "nl")
    assert "· Nederlands" in text
    assert "🗣" not in text
