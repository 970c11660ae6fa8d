"""What only the whole content can show."""

from pathlib import Path

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import load_content
from bot.authoring.lint.inspection import inspect
from bot.domain.audience import Audience
from tests.acceptance.content import FAQ, MENU, write_content


def codes(folder: Path) -> set[str]:
    """Codes of all findings."""
    findings = Findings()
    content = load_content(folder, findings)
    assert not findings.errors
    return {finding.code for finding in inspect(content)}


def test_a_small_clean_folder_has_no_such_findings(tmp_path: Path) -> None:
    assert not {"dubbele_vraag", "ongebruikt", "leesbaar", "onbereikbaar", "past_beter_bij", "lijkt_op"} & codes(
        write_content(tmp_path / "content")
    )


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


def test_a_theme_is_divided_in_parts_and_a_longer_list_is_found(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    menu = folder / "faq" / "menu.yaml"
    parts = "    groups:\n" + "".join(
        f"      - id: {name}\n        title:\n          nl: {name}\n        entries: [{entry}]\n"
        for name, entry in (("papieren", "tlv_aanvragen"), ("thuis", "kind_thuis"))
    )
    menu.write_text(MENU.replace("    entries: [tlv_aanvragen, kind_thuis]\n", parts))
    findings = Findings()
    (theme,) = load_content(folder, findings).themes[Audience.PARENT]
    assert [(part.id, part.entries) for part in theme.groups] == [
        ("papieren", ("tlv_aanvragen",)),
        ("thuis", ("kind_thuis",)),
    ]
    assert theme.entries == ("tlv_aanvragen", "kind_thuis")
    assert not findings.items
    menu.write_text(MENU.replace("[tlv_aanvragen, kind_thuis]", f"[{', '.join(['kind_thuis'] * 9)}]"))
    load_content(folder, findings)
    assert [one.code for one in findings.items] == ["menu_lang"]
    menu.write_text(MENU.replace("    entries: [tlv_aanvragen, kind_thuis]\n", "    entries: [kind_thuis]\n" + parts))
    load_content(folder, findings)
    assert [one.code for one in findings.errors] == ["menu"]


def test_no_national_list_is_longer_than_eight_and_every_question_is_in_one() -> None:
    content = load_content(packaged_content(), Findings())
    for audience, themes in content.themes.items():
        parts = [part for theme in themes for part in (theme.groups or (theme,))]
        assert len(themes) <= 8
        assert max(len(part.entries) for part in parts) <= 8
        shown = {entry for part in parts for entry in part.entries}
        assert shown == {one.entry.id for one in content.entries if audience in one.entry.audiences}
        ids = [part.id for theme in themes for part in (theme, *theme.groups)]
        assert len(ids) == len(set(ids))


def test_an_entry_no_button_leads_to_is_found(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    menu, entries = folder / "faq" / "menu.yaml", folder / "faq" / "vragen.yaml"
    menu.write_text(MENU.replace("[tlv_aanvragen, kind_thuis]", "[tlv_aanvragen]"))
    # Still reached: tlv_aanvragen names it as related.
    assert "onbereikbaar" not in codes(folder)
    entries.write_text(FAQ.replace("  related: [kind_thuis]\n", ""))
    assert "onbereikbaar" in codes(folder)
    (folder / "faq" / "glossary.yaml").write_text(
        "terms:\n  - id: tlv\n    term: tlv\n    entry: kind_thuis\n    meaning: Een papier.\n"
    )
    assert "onbereikbaar" not in codes(folder)


def test_a_folder_without_a_menu_has_no_unreachable_entries(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "menu.yaml").unlink()
    assert "onbereikbaar" not in codes(folder)


def test_a_word_of_the_glossary_nobody_uses_is_found_and_may_be_excused(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    glossary = folder / "faq" / "glossary.yaml"
    glossary.write_text("terms:\n  - id: tlv\n    term: TLV\n")
    assert "ongebruikt" not in codes(folder)
    glossary.write_text("terms:\n  - id: odd\n    term: odd\n    also: [opstandige stoornis]\n")
    assert "ongebruikt" in codes(folder)
    glossary.write_text("terms:\n  - id: odd\n    term: odd\n    allow:\n      ongebruikt: staat in brieven\n")
    assert "ongebruikt" not in codes(folder)


def test_a_phrasing_under_the_wrong_entry_is_found_and_may_be_excused(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    entries = folder / "faq" / "vragen.yaml"
    misplaced = FAQ.replace("- hij wil zijn bed niet uit", "- een tlv, hoe vraag ik die aan")
    entries.write_text(misplaced)
    assert "past_beter_bij" in codes(folder)
    excused = misplaced
    for name in ("tlv_aanvragen", "kind_thuis"):
        excused = excused.replace(f"- id: {name}\n", f"- id: {name}\n  allow:\n    past_beter_bij: twee kanten\n")
    entries.write_text(excused)
    assert "past_beter_bij" not in codes(folder)


def test_an_entry_that_repeats_another_is_found_for_one_audience_only(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    start = FAQ.index("- id: kind_thuis")
    copy = FAQ[start : FAQ.index("- id: j_gepest")].replace("- id: kind_thuis", "- id: kind_thuis_ook")
    copy = copy.replace("al weken thuis", "al veel weken thuis")
    entries = folder / "faq" / "vragen.yaml"
    entries.write_text(FAQ + copy)
    assert "lijkt_op" in codes(folder)
    entries.write_text(FAQ + copy.replace("audience: [ouder]", "audience: [jongere]"))
    assert "lijkt_op" not in codes(folder)
    entries.write_text(FAQ + copy.replace("  audience", "  allow:\n    lijkt_op: met opzet\n  audience"))
    assert "lijkt_op" not in codes(folder)


def test_a_heading_that_hangs_in_the_list_above_is_found_and_a_point_is_not(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    entries = folder / "faq" / "vragen.yaml"
    said = "      Praat eerst met school."
    entries.write_text(FAQ.replace(said, f"{said}\n\n      - Bel school.\n        - Of mail.\n          - Of schrijf."))
    assert "inspringen" not in codes(folder)
    for stray in ("**Liever iemand anders?**", "      En dit hangt er los onder."):
        entries.write_text(FAQ.replace(said, f"{said}\n\n        {stray}"))
        assert "inspringen" in codes(folder), stray
