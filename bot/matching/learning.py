"""Learning: from a corpus to a model of one language."""

import numpy as np

from bot.domain.ids import Language
from bot.encoder.port import Encoder
from bot.matching.bands import find_bands
from bot.matching.corpus import Corpus
from bot.matching.lesson import Lesson, gather
from bot.matching.model import LanguageModel
from bot.matching.reading import Reader, count_words, stemmer
from bot.matching.rehearsal import rehearse
from bot.matching.views import Views
from bot.matching.weighing import fit_weights, probabilities


def learn(corpus: Corpus, language: Language, encoder: Encoder | None) -> LanguageModel | None:
    """Return the model of ``language``, or None when the corpus has no words in it."""
    material = gather(corpus, language)
    if not material.labels:
        return None
    vocabulary = count_words(material.texts)
    glossary = [term for term in corpus.glossary if term.language == language]
    reader = Reader(language, vocabulary.items(), glossary)
    readings = [reader.read(text, repair=False) for text in material.texts]
    views = Views.learn(readings[: material.full], material.owners[: material.full].tolist(), stemmer(language))
    lesson = Lesson(material, readings, views, encoder)
    classifier = lesson.fit(np.arange(len(readings)))
    rehearsal = rehearse(lesson)
    weights = fit_weights(rehearsal.signals, rehearsal.wanted, rehearsal.importance)
    bands = find_bands(probabilities(rehearsal.signals, weights), rehearsal)
    full = material.full
    exact: dict[str, tuple[int, ...]] = {}
    for reading, owner in zip(readings[:full], material.owners[:full].tolist(), strict=True):
        said = " ".join(reading.words)
        exact[said] = tuple(dict.fromkeys((*exact.get(said, ()), owner)))
    return LanguageModel(
        language=language,
        reader=reader,
        views=views,
        labels=material.labels,
        phrasings=material.texts[:full],
        owners=material.owners[:full],
        rows=lesson.rows,
        columns=lesson.rows.turned(),
        classifier=classifier,
        label_words=lesson.stems.take(np.arange(full)).columns_by_group(material.owners[:full], len(material.labels)),
        weak_owners=material.owners[full:],
        topics=lesson.topics(np.arange(len(readings)), material.owners, full, len(material.labels)),
        weights=weights,
        bands=bands,
        exact=exact,
        meaning=lesson.meaning,
    )
