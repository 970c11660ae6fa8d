"""Whether a question needs what was said before: one that names its subject does not."""

import pytest

from bot.dialogue.follow_ups import leans_on_nothing


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
