"""The texts for somebody in danger take numbers, terms and ages from the one place where they stand."""

from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import Content, load_content
from bot.authoring.lint.inspection import inspect
from bot.domain.ids import ContactId
from tests.acceptance.content import write_content

FACTS = """\
facts:
  - id: lijn_leeftijd
    what: voor wie de lijn is
    text: {nl: 8 tot 18 jaar, en: 8 to 18}
    near: {nl: [lijn], en: [line]}
    source: {title: De lijn, url: "https://lijn.example", checked: "2026-11-28"}
"""
CONTACTS = """\
contacts:
  - id: "112"
    name: {nl: "112"}
    phone: "112"
  - id: lijn
    name: {nl: De lijn}
    phone: "0800-0432"
"""
ANSWERS = """\
owner: ""
answers:
  - level: crisis
    category: suicide
    text:
      nl: |
        PLACE

        Je bent niet alleen.
    about_other:
      nl: Bel {contact:112.phone}.
"""
CRISIS = """\
replies:
  - id: gaat_weer
    phrasings:
      nl: [het gaat weer, gaat wel weer, ik ben rustig, alles is goed, ik voel me beter]
    text:
      nl: "**{contact:112.phone}** is er. PLACE"
"""


def put(tmp_path: Path, place: str, file: str = "antwoorden.yaml") -> tuple[Content, Findings]:
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "facts.yaml").write_text(FACTS)
    (folder / "faq" / "contacts.yaml").write_text(CONTACTS)
    (folder / "faq" / "veiligheid").mkdir(exist_ok=True)
    text = ANSWERS if file == "antwoorden.yaml" else CRISIS
    (folder / "faq" / "veiligheid" / file).write_text(text.replace("PLACE", place))
    findings = Findings()
    return load_content(folder, findings), findings


@pytest.mark.parametrize("file", ["antwoorden.yaml", "crisis.yaml"])
@pytest.mark.parametrize(
    ("place", "code", "advice"),
    [
        ("De lijn is voor 8 tot 18 jaar.", "feit_uitgeschreven", "schrijf {fact:lijn_leeftijd}"),
        ("De lijn is voor {fact:lijn_leeftijd}.", "", ""),
        ("Bel 0800-0432.", "nummer_uitgeschreven", "schrijf {contact:lijn.phone}"),
        ("Bel nu **112**!", "nummer_uitgeschreven", "schrijf {contact:112.phone}"),
        ("Bel {contact:112.phone}, of {contact:112}.", "", ""),
        ("Kijk op [112.nl](https://www.112.nl/112) of 112.nl.", "", ""),
        ("Er zijn 1120 plekken, kamer 2-112 en 112-2.", "", ""),
    ],
)
def test_what_stands_elsewhere_is_found_when_it_is_written_out(
    tmp_path: Path, file: str, place: str, code: str, advice: str
) -> None:
    content, findings = put(tmp_path, place, file)
    about = [one for one in inspect(content) if one.code in ("feit_uitgeschreven", "nummer_uitgeschreven")]
    assert [(one.file, one.code, one.advice) for one in about] == (
        [(f"faq/veiligheid/{file}", code, advice)] if code else []
    )
    assert [one for one in findings.errors if "veiligheid" in one.file] == []


def test_the_line_is_that_of_the_sentence(tmp_path: Path) -> None:
    content, _ = put(tmp_path, "Dag.\n        Bel 112.")
    (found,) = [one for one in inspect(content) if one.code == "nummer_uitgeschreven"]
    lines = (tmp_path / "content" / "faq" / "veiligheid" / "antwoorden.yaml").read_text().splitlines()
    assert lines[found.line - 1].strip() == "Bel 112."


@pytest.mark.parametrize("file", ["antwoorden.yaml", "crisis.yaml"])
def test_a_number_that_is_not_there_is_an_error_before_anybody_is_in_danger(tmp_path: Path, file: str) -> None:
    _, findings = put(tmp_path, "Bel {contact:114.phone}.", file)
    (found,) = [one for one in findings.errors if one.code == "contact"]
    assert (found.file, "'114'" in found.what) == (f"faq/veiligheid/{file}", True)


def test_an_answer_may_call_an_organisation_by_its_number(tmp_path: Path) -> None:
    content, _ = put(tmp_path, "Dag.")
    answers = {one.where for one in content.written} & {str(one.entry.id) for one in content.entries}
    assert answers
    assert not [one for one in inspect(content) if one.code == "nummer_uitgeschreven"]


def test_the_national_safety_texts_write_nothing_out() -> None:
    content = load_content(packaged_content(), Findings())
    entries = {located.entry.id for located in content.entries}
    spoken = [one for one in content.written if one.where not in entries]
    assert {one.file for one in spoken} >= {"faq/veiligheid/antwoorden.yaml", "faq/veiligheid/crisis.yaml"}
    found = [one for one in inspect(content) if one.code in ("feit_uitgeschreven", "nummer_uitgeschreven")]
    assert [str(one) for one in found] == []


def test_hours_in_the_replies_are_those_of_the_helpline() -> None:
    content = load_content(packaged_content(), Findings())
    schedule = content.contacts[ContactId("kindertelefoon")].schedule
    assert schedule is not None
    hours = {opening for openings in schedule.days.values() for opening in openings}
    said = [one.text for one in content.written if one.where == "weten_mijn_ouders_dit"]
    assert said
    ((start, end),) = hours
    assert [text for text in said if f"{start:%H.%M}" not in text or f"{end:%H.%M}" not in text] == []
