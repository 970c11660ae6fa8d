"""``flows draw`` and ``flows schema`` as an editor runs them."""

import json
from pathlib import Path

import pytest

from bot.app.cli import main

ROOT = Path(__file__).parents[2]
TWICE = "praat_met_een_mens,kort,9,1\n" * 2
HEAD = "flow,step,reached,dropped\n"


def draw(tmp_path: Path, counts: str) -> int:
    (tmp_path / "cijfers.csv").write_text(counts, encoding="utf-8")
    places = ["--content", str(ROOT), "--output", str(tmp_path / "uit"), "--counts", str(tmp_path / "cijfers.csv")]
    return main(["flows", "draw", *places])


def test_the_picture_in_the_guide_is_what_is_drawn_now(tmp_path: Path) -> None:
    """Out of date? ``flows draw``, then copy ``ruzie_thuis.svg`` to ``docs/pictures/stappenplan.svg``."""
    assert main(["flows", "draw", "--content", str(ROOT), "--output", str(tmp_path)]) == 0
    shown = (ROOT / "docs" / "pictures" / "stappenplan.svg").read_text(encoding="utf-8")
    assert shown == (tmp_path / "ruzie_thuis.svg").read_text(encoding="utf-8")


def test_the_guide_shows_no_other_drawing_that_can_grow_old() -> None:
    drawings = {path.name for path in (ROOT / "docs").rglob("*.svg")}
    assert drawings == {"stappenplan.svg"}, "a drawing of a flow needs the comparison above"


def test_every_flow_gets_a_picture_and_a_mermaid_file(tmp_path: Path) -> None:
    assert main(["flows", "draw", "--content", str(ROOT), "--output", str(tmp_path)]) == 0
    names = {path.stem for path in (ROOT / "flows").rglob("*.yaml") if not path.name.endswith(".test.yaml")}
    assert {path.stem for path in tmp_path.glob("*.svg")} == names
    assert {path.stem for path in tmp_path.glob("*.mmd")} == names
    assert (tmp_path / "schorsing.mmd").read_text().startswith("flowchart TD")


@pytest.mark.parametrize("separator", [",", ";"])
def test_numbers_come_from_a_file_also_from_excel(tmp_path: Path, separator: str) -> None:
    lines = f"{HEAD}praat_met_een_mens,kort,120,14\n".replace(",", separator)
    assert draw(tmp_path, "\ufeff" + lines) == 0
    assert "120 bereikt, 14 gestopt" in (tmp_path / "uit" / "praat_met_een_mens.svg").read_text()


def test_a_step_that_is_gone_is_named_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draw(tmp_path, f"{HEAD}schorsing,vroeger,9,1\nvroeger,x,9,1\n") == 0
    said = capsys.readouterr().out
    assert "cijfers.csv:2 · de stap 'vroeger' van 'schorsing'" in said
    assert "cijfers.csv:3 · de stap 'x' van 'vroeger'" in said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ("flow,step,bereikt\n", "cijfers.csv:1 · zet op de eerste regel de kolommen flow,step,reached,dropped"),
        ("", "cijfers.csv:1 · zet op de eerste regel"),
        (f"{HEAD}praat_met_een_mens,kort,veel,1\n", "cijfers.csv:2 · 'veel' is geen aantal"),
        (f"{HEAD}praat_met_een_mens,kort,9\n", "cijfers.csv:2 · '' is geen aantal"),
        (f"{HEAD}praat_met_een_mens,kort,-9,1\n", "cijfers.csv:2 · '-9' is geen aantal"),
        (f"{HEAD}praat_met_een_mens,kort,9,10\n", "cijfers.csv:2 · er stopten meer mensen dan er kwamen"),
        (f"{HEAD}{TWICE}", "cijfers.csv:3 · de stap 'kort'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], counts: str, said: str) -> None:
    assert draw(tmp_path, counts) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["flows", "draw", "--content", str(ROOT), "--counts", str(tmp_path / "niets.csv")]) == 1
    assert "niets.csv is niet te lezen" in capsys.readouterr().err


def test_the_schema_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["flows", "schema"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert main(["flows", "schema", "--output", str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == printed
