"""Yes, no and doubt in every shade, and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies.leaning import Leaning, is_question, read_leaning

YES = """ja|ja hoor|ja hoor doe maar|ja graag|jaaaa|tuurlijk|natuurlijk|natuulijk|jawel|zeker|zeker weten|ok|oké|oke prima|is goed|
dat is goed|doe maar|ja doe maar graag|ja alsjeblieft|stuur maar door|ja geef maar door|dat mag|mag hoor|graag|heel graag|jep|yep|ja man|ja joh|
vooruit maar|toe maar|ga je gang|ik denk het wel|vast wel|nou graag|oh ja hoor|hoi ja graag|ja bedankt|ja dank je wel|toch maar doen|👍|✅|👌|ja 👍|
yes|yes please|sure|of course|i think so|go ahead|that's right|evet|tabii ki|نعم|أيوه|tak|jasne|так|авжеж|ja natürlich|klar|oui|d'accord|sí|claro"""
NO = """nee|nee joh|nee hoor|neeee|neuh|neh|hoeft niet|hoeft niet hoor|dat hoeft niet|zeker niet|klopt niet|dat klopt niet|nee prima|nee goed zo|
liever niet|nee liever niet|toch maar niet|nee toch niet|doe maar niet|nee, doe maar niet|laat maar|laat maar zitten|niet echt|nog niet|niet nodig|
nee dank je|nee bedankt|absoluut niet|natuurlijk niet|echt niet|ik denk het niet|nooit|nog nooit|gelukkig niet|nope|nah|👎|❌|nee 👎|
no|no thanks|not really|of course not|i don't think so|i'd rather not|never mind|hayır|yok|لا|nie|ні|nein|lieber nicht|non|no gracias|
dat hebben ze niet gedaan|nee ze weten het niet|school heeft niks gedaan"""
DOUBT = """misschien|mss|weet ik niet|weet niet|ik weet het niet|dat weet ik niet zeker|geen idee|niet zeker|ik twijfel|ja en nee|mwah|hmm|tja|idk|
kan zijn|een beetje|ligt eraan|not sure|i'm not sure|maybe|i don't know|it depends|🤷|belki|bilmiyorum|ربما|nie wiem|не знаю|vielleicht|je ne sais pas|no sé"""
NEITHER = """hoe vraag ik een tlv aan|mijn kind wordt gepest|fijn dat je er bent|wat is een opp|mag mijn kind thuis blijven|0612345678|12 mei|de juf|
goed onderwijs voor mijn zoon|la la land|hallo|42"""


def _each(table: str) -> list[str]:
    return [text.strip() for text in table.replace("\n", "").split("|")]


@pytest.mark.parametrize(
    ("text", "leaning"),
    [(text, leaning) for leaning, table in ((Leaning.YES, YES), (Leaning.NO, NO), (Leaning.DOUBT, DOUBT)) for text in _each(table)],
)  # fmt: skip
def test_every_shade(text: str, leaning: Leaning) -> None:
    reply = read_leaning(text)
    assert reply is not None
    assert reply.leaning is leaning


@pytest.mark.parametrize("text", _each(NEITHER))
def test_what_leans_to_nothing(text: str) -> None:
    assert read_leaning(text) is None


@pytest.mark.parametrize(
    ("text", "outright"),
    [
        ("ja graag", True),
        ("ja maar niet mijn vraag", False),
        ("ja, alleen mijn naam niet", False),
        ("nee hoor", True),
        ("yes but not my words", False),
        ("ja hoe vraag ik dan een tlv aan bij school", False),
        ("ze doen er niks aan", False),
        ("soms", False),
    ],
)
def test_only_what_is_said_outright_is_a_consent(text: str, outright: bool) -> None:
    reply = read_leaning(text)
    assert reply is not None
    assert reply.outright is outright


def test_what_follows_is_kept() -> None:
    reply = read_leaning("Nee, hoe vraag ik een TLV aan?")
    assert reply is not None
    assert reply.rest == "hoe vraag ik een tlv aan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wat is dat", True),
        ("hoe lang duurt dat", True),
        ("ja?", True),
        ("en wie betaalt dat", True),
        ("hij is ziek", False),
    ],
)
def test_questions(text: str, expected: bool) -> None:
    assert is_question(text) is expected


@given(st.text(max_size=80))
def test_nothing_breaks_the_reader(text: str) -> None:
    reply = read_leaning(text)
    assert reply is None or reply.leaning in Leaning
