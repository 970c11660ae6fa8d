"""A phrasing stands under the question it is most like."""

from collections.abc import Iterator

import numpy as np

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.nearness import Neighbours
from bot.authoring.lint.rule import Look, Problem, Rule, in_question
from bot.text.folding import fold

_NEAR, _NEARER_BY = 0.85, 0.5
"""From 0 to 1: how near another question's phrasing is, and how much nearer than the nearest of its own."""


def _check(look: Look) -> Iterator[Problem]:
    for _, group in look.neighbours:
        yield from _misplaced(group)


def _misplaced(group: Neighbours) -> Iterator[Problem]:
    owners = np.array([place for place, _ in group.rows])
    for row, (place, text) in enumerate(group.rows):
        own, nearness = owners == place, group.nearness[row]
        other = int(np.argmax(np.where(own, 0.0, nearness)))
        near, nearest_own = float(nearness[other]), float(np.max(np.where(own, nearness, 0.0)))
        theirs, said = group.rows[other]
        if near < _NEAR or near - nearest_own < _NEARER_BY or fold(said) == fold(text) or theirs == place:
            continue
        what = f"'{text}' lijkt meer op '{said}' van {group.entries[theirs].entry.id}"
        advice = "zet de zin daar, maak hem duidelijker, of schrijf bij allow: past_beter_bij: waarom hij hier hoort"
        yield in_question(group.entries[place], "questions", what, advice)


_OTHER = """\
- id: ziek_kind
  audience: [ouder]
  allow:
    past_beter_bij: "deze zin staat hier goed"
  title:
    nl: Mijn kind is ziek
    en: My child is ill
  questions:
    nl:
      - mijn kind is vandaag ziek
      - hoe meld ik hem af bij de juf
    en:
      - my child is ill
  answer:
    nl: Bel de school voor negen uur.
    en: Call the school before nine.
  sources:
    - title: GGD
      url: https://www.ggd.nl/
      checked: "2026-11-01"
"""

RULE = Rule(
    id="past_beter_bij",
    means="een zin lijkt veel meer op een zin van een andere vraag",
    mend='zet hem daar, maak hem duidelijker, of zet `allow:` met `past_beter_bij: "waarom"`',
    severity=Severity.HINT,
    excusable=True,
    good=Example(
        question="""
            questions:
              nl:
                - wat doet de schoolarts
                - mag ik bij het onderzoek zijn
              en:
                - what does the school doctor do
            """,
        files={"faq/andere.yaml": _OTHER},
    ),
    bad=Example(
        question="""
            questions:
              nl:
                - wat doet de schoolarts
                - vandaag is mijn kind ziek
              en:
                - what does the school doctor do
            """,
        files={"faq/andere.yaml": _OTHER},
    ),
    check=_check,
)
