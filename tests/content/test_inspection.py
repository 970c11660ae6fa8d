"""What only the whole content can show."""

from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.inspection import inspect
from bot.adapters.content.library import load_content
from tests.acceptance.content import FAQ, write_content


def codes(folder: Path) -> set[str]:
    """Codes of all findings."""
    findings = Findings()
    content = load_content(folder, findings)
    assert not findings.errors
    return {finding.code for finding in inspect(content)}


def test_a_small_clean_folder_has_no_such_findings(tmp_path: Path) -> None:
    assert not {"dubbele_vraag", "ongebruikt", "leesbaar"} & codes(write_content(tmp_path / "content"))


def test_the_same_question_under_two_entries_is_found(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    doubled = FAQ.replace("- hij wil zijn bed niet uit", "- Hoe vraag ik een TLV aan?")
    (folder / "faq" / "vragen.yaml").write_text(doubled)
    assert "dubbele_vraag" in codes(folder)


def test_a_contact_nobody_names_is_found(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    contacts = folder / "faq" / "contacts.yaml"
    contacts.write_text(contacts.read_text() + '  - id: vergeten\n    name: Vergeten\n    phone: "0800-0000"\n')
    assert "ongebruikt" in codes(folder)


def test_hard_words_and_long_sentences_are_found_and_may_be_excused(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    hard = (
        "De toelaatbaarheidsverklaringsprocedure vereist overeenstemmingsgerichte besluitvormingsverantwoordelijkheid."
    )
    text = FAQ.replace("      Praat eerst met school.", f"      {hard}")
    (folder / "faq" / "vragen.yaml").write_text(text)
    assert "leesbaar" in codes(folder)
    excused = text.replace("- id: kind_thuis\n", '- id: kind_thuis\n  allow:\n    readability: "naam van een wet"\n')
    (folder / "faq" / "vragen.yaml").write_text(excused)
    assert "leesbaar" not in codes(folder)
