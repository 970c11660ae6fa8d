"""Small talk is met kindly and never misread."""

import pytest

from bot.dialogue.stages.manners import read_manners
from tests.dialogue.talking import heard, somebody

KINDS = {
    "thanks": "👍|🙏|❤️|dankjewel|ai tnx|tnx bro|thx|bedankt voor de hulp|hier heb ik echt wat aan|top bedankt|merci|je bent lief",
    "hello": "ewa|ewa bro|yo|hoi hoi|faka|hallo hoe gaat het|salam|👋",
    "may_ask": "mag ik iets vragen|kan ik je iets vragen|ik heb een vraag|even een vraagje|mag ik wat kwijt",
    "goodbye": "tot morgen|doei|ik ga slapen|fijn weekend|tot de volgende keer|houdoe|ok doei",
    "insult": "je bent echt dom|jij bent dom|wat een stomme bot|kutbot|rot op|je snapt er niks van|hier heb ik niks aan|🖕|stomme bot",
    "stop": "stop|stoppen|stop maar|ik wil stoppen|kap ermee",
    "back": "terug|ga terug|naar het menu|opnieuw|begin opnieuw",
    "sorry": "sorry|oeps|sorry hoor",
    "laugh": "haha|hahaha|lol|😂|:)",
    "sad": "😢|😭|:(",
}


@pytest.mark.parametrize(("text", "kind"), [(text, kind) for kind, row in KINDS.items() for text in row.split("|")])
def test_small_talk(text: str, kind: str) -> None:
    read = read_manners(text)
    assert read is not None
    assert read[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "mijn juf is dom",
        "hoe vraag ik een tlv aan",
        "ik word gepest",
        "de school is stom tegen mij",
        "stop met pesten, hoe doe je dat",
        "mag mijn kind thuis blijven",
        "ik ben dom",
        "0612345678",
        "😂😭",
    ],
)
def test_what_is_more_than_small_talk(text: str) -> None:
    assert read_manners(text) is None


def test_an_insult_is_not_thanked() -> None:
    said = heard(somebody(), "je bent echt dom")
    assert "Sorry" in said
    assert "Dank" not in said


def test_thanks_in_english_are_answered_in_english() -> None:
    person = somebody()
    person.says("/start en")
    assert "welcome" in heard(person, "thanks, super helpful")


@pytest.mark.parametrize("text", ["stop", "stop maar"])
def test_stop_stops_outside_a_flow_too(text: str) -> None:
    assert "ik stop" in heard(somebody(), "wat betekent opp?", text)


def test_back_leads_to_the_menu() -> None:
    person = somebody()
    heard(person, "wat betekent opp?", "terug")
    assert "Extra hulp op school" in [button.label for button in person.buttons]
