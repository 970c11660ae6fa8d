"""What is shown fits a phone: at most four buttons beside SOS under an answer."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.dialogue.screens import MOST_BESIDE_SOS
from bot.dialogue.stages.human import LONGEST_CONSENT
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, EntryId, MessageId
from bot.domain.inbound import MediaKind, MediaReceived
from bot.flow.conditions import Value
from bot.flow.definition import Slot, SlotType
from bot.flow.session import read_session
from bot.testing.person import OnePerson
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


LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")


def beside_sos(person: OnePerson) -> int:
    return len([button for button in person.buttons if not button.danger])


@pytest.mark.parametrize("at", [NOON, FRIDAY_NIGHT], ids=["open", "closed"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_for_consent_fits_a_phone(language: str, at: datetime) -> None:
    """After each answer of each side: at most 350 characters, at most four buttons, and what happens behind one."""
    for entry in library().entries.values():
        person = somebody(min(entry.audiences), language=language, at=at)
        person.says(f"/start faq_{entry.id}")
        person.says("/mens")
        assert len(person.said[-1]) <= LONGEST_CONSENT, (entry.id, person.said[-1])
        assert beside_sos(person) <= MOST_BESIDE_SOS, entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offer_of_a_human_in_a_flow_fits_a_phone(language: str) -> None:
    """Each flow with all that may be shared answered, in long words of the person's own."""
    for flow in library().flows.values():
        person = somebody(min(flow.audiences), language=language)
        person.says(f"/start flow_{flow.id}")
        session = read_session(person.state.flow)
        assert session is not None
        answers = {name: longest(slot) for name, slot in flow.slots.items()}
        person.stands_at(replace(session, slots=answers).to_json())
        person.says("/mens")
        assert len(person.said[-1]) <= LONGEST_CONSENT, (flow.id, person.said[-1])
        assert beside_sos(person) <= MOST_BESIDE_SOS, flow.id
        details = next(button for button in person.buttons if button.choice == "deel:details")
        assert person.taps(details.label)
        assert beside_sos(person) <= MOST_BESIDE_SOS, flow.id


def longest(slot: Slot) -> Value:
    match slot.type:
        case SlotType.TEXT:
            return "woorden van iemand zelf " * 20
        case SlotType.CHOICE:
            return slot.options[0].id
        case SlotType.MULTI:
            return tuple(option.id for option in slot.options)
        case SlotType.YES_NO:
            return "ja"
        case SlotType.DATE:
            return NOON.date()
        case _:
            return slot.maximum or 10


def test_what_may_be_changed_before_a_yes_is_behind_what_happens_exactly() -> None:
    person = somebody("ouder")
    person.says("/start flow_pesten")
    person.says("ze schelden hem uit")
    person.says("/mens")
    assert "Eerst iets aanpassen" not in [button.label for button in person.buttons]
    assert person.taps("Wat gebeurt er precies?")
    assert person.taps("Eerst iets aanpassen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_voice_message_is_honestly_refused_with_ways_on(language: str) -> None:
    person = somebody("ouder", language=language)
    person.happens(MediaReceived(kind=MediaKind.VOICE, caption="", message=MessageId(1)))
    assert "112" in person.said[-1]
    assert person.said[-1] != somebody_sends(MediaKind.PHOTO, language)
    assert any(button.choice == "human" for button in person.buttons)


def somebody_sends(kind: MediaKind, language: str) -> str:
    person = somebody("ouder", language=language)
    person.happens(MediaReceived(kind=kind, caption="", message=MessageId(1)))
    return person.said[-1]
