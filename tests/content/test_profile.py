"""``steunpunt.yaml``: every field has a type, a range and a meaning; what cannot be is refused with its line."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.content.closing import closed_days
from bot.adapters.content.fields import Fields
from bot.adapters.content.findings import Findings
from bot.adapters.content.library import load_content
from bot.adapters.content.organisation import load_profile
from bot.adapters.content.strict_yaml import read_text
from bot.dialogue.library import Profile
from tests.acceptance.content import write_content

GOOD = "name: Steunpunt\n"


def read(folder: Path, text: str) -> tuple[Profile, Findings]:
    (folder / "steunpunt.yaml").write_text(text)
    findings = Findings()
    return load_profile(folder, findings), findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("timezone: Europe/Amsterdm", "de tijdzone 'Europe/Amsterdm' bestaat niet"),
        ("timezone: Europe", "bestaat niet"),
        ("timezone: ../../etc/passwd", "bestaat niet"),
        ("handoff:\n  waiting_minutes: 99999999999", "van 1 tot en met 1440"),
        ("handoff:\n  waiting_minutes: 1441", "van 1 tot en met 1440"),
        ("handoff:\n  waiting_minutes: 0", "van 1 tot en met 1440"),
        ("handoff:\n  waiting_minutes: -5", "van 1 tot en met 1440"),
        ("handoff:\n  waiting_minutes: veel", "heel getal"),
        ("handoff:\n  max_live_per_staff: 0", "van 1 tot en met 50"),
        ("handoff:\n  waiting_minute: 3", "bedoel je 'waiting_minutes'"),
        ("retention:\n  conversation_state_hours: 0", "van 1 tot en met 168"),
        ("retention:\n  handoff_content_days: 366", "van 1 tot en met 365"),
        ("retention:\n  crisis_log_days: 0", "van 1 tot en met 365"),
        ("retention:\n  unanswered_questions_days: -1", "van 0 tot en met 365"),
        ("holidays: be", "schrijf nl"),
        ("holiday: nl", "bedoel je 'holidays'"),
        ('breaks:\n  - from: "2026-12-19"\n    to: "2026-01-03"', "eindigt voordat hij begint"),
        ('breaks:\n  - from: "2026-12-19"\n    to: "2028-01-03"', "langer dan een jaar"),
        ('breaks:\n  - from: "2026-12-19"\n    til: "2027-01-03"', "geen veld van deze vakantie"),
        ("closed_on: [kerst]", "geen datum"),
        ("languages: [nl, xx]", "kies uit: nl"),
        ("staff_languages: [Nederlands]", "geen taal"),
        ("phone: bel ons", "telefoonnummer"),
        ("email: steunpunt", "mailadres"),
        ("url: steunpunt.nl", "https://"),
        ("refer_to:\n  - name: Leerplicht", "heeft geen 'id'"),
        ("macros:\n  - name: Wacht Lijst\n    label: x", "kan niet bij 'name'"),
        ("macros:\n  - name: a\n    label: x\n  - name: a\n    label: y", "twee macro's 'a'"),
        ("macros:\n  - name: a", "doet niets"),
        ("macros:\n  - name: a\n    later: straks", "geen moment"),
        ("macros:\n  - name: a\n    priority: hoogst\n    label: x", "kies uit: hoog, gewoon, laag"),
        ("macros:\n  - name: a\n    text:\n      en: Hello", "geen Nederlands"),
        ("macros:\n  - name: a\n    text: Dag {naam}", "alleen {alias} en {openingstijd}"),
        ("macros:\n  - name: a\n    text: Dag\n    sentence: welkom", "laat er één staan"),
        ("macros:\n  - name: a\n    label: " + "x" * 31, "te lang"),
        ("macros:\n  - name: a\n    labels: x", "bedoel je 'label'"),
        ("rules:\n  - call: [Anouk]", "zegt niet wanneer"),
        ("rules:\n  - audience: [ouder]", "zegt niet wat er dan gebeurt"),
        ("rules:\n  - audience: [kind]\n    label: x", "kies uit: ouder, jongere"),
        ("rules:\n  - language: [Turks]\n    label: x", "geen taal"),
        ("kleuren: blauw", "geen veld van het profiel"),
        ("coordinator:\n  tekst: hoi", "geen veld"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, text: str, words: str) -> None:
    _, findings = read(tmp_path, GOOD + text + "\n")
    assert any(words in str(finding) for finding in findings.errors), findings.items
    assert all(finding.line > 1 for finding in findings.errors)


@pytest.mark.parametrize("minutes", [1, 1440])
def test_the_ends_of_a_range_are_good(tmp_path: Path, minutes: int) -> None:
    profile, findings = read(tmp_path, f"{GOOD}handoff:\n  waiting_minutes: {minutes}\n")
    assert (profile.waiting_minutes, findings.items) == (minutes, [])


def test_no_questions_are_kept_when_the_days_are_nought(tmp_path: Path) -> None:
    profile, findings = read(tmp_path, f"{GOOD}retention:\n  unanswered_questions_days: 0\n")
    assert (profile.question_days, findings.items) == (0, [])


@pytest.mark.parametrize(("written", "closed"), [("nl", True), ("NL", True), ("geen", False)])
def test_holidays_are_read_however_they_are_written(tmp_path: Path, written: str, closed: bool) -> None:
    hours = 'hours:\n  - days: [ma, di, wo, do, vr, za, zo]\n    from: "9:00"\n    to: "17:00"\n'
    profile, findings = read(tmp_path, f"{GOOD}holidays: {written}\n{hours}")
    assert findings.items == []
    assert profile.schedule is not None
    christmas = date(datetime.now(ZoneInfo("Europe/Amsterdam")).year, 12, 25)
    assert (christmas in profile.schedule.closed_on) is closed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('breaks:\n  - from: "2025-12-19"\n    to: "2026-01-03"', "al voorbij"),
        ('closed_on: ["2025-12-24"]', "al voorbij"),
        ('breaks:\n  - from: "2027-01-01"\n    to: "2027-06-01"', "langer dan drie maanden"),
        ('breaks:\n  - from: "2026-11-01"\n    to: "2026-11-28"', ""),
        ('closed_on: ["2026-11-28"]', ""),
    ],
)
def test_a_closed_period_that_looks_like_another_year_is_named(text: str, words: str) -> None:
    findings = Findings()
    value = read_text(text, "steunpunt.yaml", findings)
    assert value is not None
    days = closed_days(Fields(value, "steunpunt.yaml", findings, what="het profiel"), date(2026, 11, 28))
    assert days
    assert [words in str(finding) for finding in findings.items] == ([True] if words else [])
    assert not findings.errors


def test_a_day_that_ends_at_midnight_has_no_closed_second(tmp_path: Path) -> None:
    profile, _ = read(tmp_path, f'{GOOD}hours:\n  - days: [za]\n    from: "0:00"\n    to: "24:00"\n')
    assert profile.schedule is not None
    for moment in (time(0), time(23, 59, 59), time.max):
        assert profile.schedule.is_open(datetime.combine(date(2026, 11, 28), moment))
    assert not profile.schedule.is_open(datetime.combine(date(2026, 11, 29), time(0)))


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("faq/extra.yml", "fout"),
        ("faq/extra.YAML", "fout"),
        ("vragen.yaml", "fout"),
        ("Faq/extra.yaml", "fout"),
        ("flow/plan.yaml", "fout"),
        ("flows/weg.test.yaml", "fout"),
        ("faq/antwoorden.docx", "let op"),
        ("vragen.xlsx", "let op"),
    ],
)
def test_a_file_that_nobody_reads_is_named(tmp_path: Path, name: str, severity: str) -> None:
    folder = write_content(tmp_path / "inhoud")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("- id: x\n")
    findings = Findings()
    load_content(folder, findings)
    assert [(item.file, item.severity) for item in findings.items if item.code == "ongelezen"] == [(name, severity)]


def test_what_belongs_in_a_folder_is_not_named(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "inhoud")
    for name in (
        "LEESMIJ.md",
        ".gitignore",
        "organisatie.env",
        "steunpunt.sqlite",
        "steunpunt.sqlite-wal",
        "status.json",
    ):
        (folder / name).write_text("x")
    findings = Findings()
    load_content(folder, findings)
    assert findings.items == []


def test_a_folder_that_is_not_there_is_called_that(tmp_path: Path) -> None:
    findings = Findings()
    load_content(tmp_path / "weg", findings)
    assert ["deze map bestaat niet" in str(error) for error in findings.errors] == [True]


def test_an_id_fits_the_button_it_comes_on(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "inhoud")
    path = folder / "faq" / "vragen.yaml"
    whole = path.read_text()
    for length, errors in ((42, 0), (43, 1)):
        path.write_text(whole.replace("- id: j_gepest", f"- id: {'j' * length}"))
        (folder / "faq" / "menu.yaml").unlink(missing_ok=True)
        findings = Findings()
        load_content(folder, findings)
        assert len([item for item in findings.errors if item.code == "id"]) == errors


def test_rules_and_macros_name_what_is_there(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    profile = folder / "steunpunt.yaml"
    profile.write_text(
        profile.read_text()
        + "rules:\n  - theme: [regels]\n    label: x\n  - theme: [thuis]\n    label: x\n"
        + "macros:\n  - name: a\n    sentence: onbekend\n"
    )
    findings = Findings()
    content = load_content(folder, findings)
    errors = "\n".join(finding.what for finding in findings.errors)
    assert "'thuis' kan niet bij 'theme'" in errors
    assert "de vaste zin 'onbekend' bestaat niet" in errors
    assert [rule.themes for rule in content.profile.rules] == [("regels",)]
