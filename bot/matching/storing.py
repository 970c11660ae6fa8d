"""A prepared model as named arrays and plain JSON, so that it can be kept without pickles."""

from collections.abc import Mapping
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from bot.domain.audience import Audience
from bot.domain.ids import Language
from bot.matching.bands import Bands
from bot.matching.classifier import Classifier
from bot.matching.corpus import Term
from bot.matching.labels import Label
from bot.matching.model import LanguageModel
from bot.matching.reading import Reader, stemmer
from bot.matching.sparse import SparseRows
from bot.matching.topics import learn_topics
from bot.matching.views import Views
from bot.matching.weighing import Weights

Arrays = dict[str, NDArray[np.generic]]


class Head(TypedDict):
    """The part of a model that is no array."""

    language: str
    vocabulary: list[tuple[str, int]]
    glossary: list[tuple[list[str], list[str]]]
    features: list[list[str]]
    columns: int
    owner_count: int
    labels: list[tuple[str, str, list[str], bool]]
    phrasings: list[str]
    candidate_weights: list[float]
    message_weights: list[float]
    bands: tuple[float, float]
    exact: dict[str, list[int]]


def pack(model: LanguageModel) -> tuple[Head, Arrays]:
    """Return ``model`` in two parts that :func:`unpack` puts together again."""
    reader, views = model.reader, model.views
    head = Head(
        language=model.language,
        vocabulary=sorted(reader.vocabulary.items()),
        glossary=[(list(term.forms), list(term.parts)) for term in reader.glossary],
        features=[list(table) for table in views.tables],
        columns=views.columns,
        owner_count=views.owners,
        labels=[(label.kind, label.id, sorted(label.audiences), label.delicate) for label in model.labels],
        phrasings=list(model.phrasings),
        candidate_weights=model.weights.candidate.tolist(),
        message_weights=model.weights.message.tolist(),
        bands=(model.bands.answer, model.bands.suggest),
        exact={said: list(numbers) for said, numbers in model.exact.items()},
    )
    arrays: Arrays = {
        "feature_columns": np.array([place for table in views.tables for place in table.values()], dtype=np.int32),
        "weights": views.weights,
        "owners": model.owners.astype(np.int32),
        "weak_owners": model.weak_owners.astype(np.int32),
    }
    if model.classifier.dual is not None:
        arrays["dual"] = model.classifier.dual
    if model.classifier.direct is not None:
        arrays["direct"] = model.classifier.direct
    named = [("rows", model.rows), ("label_words", model.label_words)]
    for name, rows in named:
        data, indices, bounds = rows.arrays()
        arrays |= {f"{name}_data": data, f"{name}_indices": indices, f"{name}_bounds": bounds}
    if model.meaning is not None:
        arrays["meaning"] = model.meaning
    return head, arrays


def unpack(head: Head, arrays: Mapping[str, NDArray[np.generic]]) -> LanguageModel:
    """Return the model that :func:`pack` took apart; raises KeyError or ValueError on parts that do not belong
    together.
    """
    language = Language(head["language"])
    glossary = [Term(forms=tuple(forms), parts=tuple(parts), language=language) for forms, parts in head["glossary"]]
    places = iter(arrays["feature_columns"].tolist())
    tables = [{feature: next(places) for feature in features} for features in head["features"]]
    weights = arrays["weights"].astype(np.float32)
    labels = tuple(
        Label(kind=kind, id=name, audiences=frozenset(Audience(audience) for audience in audiences), delicate=delicate)
        for kind, name, audiences, delicate in head["labels"]
    )
    count = len(arrays["rows_bounds"]) - 1

    def sparse(name: str, shape: tuple[int, int]) -> SparseRows:
        data = arrays[f"{name}_data"].astype(np.float32)
        indices = arrays[f"{name}_indices"].astype(np.int32)
        return SparseRows.build(data, indices, arrays[f"{name}_bounds"].astype(np.int32), shape)

    views = Views(tables, weights, head["owner_count"], stemmer(language))
    rows = sparse("rows", (count, head["columns"]))
    owners = arrays["owners"].astype(np.intp)
    weak_owners = arrays["weak_owners"].astype(np.intp)
    everyone = np.concatenate([owners, weak_owners])
    return LanguageModel(
        language=language,
        reader=Reader(language, ((word, number) for word, number in head["vocabulary"]), glossary),
        views=views,
        labels=labels,
        phrasings=tuple(head["phrasings"]),
        owners=owners,
        rows=rows,
        columns=rows.turned(),
        classifier=Classifier(
            dual=arrays["dual"].astype(np.float32) if "dual" in arrays else None,
            direct=arrays["direct"].astype(np.float32) if "direct" in arrays else None,
        ),
        label_words=sparse("label_words", (head["columns"], len(labels))),
        weak_owners=weak_owners,
        topics=learn_topics(rows, views.words, everyone, len(owners), len(labels)),
        weights=Weights(
            candidate=np.array(head["candidate_weights"], dtype=np.float64),
            message=np.array(head["message_weights"], dtype=np.float64),
        ),
        bands=Bands(answer=head["bands"][0], suggest=head["bands"][1]),
        exact={said: tuple(numbers) for said, numbers in head["exact"].items()},
        meaning=arrays["meaning"].astype(np.float32) if "meaning" in arrays else None,
    )
