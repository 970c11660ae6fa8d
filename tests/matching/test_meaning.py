"""A question in a language without phrasings is judged by what it means."""

import numpy as np
import pytest

from bot.app.encoder import sentence_encoder
from bot.domain.audience import Audience
from bot.domain.ids import EntryId, Language
from bot.encoder.port import Encoder
from bot.matching.corpus import Corpus
from bot.matching.entry import Entry
from bot.matching.matcher import Matcher, StaleMatcher, prepared_version
from bot.matching.meaning import MeaningModel
from bot.matching.verdict import Outcome

NL = Language("nl")


def entry(name: str, title: str, *questions: str, audiences: frozenset[Audience] = frozenset(Audience)) -> Entry:
    return Entry(
        id=EntryId(name),
        title={NL: title},
        questions={NL: questions},
        keywords={},
        answer={NL: title},
        audiences=audiences,
    )


CORPUS = Corpus(
    entries=(
        entry("pesten", "Mijn kind wordt gepest", "mijn zoon wordt gepest op school", "ze schelden haar uit",
              "klasgenoten doen gemeen tegen mijn kind"),
        entry("vervoer", "Leerlingenvervoer", "hoe vraag ik een busje naar school aan", "de taxi komt te laat",
              "wie betaalt het vervoer naar de speciale school"),
        entry("verlof", "Vrij buiten de vakantie", "mag mijn kind vrij buiten de vakantie", "verlof voor een feest",
              "eerder op vakantie gaan"),
        entry("j_toets", "Meer tijd bij een toets", "kan ik extra tijd krijgen bij een toets", "een toets en dyslexie",
              audiences=frozenset({Audience.YOUTH})),
    ),
    not_for_us={NL: ("wat voor weer wordt het morgen", "geef mij een recept voor soep", "wie won de wedstrijd")},
)  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = sentence_encoder()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def matcher(encoder: Encoder) -> Matcher:
    return Matcher.prepare(CORPUS, encoder)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("oğlum okulda arkadaşları tarafından zorbalığa uğruyor", "pesten"),
        ("мою доньку ображають однокласники в школі", "pesten"),
        ("kto płaci za dowóz dziecka do szkoły specjalnej", "vervoer"),
        ("هل يمكن لابني أن يأخذ إجازة خارج العطلة المدرسية", "verlof"),
        ("puis-je demander un congé pour mon enfant en dehors des vacances", "verlof"),
    ],
)
def test_another_language_finds_its_entry(matcher: Matcher, text: str, wanted: str) -> None:
    verdict = matcher.judge(text)
    assert verdict.candidates[0].id == wanted
    assert verdict.outcome in (Outcome.ANSWER, Outcome.SUGGEST)
    assert verdict.language != "nl"


def test_what_is_for_the_other_audience_comes_later(encoder: Encoder) -> None:
    model = MeaningModel.learn(CORPUS, encoder)
    assert model is not None
    text, turkish = "sınavda ek süre alabilir miyim", Language("tr")
    free, parent = (
        model.judge(text, encoder, audience=audience, language=turkish, explain=False)
        for audience in (None, Audience.PARENT)
    )
    assert free.candidates[0].id == "j_toets"
    sure = {candidate.id: candidate.confidence for candidate in parent.candidates}
    assert sure[EntryId("j_toets")] < free.candidates[0].confidence


def test_explaining_names_the_closest_phrasing(matcher: Matcher) -> None:
    verdict = matcher.judge("oğlum okulda zorbalığa uğruyor ne yapabilirim", explain=True)
    assert verdict.explanation is not None
    assert "gepest" in verdict.explanation.closest


def test_dutch_stays_with_its_words(matcher: Matcher) -> None:
    assert matcher.judge("mijn zoon wordt gepest op school").language == "nl"


def test_a_prepared_matcher_keeps_its_meaning(matcher: Matcher, encoder: Encoder) -> None:
    again = Matcher.from_bytes(matcher.to_bytes(), prepared_version(CORPUS, encoder), encoder)
    text = "kto płaci za dowóz dziecka do szkoły specjalnej"
    first, second = matcher.judge(text), again.judge(text)
    assert [c.id for c in first.candidates] == [c.id for c in second.candidates]
    assert np.allclose([c.confidence for c in first.candidates], [c.confidence for c in second.candidates], atol=0.02)
    with pytest.raises(StaleMatcher):
        Matcher.from_bytes(matcher.to_bytes(), prepared_version(CORPUS), encoder)


def test_without_an_encoder_words_alone_decide() -> None:
    verdict = Matcher.prepare(CORPUS).judge("oğlum okulda zorbalığa uğruyor")
    assert verdict.language == "nl"
