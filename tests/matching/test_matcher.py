"""What a visitor gets for what they type, through the matcher's public seam."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ENGLISH, EntryId, Language
from bot.matching.corpus import Corpus, corpus_version
from bot.matching.matcher import Matcher, StaleMatcher
from bot.matching.verdict import MOST_CANDIDATES, Outcome
from tests.matching.examples import CORPUS, ENTRIES, entry, matcher


def best(text: str, *, audience: Audience | None = None, language: Language | None = None) -> str:
    return str(matcher().judge(text, audience=audience, language=language).candidates[0].id)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hoe vraag ik een tlv aan?", "tlv_aanvragen"),
        ("Hoi, ik heb een vraag. Wie betaalt het taxibusje? Alvast bedankt, Marieke", "leerlingenvervoer"),
        ("wie btaalt de taxi nar shcool", "leerlingenvervoer"),
        ("ontwikelingsperspectief inzien", "opp_inzien"),
        ("me zoon word gepets door klasgenoten", "pesten"),
    ],
)
def test_finds_the_entry_through_noise(text: str, wanted: str) -> None:
    assert best(text, audience=Audience.PARENT) == wanted


def test_its_own_phrasing_is_answered() -> None:
    verdict = matcher().judge("WIE BETAALT DE TAXI NAAR SCHOOL??")
    assert verdict.outcome == Outcome.ANSWER
    assert verdict.candidates[0].id == "leerlingenvervoer"
    assert verdict.candidates[0].confidence > 0.9


def test_abbreviation_and_full_form_find_each_other() -> None:
    only_short = entry("kort", "tlv aanvragen", "tlv nodig")
    corpus = Corpus(entries=(only_short, *ENTRIES[1:4]), glossary=CORPUS.glossary)
    verdict = Matcher.prepare(corpus).judge("toelaatbaarheidsverklaring", explain=True)
    assert verdict.candidates[0].id == "kort"
    assert verdict.explanation is not None
    assert "tlv" in verdict.explanation.appended


@pytest.mark.parametrize(
    "text", ["wordt het morgen mooi weer", "wat is de hoofdstad van belgie", "qzx wrtp", "kinderbijslag wanneer"]
)
def test_does_not_answer_what_it_does_not_hold(text: str) -> None:
    assert matcher().judge(text).outcome in (Outcome.NONE, Outcome.SUGGEST)


def test_delicate_is_only_answered_on_a_clear_match() -> None:
    for text in ("Ik voel me al weken somber", "elke avond huilen in bed", "nergens zin in en ik voel me leeg en moe"):
        own = matcher().judge(text)
        assert (own.outcome, own.candidates[0].id) == (Outcome.ANSWER, "somber")
    for text in ("ik ben somber", "huilen", "moe en leeg"):
        verdict = matcher().judge(text)
        assert verdict.candidates[0].id == "somber"
        assert verdict.outcome == Outcome.SUGGEST


def test_audience_steers_and_hides_nothing() -> None:
    assert best("wat te doen tegen pesten", audience=Audience.YOUTH) == "j_gepest"
    assert best("wat te doen tegen pesten", audience=Audience.PARENT) == "pesten"
    assert best("mijn zoon wordt gepest in de klas", audience=Audience.YOUTH) == "pesten"


@pytest.mark.parametrize(
    ("text", "kind"), [("Hoi!", "hallo"), ("dank je wel hoor", "dank"), ("ben je een mens?", "mens")]
)
def test_small_talk(text: str, kind: str) -> None:
    verdict = matcher().judge(text)
    assert (verdict.outcome, verdict.smalltalk) == (Outcome.SMALLTALK, kind)


def test_a_greeting_before_a_question_is_a_question() -> None:
    verdict = matcher().judge("Goedemorgen, wie betaalt de taxi naar school?")
    assert (verdict.outcome, verdict.smalltalk) == (Outcome.ANSWER, None)


@pytest.mark.parametrize(
    "text",
    [
        "hoe vraag ik een tlv aan en wie betaalt de taxi naar school?",
        "Hoe vraag je een tlv aan? Wie betaalt de taxi naar school?",
        "1. hoe vraag je een tlv aan\n2. wie betaalt de taxi naar school",
    ],
)
def test_two_questions_are_two(text: str) -> None:
    parts = matcher().judge_parts(text)
    assert [verdict.candidates[0].id for _, verdict in parts] == ["tlv_aanvragen", "leerlingenvervoer"]


@pytest.mark.parametrize(
    "text",
    ["mijn zoon wordt gepest en huilt. wat doet school tegen pesten?", "wie betaalt de taxi naar school", "", "😀"],
)
def test_one_question_stays_one(text: str) -> None:
    parts = matcher().judge_parts(text)
    assert [part for part, _ in parts] == [text]


def test_language_follows_the_words() -> None:
    verdict = matcher().judge("who pays for the taxi to school")
    assert (verdict.language, verdict.candidates[0].id) == (ENGLISH, "leerlingenvervoer")
    assert matcher().judge("wie betaalt de taxi naar school", language=ENGLISH).language == DUTCH
    assert matcher().judge("taxi", language=ENGLISH).language == ENGLISH


def test_a_language_without_phrasings_gets_the_closest_there_is() -> None:
    verdict = matcher().judge("çocuğum haftalardır okula gitmiyor ne yapmalıyım", language=Language("tr"))
    assert verdict.language == DUTCH
    assert verdict.outcome == Outcome.NONE


def test_stored_and_loaded_judges_the_same() -> None:
    loaded = Matcher.from_bytes(matcher().to_bytes(), corpus_version(CORPUS))
    assert loaded.version == matcher().version
    for text in ("tlv", "me zoon word gepets", "hoi", "who pays for the taxi", "xyz", "opp tekenen?"):
        assert loaded.judge(text, explain=True) == matcher().judge(text, explain=True)


def test_preparing_twice_gives_the_same_bytes() -> None:
    assert Matcher.prepare(CORPUS).to_bytes() == matcher().to_bytes()


def test_stale_or_damaged_is_refused() -> None:
    data = matcher().to_bytes()
    changed = replace(CORPUS, entries=ENTRIES[1:])
    with pytest.raises(StaleMatcher):
        Matcher.from_bytes(data, corpus_version(changed))
    for broken in (b"", b"nothing", data[: len(data) // 2]):
        with pytest.raises(StaleMatcher):
            Matcher.from_bytes(broken, corpus_version(CORPUS))


def test_an_accepted_phrasing_counts_at_once() -> None:
    text = "waar koop ik een strippenkaart"
    before = matcher().judge(text)
    more = matcher().with_phrasings({EntryId("leerlingenvervoer"): [text], EntryId("onbekend"): ["iets"]})
    assert before.outcome != Outcome.ANSWER
    assert more.version != matcher().version
    after = more.judge(text)
    assert (after.outcome, after.candidates[0].id) == (Outcome.ANSWER, "leerlingenvervoer")
    assert more.judge("een strippenkaart kopen").candidates[0].id == "leerlingenvervoer"
    assert more.judge("hoe vraag je een tlv aan").candidates[0].id == "tlv_aanvragen"
    assert matcher().judge(text) == before


def test_explanation_says_what_was_done() -> None:
    explanation = matcher().judge("Hoi, wie betaald de taksi brrrum", explain=True).explanation
    assert explanation is not None
    assert ("betaald", "betaalt") in explanation.repaired
    assert "brrum" in explanation.unknown
    assert explanation.closest == "wie betaalt de taxi naar school"
    assert "betaalt" in explanation.words_used
    assert 0 < explanation.thresholds[1] < explanation.thresholds[0] < 1


def test_search_finds_for_staff() -> None:
    found = matcher().search("taxi", 3)
    assert found[0].id == "leerlingenvervoer"
    assert len(found) <= 3


@pytest.mark.parametrize("phrasings", [1, 2])
def test_a_tiny_folder_is_sensible(phrasings: int) -> None:
    small = tuple(replace(item, questions={DUTCH: item.questions[DUTCH][:phrasings]}) for item in ENTRIES[:3])
    tiny = Matcher.prepare(Corpus(entries=small))
    assert tiny.judge("wie betaalt de taxi naar school?").outcome == Outcome.ANSWER
    assert tiny.judge("qzx wrtp").outcome == Outcome.NONE


def test_nothing_to_learn_from() -> None:
    empty = Matcher.prepare(Corpus(entries=()))
    assert empty.judge("wat dan ook").outcome == Outcome.NONE
    assert empty.search("wat", 3) == ()
    assert Matcher.from_bytes(empty.to_bytes(), empty.version).judge("x").candidates == ()


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=300), st.sampled_from([None, *Audience]), st.sampled_from([None, DUTCH, ENGLISH, Language("tr")])
)
@example("a" * 10_000, None, None)
@example("taxi " * 2_000, None, None)
@example("شكرا لكم على المساعدة", Audience.YOUTH, None)
@example("\u200b\u200d\ufeff", None, None)
@example("😀😀😀", None, None)
def test_judging_never_fails(text: str, audience: Audience | None, language: Language | None) -> None:
    for _, verdict in matcher().judge_parts(text, audience=audience, language=language, explain=True):
        assert len(verdict.candidates) <= MOST_CANDIDATES
        assert all(0 <= candidate.confidence <= 1 for candidate in verdict.candidates)
        ordered = sorted(verdict.candidates, key=lambda candidate: -candidate.confidence)
        assert list(verdict.candidates) == ordered
        assert (verdict.smalltalk is not None) == (verdict.outcome == Outcome.SMALLTALK)
    assert matcher().judge(text, audience=audience) == matcher().judge(text, audience=audience)
