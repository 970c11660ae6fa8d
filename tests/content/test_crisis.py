"""What is said in the hour after an alarm: a mistake in it is said, before anybody needs the reply."""

from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.library import load_content

CONTACTS = """\
contacts:
  - id: "113"
    name: {nl: "113"}
    phone: "113"
"""
REPLY = """\
replies:
  - id: gaat_weer
    ends: true
    phrasings:
      nl: [het gaat weer, gaat wel weer, ik ben rustig, alles is goed, ik voel me beter]
    text:
      nl: "**{contact:113.phone}** blijft er voor je."
"""


def found(folder: Path, text: str) -> tuple[Findings, int]:
    (folder / "faq" / "veiligheid").mkdir(parents=True)
    (folder / "faq" / "contacts.yaml").write_text(CONTACTS)
    (folder / "faq" / "veiligheid" / "crisis.yaml").write_text(text)
    findings = Findings()
    content = load_content(folder, findings)
    return findings, len(content.crisis)


def codes(findings: Findings) -> set[str]:
    return {finding.code for finding in findings.errors if finding.file.endswith("crisis.yaml")}


def test_a_reply_is_read(tmp_path: Path) -> None:
    findings, replies = found(tmp_path, REPLY)
    assert codes(findings) == set()
    assert replies == 1


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("contact:113.phone", "contact:114.phone", "contact"),
        ("**{contact:113.phone}** blijft", "Ik blijf", "nummer"),
        (", alles is goed, ik voel me beter", "", "zinnen"),
        ("ends: true", "einde: true", "onbekend"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, before: str, after: str, code: str) -> None:
    findings, _ = found(tmp_path, REPLY.replace(before, after))
    assert code in codes(findings)


BARE = """\
replies:
  - id: zegt_ja
    bare: ja
    text:
      nl: "**{contact:113.phone}** blijft er voor je."
"""


def test_a_reply_to_a_bare_yes_needs_no_phrasings(tmp_path: Path) -> None:
    findings, replies = found(tmp_path, BARE)
    assert codes(findings) == set()
    assert replies == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bare: ja", "bare: misschien"),
        ("bare: ja", "bare: ja\n    ends: true"),
        ("bare: ja", "bare: ja\n    phrasings:\n      nl: [ja, jawel, ja echt, ja klopt, zeker]"),
    ],
)
def test_what_does_not_go_with_a_bare_reply_is_said(tmp_path: Path, before: str, after: str) -> None:
    findings, _ = found(tmp_path, BARE.replace(before, after))
    assert codes(findings) == {"kaal"}


def test_one_sentence_leads_to_one_reply(tmp_path: Path) -> None:
    other = REPLY.split("\n", 1)[1].replace("id: gaat_weer", "id: grapje")
    findings, _ = found(tmp_path, REPLY + other)
    assert codes(findings) == {"dubbel"}
