"""A folder of an organisation that builds on other content: what replaces, what is added, what is taken out."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.library import Content, load_content
from bot.adapters.content.overlay import fingerprint
from bot.adapters.content.strict_yaml import read_text
from bot.authoring.editing.spreadsheet import export_workbook, import_workbook
from bot.authoring.lint.inspection import inspect
from bot.authoring.rehearsal.scripts import load_scripts
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ContactId
from tests.acceptance.content import PROFILE, write_content

ENTRY = """\
- id: {id}
  audience: [ouder]
  title:
    nl: {title}
    en: {title}
  questions:
    nl:
      - {title}
    en:
      - {title}
  answer:
    nl: |
      Bij ons is het anders.
    en: |
      Here it is different.
  sources:
    - title: Onze bron
      url: https://regio.example/bron
      checked: "2026-11-23"
"""
FLOW = """\
flow: samen_kijken
title:
  nl: Samen kijken
audience: [ouder]
owner: redactie
review_by: "2027-11-01"
slots:
  - name: weken
    type: text
    label:
      nl: Hoe lang
steps:
  - ask: weken
    text:
      nl: Hoe lang al?
  - say:
      nl: Eerst dit.
    id: eerst
  - faq: kind_thuis
    id: uitleg
  - end: klaar
    text:
      nl: Tot ziens.
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """What the organisation builds on."""
    folder = write_content(tmp_path / "basis")
    (folder / "flows").mkdir()
    (folder / "flows" / "samen_kijken.yaml").write_text(FLOW)
    (folder / "faq" / "glossary.yaml").write_text(
        "terms:\n  - id: tlv\n    term: tlv\n    entry: kind_thuis\n    meaning: Een papier.\n"
    )
    (folder / "faq" / "smalltalk.yaml").write_text("- id: dank\n  questions: [dank je]\n  answer: Graag gedaan.\n")
    (folder / "faq" / "not_for_us.yaml").write_text("questions:\n  nl: [maak mijn huiswerk]\n")
    safety = folder / "faq" / "veiligheid"
    safety.mkdir()
    (safety / "suicide.yaml").write_text(
        "category: suicide\npatterns:\n  - id: dood\n    level: crisis\n    match: dood\n"
    )
    (safety / "antwoorden.yaml").write_text(_answers("Landelijke tekst."))
    return folder


@pytest.fixture
def region(tmp_path: Path, base: Path) -> Path:
    """The organisation's own folder, still empty."""
    folder = tmp_path / "regio"
    (folder / "faq").mkdir(parents=True)
    (folder / "steunpunt.yaml").write_text(f"basis: ../{base.name}\n{PROFILE}".replace("Proef", "Regio"))
    return folder


def _answers(text: str) -> str:
    return (
        'owner: arts\napproved: "2026-11-01"\nanswers:\n'
        f"  - level: crisis\n    category: suicide\n    text:\n      nl: {text}\n"
    )


def read(folder: Path) -> tuple[Content, Findings]:
    """The content with everything that is wrong with it."""
    findings = Findings()
    content = load_content(folder, findings)
    findings.items += inspect(content)
    return content, findings


def good(folder: Path) -> Content:
    """The content, which must have no errors."""
    content, findings = read(folder)
    assert not findings.errors, findings.errors
    return content


def codes(folder: Path) -> set[str]:
    """Codes of all findings."""
    return {finding.code for finding in read(folder)[1].items}


def ids(content: Content) -> list[str]:
    """Entries, in order."""
    return [located.entry.id for located in content.entries]


def test_an_empty_overlay_is_the_base_with_the_organisations_own_profile(base: Path, region: Path) -> None:
    above, below = good(region), good(base)
    assert above.corpus() == below.corpus()
    assert (above.profile.name, below.profile.name) == ("Steunpunt Regio", "Steunpunt Proef")
    assert above.overrides == ()
    assert (above.contacts[ContactId("lijn")], above.flows.keys()) == (
        below.contacts[ContactId("lijn")],
        below.flows.keys(),
    )


@pytest.mark.slow
def test_an_overlay_may_build_on_the_packaged_content(region: Path) -> None:
    (region / "steunpunt.yaml").write_text(f"basis: landelijk\n{PROFILE}")
    (region / "faq" / "onze.yaml").write_text(ENTRY.format(id="inloop", title="Inloopuur"))
    content = good(region)
    assert len(content.entries) > 100
    assert ids(content)[-1] == "inloop"
    assert content.signals.patterns


def test_an_equal_id_replaces_in_its_place_and_a_new_one_comes_at_the_end(base: Path, region: Path) -> None:
    text = ENTRY.format(id="inloop", title="Inloopuur") + ENTRY.format(id="kind_thuis", title="Thuis")
    (region / "faq" / "onze.yaml").write_text(text)
    content = good(region)
    assert ids(content) == [*ids(good(base)), "inloop"]
    replaced = next(located for located in content.entries if located.entry.id == "kind_thuis")
    assert replaced.entry.title[DUTCH] == "Thuis"
    assert replaced.file == "faq/onze.yaml"
    others = [located.file for located in content.entries if located.entry.id == "j_gepest"]
    assert others == ["../basis/faq/vragen.yaml"]


def test_an_override_without_fingerprint_is_told_which_and_is_quiet_until_the_national_one_changes(
    base: Path, region: Path
) -> None:
    own = region / "faq" / "onze.yaml"
    own.write_text(ENTRY.format(id="kind_thuis", title="Thuis"))
    (missing,) = [finding for finding in read(region)[1].items if finding.code == "landelijk_ontbreekt"]
    assert (missing.file, missing.line) == ("faq/onze.yaml", 1)
    note = re.search(r'landelijk: "[0-9a-f]{12}"', missing.advice)
    assert note
    own.write_text(own.read_text().replace("  audience", f"  {note[0]}\n  audience"))
    assert not {"landelijk_ontbreekt", "landelijk_veranderd"} & codes(region)
    (override,) = good(region).overrides
    assert str(override) == (
        "faq/onze.yaml:1 · vraag 'kind_thuis' komt in plaats van ../basis/faq/vragen.yaml:23"
        " · de landelijke versie is niet veranderd"
    )

    national = base / "faq" / "vragen.yaml"
    national.write_text(national.read_text().replace("Praat eerst met school.", "Praat eerst met de mentor."))
    (changed,) = [finding for finding in read(region)[1].items if finding.code == "landelijk_veranderd"]
    assert (changed.file, changed.line) == ("faq/onze.yaml", 2)
    assert "../basis/faq/vragen.yaml:23" in changed.advice
    assert note[0] not in changed.advice
    assert "intussen veranderd" in str(good(region).overrides[0])


def test_an_entry_can_be_taken_out_and_what_named_it_below_goes_on_without(base: Path, region: Path) -> None:
    (region / "faq" / "onze.yaml").write_text('- id: kind_thuis\n  verwijderd: true\n  reden: "hebben wij niet"\n')
    content = good(region)
    assert "kind_thuis" not in ids(content)
    assert content.entries[0].entry.related == ()
    assert [theme.entries for theme in content.themes[Audience.PARENT]] == [("tlv_aanvragen",)]
    assert content.glossary.meanings["tlv"].entry is None
    assert content.overrides[0].reason == "hebben wij niet"
    flow = content.flows[next(iter(content.flows))]
    assert [list(flow.targets(step)) for step in flow.steps][1:3] == [["uitleg"], [flow.steps[3].id]]


def test_the_organisations_own_reference_to_what_it_took_out_is_an_error(region: Path) -> None:
    own = ENTRY.format(id="inloop", title="Inloopuur") + "  related: [kind_thuis]\n"
    (region / "faq" / "onze.yaml").write_text(own + "- id: kind_thuis\n  verwijderd: true\n  reden: weg\n")
    (error,) = read(region)[1].errors
    assert (error.code, error.file) == ("verwijzing", "faq/onze.yaml")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- id: kind_thuis\n  verwijderd: true\n", "ontbreekt"),
        ("- id: bestaat_niet\n  verwijderd: true\n  reden: weg\n", "verwijderd_onbekend"),
        ("- id: kind_thuis\n  verwijderd: true\n  reden: weg\n  answer: A\n", "onbekend"),
        (ENTRY.format(id="nieuw", title="Nieuw") + "  landelijk: abc\n", "landelijk_onbekend"),
        (ENTRY.format(id="dubbel", title="Een") + ENTRY.format(id="dubbel", title="Twee"), "dubbel_id"),
        (ENTRY.format(id="kind_thuis", title="Een") + ENTRY.format(id="kind_thuis", title="Twee"), "dubbel_id"),
    ],
)
def test_every_mistake_in_an_overlay_is_found(region: Path, text: str, code: str) -> None:
    (region / "faq" / "onze.yaml").write_text(text)
    (found,) = [finding for finding in read(region)[1].items if finding.code == code]
    assert found.file == "faq/onze.yaml"


@pytest.mark.parametrize("text", ["- id: kind_thuis\n  verwijderd: true\n  reden: weg\n"])
def test_a_folder_without_a_base_has_nothing_to_take_out(base: Path, text: str) -> None:
    (base / "faq" / "zz.yaml").write_text(text)
    assert "verwijderd_onbekend" in codes(base)


@pytest.mark.parametrize("named", ["bestaat_niet", ".", ""])
def test_a_base_that_is_no_other_folder_is_an_error_at_its_line(region: Path, named: str) -> None:
    (region / "steunpunt.yaml").write_text(f"{PROFILE}basis: {named}\n")
    findings = read(region)[1]
    (error,) = [finding for finding in findings.errors if finding.code == "basis"]
    assert (error.file, error.line) == ("steunpunt.yaml", PROFILE.count("\n") + 1)


def test_the_files_beside_the_entries_are_laid_over_as_well(region: Path) -> None:
    faq = region / "faq"
    (faq / "contacts.yaml").write_text(
        'contacts:\n  - id: lijn\n    name: Onze Lijn\n    phone: "0318-1"\n  - id: wijk\n    name: Wijkteam\n'
    )
    (faq / "glossary.yaml").write_text("terms:\n  - id: tlv\n    term: tlv\n    meaning: Anders.\n")
    (faq / "smalltalk.yaml").write_text("- id: dank\n  questions: [bedankt]\n  answer: Tot snel.\n")
    (faq / "not_for_us.yaml").write_text("questions:\n  nl: [hoe laat gaat de bus]\n")
    (faq / "menu.yaml").write_text(
        "ouder:\n  - id: regels\n    title: Onze regels\n    entries: [kind_thuis]\n"
        "  - id: meer\n    title: Meer\n    entries: [tlv_aanvragen]\n"
    )
    content = good(region)
    assert content.contacts[ContactId("lijn")].name == {"nl": "Onze Lijn"}
    assert "wijk" in content.contacts
    assert content.glossary.meanings["tlv"].text == {"nl": "Anders."}
    assert content.smalltalk == {"dank": {"nl": "Tot snel."}}
    assert content.not_for_us == {"nl": ("maak mijn huiswerk", "hoe laat gaat de bus")}
    assert [theme.id for theme in content.themes[Audience.PARENT]] == ["regels", "meer"]
    assert [theme.id for theme in content.themes[Audience.YOUTH]] == ["pesten"]
    assert {str(override.kind) for override in content.overrides} == {"contact", "begrip", "praatje", "thema"}


def test_a_flow_is_replaced_with_its_rehearsals(base: Path, region: Path) -> None:
    script = "tests:\n  - name: {name}\n    chat:\n      - start: samen_kijken\n"
    (base / "flows" / "samen_kijken.test.yaml").write_text(script.format(name="landelijk"))
    assert [script.name for script in load_scripts(region, Findings())] == ["landelijk"]
    (region / "flows").mkdir()
    (region / "flows" / "samen_kijken.yaml").write_text(FLOW.replace("Eerst dit.", "Eerst dat."))
    (region / "flows" / "samen_kijken.test.yaml").write_text(script.format(name="van ons"))
    flow = next(iter(good(region).flows.values()))
    assert flow.file == "flows/samen_kijken.yaml"
    assert [script.name for script in load_scripts(region, Findings())] == ["van ons"]


def test_a_flow_can_be_taken_out(base: Path, region: Path) -> None:
    entries = base / "faq" / "vragen.yaml"
    entries.write_text(entries.read_text().replace("- id: kind_thuis\n", "- id: kind_thuis\n  flow: samen_kijken\n"))
    (region / "flows").mkdir()
    (region / "flows" / "weg.yaml").write_text("flow: samen_kijken\nverwijderd: true\nreden: doen wij zelf\n")
    content = good(region)
    assert not content.flows
    assert all(located.entry.flow is None for located in content.entries)


def test_signals_of_danger_stay_national_and_only_the_approved_texts_may_differ(region: Path) -> None:
    safety = region / "faq" / "veiligheid"
    safety.mkdir()
    (safety / "antwoorden.yaml").write_text(_answers("Onze tekst."))
    assert [answer.text["nl"] for answer in good(region).safety_answers] == ["Onze tekst."]
    (safety / "suicide.yaml").write_text("category: suicide\npatterns: []\n")
    content, findings = read(region)
    assert [(error.file, error.code) for error in findings.errors] == [("faq/veiligheid/suicide.yaml", "veiligheid")]
    assert [pattern.id for pattern in content.signals.patterns] == ["dood"]


def test_texts_for_danger_that_nobody_approved_do_not_push_approved_ones_aside(region: Path) -> None:
    safety = region / "faq" / "veiligheid"
    safety.mkdir()
    (safety / "antwoorden.yaml").write_text(_answers("Onze tekst.").replace("owner: arts\n", ""))
    assert [answer.text["nl"] for answer in good(region).safety_answers] == ["Landelijke tekst."]
    assert "akkoord" in codes(region)


def test_excel_holds_only_the_organisations_own_entries(tmp_path: Path, base: Path, region: Path) -> None:
    before = (base / "faq" / "vragen.yaml").read_bytes()
    text = ENTRY.format(id="inloop", title="Inloopuur") + "- id: kind_thuis\n  verwijderd: true\n  reden: weg\n"
    (region / "faq" / "onze.yaml").write_text(text)
    book = tmp_path / "vragen.xlsx"
    assert export_workbook(region, book) == 1
    assert import_workbook(book, region) == []
    _set_cell(book, "Inloopuur", "Ons inloopuur")
    assert [change.id for change in import_workbook(book, region)] == ["inloop"]
    assert (region / "faq" / "onze.yaml").read_text() == text.replace("    nl: Inloopuur", "    nl: Ons inloopuur")
    assert (base / "faq" / "vragen.yaml").read_bytes() == before


def _set_cell(path: Path, old: str, new: str) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    head, row = book["Antwoorden"][1], book["Antwoorden"][2]
    (cell,) = [cell for title, cell in zip(head, row, strict=True) if title.value == "titel nl"]
    assert cell.value == old
    cell.value = new
    book.save(path)


def _fingerprint(text: str) -> str:
    value = read_text(text, "x.yaml", Findings())
    assert value is not None
    return fingerprint(Fields(value, "x.yaml", Findings(), what="deze vraag"))


WORDS = st.text(alphabet="abcdefgh", min_size=1, max_size=6)


@given(st.dictionaries(WORDS, WORDS, min_size=2, max_size=5), st.data())
def test_a_fingerprint_follows_what_can_be_read_and_nothing_else(fields: dict[str, str], data: st.DataObject) -> None:
    lines = [f'{name}: "{text}"' for name, text in fields.items()]
    plain = _fingerprint("\n".join(lines))
    shuffled = data.draw(st.permutations(lines))
    dated = [*shuffled, 'review_by: "2030-01-01"', 'landelijk: "abc"', "# een opmerking"]
    assert _fingerprint("\n".join(dated).replace('"\n', '"\n\n')) == plain
    changed = data.draw(st.sampled_from(sorted(fields)))
    other = {**fields, changed: fields[changed] + "x"}
    assert _fingerprint("\n".join(f'{name}: "{text}"' for name, text in other.items())) != plain
