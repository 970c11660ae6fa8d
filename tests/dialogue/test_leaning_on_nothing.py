"""Whether a question needs what was said before: one that names its subject does not."""

from datetime import UTC, datetime

import pytest

from bot.app.library import load_library
from bot.dialogue.follow_ups import leans_on_nothing
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.testing.person import OnePerson
from tests.acceptance.content import write_content


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("hoe lang duurt dat", True),
        ("Wie betaalt dat?", True),
        ("moet ik dat tekenen", True),
        ("geldt dat ook voor mbo", True),
        ("en bij mbo?", True),
        ("hoe zit het met vervoer naar het zwembad", False),
        ("en hoe zit dat met de fietsenstalling van school?", False),
        ("hoe is dat op het mbo", False),
        ("wat kost een laptop voor school", False),
        ("hoe lang mag de pauze duren", False),
        ("", False),
    ],
)
def test_a_question_that_names_its_subject_leans_on_nothing_before_it(text: str, leans: bool) -> None:
    assert leans_on_nothing(text) is leans


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


def test_another_subject_that_is_surely_known_is_answered_by_itself(library: Library) -> None:
    person = OnePerson(
        library=library, now=datetime(2026, 11, 30, 10, tzinfo=UTC), audience=Audience.PARENT, language="nl"
    )
    person.says("mijn zoon zit al weken thuis")
    person.says("hoe zit het met een tlv aanvragen")
    assert "De school vraagt de **TLV** aan" in "\n".join(person.said)
    person.says("hoe zit het met het mbo")
    assert "De school vraagt de **TLV** aan" not in "\n".join(person.said)
