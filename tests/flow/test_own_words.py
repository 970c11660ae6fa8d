"""What a flow says of itself is also understood when it is typed, in every language it says it in."""

from pathlib import Path

import pytest

from bot.flow import own_words
from bot.flow.session import read_session
from tests.flow.pieces import somebody, with_flow

SEVERAL = """
slots:
  - name: waar
    type: multi
    label:
      nl: Waar
      en: Where
    options:
      - id: klas
        label:
          nl: In de klas
          en: In class
      - id: plein
        label:
          nl: Op het plein
          en: In the playground
steps:
  - ask: waar
    text:
      nl: Waar gebeurt het?
      en: Where does it happen?
  - id: klaar
    review: [waar]
    text:
      nl: Klopt dit?
      en: Is this right?
"""


@pytest.mark.parametrize("language", own_words.DONE)
def test_the_word_of_the_button_ends_a_question_with_several_answers(tmp_path: Path, language: str) -> None:
    person = somebody(with_flow(tmp_path, SEVERAL), language=language)
    assert person.taps("Op het plein" if language == "nl" else "In the playground")
    person.says(own_words.DONE[language])
    session = read_session(person.state.flow)
    assert session is not None
    assert (session.step, session.slots["waar"]) == ("klaar", ("plein",))
