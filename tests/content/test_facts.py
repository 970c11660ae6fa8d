"""Facts: said once, filled in everywhere, found when a text writes them out, and held against the register of law."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.adapters.content.facts import Written
from bot.adapters.content.findings import Finding, Findings, Severity
from bot.adapters.content.layers import layers_of, packaged_content
from bot.adapters.content.library import Content, load_content
from bot.authoring.editing.stamping import stamp
from bot.authoring.lint.inspection import inspect
from bot.authoring.lint.law import numbers_in
from bot.authoring.lint.rule import Look
from bot.authoring.lint.rules.faq import feit, feit_uitgeschreven
from bot.authoring.lint.rules.faq import register as fitting
from bot.domain.ids import DUTCH, FlowId
from bot.flow.definition import Reckon
from bot.text.placeholders import FACT
from tests.acceptance.content import FAQ, write_content

FACTS = """\
facts:
  - id: bezwaar_termijn
    what: zo lang kun je bezwaar maken
    text:
      nl: 6 weken
      en: 6 weeks
    near:
      nl: [bezwaar]
      en: [object]
    law: [BWBR1 1]
  - id: lijn_leeftijd
    what: voor wie De Lijn is
    text:
      nl: 8 tot 18 jaar
      en: 8 to 18
    near:
      nl: ["{contact:lijn"]
    source:
      title: De Lijn
      url: https://lijn.example/
      checked: "2026-11-23"
"""
REGISTER = """\
articles:
  - law: Proefwet
    bwb: BWBR1
    article: "1"
    date: "2026-01-01"
    checked: "2026-11-28"
    entries: [tlv_aanvragen]
    facts:
      bezwaar_termijn: "binnen zes weken na de bekendmaking"
"""
PLACE = "      De school vraagt de **TLV** aan, niet jij. Bel {contact:lijn}.\n"


def put(tmp_path: Path, answer: str = "", *, facts: str = FACTS, register: str = REGISTER) -> Path:
    """A content folder with facts, a register, and this Dutch answer to the first question."""
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "facts.yaml").write_text(facts)
    (folder / "faq" / "bronnen.yaml").write_text(register)
    if answer:
        (folder / "faq" / "vragen.yaml").write_text(FAQ.replace(PLACE, f"      {answer}\n"))
    return folder


def about_facts(content: Content) -> list[Finding]:
    """What the rules about facts find."""
    look = Look(content=content, today=date(2026, 11, 28))
    return [*feit.RULE.findings(look), *feit_uitgeschreven.RULE.findings(look)]


def not_fitting(content: Content) -> list[Finding]:
    """Where the register, the facts and the answers differ."""
    return list(fitting.RULE.findings(Look(content=content, today=date(2026, 11, 28))))


def codes(folder: Path) -> list[str]:
    """Codes of what has to do with facts or the register."""
    findings = Findings()
    content = load_content(folder, findings)
    return [
        one.code
        for one in (*findings.items, *inspect(content))
        if one.code in {"feit", "feit_uitgeschreven", "register"}
    ]


@cache
def packaged() -> Content:
    """The national content."""
    return load_content(packaged_content(), Findings())


def test_a_fact_is_filled_in_in_the_language_of_the_text(tmp_path: Path) -> None:
    folder = put(
        tmp_path, "Maak binnen {fact:bezwaar_termijn} bezwaar. Dat is {fact:bezwaar_termijn.number} keer 7 dagen."
    )
    text = folder / "faq" / "vragen.yaml"
    text.write_text(text.read_text().replace("The school applies", "Within {fact:bezwaar_termijn} the school applies"))
    entry = load_content(folder, Findings()).entries[0].entry
    assert entry.answer == {
        "nl": "Maak binnen 6 weken bezwaar. Dat is 6 keer 7 dagen.",
        "en": "Within 6 weeks the school applies for the TLV.",
    }
    assert codes(folder) == []


def test_both_ends_of_a_range_can_be_said_apart(tmp_path: Path) -> None:
    folder = put(tmp_path, "Van {fact:lijn_leeftijd}: {fact:lijn_leeftijd.number} en {fact:lijn_leeftijd.to}.")
    assert load_content(folder, Findings()).entries[0].entry.answer[DUTCH] == "Van 8 tot 18 jaar: 8 en 18."


def test_a_flow_says_facts_too(tmp_path: Path) -> None:
    folder = put(tmp_path)
    (folder / "flows").mkdir()
    (folder / "flows" / "bezwaar.yaml").write_text(
        "flow: bezwaar\ntitle:\n  nl: Bezwaar\n  en: Objecting\naudience: [ouder]\nowner: redactie\n"
        'review_by: "2027-05-01"\n'
        "slots:\n  - name: ok\n    type: yes_no\n    label:\n      nl: Ok\n      en: Ok\nsteps:\n"
        "  - say:\n      nl: Je hebt {fact:bezwaar_termijn}.\n      en: You have {fact:bezwaar_termijn}.\n"
        "  - ask: ok\n    text:\n      nl: Doe je het binnen zes weken, bezwaar maken?\n      en: Will you?\n"
    )
    findings = Findings()
    content = load_content(folder, findings)
    assert not findings.errors
    flow = content.flows[FlowId("bezwaar")]
    assert flow.steps[0].text == {"nl": "Je hebt 6 weken.", "en": "You have 6 weeks."}  # type: ignore[union-attr]  # it says
    assert [(one.file, one.code) for one in about_facts(content)] == [("flows/bezwaar.yaml", "feit_uitgeschreven")]


@pytest.mark.parametrize("placeholder", ["{fact:bestaat_niet}", "{fact:bestaat_niet.number}"])
def test_a_fact_that_does_not_exist_is_an_error(tmp_path: Path, placeholder: str) -> None:
    findings = Findings()
    content = load_content(put(tmp_path, f"Maak binnen {placeholder} bezwaar."), findings)
    found = [one for one in inspect(content) if one.code == "feit"]
    assert [(one.severity, "bestaat_niet" in one.what) for one in found] == [(Severity.ERROR, True)]


WRITTEN_OUT = [
    ("Maak binnen 6 weken bezwaar.", ["feit_uitgeschreven"]),
    ("Maak binnen zes weken bezwaar.", ["feit_uitgeschreven"]),
    ("Zes weken, zo lang kun je bezwaar maken.", ["feit_uitgeschreven"]),
    ("**Hoe maak ik bezwaar?** Schrijf het bestuur, binnen 6 weken.", ["feit_uitgeschreven"]),
    ("Bel {contact:lijn}, van 8 tot en met 18.", ["feit_uitgeschreven"]),
    ("Bel {contact:lijn} (8-18 jaar).", ["feit_uitgeschreven"]),
    # What looks like it and is something else.
    ("Ik maakte zes weken geleden bezwaar.", []),
    ("Je wacht al 6 weken op je bezwaar.", []),
    ("Over 6 weken hoor je meer over je bezwaar.", []),
    ("Het bezwaar mag 6 weken langer duren.", []),
    ("Het duurt ongeveer zes weken.", []),
    ("Na twee weken kun je bezwaar maken.", []),
    ("Maak binnen 16 weken bezwaar.", []),
    ("Bezwaar maken kan. De cursus duurt 6 weken.", []),
    ("Maak binnen {fact:bezwaar_termijn} bezwaar.", []),
    ("Bel {contact:lijn}. De zaal heeft 8 tot 18 stoelen.", []),
]


@pytest.mark.parametrize(("answer", "expected"), WRITTEN_OUT)
def test_a_fact_is_found_where_it_is_written_out_and_nowhere_else(
    tmp_path: Path, answer: str, expected: list[str]
) -> None:
    assert codes(put(tmp_path, answer)) == expected


def test_the_editor_hears_the_line_and_what_to_write(tmp_path: Path) -> None:
    folder = put(tmp_path, "Praat eerst met school.\n\n      Maak daarna binnen zes weken bezwaar.")
    content = load_content(folder, Findings())
    (found,) = about_facts(content)
    lines = (folder / "faq" / "vragen.yaml").read_text().splitlines()
    assert "Maak daarna binnen zes weken bezwaar" in lines[found.line - 1]
    assert found.advice == "schrijf {fact:bezwaar_termijn}"
    assert "'zes weken'" in found.what


def test_a_changed_fact_makes_the_translation_older_and_a_placeholder_for_the_same_words_does_not(
    tmp_path: Path,
) -> None:
    folder = put(tmp_path, "Maak binnen 6 weken bezwaar.")
    place = folder / "faq" / "vertalingen" / "tr"
    place.mkdir(parents=True)
    (place / "vragen.yaml").write_text(
        "- id: tlv_aanvragen\n  title: Nasıl?\n"
        "  answer: |\n    {fact:bezwaar_termijn.number} hafta içinde itiraz edin.\n"
    )
    entries = {located.entry.id: located.entry for located in load_content(folder, Findings()).entries}
    assert stamp(layers_of(folder, Findings())[-1], entries, date(2026, 11, 28)) == 1
    (folder / "faq" / "vragen.yaml").write_text(
        FAQ.replace(PLACE, "      Maak binnen {fact:bezwaar_termijn} bezwaar.\n")
    )
    findings = Findings()
    (current,) = load_content(folder, findings).translations.current
    assert (current.answer, findings.errors) == ("6 hafta içinde itiraz edin.", ())
    (folder / "faq" / "facts.yaml").write_text(FACTS.replace("6 weken", "8 weken"))
    (older,) = load_content(folder, Findings()).translations.older
    assert older.answer == "8 hafta içinde itiraz edin."


def test_a_translation_may_not_borrow_the_dutch_words(tmp_path: Path) -> None:
    content = load_content(put(tmp_path), Findings())
    written = Written(file="x", line=1, where="tlv_aanvragen", language="tr", text="{fact:bezwaar_termijn} içinde")
    (found,) = about_facts(replace(content, written=(written,)))
    assert "{fact:bezwaar_termijn.number}" in found.advice
    assert not about_facts(replace(content, written=(replace(written, text="{fact:bezwaar_termijn.number} hafta"),)))


@pytest.mark.parametrize(
    ("facts", "register"),
    [
        (FACTS.replace("nl: 6 weken", "nl: 8 weken"), REGISTER),
        (FACTS, REGISTER.replace("zes weken", "acht weken")),
        (FACTS.replace("law: [BWBR1 1]", "law: [BWBR1 2]"), REGISTER),
        (FACTS, REGISTER.replace("bezwaar_termijn:", "een_ander_feit:")),
        (FACTS, REGISTER.replace("[tlv_aanvragen]", "[bestaat_niet]")),
    ],
)
def test_facts_and_register_that_differ_are_an_error(tmp_path: Path, facts: str, register: str) -> None:
    content = load_content(put(tmp_path, facts=facts, register=register), Findings())
    assert Severity.ERROR in {one.severity for one in not_fitting(content)}


@pytest.mark.parametrize(
    "broken",
    [
        FACTS.replace("      en: 6 weeks\n", ""),
        FACTS.replace("    law: [BWBR1 1]\n", ""),
        FACTS.replace("id: lijn_leeftijd", "id: bezwaar_termijn"),
        FACTS.replace("near:", "nera:", 1),
    ],
)
def test_a_broken_fact_is_said(tmp_path: Path, broken: str) -> None:
    findings = Findings()
    load_content(put(tmp_path, facts=broken), findings)
    assert [one.file for one in findings.errors] == ["faq/facts.yaml"]


def test_numbers_are_read_in_digits_and_in_words() -> None:
    assert numbers_in("binnen zes weken, hooguit 7.520 uur") == {6, 7520}
    assert numbers_in("een week") == {1}


def test_no_national_text_writes_a_fact_out_and_every_fact_is_used() -> None:
    content = packaged()
    assert [str(one) for one in about_facts(content)] == []
    used = {match[1] for one in content.written for match in FACT.finditer(one.text)}
    assert set(content.facts.by_id) - used == set()


def test_the_national_facts_say_what_the_articles_say() -> None:
    content = packaged()
    assert [str(one) for one in not_fitting(content)] == []
    quoted = {name for article in content.register.articles for name in article.facts}
    assert quoted == {fact.id for fact in content.facts.by_id.values() if fact.law}


def test_the_ages_of_helplines_are_those_of_their_contacts() -> None:
    content = packaged()
    compared = 0
    for contact in content.contacts.values():
        fact = content.facts.by_id.get(f"{contact.id}_leeftijd")
        if fact is not None:
            compared += 1
            assert fact.numbers == (str(contact.youngest), str(contact.oldest)), contact.id
    assert compared == 5


@pytest.mark.parametrize(
    ("flow", "slot", "fact"),
    [
        ("schorsing", "uiterlijk", "bezwaar_termijn"),
        ("niet_eens_met_school", "uiterlijk", "bezwaar_termijn"),
        ("nieuwe_school", "bezwaar", "bezwaar_termijn"),
        ("nieuwe_school", "zes_weken", "aanmelding_besluit"),
        ("nieuwe_school", "tien_weken", "aanmelding_hooguit"),
    ],
)
def test_flows_reckon_with_the_term_they_say(flow: str, slot: str, fact: str) -> None:
    content = packaged()
    reckoned = [step for step in content.flows[FlowId(flow)].steps if isinstance(step, Reckon) and step.slot == slot]
    assert reckoned
    (weeks,) = numbers_in(re.sub(r"\D+$", "", content.facts.by_id[fact].text["nl"]))
    assert {step.days for step in reckoned} == {7 * weeks}
