"""Texts take their facts from one place."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule
from bot.authoring.lint.written_out import written_out


def _check(look: Look) -> Iterator[Problem]:
    for one, line, amount, found in written_out(look.content.written, look.content.facts):
        names = " of ".join(f"{{fact:{fact.id}}}" for fact in found)
        what = f"{one.where}: '{amount}' is een feit dat in meer antwoorden staat"
        yield Problem(file=one.file, line=line, what=what, advice=f"schrijf {names}")


_FACTS = """\
facts:
  - id: afmelden
    what: zo laat moet een kind zijn afgemeld
    text:
      nl: 9 uur
      en: 9 o'clock
    near:
      nl: [afmeld]
      en: [report]
    source:
      title: GGD
      url: https://www.ggd.nl/
      checked: "2026-11-01"
"""

RULE = Rule(
    id="feit_uitgeschreven",
    means="een antwoord, stappenplan of tekst bij gevaar schrijft een feit uit, en blijft achter als het verandert",
    mend="schrijf de verwijzing die `check` noemt",
    severity=Severity.WARNING,
    good=Example(
        question="""
            answer:
              nl: Je kunt je kind afmelden tot {fact:afmelden}.
              en: Call the school before {fact:afmelden}.
            """,
        files={"faq/facts.yaml": _FACTS},
    ),
    bad=Example(
        question="""
            answer:
              nl: Je kunt je kind afmelden tot negen uur.
              en: Call the school before {fact:afmelden}.
            """,
        files={"faq/facts.yaml": _FACTS},
    ),
    check=_check,
)
