"""Facts that a text refers to are there, in its language."""

from collections.abc import Iterator

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule
from bot.text.placeholders import FACT


def _check(look: Look) -> Iterator[Problem]:
    for one in look.content.written:
        for match in FACT.finditer(one.text):
            fact = look.content.facts.by_id.get(match[1])
            if fact is None:
                what, advice = f"het feit '{match[1]}' bestaat niet", "kies een id uit faq/facts.yaml"
            elif fact.said(match[2], one.language) is None:
                what = f"het feit '{match[1]}' heeft geen tekst in '{one.language}'"
                advice = f"schrijf {{fact:{match[1]}.number}} met het woord erachter in deze taal"
            else:
                continue
            yield Problem(file=one.file, line=one.line_at(match.start()), what=f"{one.where}: {what}", advice=advice)


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
    id="feit",
    means="een verwijzing noemt een feit dat er niet is, of dat in deze taal geen tekst heeft",
    mend="kies een id uit `faq/facts.yaml`, of schrijf `.number` erachter",
    good=Example(
        question="""
            answer:
              nl: Bel de school voor {fact:afmelden}.
              en: Call the school before {fact:afmelden}.
            """,
        files={"faq/facts.yaml": _FACTS},
    ),
    bad=Example(
        question="""
            answer:
              nl: Bel de school voor {fact:afmeldtijd}.
              en: Call the school before {fact:afmelden}.
            """,
        files={"faq/facts.yaml": _FACTS},
    ),
    check=_check,
)
