"""What is made of a verdict: one far ahead is answered and asked about, others are a choice, nothing is said twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

import pytest

from bot.app.library import load_library
from bot.dialogue.choices import Choice, Kind
from bot.dialogue.library import Library
from bot.domain.audience import Audience
from bot.domain.conversation import Awaited
from bot.domain.ids import DUTCH, ENGLISH, EntryId, Language
from bot.domain.tally import Measure
from bot.matching.matcher import Matcher
from bot.matching.verdict import Candidate, Outcome, Verdict
from bot.testing.person import OnePerson
from tests.acceptance.content import write_content

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANSWER, SUGGEST, CHAT, NONE = Outcome
TLV, HOME, BULLIED = "tlv_aanvragen", "kind_thuis", "j_gepest"
NOT_THIS = Choice(Kind.NONE_OF_THESE).data()


@dataclass
class Scripted:
    """A matcher that finds what the test says."""

    verdicts: list[Verdict]
    languages = (DUTCH, ENGLISH)

    def judge(self, _text: str, **_: object) -> Verdict:
        return self.verdicts[0]

    def judge_parts(self, text: str, **_: object) -> list[tuple[str, Verdict]]:
        return [(text, verdict) for verdict in self.verdicts]

    def having_judged(self, _questions: Sequence[object]) -> "Scripted":
        return self


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_content(tmp_path_factory.mktemp("content") / "content"))


def found(outcome: Outcome, *candidates: tuple[str, float], smalltalk: str | None = None,
          language: Language = DUTCH) -> Verdict:  # fmt: skip
    made = tuple(Candidate(id=EntryId(name), confidence=confidence) for name, confidence in candidates)
    return Verdict(outcome=outcome, candidates=made, smalltalk=smalltalk, explanation=None, language=language)


def somebody(library: Library, *verdicts: Verdict) -> OnePerson:
    scripted = replace(library, matcher=cast("Matcher", Scripted(list(verdicts))))
    return OnePerson(library=scripted, now=NOON, audience=Audience.PARENT, language="nl")


def finds(person: OnePerson, *verdicts: Verdict, text: str = "hoe zit dat met de fietsenstalling van school?") -> str:
    person.republish(replace(person.library, matcher=cast("Matcher", Scripted(list(verdicts)))))
    person.says(text)
    return "\n".join(person.said)


def choices(person: OnePerson) -> list[str]:
    return [button.choice or "" for button in person.buttons]


def counted(person: OnePerson) -> list[str]:
    return [count.name for count in person.counted if count.measure in (Measure.QUESTION, Measure.ENTRY)]


@pytest.mark.parametrize(
    ("candidates", "leads"),
    [
        ([(TLV, 0.45), (HOME, 0.149)], True),
        ([(TLV, 0.449), (HOME, 0.01)], False),
        ([(TLV, 0.6), (HOME, 0.19)], True),
        ([(TLV, 0.6), (HOME, 0.21)], False),
        ([(TLV, 0.45)], True),
        ([(TLV, 0.44)], False),
    ],
)
def test_one_far_ahead_is_answered_and_asked_about(
    library: Library, candidates: list[tuple[str, float]], leads: bool
) -> None:
    person = somebody(library)
    said = finds(person, found(SUGGEST, *candidates))
    assert ("De school vraagt de **TLV** aan" in said) is leads
    assert (f"faq:{TLV}" in choices(person)) is not leads
    assert NOT_THIS in choices(person)
    state = person.state
    assert (state.last_entry == TLV) is leads
    assert counted(person) == (["suggested", TLV] if leads else ["suggested"])
    assert state.unanswered
    assert state.missed == "rejected"
    if leads:
        assert state.expects is not None
        assert (state.expects.kind, state.expects.no) == (Awaited.OPINION, NOT_THIS)
        assert choices(person)[0] == NOT_THIS


def test_who_says_it_was_not_that_is_shown_the_others_that_may_be_meant(library: Library) -> None:
    person = somebody(library)
    finds(person, found(SUGGEST, (TLV, 0.9), (HOME, 0.03), (BULLIED, 0.0299)))
    assert person.state.others == (HOME,)
    many = found(SUGGEST, (TLV, 0.9), (HOME, 0.09), (BULLIED, 0.08), ("x", 0.07), ("y", 0.06))
    finds(person := somebody(library), many)
    assert person.state.others == (HOME, BULLIED, "x")


@pytest.mark.parametrize(
    ("candidates", "shown"),
    [
        ([(TLV, 0.3), (HOME, 0.03)], [TLV, HOME]),
        ([(TLV, 0.3), (HOME, 0.029)], [TLV]),
        # When none is likely all of them are.
        ([(TLV, 0.02), (HOME, 0.01)], [TLV, HOME]),
        ([(HOME, 0.3), (TLV, 0.2), (HOME, 0.1), (TLV, 0.09)], [HOME, TLV, HOME]),
    ],
)
def test_at_most_three_that_are_likely_are_a_choice(
    library: Library, candidates: list[tuple[str, float]], shown: list[str]
) -> None:
    person = somebody(library)
    finds(person, found(SUGGEST, *candidates))
    assert [choice for choice in choices(person) if choice.startswith("faq:")] == [f"faq:{name}" for name in shown]


def test_what_was_just_shown_does_not_lead_again(library: Library) -> None:
    person = somebody(library)
    leading = found(SUGGEST, (TLV, 0.9))
    assert "De school vraagt" in finds(person, leading)
    assert "De school vraagt" not in finds(person, leading, text="en wat is dit dan weer voor iets?")
    assert f"faq:{TLV}" in choices(person)
    person.waits(0.6)
    assert "De school vraagt" in finds(person, leading, text="wat was dat nou ook alweer precies?")


def test_the_same_answer_twice_is_said_once(library: Library) -> None:
    person = somebody(library)
    sure = found(ANSWER, (TLV, 0.9))
    first, second = finds(person, sure), finds(person, sure, text="maar hoe zit het dan met dat ding?")
    assert "De school vraagt" in first
    assert "De school vraagt" not in second
    other = finds(person, found(ANSWER, (HOME, 0.9)), text="en hoe gaat het met die andere?")
    assert "Praat eerst met school" in other
    assert "De school vraagt" in finds(person, sure, text="maar hoe zit het dan met dat ding?")


def test_several_questions_get_several_answers(library: Library) -> None:
    person = somebody(library)
    finds(person, found(ANSWER, (TLV, 0.9)), found(SUGGEST, (HOME, 0.3)), found(NONE))
    assert len(person.said) == 2
    assert counted(person) == ["answered", TLV, "suggested"]
    assert person.state.last_entry == TLV
    assert person.state.last_question is not None


def test_who_asks_for_a_human_in_one_of_them_gets_that(library: Library) -> None:
    person = somebody(library)
    said = finds(person, found(ANSWER, (TLV, 0.9)), found(CHAT, smalltalk="human_please"))
    assert "Dit ziet de medewerker" in said
    assert "De school vraagt" not in said


def test_without_a_choice_who_writes_english_gets_english(library: Library) -> None:
    scripted = replace(library, matcher=cast("Matcher", Scripted([found(ANSWER, (TLV, 0.9), language=ENGLISH)])))
    person = OnePerson(library=scripted, now=NOON, audience=Audience.PARENT, language="nl")
    person.says("how does that work with such a thing?")
    # A language that was chosen goes first.
    assert "De school vraagt" in "\n".join(person.said)


def test_what_an_answer_does_not_say_is_kept_with_its_subject(library: Library) -> None:
    person = somebody(library)
    finds(person, found(ANSWER, (TLV, 0.9)))
    finds(person, found(NONE), text="kost dat iets")
    assert person.state.unanswered == "Hoe vraag je een TLV aan?: kost dat iets"
    assert person.state.missed == "none"
