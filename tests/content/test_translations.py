"""Translations: held against the Dutch they were made from, stamped by a command, chosen by the profile."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import layers_of, packaged_content
from bot.adapters.content.library import Content, load_content
from bot.adapters.content.translations import mark_of
from bot.app.cli import main
from bot.authoring.editing.stamping import stamp
from bot.domain.ids import EntryId, Language
from tests.acceptance.content import FAQ, write_content

TR = Language("tr")
TLV = EntryId("tlv_aanvragen")
GOOD = """\
# made by a neighbour
- id: tlv_aanvragen
  title: TLV nasıl alınır?
  questions:
    - tlv nasıl istenir
  answer: |
    TLV'yi (toelaatbaarheidsverklaring) okul ister. {contact:lijn} numarasını arayın.
"""


def put(tmp_path: Path, text: str = GOOD, language: str = "tr", *, stamped: bool = True) -> Path:
    """A content folder with this file of translations."""
    folder = write_content(tmp_path / "content")
    place = folder / "faq" / "vertalingen" / language / "ouders"
    place.mkdir(parents=True)
    (place / "vragen.yaml").write_text(text)
    if stamped:
        entries = {located.entry.id: located.entry for located in load_content(folder, Findings()).entries}
        stamp(layers_of(folder, Findings())[-1], entries, date(2026, 11, 28))
    return folder


def read(folder: Path) -> tuple[Content, Findings]:
    """The content and what is wrong with it."""
    findings = Findings()
    return load_content(folder, findings), findings


def test_a_stamped_translation_is_there_and_its_questions_stay_apart(tmp_path: Path) -> None:
    content, findings = read(put(tmp_path))
    assert not findings.items
    (located,) = [one for one in content.entries if one.entry.id == TLV]
    shown = content.translations.added_to(located.entry, unreviewed=True)
    assert shown.title[TR] == "TLV nasıl alınır?"
    assert shown.answer[TR].startswith("TLV'yi")
    assert shown.unreviewed == {TR}
    (learned,) = [entry for entry in content.corpus().entries if entry.id == TLV]
    assert learned.translated_questions == {TR: ("tlv nasıl istenir",)}
    assert TR not in learned.questions
    assert TR not in learned.title
    assert TR not in content.translations.added_to(located.entry, unreviewed=False).answer


def test_a_reviewed_translation_is_shown_by_those_who_show_only_reviewed_ones(tmp_path: Path) -> None:
    content, findings = read(put(tmp_path, GOOD + '  reviewed:\n    by: Ayşe\n    on: "2026-12-01"\n'))
    assert not findings.items
    (located,) = [one for one in content.entries if one.entry.id == TLV]
    shown = content.translations.added_to(located.entry, unreviewed=False)
    assert TR in shown.answer
    assert not shown.unreviewed


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("id: tlv_aanvragen", "id: tlv_anvragen", "verwijzing", 2),
        ("{contact:lijn} ", "", "weggevallen", 10),
        ("{contact:lijn}", "{contact:lijn} [site](https://anders.example)", "bijgekomen", 10),
        ("{contact:lijn}", "{contact:lijn} {contact}", "accolade", 10),
        ("title: TLV", "titel: TLV", "onbekend", 7),
        ("  title: TLV nasıl alınır?\n", "", "ontbreekt", 2),
        ("title: TLV", "title: " + "TLV " * 30, "lengte", 7),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert old in GOOD
    _, findings = read(put(tmp_path, GOOD.replace(old, new)))
    found = {(finding.code, finding.line) for finding in findings.errors}
    assert (code, line) in found
    assert {finding.file for finding in findings.errors} == {"faq/vertalingen/tr/ouders/vragen.yaml"}


def test_a_missing_stamp_a_strange_language_and_a_double_are_named(tmp_path: Path) -> None:
    _, unstamped = read(put(tmp_path / "a", stamped=False))
    assert [finding.code for finding in unstamped.errors] == ["ontbreekt"]
    _, strange = read(put(tmp_path / "b", language="xx"))
    assert [finding.code for finding in strange.errors] == ["taal"]
    _, double = read(put(tmp_path / "c", GOOD + GOOD))
    assert [finding.code for finding in double.errors] == ["dubbel_id"]


def test_older_than_its_dutch_is_said_and_not_shown_until_it_is_stamped_anew(tmp_path: Path) -> None:
    folder = put(tmp_path)
    path = folder / "faq" / "vragen.yaml"
    path.write_text(FAQ.replace("De school vraagt de **TLV** aan", "Alleen de school vraagt de **TLV** aan"))
    content, findings = read(folder)
    assert [finding.code for finding in findings.items] == ["vertaling_oud"]
    assert not content.translations.current
    (older,) = content.translations.older
    assert older.id == TLV
    renewed = folder / "faq" / "vertalingen" / "tr" / "ouders" / "vragen.yaml"
    lines = [line for line in renewed.read_text().splitlines(keepends=True) if "    of:" not in line]
    renewed.write_text("".join(lines))
    assert main(["faq", "translated", "--language", "tr", "--content", str(folder)]) == 0
    assert not read(folder)[1].items


def test_the_mark_changes_with_words_of_the_dutch_only(tmp_path: Path) -> None:
    (entry,) = [one.entry for one in read(put(tmp_path))[0].entries if one.entry.id == TLV]
    nl, en = Language("nl"), Language("en")
    for texts in ({"title": {nl: "Anders"}}, {"answer": {nl: "Anders"}}, {"more": {nl: "Erbij"}}):
        assert mark_of(replace(entry, **texts)) != mark_of(entry)  # type: ignore[arg-type]  # one field at a time
    assert mark_of(replace(entry, answer={**entry.answer, en: "Other"})) == mark_of(entry)
    assert mark_of(replace(entry, answer={nl: entry.answer[nl].replace(" ", "\n")})) == mark_of(entry)


def test_the_command_stamps_once_keeps_the_file_and_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path, stamped=False)
    path = folder / "faq" / "vertalingen" / "tr" / "ouders" / "vragen.yaml"
    assert main(["faq", "translated", "--language", "tr", "--content", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "1 vertaling(en) gestempeld" in said
    assert "tr: 1 van de 3 antwoorden, 0 ouder, 2 ontbreken." in said
    assert "ontbreekt: kind_thuis, j_gepest" in said
    first = path.read_text()
    assert [line for line in first.splitlines() if line not in GOOD.splitlines()][:2] == [
        "  made:", "    by: steunpuntbot"
    ]  # fmt: skip
    assert [line for line in first.splitlines() if line in GOOD.splitlines()] == GOOD.splitlines()
    assert main(["faq", "translated", "--content", str(folder)]) == 0
    assert path.read_text() == first
    assert "gestempeld" not in capsys.readouterr().out
    assert main(["faq", "translated", "--language", "de", "--content", str(folder)]) == 1


def test_the_profile_chooses_languages_and_whether_unreviewed_ones_are_shown(tmp_path: Path) -> None:
    folder = put(tmp_path)
    profile = folder / "steunpunt.yaml"
    before = profile.read_text() if profile.exists() else "name: Voorbeeld\nexample: true\n"
    profile.write_text(before + "languages: [nl, tr]\nunreviewed_translations: weglaten\n")
    content, findings = read(folder)
    assert not findings.items
    assert content.profile.languages == ("nl", "tr")
    assert not content.profile.unreviewed_translations
    profile.write_text(before + "unreviewed_translations: soms\n")
    assert [finding.code for finding in read(folder)[1].items] == ["onbekend"]


def test_every_button_of_the_menu_is_there_in_every_language_with_answers() -> None:
    content = load_content(packaged_content(), Findings())
    themes = [theme for shown in content.themes.values() for theme in shown]
    buttons = [*themes, *(part for theme in themes for part in theme.groups)]
    assert len(buttons) > len(themes)
    languages = {"nl", "en", "tr", "ar", "pl", "uk"}
    assert {one.id: sorted(languages - set(one.title)) for one in buttons if languages - set(one.title)} == {}
    assert [(one.id, title) for one in buttons for title in one.title.values() if len(title) > 28] == []
