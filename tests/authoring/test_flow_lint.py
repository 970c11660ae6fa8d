"""Every rule of the check has a flow that breaks it, and a good flow breaks none."""

from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.library import load_content
from bot.authoring.lint.examples import ANOTHER, EXAMPLE_DAY, Example
from bot.authoring.lint.inspection import inspect
from bot.authoring.rehearsal.scripts import load_scripts

GOOD = """\
flow: proef
title:
  nl: Proef
  en: Trial
audience: [ouder]
owner: redactie
review_by: "2027-05-01"
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
      - id: weken
        label:
          nl: Weken
          en: Weeks
  - name: mag
    type: yes_no
    shared: false
    label:
      nl: Mag
      en: May
steps:
  - ask: duur
    text:
      nl: Hoe lang al?
      en: How long?
  - branch:
      - if: duur is weken
        goto: mag
      - else: klaar
  - ask: mag
    text:
      nl: Mag ik je herinneren?
      en: May I remind you?
  - remind: mag
    days: 2
    text:
      nl: Hoe gaat het na {duur}?
      en: How is it after {duur}?
  - id: klaar
    end: goed
    text:
      nl: Dag.
      en: Bye.
"""


BROKEN = [
    ("E101", "  - ask: mag\n    text:", "  - ask: mag\n    goto: klaar\n    text:"),
    ("E102", "  - id: klaar\n    end", "  - id: mag\n    end"),
    ("ontbreekt", "owner: redactie\n", ""),
    ("onbekend", "owner: redactie", "owner: redactie\nkleur: rood"),
    ("E104", GOOD[GOOD.index("steps:") :], "steps: []\n"),
    ("E201", "      - else: klaar", "      - else: klaaar"),
    ("E202", "      - else: klaar", "      - else: flow:weg"),
    ("E203", "goto: mag", "goto: klaar"),
    ("E204", "      - else: klaar\n", ""),
    ("E206", "  - id: klaar\n    end: goed\n", "  - id: klaar\n    say:\n      nl: Hoi.\n      en: Hi.\n    then: duur\n  - end: goed\n"),
    ("E207", "  - id: klaar\n    end: goed\n", "  - id: klaar\n    set: mag\n    to: ja\n    then: klaar\n  - end: goed\n"),
    ("E208", "      - if: duur is weken\n        goto: mag\n      - else: klaar", "      - else: klaar\n      - if: duur is weken\n        goto: mag"),
    ("E302", "      nl: Dag.\n", ""),
    ("W302", "      en: Bye.\n", ""),
    ("E304", "audience: [ouder]", "audience: [ouder, baas]"),
    ("E305", "How is it after {duur}?", "How is it?"),
    ("E403", GOOD[GOOD.index("      - id: weken") : GOOD.index("  - name: mag")], ""),
    ("W402", "      nl: Dag.", "      nl: " + "Dag. " * 200),
    ("E406", "          nl: Weken", "          nl: Een paar dagen"),
    ("E407", "          nl: Weken", "          nl: Stop"),
    ("W411", "          nl: Weken", "          nl: Weken en weken en weken en weken en nog meer"),
    ("E412", "      nl: Dag.", "      nl: Dag }."),
    ("E501", "  - ask: mag\n", "  - ask: magg\n    id: mag\n"),
    ("E502", "      nl: Hoe lang al?\n      en: How long?", "      nl: Hoe lang na {duur}?\n      en: How long after {duur}?"),
    ("E503", "if: duur is weken", "if: duur == weken"),
    ("E504", "if: duur is weken", "if: duur > 3"),
    ("E505", "if: duur is weken", "if: duur is jaren"),
    ("E507", "    type: yes_no", "    type: misschien"),
    ("E507", "      - id: weken\n", "      - id: weken\n        takes: [perhaps]\n"),
    ("E507", "      - id: weken\n", '      - id: weken\n        days: "28-7x"\n'),
    ("E507", "    type: yes_no", "    type: yes_no\n    doubt: misschien"),
    ("E508", "  - ask: duur\n", "  - ask: duur\n    direction: past\n"),
    ("E508", "    type: yes_no", "    type: date"),
    ("E508", "    type: yes_no", "    type: yes_no\n    unit: weeks"),
    ("E508", "    type: choice", "    type: choice\n    doubt: ja"),
    ("W508", "  - name: mag\n", "  - name: los\n    type: text\n    label:\n      nl: Los\n      en: Loose\n  - name: mag\n"),
    ("W509", "  - remind: mag\n    days: 2\n", "  - id: weg\n    say:\n      nl: Ja.\n      en: Yes.\n  - remind: duur\n    days: 2\n"),
    ("E510", "      - id: weken\n", "      - id: weken\n        was: [dagen]\n"),
    ("W602", "      nl: Hoe lang al?", "      nl: Hoe lang? Wanneer? Waarom?"),
    ("W701", "      nl: Dag.", "      nl: Bel 06-12345678."),
    ("E705", "  - id: klaar\n", "  - handoff: [mag]\n  - id: klaar\n"),
    ("E706", "  - remind: mag\n", '  - remind: ""\n'),
    ("E801", "  - id: klaar\n", "  - faq: bestaat_niet\n  - id: klaar\n"),
    ("W807", "  - id: klaar\n", "  - faq: j_vraag\n  - id: klaar\n"),
    ("E802", "      nl: Dag.", "      nl: Bel {contact:weg}."),
    ("E210", "  - id: klaar\n", "  - document: boek\n    title:\n      nl: A\n      en: A\n    slots: [duur]\n  - id: klaar\n"),
    ("herhaald", "owner: redactie", "owner: redactie\nowner: ander"),
]  # fmt: skip
"""Code, what stands in ``GOOD``, what takes its place."""


def findings(tmp_path: Path, text: str, name: str = "proef") -> set[str]:
    """Codes of everything that is found in this flow."""
    Example(
        question="id: vraag\n",
        files={
            "faq/jongeren.yaml": ANOTHER.replace("ziek_kind", "j_vraag").replace("ouder", "jongere"),
            "faq/contacts.yaml": "contacts:\n  - id: lijn\n    name: Lijn\n    helpline_for: [jongere]\n",
            f"flows/{name}.yaml": text,
        },
    ).write(tmp_path)
    collected = Findings()
    collected.extend(inspect(load_content(tmp_path, collected), EXAMPLE_DAY))
    for item in collected.items:
        assert item.line >= 1
        assert item.advice
    return {item.code for item in collected.items}


def test_a_good_flow_is_good(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD) == set()


@pytest.mark.parametrize(("code", "old", "new"), BROKEN)
def test_each_mistake_is_named(tmp_path: Path, code: str, old: str, new: str) -> None:
    assert old in GOOD, code
    found = findings(tmp_path, GOOD.replace(old, new, 1))
    if code == "herhaald":
        assert found
    else:
        assert code in found, found


def test_an_unreadable_condition_is_one_mistake(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD.replace("if: duur is weken", "if: duur == weken")) == {"E503"}


def test_the_file_carries_the_name_of_its_flow(tmp_path: Path) -> None:
    assert "E107" in findings(tmp_path, GOOD, name="anders")


def test_an_unknown_line_in_a_rehearsal_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "flows"
    folder.mkdir()
    (folder / "proef.test.yaml").write_text("tests:\n  - name: x\n    chat:\n      - zing: la\n")
    collected = Findings()
    load_scripts(tmp_path, collected)
    assert [item.code for item in collected.errors] == ["E955"]
