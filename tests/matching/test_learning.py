"""The parts whose failure would not show in a small example: the solver, the sketch, very large folders."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from bot.domain.ids import DUTCH
from bot.matching import lesson
from bot.matching.classifier import sketch_rows
from bot.matching.corpus import corpus_version
from bot.matching.families import families
from bot.matching.matcher import Matcher
from bot.matching.softmax import fit_softmax, softmax
from bot.matching.sparse import SparseRows
from tests.matching.examples import CORPUS


def test_solver_agrees_with_scikit_learn() -> None:
    chance = np.random.default_rng(1)
    points = chance.normal(size=(60, 8)).astype(np.float32)
    owners = (points[:, 0] > 0).astype(int) + (points[:, 1] > 0).astype(int)
    gram = points @ points.T + 1
    targets = np.eye(3, dtype=np.float32)[owners]
    weights = np.ones(60, dtype=np.float32)
    dual = fit_softmax(
        lambda dense: np.asarray(gram @ dense, dtype=np.float32),
        targets,
        weights,
        ridge=0.5,
        tolerance=1e-5,
        rounds=300,
    )
    constant = np.hstack([points, np.ones((60, 1), dtype=np.float32)])
    reference = LogisticRegression(C=2.0, fit_intercept=False, max_iter=5000, tol=1e-8).fit(constant, owners)
    assert np.abs(softmax(np.asarray(gram @ dual, dtype=np.float32)) - reference.predict_proba(constant)).max() < 0.01


def test_sketches_keep_likeness() -> None:
    chance = np.random.default_rng(2)
    rows = [(sorted(chance.choice(5000, 80, replace=False).tolist()), [1 / np.sqrt(80)] * 80) for _ in range(40)]
    sparse = SparseRows.from_rows(rows, 5000)
    sketches = sketch_rows(sparse)[:, :-1]
    assert np.abs(sketches @ sketches.T - sparse.with_rows_of(sparse)).max() < 0.2


def test_very_large_folders_take_another_road_to_the_same_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson, "MOST_CELLS", 0)
    large = Matcher.prepare(CORPUS)
    for text, wanted in (("wie betaalt het taxibusje", "leerlingenvervoer"), ("opp lezen", "opp_inzien")):
        assert large.judge(text).candidates[0].id == wanted
        assert Matcher.from_bytes(large.to_bytes(), corpus_version(CORPUS)).judge(text) == large.judge(text)


def test_families_join_what_letters_do_not() -> None:
    dutch = families(DUTCH)
    assert "pesten" in dutch.of(["ze", "lachen", "hem", "uit"])
    assert "pesten" in dutch.of(["hij", "wordt", "gepest"])
    assert "afwezig" in dutch.of(["brief", "van", "de", "leerplichtambtenaar"])
    assert dutch.of(["xyz"]) == ()
