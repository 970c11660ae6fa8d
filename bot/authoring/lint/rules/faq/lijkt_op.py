"""Two questions for the same people differ in what they ask or in what they answer."""

from collections.abc import Iterator

import numpy as np

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.nearness import WORD, Neighbours
from bot.authoring.lint.rule import Look, Problem, Rule, in_question
from bot.domain.ids import DUTCH
from bot.text.folding import fold

_PHRASINGS, _ANSWERS = 0.5, 0.5
"""From 0 to 1: mean nearness of the phrasings, and the share of words the answers have in common."""


def _check(look: Look) -> Iterator[Problem]:
    for _, group in look.neighbours:
        yield from _alike(group)


def _alike(group: Neighbours) -> Iterator[Problem]:
    owners = np.array([place for place, _ in group.rows])
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    counts = np.diff(np.r_[starts, len(owners)])
    best = np.maximum.reduceat(group.nearness, starts, axis=1)
    means = np.add.reduceat(best, starts, axis=0) / counts[:, None]
    places = owners[starts]
    words = {place: set(WORD.findall(fold(group.entries[place].entry.answer.get(DUTCH, "")))) for place in places}
    for first in range(len(places)):
        for second in range(first + 1, len(places)):
            if min(means[first, second], means[second, first]) < _PHRASINGS:
                continue
            one, two = words[places[first]], words[places[second]]
            if len(one & two) < _ANSWERS * max(1, len(one | two)):
                continue
            earlier, later = group.entries[places[first]], group.entries[places[second]]
            what = f"vragen en antwoord lijken sterk op {earlier.entry.id}"
            yield in_question(
                later, "id", what, "maak er één van, of schrijf bij allow: lijkt_op: waarom het er twee zijn"
            )


_OTHER = """\
- id: schooldokter
  audience: [ouder]
  title:
    nl: Wat doet de schooldokter?
    en: What does the doctor do?
  questions:
    nl:
      - wat doet de dokter van school
      - komt de dokter van school langs
    en:
      - what does the doctor do
  answer:
    nl: De dokter van school kijkt of je kind gezond is.
    en: The doctor looks at how your child is doing.
  sources:
    - title: GGD
      url: https://www.ggd.nl/
      checked: "2026-11-01"
"""

RULE = Rule(
    id="lijkt_op",
    means="twee vragen voor dezelfde mensen lijken sterk op elkaar, in zinnen en in antwoord",
    mend='maak er één van, of zet `allow:` met `lijkt_op: "waarom"`',
    severity=Severity.HINT,
    excusable=True,
    good=Example(
        question="""
            questions:
              nl:
                - moet mijn kind naar een prik
                - welke prikken krijgt een kleuter
              en:
                - does my child need a shot
            answer:
              nl: Je krijgt een brief als je kind een prik kan halen.
              en: You get a letter when your child can have a shot.
            """,
        files={"faq/andere.yaml": _OTHER},
    ),
    bad=Example(
        question="""
            questions:
              nl:
                - wat doet die dokter van school
                - komt die dokter van school langs
              en:
                - what does that doctor do
            answer:
              nl: De dokter van school kijkt of je kind gezond is.
              en: The doctor looks at how your child is doing.
            """,
        files={"faq/andere.yaml": _OTHER},
    ),
    check=_check,
)
