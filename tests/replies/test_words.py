"""Each word that means a number, a place or a leaning, and how far a reply may go on and still be one."""

from datetime import date, timedelta

import pytest

from bot.replies.days import Direction, read_day
from bot.replies.figures import Amount, Unit, looks_like_number_of_somebody, read_amounts
from bot.replies.leaning import Leaning, Reply, is_question, read_leaning
from bot.replies.picking import Pickable, pick

TODAY = date(2026, 11, 27)
YES, NO, DOUBT = Leaning
TEN = tuple(Pickable(id=f"p{at}", forms=(f"{letter * 9}",)) for at, letter in enumerate("abcdefghij"))

PLACES = {
    0: "eerste 1e 1ste first 1st bovenste eerst birinci premier erste top",
    1: "tweede 2e 2de second 2nd",
    2: "derde 3e 3de third 3rd",
    3: "vierde 4e fourth",
    4: "vijfde 5e fifth",
    5: "zesde sixth middelste middle",
    6: "zevende",
    7: "achtste",
    9: "laatste last onderste bottom",
}
NUMBERS = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]


@pytest.mark.parametrize(
    ("place", "word"), [(place, word) for place, words in PLACES.items() for word in words.split()]
)
def test_each_word_for_a_place(place: int, word: str) -> None:
    assert pick(word, TEN).ids == (f"p{place}",)
    assert pick(f"de {word} graag", TEN).ids == (f"p{place}",)


@pytest.mark.parametrize(("size", "middle"), [(1, 0), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_the_middle_of_a_list(size: int, middle: int) -> None:
    assert pick("de middelste", TEN[:size]).ids == (f"p{middle}",)


def test_each_number_in_words() -> None:
    for number, word in enumerate(NUMBERS):
        assert read_amounts(f"{word} dagen") == (Amount(number, Unit.DAYS),)
    for number, word in enumerate(ENGLISH):
        assert read_amounts(f"{word} days") == (Amount(number, Unit.DAYS),)
    for ten, word in enumerate(TENS, 2):
        assert read_amounts(f"{word} dagen") == (Amount(10 * ten, Unit.DAYS),)
        for one, small in enumerate(NUMBERS[1:10], 1):
            for joint in ("en", "ën") if small.endswith("e") else ("en",):
                assert read_amounts(f"{small}{joint}{word} dagen") == (Amount(10 * ten + one, Unit.DAYS),)
    assert read_amounts("honderd dagen") == (Amount(100, Unit.DAYS),)
    for elsewhere in ("iki", "trzy", "vier", "cinq", "alti", "siete", "acht", "neuf"):
        (amount,) = read_amounts(f"{elsewhere} dagen")
        assert (
            amount.number
            == {"iki": 2, "trzy": 3, "vier": 4, "cinq": 5, "alti": 6, "siete": 7, "acht": 8, "neuf": 9}[elsewhere]
        )


@pytest.mark.parametrize(
    ("word", "number"),
    [("anderhalf", 1.5), ("anderhalve", 1.5), ("half", 0.5), ("halve", 0.5), ("tweeënhalf", 2.5), ("tweeenhalve", 2.5)],
)
def test_each_fraction(word: str, number: float) -> None:
    assert read_amounts(f"{word} week") == (Amount(number, Unit.WEEKS),)


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("paar", 3), ("few", 3), ("couple", 2), ("een", 1), ("a", 1), ("an", 1), ("twee", 2), ("10", 10),
    ],
)  # fmt: skip
def test_each_word_for_so_many_days_ago(word: str, days: int) -> None:
    read = read_day(f"{word} dagen geleden", TODAY, Direction.PAST)
    assert read is not None
    assert read.day == TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("word", "months"), [("half", 6), ("halve", 6), ("anderhalf", 18), ("anderhalve", 18), ("2", 24)]
)
def test_each_part_of_a_year_ago(word: str, months: int) -> None:
    read = read_day(f"{word} jaar geleden", TODAY, Direction.PAST)
    assert read is not None
    assert (read.day.year * 12 + read.day.month, read.day.day) == (2026 * 12 + 11 - months, 27)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("eerste", 1), ("first", 1), ("tweede", 2), ("second", 2), ("derde", 3), ("third", 3), ("vijfde", 5), ("fifth", 5),
        ("vierde", 4), ("zesde", 6), ("tiende", 10), ("twintigste", 20), ("eenendertigste", 31), ("dertigste", 30),
    ],
)  # fmt: skip
def test_each_day_of_a_month_in_words(word: str, number: int) -> None:
    read = read_day(f"{word} december", TODAY, Direction.FUTURE)
    assert read is not None
    assert read.day == date(2026, 12, number)


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("januari jan january ocak stycznia", 1), ("februari feb march", 0), ("maart mrt march mart marca", 3),
        ("april apr nisan kwietnia", 4), ("mei may mayis maja", 5), ("juni jun june haziran czerwca", 6),
        ("juli jul july temmuz lipca", 7), ("augustus aug august agustos sierpnia", 8),
        ("september sep sept eylul wrzesnia", 9), ("oktober okt october oct ekim pazdziernika", 10),
        ("november nov kasim listopada", 11), ("december dec aralik grudnia", 12),
    ],
)  # fmt: skip
def test_each_month(names: str, month: int) -> None:
    for at, name in enumerate(names.split()):
        read = read_day(f"3 {name} 2027", TODAY)
        assert read is not None
        assert read.day == date(2027, month or (2, 2, 3)[at], 3)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        # A word that leans only when it is all there is
        ("geen", Reply(leaning=NO)), ("geen plek", Reply(leaning=NO, sure=False)),
        ("wel", Reply(leaning=YES)), ("wel fijn zeg", Reply(leaning=YES, sure=False)),
        # Who says both
        ("ja niet dus", Reply(leaning=DOUBT, sure=False, rest="dus")), ("nee ja", Reply(leaning=NO)),
        ("misschien ja", Reply(leaning=YES, sure=False)), ("misschien nee", Reply(leaning=DOUBT, sure=False)),
        ("ja misschien", Reply(leaning=DOUBT, sure=False)), ("nee misschien", Reply(leaning=NO)),
        ("nee prima", Reply(leaning=NO)), ("nee graag", Reply(leaning=NO)),
        # A turn, and what follows
        ("ja maar", Reply(leaning=YES, but=True, rest="maar")),
        ("ja maar niet nu", Reply(leaning=YES, but=True, rest="maar niet nu")),
        ("ja aap noot", Reply(leaning=YES, rest="aap noot")),
        # Words before it, and nothing but those
        ("nou ja", Reply(leaning=YES)), ("nou", None), ("hoor", None),
        # A slip in a long word, none in a short one
        ("natuurlik", Reply(leaning=YES)), ("miscien", Reply(leaning=DOUBT)), ("zeekr", None), ("zeeker", None),
        # A sentence of nine words that ends in what it means
        ("een twee drie vier vijf zes zeven acht niet", Reply(leaning=NO, sure=False)),
        ("een twee drie vier vijf zes zeven acht negen niet", None),
        ("school weet het inderdaad", Reply(leaning=YES, sure=False)),
        ("school weet het niet", Reply(leaning=NO, sure=False)),
        ("hoe niet", None), ("dat weet ik niet zeker", Reply(leaning=DOUBT)),
        # Signs
        ("👍👍", Reply(leaning=YES)), ("👍 🙂", Reply(leaning=YES)), ("👍👎", None), ("🤷", Reply(leaning=DOUBT)),
        ("", None), ("🐌", None),
    ],
)  # fmt: skip
def test_how_a_reply_leans(text: str, reply: Reply | None) -> None:
    assert read_leaning(text) == reply


@pytest.mark.parametrize(
    ("text", "outright"),
    [
        ("ja aap noot mies wim", True),
        ("ja aap noot mies wim zus", False),
        ("ja maar", False),
        ("dat mag wel niet", False),
    ],
)
def test_up_to_four_words_change_nothing(text: str, outright: bool) -> None:
    reply = read_leaning(text)
    assert reply is not None
    assert reply.outright is outright


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("wat is", False), ("wat is dat", True), ("en wie", False), ("en wie dan", True), ("de wat is", False),
        ("wie weet?", True), ("wat", False), ("", False), ("?", True), ("en toen niet", False),
    ],
)  # fmt: skip
def test_what_is_a_question(text: str, asks: bool) -> None:
    assert is_question(text) is asks


@pytest.mark.parametrize(
    ("text", "somebodys"),
    [
        ("123456", False), ("1234567", True), ("12 34 56 7", True), ("1-2-2026", False), ("12.05.2026", False),
        ("2026 5 12", False), ("12-05-20261", True), ("bel 06 1234567 maar", True), ("3 en 4 en 5 en 6 en 7 en 8 en 9", False),
    ],
)  # fmt: skip
def test_from_seven_digits_on_it_is_somebodys_number(text: str, somebodys: bool) -> None:
    assert looks_like_number_of_somebody(text) is somebodys
