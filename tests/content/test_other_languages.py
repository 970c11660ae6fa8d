"""The paragraphs for languages without answers."""

from pathlib import Path

import pytest

from bot.adapters.content.findings import Findings
from bot.adapters.content.layers import packaged_content
from bot.adapters.content.library import load_content
from tests.acceptance.content import write_content

GOOD = """\
- id: de
  name: Deutsch
  asked: [duits]
  text: |
    Hallo von {steunpunt}. Gefahr? 112.
  made:
    by: iemand
    on: "2026-11-28"
"""


def test_every_language_we_promised_has_one() -> None:
    content = load_content(packaged_content(), Findings())
    expected = {"de", "fr", "es", "pt", "ro", "bg", "ru", "so", "ti", "fa", "ku", "zh", "pap", "it"}
    assert set(content.other_languages) == expected
    for one in content.other_languages.values():
        # The sentence for an interpreter is Dutch, because staff read it.
        assert "Ik wil graag een tolk voor" in one.text


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", []),
        ("112", "110", ["weggevallen"]),
        ("{steunpunt}", "uns", ["weggevallen"]),
        ("Hallo", "Hallo {naam}", ["accolade"]),
        ("id: de", "id: tr", ["taal"]),
        ("name: Deutsch\n", "", ["yaml"]),
        ("  asked:", "  gevraagd:", ["onbekend"]),
        ("Hallo", "Hallo " * 200, ["lengte"]),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, codes: list[str]) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "faq" / "andere_talen.yaml").write_text(GOOD.replace(old, new) if old else GOOD)
    findings = Findings()
    content = load_content(folder, findings)
    assert [finding.code for finding in findings.errors] == codes
    assert all(finding.file == "faq/andere_talen.yaml" for finding in findings.errors)
    if not codes:
        assert content.other_languages
