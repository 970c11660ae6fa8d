"""Small content folders that show a finding: a question, a flow and other files, each as short as what it shows.

An example names only what differs from a question and a flow in which nothing is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

EXAMPLE_DAY = date(2026, 11, 28)
"""The day on which examples are looked at; what is too old must stay too old."""
_QUESTION = """\
id: voorbeeld
audience: [ouder]
title:
  nl: Wat doet de schoolarts?
  en: What does the school doctor do?
questions:
  nl:
    - wat doet de schoolarts
  en:
    - what does the school doctor do
answer:
  nl: De dokter van school kijkt of je kind gezond is.
  en: The doctor of the school looks at how your child is doing.
sources:
  - title: GGD
    url: https://www.ggd.nl/
    checked: "2026-11-01"
"""
ANOTHER = """\
- id: ziek_kind
  audience: [ouder]
  title:
    nl: Mijn kind is ziek
    en: My child is ill
  questions:
    nl:
      - mijn kind is vandaag ziek
    en:
      - my child is ill today
  answer:
    nl: Bel de school voor negen uur.
    en: Call the school before nine.
  sources:
    - title: GGD
      url: https://www.ggd.nl/
      checked: "2026-11-01"
"""
"""A file with another question, for examples that need two."""
_FLOW = """\
flow: voorbeeld
title:
  nl: Voorbeeld
  en: Example
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
steps:
  - ask: duur
    text:
      nl: Hoe lang duurt het al?
      en: How long has it been?
  - end: goed
    text:
      nl: Je zei {duur}. Dag!
      en: You said {duur}. Bye!
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One folder; without anything it holds one good question."""

    question: str = ""
    """Fields of the question, in place of those of the good one."""
    without: tuple[str, ...] = ()
    """Fields that the question does not have."""
    flow: str = ""
    """Fields of the flow, in place of those of the good one; empty: there is no flow."""
    files: Mapping[str, str] = field(default_factory=dict)
    """More files, whole."""

    def write(self, root: Path) -> None:
        """Make the folder."""
        question = indent(_laid_over(_QUESTION, dedent(self.question), self.without), "  ")
        texts = {"faq/voorbeeld.yaml": f"- {question[2:]}"}
        if self.flow:
            texts["flows/voorbeeld.yaml"] = _laid_over(_FLOW, dedent(self.flow))
        texts |= {name: dedent(text) for name, text in self.files.items()}
        for name, text in texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def shown(self) -> str:
        """What an editor reads of it."""
        parts = []
        if self.question or self.without:
            gone = "".join(f"\n# {name} staat er niet bij" for name in self.without)
            parts.append(f"# in een vraag{gone}\n{dedent(self.question).strip()}")
        if self.flow:
            parts.append(f"# in een stappenplan\n{dedent(self.flow).strip()}")
        parts += [f"# {name}\n{dedent(text).strip()}" for name, text in self.files.items()]
        return "\n".join(part.rstrip() for part in parts)


def _laid_over(base: str, fields: str, without: tuple[str, ...] = ()) -> str:
    blocks = _blocks(base) | _blocks(fields)
    return "".join(text for name, text in blocks.items() if name not in without)


def _blocks(text: str) -> dict[str, str]:
    """The fields at the margin, each with all its lines."""
    blocks: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line[0].isalpha():
            name = line.partition(":")[0]
            blocks[name] = ""
        if name:
            blocks[name] += line
    return blocks
