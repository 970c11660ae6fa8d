"""What could say who somebody is, found in text; and names made of chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.alias import alias_for
from bot.text.masking import MASK, is_bsn, mask


@pytest.mark.parametrize(
    "text",
    [
        "bel me op 06-12345678",
        "bel 0612345678",
        "+31 6 1234 5678 is mijn nummer",
        "mail jan.de.vries@example.nl",
        "ik ben @jan_de_vries op telegram",
        "https://t.me/jan_de_vries",
        "NL91 ABNA 0417 1643 00",
        "mijn bsn is 111222333",
        "wij wonen op 1234 AB 12",
        "Dorpsstraat 12 in het dorp",
        "kerkstraat 5",
    ],
)
def test_personal_data_is_hidden(text: str) -> None:
    masked = mask(text)
    assert masked.found
    assert MASK in masked.text


@pytest.mark.parametrize(
    "text",
    [
        "mijn zoon van 8 zit in groep 5",
        "in 2025 is hij 12 geworden",
        "hij heeft 3000 woorden gelezen",
        "bel 112 of 113",
        "het cijfer was een 7,5",
        "we wachten al 10 weken",
        "123456789 is geen bsn",
    ],
)
def test_ordinary_numbers_stay(text: str) -> None:
    assert mask(text).found == 0


def test_the_elfproef() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


@given(st.text(max_size=200))
def test_masking_never_fails_and_never_finds_its_own_mask(text: str) -> None:
    once = mask(text)
    assert mask(once.text).found <= once.found


@given(st.text(min_size=1, max_size=30), st.integers(min_value=0, max_value=60))
def test_an_alias_is_new_and_the_same_for_the_same_seed(seed: str, count: int) -> None:
    taken = {alias_for(f"{seed}{number}", ()) for number in range(count)}
    name = alias_for(seed, taken)
    assert name not in taken
    assert name == alias_for(seed, taken)
