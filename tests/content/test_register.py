"""What the register of law asks of editors: articles that changed, checks that are old, bills that are pending."""

from datetime import date
from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import load_content
from bot.app.commands.checking import sources_command
from bot.authoring.lint.inspection import inspect, renewals
from bot.authoring.lint.law import articles_in
from tests.acceptance.content import FAQ, write_content

REGISTER = """\
articles:
  - law: Proefwet
    bwb: BWBR1
    article: "8.8"
    date: "2026-01-01"
    checked: "2026-11-28"
    entries: [tlv_aanvragen]
bills:
  - name: Wet op proef
    number: "36000"
    state: aanhangig
    review_by: "2027-02-21"
    entries: [kind_thuis]
"""
TODAY = date(2026, 11, 29)


def put(
    tmp_path: Path, register: str = REGISTER, source: str = "Proefwet, artikel 8.8", checked: str = "2026-11-28"
) -> Path:
    """A content folder in which the first answer rests on this source."""
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "bronnen.yaml").write_text(register)
    first = FAQ.replace("Voorbeeldbron", f'"{source}"', 1).replace("2026-11-23", checked, 1)
    (folder / "faq" / "vragen.yaml").write_text(first)
    return folder


def asked(folder: Path, today: date = TODAY) -> list[str]:
    """The questions that must be read again, each with the reason's last word."""
    found = renewals(load_content(folder, Findings()), today)
    return sorted(one.what for one in found if one.code == "nakijken")


def test_nothing_is_asked_of_fresh_answers(tmp_path: Path) -> None:
    assert asked(put(tmp_path)) == []


@pytest.mark.parametrize(
    ("before", "after", "today", "expected"),
    [
        ('"2026-01-01"', '"2026-12-01"', date(2026, 12, 2), "is veranderd op 2026-12-01"),
        (
            '    checked: "2026-11-28"\n',
            '    checked: "2026-11-28"\n    changed: "2026-12-01"\n',
            date(2026, 12, 2),
            "is veranderd op",
        ),
        (
            '    checked: "2026-11-28"\n',
            '    checked: "2026-11-28"\n    changed: "2027-08-01"\n',
            TODAY,
            "verandert op 2027-08-01",
        ),
        ('checked: "2026-11-28"', 'checked: "2026-05-01"', TODAY, "sinds 2026-05-01 niet nagekeken"),
    ],
)
def test_an_article_that_changed_or_that_nobody_read_for_half_a_year(
    tmp_path: Path, before: str, after: str, today: date, expected: str
) -> None:
    (what,) = asked(put(tmp_path, REGISTER.replace(before, after, 1)), today)
    assert what.startswith("tlv_aanvragen: Proefwet, artikel 8.8 ")
    assert expected in what


def test_an_answer_read_after_the_change_is_not_named(tmp_path: Path) -> None:
    changed = REGISTER.replace('"2026-01-01"', '"2026-11-20"', 1)
    assert asked(put(tmp_path, changed)) == []
    assert len(asked(put(tmp_path / "older", changed, checked="2026-11-10"))) == 1


def test_other_sources_hold_half_a_year_to_the_day(tmp_path: Path) -> None:
    folder = put(tmp_path)
    assert asked(folder, date(2027, 5, 25)) == []
    assert [what.split(":")[0] for what in asked(folder, date(2027, 5, 26))] == ["j_gepest", "kind_thuis"]


def test_a_bill_is_named_with_its_day(tmp_path: Path) -> None:
    found = [one for one in renewals(load_content(put(tmp_path), Findings()), TODAY) if one.code == "wetsvoorstel"]
    assert [(one.what, one.advice) for one in found] == [
        ("Wet op proef (36000): aanhangig; bij kind_thuis", "kijk uiterlijk 2027-02-21")
    ]


def test_the_command_names_the_answers_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(tmp_path, REGISTER.replace('"2026-01-01"', '"2026-12-01"', 1))
    assert sources_command(folder, date(2026, 12, 2)) == 0
    printed = capsys.readouterr().out
    line = (folder / "faq" / "vragen.yaml").read_text().splitlines().index("  sources:") + 1
    where = f"faq/vragen.yaml:{line} · (let op) tlv_aanvragen: "
    assert f"{where}Proefwet, artikel 8.8 is veranderd op 2026-12-01" in printed
    assert printed.endswith(
        "1 van de 3 vragen nakijken. Het register heeft 1 artikelen; van 1 is de tekst zelf gelezen.\n"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Leerplichtwet 1969, artikel 11a", ("Leerplichtwet 1969", ("11a",))),
        (
            "Algemene wet bestuursrecht, artikel 4:13, 4:14 en 7:10",
            ("Algemene wet bestuursrecht", ("4:13", "4:14", "7:10")),
        ),
        ("Wet op de expertisecentra, artikel 40, lid 7 tot en met 9", ("Wet op de expertisecentra", ("40",))),
        ("Wet voortgezet onderwijs 2020, artikel 2.47, lid 14 en 15", ("Wet voortgezet onderwijs 2020", ("2.47",))),
        ("Wet x, artikel 8.14 (tekst van 1 januari 2026)", ("Wet x", ("8.14",))),
        ("Wet x, artikel 4, lid 11 en 13, en artikel 8", ("Wet x", ("4", "8"))),
        ("Thuisonderwijs.nl, artikel 15", None),
        ("GGD", None),
    ],
)
def test_articles_are_read_from_the_title_of_a_source(title: str, expected: tuple[str, tuple[str, ...]] | None) -> None:
    assert articles_in(title) == expected


def test_an_article_behind_an_answer_must_be_in_the_register(tmp_path: Path) -> None:
    folder = put(tmp_path, source="Proefwet, artikel 8.8 en 8.9")
    (found,) = [one for one in inspect(load_content(folder, Findings())) if one.code == "register"]
    assert "artikel 8.9 staat bij deze vraag niet in het register" in found.what


PAGE = "instead: Voorbeeldbron"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", None),
        ('    date: "2026-01-01"\n', "", "van Proefwet, artikel 8.8 is de tekst van nu niet gelezen"),
        (
            '    checked: "2026-11-28"\n',
            '    checked: "2026-11-28"\n    changed: "2026-08-01"\n',
            "van Proefwet, artikel 8.8 is de tekst van nu niet gelezen",
        ),
        ('    checked: "2026-11-28"\n', '    checked: "2026-11-28"\n    changed: "2026-11-29"\n', None),
        (
            '    date: "2026-01-01"\n',
            f"    {PAGE}\n",
            "tlv_aanvragen: steunt op Proefwet, artikel 8.8, en noemt 'Voorbeeldbron' niet als bron",
        ),
        ('    date: "2026-01-01"\n', "    instead: Proefwet, artikel 8.8\n", None),
    ],
)
def test_an_old_text_needs_a_page_that_was_checked_instead(
    tmp_path: Path, before: str, after: str, expected: str | None
) -> None:
    register = REGISTER.replace(before, after, 1) if before else REGISTER
    found = [
        one.what for one in inspect(load_content(put(tmp_path, register), Findings()), TODAY) if one.code == "register"
    ]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("changed", "named"), [("2026-08-01", True), ("2025-12-31", False), ("2026-11-29", True), ("2026-11-30", False)]
)
def test_the_sources_name_what_was_checked_for_a_text_nobody_had(tmp_path: Path, changed: str, named: bool) -> None:
    newer = f'    changed: "{changed}"\n    instead: Proefwet, artikel 8.8\n'
    folder = put(tmp_path, REGISTER.replace("    entries: [tlv", f"{newer}    entries: [tlv", 1))
    found = [one.what for one in renewals(load_content(folder, Findings()), TODAY) if one.code == "oude_tekst"]
    said = (
        "tlv_aanvragen: van Proefwet, artikel 8.8 is de tekst van 2026-01-01 gelezen; "
        "in plaats daarvan is nagekeken: 'Proefwet, artikel 8.8' (2026-11-28)"
    )
    assert found == ([said] if named else [])


def test_of_every_article_the_text_was_read_or_a_page_is_named() -> None:
    register = load_content(packaged_content(), Findings()).register
    assert {str(one) for one in register.articles if one.is_behind(TODAY) and not one.instead} == set()
    assert all(one.read is not None for one in register.articles)
