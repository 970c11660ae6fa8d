"""Flows in other languages: text by text beside the Dutch, so that one that changed falls back alone."""

from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import Content, load_content
from bot.app.cli import main
from bot.domain.ids import FlowId
from bot.flow.definition import Ask, Flow
from tests.acceptance.content import write_content

PROEF = FlowId("proef")
FLOW = """\
flow: proef
title:
  nl: Proef
  en: Trial
audience: [ouder]
owner: redactie
review_by: "2027-05-01"
start:
  words: [de proef]
slots:
  - name: duur
    type: choice
    label:
      nl: Hoe lang
      en: How long
    options:
      - id: dagen
        label:
          nl: Een paar dagen
          en: A few days
        also: [kort]
      - id: weken
        label:
          nl: Weken
          en: Weeks
steps:
  - ask: duur
    text:
      nl: Hoe lang al? Bel {contact:lijn}.
      en: How long? Call {contact:lijn}.
      nl@jongere: Hoe lang duurt het al?
  - id: klaar
    end: klaar
    text:
      nl: "Duur: {duur}"
      en: "Time: {duur}"
"""
HEAD = """\
flow: proef
made:
  by: Ayşe
  on: "2026-11-28"
texts:
"""
GOOD = (
    HEAD
    + """\
  - nl: Proef
    text: Deneme
    also: [deneme yapmak]
  - nl: Hoe lang
    text: Ne kadar
  - nl: Een paar dagen
    text: Birkaç gün
    also: [az]
  - nl: Weken
    text: Haftalar
  - nl: Hoe lang al? Bel {contact:lijn}.
    text: Ne zamandan beri? {contact:lijn} numarasını arayın.
  - nl: Hoe lang duurt het al?
    text: Ne zamandır sürüyor?
  - nl: "Duur: {duur}"
    text: "Süre: {duur}"
"""
)
REVIEWED = GOOD + 'reviewed:\n  by: Ayşe\n  on: "2026-12-01"\n'


def put(tmp_path: Path, text: str = GOOD, *, language: str = "tr", flow: str = FLOW, profile: str = "") -> Path:
    folder = write_content(tmp_path / "content")
    (folder / "flows" / "vertalingen" / language).mkdir(parents=True)
    (folder / "flows" / "proef.yaml").write_text(flow)
    (folder / "flows" / "vertalingen" / language / "proef.yaml").write_text(text)
    if profile:
        settings = folder / "steunpunt.yaml"
        settings.write_text(settings.read_text() + profile)
    return folder


def read(folder: Path) -> tuple[Content, Findings]:
    findings = Findings()
    return load_content(folder, findings), findings


def proef(folder: Path) -> Flow:
    content, findings = read(folder)
    assert not findings.items
    return content.flows[PROEF]


def test_every_text_is_there_beside_the_dutch(tmp_path: Path) -> None:
    flow = proef(put(tmp_path))
    assert flow.title == {"nl": "Proef", "en": "Trial", "tr": "Deneme"}
    assert flow.start_words == ("de proef", "deneme yapmak")
    duur = flow.slots["duur"]
    assert duur.label["tr"] == "Ne kadar"
    assert [option.label["tr"] for option in duur.options] == ["Birkaç gün", "Haftalar"]
    assert [option.also for option in duur.options] == [("kort", "az"), ()]
    ask = flow.steps[0]
    assert isinstance(ask, Ask)
    assert ask.text["tr"] == "Ne zamandan beri? {contact:lijn} numarasını arayın."
    assert ask.text["tr@jongere"] == "Ne zamandır sürüyor?"
    assert flow.unreviewed == {"tr"}


def test_a_translation_is_no_new_question_for_who_is_in_the_middle(tmp_path: Path) -> None:
    with_it = proef(put(tmp_path / "with"))
    without = write_content(tmp_path / "without" / "content")
    (without / "flows").mkdir(exist_ok=True)
    (without / "flows" / "proef.yaml").write_text(FLOW)
    plain = proef(without)
    assert plain.question_hash(plain.steps[0]) == with_it.question_hash(with_it.steps[0])
    other = proef(put(tmp_path / "other", GOOD.replace("Weken", "Maanden"), flow=FLOW.replace("Weken", "Maanden")))
    assert other.question_hash(other.steps[0]) != with_it.question_hash(with_it.steps[0])


def test_a_dutch_text_that_changed_falls_back_alone_and_the_editor_hears_it(tmp_path: Path) -> None:
    content, findings = read(put(tmp_path, flow=FLOW.replace("nl: Weken", "nl: Een week of langer")))
    duur = content.flows[PROEF].slots["duur"]
    assert duur.options[0].label["tr"] == "Birkaç gün"
    assert "tr" not in duur.options[1].label
    said = {(one.code, one.file, one.line) for one in findings.items}
    assert said == {
        ("vertaling_oud", "flows/vertalingen/tr/proef.yaml", 14),
        ("onvertaald", "flows/vertalingen/tr/proef.yaml", 1),
    }
    assert not findings.errors
    assert content.flow_translations.missing == {("tr", PROEF): ("Een week of langer",)}


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("Süre: {duur}", "Süre", "weggevallen", 21),
        ("numarasını", "{contact:andere}", "bijgekomen", 17),
        ("Ne zamandır sürüyor?", "Ne [zamandır](https://ergens.nl) sürüyor?", "bijgekomen", 19),
        ("text: Haftalar", "text: " + "H" * 41, "lengte", 15),
        ("text: Ne zamandır sürüyor?", "text: " + "N" * 1351, "lengte", 19),
        ("text: Haftalar", "tekst: Haftalar", "onbekend", 15),
        ("flow: proef", "flow: proeff", "verwijzing", 1),
        ('  on: "2026-11-28"\n', "", "ontbreekt", 2),
    ],
)
def test_what_is_wrong_names_the_line_of_the_translation(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    assert old in GOOD
    _, findings = read(put(tmp_path, GOOD.replace(old, new)))
    assert (code, line) in {(one.code, one.line) for one in findings.errors}
    assert {one.file for one in findings.errors} == {"flows/vertalingen/tr/proef.yaml"}


def test_a_label_of_forty_letters_and_a_text_of_its_most_fit(tmp_path: Path) -> None:
    text = GOOD.replace("text: Haftalar", "text: " + "H" * 40).replace(
        "text: Ne zamandır sürüyor?", "text: " + "N" * 1350
    )
    codes = {one.code for one in read(put(tmp_path, text))[1].items if "vertalingen" in one.file}
    assert not codes


def test_a_language_that_is_not_offered_and_a_second_file_are_refused(tmp_path: Path) -> None:
    _, findings = read(put(tmp_path / "xx", language="xx"))
    assert [one.code for one in findings.errors] == ["taal"]
    folder = put(tmp_path / "twice")
    (folder / "flows" / "vertalingen" / "tr" / "nog_een.yaml").write_text(GOOD)
    _, findings = read(folder)
    assert [(one.code, one.file) for one in findings.errors] == [("dubbel_id", "flows/vertalingen/tr/proef.yaml")]


def test_who_shows_only_reviewed_translations_shows_this_one_once_it_is(tmp_path: Path) -> None:
    shy = "unreviewed_translations: weglaten\n"
    assert "tr" not in proef(put(tmp_path / "a", profile=shy)).title
    shown = proef(put(tmp_path / "b", REVIEWED, profile=shy))
    assert shown.title["tr"] == "Deneme"
    assert not shown.unreviewed


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(tmp_path, GOOD.replace("  - nl: Weken\n    text: Haftalar\n", ""))
    assert main(["faq", "translated", "--content", str(folder), "--language", "tr"]) == 0
    said = capsys.readouterr().out
    assert "proef: 1 teksten ontbreken, de eerste: Weken" in said


def test_every_packaged_translation_is_whole() -> None:
    findings = Findings()
    content = load_content(packaged_content(), findings)
    assert not [one for one in findings.items if one.file.startswith("flows/vertalingen/")]
    assert not content.flow_translations.missing
