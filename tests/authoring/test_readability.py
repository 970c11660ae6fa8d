"""How hard a text reads, measured."""

import pytest

from bot.authoring.lint.readability import readability


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("", 0), ("Een twee drie.", 3), ("Een twee. Een twee drie vier! Een?", 4), ("Een twee: drie vier vijf", 3),
        ("Een twee drie\n\nvier vijf", 3), ("- een twee\n- drie vier vijf", 3), ("1. een\n2. twee drie", 2),
        ("**Een** _twee_ [drie vier](https://x.example/a.b)", 4), ("Bel {contact:113} nu", 3), ("een? twee drie", 2),
    ],
)  # fmt: skip
def test_the_longest_sentence_in_words(text: str, longest: int) -> None:
    assert readability(text).longest == longest


def test_a_link_and_a_placeholder_do_not_make_a_text_harder() -> None:
    plain = readability("Bel naam of kijk op de site.")
    assert readability("Bel {contact:jouwggd-met-een-lange-id} of kijk op de [site](https://lang.example/x).") == plain
    assert readability("De kat zit op de mat.").ease > 100
    assert readability("Samenwerkingsverbanden verantwoorden toelaatbaarheidsverklaringen.").ease < 0
