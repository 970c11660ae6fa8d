"""What is shown fits a phone: at most four buttons beside SOS under an answer."""

from datetime import datetime

import pytest

from bot.dialogue.screens import MOST_BESIDE_SOS
from bot.dialogue.stages.human import LONGEST_CONSENT
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, EntryId
from tests.dialogue.talking import FRIDAY_NIGHT, NOON, library, somebody


@pytest.mark.parametrize("audience", ["ouder", "jongere"])
def test_no_answer_has_more_than_four_buttons_beside_sos(audience: str) -> None:
    person = somebody(audience)
    for entry in library().entries.values():
        if Audience(audience) not in entry.audiences:
            continue
        person.says(f"/start faq_{entry.id}")
        labels = [button.label for button in person.buttons]
        assert len(labels) <= MOST_BESIDE_SOS + 1, (entry.id, labels)
        assert "SOS" in labels
        assert "Praat met een mens" in labels
        if entry.more:
            assert person.taps("Meer hierover"), entry.id
            assert len(person.buttons) <= MOST_BESIDE_SOS + 1


@pytest.mark.parametrize(
    "question",
    [
        "hoe vraag ik een tlv aan",
        "ze hebben mijn zoon geschorst mag dat",
        "me juf schreeuwt tegen mij",
        "rekenen thuis",
    ],
)
def test_nor_has_an_answer_that_asks_whether_it_was_right(question: str) -> None:
    for number in range(12):
        person = somebody(None)
        person.turns = number  # Which answers ask for an opinion hangs on the number of the update.
        person.says(question)
        assert len([button for button in person.buttons if not button.danger]) <= MOST_BESIDE_SOS


@pytest.mark.parametrize("at", [NOON, FRIDAY_NIGHT])
@pytest.mark.parametrize("entry", ["extra_ondersteuning", "tlv_wat", "schorsing"])
def test_the_question_for_consent_fits_a_phone_and_names_the_subject(at: datetime, entry: str) -> None:
    person = somebody("ouder", at=at)
    person.says(f"/start faq_{entry}")
    person.says("/mens")
    assert len(person.said[-1]) <= LONGEST_CONSENT
    assert library().entries[EntryId(entry)].title[DUTCH][:20] in person.said[-1]
    assert person.said[-1].endswith("Zal ik dit doorgeven?")
