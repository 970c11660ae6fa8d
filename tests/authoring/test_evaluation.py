"""The measuring stick itself."""

from pathlib import Path

import numpy as np
import pytest

from bot.authoring.evaluation.questions import Labelled, area_under_curve, draw, evaluate, format_report
from bot.domain.ids import EntryId
from tests.matching.examples import ENTRIES, matcher

QUESTIONS = [
    *(Labelled(text=item.questions[language][0], expected=item.id) for item in ENTRIES for language in item.questions),
    Labelled(text="wat wordt het weer", expected=None),
    Labelled(text="qzx", expected=None),
    Labelled(text="wie betaalt de taxi naar school", expected=EntryId("pesten")),
]


def test_report_adds_up() -> None:
    report = evaluate(matcher(), QUESTIONS)
    assert (report.in_scope, report.out_of_scope) == (len(QUESTIONS) - 2, 2)
    inside = report.answered_right + report.answered_wrong + report.offered_right + report.offered_wrong
    assert inside + report.refused_wrongly == pytest.approx(1)
    assert report.strange_answered + report.strange_offered + report.strange_refused == pytest.approx(1)
    assert report.top1 >= 0.9
    assert report.answered_wrong == pytest.approx(1 / report.in_scope)
    assert report.confusions[0][:3] == ("pesten", "leerlingenvervoer", 1)
    assert sum(part.count for part in report.bins) == len(QUESTIONS)
    text = format_report(report)
    assert "top-1" in text
    assert "pesten → leerlingenvervoer" in text


def test_area_under_curve() -> None:
    assert area_under_curve(np.array([0.9, 0.8]), np.array([0.1])) == 1
    assert area_under_curve(np.array([0.5]), np.array([0.5])) == 0.5
    assert np.isnan(area_under_curve(np.array([]), np.array([0.5])))


def test_pictures(tmp_path: Path) -> None:
    draw(evaluate(matcher(), QUESTIONS), tmp_path)
    for name in ("reliability.png", "confusions.png"):
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")


def test_nothing_to_measure() -> None:
    assert "0 questions" in format_report(evaluate(matcher(), []))
