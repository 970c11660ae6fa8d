"""Experts: a sheet to read, a record of who approved which version, and what the answer says of it."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.library import load_content
from bot.app.cli import main
from bot.app.commands.approving import doubts, how_much, version_of
from bot.authoring.drawing.review_sheet import ReviewItem, ReviewSheet, review_pdf
from bot.authoring.lint.inspection import inspect
from bot.domain.ids import EntryId
from bot.matching.entry import Approval
from tests.acceptance.content import FAQ, write_content

TLV, HOME = EntryId("tlv_aanvragen"), EntryId("kind_thuis")


def code(folder: Path, entry: EntryId) -> str:
    """What stands under the question on the sheet."""
    (located,) = [one for one in load_content(folder, Findings()).entries if one.entry.id == entry]
    return version_of(located)


def approve(folder: Path, *arguments: str) -> int:
    """Type it."""
    return main(["faq", "approve", *arguments, "--by", "M. de Wit, jurist", "--content", str(folder)])


def test_an_approval_is_recorded_with_its_version_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_content(tmp_path / "content")
    assert approve(folder, code(folder, TLV), "--on", "2026-12-01", "--remark", "mooi: duidelijk") == 0
    content = load_content(folder, Findings())
    approved = content.approvals.current[TLV]
    assert (approved.by, approved.on, approved.remark) == ("M. de Wit, jurist", date(2026, 12, 1), "mooi: duidelijk")
    assert "Goedgekeurd: 1 van de 2 voor ouders, 0 van de 1 voor jongeren." in capsys.readouterr().out


def test_a_name_is_given_to_readers_only_when_asked_for(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    approve(folder, code(folder, TLV))
    approve(folder, code(folder, HOME), "--on", "2026-12-01", "--show")
    approvals = load_content(folder, Findings()).approvals
    assert approvals.of(TLV) is None
    assert approvals.of(HOME) == Approval(by="M. de Wit, jurist", on=date(2026, 12, 1))


def test_a_later_approval_stands_behind_the_earlier_and_counts(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    approve(folder, code(folder, TLV), "--on", "2026-12-01")
    approve(folder, code(folder, TLV), code(folder, HOME), "--on", "2026-12-08")
    content = load_content(folder, Findings())
    assert {name: one.on.day for name, one in content.approvals.current.items()} == {TLV: 8, HOME: 8}
    assert (folder / "faq" / "akkoord.yaml").read_text().count("- id:") == 3


def test_a_changed_answer_is_no_longer_approved_and_check_says_so(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    approve(folder, code(folder, TLV), code(folder, HOME))
    (folder / "faq" / "vragen.yaml").write_text(FAQ.replace("Praat eerst met school.", "Praat met school."))
    content = load_content(folder, Findings())
    assert (set(content.approvals.current), set(content.approvals.older)) == ({TLV}, {HOME})
    assert [one.what.split()[0] for one in inspect(content) if one.code == "akkoord_oud"] == ["kind_thuis"]
    assert how_much(content).endswith("1 veranderden daarna.")


@pytest.mark.parametrize("wrong", ["tlv_aanvragen", "tlv_aanvragen:000000000000", "bestaat_niet:000000000000"])
def test_nothing_is_recorded_when_one_code_is_wrong(tmp_path: Path, wrong: str) -> None:
    folder = write_content(tmp_path / "content")
    assert approve(folder, code(folder, HOME), wrong) == 1
    assert not (folder / "faq" / "akkoord.yaml").exists()


@pytest.mark.parametrize(
    ("broken", "codes"),
    [
        ("tekst\n", ["vorm"]),
        ("- id: weg\n  by: A\n  on: \"2026-12-01\"\n  of: x\n", ["verwijzing"]),
        ("- id: kind_thuis\n  by: A\n  of: x\n", ["ontbreekt"]),
    ],
)  # fmt: skip
def test_a_broken_record_is_said(tmp_path: Path, broken: str, codes: list[str]) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "akkoord.yaml").write_text(broken)
    findings = Findings()
    load_content(folder, findings)
    assert [one.code for one in findings.errors] == codes


def test_the_sheet_is_a_pdf_of_the_open_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, output = write_content(tmp_path / "content"), tmp_path / "blad.pdf"
    sheet = ["faq", "review-sheet", "--audience", "ouder", "--output", str(output), "--content", str(folder)]
    assert main(sheet) == 0
    first = output.read_bytes()
    assert first.startswith(b"%PDF")
    assert "met 2 antwoorden in 1 thema('s)" in capsys.readouterr().out
    assert main(sheet) == 0
    assert output.read_bytes() == first
    approve(folder, code(folder, TLV))
    assert main([*sheet, "--open"]) == 0
    assert "met 1 antwoorden in 1 thema('s)" in capsys.readouterr().out
    approve(folder, code(folder, HOME))
    assert main([*sheet, "--open"]) == 0
    assert "Er is niets na te kijken" in capsys.readouterr().out


def test_an_unknown_theme_is_said_with_those_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_content(tmp_path / "content")
    arguments = ["--audience", "ouder", "--theme", "bestaat_niet", "--output", str(tmp_path / "x.pdf")]
    assert main(["faq", "review-sheet", *arguments, "--content", str(folder)]) == 1
    assert "Kies uit: regels." in capsys.readouterr().err


def test_every_answer_has_a_place_on_paper_however_long_it_is() -> None:
    def item(number: int) -> ReviewItem:
        return ReviewItem(
            title=f"Vraag {number} <&> met een [haak]", version=f"vraag_{number}:0123456789ab",
            answer="**Vet < en** *schuin* [link](https://x.example).\n\n- punt\n- punt **vet**\n\n1. een\n2. twee",
            more="\n\n".join(["**Hoe lang?** " + "Een zin van zes woorden hier. " * 40] * 6),
            sources=("Bron (zonder datum)",),
            doubts=("Let op",), approved="",
        )  # fmt: skip

    def pages(count: int) -> int:
        themes = (("Thema", tuple(item(number) for number in range(count))),)
        sheet = ReviewSheet(title="Klopt het?", explanation=("Uitleg",), themes=themes, foot="voet")
        return len(re.findall(rb"/Type /Page\b", review_pdf(sheet)))

    one, five = pages(1), pages(5)
    assert one >= 2
    assert five >= 5 * (one - 1)


def test_doubts_name_what_an_expert_should_look_at(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "vragen.yaml").write_text(
        FAQ.replace("- id: tlv_aanvragen\n", "- id: tlv_aanvragen\n  doubts: [geldt dit ook op het mbo]\n")
    )
    article = '  - law: Proefwet\n    bwb: BWBR1\n    article: "{}"\n    date: {}\n    checked: "2026-11-28"\n'
    (folder / "faq" / "bronnen.yaml").write_text(
        "articles:\n"
        + "".join(
            article.format(number, day) + "    entries: [tlv_aanvragen]\n"
            for number, day in (("1", ""), ("2", '"2014-08-01"'), ("3", '"2026-01-01"'))
        )
        + "bills:\n  - name: Wet op proef\n    state: aanhangig\n"
        '    review_by: "2027-01-01"\n    entries: [tlv_aanvragen]\n'
    )
    content = load_content(folder, Findings())
    assert doubts(content.entries[0], content, date(2026, 11, 28)) == [
        "geldt dit ook op het mbo",
        "De tekst van dit artikel is niet zelf gelezen: Proefwet, artikel 1.",
        "Gelezen in een oude tekst (01-08-2014): Proefwet, artikel 2.",
        "Wetsvoorstel: Wet op proef, aanhangig.",
    ]
