"""Which fixed reply fits what somebody says after an alarm: by letters, by meaning, and how sure it must be."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from bot.encoder.port import DEPTHS, Vectors
from bot.safety.crisis import CrisisReplies, CrisisReply

LONG_FORM = "abcdefgh ijklmnop qrstuvw"
"""Twenty-five letters and spaces."""


def reply(name: str, *phrasings: str, ends: bool = False) -> CrisisReply:
    return CrisisReply(id=name, phrasings={"nl": phrasings}, text={"nl": name}, ends=ends)


REPLIES = (
    reply("durf", "ik durf niet", "bang", "ik durf niet te bellen"),
    reply("alleen", "ik durf niet te", "ik ben alleen thuis", "zo angstig"),
    reply("veilig", "ik ben veilig", "het gaat weer", "geen gevaar meer", ends=True),
    reply("lang", LONG_FORM),
)


def by_words(text: str) -> str | None:
    found = CrisisReplies(REPLIES).recognise(text)
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik durf niet", "durf"),
        ("Ik DURF niet!!", "durf"),
        ("bang", "durf"),
        ("", None),
        ("   ", None),
        ("...", None),
        # The longest phrasing that stands in it whole.
        ("maar ik durf niet te bellen hoor", "durf"),
        ("maar ik durf niet te praten", "alleen"),
        ("ik durf nietsnutten te zijn", None),
        ("hik durf niet", "durf"),
        # One word in a sentence means little.
        ("ik zit heel bang thuis", None),
        # A typing error; a short message must be a phrasing to the letter.
        ("ik ben alleen thiis", "alleen"),
        ("zo angsti", "alleen"),
        ("zo angst", "alleen"),
        ("zo angs", None),
        ("ik durv", None),
        ("bangg", None),
    ],
)
def test_by_words(text: str, name: str | None) -> None:
    assert by_words(text) == name


@pytest.mark.parametrize(
    ("form", "typed", "found"),
    [
        # Seven letters must be right to the letter, eight may have a slip (14 of 15 and 16 of 17 are alike).
        ("ben bang", "ben ban", False),
        ("ben banger", "ben bang", True),
        # Alike for 88 of 100: three wrong in twenty-five; 87.5: three wrong in twenty-four.
        (LONG_FORM, "abcdefgh ijklmnop qrstxyz", True),
        (LONG_FORM[:-1], "abcdefgh ijklmnop qrsxyz", False),
    ],
)
def test_how_many_letters_may_be_wrong(form: str, typed: str, found: bool) -> None:
    assert (CrisisReplies((reply("een", form),)).recognise(typed) is not None) is found


@pytest.mark.parametrize(("beside", "name"), [(20, "durf"), (21, None)])
def test_a_long_message_tells_a_story_of_its_own(beside: int, name: str | None) -> None:
    assert by_words("ik durf niet te bellen" + " woord" * beside) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik ben veilig", "veilig"),
        ("ja ik ben veilig nu", "veilig"),
        ("ja ik ben veilig a b c d e", "veilig"),
        ("ja ik ben veilig a b c d e f", None),
        # What turns it round.
        ("ik ben veilig maar", None),
        ("het gaat weer niet", None),
        ("ik ben nog niet veilig ik ben veilig", None),
        ("geen gevaar meer", "veilig"),
        ("er is geen gevaar meer", "veilig"),
        ("er is niet geen gevaar meer", None),
        # With typing errors what turns it round must be in both, or in neither.
        ("ik ben veilich", "veilig"),
        ("geen gevaar mer", "veilig"),
        ("gen gevaar meer", None),
        ("het gaat wee", "veilig"),
    ],
)
def test_to_end_it_nothing_beside_it_may_turn_it_round(text: str, name: str | None) -> None:
    assert by_words(text) == name


def test_a_reply_that_ends_nothing_may_be_turned_and_be_long() -> None:
    assert by_words("nee maar ik durf niet te bellen en ook nog niet te appen") == "durf"


def test_without_replies_there_is_none() -> None:
    assert CrisisReplies().recognise("ik ben veilig") is None
    assert CrisisReplies((reply("leeg", "..."),)).recognise("ik ben veilig") is None


# By meaning

A, B, C, REST = range(4)


class Directions:
    """An encoder that knows the direction of some sentences; all others lie apart."""

    name = "directions"

    def __init__(self, known: Mapping[str, Sequence[float]]) -> None:
        self.known = known

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Each with a last number that makes it of length 1."""
        rows = [list(self.known.get(sentence, (0.0, 0.0, 0.0))) for sentence in sentences]
        return np.array([[*row, (1 - sum(value * value for value in row)) ** 0.5] for row in rows], dtype=np.float32)

    def encode_depths(self, sentences: Sequence[str]) -> Vectors:
        """All depths alike."""
        return np.hstack([self.encode(sentences)] * DEPTHS)


def by_meaning(
    text: str,
    afraid: float,
    safe: float,
    *,
    ordinary: float | None = None,
    safe_form: str = "ik ben veilig",
    again: float | None = None,
) -> str | None:
    """``text`` lies in one direction; the phrasings lie as near to it as is said."""
    forms = {"ik durf niet": (afraid, 0.1), safe_form: (safe, 0.0), "tweede zin": (again or 0.0, 0.0)}
    known: dict[str, Sequence[float]] = {name: (*place, 0.0) for name, place in forms.items()}
    known[text] = (1.0, 0.0, 0.0)
    known["een gewone vraag"] = (ordinary or 0.0, 0.0, 0.0)
    replies = (reply("durf", "ik durf niet", "tweede zin"), reply("veilig", safe_form, ends=True))
    questions = ["een gewone vraag", "nog een"] if ordinary is not None else []
    found = CrisisReplies(replies, Directions(known), questions).recognise(text)
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("text", "afraid", "safe", "name"),
    [
        ("zomaar iets", 0.92, 0.1, "durf"),
        ("zomaar iets", 0.90, 0.1, None),
        ("dat is goed", 0.1, 0.92, "veilig"),
        ("dat is goed", 0.1, 0.90, None),
        # How far before the next reply; further when it ends the mode.
        ("zomaar iets", 0.950, 0.935, "durf"),
        ("zomaar iets", 0.950, 0.945, None),
        ("dat is goed", 0.925, 0.950, "veilig"),
        ("dat is goed", 0.935, 0.950, None),
        # Fewer words have no meaning of their own.
        ("zomaar", 0.95, 0.1, None),
        ("zomaar iets", 0.95, 0.1, "durf"),
        ("is goed", 0.1, 0.95, None),
        ("dat is goed", 0.1, 0.95, "veilig"),
        # To end it, not in many words, and nothing that turns it round.
        ("dat is goed a b c d e f", 0.1, 0.95, "veilig"),
        ("dat is goed a b c d e f g", 0.1, 0.95, None),
        ("dat is niet goed", 0.1, 0.95, None),
        ("dat is niet goed a b c d e f g", 0.95, 0.1, "durf"),
    ],
)
def test_by_meaning(text: str, afraid: float, safe: float, name: str | None) -> None:
    assert by_meaning(text, afraid, safe) == name


@pytest.mark.parametrize(("text", "name"), [("dat is niet goed", "veilig"), ("dat is heel goed", None)])
def test_what_turns_it_round_must_be_in_both(text: str, name: str | None) -> None:
    assert by_meaning(text, 0.1, 0.95, safe_form="geen gevaar meer") == name


@pytest.mark.parametrize(("ordinary", "name"), [(0.949, "durf"), (0.951, None)])
def test_what_is_more_like_an_ordinary_question_is_none_of_these(ordinary: float, name: str | None) -> None:
    assert by_meaning("zomaar iets", 0.95, 0.1, ordinary=ordinary) == name


def test_two_phrasings_of_one_reply_are_no_rivals() -> None:
    assert by_meaning("zomaar iets", 0.95, 0.1, again=0.949) == "durf"
    assert by_meaning("zomaar iets", 0.10, 0.1, again=0.95) == "durf"
    assert by_meaning("dat is goed", 0.10, 0.95, again=0.945) is None


def test_one_reply_has_no_rivals() -> None:
    known = {"zomaar iets": (1.0, 0.0, 0.0), "ik durf niet": (0.95, 0.0, 0.0)}
    replies = CrisisReplies((reply("durf", "ik durf niet"),), Directions(known))
    found = replies.recognise("zomaar iets")
    assert found is not None
    assert found.id == "durf"
    assert replies.recognise("zomaar iets", by_meaning=False) is None
    assert replies.with_encoder(None).recognise("zomaar iets") is None
    assert replies.recognise("zomaar iets") is found


def test_words_go_before_meaning() -> None:
    assert by_meaning("ik ben veilig", 0.99, 0.1) == "veilig"


def test_an_encoder_that_came_too_late_knows_no_phrasings() -> None:
    late = CrisisReplies((reply("durf", "ik durf niet"),)).with_encoder(Directions({}))
    assert late.recognise("zomaar iets") is None
    assert CrisisReplies((), Directions({}), ["vraag"]).recognise("zomaar iets") is None
