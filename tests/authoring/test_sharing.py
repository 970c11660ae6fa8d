"""A round between three steunpunten: share, look, take or leave, and hear of it when the maker changes it."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of
from bot.adapters.content.library import load_content
from bot.app.cli import main
from bot.app.commands.sharing import adopt_command
from bot.authoring.lint.inspection import inspect
from bot.authoring.sharing import RECORD, load_shared
from bot.domain.errors import ContentError, SettingsError
from bot.domain.ids import DUTCH

WALK_IN = """\
# alleen voor redacteuren
- id: {id}
  audience: [ouder]
  title:
    nl: {title}
    en: When is the walk-in hour?
  questions:
    nl:
      - wanneer is het inloopuur
    en:
      - when is the walk-in hour
  answer:
    nl: |
      {answer}

      Een afspraak is niet nodig.
    en: |
      Every Wednesday.
  sources:
    - title: Steunpunt
      url: https://steunpunt.example/
      checked: "2026-11-23"
"""
FLOW = """\
flow: inloop
title:
  nl: Naar het inloopuur
  en: To the walk-in hour
audience: [ouder]
owner: redactie
review_by: "2027-05-01"
slots:
  - name: ok
    type: yes_no
    label:
      nl: Ok
      en: Ok
steps:
  - ask: ok
    text:
      nl: Kom je?
      en: Will you come?
"""
DAY = date(2026, 12, 1)


def steunpunt(folder: Path, name: str, answer: str = "", *, entry: str = "inloop_uur", flow: bool = False) -> Path:
    """A folder of an organisation, with one question of its own when there is an answer."""
    (folder / "faq").mkdir(parents=True)
    (folder / "steunpunt.yaml").write_text(f"name: {name}\n")
    if answer:
        write(folder, answer, entry=entry)
    if flow:
        (folder / "flows").mkdir()
        (folder / "flows" / "inloop.yaml").write_text(FLOW)
    return folder


def write(folder: Path, answer: str, *, entry: str = "inloop_uur") -> None:
    """The question with this answer."""
    text = WALK_IN.format(id=entry, title="Wanneer is het inloopuur?", answer=answer)
    (folder / "faq" / "eigen.yaml").write_text(text)


def share(folder: Path) -> Path:
    """Type it; the pack."""
    output = folder.parent / f"{folder.name}.json"
    assert main(["faq", "share", "--output", str(output), "--content", str(folder)]) == 0
    return output


def said(folder: Path) -> dict[str, str]:
    """The Dutch answers of a folder, which must be without errors."""
    findings = Findings()
    content = load_content(folder, findings)
    assert not findings.errors
    return {str(one.entry.id): one.entry.answer[DUTCH] for one in content.entries}


def changed(folder: Path) -> list[str]:
    """What ``check`` says of originals."""
    findings = [one for one in inspect(load_content(folder, Findings())) if one.code == "origineel_veranderd"]
    return [one.what for one in findings]


def test_a_round_between_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag van 9 tot 11 uur.", flow=True)
    polder = steunpunt(tmp_path / "polder", "De Polder", "Maandag.", entry="polder_inloop")
    coast = steunpunt(tmp_path / "kust", "De Kust")

    # The Polder looks first: nothing but the pack comes into its folder.
    pack = share(valley)
    capsys.readouterr()
    assert adopt_command(pack, [], [], polder, DAY) == 0
    shown = capsys.readouterr().out
    assert "Van De Vallei" in shown
    assert "── vraag inloop_uur: nieuw" in shown
    assert "Woensdag van 9 tot 11 uur." in shown
    assert "── stappenplan inloop: nieuw" in shown
    assert set(said(polder)) == {"polder_inloop"}

    # It takes the question and leaves the flow; the comment of the editors stays behind, the maker does not.
    assert adopt_command(pack, ["inloop_uur"], ["inloop"], polder, DAY) == 0
    assert said(polder)["inloop_uur"] == said(valley)["inloop_uur"]
    assert not (polder / "flows").exists()
    taken = (polder / "faq" / "overgenomen.yaml").read_text()
    assert "Gemaakt door De Vallei" in taken
    assert "alleen voor redacteuren" not in taken

    # The Coast takes both from the Valley, and something of the Polder.
    assert adopt_command(pack, ["inloop_uur", "inloop"], [], coast, DAY) == 0
    assert adopt_command(share(polder), ["polder_inloop"], [], coast, DAY) == 0
    assert set(said(coast)) == {"inloop_uur", "polder_inloop"}
    assert (coast / "flows" / "inloop.yaml").read_text() == FLOW
    makers = [one.by for one in load_shared(layers_of(coast, Findings())[-1], Findings()).taken]
    assert makers == ["De Vallei", "De Vallei", "De Polder"]
    assert (changed(polder), changed(coast)) == ([], [])

    # The Valley changes its answer. Who gets the new pack hears it, also without taking anything.
    write(valley, "Donderdag van 9 tot 11 uur.")
    newer = share(valley)
    capsys.readouterr()
    adopt_command(newer, [], [], polder, date(2027, 1, 5))
    assert "── vraag inloop_uur: veranderd sinds jullie het bekeken" in capsys.readouterr().out
    (what,) = changed(polder)
    assert what == "'inloop_uur' is van De Vallei en is daar veranderd sinds jullie het op 2026-12-01 overnamen"

    # What was not touched is renewed in its place; taking it twice changes nothing more.
    adopt_command(newer, ["inloop_uur"], [], polder, date(2027, 1, 5))
    assert said(polder)["inloop_uur"].startswith("Donderdag")
    assert changed(polder) == []
    before = (polder / "faq" / "overgenomen.yaml").read_text()
    adopt_command(newer, ["inloop_uur"], [], polder, date(2027, 1, 6))
    assert (polder / "faq" / "overgenomen.yaml").read_text() == before

    # The Coast wrote its own words over it: they are not lost, and it can say that it has looked.
    own = coast / "faq" / "overgenomen.yaml"
    own.write_text(own.read_text().replace("Woensdag van 9 tot 11 uur.", "Elke vrijdag."))
    with pytest.raises(ContentError, match="in jullie eigen woorden"):
        adopt_command(newer, ["inloop_uur"], [], coast, date(2027, 1, 5))
    assert said(coast)["inloop_uur"].startswith("Elke vrijdag.")
    assert len(changed(coast)) == 1
    adopt_command(newer, [], ["inloop_uur"], coast, date(2027, 1, 5))
    assert changed(coast) == []


def test_what_disappeared_at_its_maker_is_told(tmp_path: Path) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag.", flow=True)
    coast = steunpunt(tmp_path / "kust", "De Kust")
    adopt_command(share(valley), ["inloop_uur"], [], coast, DAY)
    (valley / "faq" / "eigen.yaml").unlink()
    adopt_command(share(valley), [], [], coast, DAY)
    assert ["is daar weg" in what for what in changed(coast)] == [True]


def test_what_was_there_in_own_words_is_never_overwritten(tmp_path: Path) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag.")
    coast = steunpunt(tmp_path / "kust", "De Kust", "Vrijdag.")
    with pytest.raises(ContentError, match="inloop_uur"):
        adopt_command(share(valley), ["inloop_uur"], [], coast, DAY)
    assert said(coast)["inloop_uur"].startswith("Vrijdag.")
    assert not (coast / "gedeeld" / RECORD).exists()


def test_there_is_nothing_to_share_of_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "leeg.json"
    folder = steunpunt(tmp_path / "kust", "De Kust")
    assert main(["faq", "share", "--output", str(output), "--content", str(folder)]) == 0
    assert not output.exists()
    assert "niets om te delen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Woensdag.", "Zondag."),
        ('"id": "inloop_uur"', '"id": "../../weg"'),
        ('"id": "inloop_uur"', '"id": "een_ander"'),
        ('"kind": "vraag"', '"kind": "iets"'),
        ('"made": "2', '"made": "x'),
        ('"pieces"', '"stukken"'),
        ("{", "["),
    ],
)
def test_a_pack_that_was_changed_on_the_way_is_refused(tmp_path: Path, before: str, after: str) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag.")
    coast = steunpunt(tmp_path / "kust", "De Kust")
    pack = share(valley)
    assert before in pack.read_text()
    pack.write_text(pack.read_text().replace(before, after, 1))
    with pytest.raises(ContentError, match="vallei"):
        adopt_command(pack, ["inloop_uur"], [], coast, DAY)
    assert not (coast / "gedeeld").exists()


def test_only_what_is_in_the_pack_of_somebody_else_can_be_taken(tmp_path: Path) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag.")
    coast = steunpunt(tmp_path / "kust", "De Kust")
    pack = share(valley)
    with pytest.raises(SettingsError, match="bestaat_niet"):
        adopt_command(pack, ["inloop_uur", "bestaat_niet"], [], coast, DAY)
    with pytest.raises(SettingsError, match="van jullie zelf"):
        adopt_command(pack, ["inloop_uur"], [], valley, DAY)
    assert not list((coast / "faq").iterdir())


def test_a_pack_holds_files_of_editors_and_nothing_else(tmp_path: Path) -> None:
    valley = steunpunt(tmp_path / "vallei", "De Vallei", "Woensdag.", flow=True)
    held = json.loads(share(valley).read_text())
    assert set(held) == {"steunpuntbot", "by", "made", "pieces"}
    assert [set(piece) for piece in held["pieces"]] == [{"kind", "id", "mark", "text"}] * 2
