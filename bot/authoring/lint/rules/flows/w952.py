"""Every question comes up on some way through the flow."""

from collections.abc import Iterator

from bot.adapters.content.findings import Severity
from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Look, Problem, Rule, each_flow, in_flow
from bot.flow.definition import Ask, Flow


def _check(flow: Flow, look: Look) -> Iterator[Problem]:
    """A flow with more ways than can be walked says nothing."""
    walked = look.rehearsals.walks[flow.id] if look.rehearsals is not None else None
    for step in flow.steps if walked is not None and walked.whole else ():
        if isinstance(step, Ask) and walked is not None and step.id not in walked.questions:
            what = f"de vraag '{step.id}' komt op geen enkele weg voor"
            yield in_flow(flow, 1, what, "zie docs/flows.md, Proefgesprekken")


_REHEARSAL = """\
tests:
  - name: een paar dagen
    chat:
      - start: voorbeeld
      - tap: Een paar dagen
"""
_STEPS = """
steps:
  - ask: duur
    text:
      nl: Hoe lang duurt het al?
      en: How long has it been?
  - branch:
      - if: duur is {first}
        goto: klaar
      - if: duur is dagen
        goto: nog_eens
      - else: klaar
  - id: nog_eens
    ask: duur
    text:
      nl: Hoe lang precies?
      en: How long exactly?
  - id: klaar
    end: goed
    text:
      nl: Dag!
      en: Bye!
"""

RULE = Rule(
    id="W952",
    means="een vraag komt op geen enkele weg voor: de voorwaarden ervoor kloppen nooit",
    mend="verbeter de voorwaarden, of haal de vraag weg",
    severity=Severity.WARNING,
    good=Example(flow=_STEPS.format(first="weken"), files={"flows/voorbeeld.test.yaml": _REHEARSAL}),
    bad=Example(flow=_STEPS.format(first="dagen"), files={"flows/voorbeeld.test.yaml": _REHEARSAL}),
    check=each_flow(_check),
)
